// Result of work on outside data. An Error is three plain sentences for a person: what happened,
// what was kept, what to do next; each error is either passed on or shown, never both.
#pragma once

#include <cassert>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace atlas {

enum class ErrorCode {
  kInvalid,      // breaks a rule of the schema
  kNotOurs,      // not a file of this app
  kDamaged,      // cut short or changed on the way
  kNewer,        // made by a newer version
  kTooLarge,     // claims more than it can hold
  kUnavailable,  // storage or a port refused
  kConflict,     // the state does not allow it
};

struct Error {
  ErrorCode code = ErrorCode::kInvalid;
  std::string happened;
  std::string kept;
  std::string next;
  [[nodiscard]] std::string sentence() const { return happened + " " + kept + " " + next; }
};

// For sentences that are views, as those of the table of words are.
inline Error error_of(ErrorCode code, std::string_view happened, std::string_view kept,
                      std::string_view next) {
  return {code, std::string(happened), std::string(kept), std::string(next)};
}

struct Ok {};

template <typename T = Ok>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : held_(std::move(error)) {}  // NOLINT(google-explicit-constructor)
  [[nodiscard]] bool ok() const { return held_.index() == 0; }
  explicit operator bool() const { return ok(); }
  [[nodiscard]] const T& value() const& {
    assert(ok());
    return *std::get_if<0>(&held_);
  }
  [[nodiscard]] T& value() & {
    assert(ok());
    return *std::get_if<0>(&held_);
  }
  [[nodiscard]] T&& value() && {
    assert(ok());
    return std::move(*std::get_if<0>(&held_));
  }
  [[nodiscard]] const Error& error() const {
    assert(!ok());
    return *std::get_if<1>(&held_);
  }

 private:
  std::variant<T, Error> held_;
};

}  // namespace atlas
