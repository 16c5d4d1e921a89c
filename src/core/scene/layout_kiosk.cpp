// The kiosk while nobody is there (kiosk.png): a headline that can be read from across the hall, one fact at a time,
// the map, the phases. Laid out for 1920 px; the page scales. What it shows follows from the state alone: the tour
// (web/src/kiosk.js) only sets dates and selections.

#include "core/base/messages.hpp"
#include "core/read/language_choices.hpp"
#include "core/read/wording.hpp"
#include "core/scene/layout.hpp"
#include "core/scene/time_memo.hpp"
#include "core/state/dates.hpp"
#include "core/ui/parts.hpp"

#include <algorithm>

namespace atlas {

namespace {

constexpr float k_left = 80.0f;
constexpr float k_fade = 60.0f;
constexpr float k_headline_line = 92.0f;
constexpr Type k_headline{72.0f, FontWeight::SemiBold};
constexpr Type k_intro{30.0f, FontWeight::Regular, Ink::Text2};

struct Headline {
    std::string first, second, below;
};

std::string holders(const LayoutInput& input) {
    return say_count(Plural::Clusters, input.lang(), input.result.total);
}

// Today: how long it has lasted. The count of the start is the published one, as everybody quotes it.
Headline today_headline(const LayoutInput& input) {
    const Lang lang = input.lang();
    const Snapshot& snapshot = input.snapshot;
    const int from = civil(time_memo(input).first).year, years = snapshot.meta.default_date.year - from;
    Headline headline;
    headline.first = years >= 20 && years < 30 ? std::string(say(Msg::KioskTwentyYears, lang))
                                               : say(Msg::KioskSince, lang, {std::to_string(from)});
    headline.second = holders(input);
    if (snapshot.counts.empty()) return headline;
    const PublishedCount& start = snapshot.counts.front();
    const CivilDate day = civil(start.date);
    const PartialDate start_month{static_cast<std::int16_t>(day.year), static_cast<std::uint8_t>(day.month), 0};
    headline.below =
        say(Msg::KioskIntro, lang,
            {say_count(Plural::KioskLabels, lang, start.value), format_date(start_month, lang, DateStyle::Long),
             holders(input), std::to_string(input.state().date.year)});
    return headline;
}

Headline headline_of(const LayoutInput& input) {
    const State& state = input.state();
    const Phase* phase = phase_at(input.snapshot, last_day(state.date));
    if (!phase || phase->status != PhaseStatus::Past) return today_headline(input);
    Headline headline;
    headline.first = phase_span(*phase) + ",";
    headline.second = holders(input);
    headline.below = phase->name.in(input.lang());
    if (!phase->objectives.empty()) headline.below += ". " + phase->objectives.front().in(input.lang()) + ".";
    return headline;
}

float draw_headline(const LayoutInput& input, const Rect& room, Pen& pen) {
    const Headline headline = headline_of(input);
    const float width = room.w - k_left;
    float y = room.y + std::max(180.0f, room.h * 0.28f);
    Type type = k_headline;
    const float widest = std::max(text_width(headline.first, type.size_px, type.weight),
                                  text_width(headline.second, type.size_px, type.weight));
    type.size_px *= std::min(1.0f, width / widest);
    pen.text({room.x + k_left, y}, headline.first, type);
    pen.text({room.x + k_left, y + k_headline_line}, headline.second, type);
    y += k_headline_line + 74.0f;
    return y + pen.paragraph({room.x + k_left, y}, headline.below, k_intro, width - 20.0f, 42.0f, 4);
}

struct Spotlight {
    const Story* story = nullptr;
    int number = 0, count = 0;
};

// The selected cluster's first story with a figure, and its place among the cluster's stories.
Spotlight spotlight_of(const LayoutInput& input, ClusterIndex cluster) {
    Spotlight spotlight;
    for (const Story& story : input.snapshot.stories) {
        if (std::find(story.clusters.begin(), story.clusters.end(), cluster) == story.clusters.end()) continue;
        ++spotlight.count;
        if (spotlight.story || story.figures.empty()) continue;
        spotlight.story = &story;
        spotlight.number = spotlight.count;
    }
    return spotlight;
}

std::string name_and_city(const Cluster& cluster) {
    const bool has_city = cluster.seat && !cluster.seat->city.empty();
    return has_city ? cluster.short_name + ", " + cluster.seat->city : cluster.short_name;
}

void draw_figure(const LayoutInput& input, const StoryFigure& figure, Point at, Pen& pen) {
    const std::string number = quantity_words(input.snapshot, figure.quantity, input.lang());
    const float width = pen.text(at, number, {40.0f, FontWeight::SemiBold});
    pen.paragraph({at.x + width + 16.0f, at.y}, figure.label.in(input.lang()), {20.0f, FontWeight::Regular, Ink::Text2},
                  std::max(160.0f, 520.0f - width), 26.0f, 2);
}

void draw_spotlight(const LayoutInput& input, float x, float y, Pen& pen) {
    const auto index = input.snapshot.find_cluster(input.state().selected);
    if (!index) return;
    const Cluster& cluster = input.snapshot.clusters[*index];
    const Spotlight spotlight = spotlight_of(input, *index);
    const Lang lang = input.lang();
    const DomainLook look = domain_look(input.snapshot, cluster.domain);
    pen.rect({x, y, 5.0f, spotlight.story ? 104.0f : 62.0f}, look.ink, 2.0f);
    const float left = x + 26.0f;
    pen.text({left, y + 24.0f}, ellipsis(name_and_city(cluster), {22.0f, FontWeight::SemiBold}, 500.0f),
             {22.0f, FontWeight::SemiBold});
    if (!spotlight.story) {
        pen.paragraph({left, y + 52.0f}, cluster.focus.in(lang), {20.0f, FontWeight::Regular, Ink::Text2}, 500.0f,
                      26.0f, 2);
        return;
    }
    draw_figure(input, spotlight.story->figures.front(), {left, y + 66.0f}, pen);
    const std::string place =
        say(Msg::KioskStory, lang, {format_number(spotlight.number, lang), format_number(spotlight.count, lang)});
    pen.text({left, y + 100.0f}, place, {18.0f, FontWeight::Regular, Ink::Text3});
}

// Any touch starts: the page listens everywhere. The button says so, and gives the keyboard something to press.
void put_call(const LayoutInput& input, const Rect& rect, Pen& pen) {
    const std::string label(say(Msg::KioskTouch, input.lang()));
    pen.rect(rect, Ink::Accent, rect.h * 0.5f);
    pen.icon({rect.x + 56.0f, rect.y + rect.h * 0.5f}, Icon::Touch, 38.0f, Ink::OnAccent, IconStyle::Fill);
    pen.text({rect.x + 90.0f, rect.y + rect.h * 0.5f + 11.0f}, label, {32.0f, FontWeight::SemiBold, Ink::OnAccent});
    Node node;
    node.id = "kiosk/touch";
    node.name = label;
    node.zone = Zone::Header;
    node.rect = rect;
    node.action = act::Home{};
    pen.node(std::move(node));
}

void put_language(const LayoutInput& input, const Rect& rect, Pen& pen) {
    pen.rect(rect, Ink::Panel, rect.h * 0.5f, 0.85f);
    pen.frame(rect, Ink::Control, rect.h * 0.5f);
    const std::vector<LanguageChoice> choices = language_choices(input);
    float x = rect.x;
    for (const LanguageChoice& choice : choices) {
        const Rect half{x, rect.y, rect.w / static_cast<float>(choices.size()), rect.h};
        const bool is_current = input.lang() == choice.lang;
        if (is_current) pen.rect(half.inset(4.0f), Ink::Accent, rect.h * 0.5f - 4.0f);
        const Type type{24.0f, is_current ? FontWeight::SemiBold : FontWeight::Regular,
                        is_current ? Ink::OnAccent : Ink::Text, Align::Centre};
        pen.text({half.centre().x, half.centre().y + 8.5f}, choice.label, type);
        Node node;
        node.id = "kiosk/lang-" + std::string(choice.lang.tag());
        node.name = choice.label;
        node.value = choice.name;
        if (!choice.lang.is_akin(input.lang())) node.lang = choice.lang;
        node.zone = Zone::Header;
        node.rect = half;
        node.checked = is_current;
        node.action = act::SetLang{choice.lang};
        pen.node(std::move(node));
        x += half.w;
    }
}

void draw_mark(Pen& pen, Point at) { // the header's mark, larger
    constexpr float k_scale = 2.2f;
    pen.disc({at.x - 5.2f * k_scale, at.y + 3.6f * k_scale}, 4.6f * k_scale, Ink::DomainMobility);
    pen.disc({at.x + 5.2f * k_scale, at.y + 3.6f * k_scale}, 4.6f * k_scale, Ink::DomainWater);
    pen.disc({at.x, at.y - 5.2f * k_scale}, 4.6f * k_scale, Ink::DomainHealth);
}

// The words' panel ends in a fade, so that the sea seems to go on under it.
void draw_words_ground(const Rooms& rooms, Pen& pen) {
    pen.rect(rooms.card, Ink::Panel);
    if (rooms.card.w < rooms.main.right()) {
        const Rect edge{rooms.card.right(), rooms.card.y, k_fade, rooms.card.h};
        pen.add(rec::Fade{edge, {Ink::Panel, 255}, {Ink::Panel, 0}});
    }
}

}

void layout_kiosk(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    layout_map(input, rooms, pen);
    layout_timeline(input, rooms, pen);
    const Rect& room = rooms.card;
    draw_words_ground(rooms, pen);
    pen.panel({Zone::Header, {}, std::string(say(Msg::KioskZone, input.lang())), room});
    draw_mark(pen, {room.x + k_left + 17.0f, room.y + 86.0f});
    pen.text({room.x + k_left + 48.0f, room.y + 94.0f}, say(Msg::KioskTitle, input.lang()),
             {24.0f, FontWeight::SemiBold, Ink::Text2});
    const float below = draw_headline(input, room, pen);
    const float call_y = std::min(room.bottom() - 84.0f - 48.0f, std::max(below + 176.0f, room.y + 716.0f));
    draw_spotlight(input, room.x + k_left, call_y - 144.0f, pen);
    put_call(input, {room.x + k_left, call_y, 452.0f, 84.0f}, pen);
    const float right = rooms.main.right();
    const Rect language{right - 220.0f, 40.0f, 180.0f, 64.0f};
    pen.panel({Zone::Header, {}, std::string(say(Msg::KioskZone, input.lang())), language});
    put_language(input, language, pen);
}

}
