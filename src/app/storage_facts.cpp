#include "app/storage_facts.hpp"

#include <array>
#include <string_view>

#include "base/tr.hpp"

namespace atlas::app {
namespace {

constexpr std::uint64_t kStep = 1000;
constexpr std::array kUnits{Text::kBytesKb, Text::kBytesMb, Text::kBytesGb, Text::kBytesTb};

}  // namespace

std::string bytes_in_words(std::uint64_t bytes) {
  std::uint64_t tenths = bytes / (kStep / 10);  // of the unit
  std::size_t unit = 0;
  while (tenths >= kStep * 10 && unit + 1 < kUnits.size()) {
    tenths /= kStep;
    ++unit;
  }
  // A started kilobyte counts as one.
  std::string number = std::to_string(unit == 0 ? (bytes + kStep - 1) / kStep : tenths / 10);
  if (unit > 0 && tenths < 1000) number += "." + std::to_string(tenths % 10);
  return tr(kUnits[unit], {number});
}

std::string persistence_words(const StorageFacts& facts) {
  switch (facts.persistence) {
    case Persistence::kGranted:
      return std::string(tr(Text::kStorageGranted));
    case Persistence::kRefused:
      return std::string(tr(Text::kStorageRefused));
    case Persistence::kNotKnown:
    default:
      return std::string(tr(Text::kStorageNotKnown));
  }
}

std::string use_words(const StorageFacts& facts) {
  if (!facts.used_bytes) return {};
  const std::string used = bytes_in_words(*facts.used_bytes);
  if (!facts.quota_bytes) return tr(Text::kStorageUsed, {used});
  return tr(Text::kStorageUsedOf, {used, bytes_in_words(*facts.quota_bytes)});
}

}  // namespace atlas::app
