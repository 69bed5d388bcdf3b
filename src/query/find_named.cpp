#include "query/find_named.hpp"

#include "document/outline.hpp"
#include "query/term.hpp"

namespace atlas::query {

std::vector<RecordId> find_named(const Document& document, std::string_view name) {
  std::vector<RecordId> found;
  for (const OutlineEntry& entry : outline(document, kRootRecord)) {
    if (is_called(document, entry.record, name)) found.push_back(entry.record);
  }
  return found;
}

}  // namespace atlas::query
