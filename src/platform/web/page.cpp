#include "platform/web/page.hpp"

#include "io/built_in.hpp"
#include "platform/web/frame_report.hpp"
#include "semantics/diff.hpp"
#include "semantics/wire.hpp"

namespace atlas::web {
namespace {

// What a press or a key leads to takes a few frames of ImGui's: they are worked out in one frame of
// the browser's, and only the last is painted.
constexpr int kMostSteps = 4;

}  // namespace

Page::Page(bool try_webgl)
    : app_({clock_, store_, files_}, built_in_snapshot()),
      interface_(app_, rasteriser_),
      canvas_(try_webgl) {}

ui::FrameResult Page::step(double now_ms) {
  ui::FrameResult result = interface_.frame(now_ms);
  for (int step = 1; result.unsettled && step < kMostSteps; ++step) {
    canvas_.take_textures();
    result = interface_.frame(now_ms);
  }
  return result;
}

void Page::work_ahead(double now_ms) {
  step(now_ms);
  canvas_.take_textures();
}

std::span<const std::uint8_t> Page::frame(double now_ms) {
  const ui::FrameResult result = step(now_ms);
  canvas_.draw();
  const semantics::Tree& tree = interface_.tree();
  const auto patches = semantics::encode(semantics::diff(mirrored_, tree));
  mirrored_ = tree;
  report_ = frame_report(result, patches);
  return report_;
}

std::vector<std::uint8_t> Page::tree() const {
  return semantics::encode(semantics::diff({}, interface_.tree()));
}

}  // namespace atlas::web
