#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <random>
#include <sstream>
#include <utility>

#include "base/id_text.hpp"
#include "base/text.hpp"
#include "describe.hpp"
#include "document/erasure.hpp"
#include "files.hpp"
#include "verbs.hpp"

namespace atlas::command {
namespace {

using Kind = TextPlace::Kind;

constexpr std::size_t kShownLength = 120;

// One of its own for each run; never zero.
ReplicaId random_replica() {
  std::random_device chance;
  const std::uint64_t high = chance();
  return ReplicaId{(high << 32U) | chance() | 1U};
}

Error wrong(std::string what, std::string next) {
  return {ErrorCode::kInvalid, std::move(what), "Nothing was written.", std::move(next)};
}

// By its key, or by its number for one that only a newer version knows.
std::optional<FieldNumber> field_called(const Document& document, RecordId record,
                                        const std::string& name) {
  const Record* found = document.find(record);
  if (found != nullptr) {
    const FieldSpec* field = find_field_by_key(found->type, name);
    if (field != nullptr) return field->number;
  }
  FieldNumber number;
  const char* end = name.data() + name.size();
  const auto [stopped, failure] = std::from_chars(name.data(), end, number.value);
  if (failure != std::errc() || stopped != end || number.value == 0) return std::nullopt;
  return number;
}

Result<std::vector<TextPlace>> places_in(const Document& document, const EraseOptions& options) {
  const bool by_text = !options.text.empty();
  if (by_text == !options.record.empty() || options.record.empty() != options.field.empty()) {
    return wrong("What to erase is told by --text, or by --record and --field together.",
                 "Name one of the two.");
  }
  if (by_text) return find_text(document, options.text);
  const auto record = parse_record_id(options.record);
  if (!record || document.find(*record) == nullptr) {
    return wrong("There is no record \"" + options.record + "\" in this workspace.",
                 "atlas query and atlas export tell the ids of records.");
  }
  const auto field = field_called(document, *record, options.field);
  if (!field) {
    return wrong("\"" + options.field + "\" is not a field of this record.",
                 "Fields are named as in shared/schema/README.md.");
  }
  return values_of_field(document, *record, *field);
}

std::string_view kind_key(const TextPlace& place) {
  switch (place.kind) {
    case Kind::kValue:
      return "value";
    case Kind::kMessage:
      return "message";
    case Kind::kAuthor:
      return "author";
    case Kind::kNewer:
      break;
  }
  return "of_a_newer_version";
}

std::string_view standing(const TextPlace& place) {
  if (place.waits) return "waits for other changes";
  if (place.kind != Kind::kValue) return "";
  if (place.in_bin) return "in the bin";
  return place.live ? "there now" : "replaced";
}

std::string text_at(const Document& document, const TextPlace& place) {
  const auto* text = std::get_if<std::string>(&place.value);
  if (text != nullptr) return *text;
  const Record* record = document.find(place.record);
  const FieldSpec* field = record == nullptr ? nullptr : find_field(record->type, place.field);
  return field == nullptr ? "(of a newer version)" : display_text(document, *field, place.value);
}

std::string field_name(const Document& document, const TextPlace& place) {
  const Record* record = document.find(place.record);
  const FieldSpec* field = record == nullptr ? nullptr : find_field(record->type, place.field);
  return field == nullptr ? std::to_string(place.field.value) : std::string(field->key);
}

std::string in_words(const Document& document, const TextPlace& place) {
  std::string line(kind_key(place));
  if (place.kind == Kind::kValue) {
    line += " " + to_text(place.record) + " " + field_name(document, place);
  }
  if (place.kind != Kind::kNewer) {
    line += " \"" + shortened(text_at(document, place), kShownLength) + "\"";
  }
  line += " by " + (place.author.empty() ? "somebody" : place.author);
  const std::string_view how = standing(place);
  if (!how.empty()) line += ", " + std::string(how);
  return line + "\n";
}

Json as_json(const Document& document, const TextPlace& place) {
  Json json{{"what", kind_key(place)},
            {"text", text_at(document, place)},
            {"author", place.author},
            {"time_ms", place.time_ms}};
  if (place.kind == Kind::kValue) {
    json["id"] = to_text(place.record);
    json["field"] = field_name(document, place);
    json["live"] = place.live;
    json["in_bin"] = place.in_bin;
  }
  if (place.waits) json["waits"] = true;
  return json;
}

// Of a newer version: this one cannot take anything out of them.
std::size_t count_foreign(const Workspace& workspace, const std::string& text) {
  if (text.empty()) return 0;
  return static_cast<std::size_t>(std::count_if(
      workspace.foreign.begin(), workspace.foreign.end(),
      [&](const io::ForeignChunk& chunk) { return contains_folded(chunk.bytes, text); }));
}

struct Told {
  std::vector<TextPlace> places;
  std::size_t left = 0;  // places where it still stands
  bool written = false;
};

void tell(const Document& document, const Told& told, const EraseOptions& options,
          std::ostream& out) {
  if (options.format == Format::kJson) {
    Json json{{"erased", told.written}, {"left", told.left}, {"places", Json::array()}};
    for (const TextPlace& place : told.places) json["places"].push_back(as_json(document, place));
    out << json.dump(2) << "\n";
    return;
  }
  for (const TextPlace& place : told.places) out << in_words(document, place);
  const std::size_t count = told.places.size();
  out << count << (count == 1 ? " place. " : " places. ");
  if (!told.written) {
    out << "Nothing was erased: name with --output the file to write without it.\n";
  } else if (count == 0) {
    out << "There was nothing to erase.\n";
  } else {
    out << "Erased for good. Copies of files that were sent before still hold it: they are out of "
           "reach.\n";
  }
  if (told.left > 0) {
    out << "It also stands in " << told.left << (told.left == 1 ? " part" : " parts")
        << " of the file that only a newer version understands, and that stay as they are.\n";
  }
}

}  // namespace

int erase(const EraseOptions& options, Streams streams) {
  const std::int64_t now_ms = std::chrono::duration_cast<std::chrono::milliseconds>(
                                  std::chrono::system_clock::now().time_since_epoch())
                                  .count();
  auto workspace = read_workspace(options.source, random_replica());
  if (!workspace.ok()) return refuse(workspace.error(), streams);
  Document& document = workspace.value().document;
  auto found = places_in(document, options);
  if (!found.ok()) return refuse(found.error(), streams);

  Told told;
  told.places = std::move(found).value();
  told.written = !options.output.empty();
  // The file itself may be on standard output.
  std::ostream& out = options.output == "-" ? streams.err : streams.out;
  std::ostringstream list;
  told.left = count_foreign(workspace.value(), options.text) +
              static_cast<std::size_t>(
                  std::count_if(told.places.begin(), told.places.end(),
                                [](const TextPlace& place) { return place.kind == Kind::kNewer; }));
  tell(document, told, options, list);
  if (told.written) {
    const auto done = atlas::erase(document, erasing(told.places), {now_ms, options.author});
    if (!done.ok()) return refuse(done.error(), streams);
    const Result<> written = write_workspace(options.output, workspace.value());
    if (!written.ok()) return refuse(written.error(), streams);
  }
  out << list.str();
  const bool stands = told.written ? told.left > 0 : !told.places.empty() || told.left > 0;
  return stands ? kFound : kFine;
}

}  // namespace atlas::command
