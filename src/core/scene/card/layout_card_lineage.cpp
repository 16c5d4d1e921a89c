// Names and lineage in words, oldest first, with the branches as drawn in the lineage view: a line for the cluster, one
// that runs in for each body it came from, a short tail for those that joined it.

#include "core/base/order.hpp"
#include "core/read/wording.hpp"
#include "core/scene/card/layout_card.hpp"
#include "core/snapshot/name_forms.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

enum class RowMark : std::uint8_t { Start, Branch, Node, Joined, Left };

struct LineageRow {
    Date when;
    std::string year, text, aside, hint;
    RowMark mark = RowMark::Node;
    std::optional<ClusterIndex> target; // the other body, when it is one
    bool is_merger = false;
};

bool has(const std::vector<ClusterIndex>& list, ClusterIndex index) {
    return std::find(list.begin(), list.end(), index) != list.end();
}

std::string year_words(const Event& event) {
    if (!event.window || event.window->earliest.year == event.window->latest.year)
        return std::to_string(event.date.year);
    return year_span(event.window->earliest.year, event.window->latest.year % 100);
}

std::string names_of(const Snapshot& snapshot, const std::vector<ClusterIndex>& list, Lang lang) {
    std::vector<std::string> names;
    names.reserve(list.size());
    for (const ClusterIndex index : list) names.push_back(snapshot.clusters[index].name);
    return join_and(names, lang);
}

Date birth_of(const Cluster& cluster, Date otherwise) {
    if (!cluster.labels.empty()) return cluster.labels.front().from;
    if (!cluster.names.empty() && cluster.names.front().from) return first_day(*cluster.names.front().from);
    return otherwise;
}

class RowWriter {
public:
    explicit RowWriter(const CardColumn& column) : m_column(column), m_snapshot(column.snapshot()) {}

    std::vector<LineageRow> rows() {
        bool was_born_of_merger = false;
        for (const Event& event : m_snapshot.events) {
            if (has(event.to, m_column.index)) was_born_of_merger |= arrives(event);
            if (has(event.from, m_column.index)) leaves(event);
        }
        if (!was_born_of_merger) add_first_name();
        add_unexplained_names();
        sort_stable(m_rows, [](const LineageRow& a, const LineageRow& b) { return a.when < b.when; });
        return std::move(m_rows);
    }

private:
    LineageRow& add(const Event& event, RowMark mark, std::string text) {
        m_rows.push_back({first_day(event.date),
                          year_words(event),
                          std::move(text),
                          {},
                          event.note.in(m_column.lang()),
                          mark,
                          {},
                          false});
        return m_rows.back();
    }

    std::string phrase(Msg message, const std::vector<ClusterIndex>& bodies) const {
        return say(message, m_column.lang(), {names_of(m_snapshot, bodies, m_column.lang())});
    }

    // The name that a body had first, and its last one where that differs.
    std::string names_through(const Cluster& cluster) const {
        if (cluster.names.empty()) return cluster.name;
        const std::string first(plain_name(cluster.names.front().name));
        if (first == cluster.name) return cluster.name;
        return say(Msg::CardLineageLater, m_column.lang(), {first, cluster.name});
    }

    std::string name_at(const Event& event) const {
        const std::string* former = former_name_on(m_column.cluster, last_day(event.date));
        return former ? *former : m_column.cluster.name;
    }

    // True when the event is where the cluster comes from.
    bool arrives(const Event& event) {
        switch (event.kind) {
        case EventKind::Renamed: {
            const std::string& name = event.name_after.empty() ? m_column.cluster.name : event.name_after;
            LineageRow& row = add(event, RowMark::Node, name);
            row.aside = say(Msg::CardLineageNewName, m_column.lang());
            return false;
        }
        case EventKind::Merged:
        case EventKind::Split:
            return is_born_of(event);
        case EventKind::Absorbed: {
            const bool is_partner = std::all_of(event.from.begin(), event.from.end(), [&](ClusterIndex index) {
                return m_snapshot.clusters[index].kind == ClusterKind::Partner;
            });
            LineageRow& row = add(event, RowMark::Joined,
                                  phrase(is_partner ? Msg::CardLineageJoinedBy : Msg::CardLineageWelcomes, event.from));
            if (event.from.size() == 1) row.target = event.from.front();
            return false;
        }
        case EventKind::Labelled:
            if (!event.from.empty())
                add(event, RowMark::Joined, phrase(Msg::CardLineageCarriedBy, event.from));
            else if (first_day(event.date) > birth_of(m_column.cluster, first_day(event.date)))
                add(event, RowMark::Joined, std::string(say(Msg::CardLineageLabelled, m_column.lang())));
            return false;
        default:
            return false;
        }
    }

