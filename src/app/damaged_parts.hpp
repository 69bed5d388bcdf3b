// Files of the store that cannot be read: said, kept where they are, and handed out on request.
// Inside src/app only.
#pragma once

#include "app/workspaces.hpp"

namespace atlas::app {

// Another workspace is opened: its own are told afresh.
void forget_damaged_parts(Context& context);
void tell_damaged_parts(Context& context, const LoadedWorkspace& loaded);
// Says that a damaged file has left when it was one. True when it was.
bool note_damaged_part_saved(Context& context, const std::string& file_name);

}  // namespace atlas::app
