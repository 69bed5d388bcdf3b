// The workspaces on this device: which there are, and what can be done with each.
#pragma once

#include <string>

#include "ui/widgets/column.hpp"
#include "ui/widgets/field.hpp"

namespace atlas::ui::share {

class Workspaces {
 public:
  void draw(Column& page);

 private:
  void live(Column& page);
  void deleted(Column& page);
  void make(Column& page);
  void rename(Column& page);

  SampleValue new_name_;
  std::string sure_of_;  // folder that is to go for good: asked once more
};

}  // namespace atlas::ui::share
