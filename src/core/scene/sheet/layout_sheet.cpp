#include "core/scene/sheet/layout_sheet.hpp"

#include "core/read/wording.hpp"
#include "core/scene/card/layout_card.hpp"
#include "core/scene/layout.hpp"
#include "core/ui/scroll_box.hpp"
#include "core/ui/tokens.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr float k_head = 56.0f, k_padding = 24.0f, k_width = 560.0f, k_card_width = 360.0f;

std::string title_of(const LayoutInput& input) {
    const Lang lang = input.lang();
    const Topic& topic = input.ui().sheet_topic;
    const auto* phase = std::get_if<about::Phase>(&topic);
    switch (input.ui().sheet) {
    case Sheet::Share:
        return std::string(
            say(std::holds_alternative<about::Report>(topic) ? Msg::SheetReport : Msg::SheetShare, lang));
    case Sheet::Export:
        return std::string(say(Msg::SheetExport, lang));
    case Sheet::SourceList:
        return std::string(
            say(std::holds_alternative<about::Policy>(topic) ? Msg::FiguresTexts : Msg::SheetSources, lang));
    case Sheet::Phase:
        return say(Msg::SheetPhase, lang, {phase != nullptr ? std::to_string(phase->number) : ""});
    case Sheet::Languages:
        return std::string(say(Msg::SheetLanguages, lang));
    default:
        return std::string(say(Msg::SheetHelp, lang));
    }
}

void fill(SheetColumn& column, const Ui& ui) {
    switch (ui.sheet) {
    case Sheet::Share:
        if (const auto* report = std::get_if<about::Report>(&ui.sheet_topic))
            sheet_report(column, report->cluster);
        else
            sheet_share(column);
        break;
    case Sheet::Export:
        sheet_export(column);
        break;
    case Sheet::SourceList:
        sheet_sources(column, ui.sheet_topic);
        break;
    case Sheet::Phase:
        if (const auto* phase = std::get_if<about::Phase>(&ui.sheet_topic)) sheet_phase(column, phase->number);
        break;
    case Sheet::Languages:
        sheet_languages(column);
        break;
    default:
        sheet_help(column);
        break;
    }
}

// The window behind: darker, and a place to click the sheet away.
void draw_scrim(const LayoutInput& input, Pen& pen, const Rect& window) {
    pen.rect(window, Ink::Handle, 0.0f, palette_is_dark(input) ? 0.12f : 0.32f);
    pen.node({.id = "sheet/outside", // without a name: for the pointer alone, the sheet has its own button
              .zone = Zone::Sheet,
              .role = Role::Surface,
              .rect = window,
              .cursor = Cursor::Default,
              .action = act::Dismiss{}});
}

Rect sheet_rect(const LayoutInput& input, const Rooms& rooms, const Rect& window) {
    if (rooms.breakpoint == Breakpoint::Mobile) return {0.0f, 40.0f, window.w, window.h - 40.0f};
    const float width = std::min(k_width, window.w - 32.0f), margin = window.h < 600.0f ? 12.0f : 48.0f;
    const Sheet sheet = input.ui().sheet;
    const bool is_long = sheet == Sheet::SourceList || sheet == Sheet::Help;
    const bool is_short = sheet == Sheet::Export;
    const float height = std::min(window.h - 2 * margin, is_long ? 700.0f : is_short ? 440.0f : 620.0f);
    return {std::round((window.w - width) * 0.5f), std::round((window.h - height) * 0.5f), width, height};
}

void draw_frame(const LayoutInput& input, Pen& pen, const Rect& rect, const std::string& title) {
    const Type type{16.0f, FontWeight::SemiBold};
    pen.text({rect.x + k_padding, rect.y + 34.0f}, ellipsis(title, type, rect.w - 2 * k_padding - 40.0f), type);
    pen.horizontal(rect.x, rect.y + k_head - 1.0f, rect.w);
    pen.node({.id = "sheet/title",
              .name = title,
              .zone = Zone::Sheet,
              .role = Role::Heading,
              .rect = {rect.x + k_padding, rect.y + 12.0f, rect.w - 100.0f, 32.0f},
              .level = 2,
              .cursor = Cursor::Default});
    put_button(input, pen, {rect.right() - 48.0f, rect.y + 10.0f, 36.0f, 36.0f},
               {.id = "sheet/close",
                .label = std::string(say(Msg::SheetClose, input.lang())),
                .icon = Icon::Close,
                .look = ButtonLook::Icon,
                .zone = Zone::Sheet,
                .action = act::OpenSheet{}});
}

