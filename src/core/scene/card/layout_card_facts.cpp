// Seat, regions, sectors, class, president, website: what is not known says so, what is doubtful carries a mark and a
// sentence. Then the stories told about the cluster.

#include "core/read/policy_words.hpp"
#include "core/read/wording.hpp"
#include "core/scene/card/layout_card.hpp"

#include <algorithm>

namespace atlas {

namespace {

constexpr float k_value_x = 88.0f, k_line = 17.0f, k_row = 21.0f, k_mark = 14.0f;

struct Fact {
    std::string id;
    Msg label;
    std::string value; // empty: not known
    Confidence confidence = Confidence::High;
    Msg doubt = Msg::CardDoubtMedium; // said when the confidence is low
    std::string href{};
    std::string argument{}; // of the label
};

void draw_doubt_mark(const CardColumn& column, Point at) {
    column.pen.ring(at, 4.5f, 1.0f, Ink::Control);
    column.pen.text({at.x, at.y + 3.2f}, "?", {9.0f, FontWeight::SemiBold, Ink::Text2, Align::Centre});
}

Node fact_node(const CardColumn& column, const Fact& fact, const Rect& rect) {
    const Lang lang = column.lang();
    Node node{.id = fact.id, .zone = Zone::Card, .role = Role::Text, .rect = rect, .cursor = Cursor::Default};
    node.name = say(fact.label, lang, {fact.argument});
    node.value = fact.value.empty() ? std::string(say(Msg::Unknown, lang)) : fact.value;
    if (fact.confidence == Confidence::Medium) node.hint = say(Msg::CardDoubtMedium, lang);
    if (fact.href.empty()) return node;
    node.role = Role::Link;
    node.name += " " + node.value;
    node.href = fact.href;
    node.cursor = Cursor::Pointer;
    node.action = act::Ask{act::Service::OpenLink, fact.href};
    return node;
}

void put_fact(CardColumn& column, const Fact& fact) {
    const bool is_known = !fact.value.empty(), is_link = !fact.href.empty();
    const Type type{column.body_px - 1.0f, FontWeight::Regular,
                    is_link    ? Ink::Accent
                    : is_known ? Ink::Text
                               : Ink::Text3};
    const std::string value = is_known ? fact.value : std::string(say(Msg::Unknown, column.lang()));
    const bool is_doubtful = is_known && fact.confidence == Confidence::Low;
    const float room = column.w - k_value_x - (is_doubtful || is_link ? k_mark + 4.0f : 0.0f);
    const std::vector<std::string> lines = wrap(value, type, room);
    const float top = column.y, x = column.x + k_value_x;
    column.pen.text({column.x, top + 14.0f}, say(fact.label, column.lang(), {fact.argument}),
                    {12.0f, FontWeight::Regular, Ink::Text3});
    float baseline = top + 14.0f, width = 0.0f;
    for (const std::string& line : lines) {
        width = column.pen.text({x, baseline}, line, type);
        if (is_link) column.pen.horizontal(x, baseline + 2.0f, width, Ink::Accent);
        baseline += k_line;
    }
    const Point mark{x + width + 11.0f, baseline - k_line - 4.0f};
    if (is_link)
        column.pen.icon(mark, Icon::External, 12.0f, Ink::Accent);
    else if (is_doubtful)
        draw_doubt_mark(column, mark);
    column.y = baseline - k_line + (k_row - 14.0f);
    column.pen.node(fact_node(column, fact, {column.x, top, column.w, column.y - top}));
    if (is_doubtful) card_remark(column, fact.id + "/doubt", say(fact.doubt, column.lang()), k_value_x);
}

std::string region_names(const CardColumn& column) {
    std::vector<std::string> names;
    for (const RegionIndex region : column.cluster.regions_covered)
        names.push_back(column.snapshot().regions[region].name.in(column.lang()));
    return join(names);
}

std::string sector_names(const CardColumn& column) {
    std::vector<std::string> names;
    for (const SectorIndex sector : column.cluster.sectors)
        names.push_back(column.snapshot().sectors[sector].name.in(column.lang()));
    return join(names);
}

bool is_recollected(const CardColumn& column, const Sources& sources) {
    return !sources.empty() && std::all_of(sources.begin(), sources.end(), [&](SourceIndex source) {
        return column.snapshot().sources[source].kind == SourceKind::Recollection;
    });
}

void put_seat(CardColumn& column) {
    const Lang lang = column.lang();
    const Cluster& cluster = column.cluster;
    const bool is_placed = cluster.seat && cluster.seat->kind != SeatKind::None;
    if (!is_placed) {
        std::string region;
        if (cluster.seat && cluster.seat->region)
            region = column.snapshot().regions[*cluster.seat->region].name.in(lang);
        put_fact(column, {"card/seat", Msg::CardFactSeat, region});
        return;
    }
    const Seat& seat = *cluster.seat;
    const bool is_anchor = seat.kind == SeatKind::Anchor;
    put_fact(column, {"card/seat", is_anchor ? Msg::CardFactAnchor : Msg::CardFactSeat, seat_words(seat, lang),
                      seat.confidence, Msg::CardDoubtSeat});
    if (is_recollected(column, seat.sources))
        card_remark(column, "card/seat/recollected", say(Msg::CardSeatRecollected, lang), k_value_x);
    if (is_anchor)
        card_remark(column, "card/seat/anchor", say(Msg::CardFactAnchorNote, lang), k_value_x);
    else if (!seat.note.empty())
        card_remark(column, "card/seat/note", seat.note.in(lang), k_value_x);
    std::vector<std::string> earlier;
    for (const EarlierSeat& place : seat.earlier) {
        std::string words = place.city;
        if (place.from && place.to) words += " (" + year_span(place.from->year, place.to->year) + ")";
        earlier.push_back(std::move(words));
    }
    if (!earlier.empty()) put_fact(column, {"card/seat/earlier", Msg::CardFactEarlierSeat, join(earlier)});
}

void put_website(CardColumn& column) {
    const Website& site = column.cluster.website;
    Fact fact{"card/website", Msg::CardFactWebsite, site.address, site.confidence, Msg::CardDoubtWebsite};
    if (site.linkable()) fact.href = "https://" + site.address;
    put_fact(column, fact);
}

std::string president_words(const CardColumn& column) {
    const auto& president = column.cluster.president;
    return president ? president->name + " (" + format_date(president->date, column.lang()) + ")" : std::string();
}

}

void card_facts(CardColumn& column) {
    const Cluster& cluster = column.cluster;
    column.pen.horizontal(column.x, column.y, column.w);
    column.y += 8.0f;
    put_seat(column);
    put_fact(column, {"card/regions", Msg::CardFactRegions, region_names(column), cluster.regions_confidence,
                      Msg::CardDoubtRegions});
    put_fact(column, {"card/sectors", Msg::CardFactSectors, sector_names(column), cluster.sectors_confidence,
                      Msg::CardDoubtSectors});
    if (cluster.cluster_class)
        put_fact(column, {"card/class", Msg::CardFactClass,
                          column.snapshot().classes[*cluster.cluster_class].name.in(column.lang()),
                          cluster.class_confidence, Msg::CardDoubtClass});
    put_fact(column, {"card/president", Msg::CardFactPresident, president_words(column)});
    if (cluster.president && !cluster.president->note.empty())
        card_remark(column, "card/president/note", cluster.president->note.in(column.lang()), k_value_x);
    put_website(column);
    if (!cluster.note.empty()) card_remark(column, "card/note", cluster.note.in(column.lang()));
    column.y += 8.0f;
}

void card_policy(CardColumn& column) {
    const Lang lang = column.lang();
    const Cluster& cluster = column.cluster;
    std::vector<std::pair<const PolicySection*, const PolicyItem*>> said;
    for (const PolicySection& section : column.snapshot().policy)
        for (const PolicyItem& item : section.items)
            if (std::find(item.clusters.begin(), item.clusters.end(), column.index) != item.clusters.end())
                said.emplace_back(&section, &item);
    if (said.empty() && cluster.industry_2007.empty()) return;
    card_section(column, "card/policy", say(Msg::CardPolicy, lang));
    if (!cluster.industry_2007.empty()) {
        const bool is_international = cluster.international_2007.value_or(false);
        put_fact(column, {"card/industry-2007", Msg::CardFactIndustry2007, cluster.industry_2007.in(lang)});
        if (is_international)
            card_remark(column, "card/international-2007", say(Msg::CardInternational2007, lang), k_value_x);
    }
    int n = 0;
    for (const auto& [section, item] : said)
        card_remark(column, "card/policy/" + std::to_string(n++),
                    say(Msg::PolicyNamed, lang,
                        {section->title.in(lang), policy_words(column.snapshot(), *item, lang, column.index)}));
    column.y += 8.0f;
}

namespace {

std::string other_clusters(const CardColumn& column, const Story& story) {
    std::vector<std::string> names;
    for (const ClusterIndex index : story.clusters)
        if (index != column.index) names.push_back(column.snapshot().clusters[index].short_name);
    if (names.size() > 2) return say(Msg::CardStoryWith, column.lang(), {names.front() + "…"});
    return names.empty() ? std::string() : say(Msg::CardStoryWith, column.lang(), {join_and(names, column.lang())});
}

// The large number with its label; the label's second line when it needs one.
void put_story_figure(CardColumn& column, const StoryFigure& figure) {
    const float x = column.x + 14.0f, y = column.y + 17.0f;
    const std::string number = quantity_words(column.snapshot(), figure.quantity, column.lang());
    const float w = column.pen.text({x, y}, number, {20.0f, FontWeight::SemiBold});
    const Type type{11.0f, FontWeight::Regular, Ink::Text2};
    const float room = column.w - 22.0f - w;
    const std::string& label = figure.label.in(column.lang());
    const bool is_long = text_width(label, type.size_px, type.weight) > room;
    column.pen.paragraph({x + w + 8.0f, is_long ? y - 9.0f : y}, label, type, room, 13.0f, 2);
}

void put_story(CardColumn& column, const Story& story) {
    const Lang lang = column.lang();
    const float x = column.x + 14.0f, room = column.w - 34.0f;
    const Type title{column.body_px}, quiet{11.0f, FontWeight::Regular, Ink::Text3};
    const std::string others = other_clusters(column, story);
    const std::vector<std::string> lines = wrap(story.title.in(lang), title, room);
    const float first_line = story.figures.empty() ? 15.5f : 36.0f;
    const float height = first_line + 6.0f + 17.0f * static_cast<float>(std::max<std::size_t>(lines.size(), 1) - 1);
    const Rect rect{column.x, column.y, column.w, height};
    const std::string id = "card/story/" + story.id;
    if (is_hovered(column.input, id)) column.pen.rect(rect.inset(-6.0f, -3.0f), Ink::Hover, 5.0f);
    column.pen.rect({column.x, column.y, 3.0f, height}, column.look.ink, 1.5f);
    if (!story.figures.empty()) put_story_figure(column, story.figures.front());
    float y = column.y + first_line, w = 0.0f;
    for (const std::string& line : lines) {
        w = column.pen.text({x, y}, line, title);
        y += 17.0f;
    }
    y -= 17.0f;
    if (w + 7.0f + text_width(others, quiet.size_px, quiet.weight) < room)
        column.pen.text({x + w + 7.0f, y}, others, quiet);
    column.pen.icon({column.x + column.w - 6.0f, y - 4.0f}, Icon::Next, 12.0f, Ink::Text2, IconStyle::Bold);
    Node node{.id = id, .name = story.title.in(lang), .hint = others, .zone = Zone::Card, .rect = rect};
    if (!story.figures.empty()) {
        const StoryFigure& figure = story.figures.front();
        node.value =
            quantity_words(column.snapshot(), figure.quantity, lang, Wording::Words) + " " + figure.label.in(lang);
    }
    node.action = act::ReadStory{story.id};
    column.pen.node(std::move(node));
    column.y += height + 12.0f;
}

}

void card_stories(CardColumn& column) {
    std::vector<const Story*> stories;
    for (const Story& story : column.snapshot().stories)
        if (std::find(story.clusters.begin(), story.clusters.end(), column.index) != story.clusters.end())
            stories.push_back(&story);
    // Those with a figure first: the mock-up's order, and what is told fastest.
    std::stable_partition(stories.begin(), stories.end(), [](const Story* story) { return !story->figures.empty(); });
    const std::string count =
        stories.empty() ? std::string() : format_number(static_cast<double>(stories.size()), column.lang());
    card_section(column, "card/stories", say(Msg::CardStories, column.lang()), count);
    if (stories.empty()) card_remark(column, "card/no-story", say(Msg::CardNoStory, column.lang()));
    for (const Story* story : stories) put_story(column, *story);
}

void card_written(CardColumn& column) {
    const Cluster& cluster = column.cluster;
    if (cluster.aliases.empty() && cluster.rosters.empty()) return;
    card_section(column, "card/written", say(Msg::CardWritten, column.lang()));
    for (const RosterName& entry : cluster.rosters) {
        const Roster& roster = column.snapshot().rosters[entry.roster];
        put_fact(column, {"card/roster/" + roster.id,
                          Msg::CardFactList,
                          entry.name,
                          Confidence::High,
                          Msg::CardDoubtMedium,
                          {},
                          roster.id});
    }
    if (!cluster.aliases.empty()) put_fact(column, {"card/aliases", Msg::CardFactAliases, join(cluster.aliases)});
    column.y += 8.0f;
}

}
