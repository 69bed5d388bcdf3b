// The workload's plan in our engine, as a person's copy of a workspace: groups are bodies, each
// under another; actions stand in one plan. Everything goes through transactions, with the schema's
// checks. A cell that has no field of its own kind takes one of the same: `group` is kept as a cost
// in pence.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bench/workload.hpp"
#include "document/document.hpp"
#include "document/transaction.hpp"
#include "io/snapshot.hpp"

namespace atlas::bench {

class PlanReplica {
 public:
  // The base, `batch` actions a change.
  static PlanReplica built(const Workload& workload, std::size_t batch);
  // From what `save` gave; nullopt when it cannot be read.
  static std::optional<PlanReplica> opened(std::string_view bytes, ReplicaId self);

  // `batch` acts a change.
  void apply(std::span<const Act> acts, std::size_t batch, const Stamp& stamp = {});
  [[nodiscard]] std::vector<OpId> mark() const { return document_.version(); }
  [[nodiscard]] std::string changes_since(std::span<const OpId> mark) const;
  // False when they cannot be taken in.
  bool merge(std::string_view changes);
  // What has been packed before is not packed again.
  [[nodiscard]] std::string save();
  [[nodiscard]] std::string save_from_nothing() const;
  // Without the values that were replaced.
  [[nodiscard]] std::string save_thin() const;

  // Every field of every action and the place of every group, read once; gives a sum over them.
  [[nodiscard]] std::size_t read_all() const;
  [[nodiscard]] std::string value(std::uint32_t action, Cell cell) const;
  // Groups that no longer hang below the first.
  [[nodiscard]] std::size_t groups_out_of_sight() const;

 private:
  explicit PlanReplica(Document document) : document_(std::move(document)) {}
  void find_records();

  Document document_;
  std::vector<RecordId> groups_;
  std::vector<RecordId> actions_;
  io::SnapshotWriter writer_;
};

}  // namespace atlas::bench
