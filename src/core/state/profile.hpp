#pragma once
// What a profile is about: a region, or a domain. A State and its links write it as text, "region:53", which outlives a
// snapshot.

#include "core/explore/filter.hpp"
#include "core/snapshot/snapshot.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace atlas {

struct ProfileTopic {
    Facet facet = Facet::Region; // Region or Domain
    std::string value;
    bool operator==(const ProfileTopic&) const = default;
};

// `topic`: of one of these facets.
[[nodiscard]] std::string profile_id(const ProfileTopic& topic);
// Nothing where the snapshot has no such thing, or the lock leaves it out. O(values of the facet).
[[nodiscard]] std::optional<ProfileTopic> find_profile(const Snapshot& snapshot, std::string_view id,
                                                       const Filter& lock);

}
