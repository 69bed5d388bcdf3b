// A page for one drawing: widgets and painting without an application behind them, for tests of
// what looks at pictures.
#pragma once

#include <functional>
#include <vector>

#include "pictures/audit.hpp"
#include "ui/screen.hpp"
#include "ui/ui.hpp"

namespace atlas::test {

class Stage {
 public:
  Stage();
  ~Stage();
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  // Draws the same three times, so that sizes and scrolling have come to rest.
  void show(const std::function<void(ui::Ui&)>& draw);
  [[nodiscard]] std::vector<Finding> findings(float css_scale = 1) const;

  PaintRecord record;
  Picture picture;
  semantics::Tree tree;

 private:
  void frame(const std::function<void(ui::Ui&)>& draw);

  app::State state_;
  BoxRasteriser rasteriser_;
  ui::TextPainter text_;
  ui::Ui ui_;
};

}  // namespace atlas::test
