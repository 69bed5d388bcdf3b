#include "io/change_codec.hpp"

#include <cereal/types/string.hpp>

#include <type_traits>
#include <utility>
#include <variant>

#include "base/text.hpp"
#include "io/bounded_archive.hpp"
#include "io/limits.hpp"
#include "replica/change_check.hpp"

namespace atlas {

// Found by cereal beside the types they describe.
template <typename Archive>
void serialize(Archive& archive, ReplicaId& id) {
  archive(id.value);
}
template <typename Archive>
void serialize(Archive& archive, OpId& id) {
  archive(id.replica, id.counter);
}
template <typename Archive>
void serialize(Archive& archive, RecordId& id) {
  archive(id.replica, id.counter);
}

}  // namespace atlas

namespace atlas::io {
namespace {

// The last alternative of each variant is the unknown one; the numbers before it are known kinds.
constexpr std::uint32_t kKnownValues = std::variant_size_v<Value> - 1;
constexpr std::uint32_t kKnownOperations = std::variant_size_v<Operation> - 1;
static_assert(std::is_same_v<std::variant_alternative_t<kKnownValues, Value>, UnknownValue>);
static_assert(std::is_same_v<std::variant_alternative_t<kKnownOperations, Operation>, UnknownOp>);

constexpr std::size_t kOpIdBytes = 16;
// Kind and length: what an operation takes at least.
constexpr std::size_t kMinOperationBytes = 12;
// Replica, counter, Lamport time, three counts, time, one operation.
constexpr std::size_t kMinChangeBytes = 24 + 4 * 8 + 8 + kMinOperationBytes;
constexpr std::uint8_t kMaxScale = 9;

using Out = BoundedOutputArchive;
using In = BoundedInputArchive;

void save_ids(Out& out, const std::vector<OpId>& ids) {
  out(static_cast<std::uint64_t>(ids.size()));
  for (OpId id : ids) out(id);
}

void load_ids(In& in, std::vector<OpId>& ids) {
  ids.resize(in.read_count(kOpIdBytes));
  for (OpId& id : ids) in(id);
}

void load_text(In& in, std::string& text) {
  in(text);
  if (!is_valid_utf8(text)) throw Refused(RefusalKind::kDamaged);
}

// Contents of values, by kind.
void save_content(Out&, Unset) {}
void save_content(Out&, NotStated) {}
void save_content(Out& out, bool flag) {
  out(flag);
}
void save_content(Out& out, const std::string& text) {
  out.write(text.data(), text.size());
}
void save_content(Out& out, Date date) {
  out(date.days);
}
void save_content(Out& out, Money money) {
  out(money.pence);
}
void save_content(Out& out, Decimal decimal) {
  out(decimal.mantissa, decimal.scale);
}
void save_content(Out& out, Choice choice) {
  out(choice.number);
}
void save_content(Out& out, RecordId id) {
  out(id);
}
void save_content(Out&, Erased) {}
void save_content(Out&, LeftOut) {}

void load_content(In&, Unset&) {}
void load_content(In&, NotStated&) {}
void load_content(In& in, bool& flag) {
  in(flag);
}
void load_content(In& in, std::string& text) {
  text.resize(in.left());
  in.read(text.data(), text.size());
  if (!is_valid_utf8(text)) throw Refused(RefusalKind::kDamaged);
}
void load_content(In& in, Date& date) {
  in(date.days);
}
void load_content(In& in, Money& money) {
  in(money.pence);
}
void load_content(In& in, Decimal& decimal) {
  in(decimal.mantissa, decimal.scale);
  if (decimal.scale > kMaxScale) throw Refused(RefusalKind::kDamaged);
}
void load_content(In& in, Choice& choice) {
  in(choice.number);
}
void load_content(In& in, RecordId& id) {
  in(id);
}
void load_content(In&, Erased&) {}
void load_content(In&, LeftOut&) {}

void save_value(Out& out, const Value& value);
void load_value(In& in, Value& value);

// Contents of operations, by kind.
void save_content(Out& out, const CreateOp& op) {
  out(op.record, op.type, op.parent, op.order);
}
void save_content(Out& out, const SetOp& op) {
  out(op.record, op.field);
  save_value(out, op.value);
  save_ids(out, op.replaces);
}
void save_content(Out& out, const MoveOp& op) {
  out(op.record, op.parent, op.order);
}
void save_content(Out& out, DeleteOp op) {
  out(op.record);
}
void save_content(Out& out, const RestoreOp& op) {
  out(op.record);
  save_ids(out, op.undoes);
}
void save_content(Out& out, const EraseOp& op) {
  save_ids(out, op.targets);
  save_ids(out, op.messages);
  save_ids(out, op.authors);
}

void load_content(In& in, CreateOp& op) {
  in(op.record, op.type, op.parent);
  load_text(in, op.order);
}
void load_content(In& in, SetOp& op) {
  in(op.record, op.field);
  load_value(in, op.value);
  load_ids(in, op.replaces);
}
void load_content(In& in, MoveOp& op) {
  in(op.record, op.parent);
  load_text(in, op.order);
}
void load_content(In& in, DeleteOp& op) {
  in(op.record);
}
void load_content(In& in, RestoreOp& op) {
  in(op.record);
  load_ids(in, op.undoes);
}
void load_content(In& in, EraseOp& op) {
  load_ids(in, op.targets);
  load_ids(in, op.messages);
  load_ids(in, op.authors);
}

// Kind, length, content: the same shape for operations and values.
template <typename Unknown, typename Variant>
void save_kind(Out& out, const Variant& variant) {
  std::visit(
      [&](const auto& held) {
        if constexpr (std::is_same_v<std::decay_t<decltype(held)>, Unknown>) {
          out(held.kind, held.bytes);
        } else {
          Out content;
          save_content(content, held);
          out(static_cast<std::uint32_t>(variant.index()), content.bytes());
        }
      },
      variant);
}

template <typename Variant, std::size_t kIndex = 0>
void load_known(In& in, Variant& variant, std::uint32_t kind) {
  if constexpr (kIndex + 1 < std::variant_size_v<Variant>) {
    if (kind == kIndex) {
      load_content(in, variant.template emplace<kIndex>());
    } else {
      load_known<Variant, kIndex + 1>(in, variant, kind);
    }
  }
}

template <typename Unknown, typename Variant>
void load_kind(In& in, Variant& variant) {
  std::uint32_t kind = 0;
  in(kind);
  const std::string_view bytes = in.read_view(in.read_count(1));
  if (kind >= std::variant_size_v<Variant> - 1) {
    variant = Unknown{kind, std::string(bytes)};
    return;
  }
  In content(bytes);
  load_known(content, variant, kind);
  content.expect_end();
}

void save_value(Out& out, const Value& value) {
  save_kind<UnknownValue>(out, value);
}
void load_value(In& in, Value& value) {
  load_kind<UnknownValue>(in, value);
}

Change load_change(In& in) {
  Change change;
  in(change.replica, change.first_counter, change.lamport);
  load_ids(in, change.parents);
  in(change.time_ms);
  load_text(in, change.author);
  load_text(in, change.message);
  const std::size_t count = in.read_count(kMinOperationBytes);
  if (count > limits::kMaxOperations) throw Refused(RefusalKind::kTooLarge);
  change.operations.resize(count);
  for (Operation& operation : change.operations) load_kind<UnknownOp>(in, operation);
  if (!is_well_formed(change)) throw Refused(RefusalKind::kDamaged);
  return change;
}

}  // namespace

std::string encode_erasing(const EraseOp& op) {
  Out out;
  save_content(out, op);
  return out.take();
}

EraseOp decode_erasing(std::string_view content) {
  EraseOp op;
  In in(content);
  load_content(in, op);
  in.expect_end();
  return op;
}

std::string encode_change(const Change& change) {
  Out out;
  out(change.replica, change.first_counter, change.lamport);
  save_ids(out, change.parents);
  out(change.time_ms, change.author, change.message);
  out(static_cast<std::uint64_t>(change.operations.size()));
  for (const Operation& operation : change.operations) save_kind<UnknownOp>(out, operation);
  return out.take();
}

std::string frame_changes(std::span<const std::string> encoded) {
  Out out;
  out(kLittleEndianMark, static_cast<std::uint64_t>(encoded.size()));
  for (const std::string& change : encoded) out.write(change.data(), change.size());
  return out.take();
}

std::vector<Change> decode_changes(std::string_view archive) {
  In in(archive);
  std::uint8_t mark = 0;
  in(mark);
  if (mark != kLittleEndianMark) throw Refused(RefusalKind::kDamaged);
  const std::size_t count = in.read_count(kMinChangeBytes);
  std::vector<Change> changes;
  changes.reserve(count);
  for (std::size_t i = 0; i < count; ++i) changes.push_back(load_change(in));
  in.expect_end();
  return changes;
}

}  // namespace atlas::io
