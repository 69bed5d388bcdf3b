#include "document/document.hpp"

#include <algorithm>
#include <utility>

#include "document/state.hpp"

namespace atlas {
namespace {

const Value kUnset;

}  // namespace

Document::Document(WorkspaceId workspace, ReplicaId self)
    : state_(std::make_unique<State>(workspace, self)) {}
Document::~Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;

WorkspaceId Document::workspace() const {
  return state_->workspace;
}
ReplicaId Document::self() const {
  return state_->replica.self();
}
std::uint64_t Document::revision() const {
  return state_->revision;
}

std::uint64_t Document::rewritten() const {
  return state_->replica.rewritten();
}

const Record* Document::find(RecordId id) const {
  if (id.is_null()) return nullptr;
  const auto at = state_->node_of(id);
  return at ? &state_->records[*at] : nullptr;
}

const Record* Document::find_live(RecordId id) const {
  if (id.is_null()) return nullptr;
  const auto at = state_->node_of(id);
  return at && state_->is_live(*at) ? &state_->records[*at] : nullptr;
}

const Value& Document::get(RecordId id, FieldNumber field) const {
  const Record* record = find(id);
  return record == nullptr ? kUnset : record->fields.shown(field.value);
}

std::vector<RecordId> Document::children(RecordId parent) const {
  std::vector<RecordId> ids;
  const auto at = state_->node_of(parent);
  if (!at || !state_->is_live(*at)) return ids;
  for (const std::uint32_t child : state_->node(*at).children) {
    if (!state_->records[child].deleted) ids.push_back(state_->records[child].id);
  }
  return ids;
}

std::vector<RecordId> Document::children(RecordId parent, RecordType type) const {
  std::vector<RecordId> ids = children(parent);
  std::erase_if(ids, [&](RecordId id) { return find(id)->type != type; });
  return ids;
}

std::vector<RecordId> Document::records_of(RecordType type) const {
  std::vector<RecordId> ids;
  const auto found = state_->by_type.find(static_cast<std::uint32_t>(type));
  if (found == state_->by_type.end()) return ids;
  auto& [nodes, sorted] = found->second;
  if (!sorted) {
    std::sort(nodes.begin(), nodes.end(), [&](std::uint32_t a, std::uint32_t b) {
      return state_->records[a].id < state_->records[b].id;
    });
    sorted = true;
  }
  for (const std::uint32_t node : nodes) {
    if (state_->is_live(node)) ids.push_back(state_->records[node].id);
  }
  return ids;
}

std::vector<Document::Referrer> Document::referrers(RecordId target) const {
  const auto found = state_->referrers.find(target);
  if (found == state_->referrers.end()) return {};
  std::vector<Referrer> referrers = found->second;
  std::erase_if(referrers,
                [&](const Referrer& referrer) { return find_live(referrer.record) == nullptr; });
  std::sort(referrers.begin(), referrers.end(), [](const Referrer& a, const Referrer& b) {
    return a.record == b.record ? a.field < b.field : a.record < b.record;
  });
  return referrers;
}

std::size_t Document::live_count() const {
  std::size_t count = 0;
  for (std::uint32_t at = 1; at < state_->records.size(); ++at) count += state_->is_live(at);
  return count;
}

std::vector<const Change*> Document::changes() const {
  return changes_since({});
}

std::vector<const Change*> Document::changes_since(std::span<const OpId> version) const {
  const Version known(version);
  const ChangeLog& log = state_->replica.log();
  std::vector<const Change*> changes;
  for (const std::uint32_t at : log.in_order()) {
    if (!known.has(log.change(at).last_id())) changes.push_back(&log.change(at));
  }
  return changes;
}

void Document::visit_latest(const std::function<bool(const Change&)>& visit) const {
  const ChangeLog& log = state_->replica.log();
  const std::vector<std::uint32_t>& order = log.in_order();
  for (auto at = order.rbegin(); at != order.rend(); ++at) {
    if (!visit(log.change(*at))) return;
  }
}

std::vector<const Change*> Document::waiting() const {
  std::vector<const Change*> changes;
  for (const auto& [id, change] : state_->replica.waiting()) changes.push_back(&change);
  return changes;
}

bool Document::stands(OpId set) const {
  const ChangeLog& log = state_->replica.log();
  const auto ref = log.version().has(set) ? log.find(set) : std::nullopt;
  const auto* op = ref ? std::get_if<SetOp>(&log.operation(*ref)) : nullptr;
  const auto at = op != nullptr ? state_->node_of(op->record) : std::nullopt;
  if (!at) return false;
  const std::vector<LiveSet>& sets = state_->node(*at).sets;
  return std::any_of(sets.begin(), sets.end(),
                     [&](const LiveSet& live) { return live.op == *ref; });
}

const Change* Document::find_change(OpId operation) const {
  const ChangeLog& log = state_->replica.log();
  if (!log.version().has(operation)) return nullptr;
  const auto ref = log.find(operation);
  return ref ? &log.change(ref->change) : nullptr;
}

std::vector<OpId> Document::version_of(OpId operation) const {
  const ChangeLog& log = state_->replica.log();
  const auto ref = log.version().has(operation) ? log.find(operation) : std::nullopt;
  if (!ref) return {};
  Version version = log.past(ref->change);
  version.raise(log.change(ref->change).last_id());
  return version.entries();
}

void Document::write_as(ReplicaId self) {
  state_->replica.write_as(self);
}

void Document::come_after(const Document& earlier) {
  state_->revision = std::max(state_->revision, earlier.revision() + 1);
}

std::vector<OpId> Document::version() const {
  return state_->replica.log().version().entries();
}

Result<std::size_t> Document::integrate(std::vector<Change> changes) {
  Result<std::size_t> taken = state_->replica.integrate(std::move(changes));
  state_->refresh();
  return taken;
}

}  // namespace atlas
