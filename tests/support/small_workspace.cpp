#include "support/small_workspace.hpp"

#include <cstdlib>

#include "document/transaction.hpp"
#include "io/snapshot.hpp"
#include "partnership/fields.hpp"

namespace atlas::test {
namespace {

namespace f = fields;

class Builder {
 public:
  explicit Builder(Transaction& transaction) : transaction_(transaction) {}

  RecordId add(RecordType type, RecordId parent, std::string name) {
    const RecordId record = transaction_.create(type, parent);
    set(record, find_type(type)->title, std::move(name));
    return record;
  }
  void set(RecordId record, FieldNumber field, Value value) {
    if (!transaction_.set(record, field, std::move(value)).ok()) std::abort();
  }
  RecordId line(RecordId model, RecordId from, RecordId to, std::uint32_t kind) {
    const RecordId record = transaction_.create(RecordType::kLine, model);
    set(record, f::kLineFrom, from);
    set(record, f::kLineTo, to);
    set(record, f::kLineKind, Choice{kind});
    return record;
  }

 private:
  Transaction& transaction_;
};

void add_bodies(SmallWorkspace& made, Builder& build) {
  made.cabinet = build.add(RecordType::kBody, made.alpha, "Cabinet");
  made.board = build.add(RecordType::kBody, made.alpha, "Alpha Board");
  build.set(made.board, f::kBodyShortName, std::string("LSP"));
  build.set(made.board, f::kBodyLead, std::string("Leader of the Council"));
  build.set(made.board, f::kBodyPurpose, std::string("Sets the direction for health and safety."));
  build.set(made.board, f::kEvidenceSource, made.source);
  build.set(made.board, f::kEvidencePlace, std::string("paragraph 22(a)"));
  build.set(made.board, f::kEvidenceAsAt, std::string("31 March 2009"));
  build.set(made.board, f::kEvidenceBasis, Choice{2});
  made.health = build.add(RecordType::kBody, made.board, "Health Group");
  made.safety = build.add(RecordType::kBody, made.board, "Safety Group");
  made.team = build.add(RecordType::kBody, made.safety, "Safety Team");
  made.beta_board = build.add(RecordType::kBody, made.beta, "Beta Board");
  build.set(made.beta_board, f::kBodyAlsoKnownAs, std::string("Dŵr Partnership"));
}

void add_plan(SmallWorkspace& made, Builder& build) {
  made.plan = build.add(RecordType::kPlan, made.board, "Delivery plan 2011");
  made.first = build.add(RecordType::kObjective, made.plan, "First objective");
  made.open = build.add(RecordType::kAction, made.first, "Open action");
  made.done = build.add(RecordType::kAction, made.first, "Done action");
  made.second = build.add(RecordType::kObjective, made.plan, "Second objective");
  made.late = build.add(RecordType::kAction, made.second, "Late action");
  made.loose = build.add(RecordType::kAction, made.plan, "Loose action");
  const Date due = from_civil({2009, 3, 31});
  build.set(made.done, f::kActionStatus, Choice{f::kStatusComplete});
  build.set(made.done, f::kActionDue, due);
  build.set(made.late, f::kActionStatus, Choice{f::kStatusNotStarted});
  build.set(made.late, f::kActionDue, due);
}

}  // namespace

SmallWorkspace::SmallWorkspace() : document({0x5A11, 0x1}, ReplicaId{0x5A11}) {
  Transaction transaction(document, "Make a small workspace", {1'300'000'000'000, "Tester"});
  Builder build(transaction);
  workspace = build.add(RecordType::kWorkspace, kRootRecord, "Small: workspace");
  source = build.add(RecordType::kSourceDocument, kRootRecord, "The paper");
  alpha = build.add(RecordType::kModel, kRootRecord, "Alpha 2011");
  beta = build.add(RecordType::kModel, kRootRecord, "Beta 2012");
  add_bodies(*this, build);
  reports = build.line(alpha, board, cabinet, 1);
  scrutinised = build.line(alpha, health, cabinet, 2);
  advises = build.line(alpha, safety, board, 3);
  succeeded = build.line(beta, board, beta_board, 8);
  add_plan(*this, build);
  if (!transaction.commit().ok()) std::abort();
}

std::string small_snapshot() {
  const SmallWorkspace made;
  return io::write_snapshot(made.document).value();
}

}  // namespace atlas::test
