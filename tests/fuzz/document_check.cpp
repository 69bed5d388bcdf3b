#include "fuzz/document_check.hpp"

#include "document/soundness.hpp"
#include "io/snapshot.hpp"
#include "support/dump.hpp"
#include "support/oracle.hpp"
#include "support/structure.hpp"

namespace atlas::fuzz {
namespace {

// The slow ways of asking are for small histories.
constexpr std::size_t kFewChanges = 40;
constexpr std::size_t kFewOperations = 32;

std::vector<Change> in_force(const Document& document) {
  std::vector<Change> changes;
  for (const Change* change : document.changes()) changes.push_back(*change);
  return changes;
}

std::size_t operations_in(const std::vector<Change>& changes) {
  std::size_t count = 0;
  for (const Change& change : changes) count += change.operations.size();
  return count;
}

bool is_untouched(const Document& document) {
  return document.changes().empty() && document.waiting().empty() && document.live_count() == 0 &&
         document.version().empty();
}

std::string complaint_about_delivery(const Document& whole, const std::vector<Change>& changes) {
  Document document(whole.workspace(), whole.self());
  for (std::size_t i = changes.size(); i-- > 0;) {
    if (!document.integrate({changes[i]}).ok()) return "one by one a change is refused";
  }
  if (document.waiting().size() != whole.waiting().size()) return "one by one others wait";
  if (test::dump(document) != test::dump(whole)) return "one by one they make another document";
  return {};
}

}  // namespace

std::string complaint_about(const Document& document) {
  std::string faults = test::structural_faults(document);
  if (!faults.empty()) return faults;
  for (const Unsound& part : unsound_parts(document)) {
    if (part.what.empty()) return "a fault without words";
  }
  const auto written = io::write_snapshot(document);
  if (!written.ok()) return "it cannot be written: " + written.error().sentence();
  const auto read = io::read_snapshot(written.value());
  if (!read.ok()) return "its file cannot be read: " + read.error().sentence();
  Document copy(document.workspace(), document.self());
  if (!copy.integrate(read.value().changes).ok()) return "its file cannot be taken in";
  if (test::dump(copy) != test::dump(document)) return "its file holds another document";
  const auto again = io::write_snapshot(copy);
  if (!again.ok() || again.value() != written.value()) return "its copy has other bytes";
  return {};
}

std::string complaint_about(WorkspaceId workspace, const std::vector<Change>& changes) {
  Document document(workspace, ReplicaId{1});
  const auto taken = document.integrate(changes);
  if (!taken.ok()) return is_untouched(document) ? "" : "a refused batch left something behind";
  const std::uint64_t revision = document.revision();
  const auto again = document.integrate(changes);
  if (!again.ok()) return "what was taken in is refused when it comes again";
  if (again.value() != 0) return "what was taken in is new when it comes again";
  if (document.revision() != revision) return "what was known had an effect";
  std::string complaint = complaint_about(document);
  if (!complaint.empty()) return complaint;
  if (changes.size() <= kFewChanges) complaint = complaint_about_delivery(document, changes);
  if (!complaint.empty()) return complaint;
  std::vector<Change> known = in_force(document);
  if (operations_in(known) > kFewOperations) return {};
  return test::dump(document) == test::Oracle(std::move(known)).dump()
             ? ""
             : "the oracle says otherwise";
}

}  // namespace atlas::fuzz
