// Differences, clashes and errors as the verbs tell them, in words and as JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>

#include "base/result.hpp"
#include "document/clash.hpp"
#include "document/difference.hpp"
#include "document/document.hpp"
#include "verbs.hpp"

namespace atlas::command {

using Json = nlohmann::ordered_json;

// Told on the error stream; returns kBadInput.
int refuse(const Error& error, Streams streams);

// One or more lines, each with its end.
[[nodiscard]] std::string in_words(const Document& before, const Document& after,
                                   const RecordDifference& difference);
[[nodiscard]] Json as_json(const Document& before, const Document& after,
                           const RecordDifference& difference);
[[nodiscard]] std::string in_words(const Document& document, const Clash& clash);
[[nodiscard]] Json as_json(const Document& document, const Clash& clash);

// "body", or "record" for a type of a newer version.
[[nodiscard]] std::string type_key(RecordType type);

}  // namespace atlas::command
