#include "document/outline.hpp"

#include <algorithm>

namespace atlas {

std::vector<OutlineEntry> outline(const Document& document, RecordId top) {
  std::vector<OutlineEntry> entries;
  std::vector<OutlineEntry> waiting;  // the next one last
  const auto push_children = [&](RecordId parent, int level) {
    const std::vector<RecordId> children = document.children(parent);
    std::for_each(children.rbegin(), children.rend(), [&](RecordId child) {
      waiting.push_back({child, level});
    });
  };
  push_children(top, 0);
  while (!waiting.empty()) {
    const OutlineEntry entry = waiting.back();
    waiting.pop_back();
    entries.push_back(entry);
    push_children(entry.record, entry.level + 1);
  }
  return entries;
}

}  // namespace atlas
