// What the search found, and what to do when a filter finds nothing (states.png).

#include "core/base/messages.hpp"
#include "core/explore/search.hpp"
#include "core/read/empty_words.hpp"
#include "core/read/found.hpp"
#include "core/scene/filters/filter_parts.hpp"
#include "core/scene/layout_memo.hpp"

#include <algorithm>

namespace atlas {

namespace {

constexpr std::size_t k_suggestions_max = 6;

struct Words {
    std::string before, name, after; // "Mov’eo → ", "NextMove", "Town"
};

std::string suggestion_id(std::size_t place) {
    return "filters/suggest/" + std::to_string(place);
}

bool is_other_name(HitKind kind) {
    return kind == HitKind::FormerName || kind == HitKind::Alias || kind == HitKind::Predecessor;
}

Words words_of(const LayoutInput& input, const SearchHit& hit) {
    const Cluster& cluster = input.snapshot.clusters[hit.cluster];
    const bool is_same = fold(hit.matched) == fold(cluster.name);
    if (hit.kind == HitKind::Name || is_same) return {{}, cluster.name, {}};
    if (is_other_name(hit.kind)) return {hit.matched + " → ", cluster.short_name, {}};
    return {{}, cluster.short_name, hit.matched};
}

void put_suggestion(const Column& column, const Rect& rect, const SearchHit& hit, std::size_t place) {
    const LayoutInput& input = column.input;
    Pen& pen = column.pen;
    const Words words = words_of(input, hit);
    Node node;
    node.id = suggestion_id(place);
    node.name = words.before + words.name;
    node.value = words.after;
    node.group = say(Msg::SearchSuggestions, column.lang());
    node.role = Role::Option;
    node.zone = column.zone;
    node.rect = {rect.x - 8.0f, rect.y, rect.w + 16.0f, rect.h};
    node.action = act::Select{input.snapshot.clusters[hit.cluster].id};
    if (is_hovered(input, node.id) || is_focused(input, node.id)) pen.rect(node.rect, Ink::Hover, 5.0f);
    const float middle = rect.centre().y, size = column.is_touch ? 14.0f : 12.0f, baseline = middle + size * 0.36f;
    const DomainLook look = domain_look(input.snapshot, input.snapshot.clusters[hit.cluster].domain);
    draw_domain_disc(pen, {rect.x + 8.0f, middle}, 8.0f, look);
    const Type quiet{size, FontWeight::Regular, Ink::Text2}, strong{size, FontWeight::SemiBold};
    float x = rect.x + 22.0f;
    const float name_width = std::min(text_width(words.name, size, FontWeight::SemiBold), rect.w * 0.6f);
    if (!words.before.empty())
        x += pen.text({x, baseline}, ellipsis(words.before, quiet, rect.right() - x - name_width), quiet);
    x += pen.text({x, baseline}, ellipsis(words.name, strong, rect.right() - x), strong) + 8.0f;
    if (!words.after.empty() && rect.right() - x > 24.0f) {
        const Type caption{11.0f, FontWeight::Regular, Ink::Text3};
        pen.text({x, baseline}, ellipsis(words.after, caption, rect.right() - x), caption);
    }
    pen.node(std::move(node));
}

Action removal(const Result::Culprit& culprit) {
    if (culprit.facet) return act::ToggleFacet{*culprit.facet, culprit.value};
    if (culprit.value == k_culprit_area) return act::SetArea{};
    return act::SetText{};
}

std::string without_sentence(const LayoutInput& input) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < std::min<std::size_t>(2, input.result.culprits.size()); ++i) {
        const Result::Culprit& culprit = input.result.culprits[i];
        parts.push_back(say(Plural::NothingWithout, input.lang(), culprit.brings,
                            {quoted_culprit(input, culprit), format_number(culprit.brings, input.lang())}));
    }
    return join(parts, " ");
}

Button empty_button(const Column& column, float most) {
    const std::vector<Result::Culprit>& culprits = column.input.result.culprits;
    Button button;
    button.id = "filters/remove-culprit";
    button.look = ButtonLook::Primary;
    button.zone = column.zone;
    if (culprits.empty() || culprits.front().brings == 0) {
        button.label = say(Msg::ClearAll, column.lang());
        button.action = act::ClearFilters{};
    } else {
        button.label = say(Msg::RemoveCulprit, column.lang(), {quoted_culprit(column.input, culprits.front())});
        button.action = removal(culprits.front());
    }
    button.label = ellipsis(button.label, {13.0f, FontWeight::SemiBold}, most - 28.0f);
    return button;
}

}

namespace {

// A locked atlas suggests only what can be opened.
std::vector<SearchHit> suggested(const LayoutInput& input, std::string_view text) {
    if (input.environment.locked.is_empty()) return search(input.index.search, text, k_suggestions_max);
    std::vector<SearchHit> hits = search(input.index.search, text, input.snapshot.clusters.size());
    std::erase_if(hits, [&](const SearchHit& hit) {
        return !input.snapshot.find_cluster(input.snapshot.clusters[hit.cluster].id);
    });
    if (hits.size() > k_suggestions_max) hits.resize(k_suggestions_max);
    return hits;
}

}

