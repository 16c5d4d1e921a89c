// One story to read: its figures, its text, its clusters with their places on a small map, its source.

#include "core/geo/projection.hpp"
#include "core/read/story_words.hpp"
#include "core/read/wording.hpp"
#include "core/scene/layout.hpp"
#include "core/scene/stories/layout_stories.hpp"
#include "core/ui/scroll_box.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr float k_measure = 640.0f; // longest line that reads well, px
constexpr float k_map = 260.0f, k_pad = 28.0f;

struct Page {
    const LayoutInput& input;
    const Rooms& rooms;
    Pen& pen;
    const Story& story;
    float x, w, y;
    [[nodiscard]] Lang lang() const { return input.lang(); }
};

void put_words(Page& page, std::string_view id, std::string_view words, const Type& type, float line_px) {
    if (words.empty()) return;
    const float top = page.y;
    page.y += page.pen.paragraph({page.x, page.y + type.size_px}, words, type, page.w, line_px);
    page.pen.node({.id = std::string(id),
                   .value = std::string(words),
                   .zone = Zone::View,
                   .role = Role::Text,
                   .rect = {page.x, top, page.w, page.y - top},
                   .cursor = Cursor::Default});
    page.y += 8.0f;
}

void put_heading(Page& page, std::string_view id, std::string_view words) {
    page.pen.text({page.x, page.y + 22.0f}, words, {13.0f, FontWeight::SemiBold});
    page.pen.node({.id = std::string(id),
                   .name = std::string(words),
                   .zone = Zone::View,
                   .role = Role::Heading,
                   .rect = {page.x, page.y + 8.0f, page.w, 20.0f},
                   .level = 3,
                   .cursor = Cursor::Default});
    page.y += 34.0f;
}

void put_bar(const LayoutInput& input, Pen& pen, const Rect& room, const StoryChoice& choice, StoryIndex index) {
    const Lang lang = input.lang();
    const Button back{.id = "story/back",
                      .label = std::string(say(Msg::StoryBack, lang)),
                      .icon = Icon::Previous,
                      .look = ButtonLook::Bare,
                      .zone = Zone::View,
                      .action = act::ReadStory{}};
    put_button(input, pen, {room.x + 12.0f, room.y + 8.0f, button_width(back), 36.0f}, back);
    const auto at = std::find(choice.shown.begin(), choice.shown.end(), index);
    if (at == choice.shown.end() || choice.shown.size() < 2) return;
    const auto place = static_cast<std::size_t>(at - choice.shown.begin()), count = choice.shown.size();
    const auto& stories = input.snapshot.stories;
    const float right = room.right() - 20.0f;
    put_button(input, pen, {right - 68.0f, room.y + 10.0f, 32.0f, 32.0f},
               {.id = "story/previous",
                .label = std::string(say(Msg::StoryPrevious, lang)),
                .icon = Icon::Previous,
                .look = ButtonLook::Icon,
                .zone = Zone::View,
                .action = act::ReadStory{stories[choice.shown[(place + count - 1) % count]].id}});
    put_button(input, pen, {right - 34.0f, room.y + 10.0f, 32.0f, 32.0f},
               {.id = "story/next",
                .label = std::string(say(Msg::StoryNext, lang)),
                .icon = Icon::Next,
                .look = ButtonLook::Icon,
                .zone = Zone::View,
                .action = act::ReadStory{stories[choice.shown[(place + 1) % count]].id}});
    const std::string words =
        say(Msg::StoryOf, lang,
            {format_number(static_cast<double>(place + 1), lang), format_number(static_cast<double>(count), lang)});
    pen.text({right - 76.0f, room.y + 30.5f}, words, {12.0f, FontWeight::Regular, Ink::Text2, Align::Right});
}

void put_figure(Page& page, const StoryFigure& figure, std::size_t i, bool is_first) {
    const std::string number = quantity_words(page.input.snapshot, figure.quantity, page.lang());
    const float size = is_first ? 34.0f : 22.0f, line = is_first ? 46.0f : 34.0f;
    const std::string id = "story/figure/" + std::to_string(i);
    const float top = page.y, baseline = page.y + line - 10.0f;
    const float width = page.pen.text({page.x, baseline}, number, {size, FontWeight::SemiBold});
    const Type type{13.0f, FontWeight::Regular, Ink::Text2};
    const float room = page.w - width - 12.0f;
    const float used =
        page.pen.paragraph({page.x + width + 12.0f, baseline}, figure.label.in(page.lang()), type, room, 17.0f);
    page.y += line + std::max(used - 17.0f, 0.0f);
    Node node{.id = id, .zone = Zone::View, .rect = {page.x, top, page.w, page.y - top}};
    node.name = story_figure_words(page.input.snapshot, figure, page.lang());
    node.action = act::OpenSheet{Sheet::SourceList, about::Story{page.story.id}};
    if (is_hovered(page.input, id)) page.pen.horizontal(page.x, baseline + 5.0f, width, Ink::Accent);
    page.pen.node(std::move(node));
}