void draw_card_sheet(const LayoutInput& input, const Rooms& rooms, Pen& pen, const Rect& window) {
    const auto* topic = std::get_if<about::Cluster>(&input.ui().sheet_topic);
    const auto index = input.snapshot.find_cluster(topic == nullptr ? input.state().selected : topic->id);
    if (!index) return;
    const bool is_phone = rooms.breakpoint == Breakpoint::Mobile;
    const float width = is_phone ? window.w : std::min(k_card_width, window.w);
    draw_full_card(input, pen, {window.w - width, 0.0f, width, window.h}, Zone::Sheet, *index);
}

}

bool palette_is_dark(const LayoutInput& input) {
    return palette_of(input.state().theme, input.environment) == Palette::Dark;
}

void SheetColumn::heading(std::string_view words) {
    if (count > 0) gap(10.0f);
    pen.text({x, y + 16.0f}, words, {13.0f, FontWeight::SemiBold});
    pen.node({.id = next_id(),
              .name = std::string(words),
              .zone = Zone::Sheet,
              .role = Role::Heading,
              .rect = {x, y, w, 22.0f},
              .level = 3,
              .cursor = Cursor::Default});
    y += 26.0f;
}

void SheetColumn::line(std::string_view words, const Type& type, float line_px) {
    if (words.empty()) return;
    const float top = y;
    y += pen.paragraph({x, y + line_px * 0.72f}, words, type, w, line_px) + 3.0f;
    pen.node({.id = next_id(),
              .value = std::string(words),
              .zone = Zone::Sheet,
              .role = Role::Text,
              .rect = {x, top, w, y - top},
              .cursor = Cursor::Default});
}

void SheetColumn::link(std::string_view words, const std::string& href) {
    const std::string id = next_id();
    const Type type{12.0f, FontWeight::Regular, Ink::Accent};
    const std::string shown = ellipsis(words, type, w - 22.0f);
    const float width = pen.text({x, y + 14.0f}, shown, type);
    pen.horizontal(x, y + 16.5f, width, Ink::Accent);
    pen.icon({x + width + 11.0f, y + 10.0f}, Icon::External, 12.0f, Ink::Accent);
    pen.node({.id = id,
              .name = say(Msg::SourceOpen, lang(), {words}),
              .href = href,
              .zone = Zone::Sheet,
              .role = Role::Link,
              .rect = {x, y - 2.0f, width + 20.0f, 24.0f},
              .action = act::Ask{act::Service::OpenLink, href}});
    y += 22.0f;
}

void SheetColumn::action(Icon icon, std::string_view name, std::string_view hint, const std::string& id, Action what) {
    const Rect row{x - 8.0f, y, w + 16.0f, 44.0f};
    if (is_hovered(input, id)) pen.rect(row, Ink::Hover, 6.0f);
    pen.icon({x + 10.0f, y + 22.0f}, icon, 18.0f, Ink::Accent);
    const Type quiet{11.0f, FontWeight::Regular, Ink::Text3};
    pen.text({x + 32.0f, y + (hint.empty() ? 27.0f : 19.0f)}, name, {13.0f, FontWeight::SemiBold});
    if (!hint.empty()) pen.text({x + 32.0f, y + 35.0f}, ellipsis(hint, quiet, w - 40.0f), quiet);
    pen.node({.id = id,
              .name = std::string(name),
              .hint = std::string(hint),
              .zone = Zone::Sheet,
              .rect = row,
              .action = std::move(what)});
    y += 46.0f;
}

void layout_sheet(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    const Sheet sheet = input.ui().sheet;
    if (sheet == Sheet::None || sheet == Sheet::Filters) return; // the filters are drawn by their own room
    const Rect window{0, 0, input.environment.width_px, input.environment.height_px};
    draw_scrim(input, pen, window);
    if (sheet == Sheet::Card) {
        draw_card_sheet(input, rooms, pen, window);
        return;
    }
    const Rect rect = sheet_rect(input, rooms, window);
    pen.raised(rect, 8.0f);
    const std::string title = title_of(input);
    const Rect body{rect.x, rect.y + k_head, rect.w, rect.h - k_head - 8.0f};
    ScrollBox box(input, pen, {.zone = Zone::Sheet, .scroll_name = "sheet", .name = title, .rect = window}, body);
    const float padding = rooms.breakpoint == Breakpoint::Mobile ? 16.0f : k_padding;
    SheetColumn column{input, rooms, pen, rect.x + padding, rect.w - 2 * padding - 6.0f, body.y + 14.0f};
    fill(column, input.ui());
    box.end(column.y + 16.0f);
    draw_frame(input, pen, rect, title);
}

}
