#include "pictures/picture.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "imgui.h"
#include "zlib.h"

namespace atlas::test {
namespace {

constexpr std::uint32_t kSeen = 102;  // of 255: from here on a pixel counts as covered

struct Texel {
  std::uint32_t r = 255, g = 255, b = 255, a = 255;
};

std::uint32_t part_of(std::uint32_t colour, int shift) {
  return colour >> static_cast<std::uint32_t>(shift) & 0xFFU;
}

// Bilinear, clamped at the edge, as the web backend sets its texture up.
Texel sampled(const ImTextureData& texture, float u, float v) {
  const float x = u * static_cast<float>(texture.Width) - 0.5F;
  const float y = v * static_cast<float>(texture.Height) - 0.5F;
  const int x0 = static_cast<int>(std::floor(x));
  const int y0 = static_cast<int>(std::floor(y));
  const auto fx = static_cast<std::uint32_t>((x - static_cast<float>(x0)) * 256);
  const auto fy = static_cast<std::uint32_t>((y - static_cast<float>(y0)) * 256);
  const int xs[] = {std::clamp(x0, 0, texture.Width - 1), std::clamp(x0 + 1, 0, texture.Width - 1)};
  const int ys[] = {std::clamp(y0, 0, texture.Height - 1),
                    std::clamp(y0 + 1, 0, texture.Height - 1)};
  const std::uint32_t weights[] = {(256 - fx) * (256 - fy), fx * (256 - fy), (256 - fx) * fy,
                                   fx * fy};
  std::array<std::uint32_t, 4> sum{};
  for (int i = 0; i < 4; ++i) {
    if (weights[i] == 0) continue;
    const unsigned char* at =
        texture.Pixels + (static_cast<std::ptrdiff_t>(ys[i / 2]) * texture.Width + xs[i % 2]) *
                             texture.BytesPerPixel;
    for (int c = 0; c < 4; ++c) {
      const std::uint32_t value = texture.BytesPerPixel == 4 ? at[c] : c == 3 ? at[0] : 255U;
      sum[static_cast<std::size_t>(c)] += weights[i] * value;
    }
  }
  return {sum[0] >> 16U, sum[1] >> 16U, sum[2] >> 16U, sum[3] >> 16U};
}

struct Vertex {
  float x, y, u, v;
  std::uint32_t colour;
};

// A plane over the picture: a value that changes evenly along x and y.
struct Plane {
  float at = 0, along_x = 0, along_y = 0;
  [[nodiscard]] float of(float x, float y) const { return at + along_x * x + along_y * y; }
};

Plane plane_of(const std::array<Vertex, 3>& t, float a, float b, float c) {
  const float x1 = t[1].x - t[0].x;
  const float y1 = t[1].y - t[0].y;
  const float x2 = t[2].x - t[0].x;
  const float y2 = t[2].y - t[0].y;
  const float area = x1 * y2 - x2 * y1;
  if (area == 0) return {a, 0, 0};
  const float dx = ((b - a) * y2 - (c - a) * y1) / area;
  const float dy = ((c - a) * x1 - (b - a) * x2) / area;
  return {a - dx * t[0].x - dy * t[0].y, dx, dy};
}

// First pixel whose middle is at or beyond the position.
int first_pixel(float position) {
  return static_cast<int>(std::ceil(position - 0.5F));
}

class Painter {
 public:
  explicit Painter(Picture& picture) : picture_(picture) {}