    bool is_born_of(const Event& event) {
        for (const ClusterIndex parent : event.from) {
            const Cluster& cluster = m_snapshot.clusters[parent];
            const Date when = birth_of(cluster, first_day(event.date));
            m_rows.push_back({std::min(when, first_day(event.date)),
                              std::to_string(civil(when).year),
                              names_through(cluster),
                              {},
                              event.note.in(m_column.lang()),
                              RowMark::Branch,
                              parent,
                              false});
        }
        LineageRow& row = add(event, RowMark::Node, name_at(event));
        row.is_merger = true;
        row.aside = say(Msg::CardLineageMerger, m_column.lang());
        return true;
    }

    void leaves(const Event& event) {
        const bool is_itself = has(event.to, m_column.index);
        if (is_itself) return;
        const auto target = event.to.size() == 1 ? std::optional(event.to.front()) : std::nullopt;
        switch (event.kind) {
        case EventKind::Merged:
            add(event, RowMark::Left,
                phrase(event.label_only ? Msg::CardLineageLabelMovesTo : Msg::CardLineageMergesInto, event.to))
                .target = target;
            break;
        case EventKind::Absorbed:
            add(event, RowMark::Left, phrase(event.partial ? Msg::CardLineagePartly : Msg::CardLineageJoins, event.to))
                .target = target;
            break;
        case EventKind::Split:
            add(event, RowMark::Left, phrase(Msg::CardLineageSplit, event.to)).target = target;
            break;
        case EventKind::Delabelled:
            add(event, RowMark::Left, std::string(say(Msg::CardLineageDelabelled, m_column.lang())));
            break;
        case EventKind::NotRenewed:
            add(event, RowMark::Left, std::string(say(Msg::CardLineageNotRenewed, m_column.lang())));
            break;
        case EventKind::Dissolved:
            add(event, RowMark::Left, std::string(say(Msg::CardLineageDissolved, m_column.lang())));
            break;
        case EventKind::Labelled:
        case EventKind::Renamed:
            break;
        }
    }

    void add_first_name() {
        const Cluster& cluster = m_column.cluster;
        const std::string& name = cluster.names.empty() ? cluster.name : cluster.names.front().name;
        const bool has_start = !cluster.labels.empty() || (!cluster.names.empty() && cluster.names.front().from);
        const Date when = birth_of(cluster, Date{});
        LineageRow row{has_start ? when : from_civil(k_first_year, 1, 1), {}, name, {}, {}, RowMark::Start, {}, false};
        if (has_start) row.year = std::to_string(civil(when).year);
        m_rows.insert(m_rows.begin(), std::move(row));
    }

    // Names that no event tells of, in snapshots that keep no lineage.
    void add_unexplained_names() {
        for (std::size_t i = 1; i < m_column.cluster.names.size(); ++i) {
            const NameInterval& name = m_column.cluster.names[i];
            const bool is_told =
                std::any_of(m_rows.begin(), m_rows.end(), [&](const LineageRow& r) { return r.text == name.name; });
            if (is_told || !name.from) continue;
            m_rows.push_back({first_day(*name.from),
                              std::to_string(name.from->year),
                              name.name,
                              std::string(say(Msg::CardLineageNewName, m_column.lang())),
                              {},
                              RowMark::Node,
                              {},
                              false});
        }
    }

    const CardColumn& m_column;
    const Snapshot& m_snapshot;
    std::vector<LineageRow> m_rows;
};

constexpr float k_row = 22.0f, k_more_line = 15.0f, k_branch = 12.0f;

// Where everything stands, before anything is drawn.
struct LineageGrid {
    float lane_x = 0.0f, text_x = 0.0f;
    std::vector<float> y; // of each row's first line
    std::vector<std::vector<std::string>> lines;
};

bool is_quiet(const LineageRow& row) {
    return row.mark == RowMark::Joined || row.mark == RowMark::Left;
}

Type row_type(const CardColumn& column, const LineageRow& row, Ink ink) {
    const bool is_present = row.mark == RowMark::Node && row.text == column.cluster.name;
    return {is_quiet(row) ? column.body_px - 1.0f : column.body_px,
            is_present ? FontWeight::SemiBold : FontWeight::Regular, ink};
}

LineageGrid grid_of(const CardColumn& column, const std::vector<LineageRow>& rows) {
    float years = 0.0f;
    for (const LineageRow& row : rows) years = std::max(years, text_width(row.year, 11.0f, FontWeight::Regular));
    LineageGrid grid;
    grid.lane_x = column.x + std::max(52.0f, years + 14.0f);
    grid.text_x = grid.lane_x + 22.0f;
    float y = column.y + 8.0f;
    for (const LineageRow& row : rows) {
        grid.y.push_back(y);
        grid.lines.push_back(wrap(row.text, row_type(column, row, Ink::Text), column.x + column.w - grid.text_x));
        y += k_row + k_more_line * static_cast<float>(std::max<std::size_t>(grid.lines.back().size(), 1) - 1);
    }
    return grid;
}

