#include "core/read/profile.hpp"

#include "core/base/messages.hpp"
#include "core/base/order.hpp"
#include "core/explore/facets.hpp"
#include "core/explore/snapshot_index.hpp"
#include "core/explore/sort.hpp"
#include "core/read/label_words.hpp"
#include "core/read/wording.hpp"
#include "core/state/dates.hpp"

#include <algorithm>
#include <set>

namespace atlas {

namespace {

// What is said of one kind of profile.
struct ProfileKind {
    Facet facet, other; // whose values the shares are
    Msg kind, members_title, others_title;
    Plural members, others;
};
constexpr ProfileKind k_kinds[] = {
    {Facet::Region, Facet::Domain, Msg::ProfileRegion, Msg::ProfileSeatedTitle, Msg::ProfileActingTitle,
     Plural::ProfileSeated, Plural::ProfileActing},
    {Facet::Domain, Facet::Region, Msg::ProfileDomain, Msg::ProfileMainTitle, Msg::ProfileAlsoTitle,
     Plural::ProfileMain, Plural::ProfileAlso},
};

const ProfileKind& kind_of(Facet facet) {
    return *std::find_if(std::begin(k_kinds), std::end(k_kinds),
                         [&](const ProfileKind& kind) { return kind.facet == facet; });
}

bool is_member(const Cluster& cluster, const Snapshot& snapshot, const ProfileTopic& topic) {
    if (cluster.kind != ClusterKind::Cluster) return false;
    if (topic.facet == Facet::Domain) return snapshot.domains[cluster.domain].id == topic.value;
    return cluster.seat && cluster.seat->region && snapshot.regions[*cluster.seat->region].code == topic.value;
}

bool is_other(const Cluster& cluster, const Snapshot& snapshot, const ProfileTopic& topic) {
    if (topic.facet == Facet::Domain)
        return std::any_of(cluster.domains.begin(), cluster.domains.end(),
                           [&](DomainIndex domain) { return snapshot.domains[domain].id == topic.value; });
    return std::any_of(cluster.regions_covered.begin(), cluster.regions_covered.end(),
                       [&](RegionIndex region) { return snapshot.regions[region].code == topic.value; });
}

// How many labels they hold together on a day.
std::uint32_t labels_on(const Snapshot& snapshot, const std::vector<ClusterIndex>& clusters, Date day) {
    std::uint32_t count = 0;
    std::set<std::string_view> joint;
    for (const ClusterIndex cluster : clusters) {
        const Label* label = label_at(snapshot.clusters[cluster], day);
        if (label == nullptr) continue;
        count += is_joint_at(*label, day) ? joint.insert(label->joint->id).second : 1;
    }
    return count;
}

std::vector<ProfileYear> years_of(const Snapshot& snapshot, const std::vector<ClusterIndex>& of) {
    std::vector<ProfileYear> years;
    const PartialDate newest = snapshot.meta.default_date;
    for (int year = first_date(snapshot).year; year <= newest.year; ++year) {
        const PartialDate end{static_cast<std::int16_t>(year), 0, 0};
        const PartialDate date = last_day(newest) < last_day(end) ? newest : end;
        years.push_back({year, date, labels_on(snapshot, of, last_day(date))});
    }
    const bool is_told = years.size() > 1 && std::any_of(years.begin(), years.end(),
                                                         [](const ProfileYear& year) { return year.count > 0; });
    return is_told ? years : std::vector<ProfileYear>{};
}

void sort_by_name(const Reading& input, std::vector<ClusterIndex>& clusters) {
    sort_stable(clusters, [&](ClusterIndex a, ClusterIndex b) {
        return collate(input.snapshot.clusters[a].name, input.snapshot.clusters[b].name) < 0;
    });
}

// Where the members are at home in the other facet, beside everybody at the date.
std::vector<ProfileShare> shares_of(const Reading& input, const Profile& profile, const ProfileKind& kind) {
    std::vector<ProfileShare> shares;
    const FacetColumn& column = input.index.facets.of(kind.other);
    const Date day = last_day(input.state().date);
    for (std::size_t i = 0; i < column.values.size(); ++i) {
        const auto has_value = [&](ClusterIndex cluster) { return column.members[i].has(cluster); };
        std::vector<ClusterIndex> here;
        std::copy_if(profile.members.begin(), profile.members.end(), std::back_inserter(here), has_value);
        if (here.empty()) continue;
        const ProfileTopic topic{kind.other, column.values[i]};
        shares.push_back({facet_value_name(input.snapshot, kind.other, topic.value, input.lang()), topic,
                          labels_on(input.snapshot, here, day), input.result.of(kind.other)[i].total});
    }
    sort_stable(shares, [](const ProfileShare& a, const ProfileShare& b) { return a.here > b.here; });
    return shares;
}

// Of who holds none on the day but held one before.
Date last_end(const Cluster& cluster, Date day) {
    const Label* last = last_label_by(cluster, day);
    return last == nullptr ? Date{} : last->to.value_or(Date{});
}

std::string sentence_of(const Reading& input, const Profile& profile, const ProfileKind& kind) {
    const Lang lang = input.lang();
    std::vector<std::string> parts{say_count(kind.members, lang, profile.labels)};
    const std::uint32_t others = labels_on(input.snapshot, profile.others, last_day(input.state().date));
    if (others > 0) parts.push_back(say_count(kind.others, lang, others));
    parts.push_back(date_phrase(input.state().date, lang));
    return join(parts) + ".";
}

}

Profile make_profile(const Reading& input, const ProfileTopic& topic) {
    const Snapshot& snapshot = input.snapshot;
    const ProfileKind& kind = kind_of(topic.facet);
    const Lang lang = input.lang();
    const Date day = last_day(input.state().date);
    Profile profile{.topic = topic,
                    .kind = std::string(say(kind.kind, lang)),
                    .name = facet_value_name(snapshot, topic.facet, topic.value, lang),
                    .members_title = std::string(say(kind.members_title, lang)),
                    .others_title = std::string(say(kind.others_title, lang))};
    std::vector<ClusterIndex> ever; // members of any time
    for (ClusterIndex i = 0; i < snapshot.clusters.size(); ++i) {
        const Cluster& cluster = snapshot.clusters[i];
        const bool holds = input.result.holds[i] != 0;
        if (is_member(cluster, snapshot, topic)) {
            ever.push_back(i);
            if (holds) profile.members.push_back(i);
            if (!holds && last_label_by(cluster, day) != nullptr) profile.former.push_back(i);
        } else if (holds && is_other(cluster, snapshot, topic)) {
            profile.others.push_back(i);
        }
    }
    profile.labels = labels_on(snapshot, profile.members, day);
    if (profile.labels < profile.members.size())
        profile.joint = say_count(Plural::ProfileJoint, lang, static_cast<std::int64_t>(profile.members.size()));
    sort_by_name(input, profile.members);
    sort_by_name(input, profile.others);
    sort_stable(profile.former, [&](ClusterIndex a, ClusterIndex b) {
        return last_end(snapshot.clusters[b], day) < last_end(snapshot.clusters[a], day);
    });
    profile.years = years_of(snapshot, ever);
    profile.shares = shares_of(input, profile, kind);
    profile.sentence = sentence_of(input, profile, kind);
    for (StoryIndex i = 0; i < snapshot.stories.size(); ++i) {
        const std::vector<ClusterIndex>& about = snapshot.stories[i].clusters;
        if (std::any_of(about.begin(), about.end(),
                        [&](ClusterIndex cluster) { return is_member(snapshot.clusters[cluster], snapshot, topic); }))
            profile.stories.push_back(i);
    }
    return profile;
}

std::string share_words(const ProfileShare& share, Lang lang) {
    return say(Msg::ProfileShare, lang, {format_number(share.here, lang), format_number(share.everywhere, lang)});
}

std::string year_words(const ProfileYear& year, Lang lang) {
    return say(Msg::ProfileYear, lang, {std::to_string(year.year), format_number(year.count, lang)});
}

std::string profile_aside(const Reading& input, ClusterIndex index) {
    const Cluster& cluster = input.snapshot.clusters[index];
    const Label* last = input.result.holds[index] == 0 ? last_label_by(cluster, last_day(input.state().date)) : nullptr;
    if (last != nullptr) return interval_words(*last, input.lang());
    return cluster.seat && !cluster.seat->city.empty() ? seat_words(*cluster.seat, input.lang()) : std::string();
}

}
