#include "ui/clashes/view.hpp"

#include <algorithm>

#include "base/tr.hpp"
#include "icons.hpp"
#include "ui/widgets/message.hpp"
#include "ui/widgets/screen_page.hpp"

namespace atlas::ui::clashes {
namespace {

constexpr float kWidest = 760;
constexpr std::size_t kPage = 20;

}  // namespace

void View::draw(Ui& ui, Rect rect) {
  const app::State& state = ui.state();
  const Ui::Scope scope(ui, "clashes");
  ScreenPage screen(ui, "clashes", rect, kWidest);
  Column& page = screen.column();
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
  if (clashes.size() > most_ && page.button({.text = tr(Text::kShowMore)})) {
    most_ += kPage;
    ui.want_frame();
  }
}

}  // namespace atlas::ui::clashes
