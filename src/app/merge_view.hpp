// What the screen for opened files shows: what each of them is, and what bringing them in would
// change. Lives nowhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/result.hpp"
#include "document/copy_branches.hpp"
#include "document/document.hpp"
#include "document/merge_preview.hpp"

namespace atlas::app {

enum class MergeFileKind : std::uint8_t {
  kReading,
  kNews,            // of this workspace, with changes or earlier values that it lacks
  kNothingNew,      // of this workspace, all of it is here
  kOtherWorkspace,  // can be opened beside this one
  kRefused,         // cannot be used
};

// A model of another workspace, which can be copied into this one to compare.
struct MergeModel {
  RecordId record;  // there
  std::string title;
  RecordId same;          // the model here that is the same, and need not be copied; null: none
  std::string same_name;  // its title
  bool chosen = true;     // to be copied
  [[nodiscard]] bool is_offered() const { return same.is_null(); }
};

struct MergeFile {
  std::string name;
  MergeFileKind kind = MergeFileKind::kReading;
  std::string workspace_name;      // kOtherWorkspace
  std::size_t new_changes = 0;     // kNews; kOtherWorkspace: all of its
  std::size_t filled_changes = 0;  // kNews: that are here without values which a thin file left out
  std::vector<std::string> authors;  // of the new ones, sorted, without blanks
  std::string latest;                // date and time of the newest of those, for people
  std::optional<Error> why;          // kRefused
  // kOtherWorkspace, when the view is ready:
  std::vector<MergeModel> models;  // in their order there
  CopyCounts copies;               // of the models chosen

  [[nodiscard]] std::size_t models_chosen() const;
  [[nodiscard]] bool offers_models() const;
};

// How a clash is to end. One of the three counts, by the kind of clash.
struct Settlement {
  std::optional<Value> value;      // kField
  std::optional<RecordId> parent;  // kMovedApart, kCircle
  std::optional<bool> keep;        // kDeletedAndEdited; false: to the bin
  friend bool operator==(const Settlement&, const Settlement&) = default;
};

// What a clash is about, whoever stands on its sides.
struct ClashKey {
  ClashKind kind{};
  RecordId record;
  FieldNumber field;
  friend bool operator<(const ClashKey& a, const ClashKey& b) {
    return std::tie(a.record, a.kind, a.field) < std::tie(b.record, b.kind, b.field);
  }
  friend bool operator==(const ClashKey&, const ClashKey&) = default;
};
[[nodiscard]] inline ClashKey key_of(const Clash& clash) {
  return {clash.kind, clash.record, clash.field};
}

struct MergeFilter {
  RecordId body;       // null: all
  std::string author;  // empty: all
  friend bool operator==(const MergeFilter&, const MergeFilter&) = default;
};

struct MergeView {
  std::vector<MergeFile> files;
  bool seen = false;  // a person has been asked
  bool ready = false;
  float progress = 0;  // from 0 to 1, until it is ready
  // When ready, and some file has news:
  std::unique_ptr<Document> merged;
  MergePreview preview;              // points into `merged`
  std::vector<RecordId> row_bodies;  // of each row; null where it is in none
  std::vector<RecordId> bodies;      // to filter by, in the order of rows
  std::vector<std::string> authors;  // to filter by, sorted
  MergeFilter filter;
  std::vector<std::size_t> shown;  // rows that pass the filter
  std::map<ClashKey, Settlement> settlements;
  std::size_t new_changes = 0;  // of all files together
  std::uint64_t serial = 0;     // grows with each preview and filter

  [[nodiscard]] bool has_news() const { return merged != nullptr; }
};

// Makes `shown` true for the filter.
void filter_rows(MergeView& view);

}  // namespace atlas::app
