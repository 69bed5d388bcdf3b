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
  kValueKinds,   // of sets, where it is not the kind of the field's last value
  kTextLengths,  // of texts
  kTexts,        // their bytes, by field
  kNumbers,      // flags, dates, money, decimals, choices, by field
  kReferences,   // records as values
  kReplaced,     // ids that sets replace and restores undo
  kUnknown,      // contents of all other kinds, newer ones among them
};
inline constexpr std::size_t kColumns = static_cast<std::size_t>(Column::kUnknown) + 1;

// The first byte of the plain bytes of a block; rows (change_codec.hpp) begin with 1. Columns of
// format version 2 are read and no longer written.
inline constexpr char kColumnMark = 3;
inline constexpr char kColumnMark2 = 2;
[[nodiscard]] inline bool begins_columns(std::string_view plain) {
  return !plain.empty() && (plain.front() == kColumnMark || plain.front() == kColumnMark2);
}

// A set that replaces a value of the record's creator: how far the counter of that value is from
// the record's is remembered for the field when it is below this, and expected next time. Fields of
// a new record are set right after it, in the same order.
inline constexpr std::uint64_t kFarFromRecord = 64;

// What is written once and copied by the reader (words, beginnings of order keys) may not swell a
// block beyond this.
inline constexpr std::size_t kMostCopiedBytes = 64U << 20U;
inline constexpr std::size_t kLongestCopy = 64;

[[nodiscard]] std::string encode_columns(std::span<const Change* const> changes);
// Where in encoded columns another sort of bytes begins: the compressor does best when it begins
// anew there. Rising; none where columns are short.
[[nodiscard]] std::vector<std::size_t> column_starts(std::string_view plain);
[[nodiscard]] std::vector<Change> decode_columns(std::string_view plain);

// How much of a block a change fills. Counted by content alone, so that where a block ends does not
// depend on what is written before it.
[[nodiscard]] std::size_t block_weight(const Change& change);

}  // namespace atlas::io
