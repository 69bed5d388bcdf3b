#include "ui/author_filter.hpp"

#include "base/tr.hpp"
#include "ui/widgets/popup.hpp"

namespace atlas::ui {

std::optional<std::string> author_filter(Ui& ui, const Rect& rect,
                                         std::span<const std::string> authors,
                                         const std::string& author) {
  const std::string everybody(tr(Text::kMergeAllAuthors));
  const auto options = [&] {
    OptionSet set{{{everybody, {}}}, 0};
    for (const std::string& name : authors) {
      if (name == author) set.current = static_cast<int>(set.options.size());
      set.options.push_back({name, {}});
    }
    return set;
  };
  const DropdownResult result = dropdown(ui, rect,
                                         {.id = "author filter",
                                          .name = tr(Text::kMergeFilterAuthor),
                                          .value = author.empty() ? everybody : author},
                                         options);
  if (result.chosen < 0) return std::nullopt;
  const auto index = static_cast<std::size_t>(result.chosen);
  return index == 0 ? std::string() : authors[index - 1];
}

}  // namespace atlas::ui
