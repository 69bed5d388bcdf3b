#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "base/bytes.hpp"
#include "io/bounded_archive.hpp"
#include "io/change_codec.hpp"
#include "io/columns.hpp"

namespace atlas::io {
namespace {

std::uint64_t zigzag(std::uint64_t difference) {
  const auto value = static_cast<std::int64_t>(difference);
  return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63);
}

class Writer {
 public:
  std::string write(std::span<const Change* const> changes) {
    to(Column::kChanges).write_varint(changes.size());
    for (const Change* change : changes) write_change(*change);
    write_by_field(Column::kTexts, &Field::texts);
    write_by_field(Column::kNumbers, &Field::numbers);
    BoundedOutputArchive out;
    out.write(&kColumnMark, 1);
    for (ByteWriter& column : columns_) {
      const std::string bytes = column.take();
      out(static_cast<std::uint64_t>(bytes.size()));
      out.write(bytes.data(), bytes.size());
    }
    return out.take();
  }

 private:
  // What one field's values share: they resemble each other.
  struct Field {
    ByteWriter texts;
    ByteWriter numbers;
    std::uint64_t kind = kNoKind;  // of the last value
    std::uint64_t offset = 0;      // columns.hpp, kFarFromRecord
  };
  static constexpr std::uint64_t kNoKind = ~std::uint64_t{0};

  void write_by_field(Column column, ByteWriter Field::*part) {
    const auto used = [&](const auto& entry) { return !(entry.second.*part).bytes().empty(); };
    to(column).write_varint(
        static_cast<std::uint64_t>(std::count_if(fields_.begin(), fields_.end(), used)));
    for (const auto& entry : fields_) {
      if (!used(entry)) continue;
      to(column).write_varint(entry.first);
      to(column).write_string((entry.second.*part).bytes());
    }
  }

  ByteWriter& to(Column column) { return columns_[static_cast<std::size_t>(column)]; }

  // Where counters of a replica are expected to go on, in one column.
  using Counters = std::vector<std::uint64_t>;

  std::size_t write_replica(Column column, ReplicaId replica) {
    const auto [found, is_new] = replicas_.emplace(replica.value, replicas_.size());
    if (is_new) to(Column::kReplicas).write_u64(replica.value);
    to(column).write_varint(found->second);
    return found->second;
  }
  void write_id(Column column, Counters& last, ReplicaId replica, std::uint64_t counter) {
    const std::size_t index = write_replica(column, replica);
    if (last.size() <= index) last.resize(index + 1);
    to(column).write_varint(zigzag(counter - last[index]));
    last[index] = counter;
  }

  void write_change(const Change& change) {
    ByteWriter& out = to(Column::kChanges);
    write_id(Column::kChanges, change_ends_, change.replica, change.first_counter);
    out.write_varint(zigzag(change.lamport - lamport_));
    lamport_ = change.lamport + change.operations.size();
    out.write_varint(zigzag(static_cast<std::uint64_t>(change.time_ms) - time_));
    time_ = static_cast<std::uint64_t>(change.time_ms);
    write_word(change.author);
    write_word(change.message);
    out.write_varint(change.operations.size());
    out.write_varint(change.parents.size());
    for (const OpId parent : change.parents) {
      write_id(Column::kParents, parent_ends_, parent.replica, parent.counter);
    }
    own_ = change.first_id();
    for (const Operation& operation : change.operations) {
      write_operation(operation);
      ++own_.counter;
    }
    change_ends_[replicas_[change.replica.value]] = own_.counter;
  }

  // 0: a new word; n: the n-th. Long ones are always written.
  void write_word(const std::string& word) {
    const auto found = words_.find(word);
    const bool copies = found != words_.end() && word.size() <= kLongestCopy &&
                        copied_ + word.size() <= kMostCopiedBytes;
    to(Column::kChanges).write_varint(copies ? found->second : 0);
    if (copies) {
      copied_ += word.size();
      return;
    }
    to(Column::kWords).write_string(word);
    words_.emplace(word, ++word_count_);
  }

