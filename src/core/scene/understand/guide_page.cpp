#include "core/scene/understand/guide_page.hpp"

#include "core/scene/terms.hpp"

namespace atlas {

void GuidePage::heading(std::string_view id, std::string_view words, int level, Lang foreign) {
    const Type type = level == 3 ? Type{19.0f, FontWeight::SemiBold} : Type{14.0f, FontWeight::SemiBold};
    const float line = type.size_px * 1.32f, top = y;
    y += pen.paragraph({x, y + type.size_px}, words, type, w, line) + 4.0f;
    pen.node({.id = std::string(id),
              .name = std::string(words),
              .zone = Zone::View,
              .role = Role::Heading,
              .lang = foreign,
              .rect = {x, top, w, y - top},
              .level = static_cast<std::uint8_t>(level),
              .cursor = Cursor::Default});
}

void GuidePage::words(std::string_view id, std::string_view words, const Type& type, float line_px, Lang foreign) {
    if (words.empty()) return;
    const float top = y;
    y += pen.paragraph({x, y + type.size_px}, words, type, w, line_px);
    pen.node({.id = std::string(id),
              .value = std::string(words),
              .zone = Zone::View,
              .role = Role::Text,
              .lang = foreign,
              .rect = {x, top, w, y - top},
              .cursor = Cursor::Default});
    y += 6.0f;
}

void GuidePage::explained(std::string_view id, std::string_view told, const Type& type, float line_px, Lang foreign) {
    const Point at{x, y + type.size_px};
    words(id, told, type, line_px, foreign);
    put_terms(input, pen, {.at = at, .words = told, .type = type, .max_px = w, .line_px = line_px});
}

void GuidePage::link(const std::string& id, std::string_view words, std::string_view name, Action action) {
    const Type type{12.0f, FontWeight::Regular, Ink::Accent};
    const std::string shown = ellipsis(words, type, w);
    const float width = pen.text({x, y + 15.0f}, shown, type);
    if (is_hovered(input, id)) pen.horizontal(x, y + 18.0f, width, Ink::Accent);
    pen.node({.id = id,
              .name = std::string(name),
              .zone = Zone::View,
              .rect = {x - 4.0f, y - 2.0f, width + 8.0f, 24.0f},
              .action = std::move(action)});
    y += 26.0f;
}

}
