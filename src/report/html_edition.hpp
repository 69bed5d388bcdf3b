// The whole workspace as one page to read, print or open in a word processor: headings, lists and
// tables in reading order, each fact with its evidence; no script, no picture, nothing to fetch.
#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"

namespace atlas::report {

struct HtmlOptions {
  std::vector<RecordId> models;  // empty: all, and what belongs to no model
};

[[nodiscard]] std::string html_edition(const Document& document, const HtmlOptions& options = {});

}  // namespace atlas::report
