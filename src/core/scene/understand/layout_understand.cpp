// The room that explains the policy: chapters of passages, ways, sums and phases, and the words that need explaining.
// Beside them, where there is room, the chapters to choose from.

#include "core/read/guide_words.hpp"
#include "core/scene/understand/guide_page.hpp"
#include "core/ui/scroll_box.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr std::string_view k_scroll = "understand";
constexpr float k_above = 12.0f; // of a chapter that was scrolled to
constexpr float k_measure = 660.0f, k_pad = 28.0f, k_gutter = 16.0f, k_contents = 236.0f, k_contents_row = 34.0f;

// Where a chapter begins, without scroll.
struct Place {
    std::string id, title;
    Lang foreign; // of the title
    float top = 0.0f;
};

void put_part(GuidePage& page, const std::string& chapter, const GuidePart& part) {
    if (part.show == GuideShow::Phases) return guide_phases(page);
    if (part.show == GuideShow::Figures) return guide_figures(page, "guide/" + chapter + "/figures", part);
    const PolicySection& passage = page.snapshot().policy[*part.policy];
    const std::string id = "guide/" + chapter + "/" + passage.id;
    switch (part.show) {
    case GuideShow::Path:
        return guide_path(page, id, passage);
    case GuideShow::Sum:
        return guide_sum(page, id, passage);
    case GuideShow::Partners:
        return guide_partners(page, id, passage);
    default:
        return guide_text(page, id, passage);
    }
}

// A sheet of its own for what `put` writes under the title.
template<class Put>
Place put_chapter(GuidePage& page, const std::string& id, const std::string& title, Lang foreign, Put put) {
    const Place place{id, title, foreign, page.y};
    const std::size_t behind = page.pen.scene().records.size();
    const Rect sheet{page.x, page.y, page.w, 0.0f};
    const float pad = page.w < 480.0f ? 16.0f : k_pad;
    GuidePage inside{page.input, page.rooms, page.pen, page.x + pad, page.w - 2 * pad, page.y + pad - 4.0f};
    inside.heading("guide/chapter/" + id, title, 3, foreign);
    inside.gap(4.0f);
    put(inside);
    page.y = inside.y + pad - 16.0f;
    page.pen.raised_behind(behind, {sheet.x, sheet.y, sheet.w, page.y - sheet.y}, 8.0f);
    page.gap(k_gutter);
    return place;
}

std::vector<Place> put_chapters(GuidePage& page) {
    const Lang lang = page.lang();
    std::vector<Place> places;
    for (const GuideChapter& chapter : page.snapshot().guide)
        places.push_back(put_chapter(page, chapter.id, chapter_title(page.snapshot(), chapter, lang),
                                     chapter.title.foreign(lang), [&](GuidePage& inside) {
                                         inside.explained("guide/chapter/" + chapter.id + "/lead",
                                                          chapter.lead.in(lang), {16.0f}, 24.0f,
                                                          chapter.lead.foreign(lang));
                                         for (const GuidePart& part : chapter.parts) put_part(inside, chapter.id, part);
                                     }));
    if (!page.snapshot().glossary.empty())
        places.push_back(put_chapter(page, "words", std::string(say(Msg::GlossaryTitle, lang)), {}, guide_glossary));
    return places;
}

void put_title(GuidePage& page) {
    const Lang lang = page.lang();
    const std::string title(say(Msg::UnderstandTitle, lang)), lead(say(Msg::UnderstandLead, lang));
    page.gap(18.0f);
    const float top = page.y;
    const Type type{page.w < 480.0f ? 18.0f : 22.0f, FontWeight::SemiBold};
    page.y += page.pen.paragraph({page.x, page.y + 22.0f}, title, type, page.w, 28.0f);
    page.y +=
        page.pen.paragraph({page.x, page.y + 14.0f}, lead, {12.0f, FontWeight::Regular, Ink::Text2}, page.w, 17.0f);
    page.pen.node({.id = "guide/title",
                   .name = title,
                   .value = lead,
                   .zone = Zone::View,
                   .role = Role::Heading,
                   .rect = {page.x, top, page.w, page.y - top},
                   .level = 2,
                   .cursor = Cursor::Default});
    page.gap(14.0f);
}

