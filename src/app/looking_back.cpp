#include "app/looking_back.hpp"

#include <utility>

#include "app/context.hpp"
#include "app/view_state.hpp"

namespace atlas::app {
namespace {

constexpr std::size_t kOperationsAStep = 1'000;

void show(Context& context, Document document) {
  State& state = context.state;
  state.document = std::move(document);
  state.field_error.reset();
  state.plan.edit_name_of = {};
  tidy_view(state);
}

}  // namespace

Document& present_document(Context& context) {
  return context.state.present ? *context.state.present : context.state.document;
}

const Document& present_document(const Context& context) {
  return context.state.present ? *context.state.present : context.state.document;
}

void go_back_to(Context& context, std::vector<const Change*> changes, std::string point) {
  const Document& now = present_document(context);
  context.going_back = std::make_unique<GoingBack>(
      GoingBack{{now.workspace(), now.self(), std::move(changes)}, std::move(point)});
}

void step_going_back(Context& context) {
  GoingBack& going = *context.going_back;
  const Result<> taken = going.document.step(kOperationsAStep);
  if (taken.ok() && !going.document.done()) return;
  const std::unique_ptr<GoingBack> gone = std::move(context.going_back);
  if (!taken.ok()) {
    context.state.error = taken.error();
    return;
  }
  Document past = gone->document.take();
  past.come_after(context.state.document);
  if (!context.state.present) context.state.present = std::move(context.state.document);
  context.state.looking_back = LookingBack{gone->point};
  show(context, std::move(past));
}

void return_to_now(Context& context) {
  context.going_back.reset();
  if (!context.state.present) return;
  context.state.looking_back.reset();
  Document now = std::move(*context.state.present);
  context.state.present.reset();
  now.come_after(context.state.document);
  show(context, std::move(now));
}

}  // namespace atlas::app
