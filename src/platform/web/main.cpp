#include "core/base/version.hpp"

#include <emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE const char* atlas_version() {
    return atlas::version().data();
}
