// Whether two records, with all below them, say the same: type, order and the values shown, in one
// document or in two. Ids may differ: references are the same when they name the same place in both
// branches, the same record outside of them, or records outside of the same type and title.
#pragma once

#include <span>

#include "document/document.hpp"

namespace atlas {

struct BranchTop {
  const Document& document;
  RecordId record;  // live
};

// `but_for`: fields of the two tops that are not compared.
[[nodiscard]] bool is_same_branch(const BranchTop& a, const BranchTop& b,
                                  std::span<const FieldNumber> but_for = {});

}  // namespace atlas