void put_cluster(Page& page, ClusterIndex index) {
    const Cluster& cluster = page.input.snapshot.clusters[index];
    const std::string id = "story/cluster/" + cluster.id;
    const Rect row{page.x - 8.0f, page.y, page.w + 8.0f, 34.0f};
    if (is_hovered(page.input, id)) page.pen.rect(row, Ink::Hover, 5.0f);
    const float middle = page.y + 17.0f;
    draw_domain_disc(page.pen, {page.x + 10.0f, middle}, 10.0f, domain_look(page.input.snapshot, cluster.domain));
    const float width = page.pen.text({page.x + 30.0f, middle + 4.6f}, cluster.name, {13.0f, FontWeight::SemiBold});
    const std::string remark = story_cluster_words(page.input, index);
    const Type quiet{12.0f, FontWeight::Regular, Ink::Text3};
    page.pen.text({page.x + 40.0f + width, middle + 4.4f}, ellipsis(remark, quiet, page.w - width - 64.0f), quiet);
    page.pen.icon({page.x + page.w - 8.0f, middle}, Icon::Next, 12.0f, Ink::Text2, IconStyle::Bold);
    page.pen.node({.id = id,
                   .name = cluster.name,
                   .hint = remark,
                   .zone = Zone::View,
                   .rect = row,
                   .action = card_action(page.rooms, cluster)});
    page.y += 36.0f;
}

void put_source(Page& page) {
    const Snapshot& snapshot = page.input.snapshot;
    put_words(page, "story/chapter", story_place_words(snapshot, page.story, page.lang()),
              {11.0f, FontWeight::Regular, Ink::Text3}, 15.0f);
    for (const SourceIndex source : page.story.sources) {
        const std::string id = "story/source/" + snapshot.sources[source].id;
        const std::string line =
            say(Msg::StorySource, page.lang(), {source_words(snapshot.sources[source], page.lang())});
        const float top = page.y;
        page.y += page.pen.paragraph({page.x, page.y + 11.0f}, line, {11.0f, FontWeight::Regular, Ink::Accent}, page.w,
                                     15.0f) +
                  6.0f;
        page.pen.node({.id = id,
                       .name = line,
                       .zone = Zone::View,
                       .rect = {page.x, top, page.w, page.y - top},
                       .action = act::OpenSheet{Sheet::SourceList, about::Story{page.story.id}}});
    }
}

// The main territory with the story's clusters; seats in insets are told in the list.
void draw_map(const LayoutInput& input, Pen& pen, const Rect& rect, const Story& story) {
    const TerritoryMap& map = input.geometry.main();
    if (map.regions.empty()) return;
    const double scale = std::min(static_cast<double>(rect.w - 20.0f) / map.bounds.width_m(),
                                  static_cast<double>(rect.h - 20.0f) / map.bounds.height_m());
    const Point middle = rect.centre();
    const Affine affine{scale, -scale,
                        static_cast<double>(middle.x) - scale * (map.bounds.min_x_m + map.bounds.max_x_m) * 0.5,
                        static_cast<double>(middle.y) + scale * (map.bounds.min_y_m + map.bounds.max_y_m) * 0.5};
    pen.rect(rect, Ink::Sea, 8.0f);
    for (const MapMesh& region : map.regions) pen.add(rec::Mesh{&region, affine, {Ink::Land}});
    for (const MapLines& lines : map.lines[0])
        if (lines.kind == BorderKind::Coast || lines.kind == BorderKind::Region || lines.kind == BorderKind::Frontier)
            pen.add(rec::Lines{&lines, affine, 0.8f, {lines.kind == BorderKind::Coast ? Ink::Coast : Ink::RegionLine}});
    for (const ClusterIndex index : story.clusters) {
        const Cluster& cluster = input.snapshot.clusters[index];
        if (!cluster.seat || cluster.seat->kind == SeatKind::None) continue;
        const Metres place = map.projection.project({cluster.seat->lng_deg, cluster.seat->lat_deg});
        const Point at = affine.to_screen(place.x_m, place.y_m);
        if (rect.inset(8.0f).contains(at))
            draw_pin(pen, at, 8.0f, domain_look(input.snapshot, cluster.domain), PinState::Normal);
    }
}

