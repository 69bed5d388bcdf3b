#include "partnership/recent.hpp"

#include <algorithm>
#include <variant>

namespace atlas {
namespace {

struct RecordOf {
  template <typename Known>
  RecordId operator()(const Known& operation) const {
    return operation.record;
  }
  RecordId operator()(const EraseOp& /*operation*/) const { return {}; }
  RecordId operator()(const UnknownOp& /*operation*/) const { return {}; }
};

// The first live record that a change touched.
RecordId touched(const Document& document, const Change& change) {
  for (const Operation& operation : change.operations) {
    const RecordId record = std::visit(RecordOf{}, operation);
    if (document.find_live(record) != nullptr) return record;
  }
  return {};
}

}  // namespace

std::vector<RecentEdit> recent_edits(const Document& document, std::size_t most) {
  std::vector<RecentEdit> edits;
  document.visit_latest([&](const Change& change) {
    if (edits.size() == most) return false;
    if (change.time_ms == 0) return true;
    const RecordId record = touched(document, change);
    const bool known = std::any_of(edits.begin(), edits.end(),
                                   [&](const RecentEdit& e) { return e.record == record; });
    if (!record.is_null() && !known) {
      edits.push_back({record, change.time_ms, change.author, change.message});
    }
    return true;
  });
  return edits;
}

}  // namespace atlas
