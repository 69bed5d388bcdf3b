#include "layout/van_der_ploeg.hpp"

#include <span>

#include "layout/child_lists.hpp"

namespace atlas::layout {
namespace {

constexpr std::int32_t kNone = -1;

struct Walk {
  double prelim = 0;
  double mod = 0;
  double shift = 0;
  double change = 0;
  std::int32_t tl = kNone;  // left and right thread
  std::int32_t tr = kNone;
  std::int32_t el = kNone;  // extreme left and right node
  std::int32_t er = kNone;
  double msel = 0;  // sum of modifiers at the extreme nodes
  double mser = 0;
};

// Of the left siblings, those that a new subtree can run into: lowest y and index, the later entry
// the higher one.
struct LowY {
  double low_y = 0;
  std::size_t index = 0;
};

class Ploeg {
 public:
  Ploeg(std::vector<PloegNode>& nodes, double between_branches)
      : nodes_(nodes),
        walks_(nodes.size()),
        children_(nodes.size(), [&](std::size_t i) { return nodes[i].parent; }),
        between_branches_(between_branches) {}

  void run() {
    for (std::size_t i = 1; i < nodes_.size(); ++i) {
      const PloegNode& parent = nodes_[static_cast<std::size_t>(nodes_[i].parent)];
      nodes_[i].y = parent.y + parent.h;
    }
    for (std::size_t i = nodes_.size(); i > 0; --i) first_walk(static_cast<std::int32_t>(i - 1));
    second_walk();
  }

 private:
  using Children = std::span<const std::uint32_t>;

  Children cs(std::int32_t t) const { return children_.of(static_cast<std::uint32_t>(t)); }
  Walk& at(std::int64_t t) { return walks_[static_cast<std::size_t>(t)]; }
  double w(std::int64_t t) const { return nodes_[static_cast<std::size_t>(t)].w; }
  double bottom(std::int32_t t) const {
    const PloegNode& node = nodes_[static_cast<std::size_t>(t)];
    return node.y + node.h;
  }

  void first_walk(std::int32_t t) {
    const Children c = cs(t);
    if (!c.empty()) {
      ih_.clear();
      update_iyl(bottom(at(c[0]).el), 0);
      for (std::size_t i = 1; i < c.size(); ++i) {
        const double min_y = bottom(at(c[i]).er);
        separate(c, i);
        update_iyl(min_y, i);
      }
      position_root(t, c);
    }
    set_extremes(t, c);
  }

  void set_extremes(std::int32_t t, Children c) {
    Walk& walk = at(t);
    if (c.empty()) {
      walk.el = walk.er = t;
      return;
    }
    walk.el = at(c.front()).el;
    walk.msel = at(c.front()).msel;
    walk.er = at(c.back()).er;
    walk.mser = at(c.back()).mser;
  }

  void separate(Children c, std::size_t i) {
    auto sr = static_cast<std::int32_t>(c[i - 1]);
    auto cl = static_cast<std::int32_t>(c[i]);
    double mssr = at(sr).mod;
    double mscl = at(cl).mod;
    double extra = 0;
    bool is_first = true;
    std::size_t low = ih_.size() - 1;
    while (sr != kNone && cl != kNone) {
      if (bottom(sr) > ih_[low].low_y && low > 0) --low;
      const double dist = mssr + at(sr).prelim + w(sr) + extra - (mscl + at(cl).prelim);
      // Not in the paper: a subtree that spreads far to the left of its root comes closer first.
      if (dist > 0 || (is_first && dist < 0)) {
        mscl += dist;
        move_subtree(c, i, ih_[low].index, dist);
      }
      is_first = false;
      extra = between_branches_;
      const double sy = bottom(sr);
      const double cy = bottom(cl);
      if (sy <= cy) {
        sr = next_right_contour(sr);
        if (sr != kNone) mssr += at(sr).mod;
      }
      if (sy >= cy) {
        cl = next_left_contour(cl);
        if (cl != kNone) mscl += at(cl).mod;
      }
    }
    if (sr == kNone && cl != kNone) set_left_thread(c, i, cl, mscl);
    if (sr != kNone && cl == kNone) set_right_thread(c, i, sr, mssr);
  }

  void move_subtree(Children c, std::size_t i, std::size_t si, double dist) {
    Walk& walk = at(c[i]);
    walk.mod += dist;
    walk.msel += dist;
    walk.mser += dist;
    if (si + 1 == i) return;  // nothing between them to share the room with
    const auto nr = static_cast<double>(i - si);
    at(c[si + 1]).shift += dist / nr;
    walk.shift -= dist / nr;
    walk.change -= dist - dist / nr;
  }

  std::int32_t next_left_contour(std::int32_t t) {
    return cs(t).empty() ? at(t).tl : static_cast<std::int32_t>(cs(t).front());
  }
  std::int32_t next_right_contour(std::int32_t t) {
    return cs(t).empty() ? at(t).tr : static_cast<std::int32_t>(cs(t).back());
  }

  void set_left_thread(Children c, std::size_t i, std::int32_t cl, double modsumcl) {
    Walk& first = at(c[0]);
    Walk& li = at(first.el);
    li.tl = cl;
    const double diff = modsumcl - at(cl).mod - first.msel;
    li.mod += diff;
    li.prelim -= diff;
    first.el = at(c[i]).el;
    first.msel = at(c[i]).msel;
  }

  void set_right_thread(Children c, std::size_t i, std::int32_t sr, double modsumsr) {
    Walk& own = at(c[i]);
    Walk& ri = at(own.er);
    ri.tr = sr;
    const double diff = modsumsr - at(sr).mod - own.mser;
    ri.mod += diff;
    ri.prelim -= diff;
    own.er = at(c[i - 1]).er;
    own.mser = at(c[i - 1]).mser;
  }

  void position_root(std::int32_t t, Children c) {
    const Walk& first = at(c.front());
    const Walk& last = at(c.back());
    at(t).prelim = (first.prelim + first.mod + last.mod + last.prelim + w(c.back())) / 2 - w(t) / 2;
  }

  void update_iyl(double min_y, std::size_t i) {
    while (!ih_.empty() && min_y >= ih_.back().low_y) ih_.pop_back();
    ih_.push_back({min_y, i});
  }

  void second_walk() {
    std::vector<double> modsum(nodes_.size(), 0);
    for (std::size_t t = 0; t < nodes_.size(); ++t) {
      const std::int32_t parent = nodes_[t].parent;
      const double above = parent < 0 ? 0 : modsum[static_cast<std::size_t>(parent)];
      modsum[t] = above + walks_[t].mod;
      nodes_[t].x = walks_[t].prelim + modsum[t];
      add_child_spacing(children_.of(static_cast<std::uint32_t>(t)));
    }
  }

  void add_child_spacing(Children c) {
    double d = 0;
    double modsumdelta = 0;
    for (const std::uint32_t child : c) {
      d += at(child).shift;
      modsumdelta += d + at(child).change;
      at(child).mod += modsumdelta;
    }
  }

  std::vector<PloegNode>& nodes_;
  std::vector<Walk> walks_;
  ChildLists children_;
  std::vector<LowY> ih_;  // of the node that is walked
  double between_branches_;
};

}  // namespace

void lay_out_row_tree(std::vector<PloegNode>& nodes, double between_branches) {
  if (!nodes.empty()) Ploeg(nodes, between_branches).run();
}

}  // namespace atlas::layout
