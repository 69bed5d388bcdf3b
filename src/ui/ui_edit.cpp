// What is open over the rest: the popup, and the field that is edited.
#include "ui/ui.hpp"

namespace atlas::ui {

void Ui::open_popup(NodeId owner, std::optional<Rect> place) {
  popup_ = owner;
  popup_anchor_ = place;
  popup_day_.reset();
  popup_filter_.clear();
  popup_marked_ = 0;
  popup_fresh_ = true;
  popup_drawn_ = true;
  want_frame();
}

void Ui::close_popup() {
  // Where its owner cannot have the keyboard, it goes back to who had it before.
  if (focus_.offered_last_frame(popup_)) focus_.set(popup_, focus_.visible());
  popup_ = {};
  want_frame();
}

void Ui::begin_edit(Edit edit) {
  edit.text.serial = ++edit_serial_;
  edit.text.rect = visible_part(edit.text.rect);
  focus_.set(edit.text.node, focus_.visible());
  edit_ = std::move(edit);
  reveal_edit_ = true;
  want_frame();
}

void Ui::add_typed(const std::string& key) {
  if (!edit_) return;
  edit_->text.value += key;
  edit_->text.select_all = false;
  edit_->text.serial = ++edit_serial_;
  text_edited(edit_->text.value);
}

void Ui::place_edit(Rect rect, float foot) {
  if (!edit_) return;
  edit_->text.rect = visible_part(rect);
  rect.height += foot;
  if (std::exchange(reveal_edit_, false)) scroll_into_view(rect);
}

void Ui::text_edited(const std::string& text) {
  if (!edit_) return;
  if (std::holds_alternative<SearchTarget>(edit_->target)) send(app::SearchFor{text});
  if (std::holds_alternative<FilterTarget>(edit_->target)) {
    popup_filter_ = text;
    popup_marked_ = 0;
  }
}

void Ui::text_committed(const TextCommitted& commit) {
  if (!edit_) return;
  const Edit edit = *edit_;
  edit_.reset();
  ended_ = {edit.text.node, commit.how, commit.text};
  if (const auto* field = std::get_if<FieldTarget>(&edit.target)) {
    send(app::SetFieldTyped{field->record, field->field, commit.text});
  } else if (std::holds_alternative<AuthorTarget>(edit.target)) {
    send(app::SetAuthor{commit.text});
  }
}

void Ui::text_cancelled() {
  if (edit_ && std::holds_alternative<SearchTarget>(edit_->target)) send(app::SearchFor{""});
  if (edit_ && std::holds_alternative<FilterTarget>(edit_->target)) close_popup();
  edit_.reset();
}

std::optional<CommitHow> Ui::ended_how(NodeId node) const {
  return ended_ && ended_->node == node ? std::optional(ended_->how) : std::nullopt;
}

const std::string* Ui::ended_text(NodeId node) const {
  return ended_ && ended_->node == node ? &ended_->text : nullptr;
}

}  // namespace atlas::ui
