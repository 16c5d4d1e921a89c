#include "core/time/roster.hpp"

#include "core/base/text.hpp"
#include "core/time_oracle.hpp"
#include "core/time_snapshots.hpp"

#include <sstream>

using namespace atlas;
using made::day;

namespace {

// First column of a typed list; see tests/fixtures.
std::vector<std::string> printed_names(const std::string& file) {
    std::vector<std::string> names;
    std::istringstream lines(read_repository_file("tests/fixtures/" + file));
    for (std::string line; std::getline(lines, line);)
        if (!line.empty() && line[0] != '#') names.push_back(line.substr(0, line.find('\t')));
    return names;
}

std::set<std::string> names_in_list(const Snapshot& snapshot, const std::vector<ClusterIndex>& holders,
                                    std::string_view roster) {
    std::set<std::string> names;
    const auto index = snapshot.find_roster(roster);
    REQUIRE(index);
    for (const ClusterIndex cluster : holders)
        for (const RosterName& name : snapshot.clusters[cluster].rosters)
            if (name.roster == *index) names.insert(fold(name.name));
    return names;
}

}

TEST_CASE("the rosters of 2007, 2023 and 2026 are the printed lists") {
    const Snapshot& snapshot = oracle::bundled();
    const LabelIndex labels(snapshot);
    struct List {
        const char* roster;
        const char* file;
        const char* date;
        std::uint32_t count;
    };
    for (const List& list : {List{"2007", "list_2007.tsv", "2007-04", 66}, List{"2023", "list_2023.tsv", "2023-03", 55},
                             List{"2026", "list_2026.tsv", "2026-03", 53}}) {
        CAPTURE(list.roster);
        CHECK(labels.count_at(day(list.date)) == list.count);
        const std::vector<ClusterIndex> holders = labels.holders_at(day(list.date));
        CHECK(holders.size() == list.count);
        std::set<std::string> printed;
        for (const std::string& name : printed_names(list.file)) printed.insert(fold(name));
        CHECK(printed.size() == list.count);
        // Every holder stands in the list, and the list has no other.
        const std::set<std::string> listed = names_in_list(snapshot, holders, list.roster);
        CHECK(listed.size() == list.count);
        std::vector<std::string> missing;
        for (const std::string& name : listed)
            if (!printed.count(name)) missing.push_back(name);
        CAPTURE(missing.size());
        for (const std::string& name : missing) MESSAGE(list.roster << ": not printed as " << name);
        CHECK(missing.empty());
    }
}

TEST_CASE("counts and holders agree with the slow way at every month from 2005 to 2026") {
    const Snapshot& snapshot = oracle::bundled();
    const LabelIndex labels(snapshot);
    for (int month = 0; month < oracle::k_months; ++month) {
        const Date date = oracle::month_end(month);
        CAPTURE(to_string(date));
        const oracle::Day oracle_day = oracle::day_of(date);
        const oracle::Set expected = oracle::holders(snapshot, oracle_day);
        const std::vector<ClusterIndex> holders = labels.holders_at(date);
        CHECK(oracle::Set(holders.begin(), holders.end()) == expected);
        CHECK(holders.size() == expected.size());
        CHECK(labels.bodies_at(date) == expected.size());
        CHECK(labels.count_at(date) == oracle::label_names(snapshot, oracle_day).size());
        const std::vector<std::uint8_t> holds = labels.holds_at(date);
        for (ClusterIndex i = 0; i < snapshot.clusters.size(); ++i) {
            CHECK(holds[i] == expected.count(i));
            CHECK(holds_at(snapshot.clusters[i], date) == (expected.count(i) > 0));
        }
    }
}

TEST_CASE("derived counts are those that the snapshot states beside the published ones") {
    const Snapshot& snapshot = oracle::bundled();
    const LabelIndex labels(snapshot);
    REQUIRE(snapshot.counts.size() == 29);
    for (const PublishedCount& count : snapshot.counts) {
        CAPTURE(to_string(count.date));
        CHECK(labels.count_at(count.date) == static_cast<std::uint32_t>(count.derived));
        CHECK(labels.count_min_at(count.date) == static_cast<std::uint32_t>(count.derived_min));
    }
}

TEST_CASE("a label holds from its first day to the day before its last bound") {
    made::Maker maker;
    maker.cluster("a", "2005-07-12", "2010");
    const LabelIndex labels(maker.snapshot);
    CHECK(labels.count_at(day("2005-07-11")) == 0);
    CHECK(labels.count_at(day("2005-07-12")) == 1);
    CHECK(labels.count_at(day("2005")) == 1); // a year means its last day
    CHECK(labels.count_at(day("2009")) == 1);
    CHECK(labels.count_at(day("2010-01-01")) == 0); // a bound means the first day of what is stated
}

TEST_CASE("joint labels count once while they are joint, partners never") {
    made::Maker maker;
    const ClusterIndex a = maker.cluster("a", "2005"), b = maker.cluster("b", "2005", "2020-06");
    maker.cluster("c", "2006");
    maker.cluster("partner");
    for (const ClusterIndex cluster : {a, b})
        maker.snapshot.clusters[cluster].labels[0].joint = JointLabel{"a+b", day("2019-01-01"), day("2021-01-01"), {}};
    const LabelIndex labels(maker.snapshot);
    CHECK(labels.count_at(day("2018-12-31")) == 3);
    CHECK(labels.count_at(day("2019-01-01")) == 2);
    CHECK(labels.bodies_at(day("2019-01-01")) == 3);
    CHECK(labels.count_at(day("2020-06-01")) == 2); // b gave its label up: nothing is shared any more
    CHECK(labels.count_at(day("2021-01-01")) == 2);
}

