#include <array>
#include <map>
#include <optional>
#include <utility>

#include "base/bytes.hpp"
#include "base/text.hpp"
#include "io/bounded_archive.hpp"
#include "io/change_codec.hpp"
#include "io/columns.hpp"
#include "io/limits.hpp"
#include "replica/change_check.hpp"

namespace atlas::io {
namespace {

constexpr std::uint8_t kMaxScale = 9;
constexpr auto kMostOperations = static_cast<std::size_t>(limits::kMaxOperations);

std::uint64_t difference_of(std::uint64_t zigzag) {
  return (zigzag >> 1U) ^ (~(zigzag & 1U) + 1);
}

[[noreturn]] void refuse() {
  throw Refused(RefusalKind::kDamaged);
}

std::string checked_text(std::string_view bytes) {
  if (!is_valid_utf8(bytes)) refuse();
  return std::string(bytes);
}

class Reader {
 public:
  explicit Reader(std::string_view plain) {
    BoundedInputArchive in(plain);
    char mark = 0;
    in.read(&mark, 1);
    if (mark != kColumnMark && mark != kColumnMark2) refuse();
    is_version_2_ = mark == kColumnMark2;
    for (auto& column : columns_) column.emplace(in.read_view(in.read_count(1)));
    in.expect_end();
    open_by_field(Column::kTexts, &Field::texts);
    if (!is_version_2_) open_by_field(Column::kNumbers, &Field::numbers);
  }

  std::vector<Change> read() {
    // A change takes eight bytes of its column at least.
    const std::size_t number_of_changes =
        count(Column::kChanges, 8, static_cast<std::size_t>(limits::kMaxChanges));
    std::vector<Change> changes;
    changes.reserve(number_of_changes);
    for (std::size_t i = 0; i < number_of_changes; ++i) changes.push_back(read_change());
    const auto finished = [](const ByteReader& reader) { return reader.finished(); };
    for (const auto& column : columns_) {
      if (!finished(*column)) refuse();
    }
    for (const auto& [number, field] : fields_) {
      if (!finished(field.texts) || !finished(field.numbers)) refuse();
    }
    return changes;
  }

 private:
  using Counters = std::vector<std::uint64_t>;
  struct Field {
    ByteReader texts{std::string_view()};
    ByteReader numbers{std::string_view()};
    std::optional<std::uint32_t> kind;  // of the last value
    std::uint64_t offset = 0;           // columns.hpp, kFarFromRecord
  };

  ByteReader& from(Column column) { return *columns_[static_cast<std::size_t>(column)]; }
  void check(Column column) {
    if (!from(column).ok()) refuse();
  }
  std::uint64_t number(Column column) {
    const std::uint64_t value = from(column).read_varint();
    check(column);
    return value;
  }
  std::uint32_t number_u32(Column column) {
    const std::uint32_t value = from(column).read_varint_u32();
    check(column);
    return value;
  }
  std::string_view bytes(Column column) {
    const std::string_view view =
        from(column).read_string(static_cast<std::size_t>(limits::kMaxBlockBytes));
    check(column);
    return view;
  }
  std::size_t count(Column column, std::size_t least_bytes, std::size_t limit) {
    const std::size_t value = from(column).read_count(least_bytes, limit);
    check(column);
    return value;
  }

  // Fields rise and have something, so that a block has one form. (Those of version 2 could be
  // empty.)
  void open_by_field(Column column, ByteReader Field::*part) {
    const std::size_t fields = count(column, 2, kMostOperations);
    std::optional<std::uint32_t> last;
    for (std::size_t i = 0; i < fields; ++i) {
      const std::uint32_t number = number_u32(column);
      if (last && number <= *last) refuse();
      last = number;
      const std::string_view held = bytes(column);
      if (held.empty() && !is_version_2_) refuse();
      fields_[number].*part = ByteReader(held);
    }
  }

  std::size_t read_replica(Column column) {
    const std::uint64_t index = number(column);
    if (index > replicas_.size()) refuse();
    if (index == replicas_.size()) {
      replicas_.push_back(from(Column::kReplicas).read_u64());
      check(Column::kReplicas);
    }
    return static_cast<std::size_t>(index);
  }
  OpId read_id(Column column, Counters& last) {
    const std::size_t index = read_replica(column);
    if (last.size() <= index) last.resize(index + 1);
    last[index] += difference_of(number(column));
    last_replica_ = index;
    return {ReplicaId{replicas_[index]}, last[index]};
  }

