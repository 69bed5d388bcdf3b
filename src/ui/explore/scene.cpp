#include "ui/explore/scene.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/tr.hpp"
#include "partnership/fields.hpp"
#include "partnership/hierarchy.hpp"
#include "partnership/lines.hpp"

namespace atlas::ui::explore {
namespace {

constexpr float kLabelSize = 14;

std::uint32_t choice_number(const Document& document, RecordId body, FieldNumber field) {
  const auto* choice = std::get_if<Choice>(&document.get(body, field));
  return choice == nullptr ? 0 : choice->number;
}

std::string text_of(const Document& document, RecordId body, FieldNumber field) {
  const auto* text = std::get_if<std::string>(&document.get(body, field));
  return text == nullptr ? std::string() : *text;
}

bool is_yes(const Document& document, RecordId body, FieldNumber field) {
  const auto* flag = std::get_if<bool>(&document.get(body, field));
  return flag != nullptr && *flag;
}

std::string words_of(const Document& document, RecordId body, FieldNumber field) {
  const FieldSpec* spec = find_field(RecordType::kBody, field);
  return display_text(document, *spec, document.get(body, field));
}

Card card_of(const Document& document, const HierarchyEntry& entry) {
  Card card;
  card.body = entry.body;
  card.level = entry.level;
  card.has_children = entry.has_children;
  card.name = title_of(document, entry.body);
  card.short_name = text_of(document, entry.body, fields::kBodyShortName);
  card.kind_number = choice_number(document, entry.body, fields::kBodyKind);
  card.kind = words_of(document, entry.body, fields::kBodyKind);
  card.theme = choice_number(document, entry.body, fields::kBodyTheme);
  card.lead = text_of(document, entry.body, fields::kBodyLead);
  if (const auto* count = std::get_if<Decimal>(&document.get(entry.body, fields::kBodyCount))) {
    card.badges.push_back({"× " + to_text(*count)});
  }
  if (is_yes(document, entry.body, fields::kBodyStatutory)) {
    card.badges.push_back({std::string(tr(Text::kCardStatutory))});
  }
  return card;
}

// Bodies whose ancestors are all unfolded; `card_at` also maps folded ones to the card they are in.
void collect_cards(const SceneInput& input, Scene& scene,
                   std::unordered_map<RecordId, std::uint32_t>& card_at) {
  for (const HierarchyEntry& entry : hierarchy(input.document, input.model)) {
    const auto parent = card_at.find(entry.parent);
    const bool top = entry.parent.is_null() || parent == card_at.end();
    if (!top) {
      Card& above = scene.cards[parent->second];
      const bool folded = above.collapsed;
      if (folded || !(above.body == entry.parent)) {
        ++above.hidden;
        card_at.emplace(entry.body, parent->second);
        continue;
      }
    }
    Card card = card_of(input.document, entry);
    card.parent = top ? -1 : static_cast<std::int32_t>(parent->second);
    card.collapsed = entry.has_children && input.collapsed.contains(entry.body);
    card_at.emplace(entry.body, static_cast<std::uint32_t>(scene.cards.size()));
    scene.cards.push_back(std::move(card));
  }
}

void number_siblings(Scene& scene) {
  std::map<std::int32_t, std::uint32_t> counts;
  for (Card& card : scene.cards) card.position = ++counts[card.parent];
  for (Card& card : scene.cards) card.siblings = counts[card.parent];
}

void lay_out(const SceneInput& input, Scene& scene) {
  layout::TreeInput tree;
  for (const Card& card : scene.cards) {
    tree.nodes.push_back({.parent = card.parent, .width = kCardWidth, .height = kCardHeight});
  }
  layout::TidyOptions options;
  options.aspect_target = input.aspect;
  options.sibling_gap = 16;
  options.branch_gap = 28;
  options.level_gap = 44;
  options.tree_gap = 52;
  const layout::TreeLayout placed = layout::tidy_tree(tree, options);
  std::vector<layout::Rect> rects;
  for (std::size_t i = 0; i < scene.cards.size(); ++i) {
    scene.cards[i].rect = placed.nodes[i].rect;
    rects.push_back(placed.nodes[i].rect);
  }
  scene.connectors = layout::elbow_connectors(tree, placed);
  scene.bounds = placed.bounds;
  scene.hits = layout::HitIndex(rects);
}

void route(const SceneInput& input, const MeasureText& measure, Scene& scene,
           const std::unordered_map<RecordId, std::uint32_t>& card_at) {
  std::vector<layout::LineIn> wanted;
  for (const DrawnLine& drawn : lines_within(input.document, input.model)) {
    if (!input.line_kinds.contains(drawn.kind)) continue;
    const auto from = card_at.find(drawn.from);
    const auto to = card_at.find(drawn.to);
    if (from == card_at.end() || to == card_at.end() || from->second == to->second) continue;
    SceneLine line;
    line.line = drawn.line;
    line.kind = drawn.kind;
    line.text = drawn.label.empty() ? std::string(line_words(drawn.kind, LineDirection::kForward))
                                    : drawn.label;
    line.from = from->second;
    line.to = to->second;
    wanted.push_back(
        {line.from, line.to, {measure(line.text, kLabelSize, false) + 12, kLabelSize + 8}});
    scene.lines.push_back(std::move(line));
  }
  std::vector<layout::Rect> rects;
  for (const Card& card : scene.cards) rects.push_back(card.rect);
  const auto routes = layout::route_lines(rects, wanted);
  for (std::size_t i = 0; i < routes.size(); ++i) scene.lines[i].route = routes[i];
}

}  // namespace

int Scene::index_of(RecordId body) const {
  const auto found =
      std::find_if(cards.begin(), cards.end(), [&](const Card& card) { return card.body == body; });
  return found == cards.end() ? -1 : static_cast<int>(found - cards.begin());
}

std::string described(const Card& card) {
  std::string text = card.kind;
  const auto add = [&](const std::string& part) {
    text = text.empty() ? part : tr(Text::kJoined, {text, part});
  };
  if (!card.lead.empty()) add(tr(Text::kCardLead, {card.lead}));
  for (const Badge& badge : card.badges) add(badge.text);
  if (card.collapsed) add(tr(Text::kCardFolded, {std::to_string(card.hidden)}));
  return text;
}

Scene make_scene(const SceneInput& input, const MeasureText& measure) {
  Scene scene;
  std::unordered_map<RecordId, std::uint32_t> card_at;
  collect_cards(input, scene, card_at);
  number_siblings(scene);
  lay_out(input, scene);
  route(input, measure, scene, card_at);
  return scene;
}

std::optional<layout::Rect> label_place(const Scene& scene, const layout::LineRoute& route,
                                        layout::Size size, const layout::Camera& camera,
                                        const layout::Rect& view,
                                        std::span<const layout::Rect> taken) {
  // First where the routes were laid to have room for it, then outwards from the middle.
  std::vector<layout::Point> places;
  if (!route.label.is_empty()) places.push_back(route.label.centre());
  for (const float t : {0.5F, 0.42F, 0.58F, 0.34F, 0.66F, 0.26F, 0.74F, 0.18F, 0.82F}) {
    places.push_back(route.curve.at(t));
  }
  for (const layout::Point place : places) {
    const layout::Point at = layout::to_screen(camera, view, place);
    const layout::Rect box{at.x - size.width / 2, at.y - size.height / 2, size.width, size.height};
    const layout::Rect world{place.x - size.width / 2 / camera.zoom,
                             place.y - size.height / 2 / camera.zoom, size.width / camera.zoom,
                             size.height / camera.zoom};
    const bool free = view.encloses(box) && scene.hits.overlapping(world).empty() &&
                      std::none_of(taken.begin(), taken.end(), [&](const layout::Rect& other) {
                        return box.inflated(2).overlaps(other);
                      });
    if (free) return box;
  }
  return std::nullopt;
}

std::vector<float> dash_of(std::uint32_t line_kind) {
  switch (line_kind) {
    case 1:
      return {};  // reports to
    case 2:
      return {12, 5};  // scrutinised by
    case 3:
      return {2, 5};  // advises
    case 4:
      return {14, 4, 3, 4};  // funds
    case 5:
      return {6, 4};  // coordinates
    case 6:
      return {20, 5};  // oversees
    case 7:
      return {3, 3};  // member of
    case 8:
      return {18, 4, 4, 4, 4, 4};  // succeeded by
    default:
      return {1, 3};
  }
}

}  // namespace atlas::ui::explore
