// Everything that can be found by name from one box: what can be done, and every record.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/actions.hpp"
#include "app/state.hpp"

namespace atlas::app {

struct Found {
  // An action where `record` is null.
  ActionId action{};
  RecordId record;
  std::string title;
  std::string detail;  // keys of an action; kind and place of a record
  int points = 0;
};

inline constexpr std::size_t kMostFound = 40;

// Best first: records and enabled actions in whose words every word of the query occurs. Bodies of
// the model that is shown come before others of the same worth. An empty query gives what can be
// done here.
[[nodiscard]] std::vector<Found> find_anything(const State& state, std::string_view query,
                                               std::size_t most = kMostFound);

}  // namespace atlas::app