  Change read_change() {
    Change change;
    const OpId first = read_id(Column::kChanges, change_ends_);
    std::uint64_t& end = change_ends_[last_replica_];
    change.replica = first.replica;
    change.first_counter = first.counter;
    lamport_ += difference_of(number(Column::kChanges));
    change.lamport = lamport_;
    time_ += difference_of(number(Column::kChanges));
    change.time_ms = static_cast<std::int64_t>(time_);
    change.author = read_word();
    change.message = read_word();
    // An operation takes a byte of the kinds, a parent two of theirs.
    const std::uint64_t operations = number(Column::kChanges);
    if (operations > from(Column::kKinds).remaining()) refuse();
    operations_ += operations;
    if (operations_ > limits::kMaxOperations) throw Refused(RefusalKind::kTooLarge);
    const std::uint64_t parents = number(Column::kChanges);
    if (parents > from(Column::kParents).remaining() / 2) refuse();
    change.parents.reserve(static_cast<std::size_t>(parents));
    for (std::uint64_t i = 0; i < parents; ++i) {
      change.parents.push_back(read_id(Column::kParents, parent_ends_));
    }
    own_ = first;
    change.operations.reserve(static_cast<std::size_t>(operations));
    for (std::uint64_t i = 0; i < operations; ++i) {
      change.operations.push_back(read_operation());
      ++own_.counter;
    }
    lamport_ += operations;
    end = own_.counter;
    if (!is_well_formed(change)) refuse();
    return change;
  }

  void copies(std::size_t length) {
    copied_ += length;
    if (length > kLongestCopy || copied_ > kMostCopiedBytes) refuse();
  }

  std::string read_word() {
    const std::uint64_t index = number(Column::kChanges);
    if (index == 0) {
      words_.push_back(checked_text(bytes(Column::kWords)));
      return words_.back();
    }
    if (index > words_.size()) refuse();
    const std::string& word = words_[static_cast<std::size_t>(index - 1)];
    copies(word.size());
    return word;
  }

  RecordId read_record(Column column, std::size_t& last) {
    const std::uint64_t code = number(column);
    if (code == 0) return kRootRecord;
    if (code <= 2) {
      last = records_.size();
      const OpId id = code == 2 ? own_ : read_id(Column::kNewRecords, record_ends_);
      records_.push_back({id.replica, id.counter});
      if (records_.back().is_null()) refuse();
      return records_.back();
    }
    const std::uint64_t index = last + difference_of(code - 3);
    if (index >= records_.size()) refuse();
    last = static_cast<std::size_t>(index);
    return records_[last];
  }

  Operation read_operation() {
    const std::uint32_t kind = number_u32(Column::kKinds);
    switch (kind) {
      case 0: {
        CreateOp op;
        op.record = read_record(Column::kRecords, last_record_);
        op.type = number_u32(Column::kTypes);
        op.parent = read_record(Column::kPlaces, last_place_);
        op.order = read_order();
        return op;
      }
      case 1: {
        SetOp op;
        op.record = read_record(Column::kRecords, last_record_);
        op.field = number_u32(Column::kFields);
        field_ = &field_of(op.field);
        op.value = read_value();
        op.replaces = is_version_2_ ? read_ids() : read_replaced(op.record);
        return op;
      }
      case 2: {
        MoveOp op;
        op.record = read_record(Column::kRecords, last_record_);
        op.parent = read_record(Column::kPlaces, last_place_);
        op.order = read_order();
        return op;
      }
      case 3:
        return DeleteOp{read_record(Column::kRecords, last_record_)};
      case 4: {
        RestoreOp op;
        op.record = read_record(Column::kRecords, last_record_);
        op.undoes = read_ids();
        return op;
      }
      case 5:
        return decode_erasing(bytes(Column::kUnknown));
      default:
        return UnknownOp{kind, std::string(bytes(Column::kUnknown))};
    }
  }
  static_assert(std::variant_size_v<Operation> == 7);

  std::string read_order() {
    const std::uint64_t shared = number(Column::kOrders);
    if (shared > order_.size()) refuse();
    copies(static_cast<std::size_t>(shared));
    order_.resize(static_cast<std::size_t>(shared));
    order_ += bytes(Column::kOrders);
    return checked_text(order_);
  }

  std::vector<OpId> read_ids() {
    std::vector<OpId> ids(count(Column::kReplaced, 2, kMostOperations));
    for (OpId& id : ids) id = read_id(Column::kReplaced, replaced_ends_);
    return ids;
  }

