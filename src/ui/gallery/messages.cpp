#include "ui/gallery/messages.hpp"

#include <algorithm>

#include "icons.hpp"
#include "ui/gallery/section.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/dialog.hpp"
#include "ui/widgets/message.hpp"

namespace atlas::ui::gallery {

void Messages::draw(Column& column, std::string& last) {
  Ui& ui = column.ui();
  section(column, Text::kGalleryMessages);
  const auto show = [&](std::string_view id, Text text, Tone tone, Text act) {
    const BannerSpec spec{.id = id, .text = tr(text), .act = tr(act), .tone = tone};
    const BannerResult result = banner(ui, column.row(0), spec);
    if (result.acted) last = tr(act);
    column.skip(result.height + kSpace2);
  };
  show("info", Text::kGalleryBannerInfo, Tone::kInfo, Text::kGalleryBannerAct);
  show("good", Text::kGalleryBannerGood, Tone::kGood, Text::kGalleryBannerAct);
  show("caution", Text::kGalleryBannerCaution, Tone::kCaution, Text::kGalleryBannerAct);
  show("bad", Text::kGalleryBannerBad, Tone::kBad, Text::kGalleryBannerAct);
  const ButtonSpec toast_button{.text = tr(Text::kGalleryToastButton)};
  if (column.button(toast_button)) toast_ = true;
  const ButtonSpec error_button{.text = tr(Text::kGalleryErrorButton)};
  if (column.button(error_button)) error_ = true;
  column.skip(kSpace2);
  Rect room{ui.page().x, ui.page().y, ui.page().width, ui.page().height - kStatusLine};
  const auto float_toast = [&](bool& open, const ToastSpec& spec) {
    if (!open) return;
    const ToastResult result = toast(ui, room, spec);
    if (result.undone) last = spec.text;
    if (result.undone || result.dismissed) open = false;
    room.height -= result.height + kSpace2;
  };
  float_toast(error_,
              {.id = "gallery error", .text = tr(Text::kGalleryToastError), .is_error = true});
  float_toast(toast_,
              {.id = "gallery toast", .text = tr(Text::kGalleryToast), .offers_undo = true});
  const EmptyResult empty = empty_state(ui, column.row(0),
                                        {.title = tr(Text::kGalleryEmpty),
                                         .text = tr(Text::kGalleryEmptyText),
                                         .act = tr(Text::kGalleryEmptyAct),
                                         .icon = icons::kChecklist});
  if (empty.acted) last = tr(Text::kGalleryEmptyAct);
  column.skip(empty.height);
}

void Messages::marks(Column& column) {
  Ui& ui = column.ui();
  section(column, Text::kGalleryMarks);
  Vec2 at = column.at();
  const float right = at.x + column.width();
  const float step = TextPainter::line_height(kBodyText) + kSpace2;
  const auto wrap = [&](float width) {
    if (at.x > column.at().x && at.x + width > right) at = {column.at().x, at.y + step};
  };
  const auto show = [&](Text text, Tone tone) {
    wrap(ui.text().width(tr(text), Font::kSmallStrong) + 2 * kSpace2);
    at.x += badge(ui, at, tr(text), tone) + kSpace2;
  };
  show(Text::kGalleryBadgeInfo, Tone::kInfo);
  show(Text::kGalleryBadgeGood, Tone::kGood);
  show(Text::kGalleryBadgeCaution, Tone::kCaution);
  show(Text::kGalleryBadgeBad, Tone::kBad);
  at = {column.at().x, at.y + step};
  for (const ChoiceOption& rag : rag_choices()) {
    const Ui::Scope scope(ui, rag.key);  // a badge above says the same as one of these
    wrap(ui.text().width(tr_word(rag.label), Font::kBody) + kSpace6);
    at.x += rag_mark(ui, at, rag.number, tr_word(rag.label)) + kSpace4;
  }
  column.skip(at.y + step - column.at().y + kSpace2);
  column.title(tr(Text::kGalleryProgress), 3, Font::kStrong);
  const float done = cancelled_ % 2 == 0 ? 0.4F : 0.0F;
  const ProgressResult known =
      progress(ui, column.row(0), {.name = tr(Text::kGalleryProgressKnown), .share = done});
  column.skip(known.height + kSpace3);
  if (known.cancelled) ++cancelled_;
  // This one stands still: a gallery at rest draws no frames.
  const ProgressResult unknown = progress(ui, column.row(0),
                                          {.name = tr(Text::kGalleryProgressUnknown),
                                           .share = std::nullopt,
                                           .can_cancel = false,
                                           .at_rest = true});
  column.skip(unknown.height);
}

void Messages::dialog_button(Column& column) {
  section(column, Text::kGalleryDialog);
  const ButtonSpec open{.text = tr(Text::kGalleryDialogOpen)};
  if (column.button(open)) dialog_ = true;
}

void Messages::dialog(Ui& ui, std::string& last) {
  if (!dialog_) return;
  const DialogBox box(
      ui, {.id = "gallery dialog", .title = tr(Text::kGalleryDialogTitle), .width = 440},
      dialog_height_);
  Column column(ui, {box.content().x, box.content().y}, box.content().width);
  column.text(tr(Text::kGalleryDialogText), Font::kBody, ui.palette().ink);
  column.skip(kSpace2);
  const ButtonSpec end{.text = tr(Text::kGalleryDialogEnd), .look = ButtonLook::kDanger};
  const ButtonSpec keep{.text = tr(Text::kGalleryDialogKeep), .look = ButtonLook::kPrimary};
  if (button(ui, column.row(button_width(ui, keep), ui.target() + 4), keep)) dialog_ = false;
  column.skip(ui.target() + 4 + kSpace2);
  if (button(ui, column.row(button_width(ui, end), ui.target() + 4), end)) {
    dialog_ = false;
    last = end.text;
  }
  column.skip(ui.target() + 4);
  if (box.escaped()) dialog_ = false;
  if (!dialog_) ui.want_frame();
  if (dialog_height_ != column.height()) ui.want_frame();
  dialog_height_ = column.height();
}

}  // namespace atlas::ui::gallery
