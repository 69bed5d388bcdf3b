// The name of a text of the interface, for headers. The list of the names is in strings.hpp
// (through tr.hpp); it changes with every new text, and what includes it is compiled again.
#pragma once

#include <cstdint>

namespace atlas {

enum class Text : std::uint16_t;

}  // namespace atlas
