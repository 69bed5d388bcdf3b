# Finds the Emscripten SDK through em++ on PATH and takes that SDK's own toolchain file.
find_program(ATLAS_EM_CONFIG em-config)
if(NOT ATLAS_EM_CONFIG)
  message(FATAL_ERROR "em-config is not on PATH. Run tools/setup, or put an Emscripten SDK (3.1.6 or newer) on PATH.")
endif()
execute_process(
  COMMAND "${ATLAS_EM_CONFIG}" EMSCRIPTEN_ROOT
  OUTPUT_VARIABLE _atlas_emscripten_root
  OUTPUT_STRIP_TRAILING_WHITESPACE)
include("${_atlas_emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")
unset(_atlas_emscripten_root)
