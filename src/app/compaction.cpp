#include "app/compaction.hpp"

#include <utility>

#include "io/segment.hpp"

namespace atlas::app {
namespace {

constexpr std::size_t kMostSegments = 256;

}  // namespace

void note_parts(Context& context, const LoadedWorkspace& loaded) {
  context.parts.bases.insert(loaded.bases.begin(), loaded.bases.end());
  context.parts.segments.insert(loaded.segments.begin(), loaded.segments.end());
}

bool compact_when_due(Context& context) {
  StoredParts& parts = context.parts;
  for (std::string& name : context.autosave.take_new_segments()) {
    parts.segments.insert(std::move(name));
  }
  if (parts.segments.size() <= kMostSegments) return false;
  const std::string folder = "w/" + context.state.folder;
  if (!context.ports.store.owns(folder)) return false;
  Result<std::string> bytes = context.writer.write(context.state.document, context.foreign);
  if (!bytes.ok()) return false;  // larger than a file may be: the segments stay
  const std::string name = io::base_name(bytes.value());
  const StoredParts replaced = std::exchange(parts, {{name}, {}});
  context.autosave.write(folder + "/" + name, std::move(bytes).value());
  for (const std::string& segment : replaced.segments) {
    context.autosave.remove(folder + "/" + segment);
  }
  for (const std::string& base : replaced.bases) {
    if (base != name) context.autosave.remove(folder + "/" + base);
  }
  return true;
}

}  // namespace atlas::app
