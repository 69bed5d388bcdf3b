#include "report/svg_picture.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>
#include <vector>

#include "base/text.hpp"
#include "layout/edges.hpp"
#include "layout/line_routes.hpp"
#include "layout/tidy_tree.hpp"
#include "partnership/fields.hpp"
#include "partnership/hierarchy.hpp"
#include "partnership/lines.hpp"
#include "report/markup.hpp"

namespace atlas::report {
namespace {

constexpr float kCardWidth = 220;
constexpr float kPadding = 12;
constexpr float kTextSize = 15;
constexpr float kSmallSize = 12;
constexpr float kLineHeight = 19;
constexpr float kMargin = 32;
constexpr float kHeading = 44;
constexpr std::size_t kMostLines = 4;

// Widths of a common sans-serif by class of letter, in parts of the size; a little wide, so that
// text stays inside whatever font the reader has.
float letter_width(char32_t letter) {
  if (letter < 0x80) {
    const char c = static_cast<char>(letter);
    constexpr std::string_view kNarrow = " .,:;'!|()[]iljftrI-/";
    constexpr std::string_view kWide = "mwMW@%&";
    if (kNarrow.find(c) != std::string_view::npos) return 0.36F;
    if (kWide.find(c) != std::string_view::npos) return 0.95F;
    return c >= 'A' && c <= 'Z' ? 0.74F : 0.60F;
  }
  return letter < 0x2E80 ? 0.70F : 1.0F;
}

float text_width(std::string_view text, float size) {
  float width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    width += letter_width(point.value) * size;
    at += point.length;
  }
  return width;
}

// Lines of at most `width`; the last one ends in "…" where text is left over.
std::vector<std::string> wrapped(std::string_view text, float size, float width) {
  std::vector<std::string> lines;
  std::string line;
  for (const std::string_view word : split(text, ' ')) {
    const std::string longer = line.empty() ? std::string(word) : line + " " + std::string(word);
    if (line.empty() || text_width(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (lines.size() + 1 == kMostLines) {
      lines.push_back(line + "…");
      return lines;
    }
    lines.push_back(line);
    line = word;
  }
  lines.push_back(line);
  for (std::string& each : lines) {
    while (text_width(each, size) > width && count_code_points(each) > 2) {
      each = shortened(each, count_code_points(each) - 2);
    }
  }
  return lines;
}

std::string number(float value) {
  const auto tenths = static_cast<long>(std::lround(value * 10));
  std::string text = std::to_string(tenths / 10);
  if (tenths % 10 != 0) text += "." + std::to_string(std::abs(tenths % 10));
  if (tenths < 0 && tenths > -10) text.insert(0, 1, '-');
  return text;
}

std::string point(layout::Point p) {
  return number(p.x) + "," + number(p.y);
}

std::string points(const layout::Polyline& line) {
  std::string text;
  for (const layout::Point p : line) text += (text.empty() ? "" : " ") + point(p);
  return text;
}

struct Card {
  RecordId body;
  std::vector<std::string> name;
  std::string kind;
};

class Picture {
 public:
  Picture(const Document& document, RecordId model, const SvgOptions& options)
      : document_(document), model_(model), options_(options) {}

  std::string draw() {
    add_cards();
    layout_ = layout::tidy_tree(input_);
    route_lines();
    const float width = std::max(layout_.bounds.width, 320.0F) + 2 * kMargin;
    const float height = layout_.bounds.height + 2 * kMargin + kHeading;
    const std::string name = escaped(title_of(document_, model_));
    svg_ =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
        "width=\"" +
        number(width) + "\" height=\"" + number(height) + "\" viewBox=\"0 0 " + number(width) +
        " " + number(height) +
        "\" role=\"img\" aria-labelledby=\"t d\" font-family=\"Inter, Arial, sans-serif\">\n"
        "<title id=\"t\">" +
        name + "</title>\n<desc id=\"d\">" + std::to_string(cards_.size()) +
        " bodies; lines lead from each to those below it.</desc>\n"
        "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
        "<text x=\"" +
        number(kMargin) + "\" y=\"" + number(kMargin + 10) +
        "\" font-size=\"22\" font-weight=\"600\" fill=\"#1b1b1f\">" + name +
        "</text>\n"
        "<g transform=\"translate(" +
        number(kMargin - layout_.bounds.x) + " " + number(kMargin + kHeading - layout_.bounds.y) +
        ")\">\n";
    draw_connectors();
    for (std::size_t i = 0; i < cards_.size(); ++i) draw_card(cards_[i], layout_.nodes[i].rect);
    draw_lines();
    svg_ += "</g>\n</svg>\n";
    return std::move(svg_);
  }

 private:
  void add_cards() {
    std::unordered_map<RecordId, std::int32_t> places;
    for (const HierarchyEntry& entry : hierarchy(document_, model_)) {
      Card card;
      card.body = entry.body;
      card.name = wrapped(title_of(document_, entry.body), kTextSize, kCardWidth - 2 * kPadding);
      const Value& kind = document_.get(entry.body, fields::kBodyKind);
      const FieldSpec* spec = find_field(RecordType::kBody, fields::kBodyKind);
      if (std::holds_alternative<Choice>(kind)) card.kind = display_text(document_, *spec, kind);
      layout::NodeIn node;
      if (!entry.parent.is_null()) node.parent = places.at(entry.parent);
      node.width = kCardWidth;
      node.height = 2 * kPadding + kLineHeight * static_cast<float>(card.name.size()) +
                    (card.kind.empty() ? 0.0F : kLineHeight);
      places.emplace(entry.body, static_cast<std::int32_t>(cards_.size()));
      cards_.push_back(std::move(card));
      input_.nodes.push_back(node);
    }
  }

  void route_lines() {
    std::unordered_map<RecordId, std::uint32_t> places;
    std::vector<layout::Rect> rects;
    for (std::size_t i = 0; i < cards_.size(); ++i) {
      places.emplace(cards_[i].body, static_cast<std::uint32_t>(i));
      rects.push_back(layout_.nodes[i].rect);
    }
    std::vector<layout::LineIn> wanted;
    for (const DrawnLine& line : lines_within(document_, model_)) {
      if (options_.line_kinds.count(line.kind) == 0) continue;
      const std::string_view words = line_words(line.kind, LineDirection::kForward);
      wanted.push_back({places.at(line.from),
                        places.at(line.to),
                        {text_width(words, kSmallSize) + 6, kSmallSize + 6}});
      lines_.push_back(line);
    }
    routes_ = layout::route_lines(rects, wanted);
  }

  void draw_connectors() {
    svg_ += "<g fill=\"none\" stroke=\"#5b5e66\" stroke-width=\"1.5\">\n";
    for (const layout::Connector& connector : layout::elbow_connectors(input_, layout_)) {
      for (const layout::Polyline& stroke : connector.strokes) {
        svg_ += "<polyline points=\"" + points(stroke) + "\"/>\n";
      }
    }
    svg_ += "</g>\n";
  }

  void draw_text(std::string_view text, layout::Point at, float size, const char* extra) {
    svg_ += "<text x=\"" + number(at.x) + "\" y=\"" + number(at.y) + "\" font-size=\"" +
            number(size) + "\" " + extra + ">" + escaped(text) + "</text>\n";
  }

  void draw_card(const Card& card, const layout::Rect& rect) {
    svg_ += "<g>\n<title>" + escaped(title_of(document_, card.body)) + "</title>\n<rect x=\"" +
            number(rect.x) + "\" y=\"" + number(rect.y) + "\" width=\"" + number(rect.width) +
            "\" height=\"" + number(rect.height) +
            "\" rx=\"6\" fill=\"#f6f7f9\" stroke=\"#5b5e66\"/>\n";
    float y = rect.y + kPadding + kTextSize - 2;
    for (const std::string& line : card.name) {
      draw_text(line, {rect.x + kPadding, y}, kTextSize, "font-weight=\"600\" fill=\"#1b1b1f\"");
      y += kLineHeight;
    }
    if (!card.kind.empty())
      draw_text(card.kind, {rect.x + kPadding, y}, kSmallSize, "fill=\"#4a4d55\"");
    svg_ += "</g>\n";
  }

  // Kinds differ in dash and in the words beside them, not in colour alone.
  void draw_lines() {
    constexpr std::array<const char*, 8> kDashes{"",    "8 4",  "2 4", "12 4 2 4",
                                                 "4 4", "16 4", "2 2", "8 4 2 4 2 4"};
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const layout::LineRoute& route = routes_[i];
      if (route.points.empty()) continue;
      const char* dash = kDashes[(lines_[i].kind + kDashes.size() - 1) % kDashes.size()];
      svg_ += "<g fill=\"none\" stroke=\"#0b4f9e\" stroke-width=\"1.5\">\n<polyline points=\"" +
              points(route.points) + "\"" +
              (*dash == '\0' ? std::string() : " stroke-dasharray=\"" + std::string(dash) + "\"") +
              "/>\n<polygon fill=\"#0b4f9e\" points=\"" + point(route.arrow.tip) + " " +
              point(route.arrow.left) + " " + point(route.arrow.right) + "\"/>\n</g>\n";
      svg_ += "<rect x=\"" + number(route.label.x) + "\" y=\"" + number(route.label.y) +
              "\" width=\"" + number(route.label.width) + "\" height=\"" +
              number(route.label.height) + "\" fill=\"#ffffff\"/>\n";
      draw_text(line_words(lines_[i].kind, LineDirection::kForward),
                {route.label.x + 3, route.label.bottom() - 5}, kSmallSize, "fill=\"#0b4f9e\"");
    }
  }

  const Document& document_;
  RecordId model_;
  const SvgOptions& options_;
  std::vector<Card> cards_;
  layout::TreeInput input_;
  layout::TreeLayout layout_;
  std::vector<DrawnLine> lines_;
  std::vector<layout::LineRoute> routes_;
  std::string svg_;
};

}  // namespace

std::string svg_picture(const Document& document, RecordId model, const SvgOptions& options) {
  const Record* record = document.find_live(model);
  if (record == nullptr || record->type != RecordType::kModel) return {};
  return Picture(document, model, options).draw();
}

}  // namespace atlas::report
