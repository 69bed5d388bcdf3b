#include "bench/plan_replica.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "io/segment.hpp"

namespace atlas::bench {
namespace {

constexpr WorkspaceId kWorkspace{0xBE, 0x9C};
constexpr ReplicaId kBuilder{90};
constexpr FieldNumber kName{16};
// Of actions, in the order of Cell.
constexpr std::array<FieldNumber, kCells> kFields = {
    {{16}, {17}, {19}, {20}, {5}, {23}, {21}, {27}}};
constexpr std::array<std::string_view, 5> kStates = {"not started", "in progress", "blocked",
                                                     "in review", "done"};
constexpr std::array<std::string_view, 3> kRags = {"green", "amber", "red"};

template <std::size_t Count>
Choice choice_of(const std::array<std::string_view, Count>& options, const std::string& text) {
  const auto at = std::find(options.begin(), options.end(), text);
  return {static_cast<std::uint32_t>(at - options.begin()) + 1};
}

Value value_of(Cell cell, const std::string& text) {
  switch (cell) {
    case Cell::kDue:
      return parse_iso_date(text).value_or(Date{});
    case Cell::kStatus:
      return choice_of(kStates, text);
    case Cell::kPercent:
      return parse_decimal(text).value_or(Decimal{});
    case Cell::kRag:
      return choice_of(kRags, text);
    case Cell::kGroup:
      return Money{std::atoll(text.c_str())};
    case Cell::kTitle:
    case Cell::kOwner:
    case Cell::kNote:
      break;
  }
  return text;
}

struct Touch {
  std::size_t operator()(const std::string& text) const { return text.size(); }
  std::size_t operator()(Date date) const { return static_cast<std::size_t>(date.days); }
  std::size_t operator()(Money money) const { return static_cast<std::size_t>(money.pence); }
  std::size_t operator()(Decimal decimal) const {
    return static_cast<std::size_t>(decimal.mantissa);
  }
  std::size_t operator()(Choice choice) const { return choice.number; }
  template <typename Other>
  std::size_t operator()(const Other&) const {
    return 1;
  }
};

void commit(Transaction& transaction) {
  if (!transaction.commit().ok()) std::abort();
}

}  // namespace

PlanReplica PlanReplica::built(const Workload& workload, std::size_t batch) {
  PlanReplica replica(Document(kWorkspace, kBuilder));
  Document& document = replica.document_;
  RecordId plan;
  {
    Transaction transaction(document, "Groups", {});
    const RecordId model = transaction.create(RecordType::kModel, kRootRecord);
    transaction.set_all(model, {{kName, std::string("Workload")}});
    plan = transaction.create(RecordType::kPlan, model);
    transaction.set_all(plan, {{kName, std::string("Plan")}});
    for (const Group& group : workload.groups) {
      const RecordId above =
          group.parent < 0 ? model : replica.groups_[static_cast<std::size_t>(group.parent)];
      replica.groups_.push_back(transaction.create(RecordType::kBody, above));
      transaction.set_all(replica.groups_.back(), {{kName, group.name}});
    }
    commit(transaction);
  }
  {
    Transaction transaction(document, "Moves", {});
    for (const GroupMove& move : workload.moves) {
      const RecordId group = replica.groups_[move.group];
      if (!transaction.move(group, replica.groups_[move.parent]).ok()) std::abort();
    }
    commit(transaction);
  }
  for (std::size_t first = 0; first < workload.actions.size(); first += batch) {
    Transaction transaction(document, "Actions", {});
    const std::size_t end = std::min(first + batch, workload.actions.size());
    for (std::size_t i = first; i < end; ++i) {
      replica.actions_.push_back(transaction.create(RecordType::kAction, plan));
      std::vector<Transaction::FieldValue> values;
      values.reserve(kCells);
      for (std::size_t k = 0; k < kCells; ++k) {
        values.emplace_back(kFields[k], value_of(static_cast<Cell>(k), workload.actions[i][k]));
      }
      if (!transaction.set_all(replica.actions_.back(), std::move(values)).empty()) std::abort();
    }
    commit(transaction);
  }
  return replica;
}

std::optional<PlanReplica> PlanReplica::opened(std::string_view bytes, ReplicaId self) {
  // A block at a time, so that the whole file is never there unpacked beside the document.
  io::SnapshotReader reader{std::string(bytes)};
  PlanReplica replica(Document(kWorkspace, self));
  for (bool done = false; !done;) {
    const Result<bool> read = reader.step();
    if (!read.ok() || !replica.document_.integrate(reader.take_changes()).ok()) return std::nullopt;
    done = read.value();
  }
  if (!(reader.take().workspace == kWorkspace)) return std::nullopt;
  replica.find_records();
  return replica;
}

// Their ids rise in the order in which they were created.
void PlanReplica::find_records() {
  groups_ = document_.records_of(RecordType::kBody);
  actions_ = document_.records_of(RecordType::kAction);
}

void PlanReplica::apply(std::span<const Act> acts, std::size_t batch, const Stamp& stamp) {
  while (!acts.empty()) {
    const std::size_t count = std::min(batch, acts.size());
    Transaction transaction(document_, "Edit", stamp);
    for (const Act& act : acts.first(count)) {
      const Result<> done = act.moves ? transaction.move(groups_[act.target], groups_[act.parent])
                                      : transaction.set(actions_[act.target],
                                                        kFields[static_cast<std::size_t>(act.cell)],
                                                        value_of(act.cell, act.value));
      if (!done.ok()) std::abort();
    }
    commit(transaction);
    acts = acts.subspan(count);
  }
}

std::string PlanReplica::changes_since(std::span<const OpId> mark) const {
  auto segment = io::write_segment(document_.workspace(), document_.changes_since(mark));
  if (!segment.ok()) std::abort();
  return std::move(segment.value().bytes);
}

bool PlanReplica::merge(std::string_view changes) {
  auto contents = io::read_segment(changes);
  return contents.ok() && document_.integrate(std::move(contents.value().changes)).ok();
}

std::string PlanReplica::save() {
  auto bytes = writer_.write(document_);
  if (!bytes.ok()) std::abort();
  return std::move(bytes).value();
}

std::string PlanReplica::save_from_nothing() const {
  auto bytes = io::write_snapshot(document_);
  if (!bytes.ok()) std::abort();
  return std::move(bytes).value();
}

std::string PlanReplica::save_thin() const {
  auto bytes = io::write_thin_snapshot(document_);
  if (!bytes.ok()) std::abort();
  return std::move(bytes).value();
}

std::size_t PlanReplica::read_all() const {
  std::size_t sum = 0;
  for (const RecordId action : actions_) {
    for (const auto& [number, field] : document_.find(action)->fields) {
      sum += number + std::visit(Touch{}, field.shown());
    }
  }
  for (const RecordId group : groups_) {
    sum += document_.find(group)->parent.counter;
    sum += std::visit(Touch{}, document_.get(group, kName));
  }
  return sum;
}

std::string PlanReplica::value(std::uint32_t action, Cell cell) const {
  const Value& value = document_.get(actions_[action], kFields[static_cast<std::size_t>(cell)]);
  if (const auto* date = std::get_if<Date>(&value)) return to_iso_text(*date);
  if (const auto* money = std::get_if<Money>(&value)) return std::to_string(money->pence);
  if (const auto* decimal = std::get_if<Decimal>(&value)) return to_text(*decimal);
  if (const auto* choice = std::get_if<Choice>(&value)) {
    const std::size_t at = choice->number - 1;
    return std::string(cell == Cell::kRag ? kRags[at] : kStates[at]);
  }
  const auto* text = std::get_if<std::string>(&value);
  return text == nullptr ? std::string() : *text;
}

std::size_t PlanReplica::groups_out_of_sight() const {
  return static_cast<std::size_t>(std::count_if(groups_.begin(), groups_.end(), [&](RecordId at) {
    for (std::size_t steps = 0; steps <= groups_.size(); ++steps) {
      if (at == groups_.front()) return false;
      at = document_.find(at)->parent;
      if (document_.find(at) == nullptr) return true;
    }
    return true;
  }));
}

}  // namespace atlas::bench
