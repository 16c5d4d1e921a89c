# Flags shared by every target. Interface targets:
#   atlas_flags   code generation, for third-party and own code alike; linked PUBLIC
#   atlas_small   size before speed in wasm; linked by every library, but not by the parser
#   atlas_own     warnings and no exceptions, for our own code; linked PRIVATE, because doctest needs exceptions
#   atlas_tests   what a doctest executable needs
# -ffp-contract=off: native and wasm compute the same numbers to the bit, so tests share their expectations.

if(NOT CMAKE_CXX_COMPILER_LAUNCHER)
    find_program(ATLAS_CCACHE ccache)
    mark_as_advanced(ATLAS_CCACHE)
    if(ATLAS_CCACHE)
        set(CMAKE_CXX_COMPILER_LAUNCHER ${ATLAS_CCACHE})
    endif()
endif()

add_library(atlas_flags INTERFACE)
target_compile_options(atlas_flags INTERFACE -ffp-contract=off)

if(ATLAS_SANITIZE)
    # vptr needs RTTI, which our code is built without
    set(sanitizers -fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all)
    target_compile_options(atlas_flags INTERFACE ${sanitizers} -fno-omit-frame-pointer)
    target_link_options(atlas_flags INTERFACE ${sanitizers})
endif()

if(EMSCRIPTEN)
    # INLINING_LIMIT=0: emcc 3.1 marks every function noinline at -Os and -Oz, even the accessors of std::vector. The three
    # instruction sets are in every browser since Safari 15, the first Safari with WebGL 2.
    target_compile_options(atlas_flags INTERFACE -sSTRICT -sINLINING_LIMIT=0 -msign-ext -mbulk-memory
        -mnontrapping-fptoint $<$<NOT:$<CONFIG:Debug>>:-flto>)
    target_link_options(atlas_flags INTERFACE $<$<NOT:$<CONFIG:Debug>>:-flto>)
    # What is inlined must be smaller than the call, which is shorter in wasm than on x86, for which clang's own threshold
    # was made. Measured on one tree: 837 KB with atlas_small alone, 815 KB with this one, too.
    target_link_options(atlas_flags INTERFACE "$<$<NOT:$<CONFIG:Debug>>:-Wl,-mllvm,-inline-threshold=-5>")
    if(EXISTS /usr/share/nodejs)
        # Debian keeps emscripten's JavaScript optimiser modules (acorn) there
        set(CMAKE_CXX_LINKER_LAUNCHER env NODE_PATH=/usr/share/nodejs)
    endif()
endif()

add_library(atlas_small INTERFACE)
if(EMSCRIPTEN)
    target_compile_options(atlas_small INTERFACE "$<$<NOT:$<CONFIG:Debug>>:SHELL:-mllvm -inline-threshold=-15>")
endif()

# A compiler newer than those tried (clang 14 and 19, g++ 12 and 14) warns of more: that must not stop somebody's build.
add_library(atlas_warnings INTERFACE)
target_compile_options(atlas_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow
    $<$<AND:$<BOOL:${ATLAS_STRICT}>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,20>>:-Werror>)
# What a named member leaves out is left out on purpose; clang 14 does not warn of that
target_compile_options(atlas_warnings INTERFACE
    $<$<AND:$<CXX_COMPILER_ID:Clang>,$<VERSION_GREATER_EQUAL:$<CXX_COMPILER_VERSION>,18>>:-Wno-missing-designated-field-initializers>)
# g++ 12 sees overlapping copies in std::string's own operator+ and assignment when it optimises (GCC bug 105651)
target_compile_options(atlas_warnings INTERFACE $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-restrict>)

add_library(atlas_own INTERFACE)
target_compile_options(atlas_own INTERFACE -fno-exceptions -fno-rtti)
target_link_libraries(atlas_own INTERFACE atlas_flags atlas_warnings)

# doctest throws to leave a failed REQUIRE; in wasm it is told not to, and a failed REQUIRE aborts the run.
add_library(atlas_tests INTERFACE)
target_include_directories(atlas_tests INTERFACE ${PROJECT_SOURCE_DIR}/tests)
target_compile_definitions(atlas_tests INTERFACE "ATLAS_SOURCE_DIR=\".\"")
target_link_libraries(atlas_tests INTERFACE atlas_flags atlas_warnings doctest_headers)
if(EMSCRIPTEN)
    target_compile_options(atlas_tests INTERFACE -fno-exceptions -fno-rtti)
    target_compile_definitions(atlas_tests INTERFACE DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS)
    target_link_options(atlas_tests INTERFACE
        -sSINGLE_FILE=1 -sALLOW_MEMORY_GROWTH=1 -sNODERAWFS=1 -sENVIRONMENT=node -sEXIT_RUNTIME=1 -sTOTAL_STACK=1mb)
endif()
