// Every fact of the primary documents (tests/fixtures/facts.tsv) can be read on screen after at most three actions, in
// the language of its document. The actions are clicks on nodes of the scene, or a word typed into the search field.
#include "core/read_file.hpp"
#include "support/comparable.hpp"
#include "support/stage.hpp"

#include <doctest/doctest.h>
#include <map>

using namespace atlas;

namespace {

constexpr float k_tall_px = 6000.0f; // rooms that scroll show all they hold

std::string everything_on(const Stage& stage) {
    std::string all;
    for (const Node& node : stage.scene.nodes)
        for (const std::string* part : {&node.name, &node.value, &node.hint}) (all += *part) += ' ';
    for (const Record& record : stage.scene.records)
        if (const auto* run = std::get_if<rec::TextRun>(&record)) (all += run->text) += ' ';
    return comparable(all);
}

// Clicks from the start to where the record is read; how many actions that took, 0 when there is no way.
int go_to(Stage& stage, const std::string& list, const std::string& id) {
    stage.show();
    if (list == "clusters") {
        const auto index = stage.snapshot.find_cluster(id);
        if (!index) return 0;
        stage.send(act::SetText{stage.snapshot.clusters[*index].name});
        stage.show();
        for (const Node& node : stage.scene.nodes) {
            const auto* select = node.action ? std::get_if<act::Select>(&*node.action) : nullptr;
            if (select == nullptr || select->id != id) continue;
            stage.send(*select);
            stage.show();
            return 2;
        }
        return 0;
    }
    if (list == "stories") {
        const auto story = stage.snapshot.find_story(id);
        if (!story || !stage.click("header/view-stories")) return 0;
        if (stage.click("stories/" + id)) return 2;
        const std::string& theme = stage.snapshot.themes[stage.snapshot.stories[*story].theme].id;
        return stage.click("stories/theme/" + theme) && stage.click("stories/" + id) ? 3 : 0;
    }
    if (list == "policy") {
        if (!stage.click("header/view-understand")) return 0;
        for (const Node& node : stage.scene.nodes)
            if (node.id.ends_with("/" + id + "/sources")) return stage.click(std::string(node.id)) ? 2 : 0;
        return 0;
    }
    if (!stage.click("header/view-figures")) return 0;
    const std::map<std::string, std::string> k_nodes{
        {"figures", "figures/row/"}, {"phases", "figures/phase/"}, {"contradictions", "figures/dispute/"}};
    const auto node = k_nodes.find(list);
    return node != k_nodes.end() && stage.click(node->second + id) ? 2 : 0;
}

std::vector<std::string> words_of(const std::string& field) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < field.size();) {
        const std::size_t end = std::min(field.find(" | ", begin), field.size());
        words.push_back(field.substr(begin, end - begin));
        begin = end + 3;
    }
    return words;
}

class Reader {
public:
    // What a reader sees of a record; empty when it is more than three actions away.
    const std::string& sees(const std::string& record, Lang lang) {
        const auto [found, is_new] = m_seen.try_emplace({record, std::string(lang.tag())});
        if (!is_new) return found->second;
        const std::size_t slash = record.find('/');
        Stage stage(lang, 1280.0f, k_tall_px);
        const int actions = go_to(stage, record.substr(0, slash), record.substr(slash + 1));
        if (actions > 0 && actions <= 3) found->second = everything_on(stage);
        return found->second;
    }

private:
    std::map<std::pair<std::string, std::string>, std::string> m_seen; // by record and language
};

}

TEST_CASE("at least 97 % of the facts of the primary documents are read within three actions") {
    Reader reader;
    const auto rows = read_table("tests/fixtures/facts.tsv");
    REQUIRE(rows.size() > 1000);
    std::size_t read = 0;
    std::string missing;
    for (const auto& row : rows) {
        const std::string& seen = reader.sees(row.at(2), row[0] == "s003" ? Lang::Fr : Lang::En);
        std::string lacking = seen.empty() ? " (no way)" : "";
        for (const std::string& word : words_of(row.at(3)))
            if (seen.find(comparable(word)) == std::string::npos) lacking += " [" + word + "]";
        if (lacking.empty())
            ++read;
        else
            (missing += "\n" + row[0] + " " + row[1] + ": " + row[2]) += lacking;
    }
    const double share = 100.0 * static_cast<double>(read) / static_cast<double>(rows.size());
    MESSAGE(read << " of " << rows.size() << " facts, " << share << " %" << missing);
    CHECK(share >= 97.0);
}
