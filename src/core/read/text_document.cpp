#include "core/read/text_document.hpp"

#include "core/base/json_writer.hpp"
#include "core/base/messages.hpp"
#include "core/explore/snapshot_index.hpp"
#include "core/read/wording.hpp"

namespace atlas {

namespace {

class Blocks {
public:
    explicit Blocks(JsonWriter& json) : m_json(json) {}

    void heading(int level, std::string_view text) {
        open("heading");
        m_json.key("level").integer(level).key("text").string(text).end_object();
    }
    void paragraph(std::string_view text) {
        if (text.empty()) return;
        open("paragraph");
        m_json.key("text").string(text).end_object();
    }
    void list(const std::vector<std::string>& items) {
        if (items.empty()) return;
        open("list");
        m_json.key("items").begin_array();
        for (const std::string& item : items) m_json.string(item);
        m_json.end_array().end_object();
    }
    void begin_table(std::string_view caption, std::initializer_list<Msg> columns, Lang lang) {
        open("table");
        m_json.key("caption").string(caption).key("columns").begin_array();
        for (const Msg column : columns) m_json.string(say(column, lang));
        m_json.end_array().key("rows").begin_array();
    }
    void row(std::initializer_list<std::string_view> cells) {
        m_json.begin_array();
        for (const std::string_view cell : cells) m_json.string(cell);
        m_json.end_array();
    }
    void end_table() { m_json.end_array().end_object(); }

private:
    void open(std::string_view kind) { m_json.begin_object().key("kind").string(kind); }
    JsonWriter& m_json;
};

std::string seat_text(const Reading& input, const Cluster& cluster) {
    if (!cluster.seat || cluster.seat->city.empty()) return std::string(say(Msg::Unknown, input.lang()));
    return cluster.seat->city + " (" + cluster.seat->department + ")";
}

std::string region_text(const Reading& input, const Cluster& cluster) {
    if (!cluster.seat || !cluster.seat->region) return std::string(say(Msg::Unknown, input.lang()));
    return input.snapshot.regions[*cluster.seat->region].name.in(input.lang());
}

void write_clusters(Blocks& blocks, const Reading& input) {
    const Lang lang = input.lang();
    blocks.begin_table(say(Msg::DocumentTable, lang),
                       {Msg::ColumnName, Msg::ColumnDomain, Msg::ColumnSeat, Msg::ColumnRegion}, lang);
    for (const ClusterIndex index : input.result.shown) {
        const Cluster& cluster = input.snapshot.clusters[index];
        const std::string& domain = input.snapshot.domains[cluster.domain].name.in(lang);
        blocks.row({cluster.name, domain, seat_text(input, cluster), region_text(input, cluster)});
    }
    blocks.end_table();
}

void write_selected(Blocks& blocks, const Reading& input) {
    const auto index = input.snapshot.find_cluster(input.state().selected);
    if (!index) return;
    const Lang lang = input.lang();
    const Cluster& cluster = input.snapshot.clusters[*index];
    blocks.heading(2, cluster.name);
    blocks.paragraph(cluster.focus.in(lang));
    std::vector<std::string> facts;
    facts.push_back(say(Msg::DocumentSeat, lang, {seat_text(input, cluster), region_text(input, cluster)}));
    if (cluster.president) facts.push_back(say(Msg::DocumentPresident, lang, {cluster.president->name}));
    blocks.list(facts);
    for (const Story& story : input.snapshot.stories) {
        bool is_about = false;
        for (const ClusterIndex about : story.clusters) is_about = is_about || about == *index;
        if (!is_about) continue;
        blocks.heading(3, story.title.in(lang));
        blocks.paragraph(story.summary.in(lang));
    }
}

void write_sources(Blocks& blocks, const Reading& input) {
    blocks.heading(2, say(Msg::DocumentSources, input.lang()));
    std::vector<std::string> items;
    for (const Source& source : input.snapshot.sources)
        if (source.kind == SourceKind::Document)
            items.push_back(source.title + (source.publisher.empty() ? "" : ", " + source.publisher));
    blocks.list(items);
    blocks.paragraph(input.snapshot.meta.licence.in(input.lang()));
}

}

std::string text_document(const Reading& input) {
    const Lang lang = input.lang();
    JsonWriter json;
    json.begin_object().key("lang").string(lang.tag());
    json.key("title").string(title_of(input)).key("blocks").begin_array();
    Blocks blocks(json);
    const auto shown = static_cast<std::int64_t>(input.result.shown_count);
    blocks.heading(1, title_of(input));
    blocks.paragraph(input.snapshot.meta.description.in(lang));
    blocks.paragraph(say(Msg::StatusLine, lang,
                         {say_count(Plural::Clusters, lang, shown), holders_words(input),
                          format_date(input.state().date, lang, DateStyle::Long)}));
    write_selected(blocks, input);
    write_clusters(blocks, input);
    write_sources(blocks, input);
    json.end_array().end_object();
    return json.take();
}

}
