#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/date.hpp"
#include "base/id_text.hpp"
#include "describe.hpp"
#include "document/outline.hpp"
#include "document/soundness.hpp"
#include "document/thin.hpp"
#include "files.hpp"
#include "partnership/hierarchy.hpp"
#include "verbs.hpp"

namespace atlas::command {
namespace {

std::string date_of(std::int64_t time_ms) {
  constexpr std::int64_t kDay = 86'400'000;
  const std::int64_t days = time_ms / kDay;
  const bool sane = days > -700'000 && days < 2'900'000;
  return sane ? to_iso_text(Date{static_cast<std::int32_t>(days)}) : "unknown";
}

std::string counted(std::size_t number, const char* word) {
  const bool hisses = std::string_view(word).ends_with('h');
  return std::to_string(number) + " " + word + (number == 1 ? "" : (hisses ? "es" : "s"));
}

struct Facts {
  std::size_t records = 0;
  std::map<std::string, std::size_t> by_type;
  std::size_t changes = 0;
  std::size_t waiting = 0;
  std::size_t clashes = 0;
  bool is_thin = false;
  std::set<std::string> authors;
  std::string first;  // empty: no change has a time
  std::string last;
};

Facts facts_of(const Document& document) {
  Facts facts;
  for (const OutlineEntry& entry : outline(document, kRootRecord)) {
    ++facts.by_type[type_key(document.find_live(entry.record)->type)];
    ++facts.records;
  }
  const std::vector<const Change*> changes = document.changes();
  facts.changes = changes.size();
  facts.waiting = document.waiting().size();
  facts.clashes = document.clashes().size();
  facts.is_thin = is_thin(document);
  for (const Change* change : changes) {
    if (!change->author.empty()) facts.authors.insert(change->author);
  }
  // The built-in data has no time of its own.
  std::optional<std::pair<std::int64_t, std::int64_t>> span;
  for (const Change* change : changes) {
    if (change->time_ms == 0) continue;
    if (!span) span.emplace(change->time_ms, change->time_ms);
    span->first = std::min(span->first, change->time_ms);
    span->second = std::max(span->second, change->time_ms);
  }
  if (span) {
    facts.first = date_of(span->first);
    facts.last = date_of(span->second);
  }
  return facts;
}

}  // namespace

int info(const std::string& file, Format format, Streams streams) {
  const auto read = read_workspace(file);
  if (!read.ok()) return refuse(read.error(), streams);
  const Document& document = read.value().document;
  const Facts facts = facts_of(document);
  const std::string id = to_hex(document.workspace().high) + to_hex(document.workspace().low);
  if (format == Format::kJson) {
    const Json json{{"name", workspace_name(document)},
                    {"workspace", id},
                    {"bytes", read.value().bytes},
                    {"records", facts.records},
                    {"types", facts.by_type},
                    {"changes", facts.changes},
                    {"waiting", facts.waiting},
                    {"clashes", facts.clashes},
                    {"thin", facts.is_thin},
                    {"authors", facts.authors},
                    {"first_change", facts.first},
                    {"last_change", facts.last}};
    streams.out << json.dump(2) << "\n";
    return kFine;
  }
  streams.out << workspace_name(document) << "\nWorkspace " << id << ", " << read.value().bytes
              << " bytes\n"
              << counted(facts.changes, "change")
              << (facts.first.empty() ? "" : ", from " + facts.first + " to " + facts.last) << "; "
              << facts.waiting << " waiting for others\n"
              << (facts.is_thin ? "Earlier values are left out\n" : "")
              << counted(facts.clashes, "clash") << "\n";
  for (const std::string& author : facts.authors) streams.out << "Author: " << author << "\n";
  streams.out << facts.records << " records\n";
  for (const auto& [type, count] : facts.by_type) {
    streams.out << "  " << type << ": " << count << "\n";
  }
  return kFine;
}

int check(const std::vector<std::string>& files, Format format, Streams streams) {
  int worst = kFine;
  Json all = Json::array();
  for (const std::string& file : files) {
    const auto read = read_workspace(file);
    if (!read.ok()) {
      if (format == Format::kJson) {
        all.push_back({{"file", file}, {"readable", false}, {"problem", read.error().happened}});
      }
      worst = refuse(read.error(), streams);
      continue;
    }
    const Document& document = read.value().document;
    const std::vector<Unsound> unsound = unsound_parts(document);
    const std::vector<Clash> clashes = document.clashes();
    const std::size_t waiting = document.waiting().size();
    if (!(unsound.empty() && clashes.empty() && waiting == 0)) worst = std::max(worst, kFound);
    if (format == Format::kJson) {
      Json json{{"file", file},
                {"readable", true},
                {"waiting", waiting},
                {"clashes", Json::array()},
                {"unsound", Json::array()}};
      for (const Clash& clash : clashes) json["clashes"].push_back(as_json(document, clash));
      for (const Unsound& part : unsound) {
        json["unsound"].push_back({{"id", to_text(part.record)},
                                   {"title", title_of(document, part.record)},
                                   {"what", part.what}});
      }
      all.push_back(std::move(json));
      continue;
    }
    streams.out << file << ": " << counted(document.live_count(), "record") << ", "
                << counted(clashes.size(), "clash") << ", " << counted(unsound.size(), "fault")
                << ", " << counted(waiting, "change") << " waiting for others\n";
    for (const Clash& clash : clashes) streams.out << in_words(document, clash);
    for (const Unsound& part : unsound) {
      streams.out << "? " << type_key(document.find(part.record)->type) << " \""
                  << title_of(document, part.record) << "\": " << part.what << "\n";
    }
  }
  if (format == Format::kJson) streams.out << all.dump(2) << "\n";
  return worst;
}

int diff(const std::string& before, const std::string& after, Format format, Streams streams) {
  const auto left = read_workspace(before);
  if (!left.ok()) return refuse(left.error(), streams);
  const auto right = read_workspace(after);
  if (!right.ok()) return refuse(right.error(), streams);
  const Document& a = left.value().document;
  const Document& b = right.value().document;
  const std::vector<RecordDifference> found = differences(a, b);
  if (format == Format::kJson) {
    Json json = Json::array();
    for (const RecordDifference& difference : found) json.push_back(as_json(a, b, difference));
    streams.out << json.dump(2) << "\n";
  } else {
    for (const RecordDifference& difference : found) streams.out << in_words(a, b, difference);
  }
  return found.empty() ? kFine : kFound;
}

}  // namespace atlas::command
