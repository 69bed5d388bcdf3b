// Mistakes found in a file from outside: gathered, so that all of them are told at once.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace atlas::exchange {

class Problems {
 public:
  // After so many a reader stops: the file is something else altogether.
  static constexpr std::size_t kMost = 1'000;

  // "line 12, record b017…, field Due: "2009-02-31" is not a date …". Line 0, an empty record and
  // an empty field are left out.
  void add(std::size_t line, std::string_view record, std::string_view field,
           std::string_view what);
  [[nodiscard]] bool empty() const { return lines_.empty(); }
  [[nodiscard]] bool full() const { return lines_.size() >= kMost; }
  // One sentence a line in `happened`, in the order found.
  [[nodiscard]] Error error() const;

 private:
  std::vector<std::string> lines_;
};

}  // namespace atlas::exchange
