#include "platform/web/frame_report.hpp"

#include <cstring>
#include <string_view>

namespace atlas::web {
namespace {

// wasm is little-endian, so numbers are copied as they lie.
class Writer {
 public:
  template <typename Number>
  void number(Number value) {
    const std::size_t at = bytes_.size();
    bytes_.resize(at + sizeof value);
    std::memcpy(bytes_.data() + at, &value, sizeof value);
  }
  void text(std::string_view text) {
    number(static_cast<std::uint32_t>(text.size()));
    bytes_.insert(bytes_.end(), text.begin(), text.end());
  }
  void raw(std::span<const std::uint8_t> bytes) {
    bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
  }
  [[nodiscard]] std::vector<std::uint8_t> take() { return std::move(bytes_); }

 private:
  std::vector<std::uint8_t> bytes_;
};

void write_edit(Writer& out, const ui::TextEdit& edit) {
  constexpr std::uint8_t kMultilineBit = 1;
  constexpr std::uint8_t kSearchBit = 2;
  constexpr std::uint8_t kSelectAllBit = 4;
  out.number(static_cast<std::uint32_t>(edit.node.value));
  out.number(static_cast<std::uint32_t>(edit.node.value >> 32U));
  out.number(static_cast<double>(edit.serial));
  out.number(static_cast<std::uint8_t>((edit.multiline ? kMultilineBit : 0) |
                                       (edit.search ? kSearchBit : 0) |
                                       (edit.select_all ? kSelectAllBit : 0)));
  for (const float value :
       {edit.rect.x, edit.rect.y, edit.rect.width, edit.rect.height, edit.font_px}) {
    out.number(value);
  }
  for (const std::string_view text :
       {std::string_view(edit.label), std::string_view(edit.value),
        std::string_view(edit.input_mode), std::string_view(edit.hint)}) {
    out.text(text);
  }
}

}  // namespace

std::vector<std::uint8_t> frame_report(const ui::FrameResult& result,
                                       std::span<const std::uint8_t> patches) {
  Writer out;
  out.number(result.next_frame_ms);
  out.number(static_cast<std::uint8_t>(result.cursor));
  out.number(static_cast<std::uint8_t>(result.theme));
  out.text(result.page_title);
  out.number(static_cast<std::uint8_t>(result.text_edit ? 1 : 0));
  if (result.text_edit) write_edit(out, *result.text_edit);
  out.raw(patches);
  return out.take();
}

}  // namespace atlas::web
