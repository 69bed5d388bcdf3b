#include "pictures/scenes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>

#include "app/view_state.hpp"
#include "base/tr.hpp"
#include "document/transaction.hpp"
#include "io/snapshot.hpp"
#include "partnership/delivery.hpp"
#include "partnership/fields.hpp"
#include "partnership/hierarchy.hpp"
#include "partnership/sources.hpp"
#include "support/small_workspace.hpp"

namespace atlas::test {
namespace {

using semantics::Role;

const Document& document_of(const Screen& screen) {
  return screen.tab.state().document;
}

void run(Screen& screen, app::Command command) {
  screen.tab.app.send(std::move(command));
  screen.settle();
}

RecordId largest_model(const Document& document) {
  const std::vector<RecordId> all = models(document);
  REQUIRE_FALSE(all.empty());
  return *std::max_element(all.begin(), all.end(), [&](RecordId a, RecordId b) {
    return bodies_below(document, a).size() < bodies_below(document, b).size();
  });
}

void explore(Screen& screen, RecordId model) {
  screen.tab.app.send(app::ShowScreen{app::Screen::kExplore});
  screen.tab.app.send(app::SelectRecord{});
  screen.tab.app.send(app::ShowModel{model});
  run(screen, app::ShowAllLines{false});
}

// The body with the most text in its card and details.
RecordId fullest_body(const Document& document, RecordId model) {
  RecordId best;
  std::size_t most = 0;
  for (const RecordId body : bodies_below(document, model)) {
    const std::size_t now = document.referrers(body).size() + title_of(document, body).size();
    if (now < most) continue;
    most = now;
    best = body;
  }
  return best;
}

void explore_cards(Screen& screen) {
  const RecordId model = largest_model(document_of(screen));
  explore(screen, model);
  run(screen, app::SelectRecord{fullest_body(document_of(screen), model), true});
}

// The body whose plans have most rows.
RecordId busiest_body(const Document& document) {
  RecordId best;
  std::size_t most = 0;
  for (const RecordId plan : document.records_of(RecordType::kPlan)) {
    const std::size_t rows = delivery_rows(document, plan).size();
    if (rows < most) continue;
    most = rows;
    best = document.find(plan)->parent;
  }
  return best;
}

// The built-in plans end with their objectives: actions of every status and RAG go below the first.
void add_actions(Screen& screen) {
  const Document& document = document_of(screen);
  const RecordId plan = plans_of(document, busiest_body(document)).front();
  const RecordId objective = delivery_rows(document, plan).front().record;
  for (std::uint32_t i = 1; i <= 6; ++i) {
    run(screen, app::AddAction{objective});
    const RecordId action = screen.tab.state().plan.row;
    const auto set = [&](FieldNumber field, Value value) {
      run(screen, app::SetField{action, field, std::move(value)});
    };
    set(fields::kActionName,
        "Agree with the neighbourhood policing team who calls whom, number " + std::to_string(i));
    set(fields::kActionOwner, std::string("Community Safety Manager"));
    run(screen, app::SetFieldTyped{action, fields::kActionDue, "31 March 2027"});
    set(fields::kActionStatus, Choice{i});
    set(fields::kActionRag, Choice{std::min<std::uint32_t>(i, 5)});
    if (i != 2) set(fields::kActionRagReason, std::string("Waits for the county's answer"));
    run(screen, app::NameEditStarted{});
  }
}

void plan(Screen& screen) {
  screen.tab.app.send(app::SelectRecord{});
  run(screen, app::ShowPlanOf{busiest_body(document_of(screen))});
}

// The first action of the plan that is shown.
RecordId first_action(const Screen& screen) {
  const Document& document = document_of(screen);
  for (const RecordId plan : plans_of(document, app::shown_plan_body(screen.tab.state()))) {
    for (const DeliveryRow& row : delivery_rows(document, plan)) {
      if (row.type == RecordType::kAction) return row.record;
    }
  }
  FAIL("the plan has no action");
  return {};
}

// The workspace with some changes by somebody else, as a file. The replica must not have been used.
std::string colleagues_copy(Screen& screen, std::uint64_t replica, const std::string& note) {
  plan(screen);
  const RecordId action = first_action(screen);
  const Document& here = document_of(screen);
  Document copy(here.workspace(), ReplicaId{replica});
  std::vector<Change> changes;
  for (const Change* change : here.changes()) changes.push_back(*change);
  REQUIRE(copy.integrate(std::move(changes)).ok());
  Transaction transaction(copy, "Bring the plan up to date", {1'795'344'120'000, "Colleague"});
  REQUIRE(transaction.set(action, fields::kActionOwner, std::string("Head of Policy")).ok());
  REQUIRE(transaction.set(action, fields::kNote, note).ok());
  const RecordId made = transaction.create(RecordType::kAction, here.find(action)->parent);
  REQUIRE(transaction.set(made, fields::kActionName, std::string("Meet the wards")).ok());
  REQUIRE(transaction.commit().ok());
  return io::write_snapshot(copy).value();
}

void dismiss_toasts(Screen& screen) {
  while (!screen.tab.state().toasts.empty()) {
    run(screen, app::DismissToast{screen.tab.state().toasts.front().id});
  }
}

// A colleague's changes, one of which clashes with an own.
void bring_in_colleagues_changes(Screen& screen) {
  const std::string theirs = colleagues_copy(screen, 0xC0111, "Agreed in October.");
  run(screen, app::SetFieldTyped{first_action(screen), fields::kActionOwner, "Mine"});
  screen.tab.files.open("from-a-colleague.atlas", theirs);
  screen.settle();
  run(screen, app::DecideMerge{app::MergeChoice::kApply});
  REQUIRE(document_of(screen).clashes().size() == 1);
}

// Beside the one that is open another, and two that were deleted.
void add_workspaces(Screen& screen) {
  const std::string here = screen.tab.state().folder;
  for (int i = 0; i < 3; ++i) run(screen, app::DuplicateWorkspace{here});
  for (int i = 0; i < 2; ++i) {
    const auto& all = screen.tab.state().workspaces;
    const auto other = std::find_if(all.begin(), all.end(),
                                    [&](const auto& entry) { return entry.folder != here; });
    REQUIRE(other != all.end());
    run(screen, app::DeleteWorkspace{std::string(other->folder)});
  }
  REQUIRE(screen.tab.state().deleted_workspaces.size() == 2);
}

void plan_with_details(Screen& screen) {
  plan(screen);
  const RecordId action = first_action(screen);
  screen.tab.app.send(app::SelectPlanRow{action});
  run(screen, app::SelectRecord{action});
  // A sheet over a narrow page was put away when the screen changed.
  if (!screen.tab.state().details_open) run(screen, app::ToggleDetails{});
}

// The paper with the most records.
const Source& fullest(const std::vector<Source>& sources) {
  REQUIRE_FALSE(sources.empty());
  return *std::max_element(sources.begin(), sources.end(),
                           [](const Source& a, const Source& b) { return a.records < b.records; });
}

Scene dialogue(std::string name, app::Dialog dialog) {
  return {std::move(name),
          [dialog](Screen& screen) {
            run(screen, app::ShowScreen{app::Screen::kShare});
            run(screen, app::ShowDialog{dialog});
          },
          [](Screen& screen) { run(screen, app::CloseDialog{}); }, Role::kDialog};
}

void close_popup(Screen& screen) {
  screen.press_key("Escape");
}

// The menu of the first node of a role, as the secondary button or a long press opens it.
void open_menu_of(Screen& screen, const semantics::Node& node) {
  screen.interface.push(ui::MirrorAction{node.id, ui::MirrorVerb::kMenu, {}});
  screen.settle();
}

std::vector<Scene> menu_scenes() {
  return {
      {"card-menu",
       [](Screen& screen) {
         explore(screen, largest_model(document_of(screen)));
         for (const semantics::Node& node : screen.tree().nodes) {
           if (node.role != Role::kTreeItem) continue;
           open_menu_of(screen, node);
           return;
         }
       },
       close_popup},
      {"workspace-menu",
       [](Screen& screen) {
         run(screen, app::ShowScreen{app::Screen::kShare});
         screen.activate(Role::kButton, workspace_name(document_of(screen)));
       },
       close_popup},
      {"help-menu",
       [](Screen& screen) {
         run(screen, app::ShowScreen{app::Screen::kShare});
         const bool whole = screen.has(Role::kButton, tr(Text::kGroupHelp));
         screen.activate(Role::kButton, tr(whole ? Text::kGroupHelp : Text::kRailMore));
       },
       close_popup},
      {"calendar",
       [](Screen& screen) {
         plan_with_details(screen);
         screen.activate(Role::kButton, tr(Text::kCalendarChoose));
       },
       close_popup},
      {"long-text",
       [](Screen& screen) {
         plan_with_details(screen);
         const std::string_view panel = tr(Text::kDetails);
         screen.interface.push(ui::MirrorAction{
             screen.node_in(Role::kComplementary, panel, Role::kTextbox, tr(Text::kColumnNote)).id,
             ui::MirrorVerb::kClick,
             {}});
         screen.settle();
       },
       [](Screen& screen) {
         screen.interface.push(ui::TextCancelled{});
         screen.settle();
       }},
  };
}

Scene search(std::string name, const std::string& words) {
  return {std::move(name),
          [words](Screen& screen) {
            explore(screen, largest_model(document_of(screen)));
            screen.press_key("k", {.ctrl = true});
            screen.interface.push(ui::TextEdited{words});
            screen.settle();
          },
          [](Screen& screen) { screen.press_key("Escape"); }};
}

// At the beginning, on the screen that is shown.
void look_back(Screen& screen) {
  const app::Screen shown = screen.tab.state().screen;
  run(screen, app::LookBackTo{document_of(screen).changes().front()->last_id()});
  run(screen, app::ShowScreen{shown});
  REQUIRE(screen.tab.state().looking_back);
}

void return_to_now(Screen& screen) {
  run(screen, app::ReturnToNow{});
  dismiss_toasts(screen);
}

// A deleted workspace as it stands on Share.
std::string deleted_name(const Screen& screen) {
  const app::WorkspaceEntry& entry = screen.tab.state().deleted_workspaces.front();
  return entry.label.empty() ? entry.name : tr(Text::kDotted, {entry.name, entry.label});
}

std::vector<Scene> explore_scenes() {
  return {
      {"explore-opening",
       [](Screen& screen) { explore(screen, models(document_of(screen)).front()); }},
      {"explore-far",
       [](Screen& screen) {
         explore(screen, largest_model(document_of(screen)));
         run(screen, app::FitModel{});
       }},
      {"explore-names",
       [](Screen& screen) {
         explore(screen, models(document_of(screen)).back());
         run(screen, app::FitModel{});
       }},
      {.name = "explore-cards", .open = explore_cards, .scrolls = Role::kComplementary},
      {"explore-lines",
       [](Screen& screen) {
         explore_cards(screen);
         run(screen, app::ShowAllLines{true});
       },
       [](Screen& screen) { run(screen, app::ShowAllLines{false}); }},
      {"lines-menu",
       [](Screen& screen) {
         explore(screen, largest_model(document_of(screen)));
         screen.activate(Role::kButton, tr(Text::kExploreLines));
       },
       [](Screen& screen) { screen.press_key("Escape"); }},
      search("search-results", "group"),
      search("search-nothing", "no such body anywhere"),
  };
}

std::vector<Scene> plan_scenes() {
  return {
      {.name = "plan", .open = plan, .scrolls = Role::kMain},
      {.name = "plan-details", .open = plan_with_details, .scrolls = Role::kComplementary},
      {"plan-none",
       [](Screen& screen) {
         const Document& document = document_of(screen);
         for (const RecordId body : bodies_below(document, largest_model(document))) {
           if (plans_of(document, body).empty()) {
             run(screen, app::ShowPlanOf{body});
             return;
           }
         }
       }},
      {"plan-choices",
       [](Screen& screen) {
         plan(screen);
         screen.activate(Role::kCombobox, tr(Text::kColumnStatus));
       },
       [](Screen& screen) { screen.press_key("Escape"); }},
      {"field-error",
       [](Screen& screen) {
         plan_with_details(screen);
         run(screen, app::SetFieldTyped{first_action(screen), fields::kActionDue, "next spring"});
       },
       [](Screen& screen) { run(screen, app::ForgetFieldError{}); }},
      {"toast",
       [](Screen& screen) {
         plan(screen);
         run(screen, app::RemoveRecord{first_action(screen)});
       },
       [](Screen& screen) {
         run(screen, app::Undo{});
         dismiss_toasts(screen);
       }},
  };
}

// Of what people do together: files that came in, clashes, the past.
std::vector<Scene> together_scenes() {
  const auto theirs = std::make_shared<std::string>();
  return {
      // Of another workspace: its models can be chosen.
      {.name = "opened-file",
       .open =
           [](Screen& screen) {
             screen.tab.files.open("other-workspace.atlas", small_snapshot());
             screen.settle();
           },
       .leave = [](Screen& screen) { run(screen, app::DecideMerge{app::MergeChoice::kCancel}); },
       .scrolls = Role::kMain},
      {.name = "merge",
       .open =
           [theirs](Screen& screen) {
             if (theirs->empty()) {
               *theirs = colleagues_copy(screen, 0xC0112, "Agreed in November.");
               const std::string mine = std::to_string(document_of(screen).changes().size());
               run(screen, app::SetFieldTyped{first_action(screen), fields::kNote, mine});
             }
             screen.tab.files.open("from-a-colleague.atlas", *theirs);
             screen.tab.files.open("damaged.atlas", "not an atlas file at all");
             screen.settle();
             REQUIRE(screen.tab.state().screen == app::Screen::kMerge);
             REQUIRE(screen.tab.state().merge->preview.clashes.size() == 1);
           },
       .leave = [](Screen& screen) { run(screen, app::DecideMerge{app::MergeChoice::kCancel}); },
       .scrolls = Role::kMain},
      {.name = "clashes",
       .open = [](Screen& screen) { run(screen, app::ShowScreen{app::Screen::kClashes}); },
       .scrolls = Role::kMain},
      {"clashes-none",
       [](Screen& screen) {
         run(screen, app::SetMergeAside{screen.tab.state().merges.back().id});
         dismiss_toasts(screen);
         run(screen, app::ShowScreen{app::Screen::kClashes});
         REQUIRE(document_of(screen).clashes().empty());
       },
       [](Screen& screen) {
         run(screen, app::BringMergeBack{screen.tab.state().merges.back().id});
         dismiss_toasts(screen);
         REQUIRE(document_of(screen).clashes().size() == 1);
       }},
      {.name = "history",
       .open =
           [](Screen& screen) {
             run(screen, app::AddRestorePoint{"Before the away day"});
             const auto changes = document_of(screen).changes();
             run(screen, app::ShowHistory{{{}, {}, changes.back()->last_id()}});
             dismiss_toasts(screen);
           },
       .leave =
           [](Screen& screen) {
             run(screen, app::Undo{});
             dismiss_toasts(screen);
           },
       .scrolls = Role::kMain},
      {"looking-back",
       [](Screen& screen) {
         explore(screen, models(document_of(screen)).front());
         look_back(screen);
       },
       return_to_now},
      {.name = "looking-back-details",
       .open =
           [](Screen& screen) {
             explore_cards(screen);
             look_back(screen);
             if (!screen.tab.state().details_open) run(screen, app::ToggleDetails{});
           },
       .leave = return_to_now,
       .scrolls = Role::kComplementary},
  };
}

std::vector<Scene> share_scenes() {
  return {
      {.name = "home",
       .open =
           [](Screen& screen) {
             run(screen, app::SelectRecord{});
             run(screen, app::ShowScreen{app::Screen::kHome});
           },
       .scrolls = Role::kMain},
      {.name = "gallery",
       .open = [](Screen& screen) { run(screen, app::ShowScreen{app::Screen::kGallery}); },
       .scrolls = Role::kMain},
      {"commands",
       [](Screen& screen) {
         run(screen, app::ShowScreen{app::Screen::kHome});
         screen.press_key("k", {.ctrl = true});
       },
       [](Screen& screen) { screen.press_key("Escape"); }},
      {.name = "share",
       .open =
           [](Screen& screen) {
             run(screen, app::ShowScreen{app::Screen::kShare});
             // One of the deleted workspaces asks whether a person is sure.
             const std::string sure = tr(Text::kShareRemoveSureNamed, {deleted_name(screen)});
             if (screen.has(Role::kButton, sure)) return;
             screen.activate(Role::kButton, tr(Text::kShareRemoveNamed, {deleted_name(screen)}));
             REQUIRE(screen.has(Role::kButton, sure));
           },
       .scrolls = Role::kMain},
      {.name = "sources",
       .open = [](Screen& screen) { run(screen, app::ShowSources{}); },
       .scrolls = Role::kMain},
      // A long list is like a short one, only longer.
      {.name = "sources-place",
       .open =
           [](Screen& screen) {
             const std::vector<Source> sources = sources_of(document_of(screen));
             const Source& source = fullest(sources);
             const auto place = std::find_if(
                 source.places.begin(), source.places.end(), [](const SourcePlace& each) {
                   return each.records.size() >= 5 && each.records.size() <= 8;
                 });
             REQUIRE(place != source.places.end());
             run(screen, app::ShowSources{{source.paper, place->name, false}});
           },
       .scrolls = Role::kMain},
      {"sources-disagree",
       [](Screen& screen) {
         run(screen, app::ShowSources{{{}, {}, true}});
       }},
      {"refused-file",
       [](Screen& screen) {
         run(screen, app::ShowScreen{app::Screen::kShare});
         screen.tab.files.open("holiday.jpg", "not an atlas file at all");
         screen.settle();
       },
       [](Screen& screen) { run(screen, app::DismissError{}); }},
      dialogue("together", app::Dialog::kTogether),
      {.name = "erase",
       .open =
           [](Screen& screen) {
             plan(screen);
             run(screen, app::ShowErase{first_action(screen)});
             REQUIRE(screen.tab.state().erase->places.size() > 3);
             run(screen, app::ChooseToErase{0, true});
           },
       .leave = [](Screen& screen) { run(screen, app::CloseDialog{}); },
       .scrolls = Role::kDialog},
      dialogue("settings", app::Dialog::kSettings),
      dialogue("keys", app::Dialog::kKeys),
      dialogue("about", app::Dialog::kAbout),
  };
}

}  // namespace

void prepare(Screen& screen) {
  add_actions(screen);
  bring_in_colleagues_changes(screen);
  add_workspaces(screen);
  dismiss_toasts(screen);
}

std::vector<Scene> scenes() {
  std::vector<Scene> all = explore_scenes();
  for (Scene& scene : plan_scenes()) all.push_back(std::move(scene));
  for (Scene& scene : share_scenes()) all.push_back(std::move(scene));
  for (Scene& scene : together_scenes()) all.push_back(std::move(scene));
  for (Scene& scene : menu_scenes()) all.push_back(std::move(scene));
  return all;
}

}  // namespace atlas::test
