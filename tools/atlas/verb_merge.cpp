#include <nlohmann/json.hpp>

#include <utility>

#include "describe.hpp"
#include "files.hpp"
#include "verbs.hpp"

namespace atlas::command {
namespace {

struct Part {
  std::string file;
  std::size_t fresh = 0;  // changes that the files before it lacked
};

// Those that wait for others too.
std::vector<Change> changes_of(const Document& document) {
  std::vector<Change> changes;
  for (const Change* change : document.changes()) changes.push_back(*change);
  for (const Change* change : document.waiting()) changes.push_back(*change);
  return changes;
}

// Foreign chunks of all files, each once: their order in a file is the writer's matter.
void add_foreign(std::vector<io::ForeignChunk>& all, std::vector<io::ForeignChunk> more) {
  for (io::ForeignChunk& chunk : more) all.push_back(std::move(chunk));
}

}  // namespace

int merge(const std::vector<std::string>& files, const std::string& output, Format format,
          Streams streams) {
  auto first = read_workspace(files.front());
  if (!first.ok()) return refuse(first.error(), streams);
  const Document& before = first.value().document;
  // Beside the first, which stays as it is to be compared with.
  Workspace merged{Document(before.workspace(), before.self()), {}, 0};
  Document& document = merged.document;
  const auto take = [&](Workspace& from) {
    add_foreign(merged.foreign, std::move(from.foreign));
    return document.integrate(changes_of(from.document));
  };
  const auto whole = take(first.value());
  if (!whole.ok()) return refuse(whole.error(), streams);
  std::vector<Part> parts;
  for (std::size_t i = 1; i < files.size(); ++i) {
    auto next = read_workspace(files[i]);
    if (!next.ok()) return refuse(next.error(), streams);
    if (!(next.value().document.workspace() == document.workspace())) {
      return refuse({ErrorCode::kConflict, files[i] + " is a file of another workspace.",
                     "Nothing was written.", "Merge files of one workspace only."},
                    streams);
    }
    const auto fresh = take(next.value());
    if (!fresh.ok()) return refuse(fresh.error(), streams);
    parts.push_back({files[i], fresh.value()});
  }
  const Result<> written = write_workspace(output, merged);
  if (!written.ok()) return refuse(written.error(), streams);

  const std::vector<RecordDifference> found = differences(before, document);
  const std::vector<Clash> clashes = document.clashes();
  // The merged file itself may be on standard output.
  std::ostream& out = output == "-" ? streams.err : streams.out;
  if (format == Format::kJson) {
    Json json{{"files", Json::array()}, {"differences", Json::array()}, {"clashes", Json::array()}};
    for (const Part& part : parts) {
      json["files"].push_back({{"file", part.file}, {"new_changes", part.fresh}});
    }
    for (const RecordDifference& difference : found) {
      json["differences"].push_back(as_json(before, document, difference));
    }
    for (const Clash& clash : clashes) json["clashes"].push_back(as_json(document, clash));
    out << json.dump(2) << "\n";
  } else {
    for (const Part& part : parts) {
      out << part.file << ": " << part.fresh
          << (part.fresh == 1 ? " new change\n" : " new changes\n");
    }
    for (const RecordDifference& difference : found) {
      out << in_words(before, document, difference);
    }
    out << clashes.size() << (clashes.size() == 1 ? " clash\n" : " clashes\n");
    for (const Clash& clash : clashes) out << in_words(document, clash);
  }
  return clashes.empty() ? kFine : kFound;
}

}  // namespace atlas::command
