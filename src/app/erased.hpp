// What is erased for good (RULES.md 8) is kept out of everything that this device holds: the folder
// that is open, other folders of the same workspace, files that wait to be opened. Copies of files
// that were handed out are out of reach. Inside src/app only.
#pragma once

#include <string>

#include "app/context.hpp"

namespace atlas::app {

// Where something that is erased was met since the last call, whatever it came with: writes the
// folders anew, in one flush, and forgets copies of words. Costs nothing otherwise. A stored part
// that cannot be read stays as it is.
void follow_erasures(Context& context);

// The bytes of a file that was opened without what any folder of its workspace here says is erased:
// the same bytes where they hold none of that. On an error the file must not be stored.
[[nodiscard]] Result<std::string> without_erased(Context& context,
                                                 const io::SnapshotContents& contents,
                                                 const std::string& bytes);

// The same for another workspace's document that is only read: what this workspace says is erased
// is taken out of it, too, since both may have begun with the same data.
[[nodiscard]] Result<> take_out_erased(Context& context, Document& other);

// "Erased by A. Officer, 22 November 2026, 10:42", for a field that shows Erased; "Erased" when who
// did it is not known here.
[[nodiscard]] std::string erased_words(const ClockPort& clock, const Document& document,
                                       RecordId record, FieldNumber field);

}  // namespace atlas::app
