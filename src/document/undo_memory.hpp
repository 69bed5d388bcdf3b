// What undo and redo remember of the operations that they wrote, for as long as a session lasts.
#pragma once

#include <map>
#include <set>

#include "base/ids.hpp"

namespace atlas {

struct UndoMemory {
  // What undo writes to bring an earlier operation's effect back stands for that operation: to undo
  // the earlier one as well, its effect has to be recognised. By id of the later operation.
  std::map<OpId, OpId> stand_ins;
  // Moves that took a record out of the bin, where somebody had deleted what it stood in. Only to
  // undo these is it put into the bin again.
  std::set<OpId> out_of_bin;
};

}  // namespace atlas
