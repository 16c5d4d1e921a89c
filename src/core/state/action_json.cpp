#include "core/explore/facet_traits.hpp"
#include "core/state/json_members.hpp"

#include <algorithm>

namespace atlas {

namespace {

using Words = std::vector<std::string_view>;
using Read = Action (*)(JsonMembers&);

Facet read_facet(JsonMembers& members) {
    Words words;
    for (std::size_t i = 0; i < k_facet_count; ++i) words.push_back(facet_key(static_cast<Facet>(i)));
    return static_cast<Facet>(members.word("facet", words));
}

template<class Enum>
Enum read_word(JsonMembers& members, std::string_view key, std::span<const std::string_view> words,
               Need need = Need::Required) {
    return static_cast<Enum>(members.word(key, words, need));
}

// The members of a member: {"camera":{"lng":…}}.
template<class Read>
void read_inside(JsonMembers& members, std::string_view key, Read read) {
    JsonMembers inner(members.find(key, Need::Required), std::string(key) + ".");
    read(inner);
    if (const auto refusal = inner.finish()) members.fail(*refusal);
}

LngLat read_place(JsonMembers& members) {
    const double lng_deg = members.number("lng", 0.0, Need::Required);
    return snapped(LngLat{lng_deg, members.number("lat", 0.0, Need::Required)});
}

Action read_camera(JsonMembers& members) {
    act::MoveCamera move;
    read_inside(members, "camera", [&](JsonMembers& camera) {
        const LngLat place = read_place(camera);
        move.camera = snapped(Camera{place.lng_deg, place.lat_deg, camera.number("zoom", 1.0, Need::Required)});
    });
    move.animate = members.yes("animate");
    return move;
}

Action read_zoom(JsonMembers& members) {
    act::ZoomAbout zoom;
    read_inside(members, "place", [&](JsonMembers& place) { zoom.place = read_place(place); });
    zoom.factor = std::clamp(members.number("factor", 1.0, Need::Required), 1.0 / 64.0, 64.0);
    zoom.animate = members.yes("animate");
    return zoom;
}

Action read_sheet(JsonMembers& members) {
    const Words words = {"none", "filters", "share", "export", "help", "sources", "phase"};
    const auto sheet = read_word<Sheet>(members, "sheet", words);
    return act::OpenSheet{sheet, members.id("topic", Need::Optional)};
}

PhoneSheet read_phone_sheet(JsonMembers& members) {
    return read_word<PhoneSheet>(members, "sheet", Words{"list", "card"});
}

Action read_sheet_size(JsonMembers& members) {
    act::SizeSheet size{read_phone_sheet(members)};
    size.share = members.number("share", 0.62, Need::Required);
    size.let_go = members.yes("letGo", true);
    return size;
}

Action read_sheet_step(JsonMembers& members) {
    const PhoneSheet sheet = read_phone_sheet(members);
    return act::StepSheet{sheet, members.whole("step", 1)};
}

Action read_sort(JsonMembers& members) {
    const Words words = {"name", "domain", "seat", "region", "since", "term", "stories"};
    return act::Sort{read_word<SortColumn>(members, "column", words)};
}

Action read_grouping(JsonMembers& members) {
    return act::GroupLanes{read_word<LaneGrouping>(members, "grouping", Words{"domain", "region", "entry"})};
}

Action read_lane_span(JsonMembers& members) {
    const double from = members.number("from", 2005.0, Need::Required);
    return act::ZoomLanes{from, members.number("to", 2029.4, Need::Required)};
}

Action read_service(JsonMembers& members) {
    const Words words = {"copyLink", "copySentence", "copyCitation", "showQr",   "export",
                         "print",    "fullscreen",   "openLink",     "savePage", "openFile"};
    const auto service = read_word<act::Service>(members, "service", words);
    return act::Ask{service, members.text("argument", Need::Optional)};
}

struct ActionName {
    std::string_view type;
    Read read;
};

constexpr ActionName k_actions[] = {
    {"select", [](JsonMembers& m) -> Action { return act::Select{m.id("id")}; }},
    {"stepSelection", [](JsonMembers& m) -> Action { return act::StepSelection{m.whole("step", 1)}; }},
    {"setDate", [](JsonMembers& m) -> Action { return act::SetDate{m.date("date", {})}; }},
    {"setCompare", [](JsonMembers& m) -> Action { return act::SetCompare{m.date_or_null("date")}; }},
    {"stepMonths", [](JsonMembers& m) -> Action { return act::StepMonths{m.whole("months", 1)}; }},
    {"stepPhase", [](JsonMembers& m) -> Action { return act::StepPhase{m.whole("step", 1)}; }},
    {"setView", [](JsonMembers& m) -> Action { return act::SetView{read_word<View>(m, "view", view_names())}; }},
    {"setLang", [](JsonMembers& m) -> Action { return act::SetLang{read_word<Lang>(m, "lang", lang_names())}; }},
    {"setTheme",
     [](JsonMembers& m) -> Action { return act::SetTheme{read_word<ColourTheme>(m, "theme", theme_names())}; }},
    {"setText", [](JsonMembers& m) -> Action { return act::SetText{m.text("text")}; }},
    {"toggleFacet",
     [](JsonMembers& m) -> Action {
         const Facet facet = read_facet(m);
         return act::ToggleFacet{facet, m.id("value")};
     }},
    {"setFacet",
     [](JsonMembers& m) -> Action {
         const Facet facet = read_facet(m);
         return act::SetFacet{facet, m.ids("values")};
     }},
    {"setArea", [](JsonMembers& m) -> Action { return act::SetArea{m.area("area")}; }},
    {"clearFilters", [](JsonMembers&) -> Action { return act::ClearFilters{}; }},
    {"moveCamera", read_camera},
    {"zoomAbout", read_zoom},
    {"fitResult", [](JsonMembers&) -> Action { return act::FitResult{}; }},
    {"home", [](JsonMembers&) -> Action { return act::Home{}; }},
    {"hover", [](JsonMembers& m) -> Action { return act::Hover{m.id("node")}; }},
    {"focus", [](JsonMembers& m) -> Action { return act::Focus{m.id("node")}; }},
    {"press", [](JsonMembers& m) -> Action { return act::Press{m.id("node")}; }},
    {"dismiss", [](JsonMembers&) -> Action { return act::Dismiss{}; }},
    {"openSheet", read_sheet},
    {"toggleFacetSection",
     [](JsonMembers& m) -> Action {
         std::string facet = m.id("facet");
         return act::ToggleFacetSection{std::move(facet), m.yes("openByDefault")};
     }},
    {"searchInFacet",
     [](JsonMembers& m) -> Action {
         std::string facet = m.id("facet");
         return act::SearchInFacet{std::move(facet), m.text("text")};
     }},
    {"scroll",
     [](JsonMembers& m) -> Action {
         std::string zone = m.id("zone");
         return act::Scroll{std::move(zone), static_cast<float>(std::clamp(m.number("top", 0.0), 0.0, 1.0e7))};
     }},
    {"play",
     [](JsonMembers& m) -> Action {
         return act::Play{m.yes("playing", true) ? Playback::Running : Playback::Stopped};
     }},
    {"setPlaybackSpeed", [](JsonMembers& m) -> Action { return act::SetPlaybackSpeed{m.number("speed", 1.0)}; }},
    {"sort", read_sort},
    {"groupLanes", read_grouping},
    {"zoomLanes", read_lane_span},
    {"toggleLaneGroup", [](JsonMembers& m) -> Action { return act::ToggleLaneGroup{m.id("group")}; }},
    {"toggleChoropleth", [](JsonMembers&) -> Action { return act::ToggleChoropleth{}; }},
    {"sizeSheet", read_sheet_size},
    {"stepSheet", read_sheet_step},
    {"readStory", [](JsonMembers& m) -> Action { return act::ReadStory{m.id("id")}; }},
    {"showTheme", [](JsonMembers& m) -> Action { return act::ShowTheme{m.id("theme")}; }},
    {"notice", [](JsonMembers& m) -> Action { return act::Notice{m.text("message")}; }},
    {"undo", [](JsonMembers&) -> Action { return act::Undo{}; }},
    {"redo", [](JsonMembers&) -> Action { return act::Redo{}; }},
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
    JsonMembers members(document.root(), "");
    const std::string type = members.text("type");
    if (members.refusal()) return *members.refusal();
    const auto found =
        std::find_if(std::begin(k_actions), std::end(k_actions), [&](const ActionName& a) { return a.type == type; });
    if (found == std::end(k_actions)) return refuse_words("type", all_types());
    Action action = found->read(members);
    if (const auto refusal = members.finish()) return *refusal;
    return action;
}

}
