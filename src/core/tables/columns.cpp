#include "core/tables/columns.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <optional>

namespace atlas {

namespace {

struct Headings {
    std::string_view key, french, english, german;
};

constexpr Headings k_headings[] = {
#define ATLAS_COLUMN(name, key, french, english, german) {key, french, english, german},
#include "core/tables/columns.def"
};

bool is_among(std::string_view word, std::string_view list) {
    for (std::size_t begin = 0; begin <= list.size();) {
        const std::size_t end = std::min(list.find('|', begin), list.size());
        if (list.substr(begin, end - begin) == word) return true;
        begin = end + 1;
    }
    return false;
}

struct Match {
    std::size_t column = 0;
    bool day_first = false, english = false;
};

std::optional<Match> match(std::string_view title) {
    const std::string word = fold(title);
    for (std::size_t i = 0; i < k_column_count; ++i) {
        const Headings& each = k_headings[i];
        const bool day_first = is_among(word, each.french) || is_among(word, each.german);
        const bool english = is_among(word, each.english) || word == each.key;
        if (!word.empty() && (day_first || english)) return Match{i, day_first, english};
    }
    return std::nullopt;
}

}

std::string_view key_of(Column column) {
    return k_headings[static_cast<std::size_t>(column)].key;
}

bool TableHead::is_read(std::size_t place) const {
    return std::find(places.begin(), places.end(), place) != places.end();
}

std::string TableHead::title(Column column) const {
    return has(column) ? titles[place(column)] : std::string(key_of(column));
}

bool is_heading(std::string_view title) {
    return match(title).has_value();
}

TableHead read_head(const std::vector<std::string>& cells) {
    TableHead head;
    head.places.fill(k_no_cell);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        head.titles.push_back(clean_text(cells[i]));
        const std::optional<Match> found = match(cells[i]);
        if (!found || head.places[found->column] != k_no_cell) continue;
        head.places[found->column] = i;
        ++head.known;
        if (found->day_first != found->english) head.day_first_votes += found->day_first ? 1 : -1;
    }
    return head;
}

}
