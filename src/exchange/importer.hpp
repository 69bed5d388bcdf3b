// Records from a file of another program, as its reader found them, and how they become changes of
// a workspace. All or nothing: one mistake, and nothing is changed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"
#include "document/transaction.hpp"
#include "exchange/problems.hpp"

namespace atlas::exchange {

// A record that is named in a file: by id, or by title where the file has only that.
struct Pointer {
  std::optional<RecordId> id;
  std::string title;
};

struct IncomingField {
  const FieldSpec* spec = nullptr;
  Value value;                             // for every kind but references
  std::shared_ptr<const Pointer> pointer;  // references; null otherwise
};

struct IncomingRecord {
  std::size_t line = 0;        // in the file, from 1
  std::size_t file = 0;        // which of several
  std::optional<RecordId> id;  // without one the record is new
  RecordType type{};
  bool parent_given = false;      // else: where it is, or at the top when new
  std::optional<Pointer> parent;  // nothing: at the top
  std::vector<IncomingField> fields;
  std::vector<IncomingField> clashes;  // values beside the one in `fields`, of a field latest first
};

struct ImportCounts {
  std::size_t added = 0;
  std::size_t changed = 0;  // of those that were there before
  std::size_t same = 0;
  std::size_t clashes_left = 0;  // values beside the shown ones that were not brought in
};

// Adds new records and brings those that are there up to date, in one change. New siblings come in
// the order of the file, after those that are there. Fields that a record does not carry stay as
// they are. Clashes become clashes again where the document is still empty; elsewhere the value
// shown is taken and the others are counted. A title must name one live record of a type that the
// field takes, here or in the file.
[[nodiscard]] Result<ImportCounts> import_records(Document& document,
                                                  std::vector<IncomingRecord> records,
                                                  std::string message, Stamp stamp);

// The replica to import under: content and moment decide, so that the same import made twice is the
// same change and no other import ever uses its ids.
[[nodiscard]] ReplicaId import_replica(const std::vector<std::string>& files, const Stamp& stamp);

}  // namespace atlas::exchange
