#include "app/search.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "partnership/fields.hpp"
#include "partnership/hierarchy.hpp"

namespace atlas::app {
namespace {

struct SearchedField {
  FieldNumber field;
  int weight;
};
constexpr std::array kSearched{
    SearchedField{fields::kBodyShortName, 60},   SearchedField{fields::kBodyName, 50},
    SearchedField{fields::kBodyAlsoKnownAs, 30}, SearchedField{fields::kBodyLead, 10},
    SearchedField{fields::kBodyPurpose, 5},
};

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80U || std::isalnum(byte) != 0;
}

// 0 when some word occurs nowhere.
int score(const Document& document, RecordId body, const std::vector<std::string>& words,
          std::string_view query) {
  std::array<std::string, kSearched.size()> texts;
  for (std::size_t i = 0; i < kSearched.size(); ++i) {
    const auto* text = std::get_if<std::string>(&document.get(body, kSearched[i].field));
    if (text != nullptr) texts[i] = fold_for_search(*text);
  }
  int total = 0;
  for (const std::string& word : words) {
    int best = 0;
    for (std::size_t i = 0; i < kSearched.size(); ++i) {
      best = std::max(best, word_match(texts[i], word) * kSearched[i].weight);
    }
    if (best == 0) return 0;
    total += best;
  }
  for (const std::string& text : texts) {
    if (text == query) total += 1'000;
  }
  if (texts[1].starts_with(query)) total += 100;
  return total;
}

}  // namespace

std::vector<std::string> words_of(std::string_view folded) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : folded) {
    if (is_word_byte(c)) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

int word_match(std::string_view text, std::string_view word) {
  int best = 0;
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    const bool starts = at == 0 || !is_word_byte(text[at - 1]);
    const std::size_t end = at + word.size();
    const bool ends = end == text.size() || !is_word_byte(text[end]);
    best = std::max(best, starts ? (ends ? 4 : 2) : 1);
  }
  return best;
}

std::vector<RecordId> search_bodies(const Document& document, RecordId model,
                                    std::string_view query) {
  const std::string folded = fold_for_search(trim(query));
  const std::vector<std::string> words = words_of(folded);
  if (words.empty()) return {};
  std::vector<std::pair<int, RecordId>> found;
  for (const HierarchyEntry& entry : hierarchy(document, model)) {
    const int points = score(document, entry.body, words, folded);
    if (points > 0) found.emplace_back(points, entry.body);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<RecordId> bodies;
  bodies.reserve(found.size());
  for (const auto& [points, body] : found) bodies.push_back(body);
  return bodies;
}

}  // namespace atlas::app
