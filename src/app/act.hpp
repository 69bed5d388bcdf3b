// One act of a person on the document. Inside src/app only.
#pragma once

#include <functional>
#include <string>

#include "app/context.hpp"
#include "document/transaction.hpp"

namespace atlas::app {

// Fills a transaction and commits it; what it made goes to the undo stack and to the store. False
// when there was nothing to do. On an error nothing was changed.
[[nodiscard]] Result<bool> act(Context& context, std::string message,
                               const std::function<Result<>(Transaction&)>& fill);

// Why nothing can be changed while the workspace is shown as it was.
[[nodiscard]] Error not_now();

// Messages that offered to undo an act would undo a later one from now on.
void withdraw_undo_offers(Context& context);

[[nodiscard]] Stamp stamp_now(const Context& context);
// “Publish Sustainable Community Strategy…”: a record's title in messages.
[[nodiscard]] std::string quoted_title(const Document& document, RecordId record);

}  // namespace atlas::app
