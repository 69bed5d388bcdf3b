#include "app/act.hpp"

#include <utility>

#include "app/file_copy_due.hpp"
#include "base/text.hpp"
#include "base/tr.hpp"

namespace atlas::app {
namespace {

constexpr std::size_t kTitleLength = 60;

}  // namespace

Result<bool> act(Context& context, std::string message,
                 const std::function<Result<>(Transaction&)>& fill) {
  if (context.state.looking_back) return not_now();
  Document& document = context.state.document;
  Transaction transaction(document, std::move(message), stamp_now(context));
  const Result<> filled = fill(transaction);
  if (!filled.ok()) return filled.error();
  const Result<std::optional<OpId>> done = transaction.commit();
  if (!done.ok()) return done.error();
  if (!done.value()) return false;
  context.state.undo.committed(*done.value());
  withdraw_undo_offers(context);
  const Change* change = document.find_change(*done.value());
  context.autosave.add({&change, 1});
  note_unfiled_change(context);
  return true;
}

Error not_now() {
  return error_of(ErrorCode::kConflict, tr(Text::kErrorLookingBack), tr(Text::kKeptNothingChanged),
                  tr(Text::kNextReturnToNow));
}

void withdraw_undo_offers(Context& context) {
  for (Toast& toast : context.state.toasts) toast.offers_undo = false;
}

Stamp stamp_now(const Context& context) {
  return {context.ports.clock.wall_ms(), context.state.author};
}

std::string quoted_title(const Document& document, RecordId record) {
  return tr(Text::kQuoted, {shortened(title_of(document, record), kTitleLength)});
}

}  // namespace atlas::app
