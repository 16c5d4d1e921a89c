#pragma once
// The pieces that filter panel, sheets and list share: search field, count, chips, facets, empty state. Each takes the
// column it may fill and returns the y below what it drew (CSS px, as laid out, without scroll).

#include "core/explore/facets.hpp"
#include "core/scene/layout.hpp"
#include "core/ui/parts.hpp"

namespace atlas {

struct Column {
    const LayoutInput& input;
    Pen& pen;
    Zone zone = Zone::Filters;
    float x = 0.0f, w = 0.0f;
    bool is_touch = false; // taller rows and bigger type

    [[nodiscard]] Lang lang() const { return input.lang(); }
};

// Draws the field and tells the page where to lay its <input>.
void put_search_field(const Column& column, const Rect& rect);
// "44 pôles sur 53"; returns the right end of the text.
float put_count(const Column& column, float baseline);

struct Chip {
    std::string id, label, full;
    Action action;
};
[[nodiscard]] std::vector<Chip> active_chips(const LayoutInput& input);
float put_chips(const Column& column, float y);
// In one line of the given height, cut where it ends ("+2").
void put_chips_in_line(const Column& column, Point at, float right);
void put_clear_all(const Column& column, float right, float baseline);

// What the typed text may mean, best first; nothing without a text.
float put_suggestions(const Column& column, float y);
// "Aucun pôle pour « Énergie » et « Nord »." with the button that removes the culprit.
enum class EmptyLook : std::uint8_t { Panel, Page };
float put_empty_state(const Column& column, float y, EmptyLook look);

struct FacetSection {
    Facet facet = Facet::Domain;
    bool is_open_by_default = false;
};
float put_facet(const Column& column, float y, const FacetSection& section);
[[nodiscard]] std::vector<FacetSection> facet_sections(const LayoutInput& input, Breakpoint breakpoint);

}
