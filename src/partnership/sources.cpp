#include "partnership/sources.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.hpp"
#include "document/outline.hpp"
#include "partnership/fields.hpp"

namespace atlas {
namespace {

constexpr FieldNumber kDisagrees{18};
constexpr std::uint32_t kMostInRange = 200;
// Part of the data, as the wording of evidence is, and not of the interface.
constexpr std::string_view kParagraph = "Paragraph ";
constexpr std::string_view kForm = "Form ";
constexpr std::string_view kSlide = "Slide: ";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The number at `at`, which it moves behind it.
std::uint32_t take_number(std::string_view text, std::size_t& at) {
  std::uint32_t number = 0;
  for (; at < text.size() && is_digit(text[at]) && number < 100'000; ++at) {
    number = number * 10 + static_cast<std::uint32_t>(text[at] - '0');
  }
  return number;
}

void skip_brackets(std::string_view text, std::size_t& at) {
  while (at < text.size() && text[at] == '(') {
    const std::size_t end = text.find(')', at);
    at = end == std::string_view::npos ? text.size() : end + 1;
  }
}

// "5(a), 7 and 9 to 11" gives 5, 7, 9, 10, 11.
std::vector<std::uint32_t> numbers_named(std::string_view text) {
  std::vector<std::uint32_t> numbers;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    const std::uint32_t first = take_number(text, at);
    skip_brackets(text, at);
    std::uint32_t last = first;
    const std::size_t to = at + 4;
    if (text.substr(at, 4) == " to " && to < text.size() && is_digit(text[to])) {
      at = to;
      last = take_number(text, at);
      skip_brackets(text, at);
    }
    last = std::min(last, first + kMostInRange);
    for (std::uint32_t number = first; number <= last; ++number) numbers.push_back(number);
  }
  return numbers;
}

bool begins(std::string_view text, std::string_view with) {
  return fold_for_search(text.substr(0, with.size())) == with;
}

void add(std::vector<std::string>& places, std::string name) {
  if (std::find(places.begin(), places.end(), name) == places.end()) {
    places.push_back(std::move(name));
  }
}

struct Rank {
  int kind = 0;  // 0: a heading or slide, 1: a paragraph, 2: a form
  std::uint32_t number = 0;
};

Rank rank_of(const std::string& name) {
  std::size_t at = name.find_first_of("0123456789");
  if (begins(name, "paragraph ")) return {1, take_number(name, at)};
  if (begins(name, "form ") && at != std::string::npos) return {2, take_number(name, at)};
  return {};
}

}  // namespace

std::vector<std::string> places_in(std::string_view wording) {
  std::vector<std::string> places;
  enum class Inside { kNothing, kForm, kSlides } inside = Inside::kNothing;
  for (std::string_view part : split(wording, ';')) {
    part = trim(part);
    if (part.empty()) continue;
    if (begins(part, "paragraph")) {
      inside = Inside::kNothing;
      for (const std::uint32_t number : numbers_named(part)) {
        add(places, std::string(kParagraph) + std::to_string(number));
      }
    } else if (begins(part, "form ") || begins(part, "forms ")) {
      inside = Inside::kForm;
      const std::size_t end = part.find(begins(part, "forms ") ? ":" : ",");
      const std::size_t colon = part.find(':');
      for (const std::uint32_t number : numbers_named(part.substr(0, std::min(end, colon)))) {
        add(places, std::string(kForm) + std::to_string(number));
      }
    } else if (begins(part, "slide")) {
      inside = begins(part, "slides") ? Inside::kSlides : Inside::kNothing;
      const std::size_t colon = part.find(':');
      add(places,
          std::string(kSlide) +
              std::string(trim(part.substr(colon == std::string_view::npos ? 0 : colon + 1))));
    } else if (inside == Inside::kSlides) {
      add(places, std::string(kSlide) + std::string(part));
    } else if (inside != Inside::kForm) {
      add(places, std::string(part));
    }
  }
  return places;
}

std::vector<Source> sources_of(const Document& document) {
  std::vector<Source> sources;
  std::map<RecordId, std::size_t> places;
  const std::vector<OutlineEntry> entries = outline(document, kRootRecord);
  for (const OutlineEntry& entry : entries) {
    if (document.find_live(entry.record)->type != RecordType::kSourceDocument) continue;
    places.emplace(entry.record, sources.size());
    sources.push_back({entry.record, {}, 0});
  }
  std::vector<std::map<std::string, std::size_t>> names(sources.size());
  for (const OutlineEntry& entry : entries) {
    const auto* paper = std::get_if<RecordId>(&document.get(entry.record, fields::kEvidenceSource));
    const auto found = paper == nullptr ? places.end() : places.find(*paper);
    if (found == places.end()) continue;
    Source& source = sources[found->second];
    ++source.records;
    const auto* wording =
        std::get_if<std::string>(&document.get(entry.record, fields::kEvidencePlace));
    if (wording == nullptr) continue;
    for (std::string& name : places_in(*wording)) {
      const auto [place, is_new] = names[found->second].emplace(name, source.places.size());
      if (is_new) source.places.push_back({std::move(name), {}});
      source.places[place->second].records.push_back(entry.record);
    }
  }
  for (Source& source : sources) {
    std::stable_sort(source.places.begin(), source.places.end(),
                     [](const SourcePlace& a, const SourcePlace& b) {
                       const Rank left = rank_of(a.name);
                       const Rank right = rank_of(b.name);
                       return std::tie(left.kind, left.number) < std::tie(right.kind, right.number);
                     });
  }
  return sources;
}

std::vector<RecordId> disagreements(const Document& document) {
  std::vector<RecordId> found;
  for (const OutlineEntry& entry : outline(document, kRootRecord)) {
    if (document.find_live(entry.record)->type != RecordType::kEvidence) continue;
    if (document.get(entry.record, kDisagrees) == Value(true)) found.push_back(entry.record);
  }
  return found;
}

}  // namespace atlas
