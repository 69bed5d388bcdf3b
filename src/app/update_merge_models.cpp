// Commands about the models of another workspace's file: which are to be copied into this one to
// compare, and doing it.
#include <algorithm>
#include <utility>

#include "app/act.hpp"
#include "app/merge_models.hpp"
#include "app/update.hpp"
#include "base/tr.hpp"
#include "document/copy_branches.hpp"
#include "partnership/fields.hpp"
#include "partnership/hierarchy.hpp"

namespace atlas::app {
namespace {

MergeFile* other_file(Context& context, std::size_t index) {
  if (!context.merge || !context.state.merge->ready) return nullptr;
  std::vector<MergeFile>& files = context.state.merge->files;
  const bool is_other = index < files.size() && files[index].kind == MergeFileKind::kOtherWorkspace;
  return is_other ? &files[index] : nullptr;
}

// Two copies of one model, brought in one after the other, are told apart by a number.
std::string free_name(const Document& document, const MergeFile& file, const std::string& name) {
  const std::vector<RecordId> there = models(document);
  const auto is_taken = [&](const std::string& wanted) {
    return std::any_of(there.begin(), there.end(),
                       [&](RecordId model) { return title_of(document, model) == wanted; });
  };
  std::string wanted = copied_name(document, file, name);
  for (int copy = 2; is_taken(wanted); ++copy) {
    const std::string origin = origin_of(document, file);
    wanted = tr(Text::kCopiedNameAgain, {name, origin, std::to_string(copy)});
  }
  return wanted;
}

// Where it came from: in its names, for lists; in a field of its own, for when it is renamed.
Result<> mark(Transaction& transaction, const Document& document, const MergeFile& file,
              RecordId original, RecordId copy) {
  const std::string name = free_name(document, file, title_of(document, copy));
  std::vector<Transaction::FieldValue> values{
      {fields::kModelName, name},
      {fields::kModelBroughtInFrom, tr(Text::kCopiedFromFile, {file.workspace_name, file.name})}};
  const auto* short_name = std::get_if<std::string>(&document.get(copy, fields::kModelShortName));
  if (short_name != nullptr) {
    values.emplace_back(fields::kModelShortName, copied_name(document, file, *short_name));
  }
  const Record* here = document.find_live(original);
  const bool is_here = here != nullptr && here->type == RecordType::kModel;
  if (is_here && is_unset(document.get(copy, fields::kModelCopiedFrom))) {
    values.emplace_back(fields::kModelCopiedFrom, original);
  }
  const auto refused = transaction.set_all(copy, std::move(values));
  return refused.empty() ? Result<>(Ok{}) : refused.front().reason;
}

Result<std::vector<RecordId>> bring_in(Context& context, const MergeFile& file,
                                       const Document& other, const std::string& message) {
  const Document& document = context.state.document;
  const std::vector<RecordId> chosen = chosen_models(file);
  std::vector<RecordId> made;
  const Result<bool> done = act(context, message, [&](Transaction& transaction) -> Result<> {
    const Result<std::vector<RecordId>> copied =
        BranchCopy(other, document, chosen).write(transaction, {});
    if (!copied.ok()) return copied.error();
    made = copied.value();
    for (std::size_t i = 0; i < made.size(); ++i) {
      Result<> marked = mark(transaction, document, file, chosen[i], made[i]);
      if (!marked.ok()) return marked;
    }
    return Ok{};
  });
  if (!done.ok()) return done.error();
  return made;
}

}  // namespace

void apply(Context& context, const ChooseMergeModel& command) {
  MergeFile* file = other_file(context, command.file);
  if (file == nullptr) return;
  for (MergeModel& model : file->models) {
    if (model.record == command.model) model.chosen = command.chosen;
  }
  context.merge->count_copies(present_document(context), *file, command.file);
}

void apply(Context& context, const BringInModels& command) {
  const MergeFile* file = other_file(context, command.file);
  // Not on what was shown before the workspace went on.
  if (file == nullptr || context.merge->is_stale(present_document(context))) return;
  const std::vector<RecordId> chosen = chosen_models(*file);
  if (chosen.empty()) return;
  return_to_now(context);
  State& state = context.state;
  const Document& other = *context.merge->file(command.file).other;
  const std::string what = chosen.size() == 1
                               ? quoted_title(other, chosen.front())
                               : tr_count(Text::kModelsOne, Text::kModelsMany, chosen.size());
  const std::string origin = origin_of(state.document, *file);
  const Result<std::vector<RecordId>> made =
      bring_in(context, *file, other, tr(Text::kChangeBringModels, {what, origin}));
  if (!made.ok()) {
    state.error = made.error();
    return;
  }
  context.merge->forget(*state.merge, command.file);
  if (state.merge->files.empty()) forget_merge(context);
  apply(context, GoToRecord{made.value().front()});
  add_toast(context, tr(Text::kToastBroughtModels, {what, origin}), ToastKind::kOffersUndo);
}

}  // namespace atlas::app