  // Those that a set of the record replaces; some are likely to stand right after the record.
  std::vector<OpId> read_replaced(RecordId record) {
    std::vector<OpId> ids(count(Column::kReplaced, 2, kMostOperations));
    for (OpId& id : ids) {
      const std::size_t index = read_replica(Column::kReplaced);
      const std::uint64_t difference = difference_of(number(Column::kReplaced));
      const ReplicaId replica{replicas_[index]};
      if (replica == record.replica) {
        const std::uint64_t offset = field_->offset + difference;
        if (offset < kFarFromRecord) field_->offset = offset;
        id = {replica, record.counter + offset};
        continue;
      }
      if (replaced_ends_.size() <= index) replaced_ends_.resize(index + 1);
      replaced_ends_[index] += difference;
      id = {replica, replaced_ends_[index]};
    }
    return ids;
  }

  Field& field_of(std::uint32_t number) {
    if (number != field_number_ || field_ == nullptr) {
      field_ = &fields_[number];
      field_number_ = number;
    }
    return *field_;
  }

  std::string read_text() {
    const std::uint64_t told = number(Column::kTextLengths);
    ByteReader& texts = field_->texts;
    if (told > 0) {
      if (told - 1 > texts.remaining()) refuse();
      return checked_text(texts.read_bytes(static_cast<std::size_t>(told - 1)));
    }
    const std::size_t length = texts.count_until('\0');
    std::string text = checked_text(texts.read_bytes(length));
    if (texts.read_u8() != 0 || !texts.ok()) refuse();
    return text;
  }

  ByteReader& numbers() { return is_version_2_ ? from(Column::kNumbers) : field_->numbers; }
  template <typename Number>
  Number checked(Number value) {
    if (!numbers().ok()) refuse();
    return value;
  }
  std::int64_t signed_number() { return checked(numbers().read_zigzag()); }
  std::uint64_t plain_number() { return checked(numbers().read_varint()); }

  std::uint32_t read_kind() {
    const std::uint64_t code = number(Column::kValueKinds);
    if (!is_version_2_ && code == 0) {
      if (!field_->kind) refuse();
      return *field_->kind;
    }
    const std::uint64_t kind = is_version_2_ ? code : code - 1;
    const auto narrow = static_cast<std::uint32_t>(kind);
    // The same as the last one has the shorter form.
    if (narrow != kind || (!is_version_2_ && field_->kind == narrow)) refuse();
    field_->kind = narrow;
    return narrow;
  }

  Value read_value() {
    const std::uint32_t kind = read_kind();
    switch (kind) {
      case 0:
        return Unset{};
      case 1:
        return NotStated{};
      case 2: {
        const std::uint64_t flag = plain_number();
        if (flag > 1) refuse();
        return flag == 1;
      }
      case 3:
        return read_text();
      case 4: {
        const std::int64_t days = signed_number();
        const auto narrow = static_cast<std::int32_t>(days);
        if (narrow != days) refuse();
        return Date{narrow};
      }
      case 5:
        return Money{signed_number()};
      case 6: {
        const std::int64_t mantissa = signed_number();
        const std::uint64_t scale = plain_number();
        if (scale > kMaxScale) refuse();
        return Decimal{mantissa, static_cast<std::uint8_t>(scale)};
      }
      case 7:
        return Choice{checked(numbers().read_varint_u32())};
      case 8:
        return read_record(Column::kReferences, last_reference_);
      case 9:
        if (!bytes(Column::kUnknown).empty()) refuse();
        return Erased{};
      case 10:
        if (!bytes(Column::kUnknown).empty()) refuse();
        return LeftOut{};
      default:
        return UnknownValue{kind, std::string(bytes(Column::kUnknown))};
    }
  }
  static_assert(std::variant_size_v<Value> == 12);

  std::array<std::optional<ByteReader>, kColumns> columns_;
  bool is_version_2_ = false;
  std::map<std::uint32_t, Field> fields_;
  Field* field_ = nullptr;  // of the set that is being read
  std::uint32_t field_number_ = 0;
  std::vector<std::uint64_t> replicas_;
  std::vector<RecordId> records_;
  std::vector<std::string> words_;
  std::size_t copied_ = 0;
  std::uint64_t operations_ = 0;
  Counters change_ends_;
  Counters parent_ends_;
  Counters record_ends_;
  Counters replaced_ends_;
  std::uint64_t lamport_ = 0;
  std::uint64_t time_ = 0;
  OpId own_;
  std::size_t last_replica_ = 0;
  std::size_t last_record_ = 0;
  std::size_t last_place_ = 0;
  std::size_t last_reference_ = 0;
  std::string order_;
};

}  // namespace

std::vector<Change> decode_columns(std::string_view plain) {
  return Reader(plain).read();
}

}  // namespace atlas::io
