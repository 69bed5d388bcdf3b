#include "pictures/scenes.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/view_state.hpp"
#include "base/tr.hpp"
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
         while (!screen.tab.state().toasts.empty()) {
           run(screen, app::DismissToast{screen.tab.state().toasts.front().id});
         }
       }},
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
       .open = [](Screen& screen) { run(screen, app::ShowScreen{app::Screen::kShare}); },
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
      dialogue("settings", app::Dialog::kSettings),
      dialogue("keys", app::Dialog::kKeys),
      dialogue("about", app::Dialog::kAbout),
  };
}

}  // namespace

void prepare(Screen& screen) {
  add_actions(screen);
  while (!screen.tab.state().toasts.empty()) {
    run(screen, app::DismissToast{screen.tab.state().toasts.front().id});
  }
}

std::vector<Scene> scenes() {
  std::vector<Scene> all = explore_scenes();
  for (Scene& scene : plan_scenes()) all.push_back(std::move(scene));
  for (Scene& scene : share_scenes()) all.push_back(std::move(scene));
  for (Scene& scene : menu_scenes()) all.push_back(std::move(scene));
  return all;
}

}  // namespace atlas::test
