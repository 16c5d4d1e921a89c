#pragma once
// What every part of a Scene is laid out from.

#include "core/geo/map_geometry.hpp"
#include "core/read/reading.hpp"

namespace atlas {

struct LayoutMemo; // scene/layout_memo.hpp: decluttered pins, lane order; keyed by what they depend on

struct LayoutInput : Reading {
    const MapGeometry& geometry;
    LayoutMemo& memo;
};

}
