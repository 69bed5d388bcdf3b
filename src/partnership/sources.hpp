// The other way round of evidence: what rests on a paper, place by place, and where sources
// disagree.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace atlas {

// The places that an evidence's wording names, without their finer parts: "paragraphs 5(a) and 7 to
// 9; Form 3: Objectives" gives Paragraph 5, 7, 8, 9 and Form 3; a slide or a heading stands as it
// is. Each once, in the order of the wording; none for an empty text.
[[nodiscard]] std::vector<std::string> places_in(std::string_view wording);

struct SourcePlace {
  std::string name;
  std::vector<RecordId> records;  // in the order of the outline
};

struct Source {
  RecordId paper;
  std::vector<SourcePlace> places;  // paragraphs, then forms, each by number; before them the rest,
                                    // in the order in which the records name them
  std::size_t records = 0;          // that name the paper
};

// Every paper of the workspace, in sibling order, also those that nothing rests on.
[[nodiscard]] std::vector<Source> sources_of(const Document& document);

// Live further evidence that says something else than the record above it.
[[nodiscard]] std::vector<RecordId> disagreements(const Document& document);

}  // namespace atlas
