// Everything JavaScript can reach, in one file (the list for the linker is exports.txt). Text is UTF-8,
// zero-terminated; a returned pointer is valid until the next call. One module instance holds one atlas.

#include "platform/web/instance.hpp"
#include "platform/web/page_fonts.hpp"
#include "view/font_data.hpp"

#include <emscripten.h>

namespace {

std::unique_ptr<atlas::web::Instance> instance;
std::string reply;

const char* answer(std::string text) {
    reply = std::move(text);
    return reply.c_str();
}

enum Modifier : std::uint32_t { Shift = 1, Control = 2, Meta = 4 };

}

extern "C" {

EMSCRIPTEN_KEEPALIVE int atlas_create() {
    atlas::web::use_fonts_of_page();
    instance = std::make_unique<atlas::web::Instance>();
    return instance->can_draw() ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void atlas_destroy() {
    instance.reset();
    reply = {};
}

// A map of no bytes: a plain one.
EMSCRIPTEN_KEEPALIVE const char* atlas_load(const char* snapshot, std::uint32_t length, const char* map,
                                            std::uint32_t map_length) {
    return answer(instance ? instance->load({snapshot, length}, {map, map_length}) : std::string());
}

// A table and the map that it may lie on; no bytes of a table: goes on with the one begun (table_call.hpp).
EMSCRIPTEN_KEEPALIVE const char* atlas_import(const char* table, std::uint32_t length, const char* map,
                                              std::uint32_t map_length, const char* request) {
    return answer(instance ? instance->import({{table, length}, {map, map_length}, request}) : std::string());
}

// A compact locale, or the languages that can be asked for: {"offer":[{"language":"fr","name":"Français"}, …]}. 1:
// taken.
EMSCRIPTEN_KEEPALIVE int atlas_learn(const char* json, std::uint32_t length) {
    return instance && instance->learn({json, length}) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE const char* atlas_dispatch(const char* json) {
    return answer(instance ? instance->dispatch(json) : std::string());
}

EMSCRIPTEN_KEEPALIVE const char* atlas_set(const char* json) {
    return answer(instance ? instance->set(json) : std::string());
}

EMSCRIPTEN_KEEPALIVE const char* atlas_query(const char* what) {
    return answer(instance ? instance->query(what) : std::string());
}

EMSCRIPTEN_KEEPALIVE const char* atlas_open(const char* permalink) {
    return answer(instance ? instance->open(permalink) : std::string());
}

EMSCRIPTEN_KEEPALIVE void atlas_environment(const char* json) {
    if (instance) instance->set_environment(json);
}

// phase, kind: the orders of PointerPhase and PointerKind. Bit 0 of the answer: used; bits 8 up: cursor.
EMSCRIPTEN_KEEPALIVE std::uint32_t atlas_pointer(int phase, int kind, int id, float x, float y, std::uint32_t modifiers,
                                                 double time_ms) {
    if (!instance || phase < 0 || phase > 4 || kind < 0 || kind > 2) return 0;
    return instance->pointer({static_cast<atlas::PointerPhase>(phase),
                              static_cast<atlas::PointerKind>(kind),
                              id,
                              {x, y},
                              (modifiers & Shift) != 0,
                              (modifiers & (Control | Meta)) != 0,
                              time_ms});
}

EMSCRIPTEN_KEEPALIVE int atlas_wheel(float x, float y, float dx, float dy, std::uint32_t modifiers, int captured,
                                     double time_ms) {
    if (!instance) return 0;
    return instance->wheel(
               {{x, y}, dx, dy, (modifiers & (Control | Meta)) != 0, (modifiers & Shift) != 0, captured != 0, time_ms})
               ? 1
               : 0;
}

// Address and size of InterRegular (0) or InterSemiBold (1): text fields of the page look like the canvas.
EMSCRIPTEN_KEEPALIVE const std::uint32_t* atlas_font(int semi_bold) {
    static std::uint32_t place[2];
    using atlas::view::FontFile;
    const auto bytes = atlas::view::font_file(semi_bold == 0 ? FontFile::InterRegular : FontFile::InterSemiBold);
    place[0] = static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(bytes.data()));
    place[1] = static_cast<std::uint32_t>(bytes.size());
    return place;
}

EMSCRIPTEN_KEEPALIVE double atlas_frame(double time_ms) {
    return instance ? instance->frame(time_ms) : -1.0;
}

EMSCRIPTEN_KEEPALIVE void atlas_context_lost() {
    if (instance) instance->lose_context();
}

EMSCRIPTEN_KEEPALIVE void atlas_context_restored() {
    if (instance) instance->restore_context();
}
}
