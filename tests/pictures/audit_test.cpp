// Pictures made wrong on purpose: each kind of finding is found, once, and what is right is not.
#include "pictures/audit.hpp"

#include <doctest/doctest.h>

#include "icons.hpp"
#include "imgui.h"
#include "pictures/stage.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/scroll_area.hpp"

using atlas::test::Defect;
using atlas::test::Finding;
using atlas::test::Stage;
namespace icons = atlas::icons;
namespace test = atlas::test;
namespace ui = atlas::ui;

namespace {

constexpr ui::Colour kInk = ui::rgb(0x14212B);
constexpr ui::Colour kPale = ui::rgb(0xA0A8B0);  // 2.4 : 1 on white
const std::string kLong = "Darlington Partnership Board for Children and Young People";

std::vector<Finding> found(const std::function<void(ui::Ui&)>& draw, float css_scale = 1) {
  Stage stage;
  stage.show(draw);
  return stage.findings(css_scale);
}

// The one finding's text, when there is one and it is of this kind.
std::string only(const std::vector<Finding>& findings, Defect defect) {
  std::string all;
  for (const Finding& finding : findings) all += finding.text + "\n";
  CAPTURE(all);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().defect == defect);
  return findings.front().text;
}

void check_nothing(const std::vector<Finding>& findings) {
  for (const Finding& finding : findings) CHECK_MESSAGE(false, finding.text);
}

bool names(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// A control without a look: only its target and its node.
void control(ui::Ui& at, std::string_view name, const ui::Rect& rect, bool enabled = true) {
  const ui::Interaction how{.enabled = enabled};
  const ui::Response response = at.interact(at.id(name), rect, how);
  at.leaf({.id = response.id,
           .role = ui::Role::kButton,
           .name = std::string(name),
           .states = at.states(response, how),
           .rect = rect});
}

}  // namespace

TEST_CASE("a sound picture has no finding") {
  check_nothing(found([](ui::Ui& at) {
    ui::heading(at, {10, 10, 300, 0}, "A heading", 1, ui::Font::kTitle2);
    ui::paragraph(at, {10, 50}, 300, kLong, ui::Font::kBody, kInk);
    ui::button(at, {10, 120, 120, 32}, {.text = "Save", .icon = icons::kDownload});
    ui::button(at, {140, 120, 120, 32}, {.text = "Undo", .icon = icons::kUndo, .enabled = false});
    ui::checkbox(at, {10, 160, 200, 32}, "Scrutinised by", true, "3");
  }));
}

TEST_CASE("text that was shortened is found, unless the whole stands elsewhere") {
  const auto draw = [](ui::Fit fit) {
    return [fit](ui::Ui& at) {
      ui::draw_text_in(at, {10, 10, 150, 24}, kLong, ui::Font::kBody, kInk, ui::Align::kLeft, fit);
    };
  };
  CHECK(names(only(found(draw(ui::Fit::kWhole)), Defect::kClipped), "shortened"));
  check_nothing(found(draw(ui::Fit::kMayShorten)));
  const auto lines = [](ui::Ui& at) {
    const ui::WrappedText wrapped = at.text().wrap(kLong, ui::Font::kBody, 150, 2);
    ui::draw_lines(at, {10, 10}, wrapped, ui::Font::kBody, kInk);
  };
  CHECK(names(only(found(lines), Defect::kClipped), "…"));
}

TEST_CASE("text out of its clip is found where no scrolling brings it back") {
  const auto beside = [](ui::Ui& at) {
    ui::Ui::list()->PushClipRect({10, 10}, {100, 40});
    ui::draw_text(at, {20, 12}, kLong, ui::Font::kBody, kInk);
    ui::Ui::list()->PopClipRect();
  };
  CHECK(names(only(found(beside), Defect::kClipped), "out of its clip"));
  const auto in_area = [](float width, float height) {
    return [=](ui::Ui& at) {
      ui::ScrollArea area(at, "area", {10, 10, 200, 100});
      ui::draw_text(at, {area.origin().x, area.origin().y + 85}, kLong, ui::Font::kBody, kInk);
      area.set_content_height(height);
      area.set_content_width(width);
    };
  };
  check_nothing(found(in_area(600, 300)));
  CHECK(names(only(found(in_area(190, 300)), Defect::kClipped), "out of its clip"));
  CHECK(names(only(found(in_area(600, 80)), Defect::kClipped), "out of its clip"));
  check_nothing(found([](ui::Ui& at) {
    const ui::Ui::Canvas pans(at);
    ui::draw_text(at, {380, 10}, kLong, ui::Font::kBody, kInk);
  }));
}

