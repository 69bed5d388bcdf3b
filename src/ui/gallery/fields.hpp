// The gallery's fields: one of every kind that the schema knows, one refused and one out of use.
#pragma once

#include <array>

#include "ui/widgets/column.hpp"
#include "ui/widgets/field.hpp"

namespace atlas::ui::gallery {

class Fields {
 public:
  Fields();
  void draw(Column& column);

 private:
  void row(Column& column, std::size_t index);

  static constexpr std::size_t kFields = 11;
  std::array<SampleValue, kFields> values_;
};

}  // namespace atlas::ui::gallery
