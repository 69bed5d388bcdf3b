// Text into HTML and SVG.
#pragma once

#include <string>
#include <string_view>

namespace atlas::report {

// For content and for attributes in double quotation marks. Control characters that XML cannot hold
// become U+FFFD.
[[nodiscard]] std::string escaped(std::string_view text);
// The same, line breaks as <br>.
[[nodiscard]] std::string escaped_lines(std::string_view text);

}  // namespace atlas::report
