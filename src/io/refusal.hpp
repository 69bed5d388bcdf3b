// Why bytes are refused, and the sentences that a person reads about it.
#pragma once

#include <cstdint>
#include <exception>

#include "base/result.hpp"

namespace atlas::io {

enum class RefusalKind : std::uint8_t {
  kNotOurs,
  kEmpty,
  kCutShort,
  kDamaged,
  kNewer,
  kTooLarge,       // claims more than it can hold
  kPieceOnly,      // a segment where a whole workspace is wanted
  kWorkspaceFull,  // on writing: larger than a file may be
  kNoMemory,
};

[[nodiscard]] Error refusal(RefusalKind kind);

// Thrown inside io/ only.
class Refused : public std::exception {
 public:
  explicit Refused(RefusalKind kind) : kind_(kind) {}
  [[nodiscard]] RefusalKind kind() const { return kind_; }
  [[nodiscard]] const char* what() const noexcept override { return "refused"; }

 private:
  RefusalKind kind_;
};

}  // namespace atlas::io
