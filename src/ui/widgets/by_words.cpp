#include "ui/widgets/by_words.hpp"

#include "app/local_time.hpp"
#include "base/tr.hpp"

namespace atlas::ui {

std::string by_words(const Ui& ui, const Change& change) {
  std::string words = change.author.empty() ? std::string(tr(Text::kNameNotGiven)) : change.author;
  const app::ClockPort* clock = ui.state().clock;
  if (change.time_ms == 0 || clock == nullptr) return words;
  return tr(Text::kDotted, {words, app::date_and_time(*clock, change.time_ms)});
}

}  // namespace atlas::ui
