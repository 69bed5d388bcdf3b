// Whether what a workspace holds keeps to the schema. Writing through transactions always does;
// what is merged may not: a reference whose record somebody else deleted, a field that an older
// version did not need, a type that only a newer one knows.
#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"

namespace atlas {

struct Unsound {
  RecordId record;
  FieldNumber field;  // 0: the record as a whole
  std::string what;   // one plain sentence
};

// In the order of the outline. Empty when all is well.
[[nodiscard]] std::vector<Unsound> unsound_parts(const Document& document);

}  // namespace atlas
