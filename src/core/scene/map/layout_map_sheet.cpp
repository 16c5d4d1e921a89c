// The map alone at any size, for export and print: title, date, map, phases, domains, source line.

#include "core/scene/map/layout_map_sheet.hpp"
#include "core/base/messages.hpp"
#include "core/read/wording.hpp"
#include "core/scene/layout.hpp"
#include "core/scene/lineage/compare_parts.hpp"
#include "core/scene/map/layout_map_view.hpp"
#include "core/scene/strip/timeline_parts.hpp"
#include "core/state/dates.hpp"
#include "core/ui/parts.hpp"

#include <algorithm>

namespace atlas {

namespace {

constexpr float k_head_px = 64.0f, k_foot_px = 30.0f, k_edge = 20.0f;
constexpr float k_phases_px = 54.0f, k_domains_px = 60.0f; // below the map, where there is room for words
constexpr int k_domain_columns = 4, k_domain_rows = 2;

std::string source_line(const LayoutInput& input) {
    const Meta& meta = input.snapshot.meta;
    const std::string day = format_date(meta.snapshot_date, input.lang());
    std::string line = say(Msg::MapSheetSource, input.lang(), {std::to_string(input.snapshot.sources.size()), day});
    for (const Text& credit : input.geometry.credits) line += " " + credit.in(input.lang());
    return line;
}

// What of the session shows on paper: no pointer, no focus, no flight, nothing in motion.
Session at_rest(const Session& session) {
    Session still = session;
    const bool choropleth = still.ui.choropleth;
    still.ui = {};
    still.ui.choropleth = choropleth;
    still.state.view = View::Map;
    return still;
}

struct Years {
    float from_day = 0.0f, days = 1.0f, x = 0.0f, w = 0.0f;
    [[nodiscard]] float at(Date day) const { return x + w * (static_cast<float>(day.days) - from_day) / days; }
};

// The phases to scale, the one of the date framed, and the date as a line through it.
void draw_phases(const LayoutInput& input, const Rect& room, Pen& pen) {
    const std::vector<Phase>& phases = input.snapshot.phases;
    const Date now = last_day(input.state().date);
    if (phases.empty() || !phases.front().start) return;
    Date last = last_day(input.snapshot.meta.default_date);
    for (const Phase& phase : phases)
        if (phase.end) last = std::max(last, *phase.end);
    const auto first_day = static_cast<float>(phases.front().start->days);
    const Years years{first_day, std::max(1.0f, static_cast<float>(last.days) - first_day), room.x, room.w};
    for (const Phase& phase : phases) {
        if (!phase.start || *phase.start >= last) continue;
        const float x = years.at(*phase.start);
        const Rect box{x, room.y, years.at(phase.end ? *phase.end : last) - x - 2.0f, room.h};
        const bool is_now = phase_at(input.snapshot, now) == &phase;
        pen.rect(box, Ink::Sunken, 3.0f);
        if (is_now) pen.frame(box, Ink::Text, 3.0f, 1.5f);
        const Type title{12.0f, FontWeight::SemiBold}, name{11.0f, FontWeight::Regular, Ink::Text2};
        pen.text({box.x + 8.0f, box.y + 15.0f},
                 ellipsis(roman(phase.number) + "  " + phase_span(phase), title, box.w - 12.0f), title);
        pen.text({box.x + 8.0f, box.y + 29.0f}, ellipsis(phase_title(phase, input.lang()), name, box.w - 12.0f), name);
    }
    const float x = std::clamp(years.at(now), room.x, room.right());
    pen.line({x, room.y - 5.0f}, {x, room.bottom() + 3.0f}, 2.0f, Ink::Text);
    pen.disc({x, room.y - 5.0f}, 4.0f, Ink::Text);
}

// Of a comparison: from which date, and what its marks mean.
void draw_changes_key(const LayoutInput& input, Point at, float right, Pen& pen) {
    if (!input.state().compare || !input.result.changes) return;
    const Type number{12.0f, FontWeight::SemiBold}, word{12.0f, FontWeight::Regular, Ink::Text2};
    at.x += pen.text(at, "← " + format_date(*input.state().compare, input.lang(), DateStyle::Long), word) + 20.0f;
    for (const ChangeColumn& column : change_columns(input, *input.result.changes)) {
        const std::string count = format_number(column.count, input.lang());
        const float needed = 18.0f + text_width(count, 12.0f, FontWeight::SemiBold) +
                             text_width(column.words, 12.0f, FontWeight::Regular);
        if (column.count == 0 || at.x + needed > right) continue;
        draw_change_mark(pen, {at.x + 4.0f, at.y - 4.5f}, column.kind, 1.1f);
        const float used = pen.text({at.x + 13.0f, at.y}, count, number);
        pen.text({at.x + 18.0f + used, at.y}, column.words, word);
        at.x += needed + 18.0f;
    }
}

// What the pins' colours and icons mean, with how many of each are shown.
void draw_domains(const LayoutInput& input, const Rect& room, Pen& pen) {
    const std::vector<Domain>& domains = input.snapshot.domains;
    std::vector<int> counts(domains.size());
    for (const ClusterIndex index : input.result.shown) ++counts[input.snapshot.clusters[index].domain];
    const float width = room.w / k_domain_columns, height = room.h / k_domain_rows;
    int place = 0;
    for (std::size_t i = 0; i < domains.size() && place < k_domain_columns * k_domain_rows; ++i) {
        if (counts[i] == 0) continue;
        const float x = room.x + width * static_cast<float>(place % k_domain_columns);
        const float y = room.y + height * (static_cast<float>(place / k_domain_columns) + 0.5f);
        draw_domain_disc(pen, {x + 9.0f, y}, 9.0f, domain_look(input.snapshot, static_cast<DomainIndex>(i)));
        const Type type{12.0f, FontWeight::Regular};
        const std::string count = format_number(counts[i], input.lang());
        const std::string& name = domains[i].name.in(input.lang());
        const float used = pen.text({x + 25.0f, y + 4.5f}, ellipsis(name, type, width - 64.0f), type);
        pen.text({x + 32.0f + used, y + 4.5f}, count, {12.0f, FontWeight::SemiBold});
        ++place;
    }
}

}

Scene layout_map_sheet(const LayoutInput& input, float width_px, float height_px) {
    const Session session = at_rest(input.session);
    Environment environment = input.environment;
    environment.width_px = width_px;
    environment.height_px = height_px;
    const LayoutInput paper{
        {input.snapshot, input.index, session, input.result, environment}, input.geometry, input.memo};
    Scene scene;
    Pen pen(scene);
    pen.rect({0, 0, width_px, height_px}, Ink::Panel);
    pen.text({20.0f, 28.0f}, title_of(input), {16.0f, FontWeight::SemiBold});
    const auto shown = static_cast<std::int64_t>(input.result.shown_count);
    const std::string count = say_count(Plural::Clusters, input.lang(), shown);
    const float said =
        pen.text({20.0f, 50.0f}, count + ", " + format_date(input.state().date, input.lang(), DateStyle::Long),
                 {13.0f, FontWeight::Regular, Ink::Text2});
    draw_changes_key(paper, {20.0f + said + 14.0f, 50.0f}, width_px - k_edge, pen);
    Rooms rooms;
    rooms.breakpoint = width_px < 560.0f   ? Breakpoint::Mobile
                       : width_px < 900.0f ? Breakpoint::Compact
                                           : Breakpoint::Wide;
    const bool has_words = rooms.breakpoint == Breakpoint::Wide;
    const float foot = k_foot_px + (has_words ? k_phases_px + k_domains_px : 0.0f);
    rooms.main = {0, k_head_px, width_px, std::max(1.0f, height_px - k_head_px - foot)};
    draw_map_on_paper(paper, rooms, pen);
    if (has_words) {
        const float y = rooms.main.bottom(), w = width_px - 2.0f * k_edge;
        draw_phases(paper, {k_edge, y + 14.0f, w, k_phases_px - 18.0f}, pen);
        draw_domains(paper, {k_edge, y + k_phases_px, w, k_domains_px - 4.0f}, pen);
    }
    pen.text({20.0f, height_px - 11.0f}, source_line(input), {11.0f, FontWeight::Regular, Ink::Text3});
    return scene;
}

}
