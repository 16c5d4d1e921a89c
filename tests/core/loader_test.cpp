// What the loader says about files that are wrong, and what it keeps of files that are right.
#include "core/base/json.hpp"
#include "core/read_file.hpp"
#include "core/snapshot/load.hpp"
#include "support/bundled_snapshot.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace atlas;

namespace {

const std::string& small_file() {
    static const std::string file = read_repository_file("tests/fuzz/corpus/loader_fuzz/small.json");
    return file;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

// The one error of a hostile file, which has a sentence in both languages.
Diagnostic single_error(std::string_view bytes) {
    const LoadResult result = load_snapshot(bytes);
    CHECK(!result.snapshot);
    REQUIRE(result.errors.size() == 1);
    CHECK(!result.errors[0].message.in(Lang::Fr).empty());
    CHECK(result.errors[0].message.in(Lang::Fr) != result.errors[0].message.in(Lang::En));
    return result.errors[0];
}

}

TEST_CASE("hostile files give one clear error each") {
    using std::string_view_literals::operator""sv;
    CHECK(single_error("").message.in(Lang::En) == "The file is empty.");
    CHECK(single_error(std::string(1'000'000, '[')).message.in(Lang::En).find("16 levels") != std::string::npos);
    CHECK(single_error("[\"" + std::string(10'000'000, 'x') + "\"]").message.in(Lang::En).find("64 KiB") !=
          std::string::npos);
    CHECK(single_error("[1e999]").message.in(Lang::En) == "This number is too large.");
    CHECK(single_error("[\"\xC3\x28\"]").message.in(Lang::En) == "This byte is not valid UTF-8.");
    CHECK(single_error("\xFF\xFE{\0}\0"sv).message.in(Lang::En).find("UTF-16") != std::string::npos);
    CHECK(single_error(std::string(33u << 20, ' ')).message.in(Lang::En).find("32 MiB") != std::string::npos);
    CHECK(single_error("null").message.in(Lang::En).find("JSON object") != std::string::npos);
    CHECK(single_error("{}").message.in(Lang::En).find("schema") != std::string::npos);
    CHECK(single_error("{\"schema\":1,\"schema\":1}").message.in(Lang::En).find("written twice") != std::string::npos);
    CHECK(single_error("<!doctype html>").message.in(Lang::En).find("is this JSON?") != std::string::npos);
}

TEST_CASE("thirty megabytes of hostile records end with at most fifty errors") {
    for (const char* record : {"{},", "{\"id\":\"a\"},", "{\"id\":\"\",\"labels\":[{}]},", "7,", "[[[]]],"}) {
        std::string file = small_file();
        std::string records;
        while (records.size() < 6'000'000) records += record;
        file = replaced(file, "\"clusters\":[", "\"clusters\":[" + records);
        const LoadResult result = load_snapshot(file);
        CHECK(!result.snapshot);
        CHECK(!result.errors.empty());
        CHECK(result.errors.size() <= k_max_diagnostics);
        CHECK(result.warnings.size() <= k_max_diagnostics);
    }
}

TEST_CASE("an error has a pointer, a line, a column and a sentence") {
    std::string file = small_file();
    file = replaced(file, "\"lat\":45.7", "\n  \"lat\":95");
    const LoadResult result = load_snapshot(file);
    REQUIRE(result.errors.size() == 1);
    CHECK(result.errors[0].pointer == "/clusters/0/seat/lat");
    CHECK(result.errors[0].line == 2);
    CHECK(result.errors[0].column == 9);
    CHECK(result.errors[0].message.in(Lang::En) == "This number must lie between -90 and 90.");
}

TEST_CASE("all errors of a file are told at once, in the order of the file") {
    std::string file = replaced(small_file(), "\"lat\":45.7", "\"lat\":95");
    file = replaced(file, "\"date\":\"2020-02\"", "\"date\":\"2020-22\"");
    file = replaced(file, "\"source\":[\"s\"],\"terms\"", "\"source\":[\"nobody\"],\"terms\"");
    const LoadResult result = load_snapshot(file);
    REQUIRE(result.errors.size() == 3);
    CHECK(result.errors[0].pointer == "/clusters/0/seat/lat");
    CHECK(result.errors[1].pointer == "/clusters/0/labels/0/source/0");
    CHECK(result.errors[2].pointer == "/events/0/date");
    CHECK(result.errors[1].column < result.errors[2].column);
}

TEST_CASE("the fifty-first error is only counted") {
    std::string records;
    for (int i = 0; i < 80; ++i) records += "7,";
    const LoadResult result = load_snapshot(replaced(small_file(), "\"clusters\":[", "\"clusters\":[" + records));
    REQUIRE(result.errors.size() == k_max_diagnostics);
    CHECK(result.errors.back().message.in(Lang::En) == "… and 31 more.");
}

TEST_CASE("invisible characters are removed with a warning") {
    const LoadResult result = load_snapshot(replaced(small_file(), "\"name\":\"B\"", "\"name\":\"B\u202E!\""));
    REQUIRE(result.snapshot);
    CHECK(result.snapshot->clusters[1].name == "B!");
    REQUIRE(result.warnings.size() == 1);
    CHECK(result.warnings[0].severity == Severity::Warning);
    CHECK(result.warnings[0].pointer == "/clusters/1/name");
}

TEST_CASE("a byte order mark is accepted with a warning") {
    const LoadResult result = load_snapshot("\xEF\xBB\xBF" + small_file());
    REQUIRE(result.snapshot);
    CHECK(result.warnings.size() == 1);
}

TEST_CASE("fields that nobody knows are kept in the record's own text") {
    const LoadResult result =
        load_snapshot(replaced(small_file(), "{\"id\":\"b\",", "{\"id\":\"b\",\"x-motto\":{\"a\":[1,null]},"));
    REQUIRE(result.snapshot);
    CHECK(result.warnings.empty());
    const Snapshot& s = *result.snapshot;
    const std::string_view text = s.text_of(s.clusters[s.find_cluster("b").value()].span);
    CHECK(text.find("\"x-motto\":{\"a\":[1,null]}") != std::string_view::npos);
}

TEST_CASE("a place lies in the department whose code its own begins with, the longest that the file knows") {
    const std::string regions =
        R"([{"code":"84","name":"R","departments":{"30":"Gard","2A":"Corse-du-Sud","97":"Far"}},)"
        R"({"code":"04","name":"S","departments":["974"]}])";
    for (const auto& [place, department, region] : {std::tuple("30202", "30", 0),
                                                    {"2A004", "2A", 0},
                                                    {"97411", "974", 1},
                                                    {"97520", "97", 0},
                                                    {"96000", "", -1},
                                                    {"30", "", -1},
                                                    {"", "", -1}}) {
        const std::string file = R"({"schema":1,"meta":{"title":"T","date":"2026","default_date":"2026","licence":"L",)"
                                 R"("authorship":"A"},"sources":[{"id":"s","title":"S"}],"regions":)" +
                                 regions +
                                 R"(,"domains":[{"id":"d","name":"D"}],"sectors":[{"id":"d","domain":"d",)"
                                 R"("name":"D"}],"clusters":[{"id":"a","name":"A","sectors":["d"],"seat":)"
                                 R"({"city":"C","lat":1,"lng":1)" +
                                 (place[0] ? std::string(R"(,"insee":")") + place + '"' : "") + "}}]}";
        const LoadResult result = load_snapshot(file);
        REQUIRE(result.snapshot);
        const Seat& seat = *result.snapshot->clusters[0].seat;
        CHECK(seat.department == department);
        CHECK(seat.region.has_value() == (region >= 0));
        if (region >= 0) CHECK(*seat.region == static_cast<RegionIndex>(region));
        CHECK(result.snapshot->find_department("2A")->name.in(Lang::Fr) == "Corse-du-Sud");
        CHECK(result.snapshot->find_department("974")->name.empty());
        CHECK(result.snapshot->find_department("75") == nullptr);
    }
}

TEST_CASE("what is not written is derived: department, region, domain, short name, printed names") {
    const LoadResult result = load_snapshot(small_file());
    REQUIRE(result.snapshot);
    const Cluster& a = result.snapshot->clusters[0];
    REQUIRE(a.seat);
    CHECK(a.seat->department == "69");
    CHECK(result.snapshot->regions[a.seat->region.value()].code == "84");
    CHECK(a.domains == std::vector<DomainIndex>{0});
    CHECK(a.short_name == "A");
    CHECK(a.aliases == std::vector<std::string>{"A!"});
    CHECK(a.labels[0].from == from_civil(2005, 1, 1));
    CHECK(a.labels[0].to.value() == from_civil(2020, 2, 1));
    CHECK(to_string(a.labels[0].from_stated) == "2005");
}

TEST_CASE("what one part of the file says need not be written again in another") {
    std::string file = replaced(small_file(), "\"rosters\":{\"r\":\"A!\"}",
                                "\"rosters\":{\"r\":true},\"names\":[{\"name\":\"Old (O)\",\"from\":\"2005\"},"
                                "{\"name\":\"Older\",\"from\":\"2010-03\",\"to_window\":[\"2012\",\"2013\"]},"
                                "{\"from_window\":[\"2012\",\"2013\"]}]");
    file = replaced(file, "\"events\":[",
                    "\"events\":[{\"kind\":\"labelled\",\"date\":\"2020-02\",\"source\":[\"s\"]},"
                    "{\"kind\":\"delabelled\",\"date\":\"2020-02-01\",\"source\":[\"s\"]},"
                    "{\"kind\":\"renamed\",\"date\":\"2010-03-05\",\"from\":[\"a\"],\"source\":[\"s\"]},"
                    "{\"kind\":\"renamed\",\"date\":\"2013\",\"window\":[\"2012\",\"2013\"],\"from\":[\"a\"],"
                    "\"source\":[\"s\"]},");
    file = replaced(file, "\"unit\":\"EUR\",\"label\"", "\"label\"");
    file = replaced(file, "\"derived\":1,", "");
    const LoadResult result = load_snapshot(file);
    REQUIRE(result.snapshot);
    const Snapshot& s = *result.snapshot;
    const std::vector<NameInterval>& names = s.clusters[0].names;
    CHECK(s.clusters[0].rosters[0].name == "A");
    CHECK(to_string(names[0].to.value()) == "2010-03");
    CHECK(!names[1].to);
    CHECK(names[2].name == "A");
    CHECK(!names[2].to);
    REQUIRE(s.events.size() == 5); // in time order
    CHECK(s.events[0].name_before == "Old");
    CHECK(s.events[0].name_after == "Older");
    CHECK(s.events[1].name_before == "Older");
    CHECK(s.events[1].name_after == "A");
    CHECK(s.events[1].note.in(Lang::En).find("Older") != std::string::npos);
    CHECK(s.events[2].to == std::vector<ClusterIndex>{1});
    CHECK(s.events[2].from.empty());
    CHECK(s.events[3].from == std::vector<ClusterIndex>{0});
    CHECK(s.stories[0].figures[0].quantity.unit == k_no_unit);
    CHECK(s.counts[0].derived == 1);
}

TEST_CASE("what cannot be known from another part has to be written") {
    const auto with_event = [](std::string_view event) {
        return load_snapshot(replaced(small_file(), "\"events\":[", "\"events\":[" + std::string(event) + ","));
    };
    const std::string end = ",\"source\":[\"s\"]}";
    CHECK(!with_event("{\"kind\":\"renamed\",\"date\":\"2010\",\"from\":[\"a\"]" + end).snapshot);
    CHECK(!with_event("{\"kind\":\"labelled\",\"date\":\"2011\"" + end).snapshot);
    CHECK(!with_event("{\"kind\":\"labelled\",\"date\":\"2020-02\",\"to\":[]" + end).snapshot);
    CHECK(!with_event("{\"kind\":\"dissolved\",\"date\":\"2020-02\"" + end).snapshot);
    CHECK(!load_snapshot(replaced(small_file(), "\"r\":\"A!\"", "\"r\":false")).snapshot);
    CHECK(!load_snapshot(
               replaced(small_file(), "\"value\":1,\"kind\":\"press\",\"derived\":1", "\"value\":2,\"kind\":\"press\""))
               .snapshot);
}

TEST_CASE("a snapshot put together from its records' own texts is the same snapshot") {
    const Snapshot& s = bundled_snapshot();
    std::string clusters;
    for (const Cluster& cluster : s.clusters)
        clusters += (clusters.empty() ? "" : ",") + std::string(s.text_of(cluster.span));
    const JsonDocument document(s.raw);
    const JsonValue list = document.root().find("clusters");
    std::string again = s.raw;
    again.replace(list.begin_offset(), list.end_offset() - list.begin_offset(), "[" + clusters + "]");
    const LoadResult result = load_snapshot(again);
    REQUIRE(result.snapshot);
    REQUIRE(result.snapshot->clusters.size() == s.clusters.size());
    for (std::size_t i = 0; i < s.clusters.size(); ++i) {
        const Cluster& before = s.clusters[i];
        const Cluster& after = result.snapshot->clusters[i];
        CHECK(before.id == after.id);
        CHECK(before.labels.size() == after.labels.size());
        CHECK(before.aliases == after.aliases);
        CHECK(s.text_of(before.span) == result.snapshot->text_of(after.span));
    }
}

TEST_CASE("the example that people start from is complete and loads without a word") {
    const LoadResult result = load_snapshot(read_repository_file("data/examples/three_organisations.json"));
    REQUIRE(result.snapshot);
    CHECK(result.warnings.empty());
    CHECK(result.snapshot->clusters.size() == 3);
}

TEST_CASE("loading cuts nowhere: every prefix of a valid file is refused") {
    const std::string& file = small_file();
    const std::size_t end = file.find_last_not_of('\n') + 1;
    for (std::size_t size = 0; size < end; ++size) {
        const LoadResult result = load_snapshot(std::string_view(file).substr(0, size));
        REQUIRE(!result.snapshot);
        REQUIRE(result.errors.size() == 1);
    }
}

TEST_CASE("what contradicts itself is refused, at its place") {
    const auto pointer_of = [](std::string_view what, std::string_view with) {
        CAPTURE(with);
        const LoadResult result = load_snapshot(replaced(small_file(), what, with));
        CHECK(!result.snapshot);
        return result.errors.empty() ? std::string("none") : result.errors[0].pointer;
    };
    const auto phases = [&](std::string_view second) {
        const std::string rest = ",\"name\":\"n\",\"source\":[\"s\"]}";
        return "\"phases\":[{\"phase\":1,\"status\":\"past\",\"start\":\"2005-01-01\",\"end\":\"2008-12-31\"" + rest +
               ",{\"phase\":2,\"status\":\"past\",\"start\":\"" + std::string(second) + "\"" + rest + "],\"figures\":[";
    };
    CHECK(pointer_of("\"figures\":[", phases("2008-12-31")) == "/phases/1"); // one day belongs to both
    CHECK(load_snapshot(replaced(small_file(), "\"figures\":[", phases("2009-01-01"))).snapshot);

    const std::string label = "{\"from\":\"2020-02\",\"source\":[\"s\"]}";
    const std::string end = ",\"source\":[\"s\"]}";
    CHECK(pointer_of(label, label + ",{\"from\":\"2024\"" + end) == "/clusters/1/labels/1"); // the first one goes on
    CHECK(pointer_of(label, "{\"from\":\"2020-02\",\"joint\":{\"id\":\"j\",\"from\":\"2020-01-31\"}" + end) ==
          "/clusters/1/labels/0/joint");
    const auto uncertain = [&](std::string_view earliest) {
        return "{\"from\":\"2020-02\",\"to\":\"2024\",\"to_certain\":false,\"to_earliest\":\"" + std::string(earliest) +
               "\"" + end;
    };
    CHECK(pointer_of(label, uncertain("2020-02-01")) == "/clusters/1/labels/0"); // it would have been no label
    CHECK(load_snapshot(replaced(small_file(), label, uncertain("2021-06"))).snapshot);

    CHECK(pointer_of("\"derived\":1,", "\"derived\":1,\"derived_min\":0,") == "/counts/0");
    const auto event = [&](std::string_view members) { return "\"events\":[{" + std::string(members) + end + ","; };
    CHECK(pointer_of("\"events\":[",
                     event("\"kind\":\"merged\",\"date\":\"2020-02\",\"from\":[\"a\"],\"to\":[\"b\"]")) == "/events/0");
    CHECK(pointer_of("\"events\":[",
                     event("\"kind\":\"renamed\",\"date\":\"2010\",\"from\":[\"a\"],\"name_before\":\"Old\"")) ==
          "/events/0");
}

TEST_CASE("who takes another body in keeps its own label, who is taken in does not") {
    const auto absorbed = [](std::string_view from) {
        return load_snapshot(replaced(small_file(), "\"from\":[\"a\",\"p\"]", "\"from\":" + std::string(from)));
    };
    CHECK(absorbed("[\"a\",\"b\"]").snapshot); // b is in both, and goes on
    CHECK(!load_snapshot(replaced(small_file(), "\"to\":[\"b\"]", "\"to\":[\"p\"]")
                             .replace(small_file().find("\"from\":[\"a\",\"p\"]"), 14, "\"from\":[\"b\"]"))
               .snapshot);
}

TEST_CASE("two errors of one line have each its own column") {
    std::string file = replaced(small_file(), "\"lat\":45.7", "\n\"lat\":95");
    file = replaced(file, "\"lng\":4.8", "\"lng\":480");
    const LoadResult result = load_snapshot(file);
    REQUIRE(result.errors.size() == 2);
    CHECK(result.errors[0].line == 2);
    CHECK(result.errors[0].column == 7); // of the value: "lat":95,"lng":480
    CHECK(result.errors[1].line == 2);
    CHECK(result.errors[1].column == 16);
}

TEST_CASE("published counts come in time order, however the file has them") {
    const std::string earlier = "{\"date\":\"2006-01-01\",\"value\":1,\"kind\":\"press\",\"source\":[\"s\"]}";
    std::string file = small_file();
    const std::size_t end = file.rfind("]}");
    file.insert(end, "," + earlier);
    const LoadResult result = load_snapshot(file);
    REQUIRE(result.snapshot);
    REQUIRE(result.snapshot->counts.size() == 2);
    CHECK(result.snapshot->counts[0].date < result.snapshot->counts[1].date);
}
