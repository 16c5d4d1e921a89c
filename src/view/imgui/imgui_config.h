// Dear ImGui's compile-time options, read by imgui.h through IMGUI_USER_CONFIG: every target sees the same ones.
// 32-bit indices because WebGL2 has no base vertex; no SSE so that native and wasm draw lists agree to the bit.
#pragma once

#define ImDrawIdx unsigned int
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_DEMO_WINDOWS
#ifndef ATLAS_INSPECTOR
#define IMGUI_DISABLE_DEBUG_TOOLS
#endif
#define IMGUI_DISABLE_SSE
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
