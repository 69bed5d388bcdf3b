// What this browser stores, and how far that can be relied on: for the screens where a person asks
// whether work is safe.
#pragma once

#include "ui/widgets/column.hpp"

namespace atlas::ui {

// Whether the browser keeps it, how much there is, and the parts that cannot be read. Nothing where
// the browser stores nothing.
void stored_here(Ui& ui, Column& column);

}  // namespace atlas::ui