namespace {

constexpr std::size_t k_each_beside = 2; // of a kind; its heading says how many there are

// Title over the sentence that was found.
void put_found(const Column& column, const Rect& rect, const Found& found, std::string group, std::size_t place) {
    Pen& pen = column.pen;
    Node node;
    node.id = suggestion_id(place);
    node.name = found.title;
    node.value = found.matched;
    node.group = std::move(group);
    node.role = Role::Option;
    node.zone = column.zone;
    node.rect = {rect.x - 8.0f, rect.y, rect.w + 16.0f, rect.h};
    node.action = found.action;
    if (is_hovered(column.input, node.id) || is_focused(column.input, node.id)) pen.rect(node.rect, Ink::Hover, 5.0f);
    const Type title{column.is_touch ? 14.0f : 12.0f}, quiet{11.0f, FontWeight::Regular, Ink::Text3};
    const float middle = rect.centre().y, baseline = found.matched.empty() ? middle + 4.3f : middle - 3.5f;
    pen.text({rect.x, baseline}, ellipsis(found.title, title, rect.w), title);
    pen.text({rect.x, middle + 12.0f}, ellipsis(found.matched, quiet, rect.w), quiet);
    pen.node(std::move(node));
}

float put_found_group(const Column& column, float y, const FoundGroup& group, std::size_t& place) {
    const Type head{column.is_touch ? 13.0f : 12.0f, FontWeight::SemiBold};
    const Type count{11.0f, FontWeight::Regular, Ink::Text3, Align::Right};
    column.pen.horizontal(column.x, y, column.w);
    column.pen.text({column.x, y + 20.0f}, group.name, head);
    column.pen.text({column.x + column.w, y + 20.0f}, format_number(group.count, column.lang()), count);
    y += 27.0f;
    const auto put = [&](const Found& found) {
        const float height = column.is_touch ? 48.0f : found.matched.empty() ? 25.0f : 38.0f;
        put_found(column, {column.x, y, column.w, height}, found, group.name, place++);
        y += height;
    };
    for (const Found& found : group.best) put(found);
    if (group.kind == FoundKind::Story && group.count > group.best.size())
        put({say_count(Plural::FoundStories, column.lang(), group.count), {}, act::SetView{View::Stories}});
    return y + 7.0f;
}

float put_cluster_hits(const Column& column, float y, const std::vector<SearchHit>& hits) {
    const Type head{column.is_touch ? 13.0f : 12.0f, FontWeight::SemiBold};
    column.pen.horizontal(column.x, y, column.w);
    column.pen.text({column.x, y + 21.0f}, say(Msg::SearchSuggestions, column.lang()), head);
    y += 28.0f;
    const float height = column.is_touch ? 44.0f : 25.0f;
    for (std::size_t i = 0; i < hits.size(); ++i) {
        put_suggestion(column, {column.x, y, column.w, height}, hits[i], i);
        y += height;
    }
    return y + 7.0f;
}

}

struct FoundMemo {
    std::string text;
    Lang lang;
    std::vector<FoundGroup> groups;
};

namespace {

// The same words are drawn again and again.
const std::vector<FoundGroup>& found_now(const LayoutInput& input) {
    const std::string& text = input.state().filter.text;
    std::shared_ptr<FoundMemo>& memo = input.memo.found;
    const bool is_there = memo && memo->text == text && memo->lang == input.lang();
    if (!input.memo.noted(MemoEntry::Found, is_there))
        memo = std::make_shared<FoundMemo>(
            FoundMemo{text, input.lang(), find_beside_clusters(input, text, k_each_beside)});
    return memo->groups;
}

}

float put_suggestions(const Column& column, float y) {
    const std::string& text = column.input.state().filter.text;
    if (fold(text).empty()) return y;
    const std::vector<SearchHit> hits = suggested(column.input, text);
    if (!hits.empty()) y = put_cluster_hits(column, y, hits);
    std::size_t place = hits.size();
    for (const FoundGroup& group : found_now(column.input)) {
        const bool is_closed = group.kind == FoundKind::Story && !column.input.environment.parts.rooms;
        if (!is_closed) y = put_found_group(column, y, group, place);
    }
    return y;
}

float put_empty_state(const Column& column, float y, EmptyLook look) {
    if (!column.input.result.shown.empty()) return y;
    Pen& pen = column.pen;
    const bool is_page = look == EmptyLook::Page;
    const float most = is_page ? std::min(column.w, 420.0f) : column.w;
    const float left = column.x + (column.w - most) * 0.5f, middle = column.x + column.w * 0.5f;
    if (is_page) {
        pen.icon({middle, y + 28.0f}, Icon::Search, 30.0f, Ink::Text3);
        y += 62.0f;
    }
    const Align align = is_page ? Align::Centre : Align::Left;
    const Type strong{13.0f, FontWeight::SemiBold, Ink::Text, align},
        quiet{12.0f, FontWeight::Regular, Ink::Text2, align};
    const float x = is_page ? middle : left;
    y += 14.0f;
    y += pen.paragraph({x, y}, nothing_sentence(column.input), strong, most, 19.0f, 4);
    const std::string without = without_sentence(column.input);
    if (!without.empty()) y += pen.paragraph({x, y}, without, quiet, most, 17.0f, 4);
    if (column.input.result.culprits.empty()) return y + 8.0f;
    const Button button = empty_button(column, most);
    const float width = std::min(button_width(button), most);
    y += is_page ? 8.0f : 0.0f;
    put_button(column.input, pen, {is_page ? middle - width * 0.5f : left, y, width, 36.0f}, button);
    return y + 36.0f + 14.0f;
}

}
