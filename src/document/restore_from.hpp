// Brings back what a workspace was at an earlier point, as one more act on it: the history stays,
// and the act can be undone.
#pragma once

#include <cstddef>

#include "document/transaction.hpp"

namespace atlas {

enum class RestoreExtent {
  kRecord,      // fields and place of one record; out of the bin, with what it stands in
  kBranch,      // the record and all that was below it; what came below it since goes to the bin
  kEverything,  // the whole workspace; the record is not looked at
};

struct RestoreReport {
  std::size_t records = 0;  // that were touched
  std::size_t refused = 0;  // values that the schema, or what they refer to, does not allow now
};

// Fills a transaction of `now`. `past` is the same workspace at an earlier point and has the record
// live; where it does not the error says so.
[[nodiscard]] Result<RestoreReport> restore_from(Transaction& transaction, const Document& now,
                                                 const Document& past, RecordId record,
                                                 RestoreExtent extent);

}  // namespace atlas
