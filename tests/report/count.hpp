// How often a text stands in another; places may overlap.
#pragma once

#include <cstddef>
#include <string_view>

namespace atlas::test {

inline std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos;
       at = text.find(what, at + 1)) {
    ++found;
  }
  return found;
}

}  // namespace atlas::test
