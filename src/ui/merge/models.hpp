// The models of another workspace's file: which of them are copied into this one to compare, and
// what that makes.
#pragma once

#include <cstddef>

#include "app/merge_view.hpp"
#include "ui/widgets/column.hpp"

namespace atlas::ui::merge {

// Nothing where the file has none. `index` is that of the file in the view.
void draw_models(Column& page, const app::MergeFile& file, std::size_t index);

}  // namespace atlas::ui::merge
