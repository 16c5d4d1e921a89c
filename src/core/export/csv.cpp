#include "core/export/csv.hpp"

#include "core/base/decimal.hpp"
#include "core/base/messages.hpp"
#include "core/time/roster.hpp"

#include <algorithm>
#include <span>

namespace atlas {

namespace {

bool is_blank(char32_t c) {
    return c == ' ' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || c == 0x205F || c == 0x3000;
}

bool begins_with(std::string_view text, std::span<const std::string_view> beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return text.starts_with(beginning); });
}

// What spreadsheets read as the beginning of a formula, the full-width forms of East Asian keyboards included; some
// skip blanks and what can't be seen before they look.
bool looks_like_formula(std::string_view text) {
    static constexpr std::string_view k_signs[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    static constexpr std::string_view k_breaks[] = {"\t", "\r", "\n"};
    if (begins_with(text, k_breaks)) return true;
    const std::string visible = clean_text(text);
    std::size_t first = 0;
    for (std::size_t next = 0; next < visible.size() && is_blank(decode_utf8(visible, next));) first = next;
    return begins_with(std::string_view(visible).substr(first), k_signs);
}

}

CsvStyle csv_style_of(Lang lang) {
    return form(Form::Spreadsheet, lang) == "semicolon" ? k_semicolon_csv : k_plain_csv;
}

CsvWriter::CsvWriter(CsvStyle style) : m_style(style) {
    if (style.byte_order_mark) m_out = "\xEF\xBB\xBF";
}

void CsvWriter::separate() {
    if (m_row_has_cells) m_out += m_style.separator;
    m_row_has_cells = true;
}

void CsvWriter::text(std::string_view value) {
    separate();
    const bool is_formula = looks_like_formula(value);
    const char special[] = {'"', '\r', '\n', m_style.separator, '\0'};
    const bool needs_quotes = is_formula || value.find_first_of(special) != std::string_view::npos ||
                              (!value.empty() && (value.front() == ' ' || value.back() == ' '));
    if (!needs_quotes) {
        m_out += value;
        return;
    }
    m_out += '"';
    if (is_formula) m_out += '\'';
    for (const char c : value) m_out += c == '"' ? std::string_view("\"\"") : std::string_view(&c, 1);
    m_out += '"';
}

void CsvWriter::number(double value) {
    separate();
    std::string digits = shortest_number(value);
    std::replace(digits.begin(), digits.end(), '.', m_style.decimal);
    const bool is_ambiguous = m_style.decimal == m_style.separator;
    m_out += is_ambiguous ? "\"" + digits + "\"" : digits;
}

void CsvWriter::end_row() {
    m_out += "\r\n";
    m_row_has_cells = false;
}

namespace {

constexpr Msg k_headings[] = {Msg::CsvId,         Msg::CsvName,       Msg::CsvKind,       Msg::CsvHolder,
                              Msg::CsvLabelFrom,  Msg::CsvLabelTo,    Msg::CsvTerm,       Msg::CsvClass,
                              Msg::CsvDomain,     Msg::CsvSectors,    Msg::CsvFocus,      Msg::CsvCity,
                              Msg::CsvPlaceCode,  Msg::CsvDepartment, Msg::CsvRegion,     Msg::CsvLatitude,
                              Msg::CsvLongitude,  Msg::CsvSeatKind,   Msg::CsvConfidence, Msg::CsvRegionsCovered,
                              Msg::CsvOtherNames, Msg::CsvWebsite,    Msg::CsvPresident,  Msg::CsvSources};

constexpr std::string_view k_between = " | ";

class ClusterRow {
public:
    ClusterRow(const Snapshot& snapshot, const ClusterTable& table, CsvWriter& out)
        : m_snapshot(snapshot), m_table(table), m_out(out) {}

    void write(ClusterIndex index) {
        const Cluster& cluster = m_snapshot.clusters[index];
        write_identity(cluster);
        write_label(cluster, index);
        write_fields(cluster);
        write_seat(cluster);
        write_rest(cluster);
        if (!m_table.extract.empty()) write_origin();
        m_out.end_row();
    }

private:
    std::string_view say_here(Msg message) const { return say(message, m_table.lang); }
    void date(const std::optional<PartialDate>& date) { m_out.text(date ? to_string(*date) : ""); }

    void write_identity(const Cluster& cluster) {
        m_out.text(cluster.id);
        m_out.text(cluster.name);
        m_out.text(say_here(cluster.kind == ClusterKind::Cluster ? Msg::CsvCluster : Msg::CsvPartner));
    }