  // 0: none; 1: an id that the block has not named; 2: the operation's own id; else the distance
  // from the last one in this column.
  struct Last {
    RecordId id;
    std::size_t place = 0;
  };
  void write_record(Column column, Last& last, RecordId id) {
    if (id.is_null()) return to(column).write_varint(0);
    if (id == last.id) return to(column).write_varint(3);  // as below, without looking it up
    const auto [found, is_new] = records_.emplace(id, records_.size());
    const bool own = id == RecordId{own_.replica, own_.counter};
    if (own && is_new) {
      to(column).write_varint(2);
    } else if (is_new) {
      to(column).write_varint(1);
      write_id(Column::kNewRecords, record_ends_, id.replica, id.counter);
    } else {
      // In 64 bits on every target: a size has 32 on wasm32, and a step back would be a leap ahead.
      to(column).write_varint(3 + zigzag(std::uint64_t{found->second} - std::uint64_t{last.place}));
    }
    last = {id, found->second};
  }

  void write_operation(const Operation& operation) {
    const auto* unknown = std::get_if<UnknownOp>(&operation);
    to(Column::kKinds)
        .write_varint(unknown == nullptr ? operation.index() : std::uint64_t{unknown->kind});
    std::visit([&](const auto& held) { write(held); }, operation);
  }
  void write(const CreateOp& op) {
    write_record(Column::kRecords, last_record_, op.record);
    to(Column::kTypes).write_varint(op.type);
    write_place(op.parent, op.order);
  }
  void write(const SetOp& op) {
    write_record(Column::kRecords, last_record_, op.record);
    to(Column::kFields).write_varint(op.field);
    field_ = &fields_[op.field];
    write_value(op.value);
    to(Column::kReplaced).write_varint(op.replaces.size());
    for (const OpId id : op.replaces) write_replaced(op.record, id);
  }
  void write(const MoveOp& op) {
    write_record(Column::kRecords, last_record_, op.record);
    write_place(op.parent, op.order);
  }
  void write(DeleteOp op) { write_record(Column::kRecords, last_record_, op.record); }
  void write(const RestoreOp& op) {
    write_record(Column::kRecords, last_record_, op.record);
    write_ids(op.undoes);
  }
  // As readers that do not know the kind keep it.
  void write(const EraseOp& op) { to(Column::kUnknown).write_string(encode_erasing(op)); }
  void write(const UnknownOp& op) { to(Column::kUnknown).write_string(op.bytes); }

  void write_place(RecordId parent, const std::string& order) {
    write_record(Column::kPlaces, last_place_, parent);
    std::size_t shared = 0;
    const std::size_t most = std::min({order.size(), order_.size(), kLongestCopy});
    while (shared < most && order[shared] == order_[shared]) ++shared;
    if (copied_ + shared > kMostCopiedBytes) shared = 0;
    copied_ += shared;
    to(Column::kOrders).write_varint(shared);
    to(Column::kOrders).write_string(std::string_view(order).substr(shared));
    order_ = order;
  }

  void write_ids(const std::vector<OpId>& ids) {
    to(Column::kReplaced).write_varint(ids.size());
    for (const OpId id : ids) {
      write_id(Column::kReplaced, replaced_ends_, id.replica, id.counter);
    }
  }

  void write_replaced(RecordId record, OpId id) {
    if (!(id.replica == record.replica)) {
      write_id(Column::kReplaced, replaced_ends_, id.replica, id.counter);
      return;
    }
    write_replica(Column::kReplaced, id.replica);
    const std::uint64_t offset = id.counter - record.counter;
    to(Column::kReplaced).write_varint(zigzag(offset - field_->offset));
    if (offset < kFarFromRecord) field_->offset = offset;
  }

