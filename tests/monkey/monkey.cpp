#include "monkey/monkey.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "app/fixture.hpp"
#include "partnership/delivery.hpp"
#include "partnership/hierarchy.hpp"
#include "semantics/text_dump.hpp"
#include "semantics/tree.hpp"
#include "support/dump.hpp"
#include "support/oracle.hpp"

namespace atlas::test {
namespace {

constexpr std::array kKeys{"Tab",
                           "Tab",
                           "Enter",
                           "Enter",
                           " ",
                           "Escape",
                           "Escape",
                           "ArrowUp",
                           "ArrowDown",
                           "ArrowLeft",
                           "ArrowDown",
                           "ArrowRight",
                           "Home",
                           "End",
                           "PageUp",
                           "PageDown",
                           "Delete",
                           "Backspace",
                           "F2",
                           "F1",
                           "F10",
                           "ContextMenu",
                           "Insert",
                           "a",
                           "z",
                           "k",
                           "s",
                           "o",
                           "y",
                           "0",
                           "7",
                           "+",
                           "-",
                           "/",
                           "?",
                           "é",
                           "😀",
                           "Dead",
                           "Unidentified",
                           ""};

constexpr std::size_t kMostForTheOracle = 400;

bool is_number(const semantics::Rect& r) {
  return std::isfinite(r.x) && std::isfinite(r.y) && std::isfinite(r.width) &&
         std::isfinite(r.height) && r.width >= 0 && r.height >= 0;
}

template <typename List>
const auto& any_of(Random& random, const List& list) {
  return list[static_cast<std::size_t>(random.below(list.size()))];
}

}  // namespace

Monkey::Monkey(Random& random, std::string_view built_in)
    : random_(random), built_in_(built_in), screen_(built_in) {}

float Monkey::between(float low, float high) {
  return low + (high - low) * static_cast<float>(random_.below(10'001)) / 10'000;
}

void Monkey::play(int inputs) {
  const int end = inputs_ + inputs;
  while (inputs_ < end) {
    CAPTURE(inputs_);
    act();
    draw();
    // Now and then nothing happens for a while: animations and tooltips go on.
    if (random_.one_in(12)) draw();
  }
}

void Monkey::act() {
  switch (random_.below(32)) {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4:
    case 5:
      return press();
    case 6:
    case 7:
      return drag();
    case 8:
      return random_.one_in(2) ? pinch() : wheel();
    case 9:
      return wheel();
    case 10:
    case 11:
    case 12:
    case 13:
    case 14:
    case 15:
    case 16:
      return key();
    case 17:
    case 18:
    case 19:
      return mirror();
    case 20:
    case 21:
      return text();
    case 22:
      return random_.one_in(3) ? resize() : random_.one_in(2) ? settings() : key();
    case 23:
      return random_.one_in(4) ? open_file() : mirror();
    case 24:
      return store();
    case 25:
      return time();
    case 26:
      return random_.one_in(4) ? network() : press();
    case 27:
      return random_.one_in(4) ? neighbour() : point();
    case 28:
      return random_.one_in(4) ? undo_and_redo() : key();
    default:
      return point();
  }
}

// Pointer moves share a frame, as on a busy machine; other input has one each.
void Monkey::push(ui::Input input) {
  ++inputs_;
  if (!std::holds_alternative<ui::PointerMoved>(input)) ++waiting_;
  screen_.interface.push(std::move(input));
}

// Until all input is taken in. What still moves then goes on with the next.
void Monkey::draw() {
  for (waiting_ = std::max(waiting_, 1); waiting_ > 0; --waiting_) {
    screen_.last = screen_.interface.frame(screen_.now_ms);
    take_textures();
    ++frames_;
    screen_.now_ms += 16;
    check();
  }
}

void Monkey::check() {
  CAPTURE(frames_);
  check_tree();
  check_state();
  REQUIRE(std::isfinite(screen_.last.next_frame_ms));
  if (screen_.last.text_edit) REQUIRE(is_number(screen_.last.text_edit->rect));
}

void Monkey::check_tree() const {
  const semantics::Tree& tree = screen_.tree();
  const auto problems = semantics::problems_of(tree);
  if (!problems.empty()) FAIL(problems.front().text, "\n", semantics::dump(tree));
  int focused = 0;
  for (const semantics::Node& node : tree.nodes) {
    if (!is_number(node.rect)) FAIL("“", node.name, "” has a rectangle that is none");
    if ((node.states & semantics::kFocused) == 0) continue;
    ++focused;
    if ((node.states & semantics::kFocusable) == 0) FAIL("“", node.name, "” may have no keyboard");
  }
  REQUIRE(focused <= 1);
}

void Monkey::check_state() const {
  const app::State& now = state();
  const auto live_or_null = [&](RecordId id) {
    return id.is_null() || now.document.find_live(id) != nullptr;
  };
  REQUIRE(live_or_null(now.selected));
  REQUIRE(live_or_null(now.plan.body));
  REQUIRE((now.plan.row.is_null() || is_delivery_row(now.document, now.plan.row)));
  REQUIRE(live_or_null(now.plan.edit_name_of));
  REQUIRE(live_or_null(now.explore.model));
  for (const RecordId id : now.explore.hits) REQUIRE(live_or_null(id));
  if (now.screen == app::Screen::kMerge) REQUIRE((now.merge || now.trail.behind.size() > 0));
  REQUIRE(now.looking_back.has_value() == now.present.has_value());
}

const semantics::Node& Monkey::any_node() {
  return any_of(random_, screen_.tree().nodes);
}

// Mostly on something, sometimes anywhere, sometimes beyond the page.
Monkey::Place Monkey::any_place() {
  if (random_.one_in(6)) return {between(-50, width_ + 50), between(-50, height_ + 50)};
  const semantics::Rect& r = any_node().rect;
  return {r.x + between(0, r.width), r.y + between(0, r.height)};
}

ui::PointerKind Monkey::any_pointer() {
  constexpr std::array kKinds{ui::PointerKind::kMouse, ui::PointerKind::kMouse,
                              ui::PointerKind::kMouse, ui::PointerKind::kTouch,
                              ui::PointerKind::kPen};
  return any_of(random_, kKinds);
}

ui::Modifiers Monkey::any_modifiers() {
  return {random_.one_in(5), random_.one_in(5), random_.one_in(8)};
}

void Monkey::point() {
  if (random_.one_in(20)) return push(ui::PointerLeft{});
  const Place to = any_place();
  for (std::uint64_t i = random_.below(6); i > 0; --i) {
    push(ui::PointerMoved{to.x - static_cast<float>(i), to.y, any_pointer()});
  }
  push(ui::PointerMoved{to.x, to.y, any_pointer()});
}

void Monkey::press() {
  const Place at = any_place();
  const ui::PointerKind kind = any_pointer();
  const int button = random_.one_in(8) ? static_cast<int>(random_.below(5)) : 0;
  const ui::Modifiers mods = any_modifiers();
  push(ui::PointerMoved{at.x, at.y, kind});
  push(ui::PointerButton{button, true, at.x, at.y, kind, mods});
  if (random_.one_in(12)) return;  // let go some other time, or never
  push(ui::PointerButton{button, false, at.x, at.y, kind, mods});
}

void Monkey::drag() {
  const Place from = any_place();
  const Place to = any_place();
  const ui::PointerKind kind = any_pointer();
  push(ui::PointerMoved{from.x, from.y, kind});
  push(ui::PointerButton{0, true, from.x, from.y, kind, {}});
  const auto steps = static_cast<int>(random_.below(8)) + 1;
  for (int i = 1; i <= steps; ++i) {
    const float share = static_cast<float>(i) / static_cast<float>(steps);
    push(
        ui::PointerMoved{from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share, kind});
    if (random_.one_in(3)) draw();
  }
  if (random_.one_in(8)) return push(ui::PointerLeft{});
  push(ui::PointerButton{0, false, to.x, to.y, kind, {}});
}

void Monkey::wheel() {
  const Place at = any_place();
  const float far = random_.one_in(10) ? 20'000.0F : 300.0F;
  push(ui::Wheel{between(-far, far) / 4, between(-far, far), at.x, at.y, any_modifiers()});
}

void Monkey::key() {
  const ui::KeyPressed pressed{any_of(random_, kKeys), any_modifiers(), random_.one_in(10)};
  static_cast<void>(screen_.interface.wants_key(pressed));
  push(pressed);
}

void Monkey::mirror() {
  constexpr std::array kVerbs{ui::MirrorVerb::kClick,    ui::MirrorVerb::kClick,
                              ui::MirrorVerb::kClick,    ui::MirrorVerb::kFocus,
                              ui::MirrorVerb::kSetValue, ui::MirrorVerb::kExpand,
                              ui::MirrorVerb::kMenu,     ui::MirrorVerb::kCollapse};
  const semantics::NodeId node =
      random_.one_in(30) ? semantics::NodeId{random_.next()} : any_node().id;
  push(ui::MirrorAction{node, any_of(random_, kVerbs), odd_text()});
}

std::string Monkey::odd_text() {
  static const std::array<std::string, 22> kTexts{
      "",
      " ",
      "Community Safety Manager",
      "31 March 2027",
      "31/2/2027",
      "29 February 2028",
      "-0",
      "12.50",
      "£1,250,000.00",
      "1e999",
      "100 %",
      "group",
      std::string(3000, 'w'),
      std::string("a\0b", 3),
      "two\nlines\r\nand a third",
      "\t",
      "“quoted” – dashed… ½",
      "مجلس الشراكة",
      "👩‍👩‍👧 family 🎉",
      "e\xCC\x81\xCC\x81\xCC\x81",
      "\xFF\xFE broken \xC3",
      "<script>alert(1)</script>",
  };
  return any_of(random_, kTexts);
}

void Monkey::text() {
  constexpr std::array kHows{ui::CommitHow::kEnter, ui::CommitHow::kTab, ui::CommitHow::kShiftTab,
                             ui::CommitHow::kBlur};
  switch (random_.below(6)) {
    case 0:
      return push(ui::TextEdited{odd_text()});
    case 1:
      return push(ui::TextCancelled{});
    case 2:
      if (random_.one_in(3)) return push(ui::CutRequested{});
      return push(ui::TextPasted{odd_text()});
    default:
      return push(ui::TextCommitted{odd_text(), any_of(random_, kHows)});
  }
}

void Monkey::resize() {
  constexpr std::array<float, 8> kWidths{1, 200, 320, 390, 640, 820, 1366, 2560};
  constexpr std::array<float, 7> kHeights{1, 180, 256, 480, 768, 844, 1440};
  constexpr std::array<float, 6> kDensities{0.5F, 1, 1.25F, 1.5F, 2, 3};
  width_ = any_of(random_, kWidths);
  height_ = any_of(random_, kHeights);
  if (random_.one_in(3)) push(ui::PageCovered{between(0, height_)});
  push(ui::Resized{width_, height_, any_of(random_, kDensities)});
}

void Monkey::settings() {
  ++inputs_;
  app::Settings settings;
  settings.theme = static_cast<app::ThemeChoice>(random_.below(4));
  settings.text_percent = any_of(random_, app::kTextSizes);
  settings.spacing = static_cast<app::Spacing>(random_.below(2));
  settings.motion = static_cast<app::Motion>(random_.below(3));
  settings.single_keys = random_.one_in(2);
  settings.details_width = between(-100, 3000);
  settings.sheet_share = between(-1, 2);
  screen_.tab.app.send(app::ChangeSettings{settings});
}

// Two fingers at once, each doing as it likes.
void Monkey::pinch() {
  for (int finger = 0; finger < 2; ++finger) {
    const Place at = any_place();
    push(ui::PointerButton{0, true, at.x, at.y, ui::PointerKind::kTouch, {}, finger});
  }
  for (std::uint64_t i = random_.below(6); i > 0; --i) {
    const Place to = any_place();
    push(ui::PointerMoved{to.x, to.y, ui::PointerKind::kTouch, static_cast<int>(i % 2)});
    if (random_.one_in(2)) draw();
  }
  for (int finger = 0; finger < 2; ++finger) {
    if (random_.one_in(6)) {
      push(ui::PointerCancelled{finger});
      continue;
    }
    const Place at = any_place();
    push(ui::PointerButton{0, false, at.x, at.y, ui::PointerKind::kTouch, {}, finger});
  }
}

void Monkey::open_file() {
  ++inputs_;
  headless::Files& files = screen_.tab.files;
  std::string good = random_.one_in(2) ? built_in_ : small_snapshot();
  if (!files.saved().empty() && random_.one_in(2)) good = files.saved().back().bytes;
  switch (random_.below(4)) {
    case 0:
      return files.open("torn.atlas", good.substr(0, random_.below(good.size())));
    case 1:
      good[random_.below(good.size())] ^= static_cast<char>(1U << random_.below(8));
      return files.open("scratched.atlas", std::move(good));
    case 2:
      return files.open("holiday.jpg", odd_text());
    default:
      return files.open("good.atlas", std::move(good));
  }
}

// Answers of the disk: in time, late, or bad news.
void Monkey::store() {
  ++inputs_;
  headless::Store& disk = screen_.tab.store;
  switch (random_.below(10)) {
    case 0:
      disk.fail_flush("The disk said no.");
      return;
    case 1:
      return disk.refuse("The disk is full.");
    case 2:
    case 3:
      return disk.refuse("");
    default:
      for (std::uint64_t i = random_.below(4); i > 0; --i) {
        static_cast<void>(disk.finish_flush());
      }
  }
}

void Monkey::time() {
  ++inputs_;
  constexpr std::array<double, 8> kJumps{1, 100, 500, 6000, 90'000, -5000, -1e6, 1e9};
  const double jump = any_of(random_, kJumps);
  screen_.now_ms += jump;
  if (random_.one_in(2)) screen_.tab.clock.advance_ms(static_cast<std::int64_t>(jump));
}

void Monkey::network() {
  ++inputs_;
  screen_.tab.app.tell(app::NetworkChanged{random_.one_in(2), random_.one_in(2)});
}

// Another tab of the same browser works on the same workspace.
void Monkey::neighbour() {
  ++inputs_;
  if (neighbour_ != nullptr && random_.one_in(6)) return neighbour_.reset();
  if (neighbour_ == nullptr) {
    neighbour_ = std::make_unique<headless::Tab>(screen_.disk, built_in_, random_.next());
    neighbour_->start();
  }
  const Document& document = neighbour_->state().document;
  const std::vector<RecordId> plans = document.records_of(RecordType::kPlan);
  if (plans.empty()) return neighbour_->run(app::Undo{});
  const RecordId plan = any_of(random_, plans);
  switch (random_.below(4)) {
    case 0:
      return neighbour_->run(app::AddObjective{plan});
    case 1:
      return neighbour_->run(app::RemoveRecord{plan});
    case 2:
      return neighbour_->run(app::Undo{});
    default:
      return neighbour_->run(app::AddAction{plan});
  }
}

// Undo and then redo is nothing. An undo that found nothing to do offers nothing to redo.
void Monkey::undo_and_redo() {
  ++inputs_;
  if (screen_.tab.app.pending()) return;
  const std::string before = dump_live(state().document);
  const std::uint64_t generation = state().generation;
  if (!state().undo.can_undo()) return;
  screen_.tab.app.send(app::Undo{});
  screen_.tab.app.update();
  if (dump_live(state().document) == before || !state().undo.can_redo()) return;
  screen_.tab.app.send(app::Redo{});
  screen_.tab.app.update();
  if (state().generation != generation) return;
  REQUIRE(dump_live(state().document) == before);
}

void Monkey::rest() {
  screen_.tab.store.refuse("");
  push(ui::PointerButton{0, false, 0, 0, ui::PointerKind::kMouse, {}});
  push(ui::PointerButton{1, false, 0, 0, ui::PointerKind::kMouse, {}});
  push(ui::PointerButton{2, false, 0, 0, ui::PointerKind::kMouse, {}});
  push(ui::PointerLeft{});
  screen_.settle();
  screen_.tab.clock.advance_ms(60'000);
  screen_.tab.settle();
  check();
  const Document& document = state().document;
  std::vector<Change> changes;
  for (const Change* change : document.changes()) changes.push_back(*change);
  std::size_t operations = 0;
  for (const Change& change : changes) operations += change.operations.size();
  // The oracle's time grows with the square of them.
  if (operations < kMostForTheOracle) {
    REQUIRE(dump(document) == Oracle(std::move(changes)).dump());
  }
  if (state().saving.state == app::SaveState::kSaved) {
    REQUIRE(snapshot_on(screen_.disk, state().folder) == snapshot_of(document));
  }
}

}  // namespace atlas::test
