// What must hold of any bytes at all that a reader is given. Fuzzers look for bytes of which it
// does not, and the test binary asks again for all that they have found.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace atlas::fuzz {

struct Verdict {
  bool taken = false;     // the reader understood the bytes
  std::string complaint;  // what does not hold; empty when all is well
};

// How a fuzzer changes the bytes so that they get past the first check (mutation.hpp).
enum class Shape {
  kText,   // as they are
  kBlock,  // the plain bytes of a block of the history
  kFile,   // an envelope with its checksums
};

struct Target {
  const char* name;
  Shape shape;
  Verdict (*check)(std::string_view bytes);
};

[[nodiscard]] std::span<const Target> targets();
// nullptr when there is none of this name.
[[nodiscard]] const Target* find_target(std::string_view name);

// The chunks of an envelope: opened, put together again, opened again.
[[nodiscard]] Verdict check_envelope(std::string_view bytes);
// A whole file: what is read is written again to the same, by the byte, and makes a document.
[[nodiscard]] Verdict check_snapshot(std::string_view bytes);
[[nodiscard]] Verdict check_segment(std::string_view bytes);
// The plain bytes of a block, columns or rows.
[[nodiscard]] Verdict check_columns(std::string_view bytes);
// Records for other programs: what is taken in goes out and comes back.
[[nodiscard]] Verdict check_json(std::string_view bytes);
[[nodiscard]] Verdict check_csv(std::string_view bytes);
// The bytes are the dice of a random history: every delivery gives what the oracle says.
[[nodiscard]] Verdict check_history(std::string_view bytes);

}  // namespace atlas::fuzz
