// The records of one type as a table: a column for the id, one for the parent, one for each field,
// named by the schema's labels. Opens in spreadsheets; what was changed there reads back.
#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"
#include "exchange/selection.hpp"

namespace atlas::exchange {

// The heading of the first column tells the type: "Action id".
[[nodiscard]] std::string id_heading(const TypeSpec& type);
inline constexpr std::string_view kParentHeading = "Parent";

struct CsvOptions {
  bool byte_order_mark = false;  // some spreadsheets need it to see that the file is UTF-8
};

// `records` of other types are passed over.
[[nodiscard]] Written write_csv(const Document& document, const TypeSpec& type,
                                const std::vector<RecordId>& records, CsvOptions options = {});

}  // namespace atlas::exchange
