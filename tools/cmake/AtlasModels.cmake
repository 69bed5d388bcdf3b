# The built-in models: shared/models/*.json packed into library atlas::built_in while building. The
# packer is built for the same target as everything else and runs in node where that is wasm, so that
# no second compiler is needed. A mistake in a model stops the build, naming file, record and field.
set(ATLAS_MODEL_FILES
  sources.json
  durham-2011.json
  darlington-2008-09.json
  reviews-2008-09/01-14-19-partnership.json
  reviews-2008-09/02-childrens-trust.json
  reviews-2008-09/03-crime-and-disorder-reduction-partnership.json
  reviews-2008-09/04-darlington-partnership.json
  reviews-2008-09/05-drug-and-alcohol-action-team.json
  reviews-2008-09/06-greener-darlington.json
  reviews-2008-09/07-healthy-darlington.json
  reviews-2008-09/08-integration-of-health-and-social-care.json
  reviews-2008-09/09-learning-disability-partnership-board.json
  reviews-2008-09/10-mental-health-partnership-board.json
  reviews-2008-09/11-older-persons-partnership-board.json
  reviews-2008-09/12-prosperous-darlington.json
  reviews-2008-09/13-safeguarding-adults-board.json
  reviews-2008-09/14-safeguarding-children-board.json
  reviews-2008-09/15-supporting-people-commissioning-body.json
  reviews-2008-09/16-tees-valley-unlimited.json
  reviews-2008-09/17-youth-offending-service.json
  darlington-2008-09-summary.json
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
