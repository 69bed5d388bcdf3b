#include "ui/focus.hpp"

#include <algorithm>

namespace atlas::ui {

void Focus::begin_frame() {
  offers_.clear();
  layer_ = 0;
  layers_seen_ = 0;
  modal_seen_ = 0;
  arrived_ = arrived_next_;
  arrived_next_ = false;
}

void Focus::offer(NodeId id, bool tab_stop) {
  offers_.push_back({id, tab_stop, layer_});
}

void Focus::end_frame() {
  // A layer that opened takes the keyboard; one that closed gives it back.
  if (layers_seen_ > top_layer_) {
    under_.push_back(current_);
    const auto first = std::find_if(offers_.begin(), offers_.end(), [&](const Offer& o) {
      return o.layer == layers_seen_ && o.tab_stop;
    });
    const bool already = std::any_of(offers_.begin(), offers_.end(), [&](const Offer& o) {
      return o.id == current_ && o.layer == layers_seen_;
    });
    if (first != offers_.end() && !already) set(first->id, true);
  } else if (layers_seen_ < top_layer_) {
    const NodeId back = under_.empty() ? NodeId{} : under_.back();
    if (!under_.empty()) under_.pop_back();
    const bool moved_on = std::any_of(offers_.begin(), offers_.end(),
                                      [&](const Offer& o) { return o.id == current_; });
    if (!moved_on) set(back, visible_);
  }
  top_layer_ = layers_seen_;
  modal_layer_ = modal_seen_;
  last_offers_ = offers_;
  if (current_.value != 0 && !offered_last_frame(current_) && !arrived_next_) {
    current_ = {};
  }
}

bool Focus::offered_last_frame(NodeId id) const {
  return std::any_of(last_offers_.begin(), last_offers_.end(),
                     [&](const Offer& o) { return o.id == id; });
}

bool Focus::is_on_top(NodeId id) const {
  return std::any_of(last_offers_.begin(), last_offers_.end(),
                     [&](const Offer& o) { return o.id == id && o.layer == top_layer_; });
}

void Focus::set(NodeId id, bool visible) {
  if (!(id == current_)) arrived_next_ = true;
  current_ = id;
  visible_ = visible;
}

int Focus::next_index(bool backwards) const {
  const int count = static_cast<int>(last_offers_.size());
  int at = backwards ? count : -1;
  for (int i = 0; i < count; ++i) {
    if (last_offers_[static_cast<std::size_t>(i)].id == current_) at = i;
  }
  const int step = backwards ? -1 : 1;
  for (int i = at + step; i >= 0 && i < count; i += step) {
    const Offer& offer = last_offers_[static_cast<std::size_t>(i)];
    if (offer.tab_stop && offer.layer == top_layer_) return i;
  }
  if (top_layer_ == 0) return -1;
  // Inside a layer Tab goes round.
  for (int i = backwards ? count - 1 : 0; i >= 0 && i < count; i += step) {
    const Offer& offer = last_offers_[static_cast<std::size_t>(i)];
    if (offer.tab_stop && offer.layer == top_layer_) return i;
  }
  return -1;
}

bool Focus::can_step(bool backwards) const {
  return next_index(backwards) >= 0;
}

bool Focus::step(bool backwards) {
  const int next = next_index(backwards);
  if (next < 0) {
    clear();
    return false;
  }
  set(last_offers_[static_cast<std::size_t>(next)].id, true);
  return true;
}

void Focus::begin_layer(bool modal) {
  ++layer_;
  layers_seen_ = std::max(layers_seen_, layer_);
  if (modal) modal_seen_ = layer_;
}

void Focus::end_layer() {
  --layer_;
}

}  // namespace atlas::ui
