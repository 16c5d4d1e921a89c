#pragma once
// What layout may remember between frames. Every entry carries the key it was computed for; a wrong or missing entry
// only costs time. One memo per atlas.

#include <array>
#include <cstdint>
#include <memory>

namespace atlas {

struct MapMemo;     // layout_map.cpp
struct LineageMemo; // layout_lineage.cpp
struct ProfileMemo; // layout_profile.cpp
struct FoundMemo;   // filter_found.cpp

enum class MemoEntry : std::uint8_t { Pins, Fans, Labels, LaneOrder, Profile, Found, Count };
struct MemoCount {
    std::uint32_t hits = 0, misses = 0;
};

struct LayoutMemo {
    LayoutMemo();
    ~LayoutMemo();
    LayoutMemo(const LayoutMemo&) = delete;
    LayoutMemo& operator=(const LayoutMemo&) = delete;

    std::shared_ptr<MapMemo> map; // shared: the types are known only to the rooms that fill them
    std::shared_ptr<LineageMemo> lineage;
    std::shared_ptr<ProfileMemo> profile;
    std::shared_ptr<FoundMemo> found;

    // Counts that an entry was there, or had to be made; returns which. The inspector shows the counts.
    bool noted(MemoEntry entry, bool was_there) {
        MemoCount& count = counts[static_cast<std::size_t>(entry)];
        ++(was_there ? count.hits : count.misses);
        return was_there;
    }
    std::array<MemoCount, static_cast<std::size_t>(MemoEntry::Count)> counts{};
};

}
