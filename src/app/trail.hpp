// Where a person has been: back and forward, as in a browser. A place is a screen with what it
// shows; walking along things of one screen counts as one place until the person goes elsewhere.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/ids.hpp"

namespace atlas::app {

enum class Screen : std::uint8_t {
  kHome,
  kExplore,
  kPlan,
  kShare,
  kSources,
  kGallery,
  kMerge,  // only while files wait for a decision
  kClashes,
  kHistory
};

// What the Sources screen lists.
struct SourcesView {
  RecordId paper;     // null: all papers
  std::string place;  // in the paper, as partnership/sources.hpp names it; empty: all places
  bool disagreements = false;  // instead: where sources disagree
  friend bool operator==(const SourcesView&, const SourcesView&) = default;
};

struct Place {
  Screen screen = Screen::kHome;
  RecordId model;      // shown in Explore
  RecordId selected;   // null: nothing
  RecordId plan_body;  // whose plan is shown in Plan
  SourcesView sources;
  friend bool operator==(const Place&, const Place&) = default;
};

struct Trail {
  std::vector<Place> behind;  // oldest first
  std::vector<Place> ahead;   // nearest last
  bool walking = false;       // the last step only chose something else on the same screen
};

inline constexpr std::size_t kLongestTrail = 100;

// Takes a step from one place to another; equal places are none.
void note_step(Trail& trail, const Place& from, const Place& to);
// The place one step back (or forward), with `here` put on the other side; `here` where there is
// none.
[[nodiscard]] Place step_back(Trail& trail, const Place& here);
[[nodiscard]] Place step_forward(Trail& trail, const Place& here);

}  // namespace atlas::app
