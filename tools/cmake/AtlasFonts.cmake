# The built-in fonts, subset while building: library atlas::fonts with fonts.hpp and icons.hpp.
# Set ATLAS_FONT_DIRS to look elsewhere than in the folders of the Debian packages.
set(ATLAS_FONT_DIRS "" CACHE STRING "Folders with Inter-Regular, Inter-SemiBold and MaterialIcons-Regular")
set(_dirs ${ATLAS_FONT_DIRS} /usr/share/fonts/opentype/inter /usr/share/fonts/truetype/inter
  /usr/share/fonts/truetype/material-design-icons-iconfont)

foreach(font IN ITEMS Inter-Regular Inter-SemiBold MaterialIcons-Regular)
  find_file(ATLAS_FONT_${font} NAMES ${font}.otf ${font}.ttf PATHS ${_dirs}
    NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
  if(NOT ATLAS_FONT_${font})
    message(FATAL_ERROR "The font ${font} is not found. Run tools/setup, or name its folder in ATLAS_FONT_DIRS.")
  endif()
endforeach()

# The first python3 that has fonttools: an own python earlier on PATH often lacks Debian's packages.
if(NOT ATLAS_PYTHON)
  foreach(python IN ITEMS python3 /usr/bin/python3)
    execute_process(COMMAND "${python}" -c "import fontTools" RESULT_VARIABLE _status OUTPUT_QUIET ERROR_QUIET)
    if(_status EQUAL 0)
      set(ATLAS_PYTHON "${python}" CACHE STRING "A python3 with fonttools")
      break()
    endif()
  endforeach()
endif()
if(NOT ATLAS_PYTHON)
  message(FATAL_ERROR "No python3 with fonttools is found. Run tools/setup.")
endif()

set(_tools "${PROJECT_SOURCE_DIR}/tools/fonts")
set(_out "${PROJECT_BINARY_DIR}/generated/fonts")
add_custom_command(
  OUTPUT "${_out}/fonts.cpp" "${_out}/fonts.hpp" "${_out}/icons.hpp"
  COMMAND "${ATLAS_PYTHON}" "${_tools}/make_fonts.py"
    --regular "${ATLAS_FONT_Inter-Regular}"
    --semibold "${ATLAS_FONT_Inter-SemiBold}"
    --icons "${ATLAS_FONT_MaterialIcons-Regular}"
    --out "${_out}"
  DEPENDS "${_tools}/make_fonts.py" "${_tools}/icons.txt" "${_tools}/characters.txt"
  COMMENT "Subsetting the built-in fonts"
  VERBATIM)
add_library(atlas_fonts STATIC "${_out}/fonts.cpp" "${_out}/fonts.hpp" "${_out}/icons.hpp")
target_include_directories(atlas_fonts PUBLIC "${_out}")
add_library(atlas::fonts ALIAS atlas_fonts)
