// The profile of a region or domain, where one is open: all that is drawn of it.

#include "core/explore/facets.hpp"
#include "core/read/profile.hpp"
#include "core/read/read.hpp"
#include "core/read/read_parts.hpp"
#include "core/read/wording.hpp"

namespace atlas {

namespace {

// As many as tables of clusters have at most; headings count them all.
void read_members(const ReadInput& input, SectionWriter section, const std::vector<ClusterIndex>& clusters) {
    std::vector<Phrase> items;
    for (const ClusterIndex cluster : clusters) {
        if (items.size() >= k_document_rows) break;
        Phrase item = input.named(cluster);
        if (const std::string aside = profile_aside(input, cluster); !aside.empty()) item.words += ", " + aside;
        items.push_back(std::move(item));
    }
    section.list(std::move(items));
}

void read_years(const ReadInput& input, SectionWriter section, const Profile& profile) {
    std::vector<std::string> items;
    for (const ProfileYear& year : profile.years)
        items.push_back(
            say(Msg::ProfileYear, input.lang(), {std::to_string(year.year), format_number(year.count, input.lang())}));
    section.list(items);
}

void read_shares(const ReadInput& input, SectionWriter section, const Profile& profile) {
    std::vector<Definition> items;
    for (const ProfileShare& share : profile.shares)
        items.push_back(
            {{share.name},
             {{say(Msg::ProfileShare, input.lang(),
                   {format_number(share.here, input.lang()), format_number(share.everywhere, input.lang())})}}});
    section.definitions(std::move(items));
}

}

void read_profile(const ReadInput& input, SectionWriter& root) {
    const auto topic = find_profile(input.snapshot, input.state().profile, input.environment.locked);
    if (!topic) return;
    const Lang lang = input.lang();
    const Profile profile = make_profile(input, *topic);
    SectionWriter section = root.begin("profile", {say(Msg::ProfileZone, lang, {profile.name})});
    section.paragraph(profile.sentence);
    section.paragraph(profile.joint);
    if (!profile.members.empty())
        read_members(input, section.begin("profile/members", {profile.members_title}), profile.members);
    if (!profile.others.empty())
        read_members(input, section.begin("profile/others", {profile.others_title}), profile.others);
    if (!profile.years.empty())
        read_years(input, section.begin("profile/years", {std::string(say(Msg::ProfileYears, lang))}), profile);
    if (!profile.shares.empty())
        read_shares(input,
                    section.begin("profile/shares", {facet_name(profile.shares.front().topic.facet, lang) + ", " +
                                                     std::string(say(Msg::ProfileShares, lang))}),
                    profile);
    std::vector<Phrase> stories;
    for (const StoryIndex story : profile.stories) stories.push_back(section.told(input.snapshot.stories[story].title));
    if (!stories.empty())
        section.begin("profile/stories", {std::string(say(Msg::CardStories, lang))}).list(std::move(stories));
    if (!profile.former.empty())
        read_members(input, section.begin("profile/former", {std::string(say(Msg::ProfileFormer, lang))}),
                     profile.former);
}

}
