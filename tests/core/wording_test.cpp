// Quantities as the sources give them: signs, words, units, both languages.
#include "core/read/wording.hpp"
#include "support/bundled_snapshot.hpp"
#include "support/c_library.hpp"

#include <doctest/doctest.h>

using namespace atlas;

namespace {

Snapshot with_units() {
    Snapshot snapshot;
    for (const char* id : {"EUR", "%", "clusters", "years", "year", "times", "eur-of-r-d-per-public-eur"}) {
        Text name;
        name.add(Lang::Fr, std::string("fr ") + id);
        name.add(Lang::En, std::string("en ") + id);
        snapshot.units.push_back({id, name});
    }
    return snapshot;
}

struct Said {
    std::vector<double> values;
    Qualifier qualifier;
    UnitIndex unit;
    const char *fr, *en;
};

}

TEST_CASE("quantities read as the typography of each language asks") {
    const Snapshot snapshot = with_units();
    const Said said[] = {
        {{1e9}, Qualifier::MoreThan, 0, ">\u202F1\u202FMd€", ">\u202F€1bn"},
        {{1.5e9}, Qualifier::None, 0, "1,5\u202FMd€", "€1.5bn"},
        {{44500000}, Qualifier::None, 0, "44,5\u202FM€", "€44.5m"},
        {{9000}, Qualifier::None, 0, "9\u202F000\u202F€", "€9,000"},
        {{2.5}, Qualifier::None, 6, "2,5\u202F€", "€2.5"},
        {{31}, Qualifier::None, 1, "31\u202F%", "31%"},
        {{90}, Qualifier::UpTo, 1, "≤\u202F90\u202F%", "≤\u202F90%"},
        {{50}, Qualifier::Nearly, 2, "≈\u202F50", "≈\u202F50"},
        {{50}, Qualifier::AtLeast, 1, "≥\u202F50\u202F%", "≥\u202F50%"},
        {{18500}, Qualifier::None, 2, "18\u202F500", "18,500"},
        {{6, 9, 52}, Qualifier::None, 2, "6\u00A0+ 9\u00A0+ 52", "6\u00A0+ 9\u00A0+ 52"},
        {{2009, 2012}, Qualifier::None, 3, "2009–2012", "2009–2012"},
        {{4, 6}, Qualifier::None, 3, "4–6", "4–6"},
        {{2004}, Qualifier::None, 4, "2004", "2004"},
        {{1.3}, Qualifier::None, 5, "×\u202F1,3", "×\u202F1.3"},
    };
    for (const Said& s : said) {
        const Quantity quantity{s.values, s.qualifier, s.unit};
        CHECK(quantity_words(snapshot, quantity, Lang::Fr) == s.fr);
        CHECK(quantity_words(snapshot, quantity, Lang::En) == s.en);
    }
    CHECK(quantity_words(snapshot, {{1e9}, Qualifier::MoreThan, 0}, Lang::Fr, Wording::Words) == "plus de 1\u202FMd€");
    CHECK(quantity_words(snapshot, {{90}, Qualifier::UpTo, 1}, Lang::En, Wording::Words) == "up to 90%");
}

TEST_CASE("units are named where the number does not say them") {
    const Snapshot snapshot = with_units();
    CHECK(unit_words(snapshot, {{66}, Qualifier::None, 2}, Lang::Fr) == "fr clusters");
    CHECK(unit_words(snapshot, {{4, 6}, Qualifier::None, 3}, Lang::En) == "en years");
    for (const UnitIndex silent : {0u, 1u, 4u, 5u, 6u})
        CHECK(unit_words(snapshot, {{2004}, Qualifier::None, silent}, Lang::Fr).empty());
    CHECK(unit_words(snapshot, {{2009, 2012}, Qualifier::None, 3}, Lang::Fr).empty());
}

TEST_CASE("no quantity of the bundled snapshot is rounded") {
    const Snapshot& snapshot = bundled_snapshot();
    const auto check = [&](const Quantity& quantity) {
        if (quantity.values.size() != 1) return;
        const std::string words = quantity_words(snapshot, quantity, Lang::En);
        double scale = 1.0;
        if (words.ends_with("bn"))
            scale = 1e9;
        else if (words.ends_with("m"))
            scale = 1e6;
        std::string digits;
        for (const char c : words)
            if ((c >= '0' && c <= '9') || c == '.') digits += c;
        CAPTURE(words);
        CHECK(scanned(digits) * scale == doctest::Approx(quantity.values.front()).epsilon(1e-12));
    };
    for (const Figure& figure : snapshot.figures) check(figure.quantity);
    for (const Story& story : snapshot.stories)
        for (const StoryFigure& figure : story.figures) check(figure.quantity);
}
