// Order keys: texts that put siblings in order and can always be made to fit between two others.
// Keys compare as bytes (operator< of std::string).
//
// Method. A key is a list of steps, each (slot, tag, count), written so that byte order is the
// order of the lists and a list comes before its continuations. Slot and count are whole numbers of
// either sign in a variable-length form (as in D. Greenspan, "Implementing fractional indexing",
// where the head character tells sign and length), so that a run of inserts at one spot, forwards
// or backwards, only counts: 10 000 of them take at most four characters more. The tag comes from
// the replica (as the site in the positions of Logoot: Weiss, Urso, Molli 2009). Whoever begins a
// run opens a step of their own, and the rest of the run stays in it; runs that two people type at
// the same spot, apart, therefore stand one after the other and do not interleave (the anomaly of
// Kleppmann and others, "Interleaving anomalies in collaborative text editors", 2019). Inserts that
// zigzag (each between the two before it) cost about five characters per two of them, as any scheme
// that never renumbers must let keys grow.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/ids.hpp"

namespace atlas {

// The mark of a replica in the keys it makes. Two replicas may share one (1 in 238 328): their runs
// could then interleave, nothing worse.
struct OrderTag {
  std::uint32_t value = 0;  // below kOrderTags
};
inline constexpr std::uint32_t kOrderTags = 62 * 62 * 62;
[[nodiscard]] OrderTag order_tag(ReplicaId replica);

[[nodiscard]] bool is_order_key(std::string_view text);

// A key after `after` and before `before`; either may be absent. Both must be order keys and
// after < before. If they are equal (two records can share a key only by intent) the result comes
// just after them.
[[nodiscard]] std::string order_key_between(std::optional<std::string_view> after,
                                            std::optional<std::string_view> before, OrderTag tag);

}  // namespace atlas
