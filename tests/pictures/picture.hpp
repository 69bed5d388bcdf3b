// What Dear ImGui would have drawn, as pixels: triangles, scissors, the font atlas sampled
// bilinearly, straight alpha. Good enough that text looks as it does in the browser. Besides its
// colour each pixel knows who painted it last, so that what covers what can be asked.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "ui/theme.hpp"

struct ImDrawData;
struct ImDrawList;

namespace atlas::test {

// In device pixels, right and bottom outside.
struct PixelRect {
  int left = 0, top = 0, right = 0, bottom = 0;
  [[nodiscard]] bool is_empty() const { return left >= right || top >= bottom; }
  [[nodiscard]] int area() const { return is_empty() ? 0 : (right - left) * (bottom - top); }
};
[[nodiscard]] PixelRect common(const PixelRect& a, const PixelRect& b);

struct Picture {
  int width = 0, height = 0;
  std::vector<std::uint32_t> pixels;  // red in the lowest byte
  // Who covered it last with four tenths or more: first_of the list + index in its index buffer.
  std::vector<std::uint32_t> writers;
  std::map<const ImDrawList*, std::uint32_t> first_of;

  [[nodiscard]] std::size_t at(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
           static_cast<std::size_t>(x);
  }
  [[nodiscard]] PixelRect whole() const { return {0, 0, width, height}; }
};

[[nodiscard]] ui::Colour colour_of(std::uint32_t pixel);

// Paints a frame into a picture that is used again; only the pixels of `part` are sure to be right.
// The ground is magenta: the interface leaves nothing of it.
void paint(const ImDrawData& data, Picture& picture, const PixelRect* part = nullptr);

// Writes a PNG. False when the file cannot be written.
[[nodiscard]] bool write_png(const Picture& picture, const std::string& path);

}  // namespace atlas::test
