// The workspace as it was at an earlier point: shown in place of itself, and not to be changed.
// Inside src/app only.
#pragma once

#include <string>

#include "document/gradual_document.hpp"

namespace atlas::app {

struct Context;

// On its way to the screen.
struct GoingBack {
  GradualDocument document;
  std::string point;  // in words
};

// The workspace as it is, also while state.document is what it was.
[[nodiscard]] Document& present_document(Context& context);
[[nodiscard]] const Document& present_document(const Context& context);

// Begins to show what these changes give. They are of the present document, or `point` is not
// shown.
void go_back_to(Context& context, std::vector<const Change*> changes, std::string point);
// Some milliseconds of what was begun.
void step_going_back(Context& context);
// Nothing where it is now already.
void return_to_now(Context& context);

}  // namespace atlas::app
