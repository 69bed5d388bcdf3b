// What stands in State::notices. Inside src/app only.
#pragma once

#include "app/context.hpp"

namespace atlas::app {

// Takes the place of one of the same kind.
void set_notice(Context& context, NoticeKind kind, std::string text);
void drop_notice(Context& context, NoticeKind kind);

// After a flush: what was lost from the store is in it again when the flush went well.
void note_stored_again(Context& context);

}  // namespace atlas::app
