// Paints a scene through a camera. Cards outside the view are left out.
#pragma once

#include "layout/camera.hpp"
#include "layout/detail_level.hpp"
#include "ui/explore/scene.hpp"
#include "ui/widgets/paint.hpp"

namespace atlas::ui::explore {

struct PaintInput {
  const Scene& scene;
  layout::Camera camera;
  layout::Rect view;
  layout::DetailLevel level = layout::DetailLevel::kCard;
  int selected = -1;  // card index
  int hovered = -1;
  bool searching = false;
  const std::set<RecordId>* hits = nullptr;  // while searching: others are drawn back
};

void paint_scene(Ui& ui, const PaintInput& input);
// Where the mark that folds a branch lies on the screen; empty when the card has none.
[[nodiscard]] Rect fold_mark(const Card& card, const PaintInput& input);
[[nodiscard]] Rect to_rect(const layout::Rect& r);
[[nodiscard]] const char* icon_of_kind(std::uint32_t body_kind);

}  // namespace atlas::ui::explore
