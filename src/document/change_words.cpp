#include "document/change_words.hpp"

#include <algorithm>
#include <set>
#include <variant>

#include "base/text.hpp"
#include "base/tr.hpp"

namespace atlas {
namespace {

constexpr std::size_t kTitleLength = 60;
constexpr std::size_t kValueLength = 120;

struct RecordOf {
  RecordId operator()(const CreateOp& op) const { return op.record; }
  RecordId operator()(const SetOp& op) const { return op.record; }
  RecordId operator()(const MoveOp& op) const { return op.record; }
  RecordId operator()(const DeleteOp& op) const { return op.record; }
  RecordId operator()(const RestoreOp& op) const { return op.record; }
  template <typename Other>
  RecordId operator()(const Other& /*op*/) const {
    return {};
  }
};

std::string quoted(const Document& document, RecordId record) {
  const std::string title =
      record == kRootRecord ? std::string(tr(Text::kHistoryTop)) : title_of(document, record);
  return tr(Text::kQuoted, {shortened(title, kTitleLength)});
}

class EffectWords {
 public:
  explicit EffectWords(const Document& document) : document_(document) {}

  std::string operator()(const CreateOp& op) const {
    const TypeSpec* type = find_type(static_cast<RecordType>(op.type));
    const std::string_view label =
        type == nullptr ? tr(Text::kTitleFromNewer) : tr_word(type->label);
    return tr(Text::kEffectCreated, {label, quoted(document_, op.record)});
  }
  std::string operator()(const SetOp& op) const {
    const Record* record = document_.find(op.record);
    const FieldSpec* field =
        record == nullptr ? nullptr : find_field(record->type, FieldNumber{op.field});
    const std::string title = quoted(document_, op.record);
    if (field == nullptr) return tr(Text::kEffectNewerField, {title});
    const std::string_view label = tr_word(field->label);
    const std::string value = display_text(document_, *field, op.value);
    if (value.empty()) return tr(Text::kEffectCleared, {label, title});
    return tr(Text::kEffectSet, {label, title, shortened(value, kValueLength)});
  }
  std::string operator()(const MoveOp& op) const {
    return tr(Text::kEffectMoved, {quoted(document_, op.record), quoted(document_, op.parent)});
  }
  std::string operator()(const DeleteOp& op) const {
    return tr(Text::kEffectRemoved, {quoted(document_, op.record)});
  }
  std::string operator()(const RestoreOp& op) const {
    return tr(Text::kEffectRestored, {quoted(document_, op.record)});
  }
  template <typename Other>
  std::string operator()(const Other& /*op*/) const {
    return std::string(tr(Text::kEffectNewer));
  }

 private:
  const Document& document_;
};

// A move alone, to another parent: where to says more than that it was moved.
const MoveOp* sole_move(const Change& change) {
  if (change.operations.size() != 1) return nullptr;
  return std::get_if<MoveOp>(&change.operations.front());
}

bool stays_under_parent(const Document& document, const MoveOp& move) {
  const Record* record = document.find(move.record);
  return record != nullptr && record->parent == move.parent;
}

}  // namespace

std::vector<RecordId> records_in(const Change& change) {
  std::vector<RecordId> records;
  std::set<RecordId> seen;
  for (const Operation& operation : change.operations) {
    const RecordId record = std::visit(RecordOf{}, operation);
    if (!record.is_null() && seen.insert(record).second) records.push_back(record);
  }
  return records;
}

std::string headline_of(const Document& document, const Change& change) {
  const MoveOp* move = sole_move(change);
  const bool among_siblings =
      move != nullptr && stays_under_parent(document, *move) && !change.message.empty();
  if (move != nullptr && !among_siblings) return EffectWords(document)(*move);
  if (!change.message.empty()) return change.message;
  if (change.operations.size() == 1) {
    return std::visit(EffectWords(document), change.operations.front());
  }
  return tr_count(Text::kHistoryRecordsOne, Text::kHistoryRecordsMany, records_in(change).size());
}

std::vector<std::string> effects_of(const Document& document, const Change& change,
                                    std::size_t most) {
  std::vector<std::string> lines;
  const EffectWords words(document);
  for (const Operation& operation : change.operations) {
    if (lines.size() == most) {
      const std::size_t left = change.operations.size() - most;
      lines.push_back(tr_count(Text::kEffectMoreOne, Text::kEffectMoreMany, left));
      break;
    }
    lines.push_back(std::visit(words, operation));
  }
  return lines;
}

}  // namespace atlas