  void command(const ImDrawList& list, const ImDrawCmd& cmd, const ImDrawData& data,
               const PixelRect& part) {
    const ImVec2 scale = data.FramebufferScale;
    const auto pixel = [](float v) { return static_cast<int>(std::lround(v)); };
    clip_ = common({pixel((cmd.ClipRect.x - data.DisplayPos.x) * scale.x),
                    pixel((cmd.ClipRect.y - data.DisplayPos.y) * scale.y),
                    pixel((cmd.ClipRect.z - data.DisplayPos.x) * scale.x),
                    pixel((cmd.ClipRect.w - data.DisplayPos.y) * scale.y)},
                   part);
    if (clip_.is_empty()) return;
    texture_ = cmd.TexRef._TexData;
    const unsigned int end = cmd.IdxOffset + cmd.ElemCount;
    for (unsigned int i = cmd.IdxOffset; i + 3 <= end;) {
      writer_ = picture_.first_of[&list] + i;
      const auto vertex = [&](unsigned int k) {
        const ImDrawVert& v = list.VtxBuffer[static_cast<int>(
            cmd.VtxOffset + list.IdxBuffer[static_cast<int>(i + k)])];
        return Vertex{(v.pos.x - data.DisplayPos.x) * scale.x,
                      (v.pos.y - data.DisplayPos.y) * scale.y, v.uv.x, v.uv.y, v.col};
      };
      const std::array<Vertex, 3> first{vertex(0), vertex(1), vertex(2)};
      if (i + 6 <= end && quad(first, {vertex(3), vertex(4), vertex(5)})) {
        i += 6;
      } else {
        triangle(first);
        i += 3;
      }
    }
  }

 private:
  // Two triangles that make an upright rectangle of one colour, as PrimRect and text give them.
  bool quad(const std::array<Vertex, 3>& first, const std::array<Vertex, 3>& second) {
    const Vertex& a = first[0];
    const Vertex& b = first[1];
    const Vertex& c = first[2];
    const Vertex& d = second[2];
    const bool same = second[0].x == a.x && second[0].y == a.y && second[1].x == c.x &&
                      second[1].y == c.y && a.colour == b.colour && b.colour == c.colour &&
                      c.colour == d.colour;
    if (!same || a.y != b.y || b.x != c.x || c.y != d.y || d.x != a.x) return false;
    if (a.v != b.v || b.u != c.u || c.v != d.v || d.u != a.u) return false;
    if (c.x <= a.x || c.y <= a.y) return false;
    const int top = std::max(first_pixel(a.y), clip_.top);
    const int bottom = std::min(first_pixel(c.y), clip_.bottom);
    const int left = std::max(first_pixel(a.x), clip_.left);
    const int right = std::min(first_pixel(c.x), clip_.right);
    const bool flat = a.u == c.u && a.v == c.v;
    const Texel texel = flat ? texel_at(a.u, a.v) : Texel{};
    const float du = (c.u - a.u) / (c.x - a.x);
    const float dv = (c.v - a.v) / (c.y - a.y);
    for (int y = top; y < bottom; ++y) {
      if (flat) {
        run(left, right, y, a.colour, texel);
        continue;
      }
      const float v = a.v + (static_cast<float>(y) + 0.5F - a.y) * dv;
      for (int x = left; x < right; ++x) {
        const float u = a.u + (static_cast<float>(x) + 0.5F - a.x) * du;
        blend(picture_.at(x, y), a.colour, texel_at(u, v));
      }
    }
    return true;
  }

  void triangle(const std::array<Vertex, 3>& t) {
    const float lowest = std::min({t[0].y, t[1].y, t[2].y});
    const float highest = std::max({t[0].y, t[1].y, t[2].y});
    const int top = std::max(first_pixel(lowest), clip_.top);
    const int bottom = std::min(first_pixel(highest), clip_.bottom);
    if (top >= bottom) return;
    const bool one_colour = t[0].colour == t[1].colour && t[1].colour == t[2].colour;
    const bool one_texel =
        t[0].u == t[1].u && t[1].u == t[2].u && t[0].v == t[1].v && t[1].v == t[2].v;
    prepare(t);
    const Texel texel = one_texel ? texel_at(t[0].u, t[0].v) : Texel{};
    for (int y = top; y < bottom; ++y) {
      const float yc = static_cast<float>(y) + 0.5F;
      int left = 0;
      int right = 0;
      if (!span(t, yc, left, right)) continue;
      if (one_colour && one_texel) {
        run(left, right, y, t[0].colour, texel);
        continue;
      }
      for (int x = left; x < right; ++x) {
        const float xc = static_cast<float>(x) + 0.5F;
        const std::uint32_t colour = one_colour ? t[0].colour : colour_at(xc, yc);
        blend(picture_.at(x, y), colour,
              one_texel ? texel : texel_at(u_.of(xc, yc), v_.of(xc, yc)));
      }
    }
  }

