// What the hierarchy looks like in world units: cards, connectors and lines of a model, from the
// document and the view alone. No ImGui here; text widths come in as a function, so that what is
// drawn where is tested without a window.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "layout/camera.hpp"
#include "layout/detail_level.hpp"
#include "layout/edges.hpp"
#include "layout/hit_test.hpp"
#include "layout/line_routes.hpp"
#include "layout/tidy_tree.hpp"

namespace atlas::ui::explore {

// Width of a text of `size` world units.
using MeasureText = std::function<float(std::string_view text, float size, bool semibold)>;

struct Badge {
  std::string text;
};

struct Card {
  RecordId body;
  std::string name;
  std::string short_name;  // where the name does not fit; may be empty
  std::string kind;        // in words
  std::string lead;        // empty: none to show
  std::uint32_t kind_number = 0;
  std::uint32_t theme = 0;  // choice number; 0: none
  std::vector<Badge> badges;
  int level = 1;
  std::int32_t parent = -1;  // index of the card above
  std::size_t hidden = 0;    // bodies below it that are folded away
  bool has_children = false;
  bool collapsed = false;
  std::uint32_t position = 1;  // among its siblings, from 1
  std::uint32_t siblings = 1;
  layout::Rect rect;
};

struct SceneLine {
  RecordId line;
  std::uint32_t kind = 0;
  std::string text;        // kind in words, or its label
  std::uint32_t from = 0;  // card drawn at that end: the body or the one it is folded into
  std::uint32_t to = 0;
  layout::LineRoute route;
};

struct Scene {
  std::vector<Card> cards;  // each before those below it
  std::vector<layout::Connector> connectors;
  std::vector<SceneLine> lines;
  layout::Rect bounds;
  layout::HitIndex hits;

  [[nodiscard]] int index_of(RecordId body) const;  // -1: not shown
};

struct SceneInput {
  const Document& document;
  RecordId model;
  const std::set<RecordId>& collapsed;
  const std::set<std::uint32_t>& line_kinds;
  float aspect = 16.0F / 9.0F;  // of the canvas, for the layout
};

inline constexpr float kCardWidth = 220;
inline constexpr float kCardHeight = 96;

// Zooms at which cards show less; no text under 14 px.
[[nodiscard]] inline layout::DetailMetrics metrics() {
  return {.card = {kCardWidth, kCardHeight}, .name_width_em = 6.8F, .name_lines = 2};
}

// What a card says besides its name, in one sentence for assistive technology and tooltips.
[[nodiscard]] std::string described(const Card& card);

[[nodiscard]] Scene make_scene(const SceneInput& input, const MeasureText& measure);

// Where the label of a line stands on the screen: on the line and inside the view, clear of cards
// and of `taken`. Sizes and `taken` are screen pixels. nullopt: there is no such place.
[[nodiscard]] std::optional<layout::Rect> label_place(
    const Scene& scene, const layout::LineRoute& route, layout::Size size,
    const layout::Camera& camera, const layout::Rect& view, std::span<const layout::Rect> taken);

// On-off lengths in world units that tell line kinds apart without colour; empty: solid.
[[nodiscard]] std::vector<float> dash_of(std::uint32_t line_kind);

}  // namespace atlas::ui::explore
