#include "platform/web/web_rasteriser.hpp"

#include <cstdlib>

#include "platform/web/host.hpp"

namespace atlas::web {

ui::Bitmap WebRasteriser::rasterise(const std::string& run, float size_px, bool semibold,
                                    std::uint32_t ink) {
  HostBitmap drawn{};
  host_rasterise(run.data(), run.size(), size_px, semibold ? 1 : 0, ink, &drawn);
  ui::Bitmap bitmap;
  if (drawn.pixels == nullptr) return bitmap;
  bitmap.width = drawn.width;
  bitmap.height = drawn.height;
  bitmap.baseline = drawn.baseline;
  bitmap.coloured = drawn.coloured != 0;
  const auto pixels =
      static_cast<std::size_t>(drawn.width) * static_cast<std::size_t>(drawn.height);
  bitmap.rgba.assign(reinterpret_cast<const char*>(drawn.pixels), pixels * 4);
  std::free(drawn.pixels);
  return bitmap;
}

}  // namespace atlas::web
