// Random commands, checked after each: what is selected lives, what is said to be saved is on the
// disk, and undoing everything brings the first content back.
#include <doctest/doctest.h>

#include "app/fixture.hpp"
#include "base/random.hpp"
#include "partnership/delivery.hpp"
#include "partnership/fields.hpp"
#include "partnership/hierarchy.hpp"

namespace atlas {

using test::kSmallFolder;

namespace {

std::size_t pick(Random& random, std::size_t count) {
  return static_cast<std::size_t>(random.below(count));
}

std::vector<RecordId> everything(const Document& document, RecordId below = kRootRecord) {
  std::vector<RecordId> all;
  for (const RecordId child : document.children(below)) {
    all.push_back(child);
    const std::vector<RecordId> more = everything(document, child);
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

// Live records with what is shown of them: what undo must bring back.
std::string content_of(const Document& document) {
  std::string content;
  for (const RecordId id : everything(document)) {
    const Record* record = document.find(id);
    content += std::to_string(id.replica.value) + "/" + std::to_string(id.counter) + " in " +
               std::to_string(record->parent.counter) + "\n";
    const TypeSpec* type = find_type(record->type);
    for (const FieldSpec& field : type->fields) {
      const Value& value = document.get(id, field.number);
      if (!is_unset(value)) {
        content +=
            "  " + std::string(field.key) + ": " + display_text(document, field, value) + "\n";
      }
    }
  }
  return content;
}

app::Command random_edit(const Document& document, RecordId record, Random& random) {
  const std::string text = "Text " + std::to_string(random.below(50));
  switch (random.below(9)) {
    case 0:
      return app::RemoveRecord{record};
    case 1:
      return app::AddAction{record};
    case 2:
      return app::AddObjective{record};
    case 3:
      return app::AddPlan{record};
    case 4:
      return app::MoveAmongSiblings{record, static_cast<int>(random.below(5)) - 2};
    case 5:
      return app::SetField{record, fields::kActionRag,
                           Choice{static_cast<std::uint32_t>(random.below(7))}};
    case 6:
      return app::SetFieldTyped{record, fields::kActionDue, "31/3/20" + text.substr(5)};
    default: {
      const TypeSpec* type = find_type(document.find(record)->type);
      const FieldSpec& field = type->fields[pick(random, type->fields.size())];
      return app::SetFieldTyped{record, field.number, text};
    }
  }
}

app::Command random_command(const app::State& state, Random& random) {
  const std::vector<RecordId> all = everything(state.document);
  const RecordId record = all.empty() ? RecordId{} : all[pick(random, all.size())];
  switch (random.below(18)) {
    case 0:
      return app::SelectRecord{record, random.one_in(2)};
    case 1:
      return app::ShowModel{record};
    case 2:
      return app::ToggleBranch{record};
    case 3:
      return app::CollapseAll{};
    case 4:
      return app::ExpandAll{};
    case 5:
      return app::SearchFor{random.one_in(2) ? "group" : ""};
    case 6:
      return app::ShowPlanOf{record};
    case 7:
      return app::SelectPlanRow{record};
    case 8:
      return app::SaveFile{};
    case 9:
      return app::Undo{};
    case 10:
      return app::Redo{};
    default:
      break;
  }
  return record.is_null() ? app::Command{app::Undo{}} : random_edit(state.document, record, random);
}

void check_selection(const app::State& state) {
  const auto live_or_null = [&](RecordId id) {
    return id.is_null() || state.document.find_live(id) != nullptr;
  };
  CHECK(live_or_null(state.selected));
  CHECK(live_or_null(state.plan.body));
  CHECK((state.plan.row.is_null() || is_delivery_row(state.document, state.plan.row)));
  CHECK(live_or_null(state.plan.edit_name_of));
  CHECK(live_or_null(state.explore.model));
  CHECK(state.explore.model.is_null() == models(state.document).empty());
  for (const RecordId id : state.explore.hits) CHECK(live_or_null(id));
  for (const RecordId id : state.explore.collapsed) CHECK(live_or_null(id));
  CHECK(state.toasts.size() <= 3);
}

void step(headless::Tab& tab, Random& random) {
  tab.app.send(random_command(tab.state(), random));
  tab.clock.advance_ms(static_cast<std::int64_t>(random.below(3'000)));
  tab.app.update();
  if (random.one_in(2)) {
    if (random.one_in(10)) {
      tab.store.fail_flush("Bad luck");
    } else {
      tab.store.finish_flush();
    }
    tab.app.update();
  }
}

void run_commands(std::uint64_t seed, int count) {
  CAPTURE(seed);
  SeededRandom random(seed);
  headless::Disk disk;
  headless::Tab tab(disk, test::small_snapshot(), seed);
  tab.start();
  const std::string original = content_of(tab.state().document);
  for (int i = 0; i < count; ++i) {
    CAPTURE(i);
    step(tab, random);
    check_selection(tab.state());
    if (tab.state().saving.state == app::SaveState::kSaved && random.one_in(8)) {
      CHECK(test::snapshot_on(disk, kSmallFolder) == test::snapshot_of(tab.state().document));
    }
  }
  while (tab.state().undo.can_undo()) {
    tab.run(app::Undo{});
    check_selection(tab.state());
  }
  CHECK(content_of(tab.state().document) == original);
  tab.clock.advance_ms(60'000);
  tab.settle();
  CHECK(tab.state().saving.state == app::SaveState::kSaved);
  CHECK(test::snapshot_on(disk, kSmallFolder) == test::snapshot_of(tab.state().document));
}

}  // namespace

TEST_CASE("two thousand random commands keep every promise") {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) run_commands(seed, 400);
}

}  // namespace atlas
