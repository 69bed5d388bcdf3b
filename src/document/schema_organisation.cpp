// Models, bodies, seats and lines: who there is and who answers to whom.
#include "document/choices.hpp"
#include "document/schema_tables.hpp"

namespace atlas::tables {
namespace {

constexpr std::array kModelOnly{RecordType::kModel};
constexpr std::array kBodyOnly{RecordType::kBody};
constexpr std::array kSourceOnly{RecordType::kSourceDocument};

constexpr FieldSpec kCommon[] = {
    {{1},
     "evidence_source",
     "Source document",
     FieldKind::kReference,
     "The paper that says so",
     {},
     kSourceOnly},
    {{2},
     "evidence_place",
     "Paragraph or heading",
     FieldKind::kText,
     "Where in the paper, for example paragraph 20(a)"},
    {{3},
     "evidence_as_at",
     "As at",
     FieldKind::kText,
     "The date for which it is true, in the source's words where it carries none"},
    {{4},
     "evidence_basis",
     "Basis",
     FieldKind::kChoice,
     "Whether the paper states it or it is inferred from it",
     choices::kBasis},
    {{5}, "note", "Note", FieldKind::kLongText, "Anything worth knowing about this record"},
};
constexpr FieldSpec kWorkspace[] = {
    {{16}, "name", "Name", FieldKind::kText, "What this workspace is called", {}, {}, true},
    {{17}, "purpose", "Purpose", FieldKind::kLongText, "What it is for"},
};
constexpr FieldSpec kModel[] = {
    {{16}, "name", "Name", FieldKind::kText, "Place, partnership and period", {}, {}, true},
    {{17}, "place", "Place", FieldKind::kText, "For example Darlington"},
    {{18}, "period", "Period", FieldKind::kText, "As the source gives it, for example 2008-09"},
    {{19}, "from", "From", FieldKind::kDate, "First day of the period, for ordering"},
    {{20}, "until", "Until", FieldKind::kDate, "Last day of the period"},
    {{21}, "summary", "Summary", FieldKind::kLongText, "In a few sentences, for a newcomer"},
    {{22}, "scenario", "Scenario", FieldKind::kFlag, "A copy made to try something out"},
    {{23},
     "copied_from",
     "Copied from",
     FieldKind::kReference,
     "The model it was copied from",
     {},
     kModelOnly},
    {{24}, "role", "Role", FieldKind::kLongText, "What the partnership is there to do"},
    {{25}, "legal_status", "Legal status", FieldKind::kLongText, "Statutory or voluntary"},
    {{26},
     "decision_powers",
     "Decision powers",
     FieldKind::kLongText,
     "What it may decide by itself"},
    {{27}, "membership", "Membership", FieldKind::kLongText, "Who sits, by sector and count"},
    {{28}, "funding", "Funding", FieldKind::kLongText, "Who pays and supports"},
    {{29},
     "performance_management",
     "Performance management",
     FieldKind::kLongText,
     "How progress is followed"},
    {{30}, "scrutiny", "Scrutiny", FieldKind::kLongText, "Who looks at it from outside"},
    {{31}, "locality_tier", "Locality tier", FieldKind::kLongText, "How places are reached"},
    {{32},
     "communications",
     "Communications",
     FieldKind::kLongText,
     "How it speaks and listens to people"},
    {{33}, "strategy", "Strategy", FieldKind::kLongText, "The plan that it follows"},
    {{34}, "short_name", "Short name", FieldKind::kText, "For tabs and small places"},
    {{35},
     "brought_in_from",
     "Brought in from",
     FieldKind::kText,
     "The other workspace that it is a copy from, and its file"},
};
constexpr FieldSpec kBody[] = {
    {{16}, "name", "Name", FieldKind::kText, "As the source writes it", {}, {}, true},
    {{17}, "short_name", "Short name", FieldKind::kText, "For example LSP or DAAT"},
    {{18}, "kind", "Kind", FieldKind::kChoice, "What sort of body it is", choices::kBodyKind},
    {{19}, "theme", "Theme", FieldKind::kChoice, "The subject it works on", choices::kTheme},
    {{20}, "tier", "Tier", FieldKind::kChoice, "Its level in the arrangement", choices::kTier},
    {{21}, "purpose", "What it is for", FieldKind::kLongText, "Its function, restated"},
    {{22}, "lead", "Lead", FieldKind::kText, "The post that leads it, never a person's name"},
    {{23}, "statutory", "Statutory", FieldKind::kFlag, "Required by law or government"},
    {{24},
     "significant",
     "Significant partnership",
     FieldKind::kFlag,
     "Classed as significant in the council's annual review"},
    {{25},
     "count",
     "How many",
     FieldKind::kNumber,
     "Where a source counts bodies without naming them",
     {},
     {},
     false,
     true},
    {{26},
     "status",
     "Status",
     FieldKind::kChoice,
     "At the date of the source",
     choices::kBodyStatus},
    {{27}, "started", "Started", FieldKind::kText, "As the source gives it"},
    {{28}, "ended", "Ended", FieldKind::kText, "As the source gives it"},
    {{29}, "meetings", "Meetings", FieldKind::kText, "How often it meets"},
    {{30}, "also_known_as", "Also known as", FieldKind::kText, "Other names in the sources"},
    {{31}, "support", "Supported by", FieldKind::kText, "Posts or teams that support it"},
};
constexpr FieldSpec kSeat[] = {
    {{16}, "name", "Seat", FieldKind::kText, "The post or organisation that sits", {}, {}, true},
    {{17}, "sector", "Sector", FieldKind::kChoice, "The sector it speaks for", choices::kSector},
    {{18}, "count", "How many", FieldKind::kNumber, "Seats of this sort", {}, {}, false, true},
    {{19}, "role", "Role", FieldKind::kText, "For example chair"},
    {{20}, "organisation", "Organisation", FieldKind::kText, "Where the post belongs"},
};
constexpr FieldSpec kLine[] = {
    {{16},
     "from",
     "From",
     FieldKind::kReference,
     "The body where the line starts",
     {},
     kBodyOnly,
     true},
    {{17}, "to", "To", FieldKind::kReference, "The body where the line ends", {}, kBodyOnly, true},
    {{18}, "kind", "Kind", FieldKind::kChoice, "What the line means", choices::kLineKind, {}, true},
    {{19}, "label", "Label", FieldKind::kText, "A few words, if the kind does not say it all"},
};
constexpr FieldSpec kSourceDocument[] = {
    {{16}, "title", "Title", FieldKind::kText, "As printed", {}, {}, true},
    {{17}, "author", "Author", FieldKind::kText, "The council or post that wrote it"},
    {{18}, "dated", "Dated", FieldKind::kText, "As printed, or undated"},
    {{19}, "date", "Date", FieldKind::kDate, "Where it carries one"},
    {{20}, "about", "About", FieldKind::kLongText, "What it is, in a sentence"},
};
constexpr FieldSpec kEvidence[] = {
    {{16},
     "statement",
     "Statement",
     FieldKind::kLongText,
     "What this source says, restated",
     {},
     {},
     true},
    {{17}, "field", "About", FieldKind::kText, "The field that it speaks of"},
    {{18},
     "disagrees",
     "Disagrees",
     FieldKind::kFlag,
     "It says something else than the record's own evidence"},
};

}  // namespace

const std::span<const FieldSpec> common{kCommon};
const TypeSpec workspace{RecordType::kWorkspace, "workspace", "Workspace",
                         "Workspaces",           {16},        kWorkspace};
const TypeSpec model{RecordType::kModel, "model", "Model", "Models", {16}, kModel};
const TypeSpec body{RecordType::kBody, "body", "Body", "Bodies", {16}, kBody};
const TypeSpec seat{RecordType::kSeat, "seat", "Seat", "Seats", {16}, kSeat};
const TypeSpec line{RecordType::kLine, "line", "Line", "Lines", {18}, kLine};
const TypeSpec source_document{RecordType::kSourceDocument,
                               "source_document",
                               "Source document",
                               "Source documents",
                               {16},
                               kSourceDocument};
const TypeSpec evidence{RecordType::kEvidence, "evidence", "Further evidence",
                        "Further evidence",    {16},       kEvidence};

}  // namespace atlas::tables
