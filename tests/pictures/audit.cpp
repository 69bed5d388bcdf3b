#include "pictures/audit.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <utility>

#include "imgui.h"
#include "imgui_internal.h"

namespace atlas::test {
namespace {

using semantics::Rect;

constexpr float kSlack = 1;            // pixels that rounding may cost
constexpr float kSmallest = 24;        // of a target, in CSS pixels
constexpr float kTextContrast = 4.5F;  // WCAG 1.4.3
constexpr float kMarkContrast = 3;     // WCAG 1.4.11
// Thin strokes reach their colour in no pixel. From this share on the colour itself is measured.
constexpr float kReached = 0.6F;
constexpr float kCoveredAWhit = 0.1F;
constexpr float kCovered = 0.9F;

float right_of(const Rect& r) {
  return r.x + r.width;
}
float bottom_of(const Rect& r) {
  return r.y + r.height;
}

Rect common(const Rect& a, const Rect& b) {
  const float x = std::max(a.x, b.x);
  const float y = std::max(a.y, b.y);
  return {x, y, std::min(right_of(a), right_of(b)) - x, std::min(bottom_of(a), bottom_of(b)) - y};
}

Rect grown(const Rect& r, float by) {
  return {r.x - by, r.y - by, r.width + 2 * by, r.height + 2 * by};
}

bool is_nothing(const Rect& r) {
  return r.width <= 0 || r.height <= 0;
}

bool holds(const Rect& outer, const Rect& inner, float slack) {
  return inner.x >= outer.x - slack && inner.y >= outer.y - slack &&
         right_of(inner) <= right_of(outer) + slack && bottom_of(inner) <= bottom_of(outer) + slack;
}

bool holds(const Rect& r, float x, float y) {
  return x >= r.x && x < right_of(r) && y >= r.y && y < bottom_of(r);
}

// From the top of capitals to the foot of a g, within the line box (text.hpp says where that lies).
Rect ink_of(const ui::PaintedText& text) {
  const float size = text.style.size;
  const float baseline =
      size * (ui::kFontAscent + (1.35F - ui::kFontAscent - ui::kFontDescent) / 2);
  return {text.rect.x, text.rect.y + baseline - 0.73F * size, text.rect.width, 0.93F * size};
}

double linear(std::uint8_t part) {
  const double v = part / 255.0;
  return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

double luminance(ui::Colour c) {
  return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

ui::Colour over(ui::Colour top, ui::Colour below) {
  return ui::mixed({top.r, top.g, top.b, 255}, below, static_cast<float>(top.a) / 255);
}

// How far a pixel lies on the way from the ground to the ink: 1 is there.
float progress(ui::Colour pixel, ui::Colour ground, ui::Colour ink) {
  const float way[] = {static_cast<float>(ink.r - ground.r), static_cast<float>(ink.g - ground.g),
                       static_cast<float>(ink.b - ground.b)};
  const float gone[] = {static_cast<float>(pixel.r - ground.r),
                        static_cast<float>(pixel.g - ground.g),
                        static_cast<float>(pixel.b - ground.b)};
  const float length = way[0] * way[0] + way[1] * way[1] + way[2] * way[2];
  if (length < 1) return 1;
  return (way[0] * gone[0] + way[1] * gone[1] + way[2] * gone[2]) / length;
}

std::uint32_t commonest(std::vector<std::uint32_t>& pixels) {
  std::sort(pixels.begin(), pixels.end());
  std::uint32_t best = 0;
  std::size_t most = 0;
  for (std::size_t i = 0; i < pixels.size();) {
    std::size_t end = i;
    while (end < pixels.size() && pixels[end] == pixels[i]) ++end;
    if (end - i > most) {
      most = end - i;
      best = pixels[i];
    }
    i = end;
  }
  return best;
}

std::string said(const Rect& r) {
  char text[96];
  std::snprintf(text, sizeof text, "at %.0f,%.0f %.0f×%.0f", r.x, r.y, r.width, r.height);
  return text;
}

std::string number(float value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", value);
  return text;
}

std::string quoted(const std::string& text) {
  return "“" + text + "”";
}

std::string hex(ui::Colour c) {
  char text[16];
  std::snprintf(text, sizeof text, "#%02X%02X%02X", c.r, c.g, c.b);
  return text;
}

const ImGuiWindow* window_of(const ImDrawList* list) {
  for (const ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
    if (window->DrawList == list) return window;
  }
  return nullptr;
}

// What scrolling can bring into the clip, of the window or of those that it lies in. A clip set
// inside a window does not scroll.
Rect reach_of(const Rect& clip, const ImGuiWindow* window) {
  Rect reach = clip;
  for (; window != nullptr; window = window->ParentWindow) {
    const ImRect inner = window->InnerClipRect;
    const ImVec2 gone = window->Scroll;
    const ImVec2 most = window->ScrollMax;
    if (clip.x <= inner.Min.x + kSlack) {
      reach.x -= gone.x;
      reach.width += gone.x;
    }
    if (right_of(clip) >= inner.Max.x - kSlack) reach.width += most.x - gone.x;
    if (clip.y <= inner.Min.y + kSlack) {
      reach.y -= gone.y;
      reach.height += gone.y;
    }
    if (bottom_of(clip) >= inner.Max.y - kSlack) reach.height += most.y - gone.y;
  }
  return reach;
}

class Auditor {
 public:
  explicit Auditor(const Audited& frame)
      : frame_(frame), picture_(frame.picture), scale_(ImGui::GetDrawData()->FramebufferScale.x) {
    for (const auto& [list, first] : picture_.first_of) lists_.push_back({first, list});
    std::sort(lists_.begin(), lists_.end());
    for (const auto& text : frame_.record.texts) {
      const ui::PaintPlace& place = text.painted.place;
      if (is_drawn(place)) letters_.push_back({first(place), end(place)});
    }
    std::sort(letters_.begin(), letters_.end());
  }

  std::vector<Finding> run() {
    for (const auto& text : frame_.record.texts) one_text(text);
    text_pairs();
    for (const auto& mark : frame_.record.marks) one_mark(mark);
    targets();
    tree();
    return std::move(findings_);
  }

 private:
  struct Share {
    float seen = 0;           // of the pixels: nothing later covers them
    float covered_here = 0;   // by something later in the same window that is no text
    float covered_above = 0;  // by another window
  };

  void find(Defect defect, std::string text) { findings_.push_back({defect, std::move(text)}); }

  [[nodiscard]] bool is_drawn(const ui::PaintPlace& place) const {
    return picture_.first_of.contains(place.list);
  }
  [[nodiscard]] std::uint32_t first(const ui::PaintPlace& place) const {
    return picture_.first_of.at(place.list) + static_cast<std::uint32_t>(place.begin);
  }
  [[nodiscard]] std::uint32_t end(const ui::PaintPlace& place) const {
    return picture_.first_of.at(place.list) + static_cast<std::uint32_t>(place.end);
  }

  // Windows inside a window belong to it; lists of no window, such as tooltips, are on their own.
  [[nodiscard]] static const void* layer_of(const ImDrawList* list) {
    const ImGuiWindow* window = window_of(list);
    return window == nullptr ? static_cast<const void*>(list) : window->RootWindow;
  }
  [[nodiscard]] const ImDrawList* list_of(std::uint32_t writer) const {
    const auto after =
        std::upper_bound(lists_.begin(), lists_.end(), writer,
                         [](std::uint32_t at, const auto& entry) { return at < entry.first; });
    return after == lists_.begin() ? nullptr : (after - 1)->second;
  }

  [[nodiscard]] bool is_letter(std::uint32_t writer) const {
    const auto after =
        std::upper_bound(letters_.begin(), letters_.end(), writer,
                         [](std::uint32_t at, const auto& entry) { return at < entry.first; });
    return after != letters_.begin() && writer < (after - 1)->second;
  }

  // Whether another window lies over the place, as a dialogue with its shade does.
  [[nodiscard]] static bool is_below_another(const Rect& rect, const ImDrawList* list) {
    const ImGuiWindow* own = window_of(list);
    if (own == nullptr) return false;
    bool above = false;
    for (const ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
      if (window == own->RootWindow) {
        above = true;
      } else if (above && window->Active && window->RootWindow == window) {
        const Rect other{window->Pos.x, window->Pos.y, window->Size.x, window->Size.y};
        if (!is_nothing(common(rect, other))) return true;
      }
    }
    return false;
  }

  [[nodiscard]] PixelRect pixels_of(const Rect& r) const {
    const auto at = [&](float v) { return static_cast<int>(std::lround(v * scale_)); };
    return test::common({at(r.x), at(r.y), at(right_of(r)), at(bottom_of(r))}, picture_.whole());
  }

  template <typename Visit>
  void each_pixel(const PixelRect& r, const Visit& visit) const {
    for (int y = r.top; y < r.bottom; ++y) {
      for (int x = r.left; x < r.right; ++x) visit(picture_.at(x, y));
    }
  }

  [[nodiscard]] Share shares(const Rect& rect, const ui::PaintPlace& place) const {
    const PixelRect pixels = pixels_of(rect);
    Share share;
    if (pixels.is_empty()) return share;
    const void* layer = layer_of(place.list);
    int seen = 0;
    int here = 0;
    const std::uint32_t after = end(place);
    std::uint32_t last = 0;
    bool last_is_here = false;
    each_pixel(pixels, [&](std::size_t at) {
      const std::uint32_t writer = picture_.writers[at];
      if (writer < after) {
        ++seen;
        return;
      }
      if (writer != last) {
        last = writer;
        last_is_here = layer_of(list_of(writer)) == layer && !is_letter(writer);
      }
      if (last_is_here) ++here;
    });
    const auto all = static_cast<float>(pixels.area());
    share.seen = static_cast<float>(seen) / all;
    share.covered_here = static_cast<float>(here) / all;
    share.covered_above = 1 - share.seen - share.covered_here;
    return share;
  }

  void one_text(const PaintRecord::Text& text) {
    const ui::PaintedText& painted = text.painted;
    if (!is_drawn(painted.place)) return;
    const Rect shown = common(painted.rect, painted.clip);
    if (is_below_another(is_nothing(shown) ? painted.clip : shown, painted.place.list)) return;
    const std::string what = quoted(text.text) + " " + said(painted.rect);
    if (painted.shortened && !painted.may_shorten) find(Defect::kClipped, what + " is shortened");
    if (!painted.place.pans) {
      clipped(painted, what);
      over_its_control(painted, what);
    }
    const Rect seen = common(ink_of(painted), painted.clip);
    if (is_nothing(seen)) return;
    const Share share = shares(seen, painted.place);
    covered(painted, share, what);
    // Of a letter at the edge too little is seen to be measured.
    const bool letters = seen.width >= std::min(painted.style.size, painted.rect.width - kSlack);
    const bool whole = letters && seen.height > 0.6F * ink_of(painted).height;
    if (painted.disabled || !whole || share.seen < kReached) return;
    const std::optional<Measured> measured =
        measure(pixels_of(seen), pixels_of(seen), painted.place, painted.colour);
    if (measured && measured->contrast < kTextContrast) {
      find(Defect::kFaint, what + " has " + measured->said());
    }
  }

  void clipped(const ui::PaintedText& text, const std::string& what) {
    const Rect reach = reach_of(text.clip, window_of(text.place.list));
    const float beyond = std::max({reach.x - text.rect.x, right_of(text.rect) - right_of(reach),
                                   reach.y - text.rect.y, bottom_of(text.rect) - bottom_of(reach)});
    if (beyond > kSlack) {
      find(Defect::kClipped, what + " reaches " + number(beyond) + " out of its clip " +
                                 said(text.clip) + " and cannot be scrolled into it");
    }
  }

  void over_its_control(const ui::PaintedText& text, const std::string& what) {
    const float middle = text.rect.y + text.rect.height / 2;
    const float inside = std::min(2.0F, text.rect.width / 2);
    const ui::PaintedTarget* control = nullptr;
    for (const ui::PaintedTarget& target : frame_.record.targets) {
      if (target.on_canvas || target.place.list != text.place.list) continue;
      if (target.place.begin > text.place.begin) continue;
      const bool here = holds(target.rect, text.rect.x + inside, middle) ||
                        holds(target.rect, text.rect.x + text.rect.width / 2, middle) ||
                        holds(target.rect, right_of(text.rect) - inside, middle);
      if (here) control = &target;
    }
    if (control == nullptr) return;
    const Rect ink = ink_of(text);
    const Rect& edge = control->rect;
    const float beyond = std::max({edge.x - ink.x, right_of(ink) - right_of(edge), edge.y - ink.y,
                                   bottom_of(ink) - bottom_of(edge)});
    if (beyond > kSlack) {
      find(Defect::kOverlap,
           what + " reaches " + number(beyond) + " over the edge of its control " + said(edge));
    }
  }

  // Where something scrolls, a heading that stays may cover what has gone under it.
  void covered(const ui::PaintedText& text, const Share& share, const std::string& what) {
    const ImGuiWindow* window = window_of(text.place.list);
    const bool scrolls = window != nullptr && (window->ScrollMax.x > 0 || window->ScrollMax.y > 0);
    if (text.place.pans || scrolls || share.covered_here < kCoveredAWhit) return;
    find(Defect::kOverlap, what + " is covered by what was painted later: " +
                               number(share.covered_here * 100) + " %");
  }

  void text_pairs() {
    const auto& texts = frame_.record.texts;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (!is_drawn(texts[i].painted.place)) continue;
      const Rect one = common(ink_of(texts[i].painted), texts[i].painted.clip);
      if (is_nothing(one)) continue;
      for (std::size_t k = i + 1; k < texts.size(); ++k) {
        if (!is_drawn(texts[k].painted.place)) continue;
        const Rect other = common(ink_of(texts[k].painted), texts[k].painted.clip);
        const Rect both = common(one, other);
        if (both.width <= kSlack || both.height <= kSlack) continue;
        meet(texts[i], texts[k], both);
      }
    }
  }

  void meet(const PaintRecord::Text& earlier, const PaintRecord::Text& later, const Rect& both) {
    const ui::PaintPlace& below = earlier.painted.place;
    if (layer_of(below.list) != layer_of(later.painted.place.list)) return;
    if (is_below_another(both, below.list)) return;
    // A ground that was painted between the two hides the earlier.
    const PixelRect pixels = pixels_of(both);
    int bare = 0;
    const std::uint32_t after = end(below);
    each_pixel(pixels, [&](std::size_t at) { bare += picture_.writers[at] < after ? 1 : 0; });
    if (static_cast<float>(bare) < kCoveredAWhit * static_cast<float>(pixels.area())) return;
    find(Defect::kOverlap,
         quoted(earlier.text) + " and " + quoted(later.text) + " meet " + said(both));
  }

  struct Measured {
    float contrast = 0;
    ui::Colour ink, ground;
    [[nodiscard]] std::string said() const {
      return number(contrast) + " : 1, " + hex(ink) + " on " + hex(ground);
    }
  };

  // The strongest pixels of a thing against what was there before it. Nothing where none is left.
  [[nodiscard]] std::optional<Measured> measure(const PixelRect& inside, const PixelRect& around,
                                                const ui::PaintPlace& place,
                                                ui::Colour colour) const {
    const std::uint32_t from = first(place);
    const std::uint32_t to = end(place);
    std::vector<std::uint32_t> before;
    each_pixel(around, [&](std::size_t at) {
      if (picture_.writers[at] < from) before.push_back(picture_.pixels[at]);
    });
    if (before.empty()) return std::nullopt;
    const ui::Colour ground = colour_of(commonest(before));
    const ui::Colour ink = over(colour, ground);
    float best = -1;
    ui::Colour strongest = ground;
    each_pixel(inside, [&](std::size_t at) {
      if (picture_.writers[at] >= to) return;
      const ui::Colour pixel = colour_of(picture_.pixels[at]);
      const float reached = progress(pixel, ground, ink);
      if (reached <= best || reached > 1.2F) return;
      best = reached;
      strongest = pixel;
    });
    if (best < 0) return std::nullopt;
    const ui::Colour shown = best >= kReached ? ink : strongest;
    return Measured{test::contrast(shown, ground), shown, ground};
  }

  void one_mark(const PaintRecord::Mark& mark) {
    const ui::PaintedMark& painted = mark.painted;
    if (!is_drawn(painted.place) || painted.disabled) return;
    if (is_below_another(painted.rect, painted.place.list)) return;
    const Rect seen = common(painted.rect, painted.clip);
    if (is_nothing(seen) ||
        seen.width * seen.height < 0.6F * painted.rect.width * painted.rect.height) {
      return;
    }
    if (painted.edge) {
      edge(mark);
      return;
    }
    if (shares(seen, painted.place).seen < kReached) return;
    const std::optional<Measured> measured =
        measure(pixels_of(seen), pixels_of(common(grown(painted.rect, 2), painted.clip)),
                painted.place, painted.colour);
    if (measured && measured->contrast < kMarkContrast) {
      find(Defect::kFaint, mark.what + " " + said(painted.rect) + " has " + measured->said());
    }
  }

  // An edge shows its control when it stands out from what is inside or from what is outside. Its
  // top is looked at, or its bottom where the top is scrolled away.
  void edge(const PaintRecord::Mark& mark) {
    constexpr float kStrip = 2;
    const Rect& r = mark.painted.rect;
    const Rect& clip = mark.painted.clip;
    const bool has_top = r.y >= clip.y + 1;
    if (!has_top && bottom_of(r) > bottom_of(clip) - 1) return;
    const float y = has_top ? r.y : bottom_of(r) - kStrip;
    if (shares({r.x, y, r.width, kStrip}, mark.painted.place).seen < kReached) return;
    const auto against = [&](float other) {
      return measure(pixels_of({r.x + r.width / 4, y, r.width / 2, kStrip}),
                     pixels_of({r.x + r.width / 4, other, r.width / 2, kStrip}), mark.painted.place,
                     mark.painted.colour);
    };
    const float out = has_top ? -3 : 3;
    const std::optional<Measured> outside = against(y + out);
    const std::optional<Measured> inside = against(y - out);
    if (!outside && !inside) return;
    const bool outside_better = outside && (!inside || outside->contrast >= inside->contrast);
    const Measured& best = outside_better ? *outside : *inside;
    if (best.contrast < kMarkContrast) {
      find(Defect::kFaint, mark.what + " " + said(r) + " has " + best.said());
    }
  }

  void targets() {
    const auto& all = frame_.record.targets;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!is_drawn(all[i].place)) continue;
      beyond_page(all[i]);
      const Rect one = common(all[i].rect, all[i].clip);
      const float least = std::min(all[i].rect.width, all[i].rect.height) * frame_.css_scale;
      if (!all[i].on_canvas && least < kSmallest - 0.01F) {
        find(Defect::kSmall, name_of(all[i].node) + " " + said(all[i].rect) + " is " +
                                 number(least) + " CSS pixels");
      }
      if (is_nothing(one)) continue;
      for (std::size_t k = i + 1; k < all.size(); ++k) {
        if (is_drawn(all[k].place)) meet(all[i], one, all[k]);
      }
    }
  }

