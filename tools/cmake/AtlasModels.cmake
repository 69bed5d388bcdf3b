# The built-in models: shared/models/*.json packed into library atlas::built_in while building. The
# packer is built for the same target as everything else and runs in node where that is wasm, so that
# no second compiler is needed. A mistake in a model stops the build, naming file, record and field.
set(ATLAS_MODEL_FILES
  sources.json
  durham-2011.json
  darlington-2008-09.json
  darlington-2008-09-reviews.json
  darlington-communities-2009.json
  darlington-2012.json
  darlington-2021.json)

add_executable(atlas_pack_models "${PROJECT_SOURCE_DIR}/tools/pack_models/pack_models.cpp")
target_link_libraries(atlas_pack_models PRIVATE atlas_options atlas::model_json)
if(EMSCRIPTEN)
  atlas_node_program(atlas_pack_models)
endif()

set(_models ${ATLAS_MODEL_FILES})
list(TRANSFORM _models PREPEND "${PROJECT_SOURCE_DIR}/shared/models/")
set(_out "${PROJECT_BINARY_DIR}/generated/models")
file(MAKE_DIRECTORY "${_out}")
add_custom_command(
  OUTPUT "${_out}/built_in.atlas" "${_out}/built_in.cpp"
  COMMAND atlas_pack_models "${_out}/built_in.atlas" "${_out}/built_in.cpp" ${_models}
  DEPENDS atlas_pack_models ${_models}
  COMMENT "Packing the built-in models"
  VERBATIM)
add_library(atlas_built_in STATIC "${_out}/built_in.cpp")
target_link_libraries(atlas_built_in PUBLIC atlas_io)
add_library(atlas::built_in ALIAS atlas_built_in)
