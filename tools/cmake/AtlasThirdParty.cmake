# Third-party code as targets of their own, all SYSTEM: our warnings are for our code.
# tools/setup puts everything into .deps/; nothing is downloaded here.
set(ATLAS_DEPS "${PROJECT_SOURCE_DIR}/.deps")
foreach(file IN ITEMS imgui/imgui.h zlib/zlib.h include/cereal/cereal.hpp
    include/doctest/doctest.h include/fmt/format.h include/nlohmann/json.hpp)
  if(NOT EXISTS "${ATLAS_DEPS}/${file}")
    message(FATAL_ERROR "${file} is missing in .deps/. Run tools/setup once, then configure again.")
  endif()
endforeach()

# Dear ImGui's core, without its demo and without a backend: the web platform compiles the OpenGL one.
add_library(atlas_imgui STATIC
  "${ATLAS_DEPS}/imgui/imgui.cpp"
  "${ATLAS_DEPS}/imgui/imgui_draw.cpp"
  "${ATLAS_DEPS}/imgui/imgui_tables.cpp"
  "${ATLAS_DEPS}/imgui/imgui_widgets.cpp")
target_include_directories(atlas_imgui SYSTEM PUBLIC "${ATLAS_DEPS}/imgui")
target_compile_definitions(atlas_imgui PUBLIC
  "ImDrawIdx=unsigned int"
  IMGUI_DISABLE_DEMO_WINDOWS
  IMGUI_DISABLE_DEBUG_TOOLS
  IMGUI_DISABLE_OBSOLETE_FUNCTIONS
  IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
  IMGUI_DISABLE_FILE_FUNCTIONS)
target_compile_options(atlas_imgui PRIVATE -w)
add_library(atlas::imgui ALIAS atlas_imgui)

# The compressor, from one source on both targets so that both write the same bytes.
set(zlib "${ATLAS_DEPS}/zlib")
add_library(atlas_zlib STATIC
  "${zlib}/adler32.c" "${zlib}/compress.c" "${zlib}/crc32.c" "${zlib}/deflate.c" "${zlib}/inffast.c"
  "${zlib}/inflate.c" "${zlib}/inftrees.c" "${zlib}/trees.c" "${zlib}/uncompr.c" "${zlib}/zutil.c")
target_include_directories(atlas_zlib SYSTEM PUBLIC "${zlib}")
target_compile_options(atlas_zlib PRIVATE -w)
add_library(atlas::zlib ALIAS atlas_zlib)

# Header-only packages, each through a link of its own in .deps/include.
foreach(package IN ITEMS cereal nlohmann fmt doctest)
  add_library(atlas_${package} INTERFACE)
  target_include_directories(atlas_${package} SYSTEM INTERFACE "${ATLAS_DEPS}/include")
  add_library(atlas::${package} ALIAS atlas_${package})
endforeach()
target_compile_definitions(atlas_fmt INTERFACE FMT_HEADER_ONLY)

# The command-line program's options; native only.
if(NOT EMSCRIPTEN)
  find_path(ATLAS_CLI11_INCLUDE CLI/CLI.hpp)
  if(NOT ATLAS_CLI11_INCLUDE)
    message(FATAL_ERROR "CLI/CLI.hpp is not found. Run tools/setup once, then configure again.")
  endif()
  add_library(atlas_cli11 INTERFACE)
  target_include_directories(atlas_cli11 SYSTEM INTERFACE "${ATLAS_CLI11_INCLUDE}")
  add_library(atlas::cli11 ALIAS atlas_cli11)
endif()
