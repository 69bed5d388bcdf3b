#include "ui/text.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "fonts.hpp"
#include "imgui.h"
#include "imgui_internal.h"

namespace atlas::ui {
namespace {

constexpr Colour kWhite{255, 255, 255};
constexpr float kContentArea = kFontAscent + kFontDescent;
constexpr std::string_view kEllipsis = "\xE2\x80\xA6";
// More distinct runs than this start the cache afresh, so that typing cannot fill the atlas.
constexpr std::size_t kMaxRuns = 512;
constexpr std::size_t kMaxRemembered = 4096;

ImU32 packed(Colour c) {
  return IM_COL32(c.r, c.g, c.b, c.a);
}

ImFont* add_font(std::span<const unsigned char> bytes) {
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.OversampleH = 2;
  config.OversampleV = 1;
  config.PixelSnapH = false;
  // The atlas only reads the data; its interface is older than const.
  void* data =
      const_cast<unsigned char*>(bytes.data());  // NOLINT(cppcoreguidelines-pro-type-const-cast)
  return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(data, static_cast<int>(bytes.size()), kBodyText,
                                                    &config);
}

const char* begin_of(std::string_view text) {
  return text.data();
}
const char* end_of(std::string_view text) {
  return text.data() + text.size();
}

// After a hyphen inside a word, as in "Darlington-wide"; not in "2008-09".
bool may_break_after(std::string_view text, std::size_t hyphen) {
  if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 >= text.size()) return false;
  const char next = text[hyphen + 1];
  return next != ' ' && (next < '0' || next > '9');
}

// The longest prefix, at a code point's edge, that is no wider than `width`.
template <typename Measure>
std::size_t fitting_prefix(std::string_view text, float width, Measure measure) {
  std::vector<std::size_t> edges;
  for (std::size_t i = 1; i <= text.size(); ++i) {
    if (i == text.size() || (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
      edges.push_back(i);
    }
  }
  const auto fits = [&](std::size_t edge) { return measure(text.substr(0, edge)) <= width; };
  const auto first_too_wide = std::partition_point(edges.begin(), edges.end(), fits);
  return first_too_wide == edges.begin() ? 0 : *(first_too_wide - 1);
}

// As much of a text as can matter to a line of this width: all of it, or a beginning that is too
// wide already. A long text is measured line by line then, not as a whole for each.
template <typename Measure>
std::string_view what_matters(std::string_view text, float width, Measure measure) {
  auto most =
      static_cast<std::size_t>(std::max(width, 0.0F)) + 64;  // bytes; few letters are narrower
  while (most < text.size()) {
    std::size_t end = most;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    if (measure(text.substr(0, end)) > width) return text.substr(0, end);
    most *= 2;
  }
  return text;
}

}  // namespace

void TextPainter::load_fonts() {
  regular_ = add_font(fonts::inter_regular());
  semibold_ = add_font(fonts::inter_semibold());
  icons_ = add_font(fonts::icons());
}

void TextPainter::forget_runs() {
  for (const auto& [key, run] : runs_) {
    if (run.rect >= 0) ImGui::GetIO().Fonts->RemoveCustomRect(run.rect);
  }
  runs_.clear();
}

void TextPainter::set_density(float density) {
  if (density == density_) return;
  density_ = density;
  forget_runs();
  wrapped_.clear();
  shortened_.clear();
}

ImFont* TextPainter::font(Weight weight) const {
  return weight == Weight::kSemibold ? semibold_ : regular_;
}

bool TextPainter::covered(std::string_view text, Weight weight) const {
  const bool ascii = std::all_of(text.begin(), text.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii) return true;
  const char* at = begin_of(text);
  while (at < end_of(text)) {
    unsigned int code = 0;
    at += ImTextCharFromUtf8(&code, at, end_of(text));
    if (code >= 0x10000 || !font(weight)->IsGlyphInFont(static_cast<ImWchar>(code))) return false;
  }
  return true;
}

const TextPainter::Run& TextPainter::rasterised(std::string_view text, TextStyle style,
                                                Colour ink) {
  const Run& shape = rasterised_in(text, style, kWhite);
  return shape.coloured ? rasterised_in(text, style, ink) : shape;
}

const TextPainter::Run& TextPainter::rasterised_in(std::string_view text, TextStyle style,
                                                   Colour ink) {
  const bool semibold = style.weight == Weight::kSemibold;
  const std::uint32_t rgb =
      static_cast<std::uint32_t>(ink.r) << 16U | static_cast<std::uint32_t>(ink.g) << 8U | ink.b;
  std::string key = std::to_string(static_cast<int>(style.size * 8)) + (semibold ? "b" : "r") +
                    std::to_string(rgb) + " ";
  key += text;
  if (const auto found = runs_.find(key); found != runs_.end()) return found->second;
  if (runs_.size() >= kMaxRuns) forget_runs();
  const Bitmap bitmap =
      rasteriser_.rasterise(std::string(text), style.size * density_, semibold, rgb);
  Run run{-1, static_cast<float>(bitmap.width) / density_,
          static_cast<float>(bitmap.height) / density_, bitmap.baseline / density_,
          bitmap.coloured};
  ImFontAtlas* atlas = ImGui::GetIO().Fonts;
  ImFontAtlasRect rect;
  if (bitmap.width > 0 && bitmap.height > 0) {
    run.rect = atlas->AddCustomRect(bitmap.width, bitmap.height, &rect);
  }
  if (run.rect >= 0) {
    ImTextureData* texture = atlas->TexData;
    for (int y = 0; y < bitmap.height; ++y) {
      std::memcpy(texture->GetPixelsAt(rect.x, rect.y + y),
                  bitmap.rgba.data() + static_cast<std::size_t>(y) * bitmap.width * 4,
                  static_cast<std::size_t>(bitmap.width) * 4);
    }
    ImFontAtlasTextureBlockQueueUpload(atlas, texture, rect.x, rect.y, rect.w, rect.h);
  }
  return runs_.emplace(std::move(key), run).first->second;
}

float TextPainter::width(std::string_view text, TextStyle style) {
  if (text.empty()) return 0;
  if (!covered(text, style.weight)) return rasterised_in(text, style, kWhite).width;
  const float size = style.size * kContentArea;
  return font(style.weight)->CalcTextSizeA(size, FLT_MAX, 0, begin_of(text), end_of(text)).x;
}

const std::string& TextPainter::key_of(std::string_view text, TextStyle style, float width_px,
                                       std::size_t max_lines) {
  struct Parameters {
    float size, width;
    std::uint32_t lines;
    std::uint32_t weight;
  };
  const Parameters parameters{style.size, width_px, static_cast<std::uint32_t>(max_lines),
                              static_cast<std::uint32_t>(style.weight)};
  key_.resize(sizeof(parameters));
  std::memcpy(key_.data(), &parameters, sizeof(parameters));
  key_ += text;
  return key_;
}

const WrappedText& TextPainter::wrap(std::string_view text, TextStyle style, float width_px,
                                     std::size_t max_lines) {
  const std::string& key = key_of(text, style, width_px, max_lines);
  if (const auto found = wrapped_.find(key); found != wrapped_.end()) return found->second;
  if (wrapped_.size() >= kMaxRemembered) wrapped_.clear();
  const std::string kept = key;
  return wrapped_.insert_or_assign(kept, wrap_anew(text, style, width_px, max_lines)).first->second;
}

const std::string& TextPainter::shortened(std::string_view text, TextStyle style, float width_px) {
  const std::string& key = key_of(text, style, width_px, 1);
  if (const auto found = shortened_.find(key); found != shortened_.end()) return found->second;
  if (shortened_.size() >= kMaxRemembered) shortened_.clear();
  const std::string kept = key;
  return shortened_.insert_or_assign(kept, shorten_anew(text, style, width_px)).first->second;
}

std::string TextPainter::shorten_anew(std::string_view text, TextStyle style, float width_px) {
  const auto measure = [&](std::string_view part) { return width(part, style); };
  const std::string_view some = what_matters(text, width_px, measure);
  if (text.empty() || measure(some) <= width_px) return std::string(text);
  const float room = width_px - width(kEllipsis, style);
  const std::size_t kept = fitting_prefix(some, room, measure);
  std::string_view head = text.substr(0, kept);
  while (!head.empty() && head.back() == ' ') head.remove_suffix(1);
  return std::string(head) + std::string(kEllipsis);
}

WrappedText TextPainter::wrap_anew(std::string_view text, TextStyle style, float width_px,
                                   std::size_t max_lines) {
  WrappedText out;
  const auto measure = [&](std::string_view part) { return width(part, style); };
  const auto add = [&](std::string_view line) {
    while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
    out.lines.emplace_back(line);
    out.width = std::max(out.width, measure(line));
  };
  std::size_t start = 0;
  while (start < text.size() || (start == 0 && out.lines.empty())) {
    const std::size_t newline = std::min(text.find('\n', start), text.size());
    std::string_view rest = text.substr(start, newline - start);
    do {
      const std::string_view some = what_matters(rest, width_px, measure);
      const bool too_wide = measure(some) > width_px;
      if (out.lines.size() + 1 == max_lines && (too_wide || newline < text.size())) {
        out.shortened = true;
        add(too_wide ? shorten_anew(rest, style, width_px)
                     : std::string(rest) + std::string(kEllipsis));
        return out;
      }
      if (rest.empty() || !too_wide) {  // also where the width is less than none
        add(rest);
        break;
      }
      std::size_t cut = std::max<std::size_t>(fitting_prefix(some, width_px, measure), 1);
      const std::size_t space = rest.rfind(' ', cut);
      const std::size_t hyphen = rest.substr(0, cut).rfind('-');
      if (may_break_after(rest, hyphen) && (space == std::string_view::npos || hyphen > space)) {
        cut = hyphen + 1;
      } else if (space != std::string_view::npos && space > 0) {
        cut = space;
      }
      while (cut < rest.size() && (static_cast<unsigned char>(rest[cut]) & 0xC0U) == 0x80U) ++cut;
      add(rest.substr(0, cut));
      rest.remove_prefix(cut);
      while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
    } while (!rest.empty());
    start = newline + 1;
    if (newline >= text.size()) break;
  }
  return out;
}

void TextPainter::draw(ImDrawList* list, Vec2 at, std::string_view text, TextStyle style,
                       Colour colour) {
  if (text.empty()) return;
  const float area = style.size * kContentArea;
  const float top = at.y + (line_height(style.size) - area) / 2;
  const auto snap = [&](float v) { return std::round(v * density_) / density_; };
  if (covered(text, style.weight)) {
    list->AddText(font(style.weight), area, {snap(at.x), snap(top)}, packed(colour), begin_of(text),
                  end_of(text));
    return;
  }
  const Run& run = rasterised(text, style, colour);
  ImFontAtlas* atlas = ImGui::GetIO().Fonts;
  ImFontAtlasRect rect;
  if (run.rect < 0 || !atlas->GetCustomRect(run.rect, &rect)) return;
  const ImVec2 min{snap(at.x), snap(top + style.size * kFontAscent - run.baseline)};
  const ImVec2 max{min.x + run.width, min.y + run.height};
  list->AddImage(atlas->TexRef, min, max, rect.uv0, rect.uv1,
                 run.coloured ? IM_COL32(255, 255, 255, colour.a) : packed(colour));
}

void TextPainter::draw_icon(ImDrawList* list, Vec2 at, const char* icon, float size,
                            Colour colour) {
  list->AddText(icons_, size,
                {std::round(at.x * density_) / density_, std::round(at.y * density_) / density_},
                packed(colour), icon);
}

}  // namespace atlas::ui
