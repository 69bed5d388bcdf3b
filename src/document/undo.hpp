// Undo and redo of one's own work in this session. An undo is a new change with the inverse
// operations (RULES.md 5); what somebody else changed meanwhile in the same field stays.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/text_id.hpp"
#include "document/transaction.hpp"
#include "document/undo_memory.hpp"

namespace atlas {

class UndoStack {
 public:
  // Call after each commit of a person's act (not for integrate). Forgets what could be redone.
  void committed(OpId change);
  [[nodiscard]] bool can_undo() const;
  [[nodiscard]] bool can_redo() const;
  // The message of the act that would be undone or redone: "Change status".
  [[nodiscard]] std::string undo_message(const Document& document) const;
  [[nodiscard]] std::string redo_message(const Document& document) const;
  // After something was erased for good: copies of words that went with it go, too. What the acts
  // did can still be undone, but nothing that was erased comes back by it.
  void forget_erased(const Document& document);
  // nullopt when nothing was left to do; the stack moves on all the same.
  Result<std::optional<OpId>> undo(Document& document, Stamp stamp);
  Result<std::optional<OpId>> redo(Document& document, Stamp stamp);

 private:
  struct Entry {
    OpId act;             // last operation of the change whose effect is undone or done again
    std::string message;  // of the person's act; empty: that of the change itself
  };
  using Entries = std::vector<Entry>;
  [[nodiscard]] static std::string message_of(const Document& document, const Entry& entry);
  Result<std::optional<OpId>> reverse(Document& document, Stamp stamp, Text words, Entries& from,
                                      Entries& to);
  Entries undo_;
  Entries redo_;
  UndoMemory memory_;
};

}  // namespace atlas
