#include "io/refusal.hpp"

namespace atlas::io {
namespace {

constexpr const char* kNothing = "Nothing was changed.";
constexpr const char* kAgain = "Copy or download it again, or open an earlier copy.";

}  // namespace

Error refusal(RefusalKind kind) {
  switch (kind) {
    case RefusalKind::kNotOurs:
      return {ErrorCode::kNotOurs, "This is not a Partnership Atlas file.", kNothing,
              "Choose a file whose name ends in .atlas."};
    case RefusalKind::kEmpty:
      return {ErrorCode::kDamaged, "This file is empty.", kNothing, kAgain};
    case RefusalKind::kCutShort:
      return {ErrorCode::kDamaged, "This file is cut short: its end is missing.", kNothing, kAgain};
    case RefusalKind::kDamaged:
      return {ErrorCode::kDamaged, "This file is damaged: it is not as it was saved.", kNothing,
              kAgain};
    case RefusalKind::kNewer:
      return {ErrorCode::kNewer, "This file was made by a newer version of Partnership Atlas.",
              kNothing, "Reload this page to get the newer version, then open the file again."};
    case RefusalKind::kTooLarge:
      return {ErrorCode::kTooLarge, "This file claims to hold more than it can.", kNothing,
              "Do not use it; ask whoever sent it for a fresh copy."};
    case RefusalKind::kPieceOnly:
      return {ErrorCode::kNotOurs, "This is a piece of browser storage, not a whole workspace.",
              kNothing, "Choose a file that was made with Save a file."};
    case RefusalKind::kWorkspaceFull:
      return {ErrorCode::kTooLarge, "The workspace is larger than one file can hold.",
              "Nothing was written and nothing was changed.",
              "Save parts of it as files of their own."};
    case RefusalKind::kNoMemory:
      return {ErrorCode::kUnavailable, "There is not enough memory for this file.", kNothing,
              "Close other pages and try again."};
  }
  return {ErrorCode::kDamaged, "This file cannot be read.", kNothing, kAgain};
}

}  // namespace atlas::io
