// The columns of the grid of plans.
#pragma once

#include <array>
#include <string_view>

#include "base/tr.hpp"
#include "document/schema.hpp"

namespace atlas::ui::plan {

struct Column {
  std::string_view key;
  Text title;
  float width;  // the first one takes what is left over
};
inline constexpr std::array<Column, 7> kColumns{{{"name", Text::kColumnName, 290},
                                                 {"owner", Text::kColumnOwner, 140},
                                                 {"due", Text::kColumnDue, 172},
                                                 {"status", Text::kColumnStatus, 132},
                                                 {"rag", Text::kColumnRag, 124},
                                                 {"rag_reason", Text::kColumnRagReason, 150},
                                                 {"note", Text::kColumnNote, 150}}};

[[nodiscard]] inline const FieldSpec& spec_of(RecordType type, std::size_t column) {
  return *find_field_by_key(type, kColumns[column].key);
}

}  // namespace atlas::ui::plan
