// Stories as cards (stories.png): the figure large, what it counts beside it, title, summary, clusters. Only the rows
// in sight, and two more on either side for the keyboard, become records and nodes.

#include "core/scene/stories/layout_stories.hpp"

#include "core/read/story_words.hpp"
#include "core/read/wording.hpp"
#include "core/scene/layout.hpp"
#include "core/ui/scroll_box.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr float k_margin = 24.0f, k_gap = 12.0f, k_card_height = 216.0f, k_card_least = 270.0f, k_pad = 18.0f;

struct Grid {
    float x = 0.0f, y = 0.0f, card_width = 0.0f;
    std::size_t columns = 1;
    [[nodiscard]] Rect cell(std::size_t i) const {
        const auto column = static_cast<float>(i % columns), row = static_cast<float>(i / columns);
        return {x + column * (card_width + k_gap), y + row * (k_card_height + k_gap), card_width, k_card_height};
    }
    [[nodiscard]] float bottom(std::size_t count) const {
        const auto rows = static_cast<float>((count + columns - 1) / columns);
        return y + rows * (k_card_height + k_gap);
    }
};

Grid grid_in(float x, float y, float width) {
    Grid grid{x, y, width, 1};
    grid.columns = static_cast<std::size_t>(std::max(1.0f, std::floor((width + k_gap) / (k_card_least + k_gap))));
    grid.card_width = (width + k_gap) / static_cast<float>(grid.columns) - k_gap;
    return grid;
}

class StoryCard {
public:
    StoryCard(const LayoutInput& input, Pen& pen, const Story& story, const Rect& rect)
        : m_input(input), m_pen(pen), m_story(story), m_rect(rect), m_look(story_look(input.snapshot, story)),
          m_id("stories/" + story.id) {}

    void draw() {
        const float x = m_rect.x + k_pad, w = m_rect.w - 2 * k_pad;
        m_pen.raised(m_rect, 8.0f);
        if (is_hovered(m_input, m_id)) m_pen.frame(m_rect, Ink::Accent, 8.0f, 1.5f);
        const Type caption{11.0f, FontWeight::Regular, Ink::Text3};
        m_pen.text({x, m_rect.y + 27.0f}, ellipsis(theme(), caption, w - 24.0f), caption);
        m_pen.icon({m_rect.right() - 22.0f, m_rect.y + 23.0f}, Icon::More, 14.0f, Ink::Text2);
        const float title_y = m_story.figures.empty() ? m_rect.y + 58.0f : draw_figure(x, w);
        draw_words(x, title_y, w);
        m_pen.horizontal(x, m_rect.bottom() - 42.0f, w);
        draw_clusters(x, m_rect.bottom() - 20.0f, w);
        add_node();
    }

private:
    [[nodiscard]] Lang lang() const { return m_input.lang(); }
    [[nodiscard]] const std::string& theme() const { return m_input.snapshot.themes[m_story.theme].title.in(lang()); }
    [[nodiscard]] const Cluster& cluster(std::size_t i) const { return m_input.snapshot.clusters[m_story.clusters[i]]; }

