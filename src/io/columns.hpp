// A block of the history as columns: what changes have in common stands together, so that the
// compressor finds it, and ids stand once in a block. Layout: FORMAT.md, "Columns". Throws Refused.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "replica/change.hpp"

namespace atlas::io {

// In the order of the file.
enum class Column : std::uint8_t {
  kReplicas,     // u64 each, when first named
  kChanges,      // replica, counter, Lamport time, milliseconds, words, number of operations
  kParents,      // ids of the changes before
  kWords,        // authors and messages, when first used
  kKinds,        // of operations
  kRecords,      // of operations
  kNewRecords,   // ids of records, when first named
  kTypes,        // of created records
  kPlaces,       // parents of created and moved records
  kOrders,       // their order keys
  kFields,       // of sets
  kValueKinds,   // of sets
  kTextLengths,  // of texts
  kTexts,        // their bytes
  kNumbers,      // flags, dates, money, decimals, choices
  kReferences,   // records as values
  kReplaced,     // ids that sets replace and restores undo
  kUnknown,      // contents of all other kinds, newer ones among them
};
inline constexpr std::size_t kColumns = static_cast<std::size_t>(Column::kUnknown) + 1;

// The first byte of the plain bytes of a block; rows (change_codec.hpp) begin with 1.
inline constexpr char kColumnMark = 2;

// What is written once and copied by the reader (words, beginnings of order keys) may not swell a
// block beyond this.
inline constexpr std::size_t kMostCopiedBytes = 64U << 20U;
inline constexpr std::size_t kLongestCopy = 64;

[[nodiscard]] std::string encode_columns(std::span<const Change* const> changes);
[[nodiscard]] std::vector<Change> decode_columns(std::string_view plain);

// How much of a block a change fills. Counted by content alone, so that where a block ends does not
// depend on what is written before it.
[[nodiscard]] std::size_t block_weight(const Change& change);

}  // namespace atlas::io