  void prepare(const std::array<Vertex, 3>& t) {
    u_ = plane_of(t, t[0].u, t[1].u, t[2].u);
    v_ = plane_of(t, t[0].v, t[1].v, t[2].v);
    for (int c = 0; c < 4; ++c) {
      const auto part = [&](const Vertex& v) {
        return static_cast<float>(part_of(v.colour, 8 * c));
      };
      colours_[static_cast<std::size_t>(c)] = plane_of(t, part(t[0]), part(t[1]), part(t[2]));
    }
  }

  [[nodiscard]] std::uint32_t colour_at(float x, float y) const {
    std::uint32_t out = 0;
    for (int c = 3; c >= 0; --c) {
      const float value = std::clamp(colours_[static_cast<std::size_t>(c)].of(x, y), 0.0F, 255.0F);
      out = out << 8U | static_cast<std::uint32_t>(value + 0.5F);
    }
    return out;
  }

  // The pixels of a row whose middles lie in the triangle: each edge that crosses the row bounds
  // it.
  bool span(const std::array<Vertex, 3>& t, float yc, int& left, int& right) const {
    float low = 1e9F;
    float high = -1e9F;
    for (std::size_t i = 0; i < 3; ++i) {
      const Vertex& a = t[i].y <= t[(i + 1) % 3].y ? t[i] : t[(i + 1) % 3];
      const Vertex& b = t[i].y <= t[(i + 1) % 3].y ? t[(i + 1) % 3] : t[i];
      if (yc < a.y || yc >= b.y) continue;
      const float x = a.x + (b.x - a.x) * (yc - a.y) / (b.y - a.y);
      low = std::min(low, x);
      high = std::max(high, x);
    }
    if (low > high) return false;
    left = std::max(first_pixel(low), clip_.left);
    right = std::min(first_pixel(high), clip_.right);
    return left < right;
  }

  [[nodiscard]] Texel texel_at(float u, float v) const {
    return texture_ == nullptr || texture_->Pixels == nullptr ? Texel{} : sampled(*texture_, u, v);
  }

  void run(int left, int right, int y, std::uint32_t colour, const Texel& texel) {
    const bool opaque = part_of(colour, 24) * texel.a >= 255 * 255;
    if (!opaque) {
      for (int x = left; x < right; ++x) blend(picture_.at(x, y), colour, texel);
      return;
    }
    if (left >= right) return;
    blend(picture_.at(left, y), colour, texel);
    const auto row = static_cast<std::ptrdiff_t>(picture_.at(0, y));
    std::fill(picture_.pixels.begin() + row + left, picture_.pixels.begin() + row + right,
              picture_.pixels[picture_.at(left, y)]);
    std::fill(picture_.writers.begin() + row + left, picture_.writers.begin() + row + right,
              writer_);
  }

  void blend(std::size_t at, std::uint32_t colour, const Texel& texel) {
    const std::uint32_t alpha = (part_of(colour, 24) * texel.a + 127) / 255;
    if (alpha == 0) return;
    const std::uint32_t parts[] = {part_of(colour, 0) * texel.r, part_of(colour, 8) * texel.g,
                                   part_of(colour, 16) * texel.b};
    const std::uint32_t below = picture_.pixels[at];
    std::uint32_t out = 0xFF000000;
    for (int c = 0; c < 3; ++c) {
      const std::uint32_t over = (parts[c] + 127) / 255;
      const std::uint32_t mixed =
          (over * alpha + part_of(below, 8 * c) * (255 - alpha) + 127) / 255;
      out |= mixed << static_cast<std::uint32_t>(8 * c);
    }
    picture_.pixels[at] = out;
    if (alpha >= kSeen) picture_.writers[at] = writer_;
  }

