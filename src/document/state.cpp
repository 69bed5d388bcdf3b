#include "document/state.hpp"

#include <algorithm>
#include <utility>

#include "base/order_key.hpp"

namespace atlas {

// What is gone is shown only where nothing else stands, and is no side of a clash.
std::optional<FieldState> Document::State::field_from(LiveSets& at, LiveSets end) const {
  const std::uint32_t number = at->field;
  FieldState field(replica.records().value(at->op));
  for (++at; at != end && at->field == number; ++at) {
    const Value& value = replica.records().value(at->op);
    if (is_gone(value)) continue;
    if (is_gone(field.shown())) {
      field.show(value);
    } else {
      field.add_other(value);
    }
  }
  if (is_unset(field.shown()) && !field.clashes()) return std::nullopt;
  return field;
}

FieldMap Document::State::fields_of(const Node& node) const {
  FieldMap fields;
  fields.reserve(node.sets.size());
  for (auto at = node.sets.begin(); at != node.sets.end();) {
    const std::uint32_t number = at->field;
    std::optional<FieldState> field = field_from(at, node.sets.end());
    if (field) fields.append(number, std::move(*field));
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

std::vector<Document::State::Reference> Document::State::references_of(const FieldMap& fields) {
  std::vector<Reference> found;
  for (const auto& [number, field] : fields) {
    const auto* target = std::get_if<RecordId>(&field.shown());
    if (target != nullptr) found.push_back({number, *target});
  }
  return found;
}

// Touches only what differs: lists of what refers to one record can be long.
void Document::State::refer(std::uint32_t at, const std::vector<Reference>& old,
                            const std::vector<Reference>& fresh) {
  const RecordId record = records[at].id;
  const auto has = [](const std::vector<Reference>& all, const Reference& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
  };
  for (const Reference& gone : old) {
    if (has(fresh, gone)) continue;
    std::erase_if(referrers[gone.target], [&](const Referrer& referrer) {
      return referrer.record == record && referrer.field.value == gone.field;
    });
  }
  for (const Reference& added : fresh) {
    if (!has(old, added)) referrers[added.target].push_back({record, {added.field}});
  }
}

// The same for lists of a type.
void Document::State::reindex_type(std::uint32_t at, const Record* old, const Record* fresh) {
  if (old != nullptr && fresh != nullptr && old->type == fresh->type) return;
  if (old != nullptr) std::erase(by_type[static_cast<std::uint32_t>(old->type)].nodes, at);
  if (fresh == nullptr) return;
  TypeIndex& of_type = by_type[static_cast<std::uint32_t>(fresh->type)];
  of_type.sorted =
      of_type.sorted && (of_type.nodes.empty() || records[of_type.nodes.back()].id < fresh->id);
  of_type.nodes.push_back(at);
}

void Document::State::remove_last() {
  const auto last = static_cast<std::uint32_t>(records.size() - 1);
  reindex_type(last, &records[last], nullptr);
  refer(last, references[last], {});
  clashing.erase(last);
  records.pop_back();
  references.pop_back();
}

// The same as whether clashes_at gives any, without making them where fields can tell.
bool Document::State::has_clash(std::uint32_t at) const {
  if (!may_clash(at)) return false;
  for (const auto& [number, field] : records[at].fields) {
    if (field.clashes()) return true;
  }
  return !clashes_at(at).empty();
}

void Document::State::note_clash(std::uint32_t at) {
  if (has_clash(at)) {
    clashing.insert(at);
  } else if (!clashing.empty()) {
    clashing.erase(at);
  }
}

void Document::State::refresh_record(std::uint32_t at) {
  const bool is_new = at >= records.size();
  if (is_new) {
    records.resize(at + 1);
    references.resize(at + 1);
  }
  Record fresh = rebuilt(at);
  reindex_type(at, is_new ? nullptr : &records[at], &fresh);
  records[at] = std::move(fresh);
  std::vector<Reference> targets = references_of(records[at].fields);
  refer(at, references[at], targets);
  references[at] = std::move(targets);
  note_clash(at);
}

void Document::State::refresh_field(std::uint32_t at, std::uint32_t field) {
  const std::vector<LiveSet>& sets = node(at).sets;
  LiveSets first = std::partition_point(sets.begin(), sets.end(),
                                        [&](const LiveSet& set) { return set.field < field; });
  std::optional<FieldState> fresh;
  if (first != sets.end() && first->field == field) fresh = field_from(first, sets.end());
  const auto* target = fresh ? std::get_if<RecordId>(&fresh->shown()) : nullptr;
  if (target != nullptr || !references[at].empty()) {
    std::vector<Reference> targets = references[at];
    std::erase_if(targets, [&](const Reference& reference) { return reference.field == field; });
    if (target != nullptr) targets.push_back({field, *target});
    refer(at, references[at], targets);
    references[at] = std::move(targets);
  }
  records[at].fields.put(field, std::move(fresh));
}

void Document::State::refresh() {
  const Records::Touched touched = replica.take_touched();
  if (touched.nodes.empty() && touched.fields.empty()) return;
  ++revision;
  const std::uint32_t size = replica.records().size();
  while (records.size() > size) remove_last();
  for (const std::uint32_t at : touched.nodes) {
    if (at < size) refresh_record(at);
  }
  std::vector<std::uint32_t> nodes;
  for (const auto& [at, field] : touched.fields) {
    if (at >= size) continue;
    refresh_field(at, field);
    if (nodes.empty() || nodes.back() != at) nodes.push_back(at);
  }
  std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  for (const std::uint32_t at : nodes) note_clash(at);
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