    float draw_figure(float x, float w) {
        const StoryFigure& figure = m_story.figures.front();
        const std::string number = quantity_words(m_input.snapshot, figure.quantity, lang());
        const float width = m_pen.text({x, m_rect.y + 62.0f}, number, {34.0f, FontWeight::SemiBold});
        const Type type{12.0f, FontWeight::Regular, Ink::Text2};
        const float room = w - width - 12.0f;
        const std::size_t lines = std::min<std::size_t>(wrap(figure.label.in(lang()), type, room).size(), 3);
        const float first = lines <= 1 ? 61.0f : lines == 2 ? 49.0f : 41.0f;
        m_pen.paragraph({x + width + 12.0f, m_rect.y + first}, figure.label.in(lang()), type, room, 14.0f, 3);
        m_pen.rect({x, m_rect.y + 76.0f, 28.0f, 3.0f}, m_look.ink, 1.5f);
        return m_rect.y + 102.0f;
    }
    void draw_words(float x, float y, float w) {
        const Type title{16.0f, FontWeight::SemiBold};
        y += m_pen.paragraph({x, y}, m_story.title.in(lang()), title, w, 20.0f, 2);
        const int lines = static_cast<int>((m_rect.bottom() - 50.0f - y) / 18.0f) + 1;
        const Type body{13.0f, FontWeight::Regular, Ink::Text2};
        if (lines > 0) m_pen.paragraph({x, y + 1.0f}, m_story.summary.in(lang()), body, w, 18.0f, lines);
    }
    void draw_clusters(float x, float middle, float w) {
        if (m_story.clusters.empty()) return;
        draw_domain_disc(m_pen, {x + 9.0f, middle}, 9.0f, m_look);
        const Type name{12.0f}, quiet{12.0f, FontWeight::Regular, Ink::Text3},
            place{11.0f, FontWeight::Regular, Ink::Text3};
        float left = x + 26.0f;
        left += m_pen.text({left, middle + 4.4f}, ellipsis(cluster(0).short_name, name, w * 0.55f), name) + 8.0f;
        if (m_story.clusters.size() > 1) {
            m_pen.text({left, middle + 4.4f}, ellipsis(others(), quiet, x + w - left), quiet);
        } else if (const auto& seat = cluster(0).seat; seat && !seat->city.empty()) {
            m_pen.text({x + w, middle + 4.0f}, ellipsis(seat->city, place, x + w - left),
                       {11.0f, FontWeight::Regular, Ink::Text3, Align::Right});
        }
    }
    [[nodiscard]] std::string others() const {
        return say_count(Plural::StoryAndOthers, lang(), static_cast<std::int64_t>(m_story.clusters.size()) - 1);
    }
    void add_node() {
        Node node{
            .id = m_id, .name = m_story.title.in(lang()), .zone = Zone::View, .role = Role::Article, .rect = m_rect};
        if (!m_story.figures.empty()) {
            node.value = story_figure_words(m_input.snapshot, m_story.figures.front(), lang());
        }
        node.hint = m_story.summary.in(lang());
        node.lang = m_story.title.foreign(lang());
        node.action = act::ReadStory{m_story.id};
        m_pen.node(std::move(node));
    }

    const LayoutInput& m_input;
    Pen& m_pen;
    const Story& m_story;
    Rect m_rect;
    DomainLook m_look;
    std::string m_id;
};

struct Place {
    float x, y, w;
};

float put_title(const LayoutInput& input, Pen& pen, Place at, const StoryChoice& choice) {
    const Lang lang = input.lang();
    const std::string title(say(Msg::StoriesTitle, lang));
    const bool is_narrow = at.w < 560.0f;
    const Type type{is_narrow ? 16.0f : 22.0f, FontWeight::SemiBold};
    const std::string count = say_count(Plural::Stories, lang, static_cast<std::int64_t>(choice.shown.size())) + ", " +
                              say_count(Plural::Clusters, lang, choice.clusters);
    float y = at.y + pen.paragraph({at.x, at.y + 38.0f}, title, type, at.w, 24.0f) + 30.0f;
    pen.node({.id = "stories/title",
              .name = title,
              .value = count,
              .zone = Zone::View,
              .role = Role::Heading,
              .rect = {at.x, at.y + 16.0f, at.w, 30.0f},
              .level = 2,
              .cursor = Cursor::Default});
    const Type quiet{12.0f, FontWeight::Regular, Ink::Text2};
    const float right = at.x + at.w - text_width(count, 12.0f, quiet.weight);
    if (right > at.x + text_width(title, type.size_px, type.weight) + 20.0f) {
        pen.text({right, at.y + 38.0f}, count, quiet);
        return y;
    }
    pen.text({at.x, y + 4.0f}, count, quiet);
    return y + 14.0f;
}

// One chip for each theme, as radio buttons; returns the bottom.
float put_themes(const LayoutInput& input, Pen& pen, Place at, const StoryChoice& choice) {
    const Lang lang = input.lang();
    constexpr float height = 28.0f;
    float x = at.x, y = at.y + 6.0f;
    const auto put = [&](const std::string& id, const std::string& name, std::uint32_t count) {
        const bool is_on = input.ui().theme == id;
        const std::string node_id = "stories/theme/" + (id.empty() ? std::string("all") : id);
        const Type type{12.0f, is_on ? FontWeight::SemiBold : FontWeight::Regular,
                        count == 0 && !is_on ? Ink::Text3 : Ink::Text};
        const std::string number = format_number(count, lang);
        const float number_width = text_width(number, 11.0f, FontWeight::Regular);
        const float width = std::min(text_width(name, 12.0f, type.weight) + number_width + 32.0f, at.w);
        if (x > at.x && x + width > at.x + at.w) {
            x = at.x;
            y += height + 6.0f;
        }
        const Rect rect{x, y, width, height};
        pen.rect(rect, is_on ? Ink::AccentSoft : is_hovered(input, node_id) ? Ink::Hover : Ink::Raised, height * 0.5f);
        pen.frame(rect, is_on ? Ink::Accent : Ink::Hair, height * 0.5f);
        const float used = pen.text({x + 12.0f, y + 18.3f}, ellipsis(name, type, width - number_width - 30.0f), type);
        pen.text({x + 12.0f + used + 7.0f, y + 18.0f}, number, {11.0f, FontWeight::Regular, Ink::Text2});
        pen.node({.id = node_id,
                  .name = name,
                  .value = number,
                  .zone = Zone::View,
                  .role = Role::Radio,
                  .rect = rect,
                  .checked = is_on,
                  .action = act::ShowTheme{id}});
        x += width + 6.0f;
    };
    put({}, std::string(say(Msg::StoriesAll, lang)), choice.in_all_themes);
    for (ThemeIndex i = 0; i < input.snapshot.themes.size(); ++i)
        put(input.snapshot.themes[i].id, input.snapshot.themes[i].title.in(lang), choice.count_by_theme[i]);
    return y + height + 16.0f;
}

