// Evidence of a record in words: which paper says so, where in it, as at when, stated or inferred.
#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"

namespace atlas {

struct EvidenceWords {
  RecordId record;    // that carries it: the one asked about, or its further evidence
  RecordId source;    // the source document; null where none is named
  std::string title;  // of the source document; empty where none is named
  std::string place;  // "paragraph 22(a)"; empty where not given
  std::string as_at;  // "31 March 2009"; empty where not given
  bool inferred = false;
  std::string statement;   // of further evidence: what this source says, restated
  bool disagrees = false;  // further evidence that says something else

  // "Stated in Review of significant partnerships, paragraph 22(a), as at 31 March 2009".
  [[nodiscard]] std::string sentence() const;
};

// The record's own evidence first where it has any, then its further evidence in order.
[[nodiscard]] std::vector<EvidenceWords> evidence_of(const Document& document, RecordId record);

}  // namespace atlas
