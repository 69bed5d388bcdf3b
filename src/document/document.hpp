// A workspace in memory: the log of changes and the records that follow from it. The only way to
// write is a Transaction (by a person) or `integrate` (changes from storage or a file); both end
// as changes in the log. Reading never changes anything; references returned stay valid until the
// next write.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "base/result.hpp"
#include "document/clash.hpp"
#include "document/field_map.hpp"
#include "document/schema.hpp"
#include "replica/change.hpp"

namespace atlas {

struct WorkspaceId {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  friend bool operator==(WorkspaceId, WorkspaceId) = default;
  friend bool operator<(WorkspaceId a, WorkspaceId b) {
    return a.high == b.high ? a.low < b.low : a.high < b.high;
  }
};

struct Record {
  RecordId id;
  RecordType type{};
  RecordId parent;        // kRootRecord at the top
  std::string order;      // among siblings; ties break by id
  bool deleted = false;   // itself in the bin (not: an ancestor is)
  bool returned = false;  // somebody deleted it while somebody else edited inside it: it is back,
                          // and marked until a person keeps it (restore) or deletes it again
  FieldMap fields;
};

class Document {
 public:
  // An empty workspace for `self`. The id of a replica is random and unique to this browser
  // profile (RULES.md 2).
  Document(WorkspaceId workspace, ReplicaId self);
  ~Document();
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;

  [[nodiscard]] WorkspaceId workspace() const;
  [[nodiscard]] ReplicaId self() const;
  // Grows with every change that had an effect; compare it to know whether to look again.
  [[nodiscard]] std::uint64_t revision() const;
  // Grows when content of changes was found to be other than it was held: something that is erased
  // for good was met (erasure.hpp), or a value came back that a thin file had left out (thin.hpp).
  // What was stored or written before is not as it should be.
  [[nodiscard]] std::uint64_t rewritten() const;

  // Reading. Live means neither deleted nor below a deleted record.
  [[nodiscard]] const Record* find(RecordId id) const;                   // also deleted ones
  [[nodiscard]] const Record* find_live(RecordId id) const;              // nullptr when in the bin
  [[nodiscard]] const Value& get(RecordId id, FieldNumber field) const;  // Unset when absent
  // Live children in sibling order; of one type where given.
  [[nodiscard]] std::vector<RecordId> children(RecordId parent) const;
  [[nodiscard]] std::vector<RecordId> children(RecordId parent, RecordType type) const;
  // Live records of a type, sorted by id.
  [[nodiscard]] std::vector<RecordId> records_of(RecordType type) const;
  // Live records whose reference field points at `target`, sorted by (record, field).
  struct Referrer {
    RecordId record;
    FieldNumber field;
  };
  [[nodiscard]] std::vector<Referrer> referrers(RecordId target) const;
  [[nodiscard]] std::size_t live_count() const;
  // What two people did apart and nobody has settled yet, sorted by (record, kind, field). Records
  // in the bin are left out.
  [[nodiscard]] std::vector<Clash> clashes() const;

  // The log, in (Lamport, replica) order. Changes whose parents are missing wait and are not in it.
  [[nodiscard]] std::vector<const Change*> changes() const;
  [[nodiscard]] std::vector<const Change*> waiting() const;
  // The log from its end, until `visit` says that it has seen enough (false).
  void visit_latest(const std::function<bool(const Change&)>& visit) const;
  // Whether the value that the set gave stands in its field still: is shown, or a side of a clash.
  [[nodiscard]] bool stands(OpId set) const;
  // The change that holds the operation; nullptr when it is not in the log.
  [[nodiscard]] const Change* find_change(OpId operation) const;
  // Operations known of each replica: (replica, highest counter), sorted by replica.
  [[nodiscard]] std::vector<OpId> version() const;
  // What the author of the change that holds the operation knew when it was done, the change itself
  // included: a version. Empty when it is not in the log.
  [[nodiscard]] std::vector<OpId> version_of(OpId operation) const;
  // Changes that a holder of `version` lacks, in log order.
  [[nodiscard]] std::vector<const Change*> changes_since(std::span<const OpId> version) const;

  // Takes in changes from storage, a file or the built-in data: any order, any number of times, the
  // same result. All or nothing: a change that breaks the log (a counter used twice with different
  // content, an empty change, lists not sorted) refuses the whole batch. Returns how many were new.
  Result<std::size_t> integrate(std::vector<Change> changes);

  // Writes under another replica id from now on: where numbers of the one before may be in use by
  // changes that are not here.
  void write_as(ReplicaId self);
  // Makes the revision greater than that of a document in whose place this one comes.
  void come_after(const Document& earlier);

  // Writing by a person. See transaction.hpp.
  friend class Transaction;
  friend class UndoStack;
  friend class Inverse;
  friend struct ErasureAccess;  // erasure.cpp

 private:
  struct State;  // document/state.hpp
  std::unique_ptr<State> state_;
};

// The text of the record's title field; its type's label in brackets when it has none.
[[nodiscard]] std::string title_of(const Document& document, RecordId id);
// A value as a person reads it: "31 March 2009", "£20,000", "On track", "Not stated".
[[nodiscard]] std::string display_text(const Document& document, const FieldSpec& field,
                                       const Value& value);

}  // namespace atlas
