// A reader in a hurry: actions, states, links, pointers and wheels in any order, in windows of any size and sharpness,
// on the bundled data or on three organisations. After each step the result is that of the state asked anew, the state
// survives its own link, and what is drawn has finite places; what can be read is sound JSON.
#include "app/atlas.hpp"
#include "byte_source.hpp"
#include "core/base/json.hpp"
#include "core/read/text_document.hpp"
#include "core/state/permalink.hpp"
#include "core/state/state_json.hpp"
#include "core/ui/pointer.hpp"

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>

using namespace atlas;

namespace {

constexpr float k_side_max_px = 10000.0f;
constexpr std::size_t k_steps_max = 32, k_records_max = 400000;

std::string file(const char* path) {
    std::ifstream in(std::string(ATLAS_SOURCE_DIR) + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::unique_ptr<app::Atlas> loaded(const char* snapshot, const char* map) {
    auto atlas = std::make_unique<app::Atlas>();
    if (!atlas->load(file(snapshot), map == nullptr ? std::string() : file(map)).snapshot) std::abort();
    return atlas;
}

// Loaded once: what stays of an input beyond StartOver and the environment would be a fault of its own.
app::Atlas& chosen(bool is_small) {
    static const auto bundled = loaded("/data/snapshot.json", "/data/map/france.map");
    static const auto example = loaded("/data/examples/three_organisations.json", nullptr);
    return is_small ? *example : *bundled;
}

void demand(bool is_so) {
    if (!is_so) std::abort();
}

bool is_finite(const Rect& rect) {
    return std::isfinite(rect.x) && std::isfinite(rect.y) && std::isfinite(rect.w) && std::isfinite(rect.h);
}

void check_state(const app::Atlas& atlas) {
    const State& state = atlas.state();
    const PermalinkReading reading = decode_permalink(encode_permalink(state, atlas.initial()), atlas.initial());
    if (encode_permalink(state, atlas.initial()).size() <= k_permalink_max) {
        demand(reading.state == state);
        demand(reading.ignored.empty());
    }
    const auto merged = merge_state(state_to_json(state), atlas.initial());
    demand(std::holds_alternative<State>(merged) && std::get<State>(merged) == state);
    const Result fresh = evaluate(atlas.snapshot(), atlas.layout_input().index, state);
    demand(fresh.shown == atlas.result().shown && fresh.total == atlas.result().total);
}

void check_scene(const app::Atlas& atlas) {
    const Scene& scene = atlas.scene();
    demand(scene.records.size() < k_records_max);
    demand(scene.next_frame_ms >= -1.0 && std::isfinite(scene.next_frame_ms));
    for (const Node& node : scene.nodes) demand(is_finite(node.rect) && is_valid_utf8(node.name));
}

void check_reading(const app::Atlas& atlas) {
    JsonLimits limits;
    limits.depth = 64;
    limits.string_bytes = limits.bytes;
    demand(JsonDocument(outline_controls(atlas.scene(), atlas.layout_input()), limits).ok());
    demand(JsonDocument(text_document(atlas.layout_input()), limits).ok());
}

class Reader {
public:
    Reader(app::Atlas& atlas, fuzz::ByteSource& bytes) : m_atlas(atlas), m_bytes(bytes) {
        m_atlas.set_environment({});
        m_atlas.dispatch(act::StartOver{});
        resize();
    }

    void step() {
        switch (m_bytes.below(9)) {
        case 0:
            return resize();
        case 1:
            return dispatch(action_from_json(m_bytes.line()));
        case 2:
            return set(merge_state(m_bytes.line(), m_atlas.state()));
        case 3:
            return m_atlas.set_state(decode_permalink(m_bytes.line(), m_atlas.initial()).state);
        case 4:
            return activate();
        case 5:
        case 6:
            return point();
        case 7:
            return wheel();
        default:
            return frame();
        }
    }

    void frame() {
        m_now_ms += m_bytes.below(3) == 0 ? 5000.0 : 16.0;
        if (m_pointer.is_moving()) take(m_pointer.tick(m_now_ms, m_atlas.scene(), m_atlas.state()));
        m_atlas.frame(m_now_ms, m_pointer.rubber_band());
        check_scene(m_atlas);
    }

private:
    void resize() {
        Environment environment;
        environment.width_px = std::pow(k_side_max_px, m_bytes.between(0.0f, 1.0f));
        environment.height_px = std::pow(k_side_max_px, m_bytes.between(0.0f, 1.0f));
        environment.pixel_ratio = m_bytes.between(0.25f, 8.0f);
        environment.reduced_motion = m_bytes.flag();
        environment.coarse_pointer = m_bytes.flag();
        environment.mode = m_bytes.flag() ? Mode::Kiosk : Mode::Explore;
        environment.is_attracting = m_bytes.flag();
        environment.parts.filters = m_bytes.flag();
        environment.parts.strip = m_bytes.flag();
        m_atlas.set_environment(environment);
        frame();
    }
    void dispatch(const std::variant<Action, Refusal>& read) {
        if (const Action* action = std::get_if<Action>(&read)) m_atlas.dispatch(*action);
    }
    void set(const std::variant<State, Refusal>& read) {
        if (const State* state = std::get_if<State>(&read)) m_atlas.set_state(*state);
    }
    void activate() {
        const std::vector<Node>& nodes = m_atlas.scene().nodes;
        if (nodes.empty()) return;
        const std::string id = nodes[m_bytes.word() % nodes.size()].id;
        m_atlas.activate(id);
    }
    Point place() {
        const Environment& environment = m_atlas.environment();
        return {m_bytes.between(-20.0f, environment.width_px + 20.0f),
                m_bytes.between(-20.0f, environment.height_px + 20.0f)};
    }
    void point() {
        PointerInput input;
        input.phase = static_cast<PointerPhase>(m_bytes.below(5));
        input.kind = static_cast<PointerKind>(m_bytes.below(3));
        input.id = static_cast<int>(m_bytes.below(3));
        input.at = place();
        input.shift = m_bytes.flag();
        input.now_ms = m_now_ms += m_bytes.below(2) * 8;
        take(m_pointer.handle(input, m_atlas.scene(), m_atlas.state()));
    }
    void wheel() {
        WheelInput input;
        input.at = place();
        input.dx_px = m_bytes.between(-4000.0f, 4000.0f);
        input.dy_px = m_bytes.between(-4000.0f, 4000.0f);
        input.control = m_bytes.flag();
        input.is_captured = m_bytes.flag();
        input.now_ms = m_now_ms;
        take(m_pointer.wheel(input, m_atlas.scene(), m_atlas.state()));
    }
    // As platform/web does.
    void take(const PointerOutput& output) {
        if (output.gesture_begins) m_atlas.begin_gesture();
        for (const Action& action : output.actions) m_atlas.dispatch(action);
        if (output.gesture_ends && !m_pointer.is_moving()) m_atlas.end_gesture();
    }

    app::Atlas& m_atlas;
    fuzz::ByteSource& m_bytes;
    Pointer m_pointer;
    double m_now_ms = 1.0e6;
};

}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::ByteSource bytes(data, size);
    app::Atlas& atlas = chosen(bytes.below(4) != 0);
    atlas.end_gesture(); // of the input before
    Reader reader(atlas, bytes);
    for (std::size_t i = 0; i < k_steps_max && !bytes.is_empty(); ++i) {
        reader.step();
        check_state(atlas);
    }
    reader.frame();
    check_reading(atlas);
    static_cast<void>(atlas.take_events());
    return 0;
}
