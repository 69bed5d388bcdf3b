// Numbers of record types. Permanent; a retired number is never used again.
#pragma once

#include <cstdint>

namespace atlas {

enum class RecordType : std::uint32_t {
  kWorkspace = 1,
  kModel = 2,
  kBody = 3,
  kSeat = 4,
  kLine = 5,
  kPriority = 6,
  kOutcome = 7,
  kIndicator = 8,
  kReading = 9,
  kPlan = 10,
  kObjective = 11,
  kAction = 12,
  kBudgetLine = 13,
  kResourceLine = 14,
  kRequirement = 15,
  kAnswer = 16,
  kIssueOfConcern = 17,
  kReview = 18,
  kAgreement = 19,
  kPairing = 20,
  kHome = 21,
  kContribution = 22,
  kVote = 23,
  kStrategy = 24,
  kDuty = 25,
  kFunction = 26,
  kProject = 27,
  kProposal = 28,
  kAchievement = 29,
  kLocality = 30,
  kLocalityFact = 31,
  kGrant = 32,
  kMeeting = 33,
  kEvent = 34,
  kAgendaItem = 35,
  kAttendance = 36,
  kComment = 37,
  kSavedView = 38,
  kStory = 39,
  kDependency = 40,
  kRisk = 41,
  kRequirementTemplate = 42,
  kRagDefinition = 43,
  kTimelineEntry = 44,
  kSourceDocument = 45,
  kEvidence = 46,
  kQuestion = 47,
  kRestorePoint = 48,
};

}  // namespace atlas
