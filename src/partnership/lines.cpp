#include "partnership/lines.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "base/tr.hpp"
#include "partnership/fields.hpp"
#include "partnership/hierarchy.hpp"

namespace atlas {
namespace {

struct KindWords {
  std::uint32_t kind;
  Text forward;
  Text backward;
};
constexpr std::array kWords{
    KindWords{1, Text::kLineReportsTo, Text::kLineReceivesReportsFrom},
    KindWords{2, Text::kLineScrutinisedBy, Text::kLineScrutinises},
    KindWords{3, Text::kLineAdvises, Text::kLineAdvisedBy},
    KindWords{4, Text::kLineFunds, Text::kLineFundedBy},
    KindWords{5, Text::kLineCoordinates, Text::kLineCoordinatedBy},
    KindWords{6, Text::kLineOversees, Text::kLineOverseenBy},
    KindWords{7, Text::kLineMemberOf, Text::kLineHasMembers},
    KindWords{8, Text::kLineSucceededBy, Text::kLineFollows},
};

std::optional<DrawnLine> read_line(const Document& document, RecordId line) {
  const auto* from = std::get_if<RecordId>(&document.get(line, fields::kLineFrom));
  const auto* to = std::get_if<RecordId>(&document.get(line, fields::kLineTo));
  const auto* kind = std::get_if<Choice>(&document.get(line, fields::kLineKind));
  if (from == nullptr || to == nullptr || kind == nullptr) return std::nullopt;
  if (document.find_live(*from) == nullptr || document.find_live(*to) == nullptr) {
    return std::nullopt;
  }
  const auto* label = std::get_if<std::string>(&document.get(line, fields::kLineLabel));
  return DrawnLine{line, *from, *to, kind->number, label == nullptr ? std::string() : *label};
}

}  // namespace

std::string_view line_words(std::uint32_t kind, LineDirection direction) {
  for (const KindWords& words : kWords) {
    if (words.kind != kind) continue;
    return direction == LineDirection::kForward ? tr(words.forward) : tr(words.backward);
  }
  return tr(Text::kLineOfUnknownKind);
}

std::vector<LineGroup> lines_of(const Document& document, RecordId body) {
  std::map<std::pair<std::uint32_t, LineDirection>, std::vector<LineEnd>> ends;
  for (const Document::Referrer& referrer : document.referrers(body)) {
    const Record* record = document.find_live(referrer.record);
    if (record == nullptr || record->type != RecordType::kLine) continue;
    const std::optional<DrawnLine> line = read_line(document, referrer.record);
    if (!line) continue;
    if (referrer.field == fields::kLineFrom) {
      ends[{line->kind, LineDirection::kForward}].push_back({line->line, line->to, line->label});
    } else if (referrer.field == fields::kLineTo) {
      ends[{line->kind, LineDirection::kBackward}].push_back({line->line, line->from, line->label});
    }
  }
  std::vector<LineGroup> groups;
  for (auto& [key, of_key] : ends) {
    std::sort(of_key.begin(), of_key.end(), [&](const LineEnd& a, const LineEnd& b) {
      const std::string title_a = title_of(document, a.other);
      const std::string title_b = title_of(document, b.other);
      return std::tie(title_a, a.line) < std::tie(title_b, b.line);
    });
    groups.push_back({key.first, key.second, std::move(of_key)});
  }
  return groups;
}

std::vector<DrawnLine> lines_within(const Document& document, RecordId model) {
  std::vector<DrawnLine> lines;
  for (const RecordId id : document.records_of(RecordType::kLine)) {
    std::optional<DrawnLine> line = read_line(document, id);
    if (line && model_of(document, line->from) == model && model_of(document, line->to) == model) {
      lines.push_back(std::move(*line));
    }
  }
  std::sort(lines.begin(), lines.end(), [](const DrawnLine& a, const DrawnLine& b) {
    return std::tie(a.kind, a.line) < std::tie(b.kind, b.line);
  });
  return lines;
}

}  // namespace atlas