void draw_dot(const CardColumn& column, Point at, bool is_full) {
    column.pen.disc(at, 5.5f, Ink::Panel);
    column.pen.disc(at, 4.5f, column.look.ink);
    if (!is_full) column.pen.disc(at, 2.3f, Ink::Panel);
}

bool lies_on_branch(const std::vector<LineageRow>& rows, std::size_t i) {
    if (rows[i].mark != RowMark::Branch) return false;
    const auto before = static_cast<std::ptrdiff_t>(i);
    return std::any_of(rows.begin(), rows.begin() + before,
                       [](const LineageRow& r) { return r.mark == RowMark::Branch; });
}

void draw_branches(const CardColumn& column, const std::vector<LineageRow>& rows, const LineageGrid& grid) {
    const float main_x = grid.lane_x, side_x = main_x + k_branch;
    std::size_t merger = rows.size();
    for (std::size_t i = rows.size(); i-- > 0;) {
        const float y = grid.y[i];
        if (rows[i].is_merger) merger = i;
        if (rows[i].mark == RowMark::Joined)
            column.pen.bezier({side_x + 6, y - 1}, {side_x - 2, y - 1}, {main_x, y + 2},
                              {main_x, std::min(y + 9, std::max(y, grid.y.back()))}, 1.5f, Ink::Control);
        if (!lies_on_branch(rows, i) || merger == rows.size()) continue;
        const float end = grid.y[merger], turn = std::max(y, end - k_row);
        column.pen.line({side_x, y}, {side_x, turn}, 2.5f, column.look.ink);
        column.pen.bezier({side_x, turn}, {side_x, end - k_row * 0.4f}, {main_x, end - k_row * 0.6f}, {main_x, end},
                          2.5f, column.look.ink);
    }
}

Node row_node(const CardColumn& column, const LineageRow& row, const std::string& id, const Rect& rect) {
    Node node{.id = id, .zone = Zone::Card, .role = Role::Text, .rect = rect, .cursor = Cursor::Default};
    node.name = row.text;
    if (!row.year.empty()) node.name = row.year + std::string(form(Form::ListColon, column.lang())) + row.text;
    if (!row.aside.empty()) node.name += ", " + row.aside;
    node.hint = row.hint;
    if (!row.target) return node;
    node.role = Role::Button;
    node.cursor = Cursor::Pointer;
    node.action = act::Select{column.snapshot().clusters[*row.target].id};
    return node;
}

void draw_row(const CardColumn& column, const LineageRow& row, const LineageGrid& grid, std::size_t i) {
    const std::string id = "card/names/" + std::to_string(i);
    const bool is_hot = row.target && is_hovered(column.input, id);
    const Type type = row_type(column, row, is_hot ? Ink::Accent : is_quiet(row) ? Ink::Text2 : Ink::Text);
    const Type small{11.0f, FontWeight::Regular, Ink::Text3};
    column.pen.text({column.x, grid.y[i] + 4.0f}, row.year, small);
    float y = grid.y[i] + 4.4f, width = 0.0f;
    for (const std::string& line : grid.lines[i]) {
        width = column.pen.text({grid.text_x, y}, line, type);
        if (is_hot) column.pen.horizontal(grid.text_x, y + 2.6f, width, Ink::Accent);
        y += k_more_line;
    }
    const float aside_x = grid.text_x + width + 7.0f;
    if (aside_x + text_width(row.aside, small.size_px, small.weight) <= column.x + column.w)
        column.pen.text({aside_x, y - k_more_line}, row.aside, small);
    const float top = grid.y[i] - k_row * 0.5f;
    column.pen.node(row_node(column, row, id, {column.x, top, column.w, y - k_more_line + 6.6f - top}));
}

}

void card_lineage(CardColumn& column) {
    card_section(column, "card/names", say(Msg::CardNames, column.lang()));
    const std::vector<LineageRow> rows = RowWriter(column).rows();
    const LineageGrid grid = grid_of(column, rows);
    column.pen.line({grid.lane_x, grid.y.front()}, {grid.lane_x, grid.y.back()}, 2.5f, column.look.ink);
    draw_branches(column, rows, grid);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Point at{lies_on_branch(rows, i) ? grid.lane_x + k_branch : grid.lane_x, grid.y[i]};
        if (rows[i].mark == RowMark::Left)
            draw_glyph(column.pen, at, Glyph::End, 1.5f);
        else if (rows[i].mark != RowMark::Joined)
            draw_dot(column, at, rows[i].mark == RowMark::Node || rows[i].text == column.cluster.name);
        draw_row(column, rows[i], grid, i);
    }
    column.y = grid.y.back() + k_row - 4.0f +
               k_more_line * static_cast<float>(std::max<std::size_t>(grid.lines.back().size(), 1) - 1);
}

}
