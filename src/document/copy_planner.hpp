// Works out what a copy of branches holds (copy_branches.hpp). For this library only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "document/copy_branches.hpp"

namespace atlas {

class CopyPlanner {
 public:
  CopyPlanner(const Document& source, const Document& target) : source_(source), target_(target) {}

  // In this order.
  void gather(std::span<const RecordId> tops, CopyReferrers referrers);
  void leave_out();
  void plan(BranchCopy& copy);

 private:
  enum class Kin : std::uint8_t { kTop, kBelow, kAlong };  // kAlong: from outside the branches
  struct Gathered {
    RecordId record;
    Kin kin{};
    bool left_out = false;
  };
  using Planned = BranchCopy::Planned;

  void add_branch(RecordId top, Kin top_kin, Kin kin);
  void add_referrers();
  void resolve(RecordId named);
  [[nodiscard]] bool find_same_in_target(RecordId top);
  [[nodiscard]] bool stands_in_no_model(RecordId top) const;
  [[nodiscard]] bool is_in_target(RecordId record) const;
  [[nodiscard]] RecordId top_above(RecordId record) const;
  [[nodiscard]] bool can_be(const Record& record) const;
  [[nodiscard]] bool will_have(const Record& record, const FieldSpec& field) const;
  [[nodiscard]] bool is_copied(RecordId record) const;
  // What the reference names outside of what is copied; null: nothing.
  [[nodiscard]] RecordId outside(RecordId named) const;
  void leave_out_branch(RecordId top);
  void plan_record(const Record& record, Planned& planned, CopyCounts& counts) const;
  void plan_reference(const FieldSpec& field, RecordType type, RecordId named, Planned& planned,
                      CopyCounts& counts) const;
  void name_what_must_be_named(const Record& record, Planned& planned) const;

  const Document& source_;
  const Document& target_;
  std::vector<Gathered> gathered_;                        // each after what it stands in
  std::unordered_map<RecordId, std::size_t> places_;      // in gathered_
  std::unordered_map<RecordId, std::size_t> planned_at_;  // in planned_
  std::unordered_map<RecordId, RecordId> outside_;
  // At the top of the target, in no model; by title.
  std::unordered_map<std::string, std::vector<RecordId>> target_tops_;
  bool target_tops_known_ = false;
};

}  // namespace atlas
