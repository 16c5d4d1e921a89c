# Toolchain file: finds the emcc on PATH (emsdk or Debian) and uses the CMake platform that it ships.
find_program(ATLAS_EMCC emcc REQUIRED)
file(REAL_PATH ${ATLAS_EMCC} emcc_path)
cmake_path(GET emcc_path PARENT_PATH emscripten_root)
include(${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake)
