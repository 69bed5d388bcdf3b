// A folder's files as one document, all at once or a portion at a time. A file that cannot be read
// costs nothing but itself.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "app/merge_notes.hpp"
#include "app/ports.hpp"
#include "document/gradual_document.hpp"
#include "io/snapshot.hpp"

namespace atlas::app {

struct LoadedWorkspace {
  Document document{{}, ReplicaId{1}};
  std::vector<io::ForeignChunk> foreign;
  std::vector<std::string> bases;  // names of files that were read
  std::vector<std::string> segments;
  std::vector<Change> aside;            // that the merge notes keep out
  std::vector<std::string> unreadable;  // names, sorted
  std::vector<std::string> reasons;     // of those, in their order, one sentence each
};

class WorkspaceLoader {
 public:
  // `notes`: of the folder.
  WorkspaceLoader(std::vector<StoredFile> files, WorkspaceId workspace, ReplicaId self,
                  std::vector<MergeNote> notes = {});

  [[nodiscard]] bool done() const { return done_; }
  // A few milliseconds of work.
  void step();
  // From 0 to 1.
  [[nodiscard]] float progress() const;
  // When done.
  [[nodiscard]] LoadedWorkspace take();

 private:
  struct ReadFile {
    std::string name;
    bool base = false;
    io::SnapshotContents contents;
  };

  void read_some();
  void finish_file(Result<io::SnapshotContents> contents);
  void begin_document();
  void one_by_one();
  void finish();

  std::vector<StoredFile> files_;
  std::size_t next_ = 0;
  std::optional<io::SnapshotReader> reader_;  // of files_[next_]
  WorkspaceId workspace_;
  ReplicaId self_;
  std::vector<MergeNote> notes_;
  std::vector<ReadFile> read_;
  std::vector<std::pair<std::string, std::string>> unreadable_;  // name, why
  std::optional<GradualDocument> gradual_;
  LoadedWorkspace loaded_;
  bool done_ = false;
};

[[nodiscard]] LoadedWorkspace load_workspace(std::vector<StoredFile> files, WorkspaceId workspace,
                                             ReplicaId self, std::vector<MergeNote> notes = {});

}  // namespace atlas::app