// The chapter whose beginning was last passed.
std::size_t current(const std::vector<Place>& places, float top) {
    const auto next = std::find_if(places.begin(), places.end(), [&](const Place& p) { return p.top > top + 40.0f; });
    return next == places.begin() ? 0 : static_cast<std::size_t>(next - places.begin()) - 1;
}

struct Whereabouts {
    float window_y = 0.0f;
    std::optional<std::size_t> here; // place of the chapter that is read
};

void put_contents(const LayoutInput& input, Pen& pen, const Rect& rect, const std::vector<Place>& places,
                  const Whereabouts& reading) {
    float y = rect.y;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const std::string id = "guide/contents/" + places[i].id;
        const Rect row{rect.x, y, rect.w, k_contents_row};
        const bool is_here = i == reading.here;
        const Type type{13.0f, is_here ? FontWeight::SemiBold : FontWeight::Regular, is_here ? Ink::Text : Ink::Text2};
        if (is_hovered(input, id)) pen.rect(row, Ink::Hover, 5.0f);
        if (is_here) pen.rect({row.x, row.y + 7.0f, 3.0f, row.h - 14.0f}, Ink::Text, 1.5f);
        pen.text({row.x + 14.0f, row.y + 21.5f}, ellipsis(places[i].title, type, row.w - 20.0f), type);
        pen.node(
            {.id = id,
             .name = places[i].title,
             .zone = Zone::View,
             .lang = places[i].foreign,
             .rect = row,
             .selected = reading.here ? std::optional(is_here) : std::nullopt,
             .action = act::Scroll{std::string(k_scroll), std::max(0.0f, places[i].top - reading.window_y - k_above)}});
        y += k_contents_row;
    }
}

}

void layout_understand(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    const Rect& room = rooms.main;
    pen.rect(room, Ink::Sunken);
    const auto rows = static_cast<float>(input.snapshot.guide.size() + (input.snapshot.glossary.empty() ? 0 : 1));
    const bool has_contents = room.w >= k_measure + k_contents && room.h >= rows * k_contents_row + 40.0f;
    const float margin = room.w < 560.0f ? 12.0f : 24.0f, left = has_contents ? k_contents : 0.0f;
    const Rect window{room.x + left, room.y, room.w - left, room.h};
    ScrollBox box(input, pen,
                  {.zone = Zone::View,
                   .scroll_name = std::string(k_scroll),
                   .name = std::string(say(Msg::UnderstandTitle, input.lang())),
                   .rect = room},
                  window);
    const float width = std::min(window.w - 2 * margin, k_measure + 2 * k_pad);
    GuidePage page{input, rooms, pen, window.x + margin, width, window.y};
    put_title(page);
    const std::size_t behind_title = pen.scene().nodes.size();
    const Rect above{page.x - 12.0f, page.y - 6.0f, width, 0.0f};
    if (!has_contents) page.gap(rows * k_contents_row + 8.0f); // they stand over the chapters and scroll with them
    const std::vector<Place> places = put_chapters(page);
    const std::size_t behind_chapters = pen.scene().nodes.size();
    if (!has_contents) put_contents(input, pen, above, places, {window.y, {}});
    // the last chapter reaches the top, too
    box.end(std::max(page.y + 24.0f - k_gutter, places.empty() ? 0.0f : places.back().top + window.h - k_above));
    const std::size_t here = current(places, scroll_of(input.ui(), k_scroll) + window.y);
    if (has_contents)
        put_contents(input, pen, {room.x + 12.0f, room.y + 24.0f, left - 12.0f, 0.0f}, places, {window.y, here});
    std::vector<Node>& nodes = pen.scene().nodes; // the contents are read before the chapters, wherever they stand
    const auto at = [&](std::size_t place) { return nodes.begin() + static_cast<std::ptrdiff_t>(place); };
    std::rotate(at(behind_title), at(behind_chapters), nodes.end());
}

}
