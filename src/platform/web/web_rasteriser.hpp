// Text beyond the built-in fonts, drawn by the browser's own 2D canvas.
#pragma once

#include "ui/interface.hpp"

namespace atlas::web {

class WebRasteriser final : public ui::TextRasteriser {
 public:
  // An empty bitmap when the browser could not draw.
  ui::Bitmap rasterise(const std::string& run, float size_px, bool semibold,
                       std::uint32_t ink) override;
};

}  // namespace atlas::web
