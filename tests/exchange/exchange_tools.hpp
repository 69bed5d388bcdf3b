// A workspace through JSON or CSV and back.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "document/document.hpp"
#include "exchange/csv_records.hpp"
#include "exchange/csv_writer.hpp"
#include "exchange/json_reader.hpp"
#include "exchange/json_writer.hpp"

namespace atlas::test {

inline constexpr std::int64_t kImportTime = 1'700'000'000'000;

inline std::string json_of(const Document& document) {
  return exchange::write_json(document, exchange::selected(document, {})).text;
}

inline std::string csv_of(const Document& document, RecordType type) {
  return exchange::write_csv(document, *find_type(type), exchange::selected(document, {})).text;
}

inline Result<exchange::ImportCounts> bring_in(Document& document,
                                               const std::vector<exchange::IncomingRecord>& in) {
  return exchange::import_records(document, in, "Import", {kImportTime, "Ann"});
}

inline Document from_json(const std::string& text) {
  auto file = exchange::read_json(text);
  CAPTURE(file.ok() ? std::string() : file.error().happened);
  REQUIRE(file.ok());
  REQUIRE(file.value().workspace.has_value());
  Document document(*file.value().workspace,
                    exchange::import_replica({text}, {kImportTime, "Ann"}));
  const auto counts = bring_in(document, file.value().records);
  CAPTURE(counts.ok() ? std::string() : counts.error().happened);
  REQUIRE(counts.ok());
  CHECK(counts.value().added == file.value().records.size());
  return document;
}

}  // namespace atlas::test
