// Doubles as text: the shortest digits that read back as the same double, the same bytes natively
// and in the browser. Form as in JavaScript: "0.1", "1e+21", "1.5e-7"; "nan", "inf", "-inf".
// Figures of records are Decimal and never come here; this is for geometry and measures.
#pragma once

#include <string>

namespace atlas {

[[nodiscard]] std::string number_text(double value);

// Commas between thousands in the whole part of digits: "-1234567.50" gives "-1,234,567.50".
[[nodiscard]] std::string with_thousands(std::string digits);

}  // namespace atlas
