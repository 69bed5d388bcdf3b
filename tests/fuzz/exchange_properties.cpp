// JSON and CSV.
#include <utility>

#include "base/text.hpp"
#include "document/soundness.hpp"
#include "exchange/csv_records.hpp"
#include "exchange/csv_writer.hpp"
#include "exchange/importer.hpp"
#include "exchange/json_reader.hpp"
#include "exchange/json_writer.hpp"
#include "fuzz/document_check.hpp"
#include "fuzz/properties.hpp"
#include "support/small_workspace.hpp"

namespace atlas::fuzz {
namespace {

using exchange::ImportCounts;
using exchange::IncomingRecord;

const Stamp kStamp{1'700'000'000'000, "Ann"};
constexpr WorkspaceId kNoWorkspace{1, 2};

Verdict refused(const Error& error) {
  if (error.happened.empty()) return {false, "it is refused without words"};
  return {false, is_valid_utf8(error.happened) ? "" : "it is refused in broken words"};
}

std::string json_of(const Document& document) {
  return exchange::write_json(document, exchange::selected(document, {})).text;
}

Result<ImportCounts> bring_in(Document& document, std::vector<IncomingRecord> records) {
  return exchange::import_records(document, std::move(records), "Import", kStamp);
}

// Out as JSON and into an empty workspace: the same again.
std::string complaint_about_json(const Document& document) {
  const std::string text = json_of(document);
  auto file = exchange::read_json(text);
  if (!file.ok()) return "its JSON cannot be read: " + file.error().happened;
  Document copy(document.workspace(), exchange::import_replica({text}, kStamp));
  const auto counts = bring_in(copy, std::move(file.value().records));
  if (!counts.ok()) return "its JSON is refused: " + counts.error().happened;
  if (counts.value().added != document.live_count()) return "its JSON lacks records";
  return json_of(copy) == text ? "" : "its JSON comes back as another one";
}

// Out as tables and in again where it came from: nothing to do.
std::string complaint_about_tables(Document& document) {
  const std::size_t changes = document.changes().size();
  for (const TypeSpec* type : schema_types()) {
    const std::vector<RecordId> records = document.records_of(type->type);
    if (records.empty()) continue;
    auto file = exchange::read_csv(exchange::write_csv(document, *type, records).text);
    if (!file.ok()) return "its table cannot be read: " + file.error().happened;
    if (file.value().type != type->type) return "its table is taken for another";
    if (file.value().records.size() != records.size()) return "its table lacks records";
    const auto counts = bring_in(document, std::move(file.value().records));
    if (!counts.ok()) return "its table is refused: " + counts.error().happened;
    if (counts.value().same != records.size()) return "its table changes what it came from";
  }
  return document.changes().size() == changes ? "" : "its tables leave a change";
}

// What was brought in keeps to the schema, where nothing that does not was there before.
std::string complaint_about_import(Document& document) {
  for (const Unsound& part : unsound_parts(document)) return "it is unsound: " + part.what;
  std::string complaint = complaint_about(document);
  if (complaint.empty()) complaint = complaint_about_json(document);
  if (complaint.empty()) complaint = complaint_about_tables(document);
  return complaint;
}

Verdict check_records(Document document, std::vector<IncomingRecord> records) {
  const std::string before = json_of(document);
  const std::size_t changes = document.changes().size();
  const auto counts = bring_in(document, std::move(records));
  if (counts.ok()) return {true, complaint_about_import(document)};
  if (document.changes().size() != changes || json_of(document) != before) {
    return {false, "a refused import left something behind"};
  }
  return refused(counts.error());
}

// Into an empty workspace, and into one that has something to refer to.
Verdict check_both(Document empty, const std::vector<IncomingRecord>& records) {
  Verdict first = check_records(std::move(empty), records);
  if (!first.complaint.empty()) return first;
  test::SmallWorkspace small;
  Verdict second = check_records(std::move(small.document), records);
  return {first.taken || second.taken, std::move(second.complaint)};
}

}  // namespace

Verdict check_json(std::string_view bytes) {
  const auto file = exchange::read_json(bytes);
  if (!file.ok()) return refused(file.error());
  const WorkspaceId workspace = file.value().workspace.value_or(kNoWorkspace);
  Document empty(workspace, exchange::import_replica({std::string(bytes)}, kStamp));
  return check_both(std::move(empty), file.value().records);
}

Verdict check_csv(std::string_view bytes) {
  const auto file = exchange::read_csv(bytes);
  if (!file.ok()) return refused(file.error());
  Document empty(kNoWorkspace, exchange::import_replica({std::string(bytes)}, kStamp));
  return check_both(std::move(empty), file.value().records);
}

}  // namespace atlas::fuzz
