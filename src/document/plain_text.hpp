// Values as files for other programs carry them: exact, in one form, the same in every language of
// the interface. Dates "2009-03-31", money in pounds "140000" or "12.50", numbers with the digits
// they have, choices by their key, references by id, flags "true" and "false".
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "document/schema.hpp"
#include "replica/value.hpp"

namespace atlas {

// Empty for unset, "not stated", what was erased and what only a newer version knows: those have no
// text of their own here, and whoever writes them says so in the way of its format.
[[nodiscard]] std::string plain_text(const FieldSpec& field, const Value& value);

// The other way, for every kind but flags and references. `happened` says what is wrong with the
// text, without saying where it stands.
[[nodiscard]] Result<Value> parse_plain(const FieldSpec& field, std::string_view text);

}  // namespace atlas
