# Bakes the fonts into C++ in the build folder. Needs the npm packages of package.json and python's fontTools.
set(ATLAS_NODE_MODULES ${PROJECT_SOURCE_DIR}/node_modules CACHE PATH "Where the font packages are")
foreach(candidate /usr/bin/python3 python3 python)
    execute_process(COMMAND ${candidate} -c "import fontTools" RESULT_VARIABLE status OUTPUT_QUIET ERROR_QUIET)
    if(status EQUAL 0)
        set(atlas_python ${candidate})
        break()
    endif()
endforeach()
set(font_packages ${ATLAS_NODE_MODULES}/@expo-google-fonts/inter ${ATLAS_NODE_MODULES}/@phosphor-icons/web)
foreach(package IN LISTS font_packages)
    if(NOT atlas_python OR NOT EXISTS ${package}/package.json)
        message(FATAL_ERROR "The fonts need python with fontTools and ${package}: run tools/setup serve")
    endif()
endforeach()

set(generated ${CMAKE_BINARY_DIR}/generated)
add_custom_command(
    OUTPUT ${generated}/font_data.cpp ${generated}/font_table.cpp
    COMMAND ${atlas_python} ${PROJECT_SOURCE_DIR}/tools/bake_fonts.py
        --packages ${ATLAS_NODE_MODULES} --icons ${PROJECT_SOURCE_DIR}/src/core/ui/icons.hpp --out ${generated}
    DEPENDS tools/bake_fonts.py src/core/ui/icons.hpp ${PROJECT_SOURCE_DIR}/package-lock.json
    COMMENT "Baking the fonts"
    VERBATIM)
add_custom_target(baked_fonts DEPENDS ${generated}/font_data.cpp ${generated}/font_table.cpp)
target_sources(atlas_ui PRIVATE ${generated}/font_table.cpp)
target_sources(atlas_view PRIVATE ${generated}/font_data.cpp)
add_dependencies(atlas_ui baked_fonts)
add_dependencies(atlas_view baked_fonts)
