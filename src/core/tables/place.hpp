#pragma once
// Coordinates as cells hold them: 45.76, 45,76, −4.5, 52.5N, 4,83°; both in one cell: "45.76, 4.83", "45,76 ; 4,83",
// "POINT(4.83 45.76)".

#include <cstdint>
#include <optional>
#include <string_view>

namespace atlas {

enum class Axis : std::uint8_t { Latitude, Longitude };
[[nodiscard]] constexpr double most_degrees(Axis axis) {
    return axis == Axis::Latitude ? 90.0 : 180.0;
}

struct Degrees {
    double value = 0.0;
    bool has_letter = false; // a point of the compass in place of a sign
};
[[nodiscard]] std::optional<Degrees> read_degrees(std::string_view text, Axis axis); // nothing: none, or too many

struct Place {
    double lat_deg = 0.0, lng_deg = 0.0;
};
[[nodiscard]] std::optional<Place> read_place(std::string_view text);

}
