#include "replica/move_tree.hpp"

#include <algorithm>
#include <cassert>

namespace atlas {

bool MoveTree::is_within(std::uint32_t node, std::uint32_t ancestor) const {
  while (node != ancestor) {
    if (node == kRoot) return false;
    node = places_[node].parent;
  }
  return true;
}

std::vector<MoveTree::Entry>::const_iterator MoveTree::entry_at(LogicalTime time) const {
  return std::lower_bound(log_.begin(), log_.end(), time,
                          [](const Entry& entry, LogicalTime t) { return entry.move.time < t; });
}

bool MoveTree::has_effect(LogicalTime time) const {
  const auto at = entry_at(time);
  return at != log_.end() && at->move.time == time && at->has_effect;
}

MoveTree::Place MoveTree::before(LogicalTime time) const {
  const auto at = entry_at(time);
  assert(at != log_.end() && at->move.time == time);
  return at->before;
}

void MoveTree::add(Place beginning) {
  places_.push_back(beginning);
}

void MoveTree::remove_last() {
  places_.pop_back();
}

void MoveTree::rewind(std::size_t first) {
  for (std::size_t i = log_.size(); i > first; --i) {
    places_[log_[i - 1].move.node] = log_[i - 1].before;
  }
}

void MoveTree::replay(std::size_t first) {
  for (std::size_t i = first; i < log_.size(); ++i) {
    Entry& entry = log_[i];
    entry.before = places_[entry.move.node];
    entry.has_effect = !is_within(entry.move.to.parent, entry.move.node);
    if (entry.has_effect) places_[entry.move.node] = entry.move.to;
  }
}

std::vector<MoveTree::Revisited> MoveTree::nodes_from(std::size_t first,
                                                      const std::vector<Move>& more) const {
  std::vector<Revisited> nodes;
  for (std::size_t i = first; i < log_.size(); ++i) nodes.push_back({log_[i].move.node, {}});
  for (const Move& move : more) nodes.push_back({move.node, {}});
  std::sort(nodes.begin(), nodes.end(),
            [](const Revisited& a, const Revisited& b) { return a.node < b.node; });
  const auto same = [](const Revisited& a, const Revisited& b) { return a.node == b.node; };
  nodes.erase(std::unique(nodes.begin(), nodes.end(), same), nodes.end());
  for (Revisited& revisited : nodes) revisited.before = places_[revisited.node];
  return nodes;
}

std::vector<MoveTree::Revisited> MoveTree::take(std::vector<Move> moves) {
  if (moves.empty()) return {};
  std::sort(moves.begin(), moves.end(),
            [](const Move& a, const Move& b) { return a.time < b.time; });
  const auto first = static_cast<std::size_t>(entry_at(moves.front().time) - log_.begin());
  std::vector<Revisited> revisited = nodes_from(first, moves);
  rewind(first);
  const auto old_end = static_cast<std::ptrdiff_t>(log_.size());
  for (const Move& move : moves) log_.push_back({move, {}, false});
  std::inplace_merge(log_.begin() + static_cast<std::ptrdiff_t>(first), log_.begin() + old_end,
                     log_.end(),
                     [](const Entry& a, const Entry& b) { return a.move.time < b.move.time; });
  replay(first);
  return revisited;
}

std::vector<MoveTree::Revisited> MoveTree::begin_elsewhere(std::uint32_t node, Place beginning) {
  Move itself;
  itself.node = node;
  std::vector<Revisited> revisited = nodes_from(0, {itself});
  rewind(0);
  places_[node] = beginning;
  replay(0);
  return revisited;
}

void MoveTree::retract_last() {
  places_[log_.back().move.node] = log_.back().before;
  log_.pop_back();
}

}  // namespace atlas
