// Lines: the typed relations between bodies beside the hierarchy. A line with an end that is not
// live is not given.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace atlas {

enum class LineDirection : std::uint8_t {
  kForward,   // starts at the body that was asked about
  kBackward,  // ends at it
};

// The kind in words: "Reports to" forward, "Receives reports from" backward. A kind that only a
// newer version knows is "Line".
[[nodiscard]] std::string_view line_words(std::uint32_t kind, LineDirection direction);

struct LineEnd {
  RecordId line;
  RecordId other;     // the body at the other end
  std::string label;  // of the line, often empty
};
struct LineGroup {
  std::uint32_t kind = 0;  // choice number
  LineDirection direction = LineDirection::kForward;
  std::vector<LineEnd> ends;  // sorted by title of the other body, then by line
};
// Sorted by kind, forward first; no group is empty. Lines across models are in it.
[[nodiscard]] std::vector<LineGroup> lines_of(const Document& document, RecordId body);

struct DrawnLine {
  RecordId line;
  RecordId from;
  RecordId to;
  std::uint32_t kind = 0;
  std::string label;
};
// Lines with both ends in the model, sorted by kind, then by line.
[[nodiscard]] std::vector<DrawnLine> lines_within(const Document& document, RecordId model);

}  // namespace atlas
