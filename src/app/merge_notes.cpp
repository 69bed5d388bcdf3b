#include "app/merge_notes.hpp"

#include <algorithm>
#include <optional>

#include "base/id_text.hpp"

namespace atlas::app {
namespace {

// Parts of a line end at a tab, items of a list at a unit separator: neither is in a file's name
// that a person can see.
constexpr char kPart = '\t';
constexpr char kItem = '\x1F';
constexpr std::size_t kParts = 9;

std::string without_signs(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20U; }, ' ');
  return text;
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(at);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// Digits only, as std::to_string writes numbers that are not negative.
template <typename Number>
std::optional<Number> number(std::string_view text) {
  constexpr std::size_t kMostDigits = 19;
  if (text.empty() || text.size() > kMostDigits) return std::nullopt;
  Number value{};
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<Number>(c - '0');
  }
  return value;
}

std::string version_text(std::span<const OpId> version) {
  std::string text;
  for (const OpId& id : version) {
    text += (text.empty() ? "" : " ") + to_hex(id.replica.value) + ":" + to_hex(id.counter);
  }
  return text;
}

std::optional<std::vector<OpId>> version_from(std::string_view text) {
  std::vector<OpId> version;
  if (text.empty()) return version;
  for (const std::string_view word : split(text, ' ')) {
    const std::size_t colon = word.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto replica = parse_hex(word.substr(0, colon));
    const auto counter = parse_hex(word.substr(colon + 1));
    if (!replica || !counter) return std::nullopt;
    version.push_back({{*replica}, *counter});
  }
  return version;
}

std::optional<MergeNote> note_from(std::string_view line) {
  const std::vector<std::string_view> parts = split(line, kPart);
  if (parts.size() != kParts) return std::nullopt;
  const auto id = parse_hex(parts[0]);
  const auto wall_ms = number<std::int64_t>(parts[1]);
  const auto changes = number<std::size_t>(parts[2]);
  const auto resting = number<std::size_t>(parts[4]);
  auto before = version_from(parts[5]);
  auto brought = ChangeRanges::from_text(parts[6]);
  auto aside_too = ChangeRanges::from_text(parts[7]);
  if (!id || !wall_ms || !changes || !resting || !before || !brought || !aside_too) {
    return std::nullopt;
  }
  MergeNote note;
  note.id = *id;
  note.wall_ms = *wall_ms;
  note.changes = *changes;
  note.aside = parts[3] == "1";
  note.resting = *resting;
  note.before = std::move(*before);
  note.brought = std::move(*brought);
  note.aside_too = std::move(*aside_too);
  for (const std::string_view file : split(parts[8], kItem)) note.files.emplace_back(file);
  return note;
}

std::string line_of(const MergeNote& note) {
  std::string line = to_hex(note.id);
  const auto add = [&](const std::string& part) { line += kPart + part; };
  add(std::to_string(note.wall_ms));
  add(std::to_string(note.changes));
  add(note.aside ? "1" : "0");
  add(std::to_string(note.resting));
  add(version_text(note.before));
  add(note.brought.text());
  add(note.aside_too.text());
  std::string files;
  for (const std::string& file : note.files) {
    files += (files.empty() ? std::string() : std::string(1, kItem)) + without_signs(file);
  }
  add(files);
  return line;
}

}  // namespace

std::string to_text(std::span<const MergeNote> notes) {
  std::string text;
  for (const MergeNote& note : notes) text += line_of(note) + "\n";
  return text;
}

std::vector<MergeNote> merge_notes_from(std::string_view text) {
  std::vector<MergeNote> notes;
  for (const std::string_view line : split(text, '\n')) {
    if (std::optional<MergeNote> note = note_from(line)) notes.push_back(std::move(*note));
  }
  return notes;
}

bool is_aside(std::span<const MergeNote> notes, OpId id) {
  return std::any_of(notes.begin(), notes.end(), [&](const MergeNote& note) {
    return note.aside && (note.brought.has(id) || note.aside_too.has(id));
  });
}

}  // namespace atlas::app
