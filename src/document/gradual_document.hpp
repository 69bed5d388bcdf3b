// Makes a document from changes a portion at a time, so that whoever draws can draw in between: for
// the workspace as it was, and for what a merge would make of it.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "document/document.hpp"

namespace atlas {

// Sorts by (Lamport, replica), the order in which none has to wait for a later one, and drops
// doubles. False when one change comes with two contents.
[[nodiscard]] bool put_in_order(std::vector<const Change*>& changes);

class GradualDocument {
 public:
  // The changes, in the order of put_in_order, are copied from where they are when their turn
  // comes: they must stay there until then.
  GradualDocument(WorkspaceId workspace, ReplicaId self, std::vector<const Change*> changes);

  [[nodiscard]] bool done() const { return next_ == changes_.size(); }
  // Takes in changes with about so many operations. Once it has failed it is of no use: the changes
  // contradict themselves.
  Result<> step(std::size_t operations);
  // From 0 to 1.
  [[nodiscard]] float progress() const;
  // When done.
  [[nodiscard]] Document take();

 private:
  Document document_;
  std::vector<const Change*> changes_;
  std::size_t next_ = 0;
};

// The changes of a document from its first to this one in the order of its history; all of them
// where it is not in the log. What they give is the workspace as it was then: nothing in it was
// made on anything left out.
[[nodiscard]] std::vector<const Change*> changes_up_to(const Document& document, OpId last);

}  // namespace atlas
