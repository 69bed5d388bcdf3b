// The Sources screen: what rests on which paper, place by place, and where sources disagree.
#pragma once

#include <cstdint>
#include <vector>

#include "partnership/sources.hpp"
#include "ui/widgets/column.hpp"

namespace atlas::ui::sources {

class View {
 public:
  void draw(Ui& ui, Rect rect);

 private:
  void refresh(const app::State& state);
  void all_papers(Ui& ui, Column& page);
  void one_paper(Ui& ui, Column& page, const Source& source);
  void one_place(Ui& ui, Column& page, const Source& source, const SourcePlace& place);
  void where_they_disagree(Ui& ui, Column& page);

  // Derived from the document, again when it has changed.
  std::vector<Source> sources_;
  std::vector<RecordId> disagreements_;
  std::uint64_t revision_ = 0;
  std::uint64_t generation_ = 0;
  bool derived_ = false;
};

}  // namespace atlas::ui::sources
