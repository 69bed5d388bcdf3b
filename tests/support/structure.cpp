#include "support/structure.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "document/outline.hpp"
#include "support/dump.hpp"

namespace atlas::test {
namespace {

class Inspection {
 public:
  explicit Inspection(const Document& document) : document_(document) {}

  std::string faults() {
    for (const RecordId id : created_records(document_)) look_at_record(id);
    look_at_outline();
    look_at_types();
    look_at_referrers();
    look_at_clashes();
    return faults_;
  }

 private:
  void fault(RecordId record, const char* what) { faults_ += text_of(record) + " " + what + "\n"; }

  void look_at_record(RecordId id) {
    const Record* record = document_.find(id);
    if (record == nullptr) return fault(id, "was created and is nowhere");
    bool live = true;
    std::set<RecordId> above;
    for (RecordId at = id; !at.is_null(); at = document_.find(at)->parent) {
      if (!above.insert(at).second) return fault(id, "hangs in a circle");
      if (document_.find(at) == nullptr) return fault(id, "hangs below nothing");
      live = live && !document_.find(at)->deleted;
    }
    if (live) live_.insert(id);
    if (live != (document_.find_live(id) != nullptr)) fault(id, "is live and is not");
  }

  // The outline goes from children to children: what it misses nobody would ever see.
  void look_at_outline() {
    std::set<RecordId> seen;
    for (const OutlineEntry& entry : outline(document_, kRootRecord)) {
      if (!seen.insert(entry.record).second) fault(entry.record, "stands twice");
    }
    for (const RecordId id : live_) {
      if (!seen.contains(id)) fault(id, "is out of sight");
    }
    if (seen.size() != live_.size()) fault({}, "shows more than there is");
    if (document_.live_count() != live_.size()) fault({}, "counts other than there are");
    look_at_siblings(kRootRecord);
    for (const RecordId id : live_) look_at_siblings(id);
  }

  void look_at_siblings(RecordId parent) {
    std::pair<std::string, RecordId> last;
    for (const RecordId child : document_.children(parent)) {
      const Record& record = *document_.find(child);
      std::pair<std::string, RecordId> next{record.order, child};
      if (record.parent != parent) fault(child, "is a child of another one");
      if (!last.second.is_null() && !(last < next)) fault(child, "stands out of order");
      last = std::move(next);
    }
  }

  void look_at_types() {
    std::map<RecordType, std::vector<RecordId>> by_type;
    for (const RecordId id : live_) by_type[document_.find(id)->type].push_back(id);
    for (const auto& [type, ids] : by_type) {
      if (document_.records_of(type) != ids) fault(ids.front(), "and its like are listed wrongly");
    }
  }

  void look_at_referrers() {
    using Referrers = std::set<std::pair<RecordId, std::uint32_t>>;
    std::map<RecordId, Referrers> wanted;
    for (const RecordId id : created_records(document_)) wanted[id];
    for (const RecordId id : live_) {
      for (const auto& [field, state] : document_.find(id)->fields) {
        const auto* target = std::get_if<RecordId>(&state.shown());
        if (target != nullptr) wanted[*target].insert({id, field});
      }
    }
    for (const auto& [target, referrers] : wanted) {
      Referrers told;
      for (const Document::Referrer& each : document_.referrers(target)) {
        if (!told.insert({each.record, each.field.value}).second) fault(target, "is told twice");
      }
      if (told != referrers) fault(target, "has other referrers than it is told");
    }
  }

  void look_at_clashes() {
    std::set<std::tuple<RecordId, int, std::uint32_t>> seen;
    for (const Clash& clash : document_.clashes()) {
      if (!live_.contains(clash.record)) fault(clash.record, "clashes in the bin");
      if (!seen.insert({clash.record, static_cast<int>(clash.kind), clash.field.value}).second) {
        fault(clash.record, "has a clash twice");
      }
      if (clash.sides.size() < (clash.kind == ClashKind::kCircle ? 1U : 2U)) {
        fault(clash.record, "clashes with nobody");
      }
      for (const ClashSide& side : clash.sides) {
        const bool known =
            side.change != nullptr && side.change == document_.find_change(side.operation);
        if (!known) fault(clash.record, "clashes with a change that is not there");
      }
    }
  }

  const Document& document_;
  std::set<RecordId> live_;
  std::string faults_;
};

}  // namespace

std::vector<RecordId> created_records(const Document& document) {
  std::set<RecordId> ids;
  for (const Change* change : document.changes()) {
    for (const Operation& operation : change->operations) {
      const auto* create = std::get_if<CreateOp>(&operation);
      if (create != nullptr) ids.insert(create->record);
    }
  }
  return {ids.begin(), ids.end()};
}

std::string structural_faults(const Document& document) {
  return Inspection(document).faults();
}

}  // namespace atlas::test
