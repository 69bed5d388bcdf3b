// Whether work of this device has been in no file for so long that a person should be told, gently.
//
// The device file "unfiled-<folder>" holds two wall clock times in milliseconds: of the first
// change made here since the last file copy, and of when a person last put the matter off (0:
// never). It is empty when every change is in a file. Inside src/app only.
#pragma once

#include "app/context.hpp"

namespace atlas::app {

// A change of one's own has been made in the current workspace.
void note_unfiled_change(Context& context);
// A file copy has left.
void note_filed(Context& context, const LeavingFile& left);
// Not for a day.
void put_off_file_copy(Context& context);
// Puts up the notice, or takes it down.
void reflect_file_copy(Context& context);

}  // namespace atlas::app
