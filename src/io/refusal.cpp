#include "io/refusal.hpp"

#include "base/tr.hpp"

namespace atlas::io {
namespace {

Error say(ErrorCode code, Text happened, Text next, Text kept = Text::kKeptNothingChanged) {
  return error_of(code, tr(happened), tr(kept), tr(next));
}

}  // namespace

Error refusal(RefusalKind kind) {
  switch (kind) {
    case RefusalKind::kNotOurs:
      return say(ErrorCode::kNotOurs, Text::kErrorFileNotOurs, Text::kNextChooseAtlasFile);
    case RefusalKind::kEmpty:
      return say(ErrorCode::kDamaged, Text::kErrorFileEmpty, Text::kNextFetchAgain);
    case RefusalKind::kCutShort:
      return say(ErrorCode::kDamaged, Text::kErrorFileCutShort, Text::kNextFetchAgain);
    case RefusalKind::kDamaged:
      return say(ErrorCode::kDamaged, Text::kErrorFileDamaged, Text::kNextFetchAgain);
    case RefusalKind::kNewer:
      return say(ErrorCode::kNewer, Text::kErrorFileNewer, Text::kNextReloadAndOpen);
    case RefusalKind::kTooLarge:
      return say(ErrorCode::kTooLarge, Text::kErrorFileTooLarge, Text::kNextAskSender);
    case RefusalKind::kPieceOnly:
      return say(ErrorCode::kNotOurs, Text::kErrorFilePiece, Text::kNextChooseSavedFile);
    case RefusalKind::kWorkspaceFull:
      return say(ErrorCode::kTooLarge, Text::kErrorWorkspaceFull, Text::kNextSaveParts,
                 Text::kKeptNothingWritten);
    case RefusalKind::kNoMemory:
      return say(ErrorCode::kUnavailable, Text::kErrorNoMemory, Text::kNextClosePages);
  }
  return say(ErrorCode::kDamaged, Text::kErrorFileUnreadable, Text::kNextFetchAgain);
}

}  // namespace atlas::io
