// The top of the filter panel: search field, count, chips (design.md §1 "Filters").

#include "core/base/messages.hpp"
#include "core/read/wording.hpp"
#include "core/scene/filters/filter_parts.hpp"

#include <algorithm>

namespace atlas {

namespace {

constexpr float k_chip_height = 28.0f, k_chip_gap = 6.0f, k_chip_padding = 34.0f;

std::string quoted(std::string_view text, Lang lang) {
    return write_form(Form::Quotation, lang, text);
}

// Shown clusters that hold no label at the date.
std::uint32_t count_without_label(const Result& result) {
    return static_cast<std::uint32_t>(
        std::count_if(result.shown.begin(), result.shown.end(), [&](ClusterIndex i) { return result.holds[i] == 0; }));
}

// Everybody is shown, and how many they are is only known between two numbers.
bool is_whole_range(const LayoutInput& input) {
    return are_holders_uncertain(input) && input.result.shown_count == input.result.total &&
           count_without_label(input.result) == 0;
}

std::string count_words(const LayoutInput& input) {
    const Result& result = input.result;
    if (is_whole_range(input)) return std::string(say(Msg::RangeLabelled, input.lang()));
    const std::uint32_t without = count_without_label(result), shown = result.shown_count;
    if (without > 0) return say(Plural::Found, input.lang(), shown, {format_number(without, input.lang())});
    return say(Plural::ShownOf, input.lang(), shown, {holders_words(input)});
}

Button chip_button(const Column& column, const Chip& chip, float most) {
    Button button;
    button.id = chip.id;
    button.label = ellipsis(chip.label, {12.0f}, most - k_chip_padding);
    button.hint = say(Msg::RemoveFilter, column.lang(), {chip.full});
    button.zone = column.zone;
    button.action = chip.action;
    return button;
}

float chip_width(const Button& button) {
    return text_width(button.label, 12.0f, FontWeight::Regular) + k_chip_padding;
}

}

void put_search_field(const Column& column, const Rect& rect) {
    Pen& pen = column.pen;
    const float icon_x = column.is_touch ? 22.0f : 18.0f, text_x = column.is_touch ? 40.0f : 34.0f;
    pen.rect(rect, Ink::Panel, 6.0f);
    pen.frame(rect, Ink::Control, 6.0f);
    pen.icon({rect.x + icon_x, rect.centre().y}, Icon::Search, column.is_touch ? 18.0f : 16.0f, Ink::Text2);
    SearchField& field = pen.scene().search;
    field.rect = {rect.x + text_x - 2.0f, rect.y + 2.0f, rect.w - text_x - 4.0f, rect.h - 4.0f};
    field.placeholder = say(Msg::SearchPlaceholder, column.lang());
    field.name = say(Msg::SearchName, column.lang());
    field.text = column.input.state().filter.text;
    field.size_px = column.is_touch ? 16.0f : 13.0f; // under 16 px a phone's browser zooms into the field
    field.is_visible = true;
}

float put_count(const Column& column, float baseline) {
    const std::string number = is_whole_range(column.input)
                                   ? holders_words(column.input)
                                   : format_number(column.input.result.shown_count, column.lang());
    const std::string words = count_words(column.input);
    float x = column.x;
    x += column.pen.text({x, baseline}, number, {22.0f, FontWeight::SemiBold}) + 7.0f;
    x += column.pen.text({x, baseline}, words, {13.0f, FontWeight::Regular, Ink::Text2});
    Node node;
    node.id = "filters/count";
    node.name = number + " " + words;
    if (are_holders_uncertain(column.input)) node.hint = say(Msg::RangeWhy, column.lang());
    node.zone = column.zone;
    node.role = Role::Text;
    node.cursor = Cursor::Default;
    node.rect = {column.x, baseline - 18.0f, x - column.x, 24.0f};
    column.pen.node(std::move(node));
    return x;
}

std::vector<Chip> active_chips(const LayoutInput& input) {
    const Filter& filter = input.state().filter;
    std::vector<Chip> chips;
    if (!filter.text.empty()) {
        const std::string label = quoted(filter.text, input.lang());
        chips.push_back({"filters/chip/text", label, label, act::SetText{}});
    }
    for (std::size_t i = 0; i < k_facet_count; ++i) {
        const auto facet = static_cast<Facet>(i);
        for (const std::string& value : filter.of(facet)) {
            const std::string id = "filters/chip/" + std::string(facet_key(facet)) + "/" + value;
            const std::string label = facet_chip_name(input.snapshot, facet, value, input.lang());
            chips.push_back({id, label, label, act::ToggleFacet{facet, value}});
        }
    }
    if (!filter.area.empty()) {
        const std::string label(say(Msg::ChipArea, input.lang()));
        chips.push_back({"filters/chip/area", label, label, act::SetArea{}});
    }
    return chips;
}

float put_chips(const Column& column, float y) {
    float x = column.x;
    bool is_any = false;
    for (const Chip& chip : active_chips(column.input)) {
        const Button button = chip_button(column, chip, column.w);
        const float width = chip_width(button);
        if (is_any && x + width > column.x + column.w) {
            x = column.x;
            y += k_chip_height + k_chip_gap;
        }
        put_chip(column.input, column.pen, {x, y}, button);
        x += width + k_chip_gap;
        is_any = true;
    }
    return is_any ? y + k_chip_height + 10.0f : y;
}

void put_chips_in_line(const Column& column, Point at, float right) {
    const std::vector<Chip> chips = active_chips(column.input);
    for (std::size_t i = 0; i < chips.size(); ++i) {
        const bool is_last = i + 1 == chips.size();
        const Button button = chip_button(column, chips[i], std::max(90.0f, right - at.x));
        const float room = is_last ? right : right - 30.0f;
        if (at.x + chip_width(button) > room) {
            const std::string more = "+" + std::to_string(chips.size() - i);
            column.pen.text({at.x + 2.0f, at.y + 18.3f}, more, {12.0f, FontWeight::Regular, Ink::Text2});
            return;
        }
        at.x += put_chip(column.input, column.pen, at, button) + k_chip_gap;
    }
}

void put_clear_all(const Column& column, float right, float baseline) {
    Node node;
    node.id = "filters/clear";
    node.name = say(Msg::ClearAll, column.lang());
    const float width = text_width(node.name, 12.0f, FontWeight::Regular);
    const float x = right - width;
    column.pen.text({x, baseline}, node.name, {12.0f, FontWeight::Regular, Ink::Accent});
    column.pen.horizontal(x, baseline + 3.0f, width, Ink::Accent);
    node.zone = column.zone;
    node.rect = {x - 4.0f, baseline - 17.0f, width + 8.0f, 26.0f};
    node.action = act::ClearFilters{};
    column.pen.node(std::move(node));
}

}
