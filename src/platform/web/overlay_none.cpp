#include "platform/web/overlay.hpp"

namespace atlas::web {

std::unique_ptr<Overlay> make_overlay(app::Atlas&) {
    return nullptr;
}

}
