#include "ui/explore/paint.hpp"

#include <algorithm>
#include <optional>

#include "icons.hpp"
#include "imgui.h"

namespace atlas::ui::explore {
namespace {

constexpr float kBand = 6;
constexpr float kPad = 12;
constexpr float kMark = 20;

ImVec2 vec(layout::Point p) {
  return {p.x, p.y};
}

class Painter {
 public:
  Painter(Ui& ui, const PaintInput& input) : ui_(ui), in_(input), p_(ui.palette()) {}

  void connectors() {
    for (const layout::Connector& connector : in_.scene.connectors) {
      for (const layout::Polyline& line : connector.strokes)
        stroke_line(line, p_.control_edge, 1.5F);
    }
  }

  void lines() {
    for (const SceneLine& line : in_.scene.lines) paint_line(line, touches(line));
  }

  void labels() {
    for (const SceneLine& line : in_.scene.lines) {
      if (touches(line)) paint_label(line);
    }
  }

  // At the coarsest level branches carry their names, where the names do not run into each other.
  void branch_names() {
    if (in_.level != layout::DetailLevel::kBlock) return;
    std::vector<layout::Rect> taken;
    for (const Card& card : in_.scene.cards) {
      if (card.level > 2 || !card.has_children) continue;
      const layout::Rect rect = layout::to_screen(in_.camera, in_.view, card.rect);
      if (!in_.view.overlaps(rect)) continue;
      const float most = std::min(180.0F, in_.view.width - 2 * kSpace2);
      const std::string name = ui_.text().shortened(card.name, Font::kSmallStrong, most);
      const float width = ui_.text().width(name, Font::kSmallStrong) + kSpace2;
      // At the edge of the view a name keeps inside it.
      const float x = std::max(in_.view.x + kSpace1, std::min(rect.centre().x - width / 2,
                                                              in_.view.right() - width - kSpace1));
      const layout::Rect box{x, rect.centre().y - 11, width, 22};
      const bool free = std::none_of(taken.begin(), taken.end(), [&](const layout::Rect& other) {
        return box.inflated(3).overlaps(other);
      });
      if (!free) continue;
      taken.push_back(box);
      fill(to_rect(box), p_.surface, kSpace1);
      stroke(to_rect(box), p_.control_edge, kSpace1);
      draw_text_in(ui_, to_rect(box), name, Font::kSmallStrong, p_.ink, Align::kCentre,
                   Fit::kMayShorten);
    }
  }

  void cards() {
    const layout::Rect seen = layout::visible_world(in_.camera, in_.view);
    for (const std::uint32_t i : in_.scene.hits.overlapping(seen)) {
      paint_card(static_cast<int>(i));
    }
    // Above the cards below them, which may begin where a mark still is.
    for (const std::uint32_t i : in_.scene.hits.overlapping(seen)) mark(in_.scene.cards[i]);
  }

 private:
  [[nodiscard]] Rect place(const Card& card) const {
    return to_rect(layout::to_screen(in_.camera, in_.view, card.rect));
  }
  [[nodiscard]] bool touches(const SceneLine& line) const {
    const auto is = [&](int card) {
      return card >= 0 && (line.from == static_cast<std::uint32_t>(card) ||
                           line.to == static_cast<std::uint32_t>(card));
    };
    return is(in_.selected) || is(in_.hovered);
  }

  void stroke_line(const layout::Polyline& world, Colour colour, float width) {
    points_.clear();
    for (const layout::Point& point : world) {
      points_.push_back(vec(layout::to_screen(in_.camera, in_.view, point)));
    }
    Ui::list()->AddPolyline(points_.data(), static_cast<int>(points_.size()), packed(colour), 0,
                            width);
  }

  void paint_line(const SceneLine& line, bool strong) {
    const bool quiet = in_.selected >= 0 && !strong;
    const Colour colour = strong ? p_.accent : with_alpha(p_.muted, quiet ? 110 : 220);
    const float width = strong ? 2.5F : 1.5F;
    std::vector<float> pattern = dash_of(line.kind);
    for (float& length : pattern) length /= std::max(in_.camera.zoom, 0.4F);
    for (const layout::Polyline& piece : layout::dash(line.route.points, pattern)) {
      stroke_line(piece, colour, width);
    }
    const layout::ArrowHead& head = line.route.arrow;
    Ui::list()->AddTriangleFilled(vec(layout::to_screen(in_.camera, in_.view, head.tip)),
                                  vec(layout::to_screen(in_.camera, in_.view, head.left)),
                                  vec(layout::to_screen(in_.camera, in_.view, head.right)),
                                  packed(colour));
  }

