// Erasing for good (RULES.md 8): finding where a text stands in all of a workspace's history, and
// taking it out. What is erased never comes back: not by undo, not by a file that still holds it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "document/transaction.hpp"

namespace atlas {

// Where something stands that a person may want erased.
struct TextPlace {
  enum class Kind {
    kValue,    // what a field was set to
    kMessage,  // the words of a change
    kAuthor,   // the name that a change bears
    kNewer,    // inside an operation of a newer version: it cannot be erased here
  };
  Kind kind{};
  OpId id;            // kValue, kNewer: the operation; else the first one of the change
  RecordId record;    // kValue
  FieldNumber field;  // kValue
  Value value;        // kValue, as it stands there; a text also for words and names
  std::string author;
  std::int64_t time_ms = 0;  // wall clock since 1970
  bool live = false;         // kValue: it stands in the field now, shown or as a side of a clash
  bool in_bin = false;       // kValue: the record is in the bin or below one that is
  bool waits = false;        // the change waits for others
};

// Every place where the text stands or is part of what stands there, live, replaced, in the bin or
// waiting: by (record, field), then oldest first; words and names after the values. Without regard
// to capitals, accents and the like. Nothing for an empty text.
[[nodiscard]] std::vector<TextPlace> find_text(const Document& document, std::string_view text);
// Every value that a field was ever set to and that is not erased, oldest first.
[[nodiscard]] std::vector<TextPlace> values_of_field(const Document& document, RecordId record,
                                                     FieldNumber field);

[[nodiscard]] EraseOp erasing(std::span<const TextPlace> places);

// Erases what the operation names, as an act of a person that nobody can undo. nullopt when all of
// that is gone already. kConflict as for any writing. Not while a transaction is open.
Result<std::optional<OpId>> erase(Document& document, EraseOp what, Stamp stamp);

// Who erased what a field shows as Erased, and when: the first who did. Nothing when another value
// is shown, or when only the value is gone and the change that erased it is not here yet.
struct Erasure {
  std::string author;
  std::int64_t time_ms = 0;
};
[[nodiscard]] std::optional<Erasure> erasure_of(const Document& document, RecordId record,
                                                FieldNumber field);

// The changes that erase, waiting ones included: what another copy needs to know.
[[nodiscard]] std::vector<Change> erasing_changes(const Document& document);

}  // namespace atlas
