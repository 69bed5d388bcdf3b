#include "document/state.hpp"

#include <algorithm>
#include <utility>

#include "base/order_key.hpp"

namespace atlas {

FieldMap Document::State::fields_of(const Node& node) const {
  FieldMap fields;
  fields.reserve(node.sets.size());
  for (auto at = node.sets.begin(); at != node.sets.end();) {
    const std::uint32_t number = at->field;
    // What is erased is shown only where nothing else stands, and is no side of a clash.
    FieldState field{Erased{}, {}};
    for (; at != node.sets.end() && at->field == number; ++at) {
      const Value& value = replica.records().value(at->op);
      if (is_erased(value)) continue;
      if (is_erased(field.shown)) {
        field.shown = value;
      } else {
        field.others.push_back(value);
      }
    }
    if (!is_unset(field.shown) || field.clashes()) fields.append(number, std::move(field));
  }
  return fields;
}

Record Document::State::rebuilt(std::uint32_t at) const {
  const Node& from = node(at);
  Record record;
  record.id = from.id;
  record.type = static_cast<RecordType>(from.type);
  record.parent = node(replica.records().tree().place(at).parent).id;
  record.order = replica.records().order(at);
  record.deleted = std::any_of(from.deletes.begin(), from.deletes.end(),
                               [](const LiveDelete& live) { return !live.contested_by; });
  record.returned = !from.deletes.empty() && !record.deleted;
  record.fields = fields_of(from);
  return record;
}

// Whether the record's field, if there is such a record, shows a reference to the target.
bool Document::State::refers(const Record* record, std::uint32_t field, RecordId target) {
  if (record == nullptr) return false;
  const auto at = record->fields.find(field);
  const auto* shown =
      at == record->fields.end() ? nullptr : std::get_if<RecordId>(&at->second.shown);
  return shown != nullptr && *shown == target;
}

// Touches only what differs: lists of a type, or of what refers to one record, can be long.
void Document::State::reindex(std::uint32_t at, const Record* old, const Record* fresh) {
  if (old == nullptr || fresh == nullptr || old->type != fresh->type) {
    if (old != nullptr) std::erase(by_type[static_cast<std::uint32_t>(old->type)].nodes, at);
    if (fresh != nullptr) {
      TypeIndex& of_type = by_type[static_cast<std::uint32_t>(fresh->type)];
      of_type.sorted =
          of_type.sorted && (of_type.nodes.empty() || records[of_type.nodes.back()].id < fresh->id);
      of_type.nodes.push_back(at);
    }
  }
  const auto each_reference = [](const Record* record, const auto& visit) {
    if (record == nullptr) return;
    for (const auto& [number, field] : record->fields) {
      const auto* target = std::get_if<RecordId>(&field.shown);
      if (target != nullptr) visit(number, *target);
    }
  };
  each_reference(old, [&](std::uint32_t field, RecordId target) {
    if (refers(fresh, field, target)) return;
    std::erase_if(referrers[target], [&](const Referrer& referrer) {
      return referrer.record == old->id && referrer.field.value == field;
    });
  });
  each_reference(fresh, [&](std::uint32_t field, RecordId target) {
    if (!refers(old, field, target)) referrers[target].push_back({fresh->id, {field}});
  });
}

void Document::State::refresh_record(std::uint32_t at) {
  const bool is_new = at >= records.size();
  if (is_new) records.resize(at + 1);
  Record fresh = rebuilt(at);
  reindex(at, is_new ? nullptr : &records[at], &fresh);
  records[at] = std::move(fresh);
  if (may_clash(at) && !clashes_at(at).empty()) {
    clashing.insert(at);
  } else {
    clashing.erase(at);
  }
}

void Document::State::refresh() {
  const std::vector<std::uint32_t> touched = replica.take_touched();
  if (touched.empty()) return;
  ++revision;
  const std::uint32_t size = replica.records().size();
  for (; records.size() > size; records.pop_back()) {
    const auto last = static_cast<std::uint32_t>(records.size() - 1);
    reindex(last, &records[last], nullptr);
    clashing.erase(last);
  }
  for (const std::uint32_t at : touched) {
    if (at < size) refresh_record(at);
  }
}

bool Document::State::is_live(std::uint32_t at) const {
  for (; at != MoveTree::kRoot; at = replica.records().tree().place(at).parent) {
    if (records[at].deleted) return false;
  }
  return true;
}

std::string Document::State::order_at(RecordId parent, RecordId before, RecordId moving) const {
  const OrderTag tag = order_tag(replica.self());
  const std::vector<std::uint32_t>& siblings = node(node_of(parent).value_or(0)).children;
  // The end is where most go: found from behind.
  auto at = siblings.end();
  if (!before.is_null()) {
    at = std::find_if(siblings.begin(), siblings.end(),
                      [&](std::uint32_t sibling) { return records[sibling].id == before; });
  }
  std::optional<std::string_view> upper;
  if (at != siblings.end()) upper = records[*at].order;
  std::optional<std::string_view> lower;
  while (at != siblings.begin() && !lower) {
    const Record& sibling = records[*--at];
    if (sibling.id != moving) lower = sibling.order;
  }
  return order_key_between(lower, upper, tag);
}

RecordId Document::State::next_live_sibling(std::uint32_t at) const {
  const auto& siblings = node(replica.records().tree().place(at).parent).children;
  auto next = std::find(siblings.begin(), siblings.end(), at);
  while (++next != siblings.end()) {
    if (!records[*next].deleted) return records[*next].id;
  }
  return kRootRecord;
}

std::vector<OpRef> Document::State::sets_of(std::uint32_t at, std::uint32_t field) const {
  std::vector<OpRef> refs;
  for (const LiveSet& set : node(at).sets) {
    if (set.field == field) refs.push_back(set.op);
  }
  return refs;
}

std::vector<OpId> Document::State::ids_of(const std::vector<OpRef>& refs) const {
  std::vector<OpId> ids;
  ids.reserve(refs.size());
  for (const OpRef ref : refs) ids.push_back(replica.log().id(ref));
  std::sort(ids.begin(), ids.end());
  return ids;
}

std::vector<OpId> Document::State::deletes_of(std::uint32_t at) const {
  std::vector<OpRef> refs;
  for (const LiveDelete& live : node(at).deletes) refs.push_back(live.op);
  return ids_of(refs);
}

}  // namespace atlas
