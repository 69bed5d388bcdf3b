#include "document/transaction.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "base/tr.hpp"
#include "document/state.hpp"

namespace atlas {
namespace {

Error refusal(std::string_view happened, std::string_view next) {
  return error_of(ErrorCode::kConflict, happened, tr(Text::kKeptNothingChanged), next);
}

Error not_there() {
  return refusal(tr(Text::kErrorRecordNotThere), tr(Text::kNextChooseAnother));
}

// "" and a reference to nothing are ways to say unset.
Value normalised(Value value) {
  const auto* text = std::get_if<std::string>(&value);
  const auto* record = std::get_if<RecordId>(&value);
  const bool nothing =
      (text != nullptr && text->empty()) || (record != nullptr && record->is_null());
  return nothing ? Value(Unset{}) : std::move(value);
}

}  // namespace

struct Transaction::Draft {
  const Document& document;  // for reading, by those who take one
  Document::State& state;
  std::string message;
  Stamp stamp;
  std::vector<std::uint32_t> created;  // nodes

  // The record's node when it can be edited.
  [[nodiscard]] std::optional<std::uint32_t> live_node(RecordId record) const {
    if (record.is_null()) return std::nullopt;
    const auto at = state.node_of(record);
    return at && state.is_live(*at) ? at : std::nullopt;
  }
  // Reads see it after the next refresh.
  void write_set(std::uint32_t at, FieldNumber field, Value value) const {
    const RecordId record = state.records[at].id;
    state.write_unseen(
        SetOp{record, field.value, std::move(value), state.ids_of(state.sets_of(at, field.value))});
  }
  // The same for a value that may be there already, or that the schema may refuse.
  [[nodiscard]] Result<> put(std::uint32_t at, FieldNumber field, Value value) const {
    value = normalised(std::move(value));
    const Record& record = state.records[at];
    if (record.fields.shown(field.value) == value) return Ok{};
    Result<> allowed = validate(document, record.type, field, value);
    if (allowed) write_set(at, field, std::move(value));
    return allowed;
  }
};

Transaction::Transaction(Document& document, std::string message, Stamp stamp)
    : draft_(new Draft{document, *document.state_, std::move(message), std::move(stamp), {}}) {
  assert(!draft_->state.transaction_open);
  draft_->state.transaction_open = true;
}

Transaction::~Transaction() {
  draft_->state.drop();
  draft_->state.transaction_open = false;
}

void Transaction::expect(std::size_t operations) {
  draft_->state.replica.expect(operations);
}

RecordId Transaction::create(RecordType type, RecordId parent, Position position) {
  const OpId id = draft_->state.replica.next_id();
  return create_with_id({id.replica, id.counter}, type, parent, position);
}

RecordId Transaction::create_with_id(RecordId id, RecordType type, RecordId parent,
                                     Position position) {
  Document::State& state = draft_->state;
  if (!parent.is_null() && !draft_->live_node(parent)) return kRootRecord;
  if (id.is_null() || state.node_of(id)) return kRootRecord;
  std::string order = state.order_at(parent, position.before, id);
  state.write(CreateOp{id, static_cast<std::uint32_t>(type), parent, std::move(order)});
  draft_->created.push_back(*state.node_of(id));
  return id;
}

Result<> Transaction::set(RecordId record, FieldNumber field, Value value) {
  const auto at = draft_->live_node(record);
  if (!at) return not_there();
  Result<> done = draft_->put(*at, field, std::move(value));
  draft_->state.refresh();
  return done;
}

std::vector<Transaction::Refused> Transaction::set_all(RecordId record,
                                                       std::vector<FieldValue> values) {
  std::vector<Refused> refused;
  const auto at = draft_->live_node(record);
  for (FieldValue& each : values) {
    const Result<> done =
        at ? draft_->put(*at, each.first, std::move(each.second)) : Result<>(not_there());
    if (!done) refused.push_back({each.first, done.error()});
  }
  draft_->state.refresh();
  return refused;
}

Result<> Transaction::settle(RecordId record, FieldNumber field, Value value) {
  const auto at = draft_->live_node(record);
  if (!at) return not_there();
  value = normalised(std::move(value));
  Result<> allowed = validate(draft_->document, draft_->state.records[*at].type, field, value);
  if (!allowed) return allowed;
  if (draft_->state.sets_of(*at, field.value).size() < 2) return set(record, field, value);
  draft_->write_set(*at, field, std::move(value));
  draft_->state.refresh();
  return Ok{};
}

Result<> Transaction::move(RecordId record, RecordId parent, Position position) {
  Document::State& state = draft_->state;
  const auto at = draft_->live_node(record);
  const auto above = parent.is_null() ? std::optional(MoveTree::kRoot) : draft_->live_node(parent);
  if (!at || !above) return not_there();
  if (state.replica.records().tree().is_within(*above, *at)) {
    return refusal(tr(Text::kErrorUnderItself, {title_of(draft_->document, record)}),
                   tr(Text::kNextChooseAnotherPlace));
  }
  const bool stays = state.records[*at].parent == parent &&
                     (position.before == record || state.next_live_sibling(*at) == position.before);
  if (stays && !state.has_placement_clash(*at)) return Ok{};
  std::string order =
      stays ? state.records[*at].order : state.order_at(parent, position.before, record);
  state.write(MoveOp{record, parent, std::move(order)});
  return Ok{};
}

Result<> Transaction::remove(RecordId record) {
  if (!draft_->live_node(record)) return not_there();
  draft_->state.write(DeleteOp{record});
  return Ok{};
}

Result<> Transaction::restore(RecordId record) {
  Document::State& state = draft_->state;
  const auto at = record.is_null() ? std::nullopt : state.node_of(record);
  if (!at) return not_there();
  std::vector<OpId> deletes = state.deletes_of(*at);
  if (deletes.empty()) return Ok{};
  state.write(RestoreOp{record, std::move(deletes)});
  return Ok{};
}

bool Transaction::empty() const {
  return !draft_->state.replica.is_writing();
}

Result<std::optional<OpId>> Transaction::commit() {
  Document::State& state = draft_->state;
  if (empty()) return std::optional<OpId>();
  const Result<> can_write = state.replica.can_write();
  if (!can_write) return can_write.error();
  for (const std::uint32_t at : draft_->created) {
    if (!state.is_live(at)) continue;
    const Record& record = state.records[at];
    const TypeSpec* type = find_type(record.type);
    if (type == nullptr) continue;
    for (const FieldSpec& field : type->fields) {
      if (!field.required || !is_unset(record.fields.shown(field.number.value))) continue;
      return error_of(ErrorCode::kInvalid,
                      tr(Text::kErrorNewNeedsField, {tr_word(type->label), tr_word(field.label)}),
                      tr(Text::kKeptNotAdded), tr(Text::kNextFillItIn));
    }
  }
  draft_->created.clear();
  return std::optional(
      state.replica.close(draft_->stamp.time_ms, draft_->stamp.author, std::move(draft_->message)));
}

}  // namespace atlas
