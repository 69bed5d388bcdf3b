// Changes bytes so that the change gets past the checks which stand before it: lengths and
// checksums of an envelope are put right again, blocks are unpacked, changed and packed, and of
// columns one is changed at a time. Some changes are left as they are, for those checks themselves.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "fuzz/properties.hpp"
#include "replica/change.hpp"

namespace atlas::fuzz {

// Changes bytes without knowing what they are, to at most so many; libFuzzer's own, or a test's.
using ByteMutator = std::function<std::string(std::string bytes, std::size_t most)>;

// The result may be longer than `most`, as what is packed again may be.
[[nodiscard]] std::string mutated(Shape shape, std::string bytes, std::size_t most, Random& random,
                                  const ByteMutator& mutate_bytes);

// Changes what the operations say and what they were made on. Counters stay, Lamport times follow:
// most of what comes out can be taken into a document.
void mutate_history(std::vector<Change>& changes, Random& random);

}  // namespace atlas::fuzz
