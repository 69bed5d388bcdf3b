#include "ui/widgets/screen_page.hpp"

#include <algorithm>

namespace atlas::ui {
namespace {

float margin_of(const Ui& ui) {
  return ui.fold() == Fold::kPhone ? kSpace3 : kSpace5;
}

}  // namespace

ScreenPage::ScreenPage(Ui& ui, std::string_view id, const Rect& rect, float widest)
    : area_(ui, id, rect),
      column_(ui, {area_.origin().x + margin_of(ui), area_.origin().y + kSpace5},
              std::min(widest, area_.width() - 2 * margin_of(ui))) {}

ScreenPage::~ScreenPage() {
  area_.set_content_height(kSpace5 + column_.height() + kSpace6);
}

}  // namespace atlas::ui