  // On its line, where it covers no card and no other label; else it is left out.
  void paint_label(const SceneLine& line) {
    if (line.route.points.empty()) return;
    const std::string text = ui_.text().shortened(line.text, Font::kSmall, 220);
    const float width = ui_.text().width(text, Font::kSmall) + kSpace3;
    const std::optional<layout::Rect> place =
        label_place(in_.scene, line.route, {width, 22}, in_.camera, in_.view, labels_);
    if (!place) return;
    labels_.push_back(*place);
    const Rect box = to_rect(*place);
    fill(box, p_.surface, kSpace1);
    stroke(box, p_.accent, kSpace1);
    draw_text_in(ui_, box, text, Font::kSmall, p_.accent, Align::kCentre, Fit::kMayShorten);
  }

  void paint_card(int index) {
    const Card& card = in_.scene.cards[static_cast<std::size_t>(index)];
    const Rect rect = place(card);
    const bool back = in_.searching && in_.hits != nullptr && !in_.hits->contains(card.body);
    const Colour theme = p_.themes[std::min<std::uint32_t>(card.theme, 7)];
    const bool selected = index == in_.selected;
    const float radius = std::min(kRadius, rect.height / 4);
    if (!card.badges.empty() && card.badges[0].text.rfind("×", 0) == 0) stacked(rect, radius);
    if (in_.level == layout::DetailLevel::kBlock) {
      const float share = back ? 0.08F : 0.24F;
      fill(rect, selected ? p_.accent_soft : mixed(theme, p_.surface, share), radius);
      stroke(rect, selected ? p_.accent : theme, radius, selected ? 2.5F : 1.0F);
      return;
    }
    fill(rect, selected ? p_.accent_soft : p_.surface, radius);
    const float zoom = in_.camera.zoom;
    Ui::list()->PushClipRect({rect.x, rect.y},
                             {rect.x + std::max(kBand * zoom, 5.0F), bottom_of(rect)}, true);
    fill({rect.x, rect.y, rect.width, rect.height}, theme, radius);
    Ui::list()->PopClipRect();
    const bool lit = selected || index == in_.hovered;
    stroke(rect, lit ? p_.accent : p_.control_edge, radius, selected ? 2.5F : 1.0F);
    const Colour ink = back ? p_.muted : p_.ink;
    if (in_.level == layout::DetailLevel::kCard) {
      whole_card(card, rect, theme, ink);
    } else {
      name_only(card, rect, ink);
    }
  }

  void stacked(const Rect& rect, float radius) {
    for (float step = 2; step >= 1; --step) {
      const Rect behind{rect.x + 4 * step, rect.y + 4 * step, rect.width, rect.height};
      fill(behind, p_.surface, radius);
      stroke(behind, p_.control_edge, radius);
    }
  }

  void name_only(const Card& card, const Rect& rect, Colour ink) {
    const float size = layout::text_px(kBodyText * 0.9F, in_.camera.zoom);
    const TextStyle style{std::min(size, 24.0F), Weight::kSemibold};
    const float pad = std::max(4.0F, kPad * in_.camera.zoom * 0.7F);
    const float step = TextPainter::line_height(style.size);
    const auto lines = static_cast<std::size_t>(std::max(1.0F, (rect.height - 4) / step));
    const float width = rect.width - 2 * pad - kBand * in_.camera.zoom;
    const std::size_t most = std::min<std::size_t>(lines, 3);
    const bool cut =
        !card.short_name.empty() && ui_.text().wrap(card.name, style, width, most).shortened;
    const WrappedText& name =
        ui_.text().wrap(cut ? card.short_name : card.name, style, width, most);
    const float height = step * static_cast<float>(name.lines.size());
    draw_lines(ui_,
               {rect.x + pad + kBand * in_.camera.zoom,
                rect.y + std::max((rect.height - height) / 2, 1.0F)},
               name, style, ink, Fit::kMayShorten);
  }