TEST_CASE("texts that meet are found, unless a ground between them hides the one below") {
  const auto draw = [](bool ground) {
    return [ground](ui::Ui& at) {
      ui::draw_text(at, {10, 10}, "Theme groups", ui::Font::kBody, kInk);
      if (ground) ui::fill({10, 8, 200, 30}, ui::rgb(0xFFFFFF));
      ui::draw_text(at, {60, 14}, "Delivery", ui::Font::kBody, kInk);
    };
  };
  CHECK(names(only(found(draw(false)), Defect::kOverlap), "meet"));
  // Now the one below is found, because nothing scrolls here that would explain it.
  CHECK(names(only(found(draw(true)), Defect::kOverlap), "covered"));
}

TEST_CASE("text that something later covers in part is found") {
  const auto draw = [](ui::Ui& at) {
    ui::draw_text(at, {10, 10}, "Theme groups", ui::Font::kBody, kInk);
    ui::fill({70, 5, 60, 30}, ui::rgb(0xE9EDF1));
  };
  CHECK(names(only(found(draw), Defect::kOverlap), "covered"));
}

TEST_CASE("text over the edge of its control is found") {
  const auto draw = [](float width) {
    return [width](ui::Ui& at) {
      control(at, "Save", {10, 10, width, 32});
      ui::draw_text(at, {20, 15}, "Save a file copy", ui::Font::kBody, kInk);
    };
  };
  CHECK(names(only(found(draw(70)), Defect::kOverlap), "edge of its control"));
  check_nothing(found(draw(170)));
}

TEST_CASE("targets that overlap are found, one inside the other is not") {
  CHECK(names(only(found([](ui::Ui& at) {
                     control(at, "Undo", {10, 10, 60, 32});
                     control(at, "Redo", {60, 10, 60, 32});
                   }),
                   Defect::kOverlap),
              "“Undo” and “Redo”"));
  check_nothing(found([](ui::Ui& at) {
    control(at, "Row", {10, 10, 200, 60});
    control(at, "Open", {60, 20, 60, 32});
  }));
}

TEST_CASE("a target under 24 CSS pixels is found, but on the canvas") {
  const auto draw = [](ui::Ui& at) { control(at, "Close", {10, 10, 60, 20}); };
  CHECK(names(only(found(draw), Defect::kSmall), "20.00"));
  check_nothing(found(draw, 1.5F));
  check_nothing(found([](ui::Ui& at) {
    const ui::Ui::Canvas pans(at);
    control(at, "Card", {10, 10, 60, 20});
  }));
}

TEST_CASE("text under 4.5 : 1 is found, but of what is out of use or lies under a dialogue") {
  const auto draw = [](ui::Ui& at) {
    ui::draw_text(at, {10, 10}, "Not stated", ui::Font::kBody, kPale);
  };
  CHECK(names(only(found(draw), Defect::kFaint), "2.4"));
  check_nothing(found([](ui::Ui& at) {
    control(at, "Save", {10, 10, 100, 32}, false);
    ui::draw_text(at, {20, 15}, "Save", ui::Font::kBody, kPale);
  }));
  check_nothing(found([&](ui::Ui& at) {
    draw(at);
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({400, 300});
    ImGui::Begin("shade", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground);
    ui::fill({0, 0, 400, 300}, ui::with_alpha(kInk, 96));
    ImGui::End();
  }));
}

