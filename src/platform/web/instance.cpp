#include "platform/web/instance.hpp"

#include "core/base/json.hpp"
#include "core/base/json_writer.hpp"
#include "core/base/locale.hpp"
#include "core/explore/facet_traits.hpp"
#include "core/export/export.hpp"
#include "core/read/document_html.hpp"
#include "core/read/read.hpp"
#include "core/scene/natural_height.hpp"
#include "core/state/names.hpp"
#include "core/state/permalink.hpp"
#include "core/state/state_json.hpp"
#include "core/ui/colours.hpp"
#include "platform/web/environment_json.hpp"
#include "view/font_data.hpp"

#include <algorithm>
#include <emscripten.h>
#include <malloc.h>

namespace atlas::web {

namespace {

constexpr JsonLimits k_message_limits{std::size_t{64} << 10, 8, std::size_t{8} << 10, 4096};

void write_versions(JsonWriter& json, const atlas::Text& text) {
    for (const auto& [lang, words] : text.versions()) json.key(lang.tag()).string(words);
}

std::string refusal_json(const Refusal& refusal) {
    JsonWriter json;
    json.begin_object();
    write_versions(json, refusal.message);
    json.end_object();
    return json.take();
}

void write_diagnostics(JsonWriter& json, std::string_view key, const std::vector<Diagnostic>& list) {
    json.key(key).begin_array();
    for (const Diagnostic& diagnostic : list) {
        json.begin_object().key("pointer").string(diagnostic.pointer);
        json.key("line").integer(diagnostic.line).key("column").integer(diagnostic.column);
        write_versions(json, diagnostic.message);
        json.end_object();
    }
    json.end_array();
}

// {"regions": ["53"]}
std::string lock_json(const Filter& lock) {
    JsonWriter json;
    json.begin_object();
    for (std::size_t i = 0; i < k_facet_count; ++i) {
        const auto facet = static_cast<Facet>(i);
        if (lock.of(facet).empty()) continue;
        json.key(facet_key(facet)).begin_array();
        for (const std::string& value : lock.of(facet)) json.string(value);
        json.end_array();
    }
    return json.end_object().take();
}

// What a host may colour, and what became of its wishes.
std::string colours_json(const app::Atlas& atlas) {
    const Environment& environment = atlas.environment();
    const Colours colours = colours_of(palette_of(atlas.state().theme, environment), environment.colours);
    JsonWriter json;
    json.begin_object().key("names").begin_array();
    for (std::size_t i = 1; i < colours.rgb.size(); ++i) json.string(ink_name(static_cast<Ink>(i)));
    json.end_array().key("repaired").begin_array();
    for (const Ink ink : colours.repaired) json.string(ink_name(ink));
    return json.end_array().key("refused").boolean(colours.is_refused).end_object().take();
}

std::string list_json(const std::deque<State>& states) {
    std::string list;
    for (const State& state : states) list += (list.empty() ? "" : ",") + state_to_json(state);
    return "[" + list + "]";
}

// What can be undone and redone, for a module that takes the place of this one.
std::string history_json(const app::Atlas& atlas) {
    return "{\"past\":" + list_json(atlas.past()) + ",\"future\":" + list_json(atlas.future()) + "}";
}

// The node of {"type":"activate","node":"…"}; empty for every other action.
std::string activated_node(std::string_view json) {
    const JsonDocument document(json, k_message_limits);
    if (!document.ok() || document.root().find("type").text() != "activate") return {};
    return std::string(document.root().find("node").text());
}

constexpr std::string_view k_export = "export:", k_document = "document:";

}

namespace later { // as what core/scene/later.def lists: reached through k_texts alone

// "document:2": with a title of this level.
std::string document(std::string_view what, const LayoutInput& input) {
    const char level = what.back();
    return document_html(read(input), {.title_level = level >= '1' && level <= '6' ? level - '0' : 1});
}

// "export:csv https://…#v1;…": the page's own address makes the permalink in the file work.
std::string file(std::string_view what, const LayoutInput& input) {
    what.remove_prefix(k_export.size());
    const std::size_t space = what.find(' ');
    const std::string_view address = space == std::string_view::npos ? std::string_view{} : what.substr(space + 1);
    const IconFonts fonts{view::font_file(view::FontFile::IconsRegular), view::font_file(view::FontFile::IconsFill),
                          view::font_file(view::FontFile::IconsBold)};
    return export_text(what.substr(0, space), input, address, fonts);
}

}

namespace {

using Text = std::string (*)(std::string_view, const LayoutInput&);
constexpr Text k_texts[] = {later::document, later::file};

}

std::string Instance::load(std::string_view snapshot, std::string_view map) {
    const app::Atlas::Loading loaded = m_atlas.load(snapshot, map);
    JsonWriter json;
    json.begin_object().key("ok").boolean(loaded.snapshot != nullptr);
    json.key("file").string(loaded.is_map_refused ? "map" : "snapshot");
    write_diagnostics(json, "errors", loaded.errors);
    write_diagnostics(json, "warnings", loaded.warnings);
    json.end_object();
    return json.take();
}

std::string Instance::import(const TableCall& call) {
    return m_atlas.environment().is_whole ? read_table(call) : std::string();
}

bool Instance::learn(std::string_view json) {
    if (std::optional<Locale> locale = Locale::read(json)) {
        learn_language(std::move(*locale));
        m_atlas.reword(emscripten_get_now());
        return true;
    }
    const JsonDocument document(json, k_message_limits);
    const JsonValue offered = document.root().find("offer");
    for (JsonValue item = offered.first(); item.exists(); item = item.next())
        if (const std::optional<Lang> lang = Lang::parse(item.find("language").text()))
            offer_language(*lang, clean_text(item.find("name").text()));
    return offered.is(JsonKind::Array);
}

std::string Instance::dispatch(std::string_view json) {
    if (!m_atlas.is_loaded()) return {};
    m_atlas.wake(emscripten_get_now());
    const std::string node = activated_node(json);
    if (!node.empty()) {
        m_atlas.activate(node);
        return {};
    }
    const auto action = action_from_json(json);
    if (const auto* refusal = std::get_if<Refusal>(&action)) return refusal_json(*refusal);
    m_atlas.dispatch(std::get<Action>(action));
    return {};
}

std::string Instance::set(std::string_view json) {
    if (!m_atlas.is_loaded()) return {};
    m_atlas.wake(emscripten_get_now());
    const auto merged = merge_state(json, m_atlas.state());
    if (const auto* refusal = std::get_if<Refusal>(&merged)) return refusal_json(*refusal);
    m_atlas.set_state(std::get<State>(merged));
    return {};
}

std::string Instance::open(std::string_view permalink) {
    PermalinkReading reading = decode_permalink(permalink, m_atlas.initial());
    if (m_atlas.is_loaded()) {
        m_atlas.set_state(reading.state);
        report_unheld(reading, m_atlas.state());
    }
    JsonWriter json;
    json.begin_object().key("ignored").begin_array();
    for (const std::string& word : reading.ignored) json.string(word);
    json.end_array().end_object();
    return json.take();
}

std::string Instance::stats() const {
    const view::PaintStats paint = m_surface.stats();
    JsonWriter json;
    json.begin_object().key("frames").integer(m_frames).key("drawCalls").integer(paint.draw_calls);
    json.key("vertices")
        .integer(paint.vertices)
        .key("heapBytes")
        .integer(static_cast<std::int64_t>(mallinfo().uordblks));
    json.key("lastFrameMs").number(m_last_frame_ms).end_object();
    return json.take();
}

std::string Instance::events() {
    JsonWriter json;
    json.begin_array();
    for (const PageEvent& event : m_atlas.take_events()) {
        json.begin_object().key("type").string(word_of(event.kind));
        if (event.kind == PageEventKind::Ask)
            json.key("service").string(word_of(event.ask.service)).key("argument").string(event.ask.argument);
        else
            json.key("detail").string(event.detail);
        json.end_object();
    }
    json.end_array();
    return json.take();
}

std::string Instance::query(std::string_view what) {
    if (what == "events") return events();
    if (what == "stats") return stats();
    if (what == "colours") return colours_json(m_atlas);
    if (!m_atlas.is_loaded()) return {};
    if (what == "state") return state_to_json(m_atlas.state());
    if (what == "initial") return state_to_json(m_atlas.initial());
    if (what == "result") return result_to_json(m_atlas.snapshot(), m_atlas.result());
    if (what == "permalink") return encode_permalink(m_atlas.state(), m_atlas.initial(), m_atlas.environment().locked);
    if (what == "history") return history_json(m_atlas);
    if (what == "locked") return lock_json(m_atlas.environment().locked);
    if (what == "height")
        return std::to_string(static_cast<int>(natural_height(m_atlas.layout_input(), m_atlas.scene())));
    if (what == "outline") {
        const LayoutInput input = m_atlas.layout_input();
        return outline_controls(m_atlas.scene(), input, m_announcer.status(input));
    }
    const bool is_file = what.starts_with(k_export);
    if (!m_atlas.environment().is_whole || !(is_file || what.starts_with(k_document))) return {};
    return k_texts[is_file ? 1 : 0](what, m_atlas.layout_input());
}

void Instance::set_environment(std::string_view json) {
    m_atlas.set_environment(read_environment(json, m_atlas.environment()));
    m_pointer.allow_inertia(!m_atlas.environment().reduced_motion);
}

void Instance::take(PointerOutput output) {
    m_atlas.wake(emscripten_get_now());
    if (output.gesture_begins) m_atlas.begin_gesture();
    for (const Action& action : output.actions) m_atlas.dispatch(action);
    if (output.gesture_ends && !m_pointer.is_moving()) m_atlas.end_gesture();
}

std::uint32_t Instance::pointer(const PointerInput& input) {
    if (!m_atlas.is_loaded() || (m_overlay && m_overlay->takes(input))) return 0;
    PointerOutput output = m_pointer.handle(input, m_atlas.scene(), m_atlas.state());
    const std::uint32_t used = output.is_used ? 1u : 0u;
    take(std::move(output));
    return used | static_cast<std::uint32_t>(m_pointer.cursor()) << 8;
}

bool Instance::wheel(const WheelInput& input) {
    if (!m_atlas.is_loaded() || (m_overlay && m_overlay->takes(input))) return false;
    PointerOutput output = m_pointer.wheel(input, m_atlas.scene(), m_atlas.state());
    const bool is_used = output.is_used;
    take(std::move(output));
    return is_used;
}

double Instance::frame(double now_ms) {
    const double start_ms = emscripten_get_now();
    if (m_pointer.is_moving()) {
        take(m_pointer.tick(now_ms, m_atlas.scene(), m_atlas.state()));
        if (!m_pointer.is_moving()) m_atlas.end_gesture();
    }
    const Scene& scene = m_atlas.frame(now_ms, m_pointer.rubber_band());
    m_surface.draw(scene, m_atlas.environment(), m_atlas.state().theme);
    const bool is_changed = m_overlay && m_overlay->draw(m_atlas, m_surface, m_last_frame_ms);
    ++m_frames;
    m_last_frame_ms = emscripten_get_now() - start_ms;
    return m_pointer.is_moving() || is_changed ? 0.0 : scene.next_frame_ms;
}

}