TEST_CASE("uncertain ends count at their latest, and at their earliest in the minimum") {
    made::Maker maker;
    const ClusterIndex a = maker.cluster("a", "2005", "2020");
    maker.cluster("b", "2005");
    maker.snapshot.clusters[a].labels[0].to_certain = false;
    maker.snapshot.clusters[a].labels[0].to_earliest = day("2018-01-01");
    const LabelIndex labels(maker.snapshot);
    CHECK(labels.count_at(day("2019")) == 2);
    CHECK(labels.count_min_at(day("2017-12-31")) == 2);
    CHECK(labels.count_min_at(day("2018-01-01")) == 1);
    CHECK(labels.count_at(day("2020-01-01")) == 1);
    CHECK(labels.count_min_at(day("2020-01-01")) == 1);
}

TEST_CASE("terms in force: 48 and 8 in 2019, 47, 4, 2 and 2 in 2023") {
    const Snapshot& snapshot = oracle::bundled();
    const auto count = [&](std::string_view term, std::string_view date) {
        std::set<std::string> seen; // joint labels have one term
        for (ClusterIndex i = 0; i < snapshot.clusters.size(); ++i) {
            const auto found = term_at(snapshot, i, day(date));
            if (!found || snapshot.terms[*found].id != term) continue;
            const Label* label = label_at(snapshot.clusters[i], day(date));
            const bool is_joint =
                label->joint && day(date) < label->joint->to.value_or(Date{1 << 24}) && label->joint->from <= day(date);
            seen.insert(is_joint ? label->joint->id : snapshot.clusters[i].id);
        }
        return seen.size();
    };
    CHECK(count("4y", "2019-02-05") == 48);
    CHECK(count("1y-extendable", "2019-02-05") == 8);
    CHECK(count("4y", "2023-03-27") == 47);
    CHECK(count("2y-extendable", "2023-03-27") == 4);
    CHECK(count("1y-extendable", "2023-03-27") == 2);
    CHECK(count("new-2y", "2023-03-27") == 2);
    CHECK(count("until-2026", "2026-03") == 3);
    CHECK(years_of_term("4y") == 4);
    CHECK(years_of_term("new-2y") == 2);
    CHECK_FALSE(years_of_term("until-2026"));
    CHECK_FALSE(years_of_term(""));
}

TEST_CASE("phases are calendar years without a hole, whatever the day of their labels") {
    const Snapshot& snapshot = oracle::bundled();
    std::optional<Date> end;
    for (const Phase& phase : snapshot.phases) {
        if (phase.status == PhaseStatus::Requested) continue;
        const CivilDate first = civil(phase.start.value()), last = civil(phase.end.value());
        CHECK((first.month == 1 && first.day == 1 && last.month == 12 && last.day == 31));
        if (end) CHECK(phase.start->days == end->days + 1);
        end = phase.end;
    }
}

TEST_CASE("between two phases the earlier one goes on") {
    Snapshot snapshot = oracle::bundled();
    snapshot.phases[4].start = day("2023-03-27");
    CHECK(phase_in_force(snapshot, day("2004-12-31")) == nullptr);
    CHECK(phase_in_force(snapshot, day("2005-01-01"))->number == 1);
    CHECK(phase_in_force(snapshot, day("2023-02-28"))->number == 4);
    CHECK(phase_in_force(snapshot, day("2023-03-27"))->number == 5);
    CHECK(phase_in_force(snapshot, day("2030"))->number == 5); // nobody decided on a sixth one
}

TEST_CASE("a shared label is not counted as shared once one of its bodies may have given it up") {
    made::Maker maker;
    const ClusterIndex a = maker.cluster("a", "2005"), b = maker.cluster("b", "2005", "2021");
    for (const ClusterIndex cluster : {a, b})
        maker.snapshot.clusters[cluster].labels[0].joint = JointLabel{"a+b", day("2019-01-01"), {}, {}};
    maker.snapshot.clusters[b].labels[0].to_certain = false;
    maker.snapshot.clusters[b].labels[0].to_earliest = day("2020-01-01");
    const LabelIndex labels(maker.snapshot);
    CHECK(labels.count_min_at(day("2019-12-31")) == 1);
    CHECK(labels.count_min_at(day("2020-06")) == 1); // a goes on, alone
    CHECK(labels.count_at(day("2020-06")) == 1);
    CHECK(labels.bodies_at(day("2020-06")) == 2);
}

TEST_CASE("a label lengthened within a phase has its next term from the day on which the first one has run out") {
    made::Maker maker;
    maker.snapshot.terms.resize(2);
    maker.snapshot.terms[0].id = "1y-extendable";
    maker.snapshot.terms[1].id = "until-2022";
    maker.snapshot.phases.resize(2);
    for (int i = 0; i < 2; ++i) {
        maker.snapshot.phases[static_cast<std::size_t>(i)].number = i + 1;
        maker.snapshot.phases[static_cast<std::size_t>(i)].start = day(i == 0 ? "2019-01-01" : "2027-01-01");
    }
    maker.snapshot.phases[1].status = PhaseStatus::Requested; // nobody decided on it
    const ClusterIndex a = maker.cluster("a", "2019");
    maker.snapshot.clusters[a].labels[0].phase_terms = {{1, 0, {}, {}, {}}, {1, 1, {}, {}, {}}};
    CHECK(term_at(maker.snapshot, a, day("2019-12-31")) == 0u);
    CHECK(term_at(maker.snapshot, a, day("2020-01-01")) == 1u);
    CHECK(phase_in_force(maker.snapshot, day("2030")) == &maker.snapshot.phases[0]);
    CHECK_FALSE(term_at(maker.snapshot, a, day("2018")));
}