// A text of the data, which may be there in another language only.
void put_told(Page& page, std::string_view id, const Text& text, const Type& type, float line_px) {
    if (text.in(page.lang()).empty()) return;
    put_words(page, id, text.in(page.lang()), type, line_px);
    page.pen.scene().nodes.back().lang = text.foreign(page.lang());
}

void put_text(Page& page) {
    const Snapshot& snapshot = page.input.snapshot;
    put_told(page, "story/theme", snapshot.themes[page.story.theme].title, {12.0f, FontWeight::Regular, Ink::Text3},
             16.0f);
    const float top = page.y;
    page.y += page.pen.paragraph({page.x, page.y + 22.0f}, page.story.title.in(page.lang()),
                                 {22.0f, FontWeight::SemiBold}, page.w, 28.0f) +
              4.0f;
    page.pen.node({.id = "story/title",
                   .name = page.story.title.in(page.lang()),
                   .zone = Zone::View,
                   .role = Role::Heading,
                   .lang = page.story.title.foreign(page.lang()),
                   .rect = {page.x, top, page.w, page.y - top},
                   .level = 2,
                   .cursor = Cursor::Default});
    page.pen.rect({page.x, page.y + 2.0f, 28.0f, 3.0f}, story_look(snapshot, page.story).ink, 1.5f);
    page.y += 14.0f;
    for (std::size_t i = 0; i < page.story.figures.size(); ++i) put_figure(page, page.story.figures[i], i, i == 0);
    page.y += 6.0f;
    put_told(page, "story/summary", page.story.summary, {16.0f, FontWeight::Regular, Ink::Text}, 24.0f);
    if (!page.story.named.empty())
        put_words(page, "story/named", say(Msg::StoryNamed, page.lang(), {join(page.story.named)}),
                  {12.0f, FontWeight::Regular, Ink::Text2}, 17.0f);
    put_told(page, "story/note", page.story.note, {12.0f, FontWeight::Regular, Ink::Text2}, 17.0f);
}

}

void draw_story(const LayoutInput& input, const Rooms& rooms, Pen& pen, StoryIndex index) {
    const Rect& room = rooms.main;
    const Story& story = input.snapshot.stories[index];
    constexpr float bar = 52.0f;
    pen.rect(room, Ink::Sunken);
    const Rect window{room.x, room.y + bar, room.w, room.h - bar};
    ScrollBox box(input, pen,
                  {.zone = Zone::View, .scroll_name = "story", .name = story.title.in(input.lang()), .rect = room},
                  window);
    const bool has_side = room.w >= 900.0f;
    const float margin = room.w < 560.0f ? 12.0f : 24.0f;
    const float sheet_width = std::min(room.w - 2 * margin, k_measure + 2 * k_pad + (has_side ? k_map + k_pad : 0.0f));
    const float pad = room.w < 560.0f ? 16.0f : k_pad;
    const Rect sheet{room.x + margin, window.y, sheet_width, 0.0f};
    const std::size_t behind = pen.scene().records.size();
    Page page{input,
              rooms,
              pen,
              story,
              sheet.x + pad,
              sheet.w - 2 * pad - (has_side ? k_map + k_pad : 0.0f),
              sheet.y + pad - 6.0f};
    put_text(page);
    if (has_side) draw_map(input, pen, {sheet.right() - pad - k_map, sheet.y + pad, k_map, k_map}, story);
    put_heading(page, "story/clusters", say(Msg::StoryClusters, input.lang()));
    for (const ClusterIndex cluster : story.clusters) put_cluster(page, cluster);
    if (!has_side) {
        const float side = std::min(page.w, k_map);
        draw_map(input, pen, {page.x, page.y + 8.0f, side, side}, story);
        page.y += side + 20.0f;
    }
    page.y += 10.0f;
    put_source(page);
    const float bottom = std::max(page.y, has_side ? sheet.y + 2 * pad + k_map : 0.0f) + 8.0f;
    pen.raised_behind(behind, {sheet.x, sheet.y, sheet.w, bottom - sheet.y}, 8.0f);
    box.end(bottom + 24.0f);
    put_bar(input, pen, room, choose_stories(input), index);
}

}
