// The profile of a region or a domain, where cards are: who belongs to it, how it went through the years, what they
// have in common. A cluster's card opens over it and closes back to it.

#include "core/explore/facets.hpp"
#include "core/read/profile.hpp"
#include "core/scene/card/layout_card.hpp"
#include "core/scene/layout_memo.hpp"
#include "core/ui/scroll_box.hpp"

#include <algorithm>
#include <cmath>
#include <span>

namespace atlas {

namespace {

constexpr float k_row = 28.0f, k_touch_row = 44.0f;

constexpr std::size_t k_rows_most = 200; // of a list; a button filters all of them

struct RowWords {
    std::string id, name, aside;
    Action action;
    std::optional<DomainLook> look = {};
    Lang lang = {}; // of the name, where it is not the interface's
};

// Name at the left, what is said of it at the right; the name gives way.
void put_row(CardBody& body, RowWords words) {
    const Type name{13.0f}, quiet{11.0f, FontWeight::Regular, Ink::Text3, Align::Right};
    const float height = body.input.environment.coarse_pointer ? k_touch_row : k_row;
    const Rect rect{body.x, body.y, body.w, height};
    if (is_hovered(body.input, words.id)) body.pen.rect(rect.inset(-6.0f, 0.0f), Ink::Hover, 5.0f);
    const float middle = rect.centre().y, left = words.look ? 24.0f : 0.0f;
    if (words.look) draw_domain_disc(body.pen, {rect.x + 8.0f, middle}, 8.0f, *words.look);
    const std::string aside = ellipsis(words.aside, quiet, rect.w * 0.55f);
    const float taken = aside.empty() ? 0.0f : body.pen.text({rect.right(), middle + 4.0f}, aside, quiet) + 8.0f;
    body.pen.text({rect.x + left, middle + 4.7f}, ellipsis(words.name, name, rect.w - left - taken), name);
    body.pen.node({.id = std::move(words.id),
                   .name = std::move(words.name),
                   .value = std::move(words.aside),
                   .zone = Zone::Card,
                   .lang = words.lang,
                   .rect = rect,
                   .action = std::move(words.action)});
    body.y += height;
}

void put_clusters(CardBody& body, std::string_view id, std::string_view title,
                  const std::vector<ClusterIndex>& clusters) {
    if (clusters.empty()) return;
    const std::string section = "profile/" + std::string(id);
    card_section(body, section, title, format_number(static_cast<double>(clusters.size()), body.lang()));
    for (const ClusterIndex index : std::span(clusters).first(std::min(clusters.size(), k_rows_most))) {
        const Cluster& cluster = body.snapshot().clusters[index];
        put_row(body, {section + "/" + cluster.id, cluster.name, profile_aside(body.input, index),
                       act::Select{cluster.id}, domain_look(body.snapshot(), cluster.domain)});
    }
    body.y += 10.0f;
}

// A bar for each year; the one of the date stands out.
void put_years(CardBody& body, const Profile& profile) {
    if (profile.years.empty()) return;
    std::uint32_t most = 1;
    for (const ProfileYear& year : profile.years) most = std::max(most, year.count);
    card_section(body, "profile/years", say(Msg::ProfileYears, body.lang()));
    constexpr float tall = 44.0f;
    const float top = body.y + 14.0f, step = body.w / static_cast<float>(profile.years.size());
    const int now = body.input.state().date.year;
    const Type small{11.0f, FontWeight::Regular, Ink::Text3, Align::Centre};
    const Type strong{11.0f, FontWeight::SemiBold, Ink::Text, Align::Centre};
    std::vector<std::string> said;
    for (std::size_t i = 0; i < profile.years.size(); ++i) {
        const ProfileYear& year = profile.years[i];
        const float height = std::round(tall * static_cast<float>(year.count) / static_cast<float>(most));
        const Rect bar{body.x + step * static_cast<float>(i) + 1.0f, top + tall - height, step - 2.0f, height};
        const bool is_now = year.year == now, is_end = i == 0 || i + 1 == profile.years.size();
        body.pen.rect(bar, is_now ? Ink::Accent : Ink::Control, 1.0f);
        const std::string count = format_number(year.count, body.lang());
        if (is_now || is_end) body.pen.text({bar.centre().x, bar.y - 4.0f}, count, is_now ? strong : small);
        said.push_back(year_words(year, body.lang()));
    }
    body.pen.horizontal(body.x, top + tall, body.w);
    const auto put_year = [&](int year, float x, Align align) {
        body.pen.text({x, top + tall + 14.0f}, std::to_string(year), {11.0f, FontWeight::Regular, Ink::Text3, align});
    };
    put_year(profile.years.front().year, body.x, Align::Left);
    put_year(profile.years.back().year, body.x + body.w, Align::Right);
    body.pen.node({.id = "profile/years/bars",
                   .name = std::string(say(Msg::ProfileYears, body.lang())),
                   .value = join(said),
                   .zone = Zone::Card,
                   .role = Role::Image,
                   .rect = {body.x, body.y, body.w, tall + 32.0f},
                   .cursor = Cursor::Default});
    body.y = top + tall + 28.0f;
}

void put_shares(CardBody& body, const Profile& profile) {
    if (profile.shares.empty()) return;
    const Facet facet = profile.shares.front().topic.facet;
    card_section(body, "profile/shares", facet_name(facet, body.lang()), say(Msg::ProfileShares, body.lang()));
    for (const ProfileShare& share : profile.shares) {
        const std::string id = profile_id(share.topic);
        const auto domain = body.snapshot().find_domain(facet == Facet::Domain ? share.topic.value : std::string());
        put_row(body, {"profile/shares/" + id, share.name, share_words(share, body.lang()), act::OpenProfile{id},
                       domain ? std::optional(domain_look(body.snapshot(), *domain)) : std::nullopt});
    }
    body.y += 10.0f;
}

void put_stories(CardBody& body, const Profile& profile) {
    if (profile.stories.empty() || !body.input.environment.parts.rooms) return;
    card_section(body, "profile/stories", say(Msg::CardStories, body.lang()),
                 format_number(static_cast<double>(profile.stories.size()), body.lang()));
    for (const StoryIndex index : profile.stories) {
        const Story& story = body.snapshot().stories[index];
        put_row(body, {"profile/stories/" + story.id,
                       story.title.in(body.lang()),
                       {},
                       act::ReadStory{story.id},
                       {},
                       story.title.foreign(body.lang())});
    }
    body.y += 10.0f;
}

// The filters that the profile is the answer to: a second click takes one away.
void put_filters(CardBody& body, const Profile& profile) {
    std::vector<Facet> facets{profile.topic.facet};
    if (profile.topic.facet == Facet::Region && !profile.others.empty()) facets.push_back(Facet::Covered);
    std::erase_if(facets, [&](Facet facet) { return body.input.environment.locked.of(facet).size() == 1; });
    if (facets.empty()) return;
    float x = body.x;
    body.y += 4.0f;
    for (const Facet facet : facets) {
        const bool is_on = body.input.state().filter.of(facet) == std::vector{profile.topic.value};
        const Button button{
            .id = "profile/filter/" + std::string(facet_key(facet)),
            .label = say(Msg::ProfileFilter, body.lang(), {facet_name(facet, body.lang())}),
            .look = ButtonLook::Outline,
            .zone = Zone::Card,
            .action = act::SetFacet{facet, is_on ? std::vector<std::string>{} : std::vector{profile.topic.value}},
            .pressed = is_on};
        const float width = std::min(button_width(button), body.w);
        if (x > body.x && x + width > body.x + body.w) {
            x = body.x;
            body.y += 40.0f;
        }
        put_button(body.input, body.pen, {x, body.y, width, 32.0f}, button);
        x += width + 8.0f;
    }
    body.y += 48.0f;
}

void put_sentence(CardBody& body, const std::string& id, const std::string& words) {
    if (words.empty()) return;
    const float top = body.y;
    const Type type{13.0f, FontWeight::Regular, Ink::Text2};
    body.y += body.pen.paragraph({body.x, body.y + 16.0f}, words, type, body.w, 19.0f) + 8.0f;
    body.pen.node({.id = id,
                   .value = words,
                   .zone = Zone::Card,
                   .role = Role::Text,
                   .rect = {body.x, top, body.w, body.y - top},
                   .cursor = Cursor::Default});
}

void put_head(CardBody& body, const Rect& room, const Profile& profile) {
    const float middle = room.y + 28.0f;
    const auto domain =
        profile.topic.facet == Facet::Domain ? body.snapshot().find_domain(profile.topic.value) : std::nullopt;
    const Point icon{body.x + 12.0f, middle};
    if (domain)
        draw_domain_disc(body.pen, icon, 12.0f, domain_look(body.snapshot(), *domain));
    else
        body.pen.icon(icon, Icon::Map, 20.0f, Ink::Text2);
    body.pen.text({body.x + 32.0f, middle + 4.3f}, profile.kind, {12.0f, FontWeight::Regular, Ink::Text2});
    put_card_button(body, {room.right() - 24.0f, middle},
                    {"profile/close", Msg::ProfileClose, Icon::Close, act::OpenProfile{}});
}

void draw_profile(const LayoutInput& input, Pen& pen, const Rect& room, const Profile& profile) {
    CardBody body{input, pen, room.x + k_card_padding, room.w - 2 * k_card_padding, room.y};
    pen.rect(room, Ink::Panel);
    const Rect window{room.x, room.y + k_card_head, room.w, room.h - k_card_head};
    ScrollBox box(input, pen,
                  {.zone = Zone::Card,
                   .scroll_name = "profile",
                   .name = say(Msg::ProfileZone, input.lang(), {profile.name}),
                   .rect = room},
                  window);
    body.y = window.y;
    card_title(body, "profile/title", profile.name);
    put_sentence(body, "profile/sentence", profile.sentence);
    put_sentence(body, "profile/joint", profile.joint);
    put_filters(body, profile);
    put_clusters(body, "members", profile.members_title, profile.members);
    put_clusters(body, "others", profile.others_title, profile.others);
    put_years(body, profile);
    put_shares(body, profile);
    put_stories(body, profile);
    put_clusters(body, "former", say(Msg::ProfileFormer, input.lang()), profile.former);
    box.end(body.y + 8.0f);
    put_head(body, room, profile);
}

}

struct ProfileMemo {
    std::string id;
    PartialDate date;
    Lang lang;
    Profile profile;
};

namespace {

// Hovering and flying draw it again and again.
const Profile* profile_now(const LayoutInput& input) {
    const State& state = input.state();
    std::shared_ptr<ProfileMemo>& memo = input.memo.profile;
    const bool is_there = memo && memo->id == state.profile && memo->date == state.date && memo->lang == state.lang;
    if (input.memo.noted(MemoEntry::Profile, is_there)) return &memo->profile;
    const auto topic = find_profile(input.snapshot, state.profile, input.environment.locked);
    if (!topic) return nullptr;
    memo =
        std::make_shared<ProfileMemo>(ProfileMemo{state.profile, state.date, state.lang, make_profile(input, *topic)});
    return &memo->profile;
}

}

void layout_profile(const LayoutInput& input, const Rooms& rooms, Pen& pen) {
    const Profile* profile = profile_now(input);
    if (profile == nullptr) return;
    draw_profile(input, pen, begin_card(input, rooms, pen), *profile);
    end_card(input, rooms, pen);
}

}
