#include "core/state/state_json.hpp"

#include "core/base/json_writer.hpp"
#include "core/explore/facet_traits.hpp"
#include "core/state/page_object.hpp"

namespace atlas {

namespace {

void write_ids(JsonWriter& out, const std::vector<std::string>& ids) {
    out.begin_array();
    for (const std::string& id : ids) out.string(id);
    out.end_array();
}

void write_id(JsonWriter& out, std::string_view id) {
    if (id.empty()) {
        out.null();
    } else {
        out.string(id);
    }
}

void write_filter(JsonWriter& out, const Filter& filter) {
    out.begin_object().key("text").string(filter.text);
    for (std::size_t i = 0; i < k_facet_count; ++i) {
        const auto facet = static_cast<Facet>(i);
        out.key(facet_key(facet));
        if (traits_of(facet).form == FacetForm::IdOrNull) {
            write_id(out, filter.of(facet).empty() ? std::string() : filter.of(facet).front());
        } else {
            write_ids(out, filter.of(facet));
        }
    }
    out.key("area").begin_array();
    for (const LngLat& corner : filter.area) {
        out.begin_array().number(corner.lng_deg).number(corner.lat_deg).end_array();
    }
    out.end_array().end_object();
}

void merge_filter(PageObject members, Filter& filter) {
    if (members.has("text")) filter.text = members.text("text");
    if (members.has("area")) filter.area = members.area("area");
    for (std::size_t i = 0; i < k_facet_count; ++i) {
        const auto facet = static_cast<Facet>(i);
        const std::string_view key = facet_key(facet);
        if (!members.has(key)) continue;
        if (traits_of(facet).form == FacetForm::IdOrNull) {
            const std::string id = members.id(key);
            set_values(filter, facet, id.empty() ? std::vector<std::string>{} : std::vector<std::string>{id});
        } else {
            set_values(filter, facet, members.ids(key));
        }
    }
    members.finish();
}

void merge_camera(PageObject members, Camera& camera) {
    Camera merged;
    merged.lng_deg = members.number("lng", camera.lng_deg);
    merged.lat_deg = members.number("lat", camera.lat_deg);
    merged.zoom = members.number("zoom", camera.zoom);
    camera = snapped(merged);
    members.finish();
}

}

std::string state_to_json(const State& state) {
    JsonWriter out;
    out.begin_object().key("date").string(to_string(state.date)).key("compare");
    write_id(out, state.compare ? to_string(*state.compare) : std::string());
    write_filter(out.key("filter"), state.filter);
    write_id(out.key("selected"), state.selected);
    write_id(out.key("profile"), state.profile);
    out.key("view").string(word_of(state.view));
    out.key("camera").begin_object();
    out.key("lng").number(state.camera.lng_deg).key("lat").number(state.camera.lat_deg);
    out.key("zoom").number(state.camera.zoom).end_object();
    out.key("lang").string(state.lang.tag()).key("theme").string(word_of(state.theme));
    return out.end_object().take();
}

std::variant<State, Refusal> merge_state(std::string_view json, State base) {
    const JsonDocument document(json, page_limits());
    if (const auto refusal = refuse_document(document)) return *refusal;
    Refusals refusals;
    PageObject members(document.root(), refusals);
    if (members.has("date")) base.date = members.date("date", base.date);
    if (members.has("compare")) base.compare = members.date_or_null("compare");
    if (members.has("filter")) merge_filter(members.inside("filter"), base.filter);
    if (members.has("selected")) base.selected = members.id("selected");
    if (members.has("profile")) base.profile = members.id("profile");
    if (members.has("view")) base.view = members.word<View>("view", k_words<View>);
    if (members.has("camera")) merge_camera(members.inside("camera"), base.camera);
    if (members.has("lang")) base.lang = members.lang("lang").value_or(base.lang);
    if (members.has("theme")) base.theme = members.word<ColourTheme>("theme", k_words<ColourTheme>);
    members.finish();
    if (refusals.first()) return *refusals.first();
    return base;
}

}
