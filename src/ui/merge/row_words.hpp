// One record in the preview of a merge: what would become of it, with old and new values, by whom
// and when.
#pragma once

#include <cstddef>

#include "app/merge_view.hpp"
#include "ui/widgets/column.hpp"

namespace atlas::ui::merge {

void draw_row(Column& page, const app::MergeView& view, std::size_t index);

}  // namespace atlas::ui::merge
