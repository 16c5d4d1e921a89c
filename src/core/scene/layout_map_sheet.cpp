// The map alone at any size, for export and print: title, date, map with legend, source line.

#include "core/scene/layout_map_sheet.hpp"
#include "core/base/messages.hpp"
#include "core/scene/layout_map_view.hpp"

#include <algorithm>

namespace atlas {

namespace {

constexpr float k_head_px = 64.0f, k_foot_px = 30.0f;

std::string source_line(const LayoutInput& input) {
    const Meta& meta = input.snapshot.meta;
    const std::string day = format_date(meta.snapshot_date, input.lang());
    return say(Msg::MapSheetSource, input.lang(), {std::to_string(input.snapshot.sources.size()), day});
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

}

Scene layout_map_sheet(const LayoutInput& input, float width_px, float height_px) {
    const Session session = at_rest(input.session);
    Environment environment = input.environment;
    environment.width_px = width_px;
    environment.height_px = height_px;
    environment.text_scale = 1.0f;
    const LayoutInput paper{input.snapshot, input.geometry, session,    input.result,
                            environment,    input.memo,     input.index};
    Scene scene;
    Pen pen(scene);
    pen.rect({0, 0, width_px, height_px}, Ink::Panel);
    pen.text({20.0f, 28.0f}, input.snapshot.meta.title.in(input.lang()), {16.0f, FontWeight::SemiBold});
    const auto shown = static_cast<std::int64_t>(input.result.shown.size());
    const std::string count = say_count(Msg::ClustersOne, Msg::ClustersMany, input.lang(), shown);
    pen.text({20.0f, 50.0f}, count + ", " + format_date(input.state().date, input.lang(), DateStyle::Long),
             {13.0f, FontWeight::Regular, Ink::Text2});
    Rooms rooms;
    rooms.breakpoint = width_px < 560.0f   ? Breakpoint::Mobile
                       : width_px < 900.0f ? Breakpoint::Compact
                                           : Breakpoint::Wide;
    rooms.main = {0, k_head_px, width_px, std::max(1.0f, height_px - k_head_px - k_foot_px)};
    draw_map_on_paper(paper, rooms, pen);
    pen.text({20.0f, height_px - 11.0f}, source_line(input), {11.0f, FontWeight::Regular, Ink::Text3});
    return scene;
}

}