  // What stands past the page's right edge and is in nothing that scrolls cannot be reached.
  void beyond_page(const ui::PaintedTarget& target) {
    const float page = static_cast<float>(picture_.width) / scale_;
    if (target.on_canvas || right_of(target.clip) < page - 1) return;
    if (right_of(target.rect) <= page + kSlack) return;
    find(Defect::kClipped,
         name_of(target.node) + " " + said(target.rect) + " goes beyond the page's edge");
  }

  void meet(const ui::PaintedTarget& a, const Rect& one, const ui::PaintedTarget& b) {
    const Rect other = common(b.rect, b.clip);
    const Rect both = common(one, other);
    if (both.width <= kSlack || both.height <= kSlack) return;
    if (holds(one, other, kSlack) || holds(other, one, kSlack)) return;
    if (layer_of(a.place.list) != layer_of(b.place.list)) return;
    if (is_below_another(both, a.place.list)) return;
    find(Defect::kOverlap,
         "targets " + name_of(a.node) + " and " + name_of(b.node) + " meet " + said(both));
  }

  [[nodiscard]] std::string name_of(semantics::NodeId id) const {
    const auto index = semantics::index_of(frame_.tree, id);
    return index ? quoted(frame_.tree.nodes[*index].name)
                 : std::string("(a target without a node)");
  }

