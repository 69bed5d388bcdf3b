// True clashes: what people did apart, neither knowing the other, that a person should look at
// (RULES.md 6). Equal values and equal moves are none. A clash is gone once a later change settles
// it; two different settlements are again a clash. A value that was erased for good is no side.
#pragma once

#include <cstdint>
#include <vector>

#include "base/ids.hpp"
#include "document/schema.hpp"
#include "replica/change.hpp"
#include "replica/value.hpp"

namespace atlas {

enum class ClashKind {
  kField,             // one field, different values; settled by Transaction::settle
  kMovedApart,        // moved under different parents; settled by Transaction::move
  kCircle,            // a move without effect, it would close a circle; settled by move, too
  kDeletedAndEdited,  // deleted, and edited inside; settled by restore (keep) or remove (delete)
};

// One person's doing. `change` has author and time; it is never null and lives as long as the
// document keeps the log.
struct ClashSide {
  OpId operation;
  const Change* change = nullptr;
  Value value;      // kField: what it was set to
  RecordId parent;  // kMovedApart, kCircle: where it was moved to
};

struct Clash {
  ClashKind kind{};
  RecordId record;
  FieldNumber field;  // kField only
  // kField, kMovedApart: one a value or parent, the shown one first, then latest first.
  // kCircle: the moves without effect, latest first.
  // kDeletedAndEdited: the deletes, latest first, then the latest edit inside.
  std::vector<ClashSide> sides;
};

}  // namespace atlas
