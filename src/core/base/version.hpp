// The program's version, as CMake's project() states it.
#pragma once
#include <string_view>

namespace atlas {

std::string_view version();

}
