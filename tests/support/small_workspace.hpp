// A workspace small enough to know by heart: two models, a plan, every kind of thing once.
//
//   Alpha 2011                      Beta 2012
//     Cabinet                         Beta Board ("Dŵr Partnership")
//     Board (LSP)
//       Health Group
//       Safety Group
//         Safety Team
//   Board reports to Cabinet; Health Group is scrutinised by Cabinet; Safety Group advises the
//   Board; the Board is succeeded by the Beta Board.
//   Plan of the Board: first objective (open action, done action), second objective (late action),
//   loose action.
#pragma once

#include <string>

#include "document/document.hpp"

namespace atlas::test {

struct SmallWorkspace {
  SmallWorkspace();

  Document document;
  RecordId workspace, source, alpha, beta;
  RecordId cabinet, board, health, safety, team, beta_board;
  RecordId reports, scrutinised, advises, succeeded;
  RecordId plan, first, open, done, second, late, loose;
};

// The same every time.
[[nodiscard]] std::string small_snapshot();

}  // namespace atlas::test
