// Fields that the code asks for by name. The schema table is the authority; fields_test.cpp holds
// these numbers to its keys.
#pragma once

#include "document/schema.hpp"

namespace atlas::fields {

inline constexpr FieldNumber kEvidenceSource{1};
inline constexpr FieldNumber kEvidencePlace{2};
inline constexpr FieldNumber kEvidenceAsAt{3};
inline constexpr FieldNumber kEvidenceBasis{4};
inline constexpr FieldNumber kNote{5};

inline constexpr FieldNumber kWorkspaceName{16};
inline constexpr FieldNumber kModelName{16};
inline constexpr FieldNumber kModelCopiedFrom{23};
inline constexpr FieldNumber kModelShortName{34};
inline constexpr FieldNumber kModelBroughtInFrom{35};

inline constexpr FieldNumber kBodyName{16};
inline constexpr FieldNumber kBodyShortName{17};
inline constexpr FieldNumber kBodyKind{18};
inline constexpr FieldNumber kBodyTheme{19};
inline constexpr FieldNumber kBodyTier{20};
inline constexpr FieldNumber kBodyPurpose{21};
inline constexpr FieldNumber kBodyLead{22};
inline constexpr FieldNumber kBodyStatutory{23};
inline constexpr FieldNumber kBodyCount{25};
inline constexpr FieldNumber kBodyStatus{26};
inline constexpr FieldNumber kBodyAlsoKnownAs{30};

inline constexpr FieldNumber kLineFrom{16};
inline constexpr FieldNumber kLineTo{17};
inline constexpr FieldNumber kLineKind{18};
inline constexpr FieldNumber kLineLabel{19};

inline constexpr FieldNumber kPlanName{16};
inline constexpr FieldNumber kPlanPeriod{17};

inline constexpr FieldNumber kObjectiveName{16};
inline constexpr FieldNumber kObjectiveNumber{17};
inline constexpr FieldNumber kObjectiveStatus{19};
inline constexpr FieldNumber kObjectiveRag{20};
inline constexpr FieldNumber kObjectiveRagReason{21};
inline constexpr FieldNumber kObjectiveOwner{22};
inline constexpr FieldNumber kObjectiveDue{23};

inline constexpr FieldNumber kActionName{16};
inline constexpr FieldNumber kActionOwner{17};
inline constexpr FieldNumber kActionStart{18};
inline constexpr FieldNumber kActionDue{19};
inline constexpr FieldNumber kActionStatus{20};
inline constexpr FieldNumber kActionRag{21};
inline constexpr FieldNumber kActionRagReason{22};
inline constexpr FieldNumber kActionPercent{23};
inline constexpr FieldNumber kActionTimescale{26};

// Options of the status and RAG choices that code treats by meaning.
inline constexpr std::uint32_t kStatusNotStarted = 1;
inline constexpr std::uint32_t kStatusComplete = 3;
inline constexpr std::uint32_t kStatusCancelled = 6;
inline constexpr std::uint32_t kRagOnTrack = 1;
inline constexpr std::uint32_t kRagComplete = 4;
inline constexpr std::uint32_t kLineReportsTo = 1;
inline constexpr std::uint32_t kBasisInferred = 2;

}  // namespace atlas::fields
