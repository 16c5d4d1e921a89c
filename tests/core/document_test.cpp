// The Document holds everything: against the snapshot, against the primary documents, and against what is drawn.
#include "core/read/document_html.hpp"

#include "core/read/change_words.hpp"
#include "core/read/read.hpp"
#include "core/read/wording.hpp"
#include "core/read_file.hpp"
#include "core/state/permalink.hpp"
#include "support/comparable.hpp"
#include "support/markup.hpp"
#include "support/stage.hpp"

#include <doctest/doctest.h>
#include <map>
#include <set>

using namespace atlas;

namespace {

constexpr float k_tall_px = 6000.0f; // rooms that scroll show all they hold

struct Reader : Stage {
    explicit Reader(Lang lang = Lang::Fr, std::string_view date = {}) : Stage(lang, 1280.0f, k_tall_px) {
        if (!date.empty()) session.state.date = *parse_partial_date(date);
    }
    Document document() { return read(input()); }
};

// Every word of a section in order, one phrase a line; folded so that typography does not matter.
void collect(const Section& section, std::string& out) {
    struct Words {
        std::string& out;
        void add(const std::string& words) { (out += words) += '\n'; }
        void add(const Phrase& phrase) { add(phrase.words); }
        void operator()(const Paragraph& paragraph) { add(paragraph.phrase); }
        void operator()(const List& list) {
            for (const Phrase& item : list.items) add(item);
        }
        void operator()(const Table& table) {
            add(table.caption);
            for (const std::string& column : table.columns) add(column);
            for (const auto& row : table.rows)
                for (const Phrase& cell : row) add(cell);
        }
        void operator()(const Definitions& definitions) {
            for (const Definition& item : definitions.items) {
                add(item.term);
                for (const Phrase& said : item.said) add(said);
            }
        }
    } words{out};
    words.add(section.heading);
    for (const Block& block : section.blocks) std::visit(words, block);
    for (const Section& part : section.sections) collect(part, out);
}

std::string words_of(const Section& section) {
    std::string out;
    collect(section, out);
    return out;
}

const Section* find(const Section& section, std::string_view id) {
    if (section.id == id) return &section;
    for (const Section& part : section.sections)
        if (const Section* found = find(part, id)) return found;
    return nullptr;
}

const Section& part(const Document& document, std::string_view id) {
    const Section* found = find(document.root, id);
    REQUIRE(found != nullptr);
    return *found;
}

const Table& table_of(const Section& section) {
    for (const Block& block : section.blocks)
        if (const auto* table = std::get_if<Table>(&block)) return *table;
    static const Table k_none;
    return k_none;
}

const std::vector<Phrase>* row_of(const Table& table, std::string_view head) {
    for (const auto& row : table.rows)
        if (row.front().words == head) return &row;
    return nullptr;
}

std::string joined(const std::vector<Phrase>& row) {
    std::string out;
    for (const Phrase& cell : row) (out += cell.words) += '\n';
    return out;
}

bool holds(const std::string& all, std::string_view words) {
    return all.find(words) != std::string::npos;
}

constexpr std::string_view k_dates[] = {"2005", "2007-07", "2010", "2014", "2019-02-05", "2023", "2026"};

}

TEST_CASE("the clusters of a date are all there, with domain, seat, region and interval") {
    for (const std::string_view date : k_dates) {
        Reader reader(Lang::Fr, date);
        const Document document = reader.document();
        const Table& table = table_of(part(document, "clusters"));
        const std::vector<ClusterIndex> holders = reader.index.labels.holders_at(last_day(reader.session.state.date));
        CAPTURE(date);
        REQUIRE(table.rows.size() == holders.size());
        for (const ClusterIndex index : holders) {
            const Cluster& cluster = reader.snapshot.clusters[index];
            CAPTURE(cluster.id);
            const auto* row = row_of(table, cluster.name);
            REQUIRE(row != nullptr);
            REQUIRE(row->size() == table.columns.size());
            const std::string words = joined(*row);
            CHECK(holds(words, reader.snapshot.domains[cluster.domain].name.in(Lang::Fr)));
            if (cluster.seat && !cluster.seat->city.empty()) CHECK(holds(words, cluster.seat->city));
            if (cluster.seat && cluster.seat->region)
                CHECK(holds(words, reader.snapshot.regions[*cluster.seat->region].name.in(Lang::Fr)));
            const Label* label = label_at(cluster, last_day(reader.session.state.date));
            REQUIRE(label != nullptr);
            CHECK(holds(words, format_date(label->from_stated, Lang::Fr)));
            if (label->to_stated) CHECK(holds(words, format_date(*label->to_stated, Lang::Fr)));
            if (const auto term = term_at(reader.snapshot, index, last_day(reader.session.state.date)))
                CHECK(holds(words,
                            facet_value_name(reader.snapshot, Facet::Term, reader.snapshot.terms[*term].id, Lang::Fr)));
        }
    }
}

