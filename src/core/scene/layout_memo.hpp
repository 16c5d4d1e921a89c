#pragma once
// What layout may remember between frames. Every entry carries the key it was computed for; a wrong or missing entry
// only costs time. One memo per atlas.

#include <memory>

namespace atlas {

struct MapMemo;     // layout_map.cpp
struct LineageMemo; // layout_lineage.cpp

struct LayoutMemo {
    LayoutMemo();
    ~LayoutMemo();
    LayoutMemo(const LayoutMemo&) = delete;
    LayoutMemo& operator=(const LayoutMemo&) = delete;

    std::shared_ptr<MapMemo> map; // shared: the types are known only to the rooms that fill them
    std::shared_ptr<LineageMemo> lineage;
};

}
