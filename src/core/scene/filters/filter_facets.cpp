// Facet sections: a head that folds, and rows with box, disc, label, bar and count. Zero rows stay, quiet.

#include "core/base/messages.hpp"
#include "core/base/order.hpp"
#include "core/explore/sort.hpp"
#include "core/scene/filters/filter_parts.hpp"
#include "core/scene/layout.hpp"

#include <algorithm>

namespace atlas {

namespace {

constexpr float k_head = 28.0f, k_folded = 34.0f, k_head_touch = 44.0f, k_section_end = 7.0f, k_bar_width = 30.0f;
constexpr std::size_t k_long_list = 12; // values from which a search inside pays

struct Row {
    const FacetCount* count = nullptr;
    std::string label;
};

bool is_open(const Column& column, const FacetSection& section) {
    const Ui& ui = column.input.ui();
    const auto facet = static_cast<std::size_t>(section.facet);
    return section.is_open_by_default ? !ui.closed_facets[facet] : ui.open_facets[facet];
}

// Values that some cluster has at the date first, then the quiet ones.
std::vector<Row> rows_of(const Column& column, Facet facet) {
    std::vector<Row> rows;
    const std::vector<std::string>& locked = column.input.environment.locked.of(facet);
    for (const FacetCount& count : column.input.result.of(facet)) {
        const bool is_outside = !locked.empty() && std::find(locked.begin(), locked.end(), count.value) == locked.end();
        if (is_outside) continue;
        if (count.value == k_value_unknown && count.total == 0 && !count.selected) continue;
        rows.push_back({&count, facet_value_name(column.input.snapshot, facet, count.value, column.lang())});
    }
    if (traits_of(facet).order == FacetOrder::ByName) {
        sort_stable(rows, [](const Row& a, const Row& b) { return collate(a.label, b.label) < 0; });
        std::stable_partition(rows.begin(), rows.end(),
                              [](const Row& row) { return row.count->total > 0 || row.count->selected; });
    }
    return rows;
}

void keep_matching(std::vector<Row>& rows, std::string_view text) {
    const std::string folded = fold(text);
    std::erase_if(rows, [&](const Row& row) {
        return !row.count->selected && fold(row.label).find(folded) == std::string::npos;
    });
}

std::size_t values_in_use(const std::vector<Row>& rows) {
    return static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [](const Row& row) { return row.count->total > 0; }));
}

float head_height(const Column& column, bool is_unfolded) {
    if (column.is_touch) return k_head_touch;
    return is_unfolded ? k_head : k_folded;
}

void put_head(const Column& column, float y, const FacetSection& section, bool is_unfolded, std::size_t in_use) {
    Pen& pen = column.pen;
    const float height = head_height(column, is_unfolded);
    const float baseline = column.is_touch ? y + 26.5f : is_unfolded ? y + 21.0f : y + 21.5f, middle = baseline - 4.2f;
    const std::string id = "filters/section/" + std::string(facet_key(section.facet));
    const std::string label = facet_name(section.facet, column.lang());
    pen.horizontal(column.x, y, column.w);
    if (is_hovered(column.input, id)) {
        pen.rect({column.x - 8.0f, y + 3.0f, column.w + 16.0f, height - 4.0f}, Ink::Hover, 5.0f);
    }
    const Type type{column.is_touch ? 13.0f : 12.0f, FontWeight::SemiBold};
    pen.text({column.x, baseline}, ellipsis(label, type, column.w - 46.0f), type);
    const float right = column.x + column.w;
    if (!is_unfolded) {
        pen.text({right - 18.0f, baseline}, std::to_string(in_use),
                 {11.0f, FontWeight::Regular, Ink::Text3, Align::Right});
    }
    pen.icon({right - 6.0f, middle}, is_unfolded ? Icon::Expand : Icon::Next, 11.0f, Ink::Text2, IconStyle::Bold);
    Node node;
    node.id = id;
    node.name = label;
    node.level = 3;
    node.group = label;
    if (!is_unfolded) node.value = std::to_string(in_use);
    node.zone = column.zone;
    node.rect = {column.x - 8.0f, y + 2.0f, column.w + 16.0f, height - 2.0f};
    node.expanded = is_unfolded;
    node.action = act::ToggleFacetSection{section.facet, section.is_open_by_default};
    pen.node(std::move(node));
}

void put_box(const Column& column, Point centre, bool is_ticked) {
    const Rect box{centre.x - 7.0f, centre.y - 7.0f, 14.0f, 14.0f};
    if (!is_ticked) {
        column.pen.rect(box, Ink::Panel, 3.0f);
        column.pen.frame(box, Ink::Control, 3.0f);
        return;
    }
    column.pen.rect(box, Ink::Accent, 3.0f);
    column.pen.icon(centre, Icon::Check, 11.0f, Ink::OnAccent, IconStyle::Bold);
}

void put_bar(const Column& column, Point at, const FacetCount& count, std::uint32_t most, Ink ink) {
    if (most == 0) return;
    const auto length = [&](std::uint32_t n, float least) {
        return std::max(least, k_bar_width * static_cast<float>(n) / static_cast<float>(most));
    };
    const float whole = std::min(length(count.total, 2.0f), k_bar_width);
    column.pen.frame({at.x, at.y - 2.0f, whole, 4.0f}, Ink::BarEmpty, 2.0f);
    if (count.count > 0) {
        column.pen.rect({at.x, at.y - 2.0f, std::min(length(count.count, 3.0f), k_bar_width), 4.0f}, ink, 2.0f);
    }
}

