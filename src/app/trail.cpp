#include "app/trail.hpp"

namespace atlas::app {
namespace {

void push(std::vector<Place>& places, const Place& place) {
  places.push_back(place);
  if (places.size() > kLongestTrail) places.erase(places.begin());
}

}  // namespace

void note_step(Trail& trail, const Place& from, const Place& to) {
  if (from == to) return;
  const bool same_view = from.screen == to.screen && from.model == to.model &&
                         from.plan_body == to.plan_body && from.sources == to.sources;
  const bool walked_on = same_view && trail.walking;
  if (!walked_on) push(trail.behind, from);
  trail.walking = same_view;
  trail.ahead.clear();
}

Place step_back(Trail& trail, const Place& here) {
  if (trail.behind.empty()) return here;
  const Place there = trail.behind.back();
  trail.behind.pop_back();
  push(trail.ahead, here);
  trail.walking = false;
  return there;
}

Place step_forward(Trail& trail, const Place& here) {
  if (trail.ahead.empty()) return here;
  const Place there = trail.ahead.back();
  trail.ahead.pop_back();
  push(trail.behind, here);
  trail.walking = false;
  return there;
}

}  // namespace atlas::app
