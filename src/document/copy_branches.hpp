// Copies models, or any other branches, out of one workspace into another or into the same one: new
// records, made in one act of a person. The source is only read.
//
//   const BranchCopy copy(source, target, models);  // looks, writes nothing
//   copy.counts() ...                               // what a person is told before
//   Transaction transaction(target, ...);
//   const Result<std::vector<RecordId>> made = copy.write(transaction, {});
//
// What a copy holds: all live records of the branches, with the values that are shown. A reference
// - inside what is copied names the copy;
// - to a record that is live in the target under the same id names that (built-in sources, bodies
// of
//   a built-in model that is not copied);
// - to something else that stands in no model (a source, a strategy, a template): that branch is
//   copied along, once, unless the target has it with the same content;
// - to anything else stays empty, and is counted.
// What stands in no model, refers to what is copied and to nothing that would be missing (a saved
// view, a pairing) can come along.
//
// What was erased for good is not copied. A record that must have a text there is named "Erased";
// one that must have a reference or a choice and lacks it is left out, with all below it. So is
// what a newer version made: nobody can say here what it refers to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "document/transaction.hpp"

namespace atlas {

struct CopyCounts {
  std::map<RecordType, std::size_t> records;  // that are made
  std::size_t along = 0;                      // of those, from outside the branches
  std::size_t emptied = 0;                    // references that stay empty
  std::size_t left_out = 0;                   // records
  std::size_t refused = 0;   // values of a newer version, or that the schema does not allow
  std::size_t clashing = 0;  // fields of which the shown value is copied, and others are not
  std::size_t erased = 0;    // values

  [[nodiscard]] std::size_t records_of(RecordType type) const;
  [[nodiscard]] std::size_t all_records() const;
};

// Whether what refers to a branch from outside of any model comes with its copy.
enum class CopyReferrers : std::uint8_t { kLeave, kBring };

// Where the branches go.
struct CopyPlace {
  RecordId parent = kRootRecord;
  Position position;
};

class BranchCopy {
 public:
  // Of the live records `tops`, with all below them; one below another of them is not copied twice.
  // Both documents are looked at here and not kept. Time grows with what is copied.
  BranchCopy(const Document& source, const Document& target, std::span<const RecordId> tops,
             CopyReferrers referrers = CopyReferrers::kBring);

  [[nodiscard]] const CopyCounts& counts() const { return counts_; }
  // Gives the copies of the tops that were live, in their order, and leaves the rest of the
  // transaction to the caller. kConflict when the target has changed meanwhile so that it cannot
  // be: then the transaction is to be dropped.
  [[nodiscard]] Result<std::vector<RecordId>> write(Transaction& transaction,
                                                    const CopyPlace& place) const;

 private:
  friend class CopyPlanner;
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  struct Planned {
    RecordType type{};
    std::size_t parent = kNone;  // into planned_, before this one; kNone: see `is_top`
    bool is_top = false;         // goes to the place asked for; else without parent to the top
    std::vector<Transaction::FieldValue> values;
    std::vector<std::pair<FieldNumber, std::size_t>> inside;  // references, into planned_
  };
  std::vector<Planned> planned_;
  CopyCounts counts_;
};

}  // namespace atlas
