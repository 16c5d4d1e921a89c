#include "core/tables/table_row.hpp"

#include "core/base/decimal.hpp"
#include "core/base/json_object.hpp"
#include "core/base/text.hpp"
#include "core/snapshot/record.hpp"

#include <algorithm>

namespace atlas {

namespace {

constexpr std::size_t k_most_text = 10'000; // bytes of a cell that is kept
constexpr std::size_t k_most_items = 20;    // of a cell that holds a list

std::string trimmed(std::string_view text) {
    for (bool is_done = false; !is_done;) {
        is_done = true;
        for (const std::string_view space : {" ", "\u00A0", "\u202F"}) {
            if (text.starts_with(space)) text.remove_prefix(space.size()), is_done = false;
            if (text.ends_with(space)) text.remove_suffix(space.size()), is_done = false;
        }
    }
    return std::string(text);
}

bool is_blank(const std::string& cell) {
    return tidy_cell(cell).empty();
}

bool is_partner_word(std::string_view folded) {
    return folded.starts_with("partenaire") || folded.starts_with("partner");
}

}

std::string tidy_cell(std::string_view cell) {
    static constexpr std::string_view k_signs[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    std::string out = trimmed(clean_text(cell));
    const std::string_view behind = std::string_view(out).substr(out.starts_with('\'') ? 1 : 0);
    const auto begins = [&](std::string_view sign) { return behind.starts_with(sign); };
    const bool is_protected = behind.size() < out.size() && std::any_of(std::begin(k_signs), std::end(k_signs), begins);
    return is_protected ? std::string(behind) : out;
}

void RowReader::tell(Column column, std::string value, Msg reason, std::vector<std::string> arguments, TableDone done) {
    value = quoted(value);
    arguments.insert(arguments.begin(), value);
    m_problems.add({m_row->number, m_head.title(column), std::move(value), reason, std::move(arguments), done});
}

std::string RowReader::cell(Column column) {
    const std::size_t place = m_head.place(column);
    if (place >= m_row->cells.size()) return {};
    std::string text = tidy_cell(m_row->cells[place]);
    if (text.size() <= k_most_text) return text;
    tell(column, text, Msg::TableTextLong, {std::to_string(k_most_text)}, TableDone::CellLeft);
    return {};
}

std::vector<std::string> RowReader::list(Column column, std::string_view separators) {
    const std::string text = cell(column);
    std::vector<std::string> out;
    for (std::size_t begin = 0; begin < text.size() && out.size() < k_most_items;) {
        const std::size_t end = std::min(text.find_first_of(separators, begin), text.size());
        std::string item = trimmed(text.substr(begin, end - begin));
        if (!item.empty() && std::find(out.begin(), out.end(), item) == out.end()) out.push_back(std::move(item));
        begin = end + 1;
    }
    return out;
}

std::optional<PartialDate> RowReader::date(Column column) {
    const std::string text = cell(column);
    if (text.empty()) return std::nullopt;
    const TableDate read = read_table_date(text, m_reading.order, m_reading.this_year);
    switch (read.form) {
    case DateForm::Plain:
        return read.date;
    case DateForm::ShortYear:
    case DateForm::DayNumber:
        tell(column, text, Msg::TableDateReadAs, {to_string(read.date)}, TableDone::Said);
        return read.date;
    case DateForm::Ambiguous:
        tell(column, text, Msg::TableDateAmbiguous, {to_string(read.date), to_string(read.other)},
             TableDone::YearTaken);
        return PartialDate{read.date.year, 0, 0};
    case DateForm::NoSuchDay:
        tell(column, text, Msg::TableNoSuchDay, {}, TableDone::CellLeft);
        return std::nullopt;
    case DateForm::None:
        break;
    }
    tell(column, text, Msg::TableNotADate, {}, TableDone::CellLeft);
    return std::nullopt;
}

void RowReader::read_label(TableCluster& cluster) {
    cluster.since = date(Column::Since);
    cluster.until = date(Column::Until);
    if (!cluster.since || !cluster.until || first_day(*cluster.since) < first_day(*cluster.until)) return;
    tell(Column::Until, cell(Column::Until), Msg::TableEndBeforeBegin, {}, TableDone::CellLeft);
    cluster.until.reset();
}

std::optional<double> RowReader::degrees(Column column, Axis axis) {
    const std::string text = cell(column);
    if (text.empty()) return std::nullopt;
    const std::optional<Degrees> read = read_degrees(text, axis);
    if (!read) {
        const std::string most = std::to_string(static_cast<int>(most_degrees(axis)));
        tell(column, text, Msg::TableNotDegrees, {most}, TableDone::NoPlace);
        return std::nullopt;
    }
    if (read->has_letter) tell(column, text, Msg::TableReadAs, {shortest_number(read->value)}, TableDone::Said);
    return read->value;
}

std::optional<Place> RowReader::place() {
    const std::string both = cell(Column::Coordinates);
    if (!both.empty()) {
        const std::optional<Place> read = read_place(both);
        if (!read) tell(Column::Coordinates, both, Msg::TableNotAPlace, {}, TableDone::NoPlace);
        return read;
    }
    const std::string texts[] = {cell(Column::Latitude), cell(Column::Longitude)};
    const std::optional<double> lat = degrees(Column::Latitude, Axis::Latitude);
    const std::optional<double> lng = degrees(Column::Longitude, Axis::Longitude);
    if (lat && lng) return Place{*lat, *lng};
    if (texts[0].empty() != texts[1].empty()) {
        const Column given = texts[0].empty() ? Column::Longitude : Column::Latitude;
        tell(given, texts[texts[0].empty() ? 1 : 0], Msg::TableHalfAPlace, {}, TableDone::NoPlace);
    }
    if (const std::string city = cell(Column::City); texts[0].empty() && texts[1].empty() && !city.empty())
        tell(Column::City, city, Msg::TableTownUnknown, {}, TableDone::NoPlace);
    return std::nullopt;
}

std::string RowReader::code(Column column) {
    std::string text = cell(column);
    if (text.empty() || is_code(text)) return text;
    tell(column, text, Msg::TableNotACode, {}, TableDone::CellLeft);
    return {};
}

void RowReader::read_seat(TableCluster& cluster) {
    cluster.city = cell(Column::City);
    cluster.place_code = code(Column::PlaceCode);
    cluster.department = code(Column::Department);
    cluster.place = place();
    cluster.region = cell(Column::Region);
    cluster.regions = list(Column::Regions, "/|");
}

std::string RowReader::website() {
    std::string text = cell(Column::Website);
    std::string_view host = text;
    for (const std::string_view scheme : {"https://", "http://"})
        if (host.starts_with(scheme)) host.remove_prefix(scheme.size());
    while (host.ends_with('/')) host.remove_suffix(1);
    std::string out(host);
    for (std::size_t i = 0; i < std::min(out.find('/'), out.size()); ++i)
        if (out[i] >= 'A' && out[i] <= 'Z') out[i] = static_cast<char>(out[i] - 'A' + 'a');
    if (text.empty() || is_host(out)) return out;
    tell(Column::Website, text, Msg::TableNotAWebsite, {}, TableDone::CellLeft);
    return {};
}

// What stands behind the head's last column, or under no heading, is told: nothing disappears.
bool RowReader::fits_head(const CsvRow& row) {
    for (std::size_t i = m_head.titles.size(); i < row.cells.size(); ++i) {
        if (is_blank(row.cells[i])) continue;
        m_problems.add(
            {row.number, {}, quoted(row.cells[i]), Msg::TableCellsBeyond, {quoted(row.cells[i])}, TableDone::RowLeft});
        return false;
    }
    for (std::size_t i = 0; i < std::min(m_head.titles.size(), row.cells.size()); ++i) {
        if (m_untitled[i] || !m_head.titles[i].empty() || is_blank(row.cells[i])) continue;
        m_untitled[i] = true;
        m_problems.add({row.number,
                        std::to_string(i + 1),
                        quoted(row.cells[i]),
                        Msg::TableColumnUntitled,
                        {},
                        TableDone::ColumnLeft});
    }
    return true;
}

std::optional<TableCluster> RowReader::read(const CsvRow& row) {
    m_row = &row;
    if (!fits_head(row)) return std::nullopt;
    TableCluster cluster;
    cluster.row = row.number;
    cluster.name = cell(Column::Name);
    if (cluster.name.empty()) {
        tell(Column::Name, {}, Msg::TableNameMissing, {}, TableDone::RowLeft);
        return std::nullopt;
    }
    cluster.id = cell(Column::Id);
    cluster.is_partner = is_partner_word(fold(cell(Column::Kind)));
    if (!cluster.is_partner) read_label(cluster);
    cluster.cluster_class = cell(Column::Class);
    cluster.domain = cell(Column::Domain);
    cluster.sectors = list(Column::Sectors, "|");
    cluster.focus = cell(Column::Focus);
    read_seat(cluster);
    cluster.aliases = list(Column::Aliases, "/|");
    cluster.website = website();
    cluster.president = cell(Column::President);
    return cluster;
}

}
