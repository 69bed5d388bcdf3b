#include "semantics/wire.hpp"

#include <cstddef>
#include <cstring>
#include <string>
#include <utility>

namespace atlas::semantics {
namespace {

constexpr std::uint32_t kAllFields = 0x1FF;

class Writer {
 public:
  void u8(std::uint8_t value) { bytes_.push_back(value); }
  void u16(std::uint16_t value) { put(value, 2); }
  void u32(std::uint32_t value) { put(value, 4); }
  void i32(std::int32_t value) { u32(static_cast<std::uint32_t>(value)); }
  void id(NodeId value) { put(value.value, 8); }
  void f32(float value) {
    std::uint32_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    u32(bits);
  }
  void text(const std::string& value) {
    u32(static_cast<std::uint32_t>(value.size()));
    bytes_.insert(bytes_.end(), value.begin(), value.end());
  }
  std::vector<std::uint8_t> take() { return std::move(bytes_); }

 private:
  void put(std::uint64_t value, int size) {
    for (int i = 0; i < size; ++i) bytes_.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
  }

  std::vector<std::uint8_t> bytes_;
};

// After the first read beyond the end everything reads as zero and ok() is false.
class Reader {
 public:
  explicit Reader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}
  std::uint8_t u8() { return static_cast<std::uint8_t>(get(1)); }
  std::uint16_t u16() { return static_cast<std::uint16_t>(get(2)); }
  std::uint32_t u32() { return static_cast<std::uint32_t>(get(4)); }
  std::int32_t i32() { return static_cast<std::int32_t>(u32()); }
  NodeId id() { return NodeId{get(8)}; }
  float f32() {
    const std::uint32_t bits = u32();
    float value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return value;
  }
  std::string text() {
    const std::size_t size = u32();
    if (size > left()) ok_ = false;
    if (!ok_) return {};
    std::string value(bytes_.begin() + static_cast<std::ptrdiff_t>(at_),
                      bytes_.begin() + static_cast<std::ptrdiff_t>(at_ + size));
    at_ += size;
    return value;
  }
  bool ok() const { return ok_; }
  std::size_t left() const { return bytes_.size() - at_; }

 private:
  std::uint64_t get(std::size_t size) {
    if (size > left()) ok_ = false;
    if (!ok_) return 0;
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
      value |= static_cast<std::uint64_t>(bytes_[at_ + i]) << (8 * i);
    }
    at_ += size;
    return value;
  }

  std::span<const std::uint8_t> bytes_;
  std::size_t at_ = 0;
  bool ok_ = true;
};

void write_fields(const Node& node, std::uint16_t fields, Writer& out) {
  out.u16(fields);
  if ((fields & kFieldRole) != 0) out.u8(static_cast<std::uint8_t>(node.role));
  if ((fields & kFieldName) != 0) out.text(node.name);
  if ((fields & kFieldValue) != 0) out.text(node.value);
  if ((fields & kFieldDescription) != 0) out.text(node.description);
  if ((fields & kFieldStates) != 0) out.u32(node.states);
  if ((fields & kFieldLevel) != 0) out.u16(node.level);
  if ((fields & kFieldIndices) != 0) {
    out.i32(node.row_index);
    out.i32(node.column_index);
  }
  if ((fields & kFieldCounts) != 0) {
    out.i32(node.row_count);
    out.i32(node.column_count);
  }
  if ((fields & kFieldRect) != 0) {
    out.f32(node.rect.x);
    out.f32(node.rect.y);
    out.f32(node.rect.width);
    out.f32(node.rect.height);
  }
}

bool read_fields(Reader& in, Patch& patch) {
  patch.fields = in.u16();
  if ((patch.fields & ~kAllFields) != 0) return false;
  const auto has = [&](Field field) { return (patch.fields & field) != 0; };
  if (has(kFieldRole)) {
    const std::uint8_t role = in.u8();
    if (role > static_cast<std::uint8_t>(kLastRole)) return false;
    patch.node.role = static_cast<Role>(role);
  }
  if (has(kFieldName)) patch.node.name = in.text();
  if (has(kFieldValue)) patch.node.value = in.text();
  if (has(kFieldDescription)) patch.node.description = in.text();
  if (has(kFieldStates)) patch.node.states = in.u32();
  if (has(kFieldLevel)) patch.node.level = in.u16();
  if (has(kFieldIndices)) {
    patch.node.row_index = in.i32();
    patch.node.column_index = in.i32();
  }
  if (has(kFieldCounts)) {
    patch.node.row_count = in.i32();
    patch.node.column_count = in.i32();
  }
  if (has(kFieldRect)) {
    patch.node.rect.x = in.f32();
    patch.node.rect.y = in.f32();
    patch.node.rect.width = in.f32();
    patch.node.rect.height = in.f32();
  }
  return in.ok();
}

bool has_place(PatchKind kind) {
  return kind == PatchKind::kInsert || kind == PatchKind::kMove;
}
bool has_fields(PatchKind kind) {
  return kind == PatchKind::kInsert || kind == PatchKind::kUpdate;
}

}  // namespace

std::vector<std::uint8_t> encode(const std::vector<Patch>& patches) {
  Writer out;
  out.u32(static_cast<std::uint32_t>(patches.size()));
  for (const Patch& patch : patches) {
    out.u8(static_cast<std::uint8_t>(patch.kind));
    out.id(patch.id);
    if (has_place(patch.kind)) {
      out.id(patch.parent);
      out.id(patch.after);
    }
    if (has_fields(patch.kind)) write_fields(patch.node, patch.fields, out);
  }
  return out.take();
}

std::optional<std::vector<Patch>> decode(std::span<const std::uint8_t> bytes) {
  Reader in(bytes);
  const std::uint32_t count = in.u32();
  std::vector<Patch> patches;
  for (std::uint32_t i = 0; i < count; ++i) {
    Patch patch;
    const std::uint8_t kind = in.u8();
    if (kind < 1 || kind > 4) return std::nullopt;
    patch.kind = static_cast<PatchKind>(kind);
    patch.id = in.id();
    patch.node.id = patch.id;
    if (has_place(patch.kind)) {
      patch.parent = in.id();
      patch.after = in.id();
    }
    if (has_fields(patch.kind) && !read_fields(in, patch)) return std::nullopt;
    if (!in.ok()) return std::nullopt;
    patches.push_back(std::move(patch));
  }
  if (!in.ok() || in.left() != 0) return std::nullopt;
  return patches;
}

}  // namespace atlas::semantics
