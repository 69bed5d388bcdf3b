#include "app/merge_models.hpp"

#include <algorithm>
#include <array>

#include "base/tr.hpp"
#include "document/same_branch.hpp"
#include "partnership/fields.hpp"
#include "partnership/hierarchy.hpp"

namespace atlas::app {
namespace {

// In which a copy differs from what it was copied from.
constexpr std::array kMarked{fields::kModelName, fields::kModelShortName, fields::kModelCopiedFrom,
                             fields::kModelBroughtInFrom};

// "plan.atlas" is "plan".
std::string stem_of(const std::string& file) {
  const std::size_t dot = file.rfind('.');
  return dot == std::string::npos || dot == 0 ? file : file.substr(0, dot);
}

// The model itself, unedited, or a copy of it that was brought in before.
RecordId same_here(const Document& now, const Document& other, RecordId model,
                   const MergeFile& file) {
  const Record* here = now.find_live(model);
  if (here != nullptr && is_same_branch({other, model}, {now, model})) return model;
  const std::string title = title_of(other, model);
  const std::string marked = copied_name(now, file, title);
  for (const RecordId each : models(now)) {
    const std::string name = title_of(now, each);
    if (name != title && name != marked) continue;
    if (is_same_branch({other, model}, {now, each}, kMarked)) return each;
  }
  return {};
}

}  // namespace

std::vector<MergeModel> models_to_bring(const Document& now, const Document& other,
                                        const MergeFile& file) {
  std::vector<MergeModel> found;
  for (const RecordId record : models(other)) {
    MergeModel model;
    model.record = record;
    model.title = title_of(other, record);
    model.same = same_here(now, other, record, file);
    if (!model.same.is_null()) model.same_name = title_of(now, model.same);
    found.push_back(std::move(model));
  }
  return found;
}

std::vector<RecordId> chosen_models(const MergeFile& file) {
  std::vector<RecordId> chosen;
  for (const MergeModel& model : file.models) {
    if (model.is_offered() && model.chosen) chosen.push_back(model.record);
  }
  return chosen;
}

std::string origin_of(const Document& now, const MergeFile& file) {
  return file.workspace_name == workspace_name(now) ? stem_of(file.name) : file.workspace_name;
}

std::string copied_name(const Document& now, const MergeFile& file, const std::string& name) {
  return tr(Text::kCopiedName, {name, origin_of(now, file)});
}

}  // namespace atlas::app
