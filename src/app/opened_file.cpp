#include "app/opened_file.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "partnership/hierarchy.hpp"
#include "replica/erasures.hpp"

namespace atlas::app {
namespace {

std::vector<const Change*> all_changes(const Document& document) {
  std::vector<const Change*> all = document.changes();
  const std::vector<const Change*> waiting = document.waiting();
  all.insert(all.end(), waiting.begin(), waiting.end());
  return all;
}

std::string name_in(const io::SnapshotContents& contents) {
  Document document(contents.workspace, ReplicaId{1});
  const Result<std::size_t> taken = document.integrate(contents.changes);
  return taken.ok() ? workspace_name(document) : std::string();
}

}  // namespace

Comparison compare_with_file(const Document& document, const io::SnapshotContents& contents) {
  std::map<OpId, const Change*> here;
  for (const Change* change : all_changes(document)) here.emplace(change->first_id(), change);
  Comparison comparison;
  std::size_t shared = 0;
  for (const Change& change : contents.changes) {
    const auto found = here.find(change.first_id());
    if (found == here.end()) {
      comparison.only_there.push_back(&change);
      continue;
    }
    ++shared;
    if (!is_same_but_for_erased(*found->second, change)) comparison.contradicts = true;
  }
  comparison.only_here = here.size() - shared;
  return comparison;
}

std::optional<OpenedFile> describe_file(const Context& context, const WaitingFile& file) {
  const Document& document = context.state.document;
  OpenedFile opened;
  opened.file_name = file.name;
  opened.workspace_name = name_in(file.contents);
  std::vector<const Change*> new_changes;
  if (file.contents.workspace == document.workspace()) {
    Comparison comparison = compare_with_file(document, file.contents);
    if (comparison.only_there.empty() && !comparison.contradicts) return std::nullopt;
    const bool later = comparison.only_here == 0 && !comparison.contradicts;
    opened.kind = later ? OpenedKind::kLaterCopy : OpenedKind::kDiverged;
    new_changes = std::move(comparison.only_there);
  } else {
    for (const Change& change : file.contents.changes) new_changes.push_back(&change);
  }
  opened.new_changes = new_changes.size();
  std::set<std::string> authors;
  std::int64_t latest_ms = 0;
  for (const Change* change : new_changes) {
    if (!change->author.empty()) authors.insert(change->author);
    latest_ms = std::max(latest_ms, change->time_ms);
  }
  opened.authors.assign(authors.begin(), authors.end());
  if (latest_ms > 0) opened.latest = date_and_time(context.ports.clock, latest_ms);
  return opened;
}

}  // namespace atlas::app
