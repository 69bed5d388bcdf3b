// Whose changes a list shows: one person's or everybody's.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "ui/ui.hpp"

namespace atlas::ui {

// A list to choose from; `author` is empty for everybody. What was chosen in this frame.
[[nodiscard]] std::optional<std::string> author_filter(Ui& ui, const Rect& rect,
                                                       std::span<const std::string> authors,
                                                       const std::string& author);

}  // namespace atlas::ui
