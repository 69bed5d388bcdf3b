#include "ui/picture_fingerprint.hpp"

#include <cstring>

#include "imgui.h"

namespace atlas::ui {
namespace {

class Fingerprint {
 public:
  void add(const void* data, std::size_t size) {
    const auto* bytes = static_cast<const char*>(data);
    for (; size >= sizeof(std::uint64_t); size -= sizeof(std::uint64_t)) {
      std::uint64_t word = 0;
      std::memcpy(&word, bytes, sizeof word);
      bytes += sizeof word;
      mix(word);
    }
    std::uint64_t rest = size;  // so that lengths count
    std::memcpy(reinterpret_cast<char*>(&rest) + 1, bytes, size);
    mix(rest);
  }
  template <typename T>
  void add(const T& value) {
    add(&value, sizeof value);
  }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  void mix(std::uint64_t word) {
    value_ = (value_ ^ word) * 0x9E37'79B9'7F4A'7C15U;
    value_ ^= value_ >> 32U;
  }
  std::uint64_t value_ = 0x243F'6A88'85A3'08D3U;
};

}  // namespace

std::uint64_t picture_fingerprint(const ImDrawData& picture) {
  Fingerprint print;
  print.add(picture.DisplayPos);
  print.add(picture.DisplaySize);
  print.add(picture.FramebufferScale);
  for (const ImDrawList* list : picture.CmdLists) {
    print.add(list->VtxBuffer.Data, static_cast<std::size_t>(list->VtxBuffer.size_in_bytes()));
    print.add(list->IdxBuffer.Data, static_cast<std::size_t>(list->IdxBuffer.size_in_bytes()));
    for (const ImDrawCmd& command : list->CmdBuffer) {
      print.add(command.ClipRect);
      print.add(command.GetTexID());
      print.add(command.VtxOffset);
      print.add(command.IdxOffset);
      print.add(command.ElemCount);
    }
  }
  return print.value();
}

}  // namespace atlas::ui
