// Small marks: a badge with a word, a RAG value as shape and word, and how far something has got.
#pragma once

#include "ui/widgets/message.hpp"

namespace atlas::ui {

// Returns the width used.
float badge(Ui& ui, Vec2 at, std::string_view text, Tone tone = Tone::kInfo);
// Shape and word of a RAG value by its choice number; returns the width used.
float rag_mark(Ui& ui, Vec2 at, std::uint32_t rag, std::string_view word);

struct ProgressSpec {
  std::string_view name;         // what is being done
  std::optional<float> share{};  // 0 to 1; nothing: not known
  bool can_cancel = true;
  bool at_rest = false;  // what is not known stands still
};
struct ProgressResult {
  float height = 0;
  bool cancelled = false;
};
ProgressResult progress(Ui& ui, Rect rect, const ProgressSpec& spec);

}  // namespace atlas::ui
