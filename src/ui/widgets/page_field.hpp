// A field in a column of text and controls, with an edge of its own.
#pragma once

#include "base/tr.hpp"
#include "ui/widgets/column.hpp"
#include "ui/widgets/field.hpp"

namespace atlas::ui {

inline constexpr float kPageField = 480;  // as wide as a line of text needs

// A line of text that is of no record: for a SampleValue.
[[nodiscard]] FieldSpec text_line(std::string_view key, Text label, Text help);

// What stands above a field.
void field_label(Column& page, std::string_view words);
void page_field(Column& page, const FieldSpecification& spec, float widest = kPageField);
// With a button beside it, or below where there is no room. True when that was activated.
[[nodiscard]] bool page_field(Column& page, const FieldSpecification& spec, const ButtonSpec& act,
                              float widest = kPageField);

}  // namespace atlas::ui
