#include "pictures/picture.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "imgui.h"
#include "pictures/stage.hpp"
#include "ui/widgets/paint.hpp"
#include "zlib.h"

using atlas::test::Picture;
using atlas::test::Stage;
namespace ui = atlas::ui;
namespace test = atlas::test;

namespace {

ui::Colour pixel(const Picture& picture, int x, int y) {
  return test::colour_of(picture.pixels[picture.at(x, y)]);
}

std::uint32_t number_at(const std::string& bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    number = number << 8U | static_cast<unsigned char>(bytes[i]);
  }
  return number;
}

}  // namespace

TEST_CASE("rectangles are filled where they stand, mixed where they let through, cut by clips") {
  Stage stage;
  stage.show([](ui::Ui&) {
    ui::fill({10, 10, 20, 20}, ui::rgb(0xCC0000));
    ui::fill({20, 20, 20, 20}, ui::with_alpha(ui::rgb(0x0000FF), 128));
    ui::Ui::list()->PushClipRect({50, 10}, {60, 20});
    ui::fill({40, 0, 100, 100}, ui::rgb(0x00AA00));
    ui::Ui::list()->PopClipRect();
  });
  CHECK(pixel(stage.picture, 9, 10) == ui::rgb(0xFFFFFF));
  CHECK(pixel(stage.picture, 10, 10) == ui::rgb(0xCC0000));
  CHECK(pixel(stage.picture, 29, 19) == ui::rgb(0xCC0000));
  CHECK(pixel(stage.picture, 30, 19) == ui::rgb(0xFFFFFF));
  CHECK(pixel(stage.picture, 25, 25) == ui::rgb(0x660080));
  CHECK(pixel(stage.picture, 35, 35) == ui::rgb(0x7F7FFF));
  CHECK(pixel(stage.picture, 49, 15) == ui::rgb(0xFFFFFF));
  CHECK(pixel(stage.picture, 50, 19) == ui::rgb(0x00AA00));
  CHECK(pixel(stage.picture, 59, 20) == ui::rgb(0xFFFFFF));
}

TEST_CASE("a line of one pixel is as dark as it should be, a slanting one is smooth") {
  Stage stage;
  stage.show([](ui::Ui&) {
    ui::stroke({10, 10, 100, 40}, ui::rgb(0x000000));
    ui::line({200, 200}, {240, 210}, ui::rgb(0x000000), 2);
  });
  CHECK(pixel(stage.picture, 50, 10) == ui::rgb(0x000000));
  CHECK(pixel(stage.picture, 50, 11) == ui::rgb(0xFFFFFF));
  CHECK(pixel(stage.picture, 10, 30) == ui::rgb(0x000000));
  int grey = 0;
  for (int y = 198; y < 214; ++y) {
    for (int x = 200; x < 240; ++x) {
      const ui::Colour c = pixel(stage.picture, x, y);
      grey += c.r > 30 && c.r < 225 ? 1 : 0;
    }
  }
  CHECK(grey > 40);
}

TEST_CASE("text has the ink of its letters, and none beyond them") {
  Stage stage;
  stage.show([](ui::Ui& at) {
    ui::draw_text(at, {20, 20}, "HHHH", ui::Font::kTitle2, ui::rgb(0x000000));
  });
  int dark = 0;
  for (int y = 20; y < 52; ++y) {
    for (int x = 20; x < 90; ++x) dark += pixel(stage.picture, x, y).r < 80 ? 1 : 0;
  }
  // Four capitals of 17 pixels with two stems of three and a bar.
  CHECK(dark > 4 * 17 * 5);
  CHECK(dark < 4 * 17 * 10);
  for (int x = 20; x < 90; ++x) CHECK(pixel(stage.picture, x, 54) == ui::rgb(0xFFFFFF));
}

TEST_CASE("each pixel knows its last painter") {
  Stage stage;
  stage.show([](ui::Ui&) {
    ui::fill({10, 10, 20, 20}, ui::rgb(0xCC0000));
    ui::fill({20, 20, 20, 20}, ui::rgb(0x0000FF));
  });
  const Picture& p = stage.picture;
  CHECK(p.writers[p.at(15, 15)] < p.writers[p.at(25, 25)]);
  CHECK(p.writers[p.at(25, 25)] == p.writers[p.at(35, 35)]);
  CHECK(p.writers[p.at(5, 5)] < p.writers[p.at(15, 15)]);
}

TEST_CASE("a PNG holds the picture's pixels") {
  Picture picture;
  picture.width = 2;
  picture.height = 2;
  picture.pixels = {0xFF0000FF, 0xFF00FF00, 0xFFFF0000, 0xFF804020};
  const std::string path =
      (std::filesystem::temp_directory_path() / "atlas-picture-test.png").string();
  REQUIRE(test::write_png(picture, path));
  std::ifstream in(path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  std::remove(path.c_str());
  REQUIRE(bytes.size() > 60);
  CHECK(bytes.substr(1, 3) == "PNG");
  CHECK(number_at(bytes, 16) == 2);
  CHECK(number_at(bytes, 20) == 2);
  const std::uint32_t length = number_at(bytes, 33);
  REQUIRE(bytes.substr(37, 4) == "IDAT");
  std::string raw(14, '\0');
  uLongf size = raw.size();
  REQUIRE(uncompress(reinterpret_cast<Bytef*>(raw.data()), &size,
                     reinterpret_cast<const Bytef*>(bytes.data()) + 41, length) == Z_OK);
  CHECK(raw == std::string("\0\xFF\0\0\0\xFF\0\0\0\0\xFF\x20\x40\x80", 14));
  CHECK_FALSE(test::write_png(picture, "/no such folder/at all.png"));
}
