// Many small files make a slow start: one new base takes the place of all that it holds, in the
// same flush. Only by the tab that owns the folder, and only over files whose changes are in the
// document: what another tab has appended meanwhile, and what cannot be read, stay. Inside src/app
// only.
#pragma once

#include <span>

#include "app/workspaces.hpp"
#include "io/segment.hpp"

namespace atlas::app {

// The changes of these files are in the document, or are being put there now.
void note_parts(Context& context, const LoadedWorkspace& loaded);
// What merge notes keep aside as a segment of its own; without a name when there is none.
[[nodiscard]] Result<io::NamedFile> aside_segment(WorkspaceId workspace,
                                                  std::span<const Change> aside);
// Writes a base when the segments have become too many. When it runs after edits everything must be
// stored; true when it has written.
bool compact_when_due(Context& context);

}  // namespace atlas::app
