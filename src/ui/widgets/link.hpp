// A link to a record: choosing it selects the record.
#pragma once

#include "ui/widgets/paint.hpp"

namespace atlas::ui {

// From the top of the rectangle, as tall as its words need; returns the height.
float record_link(Ui& ui, Rect rect, RecordId record, std::string_view text,
                  std::string_view detail = {});

}  // namespace atlas::ui
