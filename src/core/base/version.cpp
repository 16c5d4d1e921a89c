#include "core/base/version.hpp"

namespace atlas {

std::string_view version() {
    return ATLAS_VERSION;
}

}
