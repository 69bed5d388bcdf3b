#include "app/change_ranges.hpp"

#include <algorithm>

#include "base/id_text.hpp"

namespace atlas::app {
void ChangeRanges::add(const Change& change) {
  std::vector<Run>& runs = runs_[change.replica.value];
  const std::uint64_t first = change.first_counter;
  const std::uint64_t last = change.last_id().counter;
  if (!runs.empty() && runs.back().last + 1 == first) {
    runs.back().last = last;
  } else {
    runs.push_back({first, last});
  }
}

bool ChangeRanges::has(OpId id) const {
  const auto found = runs_.find(id.replica.value);
  if (found == runs_.end()) return false;
  return std::any_of(found->second.begin(), found->second.end(), [&](const Run& run) {
    return run.first <= id.counter && id.counter <= run.last;
  });
}

std::string ChangeRanges::text() const {
  std::string text;
  for (const auto& [replica, runs] : runs_) {
    for (const Run& run : runs) {
      text += (text.empty() ? "" : " ") + to_hex(replica) + ":" + to_hex(run.first) + "-" +
              to_hex(run.last);
    }
  }
  return text;
}

std::optional<ChangeRanges> ChangeRanges::from_text(std::string_view text) {
  ChangeRanges ranges;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    const std::size_t colon = word.find(':');
    const std::size_t dash = word.find('-');
    if (colon == std::string_view::npos || dash == std::string_view::npos || dash < colon) {
      return std::nullopt;
    }
    const auto replica = parse_hex(word.substr(0, colon));
    const auto first = parse_hex(word.substr(colon + 1, dash - colon - 1));
    const auto last = parse_hex(word.substr(dash + 1));
    if (!replica || !first || !last || *first > *last) return std::nullopt;
    ranges.runs_[*replica].push_back({*first, *last});
  }
  return ranges;
}

}  // namespace atlas::app
