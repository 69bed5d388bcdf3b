#include "document/gradual_document.hpp"

#include <algorithm>
#include <utility>

#include "replica/erasures.hpp"

namespace atlas {

bool put_in_order(std::vector<const Change*>& changes) {
  const auto before = [](const Change* a, const Change* b) {
    if (a->lamport != b->lamport) return a->lamport < b->lamport;
    return a->first_id() < b->first_id();
  };
  if (!std::is_sorted(changes.begin(), changes.end(), before)) {
    std::sort(changes.begin(), changes.end(), before);
  }
  const auto same_id = [](const Change* a, const Change* b) {
    return a->first_id() == b->first_id();
  };
  const auto two_contents = [&](const Change* a, const Change* b) {
    return same_id(a, b) && !is_same_but_for_gone(*a, *b);
  };
  if (std::adjacent_find(changes.begin(), changes.end(), two_contents) != changes.end()) {
    return false;
  }
  // Two copies of which more is erased in one both tell of that.
  const auto doubled = [&](const Change* a, const Change* b) { return same_id(a, b) && *a == *b; };
  changes.erase(std::unique(changes.begin(), changes.end(), doubled), changes.end());
  return true;
}

GradualDocument::GradualDocument(WorkspaceId workspace, ReplicaId self,
                                 std::vector<const Change*> changes)
    : document_(workspace, self), changes_(std::move(changes)) {}

Result<> GradualDocument::step(std::size_t operations) {
  std::vector<Change> portion;
  for (std::size_t taken = 0; taken < operations && !done(); ++next_) {
    portion.push_back(*changes_[next_]);
    taken += portion.back().operations.size();
  }
  const Result<std::size_t> held = document_.integrate(std::move(portion));
  if (!held.ok()) return held.error();
  return Ok{};
}

float GradualDocument::progress() const {
  if (changes_.empty()) return 1;
  return static_cast<float>(next_) / static_cast<float>(changes_.size());
}

Document GradualDocument::take() {
  return std::move(document_);
}

std::vector<const Change*> changes_up_to(const Document& document, OpId last) {
  std::vector<const Change*> changes = document.changes();
  const Change* end = document.find_change(last);
  const auto at = std::find(changes.begin(), changes.end(), end);
  if (at != changes.end()) changes.erase(at + 1, changes.end());
  return changes;
}

}  // namespace atlas
