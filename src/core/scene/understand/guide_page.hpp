#pragma once
// A column of the guide while it is written from top to bottom. Each part moves `y` below itself.

#include "core/base/messages.hpp"
#include "core/scene/layout.hpp"
#include "core/ui/parts.hpp"

namespace atlas {

struct GuidePage {
    const LayoutInput& input;
    const Rooms& rooms;
    Pen& pen;
    float x, w, y; // of the column; y: where the next part starts

    [[nodiscard]] Lang lang() const { return input.lang(); }
    [[nodiscard]] const Snapshot& snapshot() const { return input.snapshot; }
    void gap(float px) { y += px; }
    void heading(std::string_view id, std::string_view words, int level, Lang foreign = {});
    // What is read.
    void words(std::string_view id, std::string_view words, const Type& type, float line_px, Lang foreign = {});
    // The same, and its words of the glossary are explained where they stand.
    void explained(std::string_view id, std::string_view words, const Type& type, float line_px, Lang foreign = {});
    // What opens: a line in the colour of links, with what it is called in full.
    void link(const std::string& id, std::string_view words, std::string_view name, Action action);
};

// Passages of the policy; `id` begins those of their nodes.
void guide_text(GuidePage& page, const std::string& id, const PolicySection& passage);
void guide_path(GuidePage& page, const std::string& id, const PolicySection& passage);
void guide_partners(GuidePage& page, const std::string& id, const PolicySection& passage);
void guide_sum(GuidePage& page, const std::string& id, const PolicySection& passage);

void guide_phases(GuidePage& page);
void guide_figures(GuidePage& page, const std::string& id, const GuidePart& part);
void guide_glossary(GuidePage& page);

}
