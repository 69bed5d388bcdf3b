#include <algorithm>
#include <iterator>

#include "fuzz/properties.hpp"

namespace atlas::fuzz {
namespace {

constexpr Target kTargets[] = {
    {"envelope", Shape::kFile, check_envelope}, {"snapshot", Shape::kFile, check_snapshot},
    {"segment", Shape::kFile, check_segment},   {"columns", Shape::kBlock, check_columns},
    {"json", Shape::kText, check_json},         {"csv", Shape::kText, check_csv},
    {"history", Shape::kText, check_history},
};

}  // namespace

std::span<const Target> targets() {
  return kTargets;
}

const Target* find_target(std::string_view name) {
  const auto* found = std::find_if(std::begin(kTargets), std::end(kTargets),
                                   [&](const Target& target) { return target.name == name; });
  return found == std::end(kTargets) ? nullptr : found;
}

}  // namespace atlas::fuzz
