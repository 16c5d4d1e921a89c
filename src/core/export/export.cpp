#include "core/export/export.hpp"

#include "core/export/changes_csv.hpp"
#include "core/export/csv.hpp"
#include "core/export/geojson.hpp"
#include "core/export/json_subset.hpp"
#include "core/export/svg.hpp"
#include "core/read/citation.hpp"
#include "core/scene/map/layout_map_sheet.hpp"
#include "core/ui/colours.hpp"
#include "core/ui/tokens.hpp"

namespace atlas {

namespace {

constexpr float k_picture_width = 1200.0f, k_picture_height = 1000.0f;

std::string table_of(const LayoutInput& input, std::string_view address, CsvStyle style) {
    return clusters_csv(input.snapshot, {input.result.shown, last_day(input.state().date), input.lang(), style,
                                         result_sentence(input), std::string(address)});
}

std::string map_picture(const LayoutInput& input, std::string_view address, const IconFonts& fonts) {
    const Scene scene = layout_map_sheet(input, k_picture_width, k_picture_height);
    // Dark paper wastes ink: pictures are light unless high contrast is asked for.
    const bool is_contrast = palette_of(input.state().theme, input.environment) == Palette::Contrast;
    return svg_of({scene, k_picture_width, k_picture_height, is_contrast ? Palette::Contrast : Palette::Light,
                   own_colours(input.environment), fonts, result_sentence(input), result_citation(input, address),
                   std::string(input.lang().tag())});
}

}

std::string export_text(std::string_view kind, const LayoutInput& input, std::string_view address,
                        const IconFonts& fonts) {
    if (kind == "csv") return table_of(input, address, k_plain_csv);
    if (kind == "csv-fr") return table_of(input, address, k_semicolon_csv);
    if (kind == "changes.csv") return changes_csv(input, address, csv_style_of(input.lang()));
    if (kind == "json") return snapshot_subset(input, address);
    if (kind == "geojson") return clusters_geojson(input, address);
    if (kind == "svg") return map_picture(input, address, fonts);
    if (kind == "citation") return result_citation(input, address);
    if (kind == "sentence") return result_sentence(input);
    return {};
}

}
