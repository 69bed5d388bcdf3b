#include "ui/clashes/view.hpp"

#include <algorithm>

#include "base/tr.hpp"
#include "icons.hpp"
#include "ui/widgets/message.hpp"
#include "ui/widgets/scroll_area.hpp"

namespace atlas::ui::clashes {
namespace {

constexpr float kWidest = 760;
constexpr std::size_t kPage = 20;

}  // namespace

void View::draw(Ui& ui, Rect rect) {
  const app::State& state = ui.state();
  const Ui::Scope scope(ui, "clashes");
  ScrollArea area(ui, "clashes", rect);
  const float margin = ui.fold() == Fold::kPhone ? kSpace3 : kSpace5;
  Column page(ui, {area.origin().x + margin, area.origin().y + kSpace5},
              std::min(kWidest, area.width() - 2 * margin));
  const std::vector<Clash> clashes = state.document.clashes();
  most_ = std::max(most_, kPage);
  page.title(tr(Text::kActionGoClashes), 1, Font::kTitle2);
  if (clashes.empty()) {
    const EmptyResult empty = empty_state(ui, page.row(0),
                                          {.title = tr(Text::kClashesNone),
                                           .text = tr(Text::kClashesNoneText),
                                           .icon = icons::kDoneAll});
    page.skip(empty.height);
  } else {
    page.text(tr(Text::kClashesText), Font::kBody, ui.palette().ink);
    page.skip(kSpace3);
  }
  for (std::size_t i = 0; i < std::min(most_, clashes.size()); ++i) {
    const app::ClashKey key = app::key_of(clashes[i]);
    const CardResult result =
        card(page, {.document = state.document, .clash = clashes[i], .third = thirds_[key]});
    if (result.chosen && !state.looking_back) ui.send(app::SettleClash{key, *result.chosen});
  }
  if (clashes.size() > most_) {
    const ButtonSpec more{.text = tr(Text::kShowMore)};
    if (button(ui, page.row(button_width(ui, more), ui.target()), more)) {
      most_ += kPage;
      ui.want_frame();
    }
    page.skip(ui.target());
  }
  page.skip(kSpace6);
  area.set_content_height(page.height() + kSpace5);
}

}  // namespace atlas::ui::clashes
