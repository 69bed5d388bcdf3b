// A link to a record: choosing it selects the record.
#pragma once

#include "ui/widgets/paint.hpp"

namespace atlas::ui {

// A link of one line or more, with a smaller line below it.
struct LinkResult {
  float height = 0;
  bool activated = false;
};
LinkResult link(Ui& ui, Rect rect, std::string_view text, std::string_view detail = {});

// From the top of the rectangle, as tall as its words need; returns the height.
float record_link(Ui& ui, Rect rect, RecordId record, std::string_view text,
                  std::string_view detail = {});

}  // namespace atlas::ui
