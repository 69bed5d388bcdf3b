#include "app/merge_view.hpp"

#include <algorithm>

namespace atlas::app {

std::size_t MergeFile::models_chosen() const {
  return static_cast<std::size_t>(
      std::count_if(models.begin(), models.end(),
                    [](const MergeModel& model) { return model.is_offered() && model.chosen; }));
}

bool MergeFile::offers_models() const {
  return std::any_of(models.begin(), models.end(),
                     [](const MergeModel& model) { return model.is_offered(); });
}

void filter_rows(MergeView& view) {
  view.shown.clear();
  ++view.serial;
  const MergeFilter& filter = view.filter;
  for (std::size_t i = 0; i < view.preview.rows.size(); ++i) {
    const std::vector<const Change*>& by = view.preview.rows[i].by;
    const bool of_author =
        filter.author.empty() || std::any_of(by.begin(), by.end(), [&](const Change* change) {
          return change->author == filter.author;
        });
    const bool of_body = filter.body.is_null() || view.row_bodies[i] == filter.body;
    if (of_author && of_body) view.shown.push_back(i);
  }
}

}  // namespace atlas::app
