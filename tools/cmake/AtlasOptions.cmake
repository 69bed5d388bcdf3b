# Compiler options of the four presets. `atlas_options` is for our own code; third-party code gets the
# same sanitizers and exception model (they must agree at link time) but none of the warnings.
option(ATLAS_SANITIZE "Build with address and undefined-behaviour sanitizers" OFF)
option(ATLAS_FUZZ "Build the fuzzers of tests/fuzz; needs clang" OFF)
option(ATLAS_WERROR "Treat warnings in our own code as errors" ON)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_COLOR_DIAGNOSTICS ON)

if(EMSCRIPTEN)
  add_compile_options(-fwasm-exceptions)
  add_link_options(-fwasm-exceptions)
  add_compile_options($<$<CONFIG:Release>:-flto>)
  add_link_options($<$<CONFIG:Release>:-flto>)
  # em++ adds -fno-inline-functions to -Os and -Oz: without the word here not even a vector's begin() is
  # inlined, and everything takes three to five times as long for a tenth of the size.
  set(CMAKE_CXX_FLAGS_RELEASE "-Oz -finline-functions -DNDEBUG")
  set(CMAKE_C_FLAGS_RELEASE "-O2 -DNDEBUG")
  set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g2")
  set(CMAKE_C_FLAGS_DEBUG "-O1 -g2")
  # In Debian's package acorn is not on node's own path.
  set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK
    "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs EM_FROZEN_CACHE=1")
  find_program(ATLAS_NODE NAMES node nodejs REQUIRED CMAKE_FIND_ROOT_PATH_BOTH)
  # Emscripten 3.1.6's start-up code takes node's own fetch for a browser's.
  execute_process(COMMAND "${ATLAS_NODE}" --no-experimental-fetch -e "" RESULT_VARIABLE _status OUTPUT_QUIET ERROR_QUIET)
  set(CMAKE_CROSSCOMPILING_EMULATOR "${ATLAS_NODE}")
  if(_status EQUAL 0)
    list(APPEND CMAKE_CROSSCOMPILING_EMULATOR --no-experimental-fetch)
  endif()
  unset(_status)
else()
  set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")
  set(CMAKE_C_FLAGS_DEBUG "-O1 -g1")
  set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
  set(CMAKE_C_FLAGS_RELEASE "-O2 -DNDEBUG")
endif()

if(ATLAS_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-D_GLIBCXX_ASSERTIONS>)
  add_link_options(-fsanitize=address,undefined)
endif()

if(ATLAS_FUZZ)
  # Everything tells libFuzzer where it has been; only the fuzzers link its main function. Asserts stay.
  set(CMAKE_CXX_FLAGS_DEBUG "-O2 -g1")
  set(CMAKE_C_FLAGS_DEBUG "-O2 -g1")
  add_compile_options(-fsanitize=fuzzer-no-link)
  add_link_options(-fsanitize=fuzzer-no-link)
endif()

add_library(atlas_options INTERFACE)
target_compile_options(atlas_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
  $<$<BOOL:${ATLAS_WERROR}>:-Werror>)
# Includes are written from src/.
target_include_directories(atlas_options INTERFACE "${PROJECT_SOURCE_DIR}/src")
