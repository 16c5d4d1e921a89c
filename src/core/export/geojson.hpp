#pragma once
// The clusters shown as points (RFC 7946): the seat, or nothing where no place is known. Title, date, link, sources and
// licence stand beside the features, as foreign members.

#include "core/read/reading.hpp"

#include <string>
#include <string_view>

namespace atlas {

[[nodiscard]] std::string clusters_geojson(const Reading& input, std::string_view address);

}
