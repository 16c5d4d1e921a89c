// The top bar: mark, title, views, language, tools (design.md §1 "Header").

#include "core/base/messages.hpp"
#include "core/read/language_choices.hpp"
#include "core/read/wording.hpp"
#include "core/scene/time_memo.hpp"
#include "core/scene/view_traits.hpp"
#include "core/state/names.hpp"
#include "core/state/views.hpp"
#include "core/ui/parts.hpp"
#include "core/ui/tokens.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace atlas {

namespace {

constexpr float k_logo_px = 32.0f; // high

struct Tool {
    Icon icon;
    Msg label;
    std::string id;
    Action action;
    std::optional<bool> pressed = {};
};

void draw_mark(Pen& pen, Point at) { // three touching discs, the atlas' bunch
    pen.disc({at.x - 5.2f, at.y + 3.6f}, 4.6f, Ink::DomainMobility);
    pen.disc({at.x + 5.2f, at.y + 3.6f}, 4.6f, Ink::DomainWater);
    pen.disc({at.x, at.y - 5.2f}, 4.6f, Ink::DomainHealth);
}

std::string subtitle(const LayoutInput& input) {
    const Meta& meta = input.snapshot.meta;
    const int first = civil(time_memo(input).first).year;
    return say(Msg::Subtitle, input.lang(), {std::to_string(first), std::to_string(meta.snapshot_date.year)});
}

std::string tab_id(View view) {
    return "header/view-" + std::string(word_of(view));
}

struct TabLook {
    bool has_icon = true, has_words = true;
    float before = 32.0f, after = 12.0f; // of the words
};

// With icons and words, or what fits of them.
TabLook tab_look(float room_px, float words_px, std::size_t count) {
    constexpr float most = 10.0f, least = 5.0f;
    const float spare = (room_px - words_px) / static_cast<float>(count);
    if (spare >= 44.0f) return {};
    const float side = std::clamp(spare * 0.5f, least, most);
    return spare >= 2.0f * least ? TabLook{false, true, side, side} : TabLook{true, false, 18.0f, 18.0f};
}

float put_tab(const LayoutInput& input, const Rect& room, float x, View view, const TabLook& look, Pen& pen) {
    const bool is_current = input.state().view == view;
    const Ink ink = is_current || is_hovered(input, tab_id(view)) ? Ink::Text : Ink::Text2;
    const Type type{13.0f, is_current ? FontWeight::SemiBold : FontWeight::Regular, ink};
    const std::string label(say(traits_of(view).label, input.lang()));
    const float words = look.has_words ? text_width(label, type.size_px, type.weight) : 0.0f;
    const float width = look.before + words + look.after, middle = room.y + room.h * 0.5f;
    if (look.has_icon)
        pen.icon({x + 18.0f, middle}, traits_of(view).icon, 17.0f, ink,
                 is_current ? IconStyle::Fill : IconStyle::Regular);
    if (look.has_words) pen.text({x + look.before, middle + 4.5f}, label, type);
    if (is_current) pen.rect({x + 8.0f, room.bottom() - 3.0f, width - 16.0f, 3.0f}, Ink::Text, 1.5f);
    Node node;
    node.id = tab_id(view);
    node.name = label;
    if (!look.has_words) node.hint = label;
    node.zone = Zone::Header;
    node.role = Role::Tab;
    node.rect = {x, room.y, width, room.h};
    node.selected = is_current;
    node.action = act::SetView{view};
    pen.node(std::move(node));
    return width;
}

void layout_tabs(const LayoutInput& input, const Rect& room, float x, float right, Pen& pen) {
    constexpr float apart = 2.0f;
    const std::vector<View> views = views_of(input.snapshot);
    float words = 0.0f;
    for (const View view : views)
        words += text_width(say(traits_of(view).label, input.lang()), 13.0f, FontWeight::SemiBold) + apart;
    const TabLook look = tab_look(right - x, words, views.size());
    for (const View view : views) x += put_tab(input, room, x, view, look, pen) + apart;
}

constexpr float k_language_px = 29.0f;
constexpr std::size_t k_languages_beside = 3; // more are a menu

// Side by side, each a switch, or the one in use, which opens the menu.
std::vector<LanguageChoice> shown_languages(const LayoutInput& input) {
    std::vector<LanguageChoice> choices = language_choices(input);
    if (choices.size() > k_languages_beside)
        std::erase_if(choices, [&](const LanguageChoice& choice) { return choice.lang != input.lang(); });
    return choices;
}

float languages_px(const LayoutInput& input) {
    return k_language_px * static_cast<float>(shown_languages(input).size());
}

Node language_node(const LanguageChoice& choice, const LayoutInput& input, bool is_menu) {
    Node node;
    node.id = is_menu ? "header/languages" : "header/lang-" + std::string(choice.lang.tag());
    node.name = is_menu ? std::string(say(Msg::SheetLanguages, input.lang())) : choice.label;
    node.value = choice.name;
    if (!is_menu && !choice.lang.is_akin(input.lang())) node.lang = choice.lang;
    node.zone = Zone::Header;
    node.role = is_menu ? Role::Button : Role::Radio;
    if (!is_menu) node.checked = input.lang() == choice.lang;
    node.action = is_menu ? Action(act::OpenSheet{Sheet::Languages, {}}) : Action(act::SetLang{choice.lang});
    return node;
}

// Right aligned at `right`; returns its left end.
float layout_language(const LayoutInput& input, const Rect& room, float right, Pen& pen) {
    const std::vector<LanguageChoice> choices = shown_languages(input);
    const bool is_menu = choices.size() < language_choices(input).size();
    const float baseline = room.y + room.h * 0.5f + 4.5f;
    const float left = right - languages_px(input);
    right = left;
    for (const LanguageChoice& choice : choices) {
        right += k_language_px;
        const bool is_current = input.lang() == choice.lang;
        const Type type{12.0f, is_current ? FontWeight::SemiBold : FontWeight::Regular,
                        is_current ? Ink::Text : Ink::Text2};
        const float width = text_width(choice.label, type.size_px, type.weight);
        const float x = right - width - 6.0f;
        pen.text({x, baseline}, choice.label, type);
        if (is_current) pen.rect({x, baseline + 4.5f, width, 2.0f}, Ink::Text);
        Node node = language_node(choice, input, is_menu);
        node.rect = {x - 6.0f, room.y + (room.h - 32.0f) * 0.5f, width + 12.0f, 32.0f};
        pen.node(std::move(node));
    }
    return left;
}

// In reading order, right aligned at `right`; returns their left end.
float put_tools(const LayoutInput& input, const Rect& room, float right, std::span<const Tool> tools, Pen& pen) {
    const float width = room.h < 50.0f ? 30.0f : 36.0f;
    const float left = right - width * static_cast<float>(tools.size());
    float x = left;
    for (const Tool& tool : tools) {
        const Rect rect{x, room.y + std::floor((room.h - 36.0f) * 0.5f), width, 36.0f};
        Button button;
        button.id = tool.id;
        button.label = say(tool.label, input.lang());
        button.icon = tool.icon;
        button.look = ButtonLook::Icon;
        button.zone = Zone::Header;
        button.action = tool.action;
        button.pressed = tool.pressed;
        put_button(input, pen, rect, button);
        x += width;
    }
    return left;
}

Tool theme_tool(const LayoutInput& input) {
    const bool is_dark = palette_of(input.state().theme, input.environment) == Palette::Dark;
    return {is_dark ? Icon::Light : Icon::Dark, is_dark ? Msg::ThemeLight : Msg::ThemeDark, "header/theme",
            act::SetTheme{is_dark ? ColourTheme::Light : ColourTheme::Dark}};
}

Tool text_tool() {
    return {Icon::TextVersion, Msg::TextVersion, "header/text", act::Ask{act::Service::TextVersion, {}}};
}

bool has_fullscreen_button(const LayoutInput& input) {
    return input.environment.mode != Mode::Kiosk && input.environment.may_fill_screen;
}

// The host's own mark is laid over its node by the page.
float draw_own_mark(const LayoutInput& input, const Rect& room, Pen& pen) {
    const float logo_px = input.environment.logo_px;
    if (logo_px <= 0.0f) {
        draw_mark(pen, {26.0f, 26.0f});
        return 46.0f;
    }
    Node node;
    node.id = "header/logo";
    node.name = title_of(input);
    node.zone = Zone::Header;
    node.role = Role::Image;
    node.cursor = Cursor::Default;
    node.rect = {14.0f, room.y + std::floor((room.h - k_logo_px) * 0.5f), logo_px, k_logo_px};
    pen.node(std::move(node));
    return 14.0f + logo_px + 12.0f;
}

// Languages, rule, six tools and the margin.
float tools_px(const LayoutInput& input) {
    return input.environment.parts.tools ? 246.0f + languages_px(input) : 0.0f;
}

void layout_tools(const LayoutInput& input, const Rect& room, Pen& pen) {
    const bool is_kiosk = input.environment.mode == Mode::Kiosk; // no files, no way out of full screen
    std::vector<Tool> tools;
    if (!is_kiosk) tools.push_back(text_tool());
    tools.push_back({Icon::Share, Msg::Share, "header/share", act::OpenSheet{Sheet::Share, {}}});
    if (!is_kiosk) tools.push_back({Icon::Download, Msg::Export, "header/export", act::OpenSheet{Sheet::Export, {}}});
    tools.push_back(theme_tool(input));
    if (has_fullscreen_button(input))
        tools.push_back(
            {Icon::Fullscreen, Msg::Fullscreen, "header/fullscreen", act::Ask{act::Service::Fullscreen, {}}});
    tools.push_back({Icon::Help, Msg::Help, "header/help", act::OpenSheet{Sheet::Help, {}}});
    const float right = room.right() - 16.0f;
    const float left = right - 36.0f * static_cast<float>(tools.size());
    layout_language(input, room, left - 14.0f, pen);
    pen.vertical(left - 10.0f, room.y + room.h * 0.5f - 9.0f, 18.0f);
    put_tools(input, room, right, tools, pen);
}

void layout_wide(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    const Rect& room = rooms.header;
    const Parts& parts = input.environment.parts;
    float x = 8.0f;
    if (parts.header) {
        const float left = draw_own_mark(input, room, pen);
        const Type type{15.0f, FontWeight::SemiBold};
        // The title may take what views and tools leave of the narrowest wide window.
        const float most = parts.rooms ? room.w * 0.22f : room.w - left - tools_px(input) - 24.0f;
        const float width = pen.text({left, 23.0f}, ellipsis(title_of(input), type, most), type);
        pen.text({left, 39.0f}, subtitle(input), {11.0f, FontWeight::Regular, Ink::Text3});
        x = std::max(248.0f, left + width + 24.0f);
    }
    if (parts.rooms) layout_tabs(input, room, x, room.right() - tools_px(input) - 8.0f, pen);
    if (parts.tools) layout_tools(input, room, pen);
}

Tool filter_tool() {
    return {Icon::Filter, Msg::Filters, "header/filters", act::OpenSheet{Sheet::Filters, {}}};
}

void layout_compact(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    const Rect& room = rooms.header;
    const std::string count =
        say(Msg::CountInYear, input.lang(), {holders_words(input), std::to_string(input.state().date.year)});
    std::vector<Tool> tools;
    const Parts& parts = input.environment.parts;
    if (parts.filters) tools.push_back(filter_tool());
    if (parts.rooms)
        for (const View view : views_of(input.snapshot)) {
            const ViewTraits& look = traits_of(view);
            tools.push_back({look.icon, look.label, tab_id(view), act::SetView{view}, input.state().view == view});
        }
    if (parts.tools && input.environment.mode != Mode::Kiosk) tools.push_back(text_tool());
    if (parts.tools) tools.push_back({Icon::Share, Msg::Share, "header/share", act::OpenSheet{Sheet::Share, {}}});
    if (parts.tools && has_fullscreen_button(input))
        tools.push_back(
            {Icon::Fullscreen, Msg::Fullscreen, "header/fullscreen", act::Ask{act::Service::Fullscreen, {}}});
    if (parts.tools) tools.push_back({Icon::Help, Msg::Help, "header/help", act::OpenSheet{Sheet::Help, {}}});
    const float right = room.right() - 8.0f;
    const float left = right - 30.0f * static_cast<float>(tools.size()) - 4.0f - languages_px(input);
    if (parts.tools) layout_language(input, room, left + languages_px(input), pen);
    put_tools(input, room, right, tools, pen);
    if (!parts.header) return;
    const Type title_type{15.0f, FontWeight::SemiBold};
    const float width = pen.text({14.0f, 25.5f}, ellipsis(title_of(input), title_type, left - 22.0f), title_type);
    const float room_for_count = left - 14.0f - width - 20.0f;
    const Type type{12.0f, FontWeight::Regular, Ink::Text2};
    if (text_width(count, type.size_px, type.weight) <= room_for_count)
        pen.text({14.0f + width + 10.0f, 25.5f}, count, type);
}

void layout_mobile(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    const Rect& room = rooms.header;
    const Parts& parts = input.environment.parts;
    std::vector<Tool> tools;
    // where no tab leads to the list and its own button
    if (parts.filters && !parts.rooms) tools.push_back(filter_tool());
    if (parts.tools) {
        if (input.environment.mode != Mode::Kiosk) tools.push_back(text_tool());
        tools.push_back({Icon::Help, Msg::Help, "header/help", act::OpenSheet{Sheet::Help, {}}});
        tools.push_back({Icon::Share, Msg::Share, "header/share", act::OpenSheet{Sheet::Share, {}}});
    }
    float left = put_tools(input, room, room.right() - 10.0f, tools, pen);
    if (parts.tools) left = layout_language(input, room, left - 4.0f, pen);
    if (!parts.header) return;
    const Type type{16.0f, FontWeight::SemiBold};
    const Type quiet{11.0f, FontWeight::Regular, Ink::Text3};
    const float title_px = left - 24.0f;
    if (title_px < 72.0f) return; // a letter or two of it say nothing
    pen.text({16.0f, 25.0f}, ellipsis(title_of(input), type, title_px), type);
    pen.text({16.0f, 43.0f}, ellipsis(subtitle(input), quiet, title_px), quiet);
}

}

void layout_header(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    const Rect& room = rooms.header;
    if (room.is_empty()) return;
    pen.rect(room, Ink::Panel);
    pen.horizontal(room.x, room.bottom() - 1.0f, room.w);
    pen.panel({Zone::Header, {}, std::string(say(Msg::HeaderZone, input.lang())), room});
    Node heading;
    heading.id = "header/title";
    heading.name = title_of(input);
    heading.zone = Zone::Header;
    heading.role = Role::Heading;
    heading.level = 2;
    heading.rect = {room.x, room.y, 240.0f, room.h};
    heading.cursor = Cursor::Default;
    pen.node(std::move(heading));
    switch (rooms.breakpoint) {
    case Breakpoint::Mobile:
        layout_mobile(input, rooms, pen);
        break;
    case Breakpoint::Compact:
        layout_compact(input, rooms, pen);
        break;
    default:
        layout_wide(input, rooms, pen);
        break;
    }
}

}
