#include <nlohmann/json.hpp>

#include <chrono>
#include <utility>

#include "base/hash.hpp"
#include "describe.hpp"
#include "exchange/csv_records.hpp"
#include "exchange/importer.hpp"
#include "exchange/json_reader.hpp"
#include "files.hpp"
#include "verbs.hpp"

namespace atlas::command {
namespace {

// By its first sign: JSON begins with a brace.
bool looks_like_json(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::size_t at = text.find_first_not_of(" \t\r\n");
  return at != std::string_view::npos && text[at] == '{';
}

struct Incoming {
  std::vector<exchange::IncomingRecord> records;
  std::optional<WorkspaceId> workspace;
};

Result<Incoming> read_all(const ImportOptions& options, const std::vector<std::string>& texts) {
  std::optional<RecordType> type;
  if (!options.type.empty()) {
    const TypeSpec* spec = find_type_by_key(options.type);
    if (spec == nullptr) {
      return Error{ErrorCode::kInvalid, "\"" + options.type + "\" is not a type of record.",
                   "Nothing was changed.", "Types are named as in shared/schema/README.md."};
    }
    type = spec->type;
  }
  Incoming all;
  const auto take = [&](std::vector<exchange::IncomingRecord> records) {
    for (auto& record : records) all.records.push_back(std::move(record));
  };
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const auto named = [&](Error error) {
      if (texts.size() > 1) error.happened = options.sources[i] + ":\n" + error.happened;
      return error;
    };
    if (looks_like_json(texts[i])) {
      auto file = exchange::read_json(texts[i]);
      if (!file.ok()) return named(file.error());
      if (!all.workspace) all.workspace = file.value().workspace;
      take(std::move(file.value().records));
    } else {
      auto file = exchange::read_csv(texts[i], type);
      if (!file.ok()) return named(file.error());
      take(std::move(file.value().records));
    }
  }
  return all;
}

Result<Workspace> workspace_for(const ImportOptions& options, const Incoming& incoming,
                                ReplicaId self) {
  if (!options.into.empty()) return read_workspace(options.into, self);
  // A table names no workspace: one of its own, by its content.
  const WorkspaceId id =
      incoming.workspace.value_or(WorkspaceId{mixed_64(self.value), mixed_64(self.value + 1)});
  return Workspace{Document(id, self), {}, 0};
}

std::int64_t now_ms() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

}  // namespace

int import_records(const ImportOptions& options, Streams streams) {
  std::vector<std::string> texts;
  for (const std::string& source : options.sources) {
    auto text = read_bytes(source);
    if (!text.ok()) return refuse(text.error(), streams);
    texts.push_back(std::move(text).value());
  }
  auto incoming = read_all(options, texts);
  if (!incoming.ok()) return refuse(incoming.error(), streams);
  const Stamp stamp{now_ms(), options.author};
  auto workspace = workspace_for(options, incoming.value(), exchange::import_replica(texts, stamp));
  if (!workspace.ok()) return refuse(workspace.error(), streams);
  const auto counts = exchange::import_records(
      workspace.value().document, std::move(incoming.value().records), "Import", stamp);
  if (!counts.ok()) return refuse(counts.error(), streams);
  const Result<> written =
      write_workspace(options.output.empty() ? "-" : options.output, workspace.value());
  if (!written.ok()) return refuse(written.error(), streams);
  // The file itself may be on standard output.
  const auto& [added, changed, same, left] = counts.value();
  if (options.format == Format::kJson) {
    streams.err << Json{{"added", added},
                        {"changed", changed},
                        {"same", same},
                        {"clashes_left", left}}
                       .dump()
                << "\n";
  } else {
    streams.err << added << " records added, " << changed << " changed, " << same
                << " as they were.\n";
    if (left > 0) {
      streams.err << left
                  << " values of clashes were left in the file; the values shown were taken.\n";
    }
  }
  return left > 0 ? kFound : kFine;
}

}  // namespace atlas::command