  // 0: as the field's last one; else the kind + 1.
  void write_value(const Value& value) {
    const auto* unknown = std::get_if<UnknownValue>(&value);
    const std::uint64_t kind = unknown == nullptr ? value.index() : std::uint64_t{unknown->kind};
    to(Column::kValueKinds).write_varint(kind == field_->kind ? 0 : kind + 1);
    field_->kind = kind;
    std::visit([&](const auto& held) { write_content(held); }, value);
  }
  void write_content(Unset) {}
  void write_content(NotStated) {}
  void write_content(bool flag) { field_->numbers.write_varint(flag ? 1 : 0); }
  void write_content(const std::string& text) {
    // A text ends at a NUL: the compressor then sees where equal texts end. One that has a NUL in
    // it has its length told.
    const bool plain = text.find('\0') == std::string::npos;
    to(Column::kTextLengths).write_varint(plain ? 0 : text.size() + 1);
    field_->texts.write_bytes(text);
    if (plain) field_->texts.write_u8(0);
  }
  void write_content(Date date) { field_->numbers.write_zigzag(date.days); }
  void write_content(Money money) { field_->numbers.write_zigzag(money.pence); }
  void write_content(Decimal decimal) {
    field_->numbers.write_zigzag(decimal.mantissa);
    field_->numbers.write_varint(decimal.scale);
  }
  void write_content(Choice choice) { field_->numbers.write_varint(choice.number); }
  void write_content(RecordId id) { write_record(Column::kReferences, last_reference_, id); }
  void write_content(Erased) { to(Column::kUnknown).write_string({}); }
  void write_content(LeftOut) { to(Column::kUnknown).write_string({}); }
  void write_content(const UnknownValue& value) { to(Column::kUnknown).write_string(value.bytes); }

  std::array<ByteWriter, kColumns> columns_;
  std::map<std::uint32_t, Field> fields_;
  Field* field_ = nullptr;  // of the set that is being written
  std::unordered_map<std::uint64_t, std::size_t> replicas_;
  std::unordered_map<RecordId, std::size_t> records_;
  std::unordered_map<std::string, std::size_t> words_;
  std::size_t word_count_ = 0;
  std::size_t copied_ = 0;
  Counters change_ends_;
  Counters parent_ends_;
  Counters record_ends_;
  Counters replaced_ends_;
  std::uint64_t lamport_ = 0;
  std::uint64_t time_ = 0;
  OpId own_;
  Last last_record_;
  Last last_place_;
  Last last_reference_;
  std::string order_;
};

struct Weight {
  std::size_t operator()(const CreateOp& op) const { return op.order.size(); }
  std::size_t operator()(const SetOp& op) const {
    const auto* text = std::get_if<std::string>(&op.value);
    const auto* unknown = std::get_if<UnknownValue>(&op.value);
    return 8 * op.replaces.size() + (text == nullptr ? 0 : text->size()) +
           (unknown == nullptr ? 0 : unknown->bytes.size());
  }
  std::size_t operator()(const MoveOp& op) const { return op.order.size(); }
  std::size_t operator()(DeleteOp) const { return 0; }
  std::size_t operator()(const RestoreOp& op) const { return 8 * op.undoes.size(); }
  // The bytes of its content, so that a block ends where it does for who does not know the kind.
  std::size_t operator()(const EraseOp& op) const {
    return 3 * 8 + 16 * (op.targets.size() + op.messages.size() + op.authors.size());
  }
  std::size_t operator()(const UnknownOp& op) const { return op.bytes.size(); }
};

}  // namespace

std::string encode_columns(std::span<const Change* const> changes) {
  return Writer().write(changes);
}

std::vector<std::size_t> column_starts(std::string_view plain) {
  // What new codes cost in the compressor is saved by columns that are longer than this.
  constexpr std::size_t kWorthIt = 2'048;
  std::vector<std::size_t> starts;
  BoundedInputArchive in(plain.substr(1));
  std::size_t at = 1;
  bool after_long = false;
  for (std::size_t column = 0; column < kColumns; ++column) {
    const std::size_t size = in.read_count(1);
    at += sizeof(std::uint64_t);
    const bool is_long = size >= kWorthIt;
    if (is_long || after_long) starts.push_back(at);
    after_long = is_long;
    static_cast<void>(in.read_view(size));
    at += size;
  }
  return starts;
}

std::size_t block_weight(const Change& change) {
  std::size_t weight =
      32 + 8 * change.parents.size() + change.author.size() + change.message.size();
  for (const Operation& operation : change.operations) {
    weight += 8 + std::visit(Weight{}, operation);
  }
  return weight;
}

}  // namespace atlas::io
