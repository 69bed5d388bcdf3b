// Reviews, the governance toolkit, agreements, strategies, duties, projects and places.
#include "document/choices.hpp"
#include "document/schema_tables.hpp"

namespace atlas::tables {
namespace {

constexpr std::array kBodyOnly{RecordType::kBody};
constexpr std::array kStrategyOnly{RecordType::kStrategy};
constexpr std::array kRequirementOnly{RecordType::kRequirement};
constexpr std::array kHomeable{RecordType::kOutcome,  RecordType::kPriority, RecordType::kDuty,
                               RecordType::kFunction, RecordType::kStrategy, RecordType::kProject};

constexpr FieldSpec kRequirement[] = {
    {{16}, "name", "Requirement", FieldKind::kText, "What must be in place", {}, {}, true},
    {{17}, "category", "Category", FieldKind::kText, "The part of the toolkit"},
    {{18}, "action", "Action if missing", FieldKind::kLongText, "What the toolkit then proposes"},
};
constexpr FieldSpec kRequirementTemplate[] = {
    {{16}, "name", "Template", FieldKind::kText, "The set of requirements", {}, {}, true},
    {{17}, "adopted", "Adopted", FieldKind::kText, "When and by whom"},
};
constexpr FieldSpec kAnswer[] = {
    {{16},
     "requirement",
     "Requirement",
     FieldKind::kReference,
     "What is answered",
     {},
     kRequirementOnly,
     true},
    {{17}, "met", "Met", FieldKind::kFlag, "Whether it is in place"},
    {{18}, "text", "Answer", FieldKind::kLongText, "In words"},
};
constexpr FieldSpec kIssueOfConcern[] = {
    {{16},
     "name",
     "Issue of concern",
     FieldKind::kLongText,
     "What worries the partnership",
     {},
     {},
     true},
    {{17}, "response", "What is done about it", FieldKind::kLongText, "From the action plan"},
    {{18}, "responsible", "Responsible", FieldKind::kText, "The post"},
    {{19}, "timescale", "Timescale", FieldKind::kText, "As the source words it"},
    {{20}, "update", "Update", FieldKind::kLongText, "What the source adds later"},
};
constexpr FieldSpec kReview[] = {
    {{16}, "name", "Review", FieldKind::kText, "For example Annual review 2008-09", {}, {}, true},
    {{17}, "period", "Period", FieldKind::kText, "The year reviewed"},
    {{18}, "function", "Function", FieldKind::kLongText, "What the partnership is for, restated"},
    {{19}, "to_continue", "To continue", FieldKind::kFlag, "Whether the partnership goes on"},
    {{20}, "governance", "Governance", FieldKind::kLongText, "State of its arrangements"},
    {{21}, "concerns", "Concerns", FieldKind::kLongText, "In sum"},
    {{22}, "completed_by", "Completed by", FieldKind::kText, "The post"},
    {{23}, "completed_on", "Completed on", FieldKind::kDate, "The date"},
    {{24}, "received_by", "Received by", FieldKind::kText, "The post"},
    {{25}, "received_on", "Received on", FieldKind::kDate, "The date"},
    {{26},
     "performance",
     "Performance",
     FieldKind::kLongText,
     "What the form says that belongs to no single objective"},
    {{27},
     "summary_says",
     "The summary says",
     FieldKind::kLongText,
     "What the covering report states about it"},
};
constexpr FieldSpec kAgreement[] = {
    {{16}, "name", "Agreement", FieldKind::kText, "Between the council and whom", {}, {}, true},
    {{17}, "text", "Terms", FieldKind::kLongText, "In plain words"},
};
constexpr FieldSpec kQuestion[] = {
    {{16}, "name", "Question", FieldKind::kLongText, "As the source asks it", {}, {}, true},
    {{17}, "number", "Number", FieldKind::kText, "As the source numbers it"},
    {{18},
     "accountability",
     "Group",
     FieldKind::kChoice,
     "Which set it belongs to",
     choices::kAccountability},
    {{19}, "answer", "Answer", FieldKind::kLongText, "Where one is given"},
};
constexpr FieldSpec kPairing[] = {
    {{16}, "a", "Body in A", FieldKind::kReference, "One side", {}, kBodyOnly, true},
    {{17}, "b", "Body in B", FieldKind::kReference, "The other side", {}, kBodyOnly},
    {{18},
     "state",
     "State",
     FieldKind::kChoice,
     "Whether a person has agreed",
     choices::kPairingState},
    {{19}, "reason", "Reason", FieldKind::kLongText, "Why they play the same role"},
};
constexpr FieldSpec kHome[] = {
    {{16},
     "what",
     "What",
     FieldKind::kReference,
     "The outcome, duty or function",
     {},
     kHomeable,
     true},
    {{17}, "body", "Home", FieldKind::kReference, "The body that carries it", {}, kBodyOnly, true},
    {{18}, "gap", "How the gap is taken forward", FieldKind::kLongText, "Where it has no home"},
};
constexpr FieldSpec kStrategy[] = {
    {{16}, "name", "Strategy", FieldKind::kText, "As the source writes it", {}, {}, true},
    {{17}, "owner", "Owner", FieldKind::kText, "The body or post that owns it"},
    {{18}, "period", "Period", FieldKind::kText, "For example 2008-2011"},
    {{19}, "adopted_by", "Adopted by", FieldKind::kText, "Who made it binding"},
    {{20},
     "replaced_by",
     "Replaced by",
     FieldKind::kReference,
     "The strategy that follows",
     {},
     kStrategyOnly},
    {{21}, "about", "About", FieldKind::kLongText, "What it says"},
};
constexpr FieldSpec kDuty[] = {
    {{16}, "name", "Duty", FieldKind::kText, "What must be done", {}, {}, true},
    {{17}, "body", "Carried by", FieldKind::kReference, "The body", {}, kBodyOnly},
    {{18}, "about", "About", FieldKind::kLongText, "In a sentence"},
    {{19}, "statutory", "Statutory", FieldKind::kFlag, "Required by law"},
};
constexpr FieldSpec kFunction[] = {
    {{16}, "name", "Function", FieldKind::kLongText, "What the body does", {}, {}, true},
    {{17}, "body", "Carried by", FieldKind::kReference, "The body", {}, kBodyOnly},
};
constexpr FieldSpec kProject[] = {
    {{16}, "name", "Project", FieldKind::kText, "As the source writes it", {}, {}, true},
    {{17}, "about", "About", FieldKind::kLongText, "In a sentence"},
    {{18}, "body", "Carried by", FieldKind::kReference, "The body", {}, kBodyOnly},
};
constexpr FieldSpec kProposal[] = {
    {{16}, "name", "Proposal", FieldKind::kLongText, "What is proposed", {}, {}, true},
    {{17},
     "kind",
     "Part",
     FieldKind::kChoice,
     "Assess, plan, do or review",
     choices::kProposalKind},
    {{18}, "reason", "Reason", FieldKind::kLongText, "Why"},
};
constexpr FieldSpec kAchievement[] = {
    {{16},
     "name",
     "Achievement",
     FieldKind::kLongText,
     "What was achieved, restated",
     {},
     {},
     true},
    {{17}, "figure", "Figure", FieldKind::kNumber, "Exactly the source's"},
    {{18}, "unit", "Unit", FieldKind::kText, "For example % reduction"},
    {{19}, "period", "Period", FieldKind::kText, "As the source gives it"},
    {{20}, "theme", "Theme", FieldKind::kChoice, "The subject", choices::kTheme},
    {{21}, "body", "By", FieldKind::kReference, "The body", {}, kBodyOnly},
};
constexpr FieldSpec kLocality[] = {
    {{16}, "name", "Locality", FieldKind::kText, "A ward or place", {}, {}, true},
    {{17}, "kind", "Kind", FieldKind::kText, "For example ward"},
    {{18}, "priority_place", "Priority place", FieldKind::kFlag, "Named as a priority"},
};
constexpr FieldSpec kLocalityFact[] = {
    {{16}, "name", "Fact", FieldKind::kLongText, "Restated", {}, {}, true},
    {{17}, "rank", "Rank", FieldKind::kNumber, "Where the source ranks it", {}, {}, false, true},
    {{18}, "figure", "Figure", FieldKind::kNumber, "Exactly the source's"},
    {{19}, "unit", "Unit", FieldKind::kText, "Of the figure"},
};
constexpr FieldSpec kGrant[] = {
    {{16}, "name", "Grant", FieldKind::kText, "As the source writes it", {}, {}, true},
    {{17}, "year", "Year", FieldKind::kText, "For example 2008-09"},
    {{18}, "amount", "Amount", FieldKind::kMoney, "Exactly the source's", {}, {}, false, true},
    {{19}, "giver", "Given by", FieldKind::kText, "Who pays"},
};
constexpr FieldSpec kImplication[] = {
    {{16}, "name", "Subject", FieldKind::kText, "For example Wards affected", {}, {}, true},
    {{17}, "statement", "Statement", FieldKind::kLongText, "What the paper says of it, restated"},
};

}  // namespace

const TypeSpec requirement{RecordType::kRequirement, "requirement", "Requirement",
                           "Requirements",           {16},          kRequirement};
const TypeSpec requirement_template{RecordType::kRequirementTemplate,
                                    "requirement_template",
                                    "Requirement template",
                                    "Requirement templates",
                                    {16},
                                    kRequirementTemplate};
const TypeSpec answer{RecordType::kAnswer, "answer", "Answer", "Answers", {18}, kAnswer};
const TypeSpec issue_of_concern{RecordType::kIssueOfConcern,
                                "issue_of_concern",
                                "Issue of concern",
                                "Issues of concern",
                                {16},
                                kIssueOfConcern};
const TypeSpec review{RecordType::kReview, "review", "Review", "Reviews", {16}, kReview};
const TypeSpec agreement{RecordType::kAgreement, "agreement", "Agreement",
                         "Agreements",           {16},        kAgreement};
const TypeSpec question{RecordType::kQuestion, "question", "Question",
                        "Questions",           {16},       kQuestion};
const TypeSpec pairing{RecordType::kPairing, "pairing", "Pairing", "Pairings", {19}, kPairing};
const TypeSpec home{RecordType::kHome, "home", "Home", "Homes", {18}, kHome};
const TypeSpec strategy{RecordType::kStrategy, "strategy", "Strategy",
                        "Strategies",          {16},       kStrategy};
const TypeSpec duty{RecordType::kDuty, "duty", "Duty", "Duties", {16}, kDuty};
const TypeSpec function{RecordType::kFunction, "function", "Function",
                        "Functions",           {16},       kFunction};
const TypeSpec project{RecordType::kProject, "project", "Project", "Projects", {16}, kProject};
const TypeSpec proposal{RecordType::kProposal, "proposal", "Proposal",
                        "Proposals",           {16},       kProposal};
const TypeSpec achievement{RecordType::kAchievement, "achievement", "Achievement",
                           "Achievements",           {16},          kAchievement};
const TypeSpec locality{RecordType::kLocality, "locality", "Locality",
                        "Localities",          {16},       kLocality};
const TypeSpec locality_fact{RecordType::kLocalityFact,
                             "locality_fact",
                             "Locality fact",
                             "Locality facts",
                             {16},
                             kLocalityFact};
const TypeSpec grant{RecordType::kGrant, "grant", "Grant", "Grants", {16}, kGrant};
const TypeSpec implication{RecordType::kImplication, "implication", "Implication",
                           "Implications",           {16},          kImplication};

}  // namespace atlas::tables
