#include "partnership/hierarchy.hpp"

#include "base/tr.hpp"
#include "partnership/fields.hpp"

namespace atlas {
namespace {

void add_below(const Document& document, RecordId parent, RecordId shown_parent, int level,
               std::vector<HierarchyEntry>& entries) {
  for (const RecordId body : bodies_below(document, parent)) {
    const std::size_t place = entries.size();
    entries.push_back({body, shown_parent, level, false});
    add_below(document, body, body, level + 1, entries);
    entries[place].has_children = entries.size() > place + 1;
  }
}

}  // namespace

std::string workspace_name(const Document& document) {
  for (const RecordId record : document.children(kRootRecord, RecordType::kWorkspace)) {
    const auto* name = std::get_if<std::string>(&document.get(record, fields::kWorkspaceName));
    if (name != nullptr && !name->empty()) return *name;
  }
  return std::string(tr(Text::kProductName));
}

std::vector<RecordId> models(const Document& document) {
  return document.children(kRootRecord, RecordType::kModel);
}

RecordId nearest(const Document& document, RecordId record, RecordType type) {
  const Record* at = document.find_live(record);
  while (at != nullptr && at->type != type) {
    at = at->parent == kRootRecord ? nullptr : document.find(at->parent);
  }
  return at == nullptr ? RecordId{} : at->id;
}

RecordId model_of(const Document& document, RecordId record) {
  return nearest(document, record, RecordType::kModel);
}

RecordId body_of(const Document& document, RecordId record) {
  return nearest(document, record, RecordType::kBody);
}

bool is_below(const Document& document, RecordId record, RecordId ancestor) {
  const Record* at = document.find(record);
  while (at != nullptr && at->parent != kRootRecord) {
    if (at->parent == ancestor) return true;
    at = document.find(at->parent);
  }
  return false;
}

std::vector<RecordId> bodies_below(const Document& document, RecordId parent) {
  return document.children(parent, RecordType::kBody);
}

std::vector<HierarchyEntry> hierarchy(const Document& document, RecordId model) {
  std::vector<HierarchyEntry> entries;
  if (document.find_live(model) != nullptr) add_below(document, model, {}, 1, entries);
  return entries;
}

}  // namespace atlas
