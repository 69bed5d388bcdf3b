// The History screen: what was done in this workspace, by whom and when, and the ways back.
#pragma once

#include <cstdint>
#include <vector>

#include "ui/widgets/column.hpp"
#include "ui/widgets/field.hpp"

namespace atlas::ui::history {

class View {
 public:
  void draw(Ui& ui, Rect rect);

 private:
  void refresh(const app::State& state);
  void points(Column& page);
  void new_point(Column& page);
  void filters(Column& page);
  void changes(Column& page);

  SampleValue name_;                    // of a restore point that is being made
  std::vector<const Change*> changes_;  // of the present that pass the filter, latest first
  std::vector<std::string> authors_;    // of all changes, sorted
  std::vector<RecordId> points_;        // latest first
  std::size_t most_ = 0;                // changes shown
  // What the lists were made from.
  bool made_ = false;
  std::uint64_t revision_ = 0;
  std::uint64_t generation_ = 0;
  RecordId record_;
  std::string author_;
};

}  // namespace atlas::ui::history
