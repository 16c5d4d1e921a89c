# Header-only dependencies. They come through a folder of links, because -I/usr/include would shadow emscripten's sysroot.
# Elsewhere than in /usr/include: -DATLAS_NLOHMANN_INCLUDE=DIR (holds nlohmann/json.hpp), -DATLAS_DOCTEST_INCLUDE=DIR.

function(atlas_header_library target folder header hint)
    find_path(${hint} ${folder}/${header} PATHS /usr/include /usr/local/include /opt/homebrew/include NO_CMAKE_FIND_ROOT_PATH)
    if(NOT ${hint})
        message(FATAL_ERROR "${folder}/${header} not found: install it (Debian: see tools/setup) or pass -D${hint}=DIR")
    endif()
    set(links ${CMAKE_BINARY_DIR}/include-links/${folder})
    file(MAKE_DIRECTORY ${links})
    file(CREATE_LINK ${${hint}}/${folder} ${links}/${folder} SYMBOLIC)
    add_library(${target} INTERFACE)
    target_include_directories(${target} SYSTEM INTERFACE ${links})
endfunction()

atlas_header_library(nlohmann_headers nlohmann json.hpp ATLAS_NLOHMANN_INCLUDE)
if(ATLAS_TESTS)
    atlas_header_library(doctest_headers doctest doctest.h ATLAS_DOCTEST_INCLUDE)
endif()
