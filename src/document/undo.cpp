#include "document/undo.hpp"

#include <cassert>
#include <utility>

#include "base/tr.hpp"
#include "document/inverse.hpp"
#include "document/state.hpp"

namespace atlas {

void UndoStack::committed(OpId change) {
  undo_.push_back({change, {}});
  redo_.clear();
}

bool UndoStack::can_undo() const {
  return !undo_.empty();
}
bool UndoStack::can_redo() const {
  return !redo_.empty();
}

std::string UndoStack::message_of(const Document& document, const Entry& entry) {
  if (!entry.message.empty()) return entry.message;
  const Change* change = document.find_change(entry.act);
  if (change == nullptr) return {};
  return change->message.empty() ? std::string(tr(Text::kChangeWordsErased)) : change->message;
}

void UndoStack::forget_erased(const Document& document) {
  for (Entries* entries : {&undo_, &redo_}) {
    for (Entry& entry : *entries) {
      const Change* change = document.find_change(entry.act);
      if (change == nullptr || change->message.empty()) entry.message.clear();
    }
  }
}

std::string UndoStack::undo_message(const Document& document) const {
  return undo_.empty() ? std::string() : message_of(document, undo_.back());
}

std::string UndoStack::redo_message(const Document& document) const {
  return redo_.empty() ? std::string() : message_of(document, redo_.back());
}

Result<std::optional<OpId>> UndoStack::reverse(Document& document, Stamp stamp, Text words,
                                               Entries& from, Entries& to) {
  if (from.empty()) return std::optional<OpId>();
  Document::State& state = *document.state_;
  assert(!state.transaction_open);
  const Result<> can_write = state.replica.can_write();
  if (!can_write) return can_write.error();
  const Entry entry = std::move(from.back());
  from.pop_back();
  const auto act = state.replica.log().find(entry.act);
  if (!act) return std::optional<OpId>();
  std::string message = message_of(document, entry);
  Inverse(state, act->change, memory_).write();
  if (!state.replica.is_writing()) return std::optional<OpId>();
  const OpId made =
      state.replica.close(stamp.time_ms, std::move(stamp.author), tr(words, {message}));
  to.push_back({made, std::move(message)});
  return std::optional(made);
}

Result<std::optional<OpId>> UndoStack::undo(Document& document, Stamp stamp) {
  return reverse(document, std::move(stamp), Text::kChangeUndo, undo_, redo_);
}

Result<std::optional<OpId>> UndoStack::redo(Document& document, Stamp stamp) {
  return reverse(document, std::move(stamp), Text::kChangeRedo, redo_, undo_);
}

}  // namespace atlas
