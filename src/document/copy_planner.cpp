#include "document/copy_planner.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "base/tr.hpp"
#include "document/outline.hpp"
#include "document/same_branch.hpp"

namespace atlas {
namespace {

bool is_text(const FieldSpec& field) {
  return field.kind == FieldKind::kText || field.kind == FieldKind::kLongText;
}

bool may_name(const FieldSpec& field, RecordType type) {
  return field.kind == FieldKind::kReference &&
         (field.refers_to.empty() ||
          std::find(field.refers_to.begin(), field.refers_to.end(), type) != field.refers_to.end());
}

std::vector<RecordId> references_of(const Record& record) {
  std::vector<RecordId> named;
  for (const auto& [number, state] : record.fields) {
    if (const auto* id = std::get_if<RecordId>(&state.shown())) named.push_back(*id);
  }
  return named;
}

}  // namespace

void CopyPlanner::gather(std::span<const RecordId> tops, CopyReferrers referrers) {
  const auto is_below_another = [&](RecordId top) {
    const Record* at = source_.find_live(source_.find_live(top)->parent);
    while (at != nullptr && std::find(tops.begin(), tops.end(), at->id) == tops.end()) {
      at = source_.find_live(at->parent);
    }
    return at != nullptr;
  };
  for (const RecordId top : tops) {
    if (source_.find_live(top) == nullptr || is_below_another(top)) continue;
    add_branch(top, Kin::kTop, Kin::kBelow);
  }
  if (referrers == CopyReferrers::kBring) add_referrers();
  // The list grows meanwhile.
  for (std::size_t i = 0; i < gathered_.size(); ++i) {
    for (const RecordId named : references_of(*source_.find(gathered_[i].record))) resolve(named);
  }
}

void CopyPlanner::add_branch(RecordId top, Kin top_kin, Kin kin) {
  const auto add = [&](RecordId record, Kin as) {
    if (places_.emplace(record, gathered_.size()).second) gathered_.push_back({record, as, false});
  };
  add(top, top_kin);
  for (const OutlineEntry& entry : outline(source_, top)) add(entry.record, kin);
}

void CopyPlanner::add_referrers() {
  const auto is_inside = [&](RecordId named) { return places_.contains(named); };
  std::vector<RecordId> found;
  for (const RecordId top : source_.children(kRootRecord)) {
    if (!stands_in_no_model(top) || is_inside(top)) continue;
    const std::vector<RecordId> named = references_of(*source_.find(top));
    const auto is_there = [&](RecordId id) {
      return is_inside(id) || is_in_target(id) || stands_in_no_model(top_above(id));
    };
    if (std::any_of(named.begin(), named.end(), is_inside) &&
        std::all_of(named.begin(), named.end(), is_there)) {
      found.push_back(top);
    }
  }
  for (const RecordId top : found) add_branch(top, Kin::kAlong, Kin::kAlong);
}

void CopyPlanner::resolve(RecordId named) {
  if (places_.contains(named) || outside_.contains(named)) return;
  if (is_in_target(named)) {
    outside_.emplace(named, named);
    return;
  }
  const RecordId top = top_above(named);
  if (!stands_in_no_model(top)) {
    outside_.emplace(named, RecordId{});
  } else if (!find_same_in_target(top)) {
    add_branch(top, Kin::kAlong, Kin::kAlong);
  }
}

// Where there is one, all that is below is found with it.
bool CopyPlanner::find_same_in_target(RecordId top) {
  if (!target_tops_known_) {
    for (const RecordId each : target_.children(kRootRecord)) {
      target_tops_[title_of(target_, each)].push_back(each);
    }
    target_tops_known_ = true;
  }
  const auto candidates = target_tops_.find(title_of(source_, top));
  if (candidates == target_tops_.end()) return false;
  for (const RecordId candidate : candidates->second) {
    if (!is_same_branch({source_, top}, {target_, candidate})) continue;
    const std::vector<OutlineEntry> here = outline(source_, top);
    const std::vector<OutlineEntry> there = outline(target_, candidate);
    outside_.emplace(top, candidate);
    for (std::size_t i = 0; i < here.size(); ++i) {
      outside_.emplace(here[i].record, there[i].record);
    }
    return true;
  }
  return false;
}

bool CopyPlanner::stands_in_no_model(RecordId top) const {
  const Record* record = source_.find_live(top);
  return record != nullptr && record->type != RecordType::kModel &&
         record->type != RecordType::kWorkspace;
}

bool CopyPlanner::is_in_target(RecordId record) const {
  const Record* there = target_.find_live(record);
  const Record* here = source_.find(record);
  return there != nullptr && (here == nullptr || here->type == there->type);
}

// Null where the record is not live.
RecordId CopyPlanner::top_above(RecordId record) const {
  const Record* at = source_.find_live(record);
  while (at != nullptr && !at->parent.is_null()) at = source_.find(at->parent);
  return at == nullptr ? RecordId{} : at->id;
}

void CopyPlanner::leave_out() {
  for (const Gathered& each : gathered_) {
    if (!each.left_out && !can_be(*source_.find(each.record))) leave_out_branch(each.record);
  }
}

bool CopyPlanner::can_be(const Record& record) const {
  const TypeSpec* type = find_type(record.type);
  return type != nullptr &&
         std::all_of(type->fields.begin(), type->fields.end(), [&](const FieldSpec& field) {
           return !field.required || will_have(record, field);
         });
}

bool CopyPlanner::will_have(const Record& record, const FieldSpec& field) const {
  if (is_text(field)) return true;
  const Value& value = record.fields.shown(field.number.value);
  const auto* named = std::get_if<RecordId>(&value);
  if (named == nullptr) return validate(target_, record.type, field.number, value).ok();
  if (is_copied(*named)) return may_name(field, source_.find(*named)->type);
  const RecordId there = outside(*named);
  return !there.is_null() && validate(target_, record.type, field.number, there).ok();
}

bool CopyPlanner::is_copied(RecordId record) const {
  const auto at = places_.find(record);
  return at != places_.end() && !gathered_[at->second].left_out;
}

RecordId CopyPlanner::outside(RecordId named) const {
  const auto at = outside_.find(named);
  return at == outside_.end() ? RecordId{} : at->second;
}

// And what needs any of it.
void CopyPlanner::leave_out_branch(RecordId top) {
  std::vector<RecordId> waiting{top};
  const auto needs = [&](const Document::Referrer& referrer) {
    const FieldSpec* field = find_field(source_.find(referrer.record)->type, referrer.field);
    return field != nullptr && field->required;
  };
  while (!waiting.empty()) {
    const RecordId record = waiting.back();
    waiting.pop_back();
    if (!is_copied(record)) continue;
    gathered_[places_.at(record)].left_out = true;
    for (const RecordId child : source_.children(record)) {
      if (is_copied(child) && gathered_[places_.at(child)].kin != Kin::kTop) {
        waiting.push_back(child);
      }
    }
    for (const Document::Referrer& referrer : source_.referrers(record)) {
      if (is_copied(referrer.record) && needs(referrer)) waiting.push_back(referrer.record);
    }
  }
}

void CopyPlanner::plan(BranchCopy& copy) {
  for (const Gathered& each : gathered_) {
    if (each.left_out) {
      ++copy.counts_.left_out;
      continue;
    }
    const Record& record = *source_.find(each.record);
    Planned planned;
    planned.type = record.type;
    planned.is_top = each.kin == Kin::kTop;
    const auto parent = planned_at_.find(record.parent);
    if (!planned.is_top && parent != planned_at_.end()) planned.parent = parent->second;
    planned_at_.emplace(each.record, copy.planned_.size());
    copy.planned_.push_back(std::move(planned));
    ++copy.counts_.records[record.type];
    if (each.kin == Kin::kAlong) ++copy.counts_.along;
  }
  for (const Gathered& each : gathered_) {
    if (each.left_out) continue;
    Planned& planned = copy.planned_[planned_at_.at(each.record)];
    plan_record(*source_.find(each.record), planned, copy.counts_);
  }
}

void CopyPlanner::plan_record(const Record& record, Planned& planned, CopyCounts& counts) const {
  for (const auto& [number, state] : record.fields) {
    const FieldNumber at{number};
    if (state.clashes()) ++counts.clashing;
    if (is_unset(state.shown())) continue;
    if (is_gone(state.shown())) {
      ++counts.erased;
      continue;
    }
    const FieldSpec* field = find_field(record.type, at);
    const auto* named = std::get_if<RecordId>(&state.shown());
    if (named != nullptr && field != nullptr) {
      plan_reference(*field, record.type, *named, planned, counts);
    } else if (validate(target_, record.type, at, state.shown()).ok()) {
      planned.values.emplace_back(at, state.shown());
    } else {
      ++counts.refused;
    }
  }
  name_what_must_be_named(record, planned);
}

void CopyPlanner::plan_reference(const FieldSpec& field, RecordType type, RecordId named,
                                 Planned& planned, CopyCounts& counts) const {
  if (is_copied(named)) {
    if (may_name(field, source_.find(named)->type)) {
      planned.inside.emplace_back(field.number, planned_at_.at(named));
    } else {
      ++counts.refused;
    }
    return;
  }
  const RecordId there = outside(named);
  if (there.is_null()) {
    ++counts.emptied;
  } else if (validate(target_, type, field.number, there).ok()) {
    planned.values.emplace_back(field.number, there);
  } else {
    ++counts.refused;
  }
}

void CopyPlanner::name_what_must_be_named(const Record& record, Planned& planned) const {
  for (const FieldSpec& field : find_type(record.type)->fields) {
    if (!field.required || !is_text(field)) continue;
    const bool has_one =
        std::any_of(planned.values.begin(), planned.values.end(),
                    [&](const auto& value) { return value.first == field.number; });
    if (has_one) continue;
    const bool erased = is_gone(record.fields.shown(field.number.value));
    planned.values.emplace_back(
        field.number, erased ? std::string(tr(Text::kValueErased)) : title_of(source_, record.id));
  }
}

}  // namespace atlas
