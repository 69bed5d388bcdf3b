// Away days, meetings, comments, views and the timeline.
#include "document/choices.hpp"
#include "document/schema_tables.hpp"

namespace atlas::tables {
namespace {

constexpr std::array kBodyOnly{RecordType::kBody};
constexpr std::array kModelOnly{RecordType::kModel};
constexpr std::array kContributionOnly{RecordType::kContribution};

constexpr FieldSpec kContribution[] = {
    {{16}, "name", "Contribution", FieldKind::kLongText, "What was said, restated", {}, {}, true},
    {{17},
     "kind",
     "Kind",
     FieldKind::kChoice,
     "What sort of contribution",
     choices::kContributionKind},
    {{18}, "table", "Table", FieldKind::kText, "The table or group that said it"},
};
constexpr FieldSpec kVote[] = {
    {{16},
     "for",
     "For",
     FieldKind::kReference,
     "The contribution voted for",
     {},
     kContributionOnly,
     true},
    {{17}, "round", "Round", FieldKind::kText, "The voting round"},
};
constexpr FieldSpec kMeeting[] = {
    {{16}, "name", "Meeting", FieldKind::kText, "What it is called", {}, {}, true},
    {{17}, "date", "Date", FieldKind::kDate, "When"},
    {{18}, "body", "Of", FieldKind::kReference, "The body that meets", {}, kBodyOnly},
    {{19}, "about", "About", FieldKind::kLongText, "In a few sentences"},
};
constexpr FieldSpec kEvent[] = {
    {{16}, "name", "Event", FieldKind::kText, "What it is called", {}, {}, true},
    {{17}, "date", "Date", FieldKind::kDate, "When"},
    {{18}, "when", "When", FieldKind::kText, "As the source words it"},
    {{19}, "about", "About", FieldKind::kLongText, "In a few sentences"},
};
constexpr FieldSpec kAgendaItem[] = {
    {{16}, "name", "Agenda item", FieldKind::kText, "The subject", {}, {}, true},
    {{17}, "text", "Text", FieldKind::kLongText, "What is to be talked about"},
};
constexpr FieldSpec kAttendance[] = {
    {{16},
     "name",
     "Post or group",
     FieldKind::kText,
     "Who came, never a person's name",
     {},
     {},
     true},
    {{17}, "count", "How many", FieldKind::kNumber, "People", {}, {}, false, true},
};
constexpr FieldSpec kComment[] = {
    {{16}, "text", "Comment", FieldKind::kLongText, "What you think", {}, {}, true},
};
constexpr FieldSpec kSavedView[] = {
    {{16}, "name", "View", FieldKind::kText, "What it is called", {}, {}, true},
    {{17}, "caption", "Caption", FieldKind::kLongText, "What it shows"},
    {{18}, "model", "Model", FieldKind::kReference, "The model shown", {}, kModelOnly},
};
constexpr FieldSpec kStory[] = {
    {{16}, "name", "Story", FieldKind::kText, "What it is called", {}, {}, true},
};
constexpr FieldSpec kTimelineEntry[] = {
    {{16}, "name", "What happened", FieldKind::kText, "Restated", {}, {}, true},
    {{17}, "date", "Date", FieldKind::kDate, "For ordering"},
    {{18}, "when", "When", FieldKind::kText, "As the source words it"},
};
constexpr FieldSpec kRestorePoint[] = {
    {{16}, "name", "Restore point", FieldKind::kText, "What it is called", {}, {}, true},
};

}  // namespace

const TypeSpec contribution{RecordType::kContribution, "contribution", "Contribution",
                            "Contributions",           {16},           kContribution};
const TypeSpec vote{RecordType::kVote, "vote", "Vote", "Votes", {17}, kVote};
const TypeSpec meeting{RecordType::kMeeting, "meeting", "Meeting", "Meetings", {16}, kMeeting};
const TypeSpec event{RecordType::kEvent, "event", "Event", "Events", {16}, kEvent};
const TypeSpec agenda_item{RecordType::kAgendaItem, "agenda_item", "Agenda item",
                           "Agenda items",          {16},          kAgendaItem};
const TypeSpec attendance{
    RecordType::kAttendance, "attendance", "Attendance", "Attendance", {16}, kAttendance};
const TypeSpec comment{RecordType::kComment, "comment", "Comment", "Comments", {16}, kComment};
const TypeSpec saved_view{RecordType::kSavedView, "saved_view", "Saved view",
                          "Saved views",          {16},         kSavedView};
const TypeSpec story{RecordType::kStory, "story", "Story", "Stories", {16}, kStory};
const TypeSpec timeline_entry{RecordType::kTimelineEntry,
                              "timeline_entry",
                              "Timeline entry",
                              "Timeline entries",
                              {16},
                              kTimelineEntry};
const TypeSpec restore_point{RecordType::kRestorePoint,
                             "restore_point",
                             "Restore point",
                             "Restore points",
                             {16},
                             kRestorePoint};

}  // namespace atlas::tables
