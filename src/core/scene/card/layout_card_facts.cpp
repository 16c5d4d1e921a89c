// Seat, regions, sectors, class, president, website: what is not known says so, what is doubtful carries a mark and a
// sentence. Then the stories told about the cluster.

#include "core/read/card_facts.hpp"
#include "core/read/story_words.hpp"
#include "core/read/wording.hpp"
#include "core/scene/card/layout_card.hpp"

#include <algorithm>

namespace atlas {

namespace {

constexpr float k_value_x = 88.0f, k_line = 17.0f, k_row = 21.0f, k_mark = 14.0f, k_least_target_px = 24.0f;

void draw_doubt_mark(const CardColumn& column, Point at) {
    column.pen.ring(at, 4.5f, 1.0f, Ink::Control);
    column.pen.text({at.x, at.y + 3.2f}, "?", {9.0f, FontWeight::SemiBold, Ink::Text2, Align::Centre});
}

Node fact_node(const CardColumn& column, const CardFact& fact, const Rect& rect) {
    Node node{.id = "card/" + fact.id, .zone = Zone::Card, .role = Role::Text, .rect = rect, .cursor = Cursor::Default};
    node.name = fact.name;
    node.value = fact.said(column.lang());
    if (fact.confidence == Confidence::Medium) node.hint = say(Msg::CardDoubtMedium, column.lang());
    if (!fact.profile.empty()) {
        node.role = Role::Button;
        node.cursor = Cursor::Pointer;
        node.action = act::OpenProfile{fact.profile};
    }
    if (fact.href.empty()) return node;
    node.role = Role::Link;
    node.rect = rect.inset(0.0f, std::min(0.0f, (rect.h - k_least_target_px) * 0.5f));
    node.name += " " + node.value;
    node.href = fact.href;
    node.cursor = Cursor::Pointer;
    node.action = act::Ask{act::Service::OpenLink, fact.href};
    return node;
}

void put_fact(CardColumn& column, const CardFact& fact) {
    const bool is_outside = !fact.href.empty(), is_link = is_outside || !fact.profile.empty();
    const Type type{column.body_px - 1.0f, FontWeight::Regular,
                    is_link           ? Ink::Accent
                    : fact.is_known() ? Ink::Text
                                      : Ink::Text3};
    const float room = column.w - k_value_x - (fact.is_doubtful() || is_link ? k_mark + 4.0f : 0.0f);
    const std::vector<std::string> lines = wrap(fact.said(column.lang()), type, room);
    const float top = column.y, x = column.x + k_value_x;
    column.pen.text({column.x, top + 14.0f}, fact.name, {12.0f, FontWeight::Regular, Ink::Text3});
    float baseline = top + 14.0f, width = 0.0f;
    for (const std::string& line : lines) {
        width = column.pen.text({x, baseline}, line, type);
        if (is_link) column.pen.horizontal(x, baseline + 2.0f, width, Ink::Accent);
        baseline += k_line;
    }
    const Point mark{x + width + 11.0f, baseline - k_line - 4.0f};
    if (is_link)
        column.pen.icon(mark, is_outside ? Icon::External : Icon::Next, 12.0f, Ink::Accent);
    else if (fact.is_doubtful())
        draw_doubt_mark(column, mark);
    column.y = baseline - k_line + ((fact.profile.empty() ? k_row : k_least_target_px) - 14.0f);
    column.pen.node(fact_node(column, fact, {column.x, top, column.w, column.y - top}));
    for (const Remark& remark : fact.remarks) card_remark(column, "card/" + remark.id, remark.words, k_value_x);
}

}

void card_facts(CardColumn& column) {
    column.pen.horizontal(column.x, column.y, column.w);
    column.y += 8.0f;
    for (const CardFact& fact : card_facts(column.input, column.index)) put_fact(column, fact);
    if (!column.cluster.note.empty()) card_remark(column, "card/note", column.cluster.note.in(column.lang()));
    column.y += 8.0f;
}

void card_policy(CardColumn& column) {
    const std::vector<CardFact> facts = policy_facts(column.input, column.index);
    const std::vector<Remark> said = policy_remarks(column.input, column.index);
    if (facts.empty() && said.empty()) return;
    card_section(column, "card/policy", say(Msg::CardPolicy, column.lang()));
    for (const CardFact& fact : facts) put_fact(column, fact);
    for (const Remark& remark : said) card_remark(column, "card/" + remark.id, remark.words);
    column.y += 8.0f;
}

namespace {

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
    const std::string others = other_clusters_words(column.input, story, column.index);
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
    node.rect = rect.inset(0.0f, std::min(0.0f, (rect.h - k_least_target_px) * 0.5f));
    if (!story.figures.empty()) {
        node.value = story_figure_words(column.snapshot(), story.figures.front(), lang);
    }
    node.action = act::ReadStory{story.id};
    column.pen.node(std::move(node));
    column.y += height + 12.0f;
}

}

void card_stories(CardColumn& column) {
    const std::vector<const Story*> stories = stories_of(column.snapshot(), column.index);
    const std::string count =
        stories.empty() ? std::string() : format_number(static_cast<double>(stories.size()), column.lang());
    card_section(column, "card/stories", say(Msg::CardStories, column.lang()), count);
    if (stories.empty()) card_remark(column, "card/no-story", say(Msg::CardNoStory, column.lang()));
    for (const Story* story : stories) put_story(column, *story);
}

void card_written(CardColumn& column) {
    const std::vector<CardFact> facts = written_facts(column.input, column.index);
    if (facts.empty()) return;
    card_section(column, "card/written", say(Msg::CardWritten, column.lang()));
    for (const CardFact& fact : facts) put_fact(column, fact);
    column.y += 8.0f;
}

}
