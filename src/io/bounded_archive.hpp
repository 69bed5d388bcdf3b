// cereal archives over memory, byte for byte cereal's portable binary in little-endian order. The
// stock input archive resizes before it reads and on wasm32 cuts a stored 64-bit length to 32 bits;
// this one refuses every length beyond the bytes left, in 64 bits, before anything is allocated.
//
// Failure is a Refused exception; it never leaves io/ (see no_throw.hpp).
#pragma once

#include <cereal/cereal.hpp>

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

#include "io/refusal.hpp"

namespace atlas::io {

static_assert(std::endian::native == std::endian::little, "files are little-endian");

class BoundedOutputArchive
    : public cereal::OutputArchive<BoundedOutputArchive, cereal::AllowEmptyClassElision> {
 public:
  BoundedOutputArchive() : OutputArchive(this) {}
  void write(const void* data, std::size_t size) {
    bytes_.append(static_cast<const char*>(data), size);
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class BoundedInputArchive
    : public cereal::InputArchive<BoundedInputArchive, cereal::AllowEmptyClassElision> {
 public:
  explicit BoundedInputArchive(std::string_view bytes) : InputArchive(this), rest_(bytes) {}
  void read(void* data, std::size_t size) {
    if (size > rest_.size()) throw Refused(RefusalKind::kDamaged);
    if (size > 0) std::memcpy(data, rest_.data(), size);
    rest_.remove_prefix(size);
  }
  [[nodiscard]] std::size_t left() const { return rest_.size(); }
  // For what must fill its bytes exactly.
  void expect_end() const {
    if (!rest_.empty()) throw Refused(RefusalKind::kDamaged);
  }
  // The next bytes, in place.
  [[nodiscard]] std::string_view read_view(std::size_t size) {
    if (size > rest_.size()) throw Refused(RefusalKind::kDamaged);
    const std::string_view view = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return view;
  }
  // A count of things that take at least `bytes_each`.
  [[nodiscard]] std::size_t read_count(std::size_t bytes_each);

 private:
  std::string_view rest_;
};

// The byte that cereal's portable archives begin with: 1 says little-endian.
inline constexpr std::uint8_t kLittleEndianMark = 1;

template <typename T, std::enable_if_t<std::is_arithmetic_v<T>, int> = 0>
void CEREAL_SAVE_FUNCTION_NAME(BoundedOutputArchive& archive, const T& value) {
  archive.write(&value, sizeof(value));
}

template <typename T, std::enable_if_t<std::is_arithmetic_v<T>, int> = 0>
void CEREAL_LOAD_FUNCTION_NAME(BoundedInputArchive& archive, T& value) {
  if constexpr (std::is_same_v<T, bool>) {
    std::uint8_t byte = 0;
    archive.read(&byte, 1);
    if (byte > 1) throw Refused(RefusalKind::kDamaged);  // one value, one encoding
    value = byte == 1;
  } else {
    archive.read(&value, sizeof(value));
  }
}

template <typename T>
void CEREAL_SAVE_FUNCTION_NAME(BoundedOutputArchive& archive, const cereal::SizeTag<T>& tag) {
  archive(static_cast<std::uint64_t>(tag.size));
}

template <typename T>
void CEREAL_LOAD_FUNCTION_NAME(BoundedInputArchive& archive, cereal::SizeTag<T>& tag) {
  std::uint64_t size = 0;
  archive(size);
  // Every element takes a byte or more.
  if (size > archive.left()) throw Refused(RefusalKind::kTooLarge);
  tag.size = static_cast<std::decay_t<T>>(size);
}

template <typename T>
void CEREAL_SAVE_FUNCTION_NAME(BoundedOutputArchive& archive, const cereal::BinaryData<T>& data) {
  archive.write(data.data, static_cast<std::size_t>(data.size));
}

template <typename T>
void CEREAL_LOAD_FUNCTION_NAME(BoundedInputArchive& archive, cereal::BinaryData<T>& data) {
  archive.read(data.data, static_cast<std::size_t>(data.size));
}

inline std::size_t BoundedInputArchive::read_count(std::size_t bytes_each) {
  std::uint64_t count = 0;
  (*this)(count);
  if (count > left() / bytes_each) throw Refused(RefusalKind::kTooLarge);
  return static_cast<std::size_t>(count);
}

}  // namespace atlas::io

CEREAL_SETUP_ARCHIVE_TRAITS(atlas::io::BoundedInputArchive, atlas::io::BoundedOutputArchive)
