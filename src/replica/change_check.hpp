// What can be said against a change by looking at it alone.
#pragma once

#include "replica/change.hpp"

namespace atlas {

// Whether it has a replica and operations, numbers within bounds, lists sorted without doubles, and
// order keys that are such.
[[nodiscard]] bool is_well_formed(const Change& change);

}  // namespace atlas
