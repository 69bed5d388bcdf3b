// A field of a record, edited in place: text in a real HTML input, choices and flags from a list.
#pragma once

#include "document/schema.hpp"
#include "ui/widgets/popup.hpp"

namespace atlas::ui {

// A value that belongs to nobody's workspace: the gallery's.
struct SampleValue {
  Value value{};
  std::string typed{};    // that the schema refused
  std::string problem{};  // why
};

struct FieldSpecification {
  RecordId record{};
  const FieldSpec* field = nullptr;
  SampleValue* sample = nullptr;  // in place of the record's value
  bool enabled = true;
  bool read_only = false;     // can be read and copied
  std::string_view name{};    // accessible name; the field's label when empty
  std::size_t max_lines = 8;  // of text shown
  bool compact = false;       // in a grid: one or two lines, no edge, small text
  bool strong = false;        // what others belong to: a title of a group
  bool tab_stop = true;
  bool start_editing = false;  // now, as if it had been activated
  std::string_view hint{};     // shown while empty; made from the field when empty itself
};
// The height that the field takes at this width.
[[nodiscard]] float field_height(Ui& ui, const FieldSpecification& spec, float width);
// The node that has the keyboard, in the current scope.
[[nodiscard]] NodeId field_node(Ui& ui, RecordId record, const FieldSpec& field);
// Draws it, lets it be edited, and sends what was changed. The response is that of the field's
// box, so that a grid can walk on from it. `type_to_edit`: a printable key starts an edit.
Response field(Ui& ui, Rect rect, const FieldSpecification& asked);

// What may be chosen for a choice, flag or reference, with the value each option stands for.
struct FieldOptions {
  std::vector<OptionSpec> options;
  std::vector<Value> values;
  int current = -1;
};
[[nodiscard]] FieldOptions options_of(const Document& document, RecordId record,
                                      const FieldSpec& field);
[[nodiscard]] FieldOptions options_of(const Document& document, RecordId record,
                                      const FieldSpec& field, const Value& current);

}  // namespace atlas::ui
