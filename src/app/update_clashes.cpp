// Ending clashes.
#include <algorithm>

#include "app/act.hpp"
#include "app/update.hpp"
#include "base/tr.hpp"

namespace atlas::app {
namespace {

Result<> settle_one(Transaction& transaction, const ClashKey& clash, const Settlement& how) {
  switch (clash.kind) {
    case ClashKind::kField:
      return how.value ? transaction.settle(clash.record, clash.field, *how.value) : Result<>(Ok{});
    case ClashKind::kMovedApart:
    case ClashKind::kCircle:
      return how.parent ? transaction.move(clash.record, *how.parent) : Result<>(Ok{});
    case ClashKind::kDeletedAndEdited:
      break;
  }
  if (!how.keep) return Ok{};
  return *how.keep ? transaction.restore(clash.record) : transaction.remove(clash.record);
}

}  // namespace

Result<> settle(Transaction& transaction, const std::map<ClashKey, Settlement>& settlements) {
  for (const auto& [clash, how] : settlements) {
    Result<> done = settle_one(transaction, clash, how);
    if (!done) return done;
  }
  return Ok{};
}

void apply(Context& context, const SettleClash& command) {
  const Document& document = context.state.document;
  const std::vector<Clash> clashes = document.clashes();
  const auto there = std::find_if(clashes.begin(), clashes.end(), [&](const Clash& clash) {
    return key_of(clash) == command.clash;
  });
  if (there == clashes.end()) return;
  const std::string title = quoted_title(document, command.clash.record);
  const Result<bool> done =
      act(context, tr(Text::kChangeSettle, {title}), [&](Transaction& transaction) {
        return settle(transaction, {{command.clash, command.settlement}});
      });
  if (!done.ok()) {
    add_toast(context, done.error().sentence(), ToastKind::kError);
  } else if (done.value()) {
    add_toast(context, tr(Text::kToastSettled, {title}), ToastKind::kOffersUndo);
  }
}

}  // namespace atlas::app
