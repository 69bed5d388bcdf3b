// Files as the verbs name them: a path, "-" for standard input or output, "builtin" for the
// built-in workspace.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"
#include "io/envelope.hpp"

namespace atlas::command {

inline constexpr const char* kBuiltIn = "builtin";

[[nodiscard]] Result<std::string> read_bytes(const std::string& path);
// Written beside and renamed, so that a file is whole or as it was.
[[nodiscard]] Result<> write_bytes(const std::string& path, const std::string& bytes);

struct Workspace {
  Document document;
  std::vector<io::ForeignChunk> foreign;  // of a newer version: written again
  std::size_t bytes = 0;
};

// For reading, or for writing as `self`.
[[nodiscard]] Result<Workspace> read_workspace(const std::string& path, ReplicaId self = {1});
[[nodiscard]] Result<> write_workspace(const std::string& path, const Workspace& workspace);

}  // namespace atlas::command
