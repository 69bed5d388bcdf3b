// One clash: what each side did, by whom and when, and the ways to end it.
#pragma once

#include <optional>

#include "app/merge_view.hpp"
#include "ui/widgets/column.hpp"
#include "ui/widgets/field.hpp"

namespace atlas::ui::clashes {

struct CardSpec {
  const Document& document;  // that has the clash
  const Clash& clash;
  // Chosen now, to be carried out later; nothing: left open. Null: a choice is carried out at once.
  const std::optional<app::Settlement>* chosen = nullptr;
  SampleValue& third;  // what a person writes in place of both
};
struct CardResult {
  std::optional<app::Settlement> chosen;  // in this frame
  bool left_open = false;                 // the choice was taken back
};
CardResult card(Column& page, const CardSpec& spec);

// “Status of “Publish plan””: what the clash is about, in one line.
[[nodiscard]] std::string title_of(const Document& document, const Clash& clash);

}  // namespace atlas::ui::clashes