  void tree() {
    for (const semantics::Problem& problem : semantics::problems_of(frame_.tree)) {
      find(Defect::kTree, problem.text);
    }
    for (const semantics::Node& node : frame_.tree.nodes) {
      const Rect& r = node.rect;
      if (std::isfinite(r.x) && std::isfinite(r.y) && r.width >= 0 && r.height >= 0 &&
          std::isfinite(r.width) && std::isfinite(r.height)) {
        continue;
      }
      find(Defect::kTree, quoted(node.name) + " has a rectangle that is none, " + said(r));
    }
  }

  const Audited& frame_;
  const Picture& picture_;
  float scale_;
  std::vector<std::pair<std::uint32_t, const ImDrawList*>> lists_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> letters_;  // of all texts, by beginning
  std::vector<Finding> findings_;
};

bool is_near(ui::Colour a, ui::Colour b) {
  constexpr int kMost = 48;
  return std::abs(a.r - b.r) <= kMost && std::abs(a.g - b.g) <= kMost &&
         std::abs(a.b - b.b) <= kMost;
}

// Along a line across the ring: a pixel of its colour with one beside it that stands out.
bool ring_crosses(const std::vector<ui::Colour>& across, ui::Colour ring, std::size_t near) {
  for (std::size_t i = 0; i < across.size(); ++i) {
    if (!is_near(across[i], ring)) continue;
    const std::size_t from = i < near ? 0 : i - near;
    const std::size_t to = std::min(across.size(), i + near + 1);
    for (std::size_t k = from; k < to; ++k) {
      if (contrast(across[k], across[i]) >= kMarkContrast) return true;
    }
  }
  return false;
}

}  // namespace

