// The workspace without the values that others took the place of: what stands today, and all that
// is needed to bring it together with any other copy later. For files that are sent.
#pragma once

#include "document/document.hpp"

namespace atlas {

// The change, in force or waiting, in which a set whose value no longer stands gives LeftOut
// instead (replica/value.hpp). Who, when, why and which field stay, so that the history can still
// be read and every merge ends as it would with the whole file: a copy that has the values keeps
// them, and one that lacks them gets them back from any copy that has them.
[[nodiscard]] Change thin_change(const Document& document, const Change& change);

// Whether any value of the changes is left out.
[[nodiscard]] bool is_thin(const Document& document);

}  // namespace atlas
