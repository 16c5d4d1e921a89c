#include "imgui.h"

#include <doctest/doctest.h>

TEST_CASE("the ImGui that was compiled is the one the headers describe") {
    CHECK(IMGUI_CHECKVERSION());
}
