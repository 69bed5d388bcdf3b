// What a file that was opened would mean for the workspaces here. Inside src/app only.
#pragma once

#include "app/context.hpp"

namespace atlas::app {

// How the changes of a file stand to those of the current workspace.
struct Comparison {
  std::vector<const Change*> only_there;  // in the file's order
  std::size_t only_here = 0;
  bool contradicts = false;  // one change with two contents: somebody's copy was damaged
};
[[nodiscard]] Comparison compare_with_file(const Document& document,
                                           const io::SnapshotContents& contents);

// Describes the file for the person's decision; nullopt when it has nothing new for this workspace.
[[nodiscard]] std::optional<OpenedFile> describe_file(const Context& context,
                                                      const WaitingFile& file);

}  // namespace atlas::app
