#include "imgui.h"

static_assert(sizeof(ImDrawIdx) == 4, "view/imgui_config.h is not in effect");
static_assert(IMGUI_VERSION_NUM >= 19200, "dynamic fonts and the texture protocol came with 1.92");
