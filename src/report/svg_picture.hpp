// The hierarchy of a model as a drawing for documents and slides: SVG 1.1, text as text, no script
// and no font of its own. The same model gives the same bytes.
#pragma once

#include <set>
#include <string>

#include "document/document.hpp"

namespace atlas::report {

struct SvgOptions {
  std::set<std::uint32_t> line_kinds;  // also draw lines of these kinds (choice numbers)
};

// Empty when `model` is not a live model.
[[nodiscard]] std::string svg_picture(const Document& document, RecordId model,
                                      const SvgOptions& options = {});

}  // namespace atlas::report
