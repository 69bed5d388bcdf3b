#include "ui/gallery/view.hpp"

#include <algorithm>

#include "base/tr.hpp"
#include "ui/widgets/scroll_area.hpp"

namespace atlas::ui::gallery {
namespace {

constexpr float kWidest = 900;

}  // namespace

void View::draw(Ui& ui, Rect rect) {
  const Ui::Scope scope(ui, "gallery");
  {
    ScrollArea area(ui, "gallery", rect);
    const float margin = ui.fold() == Fold::kPhone ? kSpace4 : kSpace5;
    Column column(ui, {area.origin().x + margin, area.origin().y + margin},
                  std::min(kWidest, area.width() - 2 * margin));
    column.title(tr(Text::kGalleryTitle), 1, Font::kTitle2);
    column.text(tr(Text::kGalleryAbout), Font::kBody, ui.palette().muted);
    controls_.buttons(column, last_);
    fields_.draw(column);
    controls_.choices(column);
    messages_.draw(column, last_);
    messages_.marks(column);
    data_.draw(column);
    places_.draw(column, last_);
    messages_.dialog_button(column);
    column.skip(kSpace6);
    area.set_content_height(column.height() + margin);
  }
  messages_.dialog(ui, last_);
}

}  // namespace atlas::ui::gallery
