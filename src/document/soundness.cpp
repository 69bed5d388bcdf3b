#include "document/soundness.hpp"

#include <utility>

#include "document/outline.hpp"
#include "document/transaction.hpp"

namespace atlas {
namespace {

void look_at(const Document& document, const Record& record, std::vector<Unsound>& found) {
  const TypeSpec* type = find_type(record.type);
  if (type == nullptr) {
    found.push_back({record.id, {}, "This record is of a type that only a newer version knows."});
    return;
  }
  for (const auto& [number, state] : record.fields) {
    if (is_unset(state.shown()) || is_gone(state.shown())) continue;
    Result<> good = validate(document, record.type, FieldNumber{number}, state.shown());
    if (!good) found.push_back({record.id, FieldNumber{number}, good.error().happened});
  }
  for (const FieldSpec& field : type->fields) {
    if (!field.required || !is_unset(document.get(record.id, field.number))) continue;
    const Result<> empty = validate(document, record.type, field.number, Unset{});
    found.push_back({record.id, field.number, empty.error().happened});
  }
}

}  // namespace

std::vector<Unsound> unsound_parts(const Document& document) {
  std::vector<Unsound> found;
  for (const OutlineEntry& entry : outline(document, kRootRecord)) {
    look_at(document, *document.find_live(entry.record), found);
  }
  return found;
}

}  // namespace atlas