float put_nothing(const LayoutInput& input, Pen& pen, Place at) {
    const Lang lang = input.lang();
    const std::string words(say(Msg::StoriesNone, lang));
    const float middle = at.x + at.w * 0.5f;
    pen.icon({middle, at.y + 60.0f}, Icon::Search, 30.0f, Ink::Text3);
    pen.text({middle, at.y + 104.0f}, words, {13.0f, FontWeight::SemiBold, Ink::Text, Align::Centre});
    pen.node({.id = "stories/none",
              .value = words,
              .zone = Zone::View,
              .role = Role::Status,
              .rect = {at.x, at.y + 40.0f, at.w, 70.0f},
              .cursor = Cursor::Default});
    const bool is_theme = !input.ui().theme.empty();
    const Button button{.id = "stories/clear",
                        .label = std::string(say(Msg::StoriesClear, lang)),
                        .look = ButtonLook::Primary,
                        .zone = Zone::View,
                        .action = is_theme ? Action(act::ShowTheme{}) : Action(act::ClearFilters{})};
    const float width = button_width(button);
    put_button(input, pen, {middle - width * 0.5f, at.y + 124.0f, width, 36.0f}, button);
    return at.y + 180.0f;
}

}

DomainLook story_look(const Snapshot& snapshot, const Story& story) {
    if (story.clusters.empty()) return {Ink::Accent, Icon::Stories};
    return domain_look(snapshot, snapshot.clusters[story.clusters.front()].domain);
}

Action card_action(const Rooms& rooms, const Cluster& cluster) {
    const bool is_beside = rooms.breakpoint == Breakpoint::Wide || rooms.breakpoint == Breakpoint::Medium;
    return is_beside ? Action(act::Select{cluster.id})
                     : Action(act::OpenSheet{Sheet::Card, about::Cluster{cluster.id}});
}

void draw_story_grid(const LayoutInput& input, const Rooms& rooms, Pen& pen, const StoryChoice& choice) {
    const Rect& room = rooms.main;
    pen.rect(room, Ink::Sunken);
    const std::string name(say(Msg::StoriesTitle, input.lang()));
    ScrollBox box(input, pen, {.zone = Zone::View, .scroll_name = "stories", .name = name, .rect = room}, room);
    const float margin = room.w < 560.0f ? 16.0f : k_margin;
    Place at{room.x + margin, room.y, room.w - 2 * margin};
    at.y = put_title(input, pen, at, choice);
    at.y = put_themes(input, pen, at, choice);
    if (choice.shown.empty()) {
        box.end(put_nothing(input, pen, at));
        return;
    }
    const Grid grid = grid_in(at.x, at.y, at.w);
    const float bottom = grid.bottom(choice.shown.size()) + k_gap;
    const float top = std::clamp(scroll_of(input.ui(), "stories"), 0.0f, std::max(bottom - room.bottom(), 0.0f));
    const float margin_rows = 2 * (k_card_height + k_gap);
    for (std::size_t i = 0; i < choice.shown.size(); ++i) {
        const Rect cell = grid.cell(i);
        const bool is_near = cell.bottom() > room.y + top - margin_rows && cell.y < room.bottom() + top + margin_rows;
        if (is_near) StoryCard(input, pen, input.snapshot.stories[choice.shown[i]], cell).draw();
    }
    box.end(bottom);
}

void layout_stories(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    const auto reading = input.snapshot.find_story(input.ui().story);
    if (reading)
        draw_story(input, rooms, pen, *reading);
    else
        draw_story_grid(input, rooms, pen, choose_stories(input));
}

}
