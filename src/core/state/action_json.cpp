#include "core/explore/facet_traits.hpp"
#include "core/state/page_object.hpp"

#include <algorithm>
#include <array>

namespace atlas {

namespace {

using Read = Action (*)(PageObject&);

Facet read_facet(PageObject& members) {
    std::array<std::string_view, k_facet_count> words;
    for (std::size_t i = 0; i < k_facet_count; ++i) words[i] = facet_key(static_cast<Facet>(i));
    return members.word<Facet>("facet", words);
}

LngLat read_place(PageObject& members) {
    const double lng_deg = members.number("lng", 0.0, Need::Required);
    return snapped(LngLat{lng_deg, members.number("lat", 0.0, Need::Required)});
}

Action read_camera(PageObject& members) {
    act::MoveCamera move;
    PageObject camera = members.inside("camera");
    const LngLat place = read_place(camera);
    move.camera = snapped(Camera{place.lng_deg, place.lat_deg, camera.number("zoom", 1.0, Need::Required)});
    camera.finish();
    move.animate = members.truth("animate");
    return move;
}

Action read_area_point(PageObject& members) {
    PageObject place = members.inside("place");
    const act::PointArea point{read_place(place)};
    place.finish();
    return point;
}

Action read_zoom(PageObject& members) {
    act::ZoomAbout zoom;
    PageObject place = members.inside("place");
    zoom.place = read_place(place);
    place.finish();
    zoom.factor = std::clamp(members.number("factor", 1.0, Need::Required), 1.0 / 64.0, 64.0);
    zoom.animate = members.truth("animate");
    return zoom;
}

Action read_sheet(PageObject& members) {
    const auto sheet = members.word<Sheet>("sheet", k_words<Sheet>);
    return act::OpenSheet{sheet, topic_of(members.id("topic", Need::Optional))};
}

PhoneSheet read_phone_sheet(PageObject& members) {
    return members.word<PhoneSheet>("sheet", k_words<PhoneSheet>);
}

Action read_sheet_size(PageObject& members) {
    act::SizeSheet size{read_phone_sheet(members)};
    size.share = members.number("share", 0.62, Need::Required);
    size.let_go = members.truth("letGo", true);
    return size;
}

Action read_sheet_step(PageObject& members) {
    const PhoneSheet sheet = read_phone_sheet(members);
    return act::StepSheet{sheet, members.step("step", 1)};
}

Action read_sort(PageObject& members) {
    return act::Sort{members.word<SortColumn>("column", k_words<SortColumn>)};
}

Action read_grouping(PageObject& members) {
    return act::GroupLanes{members.word<LaneGrouping>("grouping", k_words<LaneGrouping>)};
}

Action read_lane_span(PageObject& members) {
    const double from = members.number("from", 0.0, Need::Required);
    return act::ZoomLanes{from, members.number("to", 0.0, Need::Required)};
}

Action read_service(PageObject& members) {
    const auto service = members.word<act::Service>("service", k_words<act::Service>);
    return act::Ask{service, members.text("argument", Need::Optional)};
}

struct ActionName {
    std::string_view type;
    Read read;
};

constexpr ActionName k_actions[] = {
    {"select", [](PageObject& m) -> Action { return act::Select{m.id("id")}; }},
    {"stepSelection", [](PageObject& m) -> Action { return act::StepSelection{m.step("step", 1)}; }},
    {"openProfile", [](PageObject& m) -> Action { return act::OpenProfile{m.id("id")}; }},
    {"setDate", [](PageObject& m) -> Action { return act::SetDate{m.date("date", {})}; }},
    {"setCompare", [](PageObject& m) -> Action { return act::SetCompare{m.date_or_null("date")}; }},
    {"stepMonths", [](PageObject& m) -> Action { return act::StepMonths{m.step("months", 1)}; }},
    {"stepPhase", [](PageObject& m) -> Action { return act::StepPhase{m.step("step", 1)}; }},
    {"setView", [](PageObject& m) -> Action { return act::SetView{m.word<View>("view", k_words<View>)}; }},
    {"setLang", [](PageObject& m) -> Action { return act::SetLang{m.lang("lang").value_or(Lang())}; }},
    {"setTheme",
     [](PageObject& m) -> Action { return act::SetTheme{m.word<ColourTheme>("theme", k_words<ColourTheme>)}; }},
    {"setText", [](PageObject& m) -> Action { return act::SetText{m.text("text")}; }},
    {"toggleFacet",
     [](PageObject& m) -> Action {
         const Facet facet = read_facet(m);
         return act::ToggleFacet{facet, m.id("value")};
     }},
    {"setFacet",
     [](PageObject& m) -> Action {
         const Facet facet = read_facet(m);
         return act::SetFacet{facet, m.ids("values")};
     }},
    {"setArea", [](PageObject& m) -> Action { return act::SetArea{m.area("area")}; }},
    {"chooseArea", [](PageObject& m) -> Action { return act::ChooseArea{m.truth("on", true)}; }},
    {"pointArea", read_area_point},
    {"stepArea",
     [](PageObject& m) -> Action {
         const int east = m.step("east", 0);
         return act::StepArea{east, m.step("north", 0)};
     }},
    {"setCorner", [](PageObject&) -> Action { return act::SetCorner{}; }},
    {"clearFilters", [](PageObject&) -> Action { return act::ClearFilters{}; }},
    {"moveCamera", read_camera},
    {"zoomAbout", read_zoom},
    {"fitResult", [](PageObject&) -> Action { return act::FitResult{}; }},
    {"home", [](PageObject&) -> Action { return act::Home{}; }},
    {"hover", [](PageObject& m) -> Action { return act::Hover{m.id("node")}; }},
    {"focus", [](PageObject& m) -> Action { return act::Focus{m.id("node")}; }},
    {"press", [](PageObject& m) -> Action { return act::Press{m.id("node")}; }},
    {"dismiss", [](PageObject&) -> Action { return act::Dismiss{}; }},
    {"openSheet", read_sheet},
    {"toggleFacetSection",
     [](PageObject& m) -> Action {
         const Facet facet = read_facet(m);
         return act::ToggleFacetSection{facet, m.truth("openByDefault")};
     }},
    {"searchInFacet",
     [](PageObject& m) -> Action {
         const Facet facet = read_facet(m);
         return act::SearchInFacet{facet, m.text("text")};
     }},
    {"scroll",
     [](PageObject& m) -> Action {
         std::string zone = m.id("zone");
         return act::Scroll{std::move(zone), static_cast<float>(std::clamp(m.number("top", 0.0), 0.0, 1.0e7))};
     }},
    {"play",
     [](PageObject& m) -> Action {
         return act::Play{m.truth("playing", true) ? Playback::Running : Playback::Stopped};
     }},
    {"setPlaybackSpeed", [](PageObject& m) -> Action { return act::SetPlaybackSpeed{m.number("speed", 1.0)}; }},
    {"sort", read_sort},
    {"groupLanes", read_grouping},
    {"zoomLanes", read_lane_span},
    {"toggleLaneGroup", [](PageObject& m) -> Action { return act::ToggleLaneGroup{m.id("group")}; }},
    {"toggleChoropleth", [](PageObject&) -> Action { return act::ToggleChoropleth{}; }},
    {"sizeSheet", read_sheet_size},
    {"stepSheet", read_sheet_step},
    {"readStory", [](PageObject& m) -> Action { return act::ReadStory{m.id("id")}; }},
    {"showTheme", [](PageObject& m) -> Action { return act::ShowTheme{m.id("theme")}; }},
    {"notice", [](PageObject& m) -> Action { return act::Notice{m.text("message")}; }},
    {"undo", [](PageObject&) -> Action { return act::Undo{}; }},
    {"redo", [](PageObject&) -> Action { return act::Redo{}; }},
    {"startOver", [](PageObject&) -> Action { return act::StartOver{}; }},
    {"ask", read_service},
};
static_assert(std::size(k_actions) == std::variant_size_v<Action>);

std::string all_types() {
    std::vector<std::string> types;
    for (const ActionName& action : k_actions) types.emplace_back(action.type);
    return join(types);
}

}

std::string_view action_type(const Action& action) {
    return k_actions[action.index()].type; // in the order of the variant, which a test checks
}

std::variant<Action, Refusal> action_from_json(std::string_view json) {
    const JsonDocument document(json, page_limits());
    if (const auto refusal = refuse_document(document)) return *refusal;
    Refusals refusals;
    PageObject members(document.root(), refusals);
    const std::string type = members.text("type");
    const auto found =
        std::find_if(std::begin(k_actions), std::end(k_actions), [&](const ActionName& a) { return a.type == type; });
    if (found == std::end(k_actions)) refusals.refuse(Msg::RefusedValue, {"type", all_types()});
    if (refusals.first()) return *refusals.first();
    Action action = found->read(members);
    members.finish();
    if (refusals.first()) return *refusals.first();
    return action;
}

}