  void whole_card(const Card& card, const Rect& rect, Colour theme, Colour ink) {
    const float zoom = in_.camera.zoom;
    const float left = rect.x + (kBand + kPad) * zoom;
    const float width = right_of(rect) - left - kPad * zoom;
    const TextStyle small{kSmallText * zoom, Weight::kRegular};
    const TextStyle strong{kBodyText * zoom, Weight::kSemibold};
    const float small_line = TextPainter::line_height(small.size);
    float y = rect.y + 6 * zoom;
    const float icon = 18 * zoom;
    draw_icon_in(ui_, {left, y, icon, small_line}, icon_of_kind(card.kind_number), icon, theme);
    const float badges = paint_badges(card, right_of(rect) - kPad * zoom, y, small, small_line);
    draw_text_in(ui_, {left + icon + 6 * zoom, y, width - icon - 6 * zoom - badges, small_line},
                 card.kind, small, theme, Align::kLeft, Fit::kMayShorten);
    y += small_line + 2 * zoom;
    const bool has_lead = !card.lead.empty();
    const WrappedText& name = ui_.text().wrap(card.name, strong, width, 2);
    draw_lines(ui_, {left, y}, name, strong, ink, Fit::kMayShorten);
    if (has_lead) {
      draw_text_in(ui_, {left, bottom_of(rect) - small_line - 6 * zoom, width, small_line},
                   card.lead, small, p_.muted, Align::kLeft, Fit::kMayShorten);
    }
  }

  // From the right edge; returns the width used.
  float paint_badges(const Card& card, float right, float top, TextStyle style, float height) {
    float used = 0;
    for (const Badge& badge : card.badges) {
      const float width = ui_.text().width(badge.text, style) + 10 * in_.camera.zoom;
      const Rect box{right - used - width, top, width, height};
      fill(box, p_.sunken, kSpace1);
      draw_text_in(ui_, box, badge.text, style, p_.ink, Align::kCentre);
      used += width + 4 * in_.camera.zoom;
    }
    return used;
  }

  void mark(const Card& card) {
    const Rect box = fold_mark(card, in_);
    if (box.width <= 0) return;
    const float radius = box.height / 2;
    fill(box, p_.surface, radius);
    stroke(box, p_.control_edge, radius);
    if (card.collapsed) {
      draw_text_in(ui_, box, "+" + std::to_string(card.hidden), Font::kSmallStrong, p_.accent,
                   Align::kCentre);
    } else {
      draw_icon_in(ui_, box, icons::kExpandLess, 16, p_.muted);
    }
  }

  Ui& ui_;
  const PaintInput& in_;
  const Palette& p_;
  std::vector<ImVec2> points_;
  std::vector<layout::Rect> labels_;  // on the screen, of lines
};

}  // namespace

Rect to_rect(const layout::Rect& r) {
  return {r.x, r.y, r.width, r.height};
}

Rect fold_mark(const Card& card, const PaintInput& input) {
  if (!card.has_children || input.level == layout::DetailLevel::kBlock) return {};
  const Rect rect = to_rect(layout::to_screen(input.camera, input.view, card.rect));
  // On the lower border, so that it covers no text of the card.
  const float width = card.collapsed ? 38 : kMark;
  return {rect.x + rect.width / 2 - width / 2, bottom_of(rect) - 5, width, kMark};
}

const char* icon_of_kind(std::uint32_t body_kind) {
  switch (body_kind) {
    case 1:
      return icons::kGroups;  // board
    case 2:
      return icons::kHandshake;  // partnership
    case 3:
      return icons::kGroup;  // group
    case 4:
      return icons::kForum;  // forum
    case 5:
      return icons::kHub;  // network
    case 6:
      return icons::kGavel;  // committee
    case 7:
    case 8:
      return icons::kAccountBalance;  // council, cabinet
    case 9:
    case 10:
      return icons::kGroupWork;  // service, team
    case 11:
      return icons::kForum;  // assembly
    case 12:
      return icons::kApartment;  // organisation
    case 13:
      return icons::kPublic;  // government body
    case 14:
    case 15:
      return icons::kPlace;  // community, area partnership
    case 16:
    case 17:
      return icons::kLayers;  // programme, workstream
    default:
      return icons::kDomain;
  }
}

void paint_scene(Ui& ui, const PaintInput& input) {
  Painter painter(ui, input);
  painter.connectors();
  painter.lines();
  painter.cards();
  painter.branch_names();
  painter.labels();
}

}  // namespace atlas::ui::explore
