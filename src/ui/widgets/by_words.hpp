// Who did something, and when, in words.
#pragma once

#include <string>

#include "replica/change.hpp"
#include "ui/ui.hpp"

namespace atlas::ui {

// "Ann · 22 November 2026, 10:42". What the change does not say is left out.
[[nodiscard]] std::string by_words(const Ui& ui, const Change& change);

}  // namespace atlas::ui
