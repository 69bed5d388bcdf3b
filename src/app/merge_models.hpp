// Models of another workspace's file that can be copied into this one to compare: which there are,
// and what a copy is called. Inside src/app only.
#pragma once

#include <string>
#include <vector>

#include "app/merge_view.hpp"

namespace atlas::app {

// In their order there, all chosen. `file` tells the names of the workspace and of the file.
[[nodiscard]] std::vector<MergeModel> models_to_bring(const Document& now, const Document& other,
                                                      const MergeFile& file);
[[nodiscard]] std::vector<RecordId> chosen_models(const MergeFile& file);
// "Durham's copy": the workspace's name, or the file's where this workspace has the same.
[[nodiscard]] std::string origin_of(const Document& now, const MergeFile& file);
// "Darlington 2012 (from Durham's copy)"
[[nodiscard]] std::string copied_name(const Document& now, const MergeFile& file,
                                      const std::string& name);

}  // namespace atlas::app
