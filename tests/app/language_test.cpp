// What the application says, in the pseudo-language: nothing escaped the table of words.
#include <doctest/doctest.h>

#include "app/actions.hpp"
#include "app/fixture.hpp"
#include "io/refusal.hpp"
#include "partnership/fields.hpp"
#include "partnership/lines.hpp"
#include "support/pseudo.hpp"

namespace atlas {

using app::ActionId;
using test::SmallTab;

namespace {

bool is_said(std::string_view text) {
  return text.starts_with('[') && text.ends_with(']') && text.find('{') == std::string_view::npos;
}

void check_sentences(const Error& error) {
  CAPTURE(error.sentence());
  CHECK(is_said(error.happened));
  CHECK(is_said(error.kept));
  CHECK(is_said(error.next));
}

std::string last_message(const SmallTab& tab) {
  return tab.state().document.changes().back()->message;
}

}  // namespace

TEST_CASE("actions, their keys and their groups are said in the language") {
  const PseudoLanguage pseudo;
  for (const app::ActionSpec& spec : app::actions()) {
    CAPTURE(spec.text());
    CHECK(is_said(spec.text()));
    CHECK((spec.name().empty() || is_said(spec.name())));
    CHECK(is_said(app::group_name(spec.group)));
  }
  CHECK(app::action(ActionId::kUndo).keys() == "[Çţŕľ+Z Çţ]");
}

TEST_CASE("every refusal of a file is three sentences in the language") {
  const PseudoLanguage pseudo;
  for (int kind = 0; kind <= static_cast<int>(io::RefusalKind::kNoMemory); ++kind) {
    check_sentences(io::refusal(static_cast<io::RefusalKind>(kind)));
  }
}

TEST_CASE("lines are said in the language, also of a kind from a newer version") {
  const PseudoLanguage pseudo;
  for (std::uint32_t kind = 1; kind < 12; ++kind) {
    CHECK(is_said(line_words(kind, LineDirection::kForward)));
    CHECK(is_said(line_words(kind, LineDirection::kBackward)));
  }
}

TEST_CASE("changes, toasts and refusals are said in the language") {
  const PseudoLanguage pseudo;
  SmallTab tab;
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionDue, "soon"});
  REQUIRE(tab.state().field_error.has_value());
  check_sentences(tab.state().field_error->error);
  CHECK(tab.state().field_error->typed == "soon");

  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionDue, "31 March 2009"});
  CHECK_FALSE(tab.state().field_error.has_value());
  CHECK(is_said(last_message(tab)));

  tab.run(app::AddAction{tab.small.first});
  CHECK(is_said(last_message(tab)));
  CHECK(is_said(title_of(tab.state().document, tab.state().plan.row)));

  tab.run(app::MoveAmongSiblings{tab.small.open, 1});
  CHECK(is_said(last_message(tab)));

  tab.run(app::RemoveRecord{tab.small.open});
  CHECK(is_said(last_message(tab)));
  CHECK(is_said(tab.state().toasts.back().text));
  CHECK(tab.state().toasts.back().text.find("Open action") != std::string::npos);

  tab.run(app::Undo{});
  CHECK(is_said(last_message(tab)));
  CHECK(is_said(tab.state().toasts.back().text));

  tab.run(app::RemoveRecord{tab.small.open});
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionDue, "1 April 2009"});
  REQUIRE(tab.state().field_error.has_value());
  check_sentences(tab.state().field_error->error);
}

}  // namespace atlas
