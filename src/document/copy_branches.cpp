#include "document/copy_branches.hpp"

#include <utility>

#include "base/tr.hpp"
#include "document/copy_planner.hpp"

namespace atlas {

std::size_t CopyCounts::records_of(RecordType type) const {
  const auto found = records.find(type);
  return found == records.end() ? 0 : found->second;
}

std::size_t CopyCounts::all_records() const {
  std::size_t all = 0;
  for (const auto& [type, count] : records) all += count;
  return all;
}

BranchCopy::BranchCopy(const Document& source, const Document& target,
                       std::span<const RecordId> tops, CopyReferrers referrers) {
  CopyPlanner planner(source, target);
  planner.gather(tops, referrers);
  planner.leave_out();
  planner.plan(*this);
}

Result<std::vector<RecordId>> BranchCopy::write(Transaction& transaction,
                                                const CopyPlace& place) const {
  std::size_t operations = planned_.size();
  for (const Planned& each : planned_) operations += each.values.size() + each.inside.size();
  transaction.expect(operations);
  const Error changed = error_of(ErrorCode::kConflict, tr(Text::kErrorRecordNotThere),
                                 tr(Text::kKeptNothingChanged), tr(Text::kNextChooseAnother));
  std::vector<RecordId> made;
  std::vector<RecordId> tops;
  made.reserve(planned_.size());
  for (const Planned& each : planned_) {
    const RecordId parent = each.parent != kNone ? made[each.parent]
                            : each.is_top        ? place.parent
                                                 : kRootRecord;
    const Position position = each.is_top ? place.position : Position{};
    const RecordId record = transaction.create(each.type, parent, position);
    if (record.is_null()) return changed;
    made.push_back(record);
    if (each.is_top) tops.push_back(record);
    const auto refused = transaction.set_all(record, each.values);
    if (!refused.empty()) return refused.front().reason;
  }
  // What they name is there only now.
  for (std::size_t i = 0; i < planned_.size(); ++i) {
    if (planned_[i].inside.empty()) continue;
    std::vector<Transaction::FieldValue> values;
    for (const auto& [field, at] : planned_[i].inside) values.emplace_back(field, made[at]);
    const auto refused = transaction.set_all(made[i], std::move(values));
    if (!refused.empty()) return refused.front().reason;
  }
  return tops;
}

}  // namespace atlas
