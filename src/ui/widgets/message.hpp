// Messages to a person: a banner across a screen, a toast that floats, a screen that is empty.
#pragma once

#include "ui/widgets/button.hpp"

namespace atlas::ui {

enum class Tone : std::uint8_t { kInfo, kGood, kCaution, kBad };

struct BannerSpec {
  std::string_view id;
  std::string_view text;
  std::string_view act{};  // on its button; empty: none
  Tone tone = Tone::kBad;
  std::string_view dismiss{};  // on a second button, after the first; empty: none
};
struct BannerResult {
  float height = 0;
  bool acted = false;
  bool dismissed = false;
};
// From the top of the rectangle, as tall as its words need.
BannerResult banner(Ui& ui, Rect rect, const BannerSpec& spec);

struct ToastSpec {
  std::string_view id;
  std::string_view text;
  bool offers_undo = false;
  bool is_error = false;
};
struct ToastResult {
  float height = 0;
  bool undone = false;
  bool dismissed = false;
};
// In the middle above `bottom`, above everything drawn so far.
ToastResult toast(Ui& ui, const Rect& room, const ToastSpec& spec);

// What would be here and how to make it. Returns the height; `acted` says that its button was
// pressed.
struct EmptySpec {
  std::string_view title;
  std::string_view text;
  std::string_view act{};
  const char* icon = nullptr;
};
struct EmptyResult {
  float height = 0;
  bool acted = false;
};
EmptyResult empty_state(Ui& ui, Rect rect, const EmptySpec& spec);

}  // namespace atlas::ui
