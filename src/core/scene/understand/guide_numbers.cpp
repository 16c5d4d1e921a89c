// A sum with its parts, and figures with what they say.

#include "core/read/figure_words.hpp"
#include "core/read/policy_words.hpp"
#include "core/read/wording.hpp"
#include "core/scene/understand/guide_page.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

double value_of(const PolicyItem& item) {
    return item.quantities.empty() || item.quantities.front().values.empty() ? 0.0
                                                                             : item.quantities.front().values.front();
}

std::vector<const PolicyItem*> numbered(const PolicySection& passage) {
    std::vector<const PolicyItem*> items;
    for (const PolicyItem& item : passage.items)
        if (value_of(item) > 0.0) items.push_back(&item);
    return items;
}

// Whether the largest is what the others make together: only then are they drawn as its parts.
bool adds_up(const std::vector<const PolicyItem*>& items) {
    double sum = 0.0, most = 0.0;
    for (const PolicyItem* item : items) {
        if (item->quantities.front().unit != items.front()->quantities.front().unit) return false;
        sum += value_of(*item);
        most = std::max(most, value_of(*item));
    }
    return items.size() > 2 && std::abs(sum - 2.0 * most) <= most * 1e-6;
}

void draw_parts(GuidePage& page, const std::vector<const PolicyItem*>& items, const PolicyItem& total) {
    static constexpr float k_opacity[] = {1.0f, 0.84f, 0.68f, 0.55f};
    const Lang lang = page.lang();
    page.pen.text({page.x, page.y + 30.0f}, quantity_words(page.snapshot(), total.quantities.front(), lang),
                  {30.0f, FontWeight::SemiBold});
    page.gap(44.0f);
    float x = page.x;
    std::size_t place = 0;
    for (const PolicyItem* item : items) {
        if (item == &total) continue;
        const float part = page.w * static_cast<float>(value_of(*item) / value_of(total));
        page.pen.rect({x, page.y, std::max(part - 2.0f, 1.0f), 34.0f}, Ink::Accent, 3.0f,
                      k_opacity[std::min<std::size_t>(place, 3)]);
        const std::string number = quantity_words(page.snapshot(), item->quantities.front(), lang);
        const Type type{13.0f, FontWeight::SemiBold, Ink::OnAccent, Align::Centre};
        if (text_width(number, type.size_px, type.weight) + 12.0f < part && place < 2)
            page.pen.text({x + part * 0.5f, page.y + 21.5f}, number, type);
        x += part;
        ++place;
    }
    page.gap(44.0f);
}

}

void guide_sum(GuidePage& page, const std::string& id, const PolicySection& passage) {
    const std::vector<const PolicyItem*> items = numbered(passage);
    if (adds_up(items)) {
        const PolicyItem* total =
            *std::max_element(items.begin(), items.end(),
                              [](const PolicyItem* a, const PolicyItem* b) { return value_of(*a) < value_of(*b); });
        draw_parts(page, items, *total);
    }
    guide_text(page, id, passage);
}

void guide_figures(GuidePage& page, const std::string& id, const GuidePart& part) {
    const Lang lang = page.lang();
    const int columns = page.w >= 560.0f ? 2 : 1;
    const float gap = 28.0f, width = (page.w + gap) / static_cast<float>(columns) - gap;
    if (!part.title.empty()) page.heading(id + "/title", part.title.in(lang), 4, part.title.foreign(lang));
    float row_bottom = page.y;
    for (std::size_t i = 0; i < part.figures.size(); ++i) {
        const Figure& figure = page.snapshot().figures[part.figures[i]];
        const std::size_t column = i % static_cast<std::size_t>(columns);
        if (column == 0) page.y = row_bottom;
        const float x = page.x + static_cast<float>(column) * (width + gap);
        const std::string node = "guide/figure/" + figure.id;
        const std::string number = quantity_words(page.snapshot(), figure.quantity, lang);
        page.pen.horizontal(x, page.y, width);
        page.pen.text({x, page.y + 32.0f}, number, {22.0f, FontWeight::SemiBold});
        float used = page.pen.paragraph({x, page.y + 53.0f}, figure.statement.in(lang), {13.0f}, width, 18.0f);
        used += page.pen.paragraph({x, page.y + 53.0f + used}, figure_place_words(page.snapshot(), figure, lang),
                                   {11.0f, FontWeight::Regular, Ink::Text3}, width, 15.0f);
        const Rect hit{x, page.y + 4.0f, width, 48.0f + used};
        if (is_hovered(page.input, node)) page.pen.frame(hit.inset(-6.0f, 0.0f), Ink::Accent, 5.0f);
        page.pen.node({.id = node,
                       .name = figure_words(page.snapshot(), figure, lang),
                       .hint = figure_place_words(page.snapshot(), figure, lang),
                       .zone = Zone::View,
                       .lang = figure.statement.foreign(lang),
                       .rect = hit,
                       .action = act::OpenSheet{Sheet::SourceList, about::Figure{figure.id}}});
        row_bottom = std::max(row_bottom, hit.bottom() + 10.0f);
    }
    page.y = row_bottom + 8.0f;
}

void guide_glossary(GuidePage& page) {
    const Lang lang = page.lang();
    for (const GlossaryTerm& term : page.snapshot().glossary) {
        const std::string id = "guide/word/" + term.id;
        const float top = page.y;
        page.pen.horizontal(page.x, top, page.w);
        page.gap(10.0f);
        const float side = page.w >= 560.0f ? 150.0f : 0.0f;
        const float used =
            page.pen.paragraph({page.x, page.y + 14.0f}, term.term.in(lang), {14.0f, FontWeight::SemiBold},
                               side > 0.0f ? side - 12.0f : page.w, 19.0f);
        if (side == 0.0f) page.gap(used + 2.0f);
        page.y += std::max(
            side > 0.0f ? used : 0.0f,
            page.pen.paragraph({page.x + side, page.y + 14.0f}, term.meaning.in(lang), {14.0f}, page.w - side, 20.0f));
        page.gap(8.0f);
        const Rect hit{page.x - 6.0f, top + 2.0f, page.w + 12.0f, page.y - top - 4.0f};
        if (is_hovered(page.input, id)) page.pen.frame(hit, Ink::Accent, 5.0f);
        page.pen.node({.id = id,
                       .name = term.term.in(lang),
                       .value = term.meaning.in(lang),
                       .zone = Zone::View,
                       .lang = term.meaning.foreign(lang),
                       .rect = hit,
                       .action = act::OpenSheet{Sheet::SourceList, about::Glossary{term.id}}});
    }
}

}
