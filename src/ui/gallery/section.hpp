// What the gallery's sections share: a heading under a rule, and sample fields of every kind.
#pragma once

#include "base/tr.hpp"
#include "document/schema.hpp"
#include "ui/widgets/column.hpp"

namespace atlas::ui::gallery {

inline void section(Column& column, Text title) {
  column.skip(kSpace4);
  column.rule();
  column.title(tr(title), 2, Font::kTitle3);
}

// The choices of a RAG rating, as actions have them.
inline ChoiceSet rag_choices() {
  return find_field_by_key(RecordType::kAction, "rag")->choices;
}

}  // namespace atlas::ui::gallery
