# The words of the interface: shared/strings/en-GB.json as library atlas::strings with strings.hpp, made
# while building. A mistake in the table stops the build, naming its key. Needs AtlasFonts for python.
set(_table "${PROJECT_SOURCE_DIR}/shared/strings/en-GB.json")
set(_packer "${PROJECT_SOURCE_DIR}/tools/strings/pack_strings.py")
set(_out "${PROJECT_BINARY_DIR}/generated/strings")
add_custom_command(
  OUTPUT "${_out}/strings.cpp" "${_out}/strings.hpp"
  COMMAND "${ATLAS_PYTHON}" "${_packer}" "${_table}" --out "${_out}"
  DEPENDS "${_packer}" "${_table}"
  COMMENT "Packing the words of the interface"
  VERBATIM)
add_library(atlas_strings STATIC "${_out}/strings.cpp" "${_out}/strings.hpp")
target_include_directories(atlas_strings PUBLIC "${_out}")
add_library(atlas::strings ALIAS atlas_strings)
