#include "partnership/fields.hpp"

#include <doctest/doctest.h>

#include <string_view>

#include "document/choices.hpp"

namespace atlas {
namespace {

void check(RecordType type, FieldNumber number, std::string_view key) {
  CAPTURE(key);
  const FieldSpec* field = find_field(type, number);
  REQUIRE(field != nullptr);
  CHECK(field->key == key);
}

template <typename Options>
void check_option(const Options& options, std::uint32_t number, std::string_view key) {
  CAPTURE(key);
  bool found = false;
  for (const ChoiceOption& option : options) {
    if (option.number == number) found = option.key == key;
  }
  CHECK(found);
}

}  // namespace

TEST_CASE("field numbers are those of the schema's keys") {
  using enum RecordType;
  check(kBody, fields::kEvidenceSource, "evidence_source");
  check(kBody, fields::kEvidencePlace, "evidence_place");
  check(kBody, fields::kEvidenceAsAt, "evidence_as_at");
  check(kBody, fields::kEvidenceBasis, "evidence_basis");
  check(kBody, fields::kNote, "note");
  check(kWorkspace, fields::kWorkspaceName, "name");
  check(kModel, fields::kModelName, "name");
  check(kModel, fields::kModelCopiedFrom, "copied_from");
  check(kModel, fields::kModelShortName, "short_name");
  check(kModel, fields::kModelBroughtInFrom, "brought_in_from");
  check(kBody, fields::kBodyName, "name");
  check(kBody, fields::kBodyShortName, "short_name");
  check(kBody, fields::kBodyKind, "kind");
  check(kBody, fields::kBodyTheme, "theme");
  check(kBody, fields::kBodyTier, "tier");
  check(kBody, fields::kBodyPurpose, "purpose");
  check(kBody, fields::kBodyLead, "lead");
  check(kBody, fields::kBodyStatutory, "statutory");
  check(kBody, fields::kBodyCount, "count");
  check(kBody, fields::kBodyStatus, "status");
  check(kBody, fields::kBodyAlsoKnownAs, "also_known_as");
  check(kLine, fields::kLineFrom, "from");
  check(kLine, fields::kLineTo, "to");
  check(kLine, fields::kLineKind, "kind");
  check(kLine, fields::kLineLabel, "label");
  check(kPlan, fields::kPlanName, "name");
  check(kPlan, fields::kPlanPeriod, "period");
}

TEST_CASE("field numbers of delivery are those of the schema's keys") {
  using enum RecordType;
  check(kObjective, fields::kObjectiveName, "name");
  check(kObjective, fields::kObjectiveNumber, "number");
  check(kObjective, fields::kObjectiveStatus, "status");
  check(kObjective, fields::kObjectiveRag, "rag");
  check(kObjective, fields::kObjectiveRagReason, "rag_reason");
  check(kObjective, fields::kObjectiveOwner, "owner");
  check(kObjective, fields::kObjectiveDue, "due");
  check(kAction, fields::kActionName, "name");
  check(kAction, fields::kActionOwner, "owner");
  check(kAction, fields::kActionStart, "start");
  check(kAction, fields::kActionDue, "due");
  check(kAction, fields::kActionStatus, "status");
  check(kAction, fields::kActionRag, "rag");
  check(kAction, fields::kActionRagReason, "rag_reason");
  check(kAction, fields::kActionPercent, "percent");
  check(kAction, fields::kActionTimescale, "timescale");
  check(kEvidence, FieldNumber{16}, "statement");
  check(kEvidence, FieldNumber{18}, "disagrees");
}

TEST_CASE("option numbers are those of the schema's keys") {
  check_option(choices::kActionStatus, fields::kStatusNotStarted, "not_started");
  check_option(choices::kActionStatus, fields::kStatusComplete, "complete");
  check_option(choices::kActionStatus, fields::kStatusCancelled, "cancelled");
  check_option(choices::kRag, fields::kRagOnTrack, "on_track");
  check_option(choices::kRag, fields::kRagComplete, "complete");
  check_option(choices::kLineKind, fields::kLineReportsTo, "reports_to");
  check_option(choices::kBasis, fields::kBasisInferred, "inferred");
}

}  // namespace atlas
