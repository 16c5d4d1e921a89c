#pragma once
// The profile of a region or a domain at the date: who belongs to it, who acts in it from elsewhere, who no longer
// holds the label, how it went through the years, what else they have in common. All numbers count labels: bodies that
// hold one together count once. O(clusters + members · years).

#include "core/read/reading.hpp"
#include "core/state/profile.hpp"

#include <string>
#include <vector>

namespace atlas {

struct ProfileYear {
    int year = 0;
    PartialDate date;        // the year's end, or the newest date that the sources support
    std::uint32_t count = 0; // labels held then by those that belong to it
};

struct ProfileShare { // of a domain in the region, or of a region in the domain
    std::string name;
    ProfileTopic topic;
    std::uint32_t here = 0, everywhere = 0;
};

struct Profile {
    ProfileTopic topic;
    std::string kind, name;    // "Région", "Nord"
    std::string sentence;      // "4 pôles y ont leur siège, 3 autres y agissent, en mars 2026."
    std::string joint;         // why the list is longer than the number; empty: it is not
    std::uint32_t labels = 0;  // what the filter counts
    std::string members_title; // "Siège ici"
    std::string others_title;
    std::vector<ClusterIndex> members, others; // label holders at the date, by name
    std::vector<ClusterIndex> former;          // members that held one before the date, the last to lose it first
    std::vector<ProfileYear> years;            // none where there is nothing to compare
    std::vector<ProfileShare> shares;          // the largest first
    std::vector<StoryIndex> stories;           // about members of any time
};

// `topic`: of find_profile().
[[nodiscard]] Profile make_profile(const Reading& input, const ProfileTopic& topic);
[[nodiscard]] std::string share_words(const ProfileShare& share, Lang lang); // "2 of 8"
[[nodiscard]] std::string year_words(const ProfileYear& year, Lang lang);    // "2012 : 5"
// Of a member: its town. Of one that lost the label: from when to when it held it.
[[nodiscard]] std::string profile_aside(const Reading& input, ClusterIndex cluster);

}