Node row_node(const Column& column, Facet facet, const Row& row, const Rect& rect) {
    Node node;
    node.id = "filters/" + std::string(facet_key(facet)) + "/" + row.count->value;
    node.name = row.label;
    node.value = format_number(row.count->count, column.lang());
    node.group = facet_name(facet, column.lang());
    node.zone = column.zone;
    node.role = Role::Checkbox;
    node.rect = rect;
    node.checked = row.count->selected;
    node.action = act::ToggleFacet{facet, row.count->value};
    return node;
}

void put_row(const Column& column, Facet facet, const Row& row, const Rect& rect, std::uint32_t most) {
    Pen& pen = column.pen;
    const bool is_zero = row.count->count == 0 && !row.count->selected;
    Node node = row_node(column, facet, row, {rect.x - 8.0f, rect.y, rect.w + 16.0f, rect.h});
    if (is_hovered(column.input, node.id)) pen.rect(node.rect, Ink::Hover, 5.0f);
    const float middle = rect.centre().y, right = rect.right();
    put_box(column, {rect.x + 7.0f, middle}, row.count->selected);
    float x = rect.x + 22.0f;
    Ink bar = Ink::Text2;
    const auto domain = facet == Facet::Domain ? column.input.snapshot.find_domain(row.count->value) : std::nullopt;
    if (domain) {
        const DomainLook look = domain_look(column.input.snapshot, *domain);
        draw_domain_disc(pen, {x + 8.0f, middle}, 8.0f, look);
        bar = look.ink;
        x += 22.0f;
    }
    const float size = column.is_touch ? 14.0f : 12.0f;
    const Ink ink = is_zero ? Ink::Text3 : Ink::Text;
    const Type type{size, row.count->selected ? FontWeight::SemiBold : FontWeight::Regular, ink};
    const float baseline = middle + size * 0.36f;
    pen.text({x, baseline}, ellipsis(row.label, type, right - 56.0f - x), type);
    put_bar(column, {right - 52.0f, middle}, *row.count, most, bar);
    pen.text({right, baseline}, node.value, {size, FontWeight::Regular, ink, Align::Right});
    pen.node(std::move(node));
}

float put_search_inside(const Column& column, float y, Facet facet, const std::string& text) {
    Pen& pen = column.pen;
    const float height = column.is_touch ? 40.0f : 28.0f;
    const Rect rect{column.x, y + 2.0f, column.w, height};
    pen.frame(rect, Ink::Hair, 6.0f);
    pen.icon({rect.x + 14.0f, rect.centre().y}, Icon::Search, 13.0f, Ink::Text3);
    Node node;
    node.id = "filters/search/" + std::string(facet_key(facet));
    node.name = say(Msg::SearchInFacet, column.lang());
    node.value = text;
    node.group = facet_name(facet, column.lang());
    node.zone = column.zone;
    node.role = Role::SearchBox;
    node.cursor = Cursor::Text;
    node.rect = {rect.x + 26.0f, rect.y + 1.0f, rect.w - 30.0f, rect.h - 2.0f};
    pen.node(std::move(node));
    return y + height + 6.0f;
}

float row_height(const Column& column, Facet facet) {
    if (column.is_touch) return 44.0f;
    return facet == Facet::Domain ? 25.0f : 24.0f;
}

}

float put_facet(const Column& column, float y, const FacetSection& section) {
    std::vector<Row> rows = rows_of(column, section.facet);
    const bool is_unfolded = is_open(column, section);
    put_head(column, y, section, is_unfolded, values_in_use(rows));
    y += head_height(column, is_unfolded);
    if (!is_unfolded) return y;
    std::uint32_t most = 0;
    for (const Row& row : rows) most = std::max({most, row.count->total, row.count->count});
    if (rows.size() >= k_long_list) {
        const std::string& text = column.input.ui().facet_search[static_cast<std::size_t>(section.facet)];
        y = put_search_inside(column, y, section.facet, text);
        if (!text.empty()) keep_matching(rows, text);
    }
    if (rows.empty()) {
        column.pen.text({column.x, y + 16.0f}, say(Msg::FacetNothing, column.lang()),
                        {12.0f, FontWeight::Regular, Ink::Text3});
        y += 24.0f;
    }
    const float height = row_height(column, section.facet);
    for (const Row& row : rows) {
        put_row(column, section.facet, row, {column.x, y, column.w, height}, most);
        y += height;
    }
    return y + k_section_end;
}

std::vector<FacetSection> facet_sections(const LayoutInput& input, Breakpoint breakpoint) {
    std::vector<FacetSection> sections;
    for (const FacetTraits& traits : facets_as_shown()) {
        const bool opens_here = traits.fold == FacetFold::OpenWhereWide && breakpoint == Breakpoint::Wide;
        sections.push_back({traits.facet, traits.fold == FacetFold::Open || opens_here});
    }
    if (input.state().view == View::Stories) { // what is being read comes first
        const auto theme = std::find_if(sections.begin(), sections.end(),
                                        [](const FacetSection& section) { return section.facet == Facet::Theme; });
        theme->is_open_by_default = true;
        std::rotate(sections.begin(), theme, theme + 1);
    }
    // A facet whose values are none or one in this snapshot leaves no choice, nor does one that is locked to one.
    std::erase_if(sections, [&](const FacetSection& section) {
        return input.result.of(section.facet).size() < 2 || input.environment.locked.of(section.facet).size() == 1;
    });
    return sections;
}

}
