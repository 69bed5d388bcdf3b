// Reads the built-in models from their JSON (MODELS.md) into one edition: a list of changes that
// any workspace can take in. Used by tools/pack_models and by tests; the app does not link it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "replica/change.hpp"

namespace atlas::io {

struct ModelFile {
  std::string name;  // "darlington-2012.json", for messages
  std::string text;
};

// The same files give the same changes. The error's `happened` has a line for each mistake:
// "darlington-2012.json, record darlington-2012/board, field kind: …".
[[nodiscard]] Result<std::vector<Change>> read_models(std::span<const ModelFile> files);

}  // namespace atlas::io
