// Files that were opened and wait for a person's decision: read, told apart, and brought together
// with the workspace in a document of their own, a portion at a time. Inside src/app only.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/merge_view.hpp"
#include "document/gradual_document.hpp"
#include "io/snapshot.hpp"

namespace atlas::app {

struct Context;

class MergeSet {
 public:
  struct File {
    explicit File(std::string file_bytes) : reader(std::move(file_bytes)) {}
    io::SnapshotReader reader;  // keeps the bytes
    io::SnapshotContents contents;
    std::vector<const Change*> news;   // into `contents`: what the workspace lacks
    std::vector<const Change*> fills;  // what it has, but without values that are left out
    // Of another workspace: what it holds, without what is erased as far as is known here.
    std::unique_ptr<Document> other;
    bool models_known = false;  // those of `other` have been looked at
  };

  // Beside the files of `view`, at the end.
  void add(MergeView& view, std::string name, std::string bytes);
  void forget(MergeView& view, std::size_t index);
  [[nodiscard]] const File& file(std::size_t index) const { return files_[index]; }
  // Makes MergeFile::copies of another workspace's file true for the models chosen.
  void count_copies(const Document& now, MergeFile& shown, std::size_t index) const;

  // The workspace has changed since the preview was begun, or has another one's place: everything
  // but reading begins again.
  [[nodiscard]] bool is_stale(const Document& now) const;
  void begin_again(MergeView& view);
  // Some milliseconds of work. True when the view is ready.
  bool step(Context& context, MergeView& view);
  // The changes that the preview is of, in the order of the log. They are in view.merged.
  [[nodiscard]] const std::vector<const Change*>& new_changes() const { return new_changes_; }

 private:
  bool read_one(MergeView& view, std::size_t index);
  void tell_apart(Context& context, MergeView& view, std::size_t index);
  void name_one(MergeView& view, std::size_t index);
  void look_at_models(Context& context, MergeView& view, std::size_t index);
  void begin_document(Context& context, MergeView& view);
  void blame(const Document& now, MergeView& view);
  void begin_preview(Context& context);
  void finish(Context& context, MergeView& view);

  std::deque<File> files_;  // each stays where it is
  std::size_t told_apart_ = 0;
  std::vector<OpId> version_;              // of the workspace, when files were told apart
  std::optional<GradualDocument> naming_;  // of another workspace's file
  std::optional<GradualDocument> merging_;
  std::unique_ptr<Document> merged_;  // until the view has it
  std::vector<const Change*> new_changes_;
  const Document* previewed_ = nullptr;  // what the preview compares them with
  std::optional<MergePreviewer> previewer_;
};

// Ends what waits; nothing of it is kept.
void forget_merge(Context& context);
// Some milliseconds of work where some is to be done. True when some was.
bool step_merge(Context& context);

}  // namespace atlas::app
