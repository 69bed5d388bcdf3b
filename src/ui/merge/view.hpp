// The screen for files that were opened: what each of them is, what bringing them in would change,
// and the clashes that it would make. Nothing changes until a person says so.
#pragma once

#include <cstdint>
#include <map>

#include "ui/clashes/card.hpp"

namespace atlas::ui::merge {

class View {
 public:
  void draw(Ui& ui, Rect rect);

 private:
  void files(Column& page);
  void decision(Column& page);
  void clashes(Column& page);
  void filters(Column& page);
  void rows(Column& page);

  std::map<app::ClashKey, SampleValue> thirds_;
  std::uint64_t serial_ = 0;  // of the view that is shown
  std::size_t most_ = 0;      // rows shown
};

}  // namespace atlas::ui::merge
