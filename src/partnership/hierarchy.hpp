// The hierarchy of a model: the bodies below it, as the parent relation gives it. Everything here
// sees live records only and gives lists in sibling order.
#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"

namespace atlas {

// Name of the workspace's own record, "Partnership Atlas" where it has none.
[[nodiscard]] std::string workspace_name(const Document& document);

[[nodiscard]] std::vector<RecordId> models(const Document& document);

// The record itself or its nearest ancestor of that type; null where there is none, or where the
// record is not live.
[[nodiscard]] RecordId nearest(const Document& document, RecordId record, RecordType type);
[[nodiscard]] RecordId model_of(const Document& document, RecordId record);
[[nodiscard]] RecordId body_of(const Document& document, RecordId record);
// Not the record itself.
[[nodiscard]] bool is_below(const Document& document, RecordId record, RecordId ancestor);

// Bodies right below a model or a body.
[[nodiscard]] std::vector<RecordId> bodies_below(const Document& document, RecordId parent);

struct HierarchyEntry {
  RecordId body;
  RecordId parent;  // the body above; null at the top of the model
  int level = 1;    // 1 at the top
  bool has_children = false;
};
// All bodies of a model, each before those below it.
[[nodiscard]] std::vector<HierarchyEntry> hierarchy(const Document& document, RecordId model);

}  // namespace atlas
