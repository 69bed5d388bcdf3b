// Priorities, outcomes, indicators, plans, actions, budgets and resources.
#include "document/choices.hpp"
#include "document/schema_tables.hpp"

namespace atlas::tables {
namespace {

constexpr std::array kBodyOnly{RecordType::kBody};
constexpr std::array kActionOnly{RecordType::kAction};
constexpr std::array kOutcomeOnly{RecordType::kOutcome};

constexpr FieldSpec kPriority[] = {
    {{16}, "name", "Priority", FieldKind::kText, "As the source writes it", {}, {}, true},
    {{17}, "horizon", "Horizon", FieldKind::kChoice, "How far ahead it looks", choices::kHorizon},
    {{18}, "period", "Period", FieldKind::kText, "For example 2013-2016"},
    {{19}, "theme", "Theme", FieldKind::kChoice, "The subject it belongs to", choices::kTheme},
    {{20},
     "carried_by",
     "Carried by",
     FieldKind::kReference,
     "The body that carries it",
     {},
     kBodyOnly},
};
constexpr FieldSpec kOutcome[] = {
    {{16}, "name", "Outcome", FieldKind::kText, "As the source writes it", {}, {}, true},
    {{17}, "number", "Number", FieldKind::kNumber, "Its number in the source", {}, {}, false, true},
    {{18}, "theme", "Theme", FieldKind::kChoice, "The subject it belongs to", choices::kTheme},
    {{19},
     "carried_by",
     "Carried by",
     FieldKind::kReference,
     "The body that carries it",
     {},
     kBodyOnly},
};
constexpr FieldSpec kIndicator[] = {
    {{16}, "name", "Indicator", FieldKind::kText, "As the source writes it", {}, {}, true},
    {{17}, "unit", "Unit", FieldKind::kText, "For example per 1,000 population"},
    {{18},
     "direction",
     "Direction",
     FieldKind::kChoice,
     "Which way is better",
     choices::kDirection},
    {{19}, "frequency", "Frequency", FieldKind::kText, "How often it is measured"},
    {{20}, "proxy", "Proxy", FieldKind::kFlag, "Stands in for what cannot be measured directly"},
    {{21},
     "accountability",
     "Accountability",
     FieldKind::kChoice,
     "Whole population, or the performance of a service",
     choices::kAccountability},
};
constexpr FieldSpec kReading[] = {
    {{16}, "period", "Period", FieldKind::kText, "As the source gives it, for example 2007/08"},
    {{17}, "date", "Date", FieldKind::kDate, "The day for which it holds"},
    {{18}, "kind", "Kind", FieldKind::kChoice, "Actual, target or forecast", choices::kReadingKind},
    {{19}, "value", "Value", FieldKind::kNumber, "In the unit of the indicator"},
};
constexpr FieldSpec kPlan[] = {
    {{16}, "name", "Name", FieldKind::kText, "For example Delivery plan 2008-09", {}, {}, true},
    {{17}, "period", "Period", FieldKind::kText, "For example 2008-09"},
    {{18}, "from", "From", FieldKind::kDate, "First day"},
    {{19}, "until", "Until", FieldKind::kDate, "Last day"},
};
constexpr FieldSpec kObjective[] = {
    {{16}, "name", "Objective", FieldKind::kLongText, "What is to be reached", {}, {}, true},
    {{17}, "number", "Number", FieldKind::kText, "As the source numbers it"},
    {{18}, "performance", "Performance", FieldKind::kLongText, "How it went, restated"},
    {{19}, "status", "Status", FieldKind::kChoice, "How far it is", choices::kActionStatus},
    {{20}, "rag", "RAG", FieldKind::kChoice, "On track, at risk or off track", choices::kRag},
    {{21}, "rag_reason", "Reason for the RAG", FieldKind::kLongText, "Needed when not on track"},
    {{22}, "owner", "Owner", FieldKind::kText, "The post that answers for it"},
    {{23}, "due", "Due", FieldKind::kDate, "When it is to be reached"},
    {{24},
     "serves",
     "Serves",
     FieldKind::kReference,
     "The outcome that it serves",
     {},
     kOutcomeOnly},
};
constexpr FieldSpec kAction[] = {
    {{16}, "name", "Action", FieldKind::kLongText, "What will be done", {}, {}, true},
    {{17}, "owner", "Owner", FieldKind::kText, "The post that does it"},
    {{18}, "start", "Start", FieldKind::kDate, "When it starts"},
    {{19}, "due", "Due", FieldKind::kDate, "When it is to be done"},
    {{20}, "status", "Status", FieldKind::kChoice, "How far it is", choices::kActionStatus},
    {{21}, "rag", "RAG", FieldKind::kChoice, "On track, at risk or off track", choices::kRag},
    {{22}, "rag_reason", "Reason for the RAG", FieldKind::kLongText, "Needed when not on track"},
    {{23}, "percent", "Percent done", FieldKind::kPercent, "0 to 100", {}, {}, false, true},
    {{24}, "kind", "Kind", FieldKind::kChoice, "What sort of action it is", choices::kActionKind},
    {{25}, "first_due", "First due date", FieldKind::kDate, "The date first agreed"},
    {{26}, "timescale", "Timescale", FieldKind::kText, "As the source words it"},
    {{27}, "cost", "Cost", FieldKind::kMoney, "What it costs", {}, {}, false, true},
};
constexpr FieldSpec kBudgetLine[] = {
    {{16}, "name", "Budget line", FieldKind::kText, "As the source words it", {}, {}, true},
    {{17}, "amount", "Amount", FieldKind::kMoney, "In the period", {}, {}, false, true},
    {{18}, "kind", "Kind", FieldKind::kChoice, "What sort of money", choices::kBudgetKind},
    {{19}, "contributor", "Contributor", FieldKind::kText, "Who pays"},
    {{20}, "period", "Period", FieldKind::kText, "For example 2008-09"},
    {{21}, "approximate", "Approximate", FieldKind::kFlag, "The source says about"},
};
constexpr FieldSpec kResourceLine[] = {
    {{16}, "name", "Resource", FieldKind::kText, "The post or thing", {}, {}, true},
    {{17},
     "kind",
     "Kind",
     FieldKind::kChoice,
     "Staff, money, rooms or other",
     choices::kResourceKind},
    {{18}, "fte", "FTE", FieldKind::kNumber, "Full-time equivalent", {}, {}, false, true},
    {{19}, "amount", "Amount", FieldKind::kMoney, "Where money is stated", {}, {}, false, true},
    {{20}, "period", "Period", FieldKind::kText, "For example 2008-09"},
    {{21}, "detail", "Detail", FieldKind::kText, "As the source words it"},
    {{22}, "approximate", "Estimate", FieldKind::kFlag, "The source says estimate"},
};
constexpr FieldSpec kDependency[] = {
    {{16},
     "before",
     "First",
     FieldKind::kReference,
     "The action that must finish",
     {},
     kActionOnly,
     true},
    {{17},
     "after",
     "Then",
     FieldKind::kReference,
     "The action that waits for it",
     {},
     kActionOnly,
     true},
    {{18}, "name", "Why", FieldKind::kText, "The reason"},
};
constexpr FieldSpec kRisk[] = {
    {{16}, "name", "Risk", FieldKind::kText, "What may happen", {}, {}, true},
    {{17}, "effect", "Effect", FieldKind::kLongText, "What it would mean"},
    {{18}, "response", "Response", FieldKind::kLongText, "What is done about it"},
    {{19}, "owner", "Owner", FieldKind::kText, "The post that watches it"},
};
constexpr FieldSpec kRagDefinition[] = {
    {{16}, "rag", "RAG", FieldKind::kChoice, "The value it explains", choices::kRag, {}, true},
    {{17}, "meaning", "Meaning", FieldKind::kLongText, "What it means in this workspace"},
};

}  // namespace

const TypeSpec priority{RecordType::kPriority, "priority", "Priority",
                        "Priorities",          {16},       kPriority};
const TypeSpec outcome{RecordType::kOutcome, "outcome", "Outcome", "Outcomes", {16}, kOutcome};
const TypeSpec indicator{RecordType::kIndicator, "indicator", "Indicator",
                         "Indicators",           {16},        kIndicator};
const TypeSpec reading{RecordType::kReading, "reading", "Reading", "Readings", {16}, kReading};
const TypeSpec plan{RecordType::kPlan, "plan", "Plan", "Plans", {16}, kPlan};
const TypeSpec objective{RecordType::kObjective, "objective", "Objective",
                         "Objectives",           {16},        kObjective};
const TypeSpec action{RecordType::kAction, "action", "Action", "Actions", {16}, kAction};
const TypeSpec budget_line{RecordType::kBudgetLine, "budget_line", "Budget line",
                           "Budget lines",          {16},          kBudgetLine};
const TypeSpec resource_line{RecordType::kResourceLine,
                             "resource_line",
                             "Resource line",
                             "Resource lines",
                             {16},
                             kResourceLine};
const TypeSpec dependency{RecordType::kDependency, "dependency", "Dependency",
                          "Dependencies",          {18},         kDependency};
const TypeSpec risk{RecordType::kRisk, "risk", "Risk", "Risks", {16}, kRisk};
const TypeSpec rag_definition{RecordType::kRagDefinition,
                              "rag_definition",
                              "RAG definition",
                              "RAG definitions",
                              {16},
                              kRagDefinition};

}  // namespace atlas::tables
