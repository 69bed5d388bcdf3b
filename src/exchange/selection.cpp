#include "exchange/selection.hpp"

#include <algorithm>

#include "document/outline.hpp"

namespace atlas::exchange {

bool is_hanging(const Document& document, const Value& value) {
  const auto* id = std::get_if<RecordId>(&value);
  return id != nullptr && document.find_live(*id) == nullptr;
}

std::vector<RecordId> selected(const Document& document, const Selection& selection) {
  std::vector<RecordId> records;
  const auto add = [&](RecordId id) {
    const RecordType type = document.find_live(id)->type;
    const bool wanted =
        selection.types.empty() ||
        std::find(selection.types.begin(), selection.types.end(), type) != selection.types.end();
    if (wanted) records.push_back(id);
  };
  if (document.find_live(selection.top) != nullptr) add(selection.top);
  for (const OutlineEntry& entry : outline(document, selection.top)) add(entry.record);
  return records;
}

}  // namespace atlas::exchange
