// The gallery's context menu, splitter, scroll area and links.
#pragma once

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

  float split_ = 200;
};

}  // namespace atlas::ui::gallery