    void write_label(const Cluster& cluster, ClusterIndex index) {
        const Label* held = label_at(cluster, m_table.date);
        m_out.text(say_here(held != nullptr ? Msg::CsvYes : Msg::CsvNo));
        const Label* label = held != nullptr || cluster.labels.empty() ? held : &cluster.labels.back();
        date(label != nullptr ? std::optional(label->from_stated) : std::nullopt);
        date(label != nullptr ? label->to_stated : std::nullopt);
        const std::optional<TermIndex> term = term_at(m_snapshot, index, m_table.date);
        m_out.text(term ? m_snapshot.terms[*term].name.in(m_table.lang) : "");
        m_out.text(cluster.cluster_class ? m_snapshot.classes[*cluster.cluster_class].name.in(m_table.lang) : "");
    }

    void write_fields(const Cluster& cluster) {
        m_out.text(m_snapshot.domains.empty() ? "" : m_snapshot.domains[cluster.domain].name.in(m_table.lang));
        std::vector<std::string> sectors;
        for (const SectorIndex sector : cluster.sectors)
            sectors.push_back(m_snapshot.sectors[sector].name.in(m_table.lang));
        m_out.text(join(sectors, k_between));
        m_out.text(cluster.focus.in(m_table.lang));
    }

    void write_seat(const Cluster& cluster) {
        if (!cluster.seat) {
            for (int cell = 0; cell < 8; ++cell) m_out.empty();
            return;
        }
        static constexpr Msg k_kinds[] = {Msg::CsvSeat, Msg::CsvAnchor, Msg::CsvNoSeat};
        static constexpr Msg k_confidences[] = {Msg::CsvHigh, Msg::CsvMedium, Msg::CsvLow, Msg::CsvUnknown};
        const Seat& seat = *cluster.seat;
        m_out.text(seat.city);
        m_out.text(seat.place_code);
        m_out.text(seat.department);
        m_out.text(seat.region ? m_snapshot.regions[*seat.region].name.in(m_table.lang) : "");
        if (seat.kind == SeatKind::None) {
            m_out.empty();
            m_out.empty();
        } else {
            m_out.number(seat.lat_deg);
            m_out.number(seat.lng_deg);
        }
        m_out.text(say_here(k_kinds[static_cast<std::size_t>(seat.kind)]));
        m_out.text(say_here(k_confidences[static_cast<std::size_t>(seat.confidence)]));
    }

    void write_rest(const Cluster& cluster) {
        std::vector<std::string> regions, names, sources;
        for (const RegionIndex region : cluster.regions_covered)
            regions.push_back(m_snapshot.regions[region].name.in(m_table.lang));
        for (const NameInterval& name : cluster.names) add_once(names, name.name, cluster.name);
        for (const std::string& alias : cluster.aliases) add_once(names, alias, cluster.name);
        for (const Label& label : cluster.labels) {
            for (const SourceIndex source : label.sources) add_once(sources, m_snapshot.sources[source].id, {});
        }
        m_out.text(join(regions, k_between));
        m_out.text(join(names, k_between));
        m_out.text(cluster.website.address);
        m_out.text(cluster.president ? cluster.president->name : "");
        m_out.text(join(sources, k_between));
    }

    void write_origin() {
        m_out.text(m_table.extract);
        m_out.text(to_string(m_table.date));
        m_out.text(to_string(m_snapshot.meta.snapshot_date));
        m_out.text(m_table.link);
        m_out.text(m_snapshot.meta.licence.in(m_table.lang));
    }

    static void add_once(std::vector<std::string>& list, const std::string& value, std::string_view except) {
        if (value != except && std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
    }

    const Snapshot& m_snapshot;
    const ClusterTable& m_table;
    CsvWriter& m_out;
};

}

std::string clusters_csv(const Snapshot& snapshot, const ClusterTable& table) {
    CsvWriter out(table.style);
    for (const Msg heading : k_headings) out.text(say(heading, table.lang));
    if (!table.extract.empty()) {
        for (const Msg heading : {Msg::ColExtract, Msg::ColDate, Msg::ColGathered, Msg::ColLink, Msg::ColLicence})
            out.text(say(heading, table.lang));
    }
    out.end_row();
    ClusterRow row(snapshot, table, out);
    for (const ClusterIndex index : table.rows) row.write(index);
    return out.take();
}

}
