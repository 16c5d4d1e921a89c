#include "core/time/sentence.hpp"

#include "core/time_oracle.hpp"
#include "core/time_snapshots.hpp"

using namespace atlas;
using made::day;

namespace {

ChangeSentence between(const Snapshot& snapshot, std::string_view a, std::string_view b, Lang lang) {
    const PartialDate from = *parse_partial_date(a), to = *parse_partial_date(b);
    const Changes changes = compute_changes(snapshot, last_day(from), last_day(to));
    return change_sentence({snapshot, changes, from, to, lang});
}

// Reads the sum as a person would.
bool adds_up(const std::string& sum) {
    long total = 0, sign = 1;
    std::string number;
    for (std::size_t i = 0; i <= sum.size(); ++i) {
        const char c = i < sum.size() ? sum[i] : '\0';
        if (c >= '0' && c <= '9')
            number += c;
        else if (c == ' ' || c == '\0') {
            if (!number.empty()) total += sign * std::stol(number);
            if (c == '\0') return total == 0;
            number.clear();
        } else if (c == '+')
            sign = 1;
        else
            sign = -1; // a minus, or the equals sign: what follows is taken away, so that the rest must be 0
    }
    return false;
}

}

TEST_CASE("the sentence of 2019 to 2023, as the numbers of February 2019 and March 2023 make it") {
    const ChangeSentence fr = between(oracle::bundled(), "2019-02", "2023-03", Lang::Fr);
    CHECK(fr.lead == "Entre février 2019 et mars 2023");
    CHECK(fr.sum == "56 + 2 \u2212 2 \u2212 2 + 1 = 55");
    CHECK(fr.headline.starts_with("56 pôles deviennent 55\u202F: 2 entrées, 2 sorties, 2 fusions (2 labels de moins)"));
    CHECK(fr.remark.starts_with("Images & Réseaux et TES, comptés ensemble"));
    CHECK(fr.text.ends_with("= 55, chacun compté une fois."));
    const ChangeSentence en = between(oracle::bundled(), "2019-02", "2023-03", Lang::En);
    CHECK(en.headline.starts_with("56 clusters become 55: 2 entries, 2 exits, 2 mergers (2 labels fewer)"));
}

TEST_CASE("a year means its last day and says so") {
    CHECK(between(oracle::bundled(), "2019", "2023", Lang::Fr).lead == "Entre fin 2019 et fin 2023");
    CHECK(between(oracle::bundled(), "2019", "2023", Lang::En).lead == "Between the end of 2019 and the end of 2023");
    CHECK(between(oracle::bundled(), "2019-02-05", "2023-03", Lang::Fr).lead == "Entre le 5 février 2019 et mars 2023");
}

TEST_CASE("one is not many") {
    made::Maker maker;
    const ClusterIndex a = maker.cluster("a", "2005", "2010");
    maker.cluster("b", "2005");
    maker.cluster("c", "2005", "2012");
    maker.cluster("d", "2009");
    maker.event(EventKind::Absorbed, "2010", {a}, {1});
    CHECK(between(maker.snapshot, "2008", "2020", Lang::Fr).headline ==
          "3 pôles deviennent 2\u202F: 1 entrée, 1 sortie, 1 fusion (1 label de moins)");
    CHECK(between(maker.snapshot, "2008", "2020", Lang::En).headline ==
          "3 clusters become 2: 1 entry, 1 exit, 1 merger (1 label fewer)");
    CHECK(between(maker.snapshot, "2011", "2011-06", Lang::Fr).headline == "rien ne change\u202F: 3 pôles");
}

TEST_CASE("equal numbers are not silence") {
    const ChangeSentence fr = between(oracle::bundled(), "2009", "2010-06", Lang::Fr);
    CHECK(fr.headline.starts_with("71 pôles restent 71\u202F: 6 entrées, 6 sorties"));
    CHECK(fr.sum == "71 + 6 \u2212 6 = 71");
}

TEST_CASE("the sum in the sentence adds up between any two months") {
    const Snapshot& snapshot = oracle::bundled();
    REQUIRE(adds_up("56 + 2 \u2212 2 \u2212 2 + 1 = 55"));
    REQUIRE_FALSE(adds_up("56 + 2 \u2212 2 \u2212 2 = 55"));
    for (int a = 0; a < oracle::k_months; a += 5)
        for (int b = a + 1; b < oracle::k_months; b += 7) {
            const Changes changes = compute_changes(snapshot, oracle::month_end(a), oracle::month_end(b));
            for (const Lang lang : {Lang::Fr, Lang::En}) {
                CAPTURE(change_sum(changes, lang));
                CHECK(adds_up(change_sum(changes, lang)));
            }
        }
}