  Picture& picture_;
  PixelRect clip_;
  const ImTextureData* texture_ = nullptr;
  std::uint32_t writer_ = 0;
  Plane u_, v_;
  std::array<Plane, 4> colours_;
};

void append_number(std::string& out, std::uint32_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) {
    out.push_back(static_cast<char>(part_of(number, shift)));
  }
}

void append_chunk(std::string& out, const std::string& type, const std::string& body) {
  append_number(out, static_cast<std::uint32_t>(body.size()));
  const std::string part = type + body;
  out += part;
  append_number(out,
                static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(part.data()),
                                                 static_cast<uInt>(part.size()))));
}

}  // namespace

PixelRect common(const PixelRect& a, const PixelRect& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
          std::min(a.bottom, b.bottom)};
}

ui::Colour colour_of(std::uint32_t pixel) {
  return {static_cast<std::uint8_t>(part_of(pixel, 0)),
          static_cast<std::uint8_t>(part_of(pixel, 8)),
          static_cast<std::uint8_t>(part_of(pixel, 16)), 255};
}

void paint(const ImDrawData& data, Picture& picture, const PixelRect* part) {
  picture.width = static_cast<int>(std::lround(data.DisplaySize.x * data.FramebufferScale.x));
  picture.height = static_cast<int>(std::lround(data.DisplaySize.y * data.FramebufferScale.y));
  const std::size_t count = picture.at(0, picture.height);
  picture.pixels.assign(count, ImGui::GetColorU32(ImGuiCol_WindowBg) | 0xFF000000U);
  picture.writers.assign(count, 0);
  picture.first_of.clear();
  std::uint32_t first = 1;
  for (const ImDrawList* list : data.CmdLists) {
    picture.first_of[list] = first;
    first += static_cast<std::uint32_t>(list->IdxBuffer.Size) + 1;
  }
  const PixelRect wanted = part == nullptr ? picture.whole() : common(*part, picture.whole());
  Painter painter(picture);
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawCmd& cmd : list->CmdBuffer) {
      if (cmd.UserCallback == nullptr) painter.command(*list, cmd, data, wanted);
    }
  }
}

bool write_png(const Picture& picture, const std::string& path) {
  std::string raw;
  raw.reserve(picture.pixels.size() * 3 + static_cast<std::size_t>(picture.height));
  for (int y = 0; y < picture.height; ++y) {
    raw.push_back(0);
    for (int x = 0; x < picture.width; ++x) {
      const ui::Colour c = colour_of(picture.pixels[picture.at(x, y)]);
      raw.push_back(static_cast<char>(c.r));
      raw.push_back(static_cast<char>(c.g));
      raw.push_back(static_cast<char>(c.b));
    }
  }
  uLongf size = compressBound(static_cast<uLong>(raw.size()));
  std::string packed(size, '\0');
  if (compress2(reinterpret_cast<Bytef*>(packed.data()), &size,
                reinterpret_cast<const Bytef*>(raw.data()), static_cast<uLong>(raw.size()),
                3) != Z_OK) {
    return false;
  }
  packed.resize(size);
  std::string head;
  append_number(head, static_cast<std::uint32_t>(picture.width));
  append_number(head, static_cast<std::uint32_t>(picture.height));
  head += std::string("\x08\x02\x00\x00\x00", 5);  // 8 bits, RGB
  std::string out("\x89PNG\r\n\x1A\n", 8);
  append_chunk(out, "IHDR", head);
  append_chunk(out, "IDAT", packed);
  append_chunk(out, "IEND", "");
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return false;
  const bool whole = std::fwrite(out.data(), 1, out.size(), file) == out.size();
  return std::fclose(file) == 0 && whole;
}

}  // namespace atlas::test
