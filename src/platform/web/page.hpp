// One page: the ports, the application, its interface and the canvas, put together.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/app.hpp"
#include "platform/web/canvas.hpp"
#include "platform/web/web_clock.hpp"
#include "platform/web/web_files.hpp"
#include "platform/web/web_rasteriser.hpp"
#include "platform/web/web_store.hpp"
#include "semantics/node.hpp"
#include "ui/interface.hpp"

namespace atlas::web {

class Page {
 public:
  explicit Page(bool try_webgl);

  [[nodiscard]] app::App& app() { return app_; }
  [[nodiscard]] ui::Interface& interface() { return interface_; }
  [[nodiscard]] const WebStore& store() const { return store_; }
  [[nodiscard]] Canvas& canvas() { return canvas_; }

  // Works out what has come so far without drawing it: the next frame has that much less to do.
  void work_ahead(double now_ms);
  // Draws a frame. The report (frame_report.hpp) is the page's until the next one.
  std::span<const std::uint8_t> frame(double now_ms);
  // The whole semantic tree of the last frame as inserts in reading order, for tests.
  [[nodiscard]] std::vector<std::uint8_t> tree() const;

 private:
  ui::FrameResult step(double now_ms);

  WebClock clock_;
  WebStore store_;
  WebFiles files_;
  WebRasteriser rasteriser_;
  app::App app_;
  ui::Interface interface_;
  Canvas canvas_;
  semantics::Tree mirrored_;  // as the DOM mirror has it
  std::vector<std::uint8_t> report_;
};

}  // namespace atlas::web
