// The inside of a Document, for this library only: the replica below, and the records as a reader
// sees them with the indexes that answer questions fast. After every write to the replica `refresh`
// brings the records up to date.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

#include "document/document.hpp"
#include "replica/replica.hpp"

namespace atlas {

struct Document::State {
  State(WorkspaceId workspace_id, ReplicaId self) : workspace(workspace_id), replica(self) {}

  // Writing.
  void refresh();
  void write(Operation operation) {
    replica.write(std::move(operation));
    refresh();
  }
  // Reads see it after the next refresh.
  void write_unseen(Operation operation) {
    if (replica.write(std::move(operation)) == Replica::Written::kOthersMoved) refresh();
  }
  void drop() {
    replica.drop();
    refresh();
  }

  // Reading by node number; 0 is the root.
  [[nodiscard]] std::optional<std::uint32_t> node_of(RecordId id) const {
    return replica.records().find(id);
  }
  [[nodiscard]] const Node& node(std::uint32_t at) const { return replica.records().node(at); }
  [[nodiscard]] bool is_live(std::uint32_t at) const;
  // The place for a record before the given sibling, or at the end; `moving` itself does not count.
  [[nodiscard]] std::string order_at(RecordId parent, RecordId before, RecordId moving) const;
  [[nodiscard]] RecordId next_live_sibling(std::uint32_t at) const;
  // Live sets of a field, latest first, and their ids, sorted.
  [[nodiscard]] std::vector<OpRef> sets_of(std::uint32_t at, std::uint32_t field) const;
  [[nodiscard]] std::vector<OpId> ids_of(const std::vector<OpRef>& refs) const;
  [[nodiscard]] std::vector<OpId> deletes_of(std::uint32_t at) const;
  [[nodiscard]] std::vector<Clash> clashes_at(std::uint32_t at) const;
  [[nodiscard]] bool has_placement_clash(std::uint32_t at) const;

  WorkspaceId workspace;
  Replica replica;
  std::deque<Record> records{1};  // by node number
  // The references that each record shows, by field: kept apart from its values, which may be gone
  // from the log by the time that the indexes are brought up to date.
  struct Reference {
    std::uint32_t field = 0;
    RecordId target;
    friend bool operator==(const Reference&, const Reference&) = default;
  };
  std::deque<std::vector<Reference>> references{1};
  std::uint64_t revision = 0;
  bool transaction_open = false;

  struct TypeIndex {
    std::vector<std::uint32_t> nodes;
    bool sorted = true;  // by id; put right when somebody asks
  };
  mutable std::map<std::uint32_t, TypeIndex> by_type;
  std::unordered_map<RecordId, std::vector<Referrer>> referrers;  // shown values only, unsorted
  std::set<std::uint32_t> clashing;                               // nodes with clashes

 private:
  [[nodiscard]] Record rebuilt(std::uint32_t at) const;
  [[nodiscard]] FieldMap fields_of(const Node& node) const;
  // The field whose live sets begin there, and the end of those. Nothing where it is absent.
  using LiveSets = std::vector<LiveSet>::const_iterator;
  std::optional<FieldState> field_from(LiveSets& at, LiveSets end) const;
  [[nodiscard]] static std::vector<Reference> references_of(const FieldMap& fields);
  void refer(std::uint32_t at, const std::vector<Reference>& old,
             const std::vector<Reference>& fresh);
  // A cheap no for most nodes.
  [[nodiscard]] bool may_clash(std::uint32_t at) const;
  void reindex_type(std::uint32_t at, const Record* old, const Record* fresh);
  void remove_last();
  void refresh_record(std::uint32_t at);
  void refresh_field(std::uint32_t at, std::uint32_t field);
  [[nodiscard]] bool has_clash(std::uint32_t at) const;
  void note_clash(std::uint32_t at);
};

}  // namespace atlas
