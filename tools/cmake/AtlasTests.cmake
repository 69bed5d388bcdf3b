# atlas_test_sources(<folder> a_test.cpp …)
#
# Adds the tests of one folder of tests/ to the one test binary, and a ctest entry that runs them.
# The same entries exist natively and as wasm in node.
function(atlas_test_sources folder)
  # A test that is in no list would never run, and nobody would notice.
  file(GLOB there CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}"
    "${CMAKE_CURRENT_SOURCE_DIR}/*_test.cpp")
  foreach(source IN LISTS there)
    if(NOT source IN_LIST ARGN)
      message(FATAL_ERROR "tests/${folder}/${source} is not in the list of its CMakeLists.txt.")
    endif()
  endforeach()
  foreach(source IN LISTS ARGN)
    target_sources(atlas_tests PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}/${source}")
  endforeach()
  add_test(NAME "${folder}" COMMAND atlas_tests --no-colors=true "--source-file=*tests/${folder}/*")
  set_tests_properties("${folder}" PROPERTIES
    # An entry that finds no test case is a mistake in a file list, not a success.
    FAIL_REGULAR_EXPRESSION "test cases: +0 "
    TIMEOUT 900
    ENVIRONMENT "ASAN_OPTIONS=detect_stack_use_after_return=1;UBSAN_OPTIONS=print_stacktrace=1")
endfunction()