TEST_CASE("the strip tells every published number, why it differs, and what happened that year") {
    for (const Lang lang : {Lang::Fr, Lang::En}) {
        Reader reader(lang);
        const Document document = reader.document();
        const Table& table = table_of(part(document, "strip"));
        for (const PublishedCount& count : reader.snapshot.counts) {
            const auto* row = row_of(table, std::to_string(civil(count.date).year));
            REQUIRE(row != nullptr);
            if (count.kind == CountKind::Derived) continue;
            const std::string words = joined(*row);
            CHECK(holds(words, std::to_string(count.value) + " (" + format_date(count.stated(), lang) + ")"));
            CHECK(holds(words, count.reason.in(lang)));
        }
        for (const Event& event : reader.snapshot.events) {
            if (event.kind != EventKind::Merged && event.kind != EventKind::Absorbed) continue;
            for (const ClusterIndex from : event.from) {
                const Cluster& cluster = reader.snapshot.clusters[from];
                if (cluster.labels.empty()) continue;
                CAPTURE(cluster.id);
                const auto* row = row_of(table, std::to_string(civil(event.effective_day()).year));
                REQUIRE(row != nullptr);
                CHECK(holds(row->back().words, cluster.short_name));
            }
        }
    }
}

TEST_CASE("every story, figure, contradiction, policy text, phase and source is there, whatever is asked for") {
    for (const Lang lang : {Lang::Fr, Lang::En}) {
        Reader reader(lang, "2007-07");
        reader.session.state.filter.of(Facet::Region) = {"53"};
        const Snapshot& snapshot = reader.snapshot;
        const std::string all = words_of(reader.document().root);
        const auto check = [&](const std::string& id, const std::string& words) {
            CAPTURE(id);
            CHECK(holds(all, words));
        };
        for (const Story& story : snapshot.stories) {
            check(story.id, story.title.in(lang) + "\n");
            check(story.id, story.summary.in(lang));
            for (const StoryFigure& figure : story.figures) check(story.id, figure.label.in(lang));
            for (const ClusterIndex cluster : story.clusters) check(story.id, snapshot.clusters[cluster].name);
        }
        for (const Figure& figure : snapshot.figures) check(figure.id, figure.statement.in(lang));
        for (const Contradiction& contradiction : snapshot.contradictions) {
            check(contradiction.id, contradiction.topic.in(lang));
            check(contradiction.id, contradiction.explanation.in(lang));
            for (const Statement& statement : contradiction.statements)
                check(contradiction.id, statement.says.in(lang));
        }
        for (const PolicySection& section : snapshot.policy) {
            check(section.id, section.lead.in(lang));
            check(section.id, section.remark.in(lang));
            for (const PolicyItem& item : section.items) check(section.id, item.text.in(lang));
        }
        for (const Phase& phase : snapshot.phases) {
            check("phase", phase.name.in(lang));
            check("phase", phase.summary.in(lang));
            for (const auto* texts : {&phase.objectives, &phase.requirements, &phase.commitments})
                for (const Text& text : *texts) check("phase", text.in(lang));
        }
        for (const Source& source : snapshot.sources) check(source.id, source.title);
    }
}

TEST_CASE("a comparison is told by its sentence and every name of it") {
    for (const std::string_view earlier : {"2005", "2010", "2019-02-05"}) {
        Reader reader(Lang::Fr, "2026");
        reader.session.state.compare = parse_partial_date(earlier);
        const Document document = reader.document();
        const std::string words = words_of(part(document, "changes"));
        CHECK(holds(words, compare_sentence(reader.input()).text));
        const Changes& changes = *reader.result.changes;
        for (const auto* list : {&changes.entered, &changes.left, &changes.renamed, &changes.continued})
            for (const ClusterIndex cluster : *list) CHECK(holds(words, reader.snapshot.clusters[cluster].short_name));
        for (const Merger& merger : changes.merged)
            for (const auto* list : {&merger.from, &merger.to})
                for (const ClusterIndex cluster : *list)
                    CHECK(holds(words, reader.snapshot.clusters[cluster].short_name));
        CHECK(find(Reader().document().root, "changes") == nullptr);
    }
}

TEST_CASE("what is drawn on a card is read, and what is read of a card is drawn") {
    for (const Cluster& cluster : bundled_snapshot().clusters)
        for (const std::string_view date : {"2026", "2012"}) {
            Reader reader(Lang::Fr, date);
            reader.session.state.selected = cluster.id;
            reader.show();
            const Document document = reader.document();
            const std::string read_words = comparable(words_of(part(document, "card")));
            std::string drawn;
            for (const Node& node : reader.scene.nodes) {
                if (node.zone != Zone::Card) continue;
                for (const std::string* words : {&node.name, &node.value, &node.hint}) (drawn += *words) += ' ';
                const bool is_control = node.id == "card/close" || node.id == "card/next" ||
                                        node.id == "card/previous" || node.id == "card/report" ||
                                        node.id == "card/sources" || node.id == "card/stories";
                CAPTURE(cluster.id);
                CAPTURE(node.id);
                if (is_control) continue;
                CHECK(holds(read_words, comparable(node.name)));
                CHECK(holds(read_words, comparable(node.value)));
                CHECK(holds(read_words, comparable(node.hint)));
            }
            for (const Record& record : reader.scene.records)
                if (const auto* run = std::get_if<rec::TextRun>(&record)) (drawn += run->text) += ' ';
            const std::string drawn_words = comparable(drawn);
            for (const Section& section : part(document, "card").sections) {
                if (section.id == "card/sources" || section.id == "card/stories") continue;
                const std::string words = words_of(section);
                for (std::size_t at = 0; at < words.size();) {
                    const std::size_t end = words.find('\n', at);
                    std::string line = words.substr(at, end - at);
                    at = end + 1;
                    if (section.id == "card/names") line = line.substr(0, line.find(". "));
                    CAPTURE(line);
                    CHECK(holds(drawn_words, comparable(line)));
                }
            }
        }
}

