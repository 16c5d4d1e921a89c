// The phases side by side: when, what for, with which effects.

#include "core/read/wording.hpp"
#include "core/scene/understand/guide_page.hpp"

#include <algorithm>

namespace atlas {

namespace {

constexpr float k_pad = 12.0f, k_gap = 12.0f;
constexpr std::size_t k_most_numbers = 4; // the rest stand in the sheet of the phase

struct Cell {
    GuidePage& page;
    float x, w, y;
    std::vector<std::string> said{};

    void put(std::string_view words, const Type& type, float line_px, int most = 99) {
        if (words.empty()) return;
        said.emplace_back(words);
        y += page.pen.paragraph({x, y + type.size_px}, words, type, w, line_px, most) + 4.0f;
    }
};

std::string number_words(const Snapshot& snapshot, const Figure& figure, Lang lang) {
    const std::string unit = unit_words(snapshot, figure.quantity, lang);
    return quantity_words(snapshot, figure.quantity, lang) + (unit.empty() ? "" : " " + unit);
}

// Numbers that count something; the years of a phase stand above.
std::vector<const Figure*> numbers_of(const Snapshot& snapshot, const Phase& phase) {
    std::vector<const Figure*> numbers;
    for (const FigureIndex index : phase.figures) {
        const Figure& figure = snapshot.figures[index];
        const std::string& unit = snapshot.units[figure.quantity.unit].id;
        if (unit != "year" && unit != "years") numbers.push_back(&figure);
    }
    return numbers;
}

Cell put_phase(GuidePage& page, const Phase& phase, const Rect& cell) {
    const Lang lang = page.lang();
    Cell in{page, cell.x + k_pad, cell.w - 2 * k_pad, cell.y + 10.0f};
    in.put(roman(phase.number), {22.0f, FontWeight::SemiBold, Ink::Accent}, 28.0f);
    in.put(phase.name.in(lang), {13.0f, FontWeight::SemiBold}, 17.0f);
    in.said.clear(); // the node has its name
    in.put(phase.start ? phase_span(phase) : std::string(say(Msg::SheetPhaseUndated, lang)),
           {12.0f, FontWeight::Regular, Ink::Text2}, 16.0f);
    in.y += 4.0f;
    for (const Text& aim : phase.objectives) in.put(aim.in(lang), {12.0f}, 16.0f);
    std::size_t shown = 0;
    for (const Figure* figure : numbers_of(page.snapshot(), phase)) {
        if (shown++ == k_most_numbers) break;
        page.pen.horizontal(in.x, in.y + 3.0f, in.w);
        in.y += 8.0f;
        in.put(number_words(page.snapshot(), *figure, lang), {13.0f, FontWeight::SemiBold}, 17.0f);
        in.put(figure->statement.in(lang), {11.0f, FontWeight::Regular, Ink::Text2}, 15.0f, 4);
    }
    in.y += 6.0f;
    return in;
}

}

void guide_phases(GuidePage& page) {
    const std::vector<Phase>& phases = page.snapshot().phases;
    const auto columns = static_cast<std::size_t>(std::clamp((page.w + k_gap) / (170.0f + k_gap), 1.0f, 3.0f));
    const float width = (page.w + k_gap) / static_cast<float>(columns) - k_gap;
    for (std::size_t first = 0; first < phases.size(); first += columns) {
        const std::size_t end = std::min(first + columns, phases.size());
        const std::size_t behind = page.pen.scene().nodes.size();
        float bottom = page.y;
        for (std::size_t i = first; i < end; ++i) {
            const Rect cell{page.x + static_cast<float>(i - first) * (width + k_gap), page.y, width, 0.0f};
            const Cell put = put_phase(page, phases[i], cell);
            bottom = std::max(bottom, put.y);
            page.pen.node({.id = "guide/phase/" + std::to_string(phases[i].number),
                           .name = phases[i].name.in(page.lang()),
                           .value = join(put.said, ". "),
                           .hint = phases[i].summary.in(page.lang()),
                           .zone = Zone::View,
                           .lang = phases[i].name.foreign(page.lang()),
                           .rect = cell,
                           .action = act::OpenSheet{Sheet::Phase, about::Phase{phases[i].number}}});
        }
        for (std::size_t i = behind; i < page.pen.scene().nodes.size(); ++i) { // as high as the highest of the row
            Node& node = page.pen.scene().nodes[i];
            node.rect.h = bottom - node.rect.y;
            page.pen.frame(node.rect, is_hovered(page.input, node.id) ? Ink::Accent : Ink::Hair, 6.0f);
        }
        page.y = bottom + k_gap;
    }
    page.gap(6.0f);
}

}
