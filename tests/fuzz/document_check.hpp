// What must hold of a document made of any changes whatever.
#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"

namespace atlas::fuzz {

// Takes the changes into an empty workspace: all of them or nothing; then once more, and one by one
// from the last to the first, which must make no difference. Empty when all is well.
[[nodiscard]] std::string complaint_about(WorkspaceId workspace,
                                          const std::vector<Change>& changes);

// Of the document as it stands: its structure, what is said about it, its file.
[[nodiscard]] std::string complaint_about(const Document& document);

}  // namespace atlas::fuzz