TEST_CASE("a row of the list says what the document's row says") {
    for (const std::string_view date : k_dates) {
        Reader reader(Lang::Fr, date);
        reader.send(act::SetView{View::List});
        reader.show();
        const Document document = reader.document();
        const Table& table = table_of(part(document, "clusters"));
        std::size_t rows = 0;
        for (const Node& node : reader.scene.nodes) {
            if (node.role != Role::Row) continue;
            const auto* row = row_of(table, node.name);
            REQUIRE(row != nullptr);
            CHECK(table.rows[rows++].front().words == node.name); // in the same order
            REQUIRE(node.cells.size() == row->size());
            for (std::size_t i = 0; i < row->size(); ++i) CHECK(node.cells[i] == (*row)[i].words);
            const Cluster& cluster = reader.snapshot.clusters[*reader.snapshot.find_cluster(node.id.substr(9))];
            if (!cluster.seat || cluster.seat->city.empty()) continue;
            CHECK(holds(joined(*row), seat_words(*cluster.seat, Lang::Fr)));
        }
        CHECK(rows == table.rows.size());
    }
}

TEST_CASE("at least 97 % of the facts of the primary documents are in one document") {
    std::map<std::pair<std::string, std::string>, std::string> seen;
    const auto rows = read_table("tests/fixtures/facts.tsv");
    REQUIRE(rows.size() > 1000);
    std::size_t found = 0;
    std::string missing;
    for (const auto& row : rows) {
        const Lang lang = row[0] == "s003" ? Lang::Fr : Lang::En;
        const bool is_cluster = row.at(2).starts_with("clusters/");
        const std::string selected = is_cluster ? row.at(2).substr(9) : std::string();
        std::string& all = seen[{selected, std::string(lang.tag())}];
        if (all.empty()) {
            Reader reader(lang);
            reader.session.state.selected = selected;
            all = comparable(words_of(reader.document().root));
        }
        std::string lacking;
        const std::string& field = row.at(3);
        for (std::size_t begin = 0; begin < field.size();) {
            const std::size_t end = std::min(field.find(" | ", begin), field.size());
            if (!holds(all, comparable(field.substr(begin, end - begin))))
                lacking += " [" + field.substr(begin, end - begin) + "]";
            begin = end + 3;
        }
        if (lacking.empty())
            ++found;
        else
            (missing += "\n" + row[0] + " " + row[1] + ": " + row[2]) += lacking;
    }
    const double share = 100.0 * static_cast<double>(found) / static_cast<double>(rows.size());
    MESSAGE(found << " of " << rows.size() << " facts, " << share << " %" << missing);
    CHECK(share >= 97.0);
}

TEST_CASE("the size of the window changes no word") {
    Reader wide;
    wide.session.state.selected = "nextmove";
    Reader narrow;
    narrow.session.state.selected = "nextmove";
    narrow.environment.width_px = 320.0f;
    narrow.environment.height_px = 256.0f;
    CHECK(document_html(wide.document()) == document_html(narrow.document()));
}

TEST_CASE("a link in the document opens the same state with that cluster") {
    Reader reader(Lang::Fr, "2012");
    const Document document = reader.document();
    const auto* row = row_of(table_of(part(document, "clusters")), "Minalogic");
    REQUIRE(row != nullptr);
    const State initial = initial_state(reader.snapshot, reader.index.ground, Lang::Fr);
    const PermalinkReading reading = decode_permalink(row->front().href, initial);
    CHECK(reading.ignored.empty());
    State wanted = reader.session.state;
    wanted.selected = "minalogic";
    CHECK(reading.state == wanted);
}

TEST_CASE("an empty answer says why, an empty snapshot is readable") {
    Reader reader(Lang::Fr);
    reader.session.state.filter.text = "xyzzy";
    const std::string words = words_of(part(reader.document(), "clusters"));
    CHECK(holds(words, "Aucun pôle pour «\u00A0xyzzy\u00A0»."));
    const Snapshot empty;
    const auto index = build_snapshot_index(empty);
    const Session session;
    const Result result = evaluate(empty, *index, session.state);
    const Environment environment;
    std::vector<MarkupTag> tags;
    CHECK(read_markup(document_html(read({empty, *index, session, result, environment})), tags) == "");
}
