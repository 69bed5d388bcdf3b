#include "app/compaction.hpp"

#include <utility>

#include "io/segment.hpp"

namespace atlas::app {
namespace {

constexpr std::size_t kMostSegments = 256;
constexpr std::size_t kMostBases = 8;  // files that were brought in are stored as they came

}  // namespace

void note_parts(Context& context, const LoadedWorkspace& loaded) {
  context.parts.bases.insert(loaded.bases.begin(), loaded.bases.end());
  context.parts.segments.insert(loaded.segments.begin(), loaded.segments.end());
}

Result<io::NamedFile> aside_segment(WorkspaceId workspace, std::span<const Change> aside) {
  std::vector<const Change*> changes;
  for (const Change& change : aside) changes.push_back(&change);
  if (changes.empty() || !put_in_order(changes)) return io::NamedFile{};
  return io::write_segment(workspace, changes, {});
}

bool compact_when_due(Context& context) {
  StoredParts& parts = context.parts;
  for (std::string& name : context.autosave.take_new_segments()) {
    parts.segments.insert(std::move(name));
  }
  const bool many = parts.segments.size() > kMostSegments || parts.bases.size() > kMostBases;
  if (!many) return false;
  const std::string folder = "w/" + context.state.folder;
  if (!context.ports.store.owns(folder)) return false;
  const Document& document = present_document(context);
  const Result<bool> more = context.writer.prepare(document);
  context.compacting = more.ok() && more.value();
  if (context.compacting) return false;
  Result<std::string> bytes = context.writer.write(document, context.foreign);
  if (!bytes.ok()) return false;  // larger than a file may be: the segments stay
  const Result<io::NamedFile> aside = aside_segment(document.workspace(), context.aside);
  if (!aside.ok()) return false;
  const std::string name = io::base_name(bytes.value());
  const StoredParts replaced = std::exchange(parts, {{name}, {}});
  const std::string& kept = aside.value().name;
  if (!kept.empty()) {
    context.autosave.write(folder + "/" + kept, aside.value().bytes);
    parts.segments.insert(kept);
  }
  context.autosave.write(folder + "/" + name, std::move(bytes).value());
  for (const std::string& segment : replaced.segments) {
    if (segment != kept) context.autosave.remove(folder + "/" + segment);
  }
  for (const std::string& base : replaced.bases) {
    if (base != name) context.autosave.remove(folder + "/" + base);
  }
  return true;
}

}  // namespace atlas::app