float contrast(ui::Colour a, ui::Colour b) {
  const double one = luminance(a);
  const double other = luminance(b);
  return static_cast<float>((std::max(one, other) + 0.05) / (std::min(one, other) + 0.05));
}

std::vector<Finding> audit(const Audited& frame) {
  return Auditor(frame).run();
}

float share_of_ring_seen(const Picture& picture, const RingLook& look) {
  constexpr float kOut = 8;  // CSS pixels across: the ring lies on or about the edge
  constexpr float kIn = 6;
  constexpr int kSamples = 24;  // a side
  const auto near = static_cast<std::size_t>(std::lround(4 * look.density));
  const float right = look.rect.x + look.rect.width;
  const float bottom = look.rect.y + look.rect.height;
  int seen = 0;
  const auto sample = [&](float x, float y, float dx, float dy) {
    std::vector<ui::Colour> across;
    for (float t = -kOut; t <= kIn; t += 1 / look.density) {
      const auto px = static_cast<int>(std::floor((x - dx * t) * look.density));
      const auto py = static_cast<int>(std::floor((y - dy * t) * look.density));
      if (px < 0 || py < 0 || px >= picture.width || py >= picture.height) continue;
      across.push_back(colour_of(picture.pixels[picture.at(px, py)]));
    }
    if (ring_crosses(across, look.ring, near)) ++seen;
  };
  for (int i = 0; i < kSamples; ++i) {
    const float share = (static_cast<float>(i) + 0.5F) / kSamples;
    const float x = look.rect.x + share * look.rect.width;
    const float y = look.rect.y + share * look.rect.height;
    sample(x, look.rect.y, 0, -1);
    sample(x, bottom, 0, 1);
    sample(look.rect.x, y, -1, 0);
    sample(right, y, 1, 0);
  }
  return static_cast<float>(seen) / (4 * kSamples);
}

}  // namespace atlas::test
