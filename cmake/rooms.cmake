# A room is a folder of src/ that is a library, and sees only the rooms it is given: its headers lie on the include path of
# nobody else. An include of a room above, or beside, does not compile.
#   atlas_room(atlas_time core/time SOURCES a.cpp b.cpp BELOW atlas_snapshot atlas_geo)
# The rooms below are seen by whoever sees this one, so each names only the next ones down.

# Headers are found through a folder of links that holds this room alone: -Isrc would show the whole house.
function(atlas_show_room target folder visibility)
    set(links ${PROJECT_BINARY_DIR}/rooms/${folder})
    cmake_path(GET folder PARENT_PATH parent)
    file(MAKE_DIRECTORY ${links}/${parent})
    file(CREATE_LINK ${PROJECT_SOURCE_DIR}/src/${folder} ${links}/${folder} SYMBOLIC)
    target_include_directories(${target} ${visibility} ${links})
endfunction()

function(atlas_room target folder)
    cmake_parse_arguments(PARSE_ARGV 2 room "" "" "SOURCES;BELOW")
    add_library(${target} STATIC ${room_SOURCES})
    atlas_show_room(${target} ${folder} PUBLIC)
    target_link_libraries(${target} PUBLIC ${room_BELOW} atlas_flags PRIVATE atlas_own atlas_small)
    if(NOT folder MATCHES "^core/")
        return()
    endif()
    if(ATLAS_SANITIZE)
        target_compile_options(${target} PRIVATE -O1) # the tests lay out tens of thousands of scenes: minutes less at -O1
    endif()
    if(ATLAS_FUZZ)
        target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
    endif()
endfunction()
