#pragma once
// Sheets: what opens over the atlas and closes with Escape. One frame, one body per file; a body fills the column from
// y and moves y below what it wrote. Every line is a node, so that screen readers and the HTML twin have all of it.

#include "core/scene/layout.hpp"
#include "core/ui/parts.hpp"

namespace atlas {

struct SheetColumn {
    const LayoutInput& input;
    const Rooms& rooms;
    Pen& pen;
    float x, w, y;
    int count = 0; // of the lines, for ids

    [[nodiscard]] Lang lang() const { return input.lang(); }
    [[nodiscard]] const Snapshot& snapshot() const { return input.snapshot; }
    [[nodiscard]] std::string next_id() { return "sheet/" + std::to_string(count++); }
    void heading(std::string_view words);
    void line(std::string_view words, const Type& type = {13.0f, FontWeight::Regular, Ink::Text2},
              float line_px = 19.0f);
    void remark(std::string_view words) { line(words, {11.0f, FontWeight::Regular, Ink::Text3}, 15.0f); }
    void link(std::string_view words, const std::string& href);
    // Full-width row with an icon, a name and a hint.
    void action(Icon icon, std::string_view name, std::string_view hint, const std::string& id, Action action);
    void gap(float px) { y += px; }
};

[[nodiscard]] bool palette_is_dark(const LayoutInput& input);

void sheet_sources(SheetColumn& column, const Topic& topic);
void sheet_share(SheetColumn& column);
void sheet_report(SheetColumn& column, std::string_view cluster_id);
void sheet_export(SheetColumn& column);
void sheet_help(SheetColumn& column);
void sheet_languages(SheetColumn& column);
void sheet_phase(SheetColumn& column, int number);
void sheet_source(SheetColumn& column, SourceIndex source, std::string_view used_for);
void sheet_figure(SheetColumn& column, const Figure& figure);

}
