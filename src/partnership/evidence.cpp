#include "partnership/evidence.hpp"

#include <utility>

#include "base/tr.hpp"
#include "partnership/fields.hpp"

namespace atlas {
namespace {

constexpr FieldNumber kStatement{16};
constexpr FieldNumber kDisagrees{18};

std::string text_of(const Document& document, RecordId record, FieldNumber field) {
  const auto* text = std::get_if<std::string>(&document.get(record, field));
  return text == nullptr ? std::string() : *text;
}

EvidenceWords read_evidence(const Document& document, RecordId record) {
  EvidenceWords words;
  words.record = record;
  const auto* source = std::get_if<RecordId>(&document.get(record, fields::kEvidenceSource));
  if (source != nullptr && document.find_live(*source) != nullptr) {
    words.source = *source;
    words.title = title_of(document, *source);
  }
  words.place = text_of(document, record, fields::kEvidencePlace);
  words.as_at = text_of(document, record, fields::kEvidenceAsAt);
  const auto* basis = std::get_if<Choice>(&document.get(record, fields::kEvidenceBasis));
  words.inferred = basis != nullptr && basis->number == fields::kBasisInferred;
  return words;
}

}  // namespace

std::string EvidenceWords::sentence() const {
  std::string text(tr(inferred ? Text::kEvidenceInferred : Text::kEvidenceStated));
  if (!title.empty()) {
    text = tr(inferred ? Text::kEvidenceInferredFrom : Text::kEvidenceStatedIn, {title});
  }
  if (!place.empty()) text = tr(Text::kEvidenceWithPlace, {text, place});
  if (!as_at.empty()) text = tr(Text::kEvidenceWithDate, {text, as_at});
  return text;
}

std::vector<EvidenceWords> evidence_of(const Document& document, RecordId record) {
  std::vector<EvidenceWords> all;
  if (document.find_live(record) == nullptr) return all;
  EvidenceWords own = read_evidence(document, record);
  if (!own.source.is_null() || !own.place.empty()) all.push_back(std::move(own));
  for (const RecordId further : document.children(record, RecordType::kEvidence)) {
    EvidenceWords words = read_evidence(document, further);
    words.statement = text_of(document, further, kStatement);
    const auto* disagrees = std::get_if<bool>(&document.get(further, kDisagrees));
    words.disagrees = disagrees != nullptr && *disagrees;
    all.push_back(std::move(words));
  }
  return all;
}

}  // namespace atlas
