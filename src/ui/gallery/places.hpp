// The gallery's context menu, splitter, scroll area and links.
#pragma once

#include <optional>
#include <string>

#include "ui/widgets/column.hpp"

namespace atlas::ui::gallery {

class Places {
 public:
  // `last`: what was done last in the gallery, in words.
  void draw(Column& column, std::string& last);

 private:
  void context(Column& column, std::string& last);
  void split(Column& column);

  std::optional<float> split_;  // of the first part, interface pixels
};

}  // namespace atlas::ui::gallery
