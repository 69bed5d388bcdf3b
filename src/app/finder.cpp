#include "app/finder.hpp"

#include <algorithm>

#include "app/search.hpp"
#include "base/text.hpp"
#include "base/tr.hpp"
#include "partnership/fields.hpp"
#include "partnership/hierarchy.hpp"

namespace atlas::app {
namespace {

// Of equal matches a body or a model is meant more often than an action, and an action than another
// record.
constexpr int kBodyHere = 12;
constexpr int kBodyElsewhere = 10;
constexpr int kModel = 10;
constexpr int kAction = 9;
// What a word is worth where it occurs.
constexpr int kTitle = 20;
constexpr int kOtherName = 16;
constexpr int kLead = 6;
constexpr int kPurpose = 2;
constexpr int kPlace = 3;  // the model that the record is in

// A text in which words are looked for, folded, and what a match in it is worth.
struct Weighed {
  std::string text;
  int weight = 0;
};

// The sum of the best match of each word; 0 when one occurs nowhere. The first text is the title.
int points_of(const std::vector<Weighed>& texts, const std::vector<std::string>& words,
              std::string_view query) {
  int total = 0;
  for (const std::string& word : words) {
    int best = 0;
    for (const Weighed& weighed : texts) {
      best = std::max(best, word_match(weighed.text, word) * weighed.weight);
    }
    if (best == 0) return 0;
    total += best;
  }
  const std::string& title = texts.front().text;
  if (title == query) total += 4 * kTitle;
  // Worth more the more of the title it is: many a sentence begins with "partnership".
  if (title.starts_with(query)) {
    total += static_cast<int>(2 * kTitle * query.size() / title.size());
  }
  return total;
}

std::string detail_of(const Document& document, const Record& record) {
  const TypeSpec* type = find_type(record.type);
  std::string detail = type == nullptr ? std::string() : std::string(tr_word(type->label));
  const RecordId model = model_of(document, record.id);
  if (!model.is_null() && !(model == record.id)) detail += " · " + title_of(document, model);
  return detail;
}

void find_actions(const State& state, const std::vector<std::string>& words, std::string_view query,
                  std::vector<Found>& found) {
  for (const ActionSpec& spec : actions()) {
    if (!spec.enabled(state) || spec.id == ActionId::kSearch) continue;
    const std::vector<Weighed> texts{
        {fold_for_search(spec.text()), kTitle},
        {fold_for_search(spec.name()), kOtherName},
        {fold_for_search(group_name(spec.group)), kPlace},
    };
    const int points = words.empty() ? 1 : points_of(texts, words, query);
    if (points == 0) continue;
    found.push_back({.action = spec.id,
                     .record = {},
                     .title = std::string(spec.text()),
                     .detail = spec.keys(),
                     .points = points + kAction});
  }
}

// The texts of a record, its title first.
std::vector<Weighed> texts_of(const Document& document, RecordId id, RecordType type) {
  std::vector<Weighed> texts{{fold_for_search(title_of(document, id)), kTitle}};
  const auto add = [&](FieldNumber field, int weight) {
    const auto* text = std::get_if<std::string>(&document.get(id, field));
    if (text != nullptr) texts.push_back({fold_for_search(*text), weight});
  };
  if (type == RecordType::kBody) {
    add(fields::kBodyShortName, kOtherName);
    add(fields::kBodyAlsoKnownAs, kOtherName);
    add(fields::kBodyLead, kLead);
    add(fields::kBodyPurpose, kPurpose);
  }
  const RecordId model = model_of(document, id);
  if (!model.is_null()) texts.push_back({fold_for_search(title_of(document, model)), kPlace});
  return texts;
}

void find_records(const State& state, const std::vector<std::string>& words, std::string_view query,
                  std::vector<Found>& found) {
  const Document& document = state.document;
  for (const TypeSpec* type : schema_types()) {
    if (type->type == RecordType::kLine) continue;
    for (const RecordId id : document.records_of(type->type)) {
      int points = points_of(texts_of(document, id, type->type), words, query);
      if (points == 0) continue;
      if (type->type == RecordType::kBody) {
        points += model_of(document, id) == state.explore.model ? kBodyHere : kBodyElsewhere;
      }
      if (type->type == RecordType::kModel) points += kModel;
      found.push_back({.action = {},
                       .record = id,
                       .title = title_of(document, id),
                       .detail = detail_of(document, *document.find(id)),
                       .points = points});
    }
  }
}

}  // namespace

std::vector<Found> find_anything(const State& state, std::string_view query, std::size_t most) {
  const std::string folded = fold_for_search(trim(query));
  const std::vector<std::string> words = words_of(folded);
  std::vector<Found> found;
  find_actions(state, words, folded, found);
  if (!words.empty()) find_records(state, words, folded, found);
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& a, const Found& b) { return a.points > b.points; });
  if (found.size() > most) found.resize(most);
  return found;
}

}  // namespace atlas::app
