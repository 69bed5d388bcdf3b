// One value as a cell of a table and back. English in every language of the interface, since a file
// goes to other machines: labels of choices, "Yes" and "No", ISO dates, pounds without a sign.
//
// A spreadsheet runs a cell that begins with = + - @ as a formula, and a file from elsewhere could
// carry one. Texts that begin so go out behind an apostrophe, which spreadsheets show and do not
// run (OWASP, "CSV injection"), and come in without it; so do texts that would be read as something
// else
// ("Not stated", blanks). Numbers, dates and amounts are written bare: a minus sign is theirs.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "document/document.hpp"
#include "exchange/importer.hpp"

namespace atlas::exchange {

// For kReference: "Title [id]".
[[nodiscard]] std::string to_cell(const Document& document, const FieldSpec& field,
                                  const Value& value);
[[nodiscard]] std::string pointer_cell(const Document& document, RecordId target);
// With quotation marks where it needs them.
void append_cell(std::string& line, std::string_view cell);

// `happened` says what is wrong, without saying where.
[[nodiscard]] Result<IncomingField> from_cell(const FieldSpec& field, std::string_view cell);
// "Title [id]", "[id]", an id, or a title.
[[nodiscard]] Pointer pointer_from_cell(std::string_view cell);

// Behind an apostrophe where a spreadsheet, or the reader here, would take it for something else.
[[nodiscard]] std::string neutral_text(std::string_view text);
[[nodiscard]] std::string restored_text(std::string_view cell);

}  // namespace atlas::exchange
