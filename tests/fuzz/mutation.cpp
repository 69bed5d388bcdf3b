#include "fuzz/mutation.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "base/bytes.hpp"
#include "io/columns.hpp"
#include "io/compress.hpp"
#include "io/file_tools.hpp"
#include "io/refusal.hpp"
#include "io/sample_history.hpp"

namespace atlas::fuzz {
namespace {

using testing::LooseFile;
using testing::pick;
using Columns = std::array<std::string, io::kColumns>;

constexpr std::size_t kMagicBytes = 8;
constexpr std::size_t kHeadBytes = kMagicBytes + 4 + 4 + 8 + 4;
// What a block may be unpacked to here.
constexpr std::uint64_t kMostPlainBytes = 1U << 20U;

// The chunks as far as their lengths can be believed; checksums are not looked at.
std::optional<LooseFile> take_apart_loosely(std::string_view file) {
  if (file.size() < kHeadBytes) return std::nullopt;
  LooseFile loose;
  ByteReader head(file.substr(kMagicBytes));
  loose.version = head.read_u32();
  loose.min_reader = head.read_u32();
  ByteReader rest(file.substr(kHeadBytes));
  while (true) {
    io::ForeignChunk chunk;
    chunk.type.code = rest.read_u32();
    chunk.flags = rest.read_u32();
    const std::uint64_t length = rest.read_u64();
    rest.read_u32();
    if (!rest.ok()) return loose;
    const std::uint64_t there = rest.remaining();
    chunk.bytes = rest.read_bytes(static_cast<std::size_t>(std::min(length, there)));
    loose.chunks.push_back(std::move(chunk));
  }
}

std::optional<Columns> take_columns_apart(std::string_view plain) {
  if (plain.empty() || plain.front() != io::kColumnMark) return std::nullopt;
  ByteReader reader(plain.substr(1));
  Columns columns;
  for (std::string& column : columns) {
    const std::uint64_t length = reader.read_u64();
    if (length > reader.remaining()) return std::nullopt;
    column = reader.read_bytes(static_cast<std::size_t>(length));
  }
  return columns;
}

std::string put_columns_together(const Columns& columns) {
  ByteWriter writer;
  writer.write_u8(io::kColumnMark);
  for (const std::string& column : columns) {
    writer.write_u64(column.size());
    writer.write_bytes(column);
  }
  return writer.take();
}

class Mutation {
 public:
  Mutation(std::size_t most, Random& random, const ByteMutator& mutate_bytes)
      : most_(most), random_(random), mutate_bytes_(mutate_bytes) {}

  std::string bytes(std::string plain) { return mutate_bytes_(std::move(plain), most_); }

  std::string file(std::string whole) {
    std::optional<LooseFile> loose = take_apart_loosely(whole);
    if (!loose || random_.one_in(16)) return bytes(std::move(whole));
    if (random_.one_in(16)) loose = take_apart_loosely(bytes(std::move(whole)));
    if (!loose) return {};
    if (loose->chunks.empty() || random_.one_in(8)) {
      shape(*loose);
    } else {
      chunk(loose->chunks[pick(random_, loose->chunks.size())]);
    }
    return testing::put_together(*loose);
  }

  std::string block(std::string plain) {
    if (random_.one_in(8)) return bytes(std::move(plain));
    if (random_.one_in(3)) {
      if (std::optional<std::string> other = history(plain)) return std::move(*other);
    }
    std::optional<Columns> columns = take_columns_apart(plain);
    if (!columns) return bytes(std::move(plain));
    for (std::uint64_t i = random_.below(3); i < 3; ++i) column(*columns);
    return put_columns_together(*columns);
  }

 private:
  // Order, number and heads of the chunks.
  void shape(LooseFile& loose) {
    auto& chunks = loose.chunks;
    if (chunks.empty() || random_.one_in(8)) {
      loose.version = static_cast<std::uint32_t>(random_.below(5));
      loose.min_reader = static_cast<std::uint32_t>(random_.below(5));
      return;
    }
    const std::size_t at = pick(random_, chunks.size());
    switch (random_.below(5)) {
      case 0:
        std::swap(chunks[at], chunks[pick(random_, chunks.size())]);
        break;
      case 1:
        chunks.push_back(io::ForeignChunk(chunks[at]));
        break;
      case 2:
        chunks.erase(chunks.begin() + static_cast<std::ptrdiff_t>(at));
        break;
      case 3:
        chunks[at].flags ^= 1U << random_.below(3);
        break;
      default:
        chunks[at].type.code ^= 1U << random_.below(32);
    }
  }

  void chunk(io::ForeignChunk& chunk) {
    if (chunk.type == io::kHistoryChunk && !random_.one_in(8)) {
      if (std::optional<std::string> plain = unpacked(chunk.bytes)) {
        chunk.bytes = io::pack_block(block(std::move(*plain)));
        return;
      }
    }
    chunk.bytes = bytes(std::move(chunk.bytes));
  }

  static std::optional<std::string> unpacked(const std::string& block) {
    try {
      if (io::claimed_size(block) > kMostPlainBytes) return std::nullopt;
      return io::unpack_block(block);
    } catch (const io::Refused&) {
      return std::nullopt;
    }
  }

  std::optional<std::string> history(const std::string& plain) {
    if (!io::begins_columns(plain)) return std::nullopt;
    std::vector<Change> changes;
    try {
      changes = io::decode_columns(plain);
    } catch (const io::Refused&) {
      return std::nullopt;
    }
    for (std::uint64_t i = random_.below(4); i < 4; ++i) mutate_history(changes, random_);
    return io::encode_columns(testing::pointers(changes));
  }

  void column(Columns& columns) {
    // Empty ones are the most, and matter least.
    std::size_t at = pick(random_, columns.size());
    for (int i = 0; i < 3 && columns[at].empty(); ++i) at = pick(random_, columns.size());
    std::string& column = columns[at];
    if (random_.one_in(2) && !column.empty()) {
      number(column);
    } else if (random_.one_in(8)) {
      column = columns[pick(random_, columns.size())];
    } else {
      column = bytes(std::move(column));
    }
  }

  // Another number in place of one, in the shortest form.
  void number(std::string& column) {
    std::vector<std::uint64_t> numbers;
    ByteReader reader(column);
    while (reader.remaining() > 0) {
      const std::uint64_t value = reader.read_varint();
      if (!reader.ok()) break;
      numbers.push_back(value);
    }
    if (numbers.empty()) return;
    std::uint64_t& value = numbers[pick(random_, numbers.size())];
    switch (random_.below(5)) {
      case 0:
        value = numbers[pick(random_, numbers.size())];
        break;
      case 1:
        value = std::uint64_t{1} << random_.below(64);
        break;
      case 2:
        value = ~std::uint64_t{0} >> random_.below(64);
        break;
      default:
        value += random_.below(9) - 4;
    }
    ByteWriter writer;
    for (const std::uint64_t each : numbers) writer.write_varint(each);
    column = writer.take();
  }

  std::size_t most_;
  Random& random_;
  const ByteMutator& mutate_bytes_;
};

}  // namespace

std::string mutated(Shape shape, std::string bytes, std::size_t most, Random& random,
                    const ByteMutator& mutate_bytes) {
  Mutation mutation(most, random, mutate_bytes);
  switch (shape) {
    case Shape::kText:
      return mutation.bytes(std::move(bytes));
    case Shape::kBlock:
      return mutation.block(std::move(bytes));
    case Shape::kFile:
      return mutation.file(std::move(bytes));
  }
  return bytes;
}

}  // namespace atlas::fuzz
