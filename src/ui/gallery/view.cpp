#include "ui/gallery/view.hpp"

namespace atlas::ui::gallery {

void View::draw(Ui& ui, Rect rect) {
  fill(rect, ui.palette().background);
}

}  // namespace atlas::ui::gallery
