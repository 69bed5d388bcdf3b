#include <doctest/doctest.h>

#include "app/fixture.hpp"
#include "partnership/fields.hpp"

namespace atlas {

using test::SmallTab;

namespace {

std::size_t change_count(const SmallTab& tab) {
  return tab.state().document.changes().size();
}

const Change& last_change(const SmallTab& tab) {
  return *tab.state().document.changes().back();
}

}  // namespace

TEST_CASE("a typed field becomes one change with a message in words") {
  SmallTab tab;
  tab.run(app::SetAuthor{"  Officer "});
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionDue, "31/3/2010"});
  CHECK(tab.state().document.get(tab.small.open, fields::kActionDue) ==
        Value(from_civil({2010, 3, 31})));
  CHECK(last_change(tab).message == "Change due date of “Open action”");
  CHECK(last_change(tab).author == "Officer");
  CHECK(last_change(tab).time_ms == tab.tab.clock.wall_ms());
  tab.run(app::SetField{tab.small.open, fields::kActionRag, Choice{2}});
  CHECK(last_change(tab).message == "Change RAG of “Open action”");
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionName, "Opened action"});
  CHECK(last_change(tab).message == "Reword “Open action”");
  tab.run(app::SetFieldTyped{tab.small.health, fields::kBodyName, "Wellbeing Group"});
  CHECK(last_change(tab).message == "Rename “Health Group”");
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionName, std::string(200, 'x')});
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Somebody"});
  CHECK(last_change(tab).message.size() < 120);
}

TEST_CASE("setting what is there already changes nothing") {
  SmallTab tab;
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Somebody"});
  const std::size_t count = change_count(tab);
  const std::size_t flushes = tab.disk.flushes;
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Somebody"});
  tab.run(app::SetField{tab.small.late, fields::kActionStatus, Choice{1}});
  CHECK(change_count(tab) == count);
  CHECK(tab.disk.flushes == flushes);
}

TEST_CASE("a refused text is kept with the reason until it is right or forgotten") {
  SmallTab tab;
  const std::size_t count = change_count(tab);
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionDue, "the 31st of Juvember"});
  REQUIRE(tab.state().field_error);
  CHECK(tab.state().field_error->record == tab.small.open);
  CHECK(tab.state().field_error->field == fields::kActionDue);
  CHECK(tab.state().field_error->typed == "the 31st of Juvember");
  CHECK_FALSE(tab.state().field_error->error.happened.empty());
  CHECK(change_count(tab) == count);
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Somebody"});
  CHECK(tab.state().field_error);
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionDue, "31 March 2010"});
  CHECK_FALSE(tab.state().field_error);
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionPercent, "-5"});
  CHECK(tab.state().field_error);
  tab.run(app::ForgetFieldError{});
  CHECK_FALSE(tab.state().field_error);
}

TEST_CASE("a required name cannot be emptied") {
  SmallTab tab;
  tab.run(app::SetFieldTyped{tab.small.health, fields::kBodyName, ""});
  CHECK(tab.state().field_error);
  CHECK(tab.text(tab.small.health, fields::kBodyName) == "Health Group");
}

TEST_CASE("a value of the wrong kind, an unknown field or a removed record is refused") {
  SmallTab tab;
  const std::size_t count = change_count(tab);
  tab.run(app::SetField{tab.small.open, fields::kActionStatus, Choice{99}});
  CHECK(tab.state().field_error);
  tab.run(app::ForgetFieldError{});
  tab.run(app::SetField{tab.small.open, FieldNumber{999}, Choice{1}});
  CHECK(tab.state().field_error);
  CHECK(change_count(tab) == count);
  tab.run(app::RemoveRecord{tab.small.open});
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Typed meanwhile"});
  REQUIRE(tab.state().field_error);
  CHECK(tab.state().field_error->typed == "Typed meanwhile");
}

TEST_CASE("text beyond the built-in font stays as typed") {
  SmallTab tab;
  const std::string text = "£20 – café, Dŵr, 🙂, שלום";
  tab.run(app::SetFieldTyped{tab.small.open, fields::kNote, text});
  CHECK(tab.text(tab.small.open, fields::kNote) == text);
}

TEST_CASE("undo and redo say what they did") {
  SmallTab tab;
  tab.run(app::Undo{});
  tab.run(app::Redo{});
  CHECK(tab.state().toasts.empty());
  tab.run(app::SetField{tab.small.late, fields::kActionStatus, Choice{3}});
  tab.run(app::Undo{});
  CHECK(tab.state().document.get(tab.small.late, fields::kActionStatus) == Value(Choice{1}));
  REQUIRE_FALSE(tab.state().toasts.empty());
  CHECK(tab.state().toasts.back().text == "Undone: Change status of “Late action”");
  CHECK(tab.state().undo.can_redo());
  tab.run(app::Redo{});
  CHECK(tab.state().document.get(tab.small.late, fields::kActionStatus) == Value(Choice{3}));
  CHECK(tab.state().toasts.back().text == "Redone: Change status of “Late action”");
  CHECK(tab.state().saving.state == app::SaveState::kSaved);
  CHECK(test::snapshot_on(tab.disk, test::kSmallFolder) == test::snapshot_of(tab.state().document));
}

TEST_CASE("the author is kept on the device") {
  headless::Disk disk;
  {
    headless::Tab tab(disk, test::small_snapshot());
    tab.start();
    tab.run(app::SetAuthor{"Ann"});
  }
  headless::Tab tab(disk, test::small_snapshot());
  tab.start();
  CHECK(tab.state().author == "Ann");
}

}  // namespace atlas
