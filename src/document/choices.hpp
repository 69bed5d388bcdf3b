// Choice sets of the schema. Numbers are permanent; append only.
#pragma once

#include <array>

#include "document/schema.hpp"

namespace atlas::choices {

inline constexpr std::array<ChoiceOption, 2> kBasis{{
    {1, "stated", "Stated in the source"},
    {2, "inferred", "Inferred from the source"},
}};
inline constexpr std::array<ChoiceOption, 18> kBodyKind{{
    {1, "board", "Board"},
    {2, "partnership", "Partnership"},
    {3, "group", "Group"},
    {4, "forum", "Forum"},
    {5, "network", "Network"},
    {6, "committee", "Committee"},
    {7, "council", "Council"},
    {8, "cabinet", "Cabinet"},
    {9, "service", "Service"},
    {10, "team", "Team"},
    {11, "assembly", "Assembly"},
    {12, "organisation", "Organisation"},
    {13, "government_body", "Government body"},
    {14, "community_partnership", "Community partnership"},
    {15, "area_partnership", "Area partnership"},
    {16, "programme", "Programme"},
    {17, "workstream", "Workstream"},
    {18, "sector", "Sector"},
}};
inline constexpr std::array<ChoiceOption, 7> kTheme{{
    {1, "economy", "Economy"},
    {2, "children", "Children and young people"},
    {3, "health", "Health and wellbeing"},
    {4, "safety", "Community safety"},
    {5, "environment", "Environment"},
    {6, "community", "Community"},
    {7, "governance", "Governance"},
}};
inline constexpr std::array<ChoiceOption, 7> kTier{{
    {1, "accountable", "Accountable body"},
    {2, "board", "Board"},
    {3, "executive", "Executive and support"},
    {4, "thematic", "Thematic"},
    {5, "operational", "Operational"},
    {6, "locality", "Locality"},
    {7, "network", "Networks and forums"},
}};
inline constexpr std::array<ChoiceOption, 8> kLineKind{{
    {1, "reports_to", "Reports to"},
    {2, "scrutinised_by", "Scrutinised by"},
    {3, "advises", "Advises"},
    {4, "funds", "Funds"},
    {5, "coordinates", "Coordinates"},
    {6, "oversees", "Oversees"},
    {7, "member_of", "Member of"},
    {8, "succeeded_by", "Succeeded by"},
}};
inline constexpr std::array<ChoiceOption, 7> kSector{{
    {1, "public", "Public"},
    {2, "private", "Private"},
    {3, "voluntary", "Voluntary and community"},
    {4, "political", "Political leaders"},
    {5, "education", "Education"},
    {6, "residents", "Residents"},
    {7, "government", "Central government"},
}};
inline constexpr std::array<ChoiceOption, 4> kBodyStatus{{
    {1, "proposed", "Proposed"},
    {2, "active", "Active"},
    {3, "ending", "Ending"},
    {4, "ended", "Ended"},
}};
inline constexpr std::array<ChoiceOption, 3> kHorizon{{
    {1, "long", "Long term"},
    {2, "medium", "Medium term"},
    {3, "short", "Short term"},
}};
inline constexpr std::array<ChoiceOption, 3> kDirection{{
    {1, "up", "Up is better"},
    {2, "down", "Down is better"},
    {3, "steady", "Steady is better"},
}};
inline constexpr std::array<ChoiceOption, 3> kReadingKind{{
    {1, "actual", "Actual"},
    {2, "target", "Target"},
    {3, "forecast", "Forecast"},
}};
inline constexpr std::array<ChoiceOption, 6> kActionStatus{{
    {1, "not_started", "Not started"},
    {2, "in_progress", "In progress"},
    {3, "complete", "Complete"},
    {4, "on_hold", "On hold"},
    {5, "carried_forward", "Carried forward"},
    {6, "cancelled", "Cancelled"},
}};
inline constexpr std::array<ChoiceOption, 5> kRag{{
    {1, "on_track", "On track"},
    {2, "at_risk", "At risk"},
    {3, "off_track", "Off track"},
    {4, "complete", "Complete"},
    {5, "not_started", "Not started"},
}};
inline constexpr std::array<ChoiceOption, 5> kActionKind{{
    {1, "delivery", "Delivery"},
    {2, "governance", "Governance"},
    {3, "issue", "Response to an issue of concern"},
    {4, "development", "Partnership development"},
    {5, "review", "Review"},
}};
inline constexpr std::array<ChoiceOption, 5> kBudgetKind{{
    {1, "gross_expenditure", "Gross expenditure"},
    {2, "council_funding", "Council funding"},
    {3, "government_grant", "Direct government grant"},
    {4, "other_contribution", "Other contribution"},
    {5, "contribution_part", "Part of other contributions"},
}};
inline constexpr std::array<ChoiceOption, 4> kResourceKind{{
    {1, "staff", "Staff"},
    {2, "finance", "Finance"},
    {3, "accommodation", "Accommodation"},
    {4, "other_asset", "Other asset"},
}};
inline constexpr std::array<ChoiceOption, 3> kAccountability{{
    {1, "population", "Population"},
    {2, "performance", "Service performance"},
    {3, "away_day", "Away day"},
}};
inline constexpr std::array<ChoiceOption, 4> kPairingState{{
    {1, "suggested", "Suggested"},
    {2, "accepted", "Accepted"},
    {3, "refused", "Refused"},
    {4, "no_counterpart", "No counterpart"},
}};
inline constexpr std::array<ChoiceOption, 4> kProposalKind{{
    {1, "assess", "Assess"},
    {2, "plan", "Plan"},
    {3, "do", "Do"},
    {4, "review", "Review"},
}};
inline constexpr std::array<ChoiceOption, 5> kContributionKind{{
    {1, "strength", "Strength"},
    {2, "improvement", "Improvement area"},
    {3, "suggestion", "Suggestion"},
    {4, "discussion", "Discussion point"},
    {5, "answer", "Answer"},
}};

}  // namespace atlas::choices
