# Toolchain file: the release's own clang, whatever its version; -DCMAKE_CXX_COMPILER=clang++-N takes another one.
if(NOT CMAKE_CXX_COMPILER)
    find_program(CMAKE_CXX_COMPILER NAMES clang++ REQUIRED)
endif()
