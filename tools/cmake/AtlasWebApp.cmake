# What every link with Emscripten has in common, and the two kinds of program we link.

# Newer SDKs renamed the option and made the default stack a hundredth of the old one.
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.25)
  set(ATLAS_STACK_OPTION -sTOTAL_STACK=1MB)
else()
  set(ATLAS_STACK_OPTION -sSTACK_SIZE=1MB)
endif()

function(_atlas_wasm_common target)
  target_link_options(${target} PRIVATE
    ${ATLAS_STACK_OPTION}
    -sALLOW_MEMORY_GROWTH=1
    -sINITIAL_MEMORY=32MB
    $<$<CONFIG:Debug>:-sASSERTIONS=1>)
endfunction()

# atlas_node_program(<target>): a program that runs in node with the machine's files, such as the tests.
function(atlas_node_program target)
  _atlas_wasm_common(${target})
  target_link_options(${target} PRIVATE -sENVIRONMENT=node -sNODERAWFS=1 -sEXIT_RUNTIME=1)
endfunction()

# atlas_web_app(<target> SOURCES … LINKS … [EXPORTS _a _b] [RUNTIME FS …] [JS_LIBRARIES x.js] [OPTIONS …])
#
# The app: <target> writes atlas.js (an ES module whose default export makes the module) and
# atlas.wasm into its build folder. Nothing in it makes code from text, so a page may forbid that.
#   EXPORTS       C functions that JavaScript calls, with the leading underscore
#   RUNTIME       runtime names that JavaScript uses (UTF8ToString, HEAPU8, FS …)
#   JS_LIBRARIES  files with mergeInto(LibraryManager.library, …)
#   OPTIONS       further link options, for instance -lidbfs.js
function(atlas_web_app target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS;EXPORTS;RUNTIME;JS_LIBRARIES;OPTIONS")
  add_executable(${target} ${arg_SOURCES})
  set_target_properties(${target} PROPERTIES OUTPUT_NAME atlas)
  target_link_libraries(${target} PRIVATE atlas_options ${arg_LINKS})
  _atlas_wasm_common(${target})
  list(JOIN arg_EXPORTS "," exports)
  list(JOIN arg_RUNTIME "," runtime)
  target_link_options(${target} PRIVATE
    -sMODULARIZE=1 -sEXPORT_ES6=1 -sEXPORT_NAME=createAtlas -sENVIRONMENT=web
    -sDYNAMIC_EXECUTION=0
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
    "-sEXPORTED_FUNCTIONS=${exports}"
    "-sEXPORTED_RUNTIME_METHODS=${runtime}"
    ${arg_OPTIONS})
  foreach(library IN LISTS arg_JS_LIBRARIES)
    get_filename_component(library "${library}" ABSOLUTE)
    target_link_options(${target} PRIVATE "SHELL:--js-library \"${library}\"")
    set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS "${library}")
  endforeach()
endfunction()
