#include "app/app.hpp"

#include <algorithm>
#include <deque>
#include <utility>
#include <variant>

#include "app/compaction.hpp"
#include "app/context.hpp"
#include "app/update.hpp"
#include "app/view_state.hpp"
#include "app/workspaces.hpp"
#include "base/tr.hpp"

namespace atlas::app {
namespace {

// Of work that takes longer than a frame, done in one update. What follows input takes up to four
// updates a frame.
constexpr std::int64_t kPortionMs = 8;

constexpr std::int64_t kQuietMs = 300;

bool is_working(const Context& context) {
  return context.loading || context.going_back || (context.merge && !context.state.merge->ready) ||
         is_packing_copy(context);
}

// Told before the store is there, these wait for it.
bool can_wait(const Event& event) {
  return std::holds_alternative<FilesArrived>(event) || std::holds_alternative<FileOpened>(event);
}

}  // namespace

struct App::Self {
  Self(Ports ports, std::string_view built_in) : context(ports, built_in) {}

  void handle(const Command& command) {
    const bool along_trail =
        std::holds_alternative<GoBack>(command) || std::holds_alternative<GoForward>(command);
    Place before = place_of(context.state);
    std::visit([this](const auto& what) { apply(context, what); }, command);
    if (along_trail || !context.ready) return;
    const Place after = place_of(context.state);
    // Who removes what is looked at has not gone anywhere.
    const bool gone =
        !before.selected.is_null() && context.state.document.find_live(before.selected) == nullptr;
    if (gone) before.selected = after.selected;
    note_step(context.state.trail, before, after);
  }
  void handle(const Event& event) {
    if (!context.ready && can_wait(event)) {
      context.early.push_back(event);
      return;
    }
    std::visit([this](const auto& what) { apply(context, what); }, event);
    if (!context.ready) return;
    for (; !context.early.empty(); context.early.pop_back()) {
      queue.emplace_front(std::move(context.early.back()));
    }
  }

  // What takes longer than a frame goes on for some milliseconds; a workspace that is being opened
  // before anything else is done. True when something was done.
  bool work(std::int64_t until_ms) {
    bool worked = false;
    do {
      if (context.loading) {
        step_loading(context);
      } else if (context.going_back) {
        step_going_back(context);
      } else if (!step_merge(context)) {
        return worked;
      }
      conclude_merge(context);
      worked = true;
    } while (context.ports.clock.wall_ms() < until_ms);
    return worked;
  }

  // What is under way, once it has taken long enough to be told of.
  void tell_busy() {
    const bool works = is_working(context);
    const std::int64_t now = context.ports.clock.wall_ms();
    if (!works) context.busy_since_ms.reset();
    if (works && !context.busy_since_ms) context.busy_since_ms = now;
    context.state.busy.reset();
    if (!works || now - *context.busy_since_ms < kQuietMs) return;
    if (context.loading) {
      context.state.busy = Busy{Text::kBusyOpening, context.loading->loader.progress(), false};
    } else if (context.going_back) {
      context.state.busy =
          Busy{Text::kBusyGoingBack, context.going_back->document.progress(), true};
    } else if (context.merge && !context.state.merge->ready) {
      context.state.busy = Busy{Text::kBusyReading, context.state.merge->progress, true};
    } else {
      context.state.busy = Busy{Text::kBusyPacking, packing_progress(context), false};
    }
  }

  Context context;
  std::deque<std::variant<Command, Event>> queue;
};

App::App(Ports ports, std::string_view built_in) : self_(std::make_unique<Self>(ports, built_in)) {}

App::~App() = default;

void App::send(Command command) {
  self_->queue.emplace_back(std::move(command));
}

void App::tell(Event event) {
  self_->queue.emplace_back(std::move(event));
}

bool App::update() {
  Context& context = self_->context;
  bool changed = age_toasts(context);
  const std::int64_t until_ms = context.ports.clock.wall_ms() + kPortionMs;
  for (;;) {
    if (context.loading) {
      self_->work(until_ms);
      tidy(context);
      changed = true;
      if (context.loading) break;
    }
    if (self_->queue.empty()) break;
    const std::variant<Command, Event> next = std::move(self_->queue.front());
    self_->queue.pop_front();
    std::visit([this](const auto& what) { self_->handle(what); }, next);
    tidy(context);
    changed = true;
  }
  if (!context.loading && self_->work(until_ms)) {
    tidy(context);
    changed = true;
  }
  self_->tell_busy();
  const SaveState before = context.autosave.save_state();
  context.autosave.pump();
  context.compacting = false;
  if (context.autosave.save_state() == SaveState::kSaved && compact_when_due(context)) {
    context.autosave.pump();
  }
  changed = changed || before != context.autosave.save_state();
  // A file is packed when the store has all that will be in it.
  while (!context.loading && is_packing_copy(context)) {
    changed = pack_copy(context) || changed;
    if (context.ports.clock.wall_ms() >= until_ms) break;
  }
  if (changed) tidy(context);
  return changed;
}

bool App::pending() const {
  return !self_->queue.empty() || wake_in_ms() == 0;
}

const State& App::state() const {
  return self_->context.state;
}

double App::wake_in_ms() const {
  const Context& context = self_->context;
  if (is_working(context) || context.compacting || !self_->queue.empty()) return 0;
  double soonest = -1;
  for (const double wait : {next_toast_end_ms(self_->context), copy_waits_ms(self_->context),
                            self_->context.autosave.retry_in_ms()}) {
    if (wait >= 0 && (soonest < 0 || wait < soonest)) soonest = wait;
  }
  return soonest;
}

}  // namespace atlas::app
