// Reads a query (README.md). Types, fields and kinds of lines are held against the schema here, so
// that a misspelt word is a mistake with its place and never an empty answer.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "query/expression.hpp"

namespace atlas::query {

[[nodiscard]] Result<Query> parse(std::string_view text);

}  // namespace atlas::query
