#include "document/same_branch.hpp"

#include <algorithm>
#include <unordered_map>
#include <variant>
#include <vector>

#include "document/outline.hpp"

namespace atlas {
namespace {

using Places = std::unordered_map<RecordId, std::size_t>;

Places places_of(const std::vector<OutlineEntry>& entries, RecordId top) {
  Places places{{top, 0}};
  for (const OutlineEntry& entry : entries) places.emplace(entry.record, places.size());
  return places;
}

class Comparison {
 public:
  Comparison(const BranchTop& a, const BranchTop& b) : a_(a), b_(b) {}

  [[nodiscard]] bool same(std::span<const FieldNumber> but_for) {
    // Most that differ do so at once.
    if (!same_type(a_.record, b_.record)) return false;
    const std::vector<OutlineEntry> in_a = outline(a_.document, a_.record);
    const std::vector<OutlineEntry> in_b = outline(b_.document, b_.record);
    if (in_a.size() != in_b.size()) return false;
    places_a_ = places_of(in_a, a_.record);
    places_b_ = places_of(in_b, b_.record);
    if (!same_record(a_.record, b_.record, but_for)) return false;
    return std::equal(in_a.begin(), in_a.end(), in_b.begin(),
                      [&](const OutlineEntry& a, const OutlineEntry& b) {
                        return a.level == b.level && same_type(a.record, b.record) &&
                               same_record(a.record, b.record, {});
                      });
  }

 private:
  [[nodiscard]] bool same_type(RecordId a, RecordId b) const {
    const Record* in_a = a_.document.find(a);
    const Record* in_b = b_.document.find(b);
    return in_a != nullptr && in_b != nullptr && in_a->type == in_b->type;
  }

  [[nodiscard]] bool same_record(RecordId a, RecordId b,
                                 std::span<const FieldNumber> but_for) const {
    const FieldMap& in_a = a_.document.find(a)->fields;
    const FieldMap& in_b = b_.document.find(b)->fields;
    const auto same_in = [&](const FieldMap& fields) {
      return std::all_of(fields.begin(), fields.end(), [&](const FieldMap::Entry& entry) {
        const bool compared =
            std::find(but_for.begin(), but_for.end(), FieldNumber{entry.first}) == but_for.end();
        return !compared || same_value(in_a.shown(entry.first), in_b.shown(entry.first));
      });
    };
    return same_in(in_a) && same_in(in_b);
  }

  [[nodiscard]] bool same_value(const Value& a, const Value& b) const {
    const auto* to_a = std::get_if<RecordId>(&a);
    const auto* to_b = std::get_if<RecordId>(&b);
    if (to_a == nullptr || to_b == nullptr) return a == b;
    const auto place_a = places_a_.find(*to_a);
    const auto place_b = places_b_.find(*to_b);
    const bool inside_a = place_a != places_a_.end();
    const bool inside_b = place_b != places_b_.end();
    if (inside_a && inside_b) return place_a->second == place_b->second;
    if (*to_a == *to_b) return inside_a == inside_b;
    return !inside_a && !inside_b && same_type(*to_a, *to_b) &&
           title_of(a_.document, *to_a) == title_of(b_.document, *to_b);
  }

  BranchTop a_;
  BranchTop b_;
  Places places_a_;
  Places places_b_;
};

}  // namespace

bool is_same_branch(const BranchTop& a, const BranchTop& b, std::span<const FieldNumber> but_for) {
  return Comparison(a, b).same(but_for);
}

}  // namespace atlas