TEST_CASE("the colour below the text counts, not the one that was meant") {
  const auto draw = [](ui::Ui& at) {
    ui::fill({0, 0, 200, 50}, ui::rgb(0x0B5CAD));
    ui::draw_text(at, {10, 10}, "Explore", ui::Font::kBody, kInk);
  };
  CHECK(names(only(found(draw), Defect::kFaint), "on #0B5CAD"));
}

TEST_CASE("marks under 3 : 1 are found: icons, edges of controls, RAG shapes") {
  const ui::Colour pale = ui::rgb(0xC6D0D8);
  CHECK(names(only(found([&](ui::Ui& at) {
                     ui::draw_icon_in(at, {10, 10, 32, 32}, icons::kSearch, 20, pale);
                   }),
                   Defect::kFaint),
              "icon"));
  CHECK(names(only(found([&](ui::Ui& at) {
                     ui::control_edge(at, {10, 10, 100, 32}, pale);
                   }),
                   Defect::kFaint),
              "edge"));
  CHECK(names(only(found([&](ui::Ui& at) {
                     ui::draw_rag_shape(at, {10, 10, 12, 12}, 2, pale);
                   }),
                   Defect::kFaint),
              "RAG"));
  check_nothing(found([](ui::Ui& at) {
    ui::draw_icon_in(at, {10, 10, 32, 32}, icons::kSearch, 20, kInk);
    ui::control_edge(at, {10, 60, 100, 32}, kInk);
    for (std::uint32_t rag = 0; rag < 6; ++rag) {
      ui::draw_rag_shape(at, {10 + 20.0F * static_cast<float>(rag), 110, 12, 12}, rag, kInk);
    }
  }));
}

TEST_CASE("an edge in the colour of the ground shows its control by the fill inside") {
  check_nothing(found([](ui::Ui& at) {
    ui::fill({10, 10, 100, 32}, ui::rgb(0x0B5CAD), ui::kRadius);
    ui::control_edge(at, {10, 10, 100, 32}, ui::rgb(0x0B5CAD));
  }));
}

TEST_CASE("a node without a name and a rectangle that is none are found") {
  CHECK(names(only(found([](ui::Ui& at) {
                     at.leaf({.id = at.id("x"), .role = ui::Role::kButton, .rect = {1, 1, 9, 9}});
                   }),
                   Defect::kTree),
              "name"));
  Stage stage;
  stage.show([](ui::Ui&) {});
  stage.tree.nodes.front().rect.width = std::nanf("");
  CHECK(names(only(stage.findings(), Defect::kTree), "rectangle"));
}

TEST_CASE("the ring of the keyboard is seen where it stands out, and missed where it does not") {
  const ui::Rect rect{100, 100, 120, 40};
  const auto share = [&](const std::function<void(ui::Ui&)>& draw) {
    Stage stage;
    stage.show(draw);
    return test::share_of_ring_seen(stage.picture, {rect, 1, ui::rgb(0xFFDD00)});
  };
  const auto ring = [](const ui::Rect& around, ui::Colour colour) {
    ui::stroke(around, colour, ui::kRadius, 3);
  };
  CHECK(share([](ui::Ui&) {}) == 0);
  CHECK(share([&](ui::Ui&) { ring(rect, ui::rgb(0xFFDD00)); }) == 0);  // yellow on white
  CHECK(share([&](ui::Ui&) {
          ring({98, 98, 124, 44}, kInk);
          ring(rect, ui::rgb(0xFFDD00));
        }) > 0.95F);
  CHECK(share([&](ui::Ui&) {
          ui::fill({0, 0, 400, 300}, kInk);
          ring(rect, ui::rgb(0xFFDD00));
        }) > 0.95F);
  const float half = share([&](ui::Ui&) {
    ui::Ui::list()->PushClipRect({0, 0}, {160, 300});
    ring({98, 98, 124, 44}, kInk);
    ring(rect, ui::rgb(0xFFDD00));
    ui::Ui::list()->PopClipRect();
  });
  CHECK(half > 0.4F);
  CHECK(half < 0.6F);
}
