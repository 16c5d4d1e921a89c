#include "core/state/profile.hpp"

#include "core/explore/facet_traits.hpp"

#include <algorithm>

namespace atlas {

namespace {

struct ProfileWord {
    Facet facet;
    std::string_view word; // changing one breaks links that people have kept
};
constexpr ProfileWord k_profiles[] = {{Facet::Region, "region"}, {Facet::Domain, "domain"}};

bool holds(const std::vector<std::string>& values, const std::string& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

}

std::string profile_id(const ProfileTopic& topic) {
    const auto* found = std::find_if(std::begin(k_profiles), std::end(k_profiles),
                                     [&](const ProfileWord& profile) { return profile.facet == topic.facet; });
    return std::string(found->word) + ":" + topic.value;
}

std::optional<ProfileTopic> find_profile(const Snapshot& snapshot, std::string_view id, const Filter& lock) {
    const std::size_t colon = std::min(id.find(':'), id.size());
    for (const ProfileWord& profile : k_profiles) {
        if (profile.word != id.substr(0, colon)) continue;
        ProfileTopic topic{profile.facet, std::string(id.substr(std::min(colon + 1, id.size())))};
        const std::vector<std::string>& locked = lock.of(profile.facet);
        if (!locked.empty() && !holds(locked, topic.value)) return std::nullopt;
        if (holds(traits_of(profile.facet).values(snapshot), topic.value)) return topic;
    }
    return std::nullopt;
}

}
