#include "core/scene/lineage/compare_parts.hpp"

namespace atlas {

void draw_change_mark(Pen& pen, Point at, ChangeKind kind, float scale) {
    switch (kind) {
    case ChangeKind::Entered:
        draw_glyph(pen, at, Glyph::Entry, scale);
        break;
    case ChangeKind::Left:
        draw_glyph(pen, at, Glyph::End, scale);
        break;
    case ChangeKind::Merged:
        draw_glyph(pen, at, Glyph::Merger, scale);
        break;
    case ChangeKind::Renamed:
        draw_glyph(pen, at, Glyph::Renaming, scale);
        break;
    case ChangeKind::Continued:
        pen.rect({at.x - 3.0f * scale, at.y - 1.0f * scale, 6.0f * scale, 2.0f * scale}, Ink::Text2);
        break;
    case ChangeKind::None:
        break;
    }
}

}
