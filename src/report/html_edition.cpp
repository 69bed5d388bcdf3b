#include "report/html_edition.hpp"

#include <algorithm>
#include <map>

#include "base/id_text.hpp"
#include "base/number_text.hpp"
#include "document/outline.hpp"
#include "partnership/evidence.hpp"
#include "partnership/fields.hpp"
#include "partnership/hierarchy.hpp"
#include "report/html_table.hpp"
#include "report/markup.hpp"

namespace atlas::report {
namespace {

constexpr const char* kStyle =
    "body{font-family:Arial,sans-serif;line-height:1.5;color:#0b0c0c;background:#fff;"
    "max-width:64rem;margin:2rem auto;padding:0 1rem}"
    "h1,h2,h3,h4{line-height:1.25;margin:2rem 0 .5rem}"
    "h2{border-top:2px solid #0b0c0c;padding-top:1rem}"
    "table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}"
    "caption{text-align:left;font-weight:bold;padding:.25rem 0}"
    "th,td{border:1px solid #767676;padding:.25rem .5rem;text-align:left;vertical-align:top}"
    "th{background:#f3f2f1}"
    ".evidence{color:#505a5f}"
    "@page{size:A4 landscape}"
    "@media print{h2{page-break-before:always}tr{page-break-inside:avoid}}";

bool is_section(RecordType type) {
  return type == RecordType::kModel || type == RecordType::kBody;
}

std::string anchor(RecordId record) {
  return "r" + to_text(record);
}

class Edition {
 public:
  Edition(const Document& document, const HtmlOptions& options)
      : document_(document), options_(options) {}

  std::string write() {
    const std::string name = workspace_name(document_);
    const std::vector<RecordId> shown =
        options_.models.empty() ? models(document_) : options_.models;
    html_ = "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<title>" +
            escaped(name) + "</title>\n<style>" + kStyle +
            "</style>\n</head>\n<body>\n<main>\n<h1>" + escaped(name) + "</h1>\n";
    html_ += "<p>" + with_thousands(std::to_string(count_of(shown))) +
             " records. Each row says which paper it comes from; \"not stated\" means that the "
             "paper is silent.</p>\n";
    write_contents(shown);
    for (const RecordId model : shown) write_model(model);
    if (options_.models.empty()) write_rest();
    return std::move(html_ += "</main>\n</body>\n</html>\n");
  }

 private:
  [[nodiscard]] std::size_t count_of(const std::vector<RecordId>& shown) const {
    if (options_.models.empty()) return document_.live_count();
    std::size_t count = shown.size();
    for (const RecordId model : shown) count += outline(document_, model).size();
    return count;
  }

  void write_contents(const std::vector<RecordId>& shown) {
    html_ += "<nav aria-label=\"Contents\">\n<h2>Contents</h2>\n<ul>\n";
    for (const RecordId model : shown) {
      html_ += "<li><a href=\"#" + anchor(model) + "\">" + escaped(title_of(document_, model)) +
               "</a></li>\n";
    }
    if (options_.models.empty()) html_ += "<li><a href=\"#rest\">Sources and the rest</a></li>\n";
    html_ += "</ul>\n</nav>\n";
  }

  void write_model(RecordId model) {
    heading(2, model, title_of(document_, model));
    write_facts(model);
    const std::vector<HierarchyEntry> bodies = hierarchy(document_, model);
    if (!bodies.empty()) {
      html_ += "<h3>Hierarchy</h3>\n";
      write_tree(bodies);
    }
    write_tables(model, 3);
    for (const HierarchyEntry& entry : bodies) {
      heading(3, entry.body, title_of(document_, entry.body));
      if (!entry.parent.is_null()) {
        html_ += "<p>Part of " + link(entry.parent) + ".</p>\n";
      }
      write_facts(entry.body);
      write_tables(entry.body, 4);
    }
  }

  void heading(int level, RecordId record, const std::string& text) {
    const std::string tag = "h" + std::to_string(level);
    html_ += "<" + tag + " id=\"" + anchor(record) + "\">" + escaped(text) + "</" + tag + ">\n";
  }

  [[nodiscard]] std::string link(RecordId record) const {
    const std::string title = escaped(title_of(document_, record));
    const Record* found = document_.find_live(record);
    const bool has_heading = found != nullptr && is_section(found->type) && is_shown(record);
    return has_heading ? "<a href=\"#" + anchor(record) + "\">" + title + "</a>" : title;
  }

  [[nodiscard]] bool is_shown(RecordId record) const {
    const RecordId model = model_of(document_, record);
    if (model.is_null()) return false;
    return options_.models.empty() || std::find(options_.models.begin(), options_.models.end(),
                                                model) != options_.models.end();
  }

  // Nested lists, without recursion: a hierarchy may be as deep as people make it.
  void write_tree(const std::vector<HierarchyEntry>& bodies) {
    int level = 0;
    for (const HierarchyEntry& entry : bodies) {
      if (entry.level > level) {
        for (; level < entry.level; ++level) html_ += "<ul>\n";
      } else {
        html_ += "</li>\n";
        for (; level > entry.level; --level) html_ += "</ul>\n</li>\n";
      }
      html_ += "<li>" + link(entry.body);
    }
    for (; level > 0; --level) html_ += "</li>\n</ul>\n";
  }

  [[nodiscard]] std::string cell(const FieldSpec& field, const Value& value) const {
    if (const auto* id = std::get_if<RecordId>(&value)) return link(*id);
    std::string text = escaped_lines(display_text(document_, field, value));
    if (is_erased(value)) return "<em>erased</em>";
    if (is_left_out(value)) return "<em>not in this file</em>";
    return std::holds_alternative<NotStated>(value) ? "<em>not stated</em>" : text;
  }

  [[nodiscard]] std::string evidence_cell(RecordId record) const {
    std::string text;
    for (const EvidenceWords& words : evidence_of(document_, record)) {
      if (!text.empty()) text += "<br>";
      if (words.disagrees) text += "Disagrees: ";
      if (!words.statement.empty()) text += escaped_lines(words.statement) + " ";
      text += escaped(words.sentence());
    }
    return text.empty() ? text : "<span class=\"evidence\">" + text + "</span>";
  }

  // The fields of one record, one a row.
  void write_facts(RecordId record) {
    const Record& found = *document_.find_live(record);
    const TypeSpec* type = find_type(found.type);
    HtmlTable table(std::string(type->label) + ": " + title_of(document_, record), {});
    for (const FieldSpec& field : type->fields) {
      const Value& value = document_.get(record, field.number);
      if (field.number == type->title || is_unset(value)) continue;
      table.add_row({escaped(field.label), cell(field, value)});
    }
    const Value& note = document_.get(record, fields::kNote);
    if (!is_unset(note)) {
      table.add_row({"Note", cell(*find_field(found.type, fields::kNote), note)});
    }
    const std::string evidence = evidence_cell(record);
    if (!evidence.empty()) table.add_row({"Evidence", evidence});
    if (!table.empty()) html_ += table.html();
  }

  // Everything below a section that is not a section of its own, one table a type.
  void write_tables(RecordId owner, int level) {
    std::map<RecordType, std::vector<RecordId>> by_type;
    std::vector<RecordId> waiting = document_.children(owner);
    std::reverse(waiting.begin(), waiting.end());
    while (!waiting.empty()) {
      const RecordId record = waiting.back();
      waiting.pop_back();
      const RecordType type = document_.find_live(record)->type;
      if (is_section(type)) continue;
      // Further evidence stands with what it speaks of.
      if (type != RecordType::kEvidence) by_type[type].push_back(record);
      const std::vector<RecordId> children = document_.children(record);
      waiting.insert(waiting.end(), children.rbegin(), children.rend());
    }
    for (const auto& [type, records] : by_type) write_table(owner, type, records, level);
  }

  void write_table(RecordId owner, RecordType number, const std::vector<RecordId>& records,
                   int level) {
    const TypeSpec* type = find_type(number);
    if (type == nullptr) return;
    std::vector<const FieldSpec*> columns;
    const auto add_used = [&](const FieldSpec& field) {
      const bool used = std::any_of(records.begin(), records.end(), [&](RecordId record) {
        return !is_unset(document_.get(record, field.number));
      });
      if (used) columns.push_back(&field);
    };
    for (const FieldSpec& field : type->fields) add_used(field);
    add_used(*find_field(number, fields::kNote));
    const bool under = std::any_of(records.begin(), records.end(), [&](RecordId record) {
      return !(document_.find_live(record)->parent == owner);
    });
    std::vector<std::string> headings;
    for (const FieldSpec* field : columns) headings.emplace_back(field->label);
    if (under) headings.emplace_back("Belongs to");
    headings.emplace_back("Evidence");
    const std::string caption =
        std::string(type->plural) +
        (owner.is_null() ? std::string() : " of " + title_of(document_, owner));
    HtmlTable table(caption, std::move(headings));
    for (const RecordId record : records) {
      std::vector<std::string> cells;
      for (const FieldSpec* field : columns) {
        cells.push_back(cell(*field, document_.get(record, field->number)));
      }
      if (under) {
        const RecordId parent = document_.find_live(record)->parent;
        cells.push_back(parent == owner ? std::string() : link(parent));
      }
      cells.push_back(evidence_cell(record));
      table.add_row(std::move(cells));
    }
    const std::string tag = "h" + std::to_string(level);
    html_ += "<" + tag + ">" + escaped(type->plural) + "</" + tag + ">\n" + table.html();
  }

  void write_rest() {
    html_ += "<h2 id=\"rest\">Sources and the rest</h2>\n";
    write_tables(kRootRecord, 3);
  }

  const Document& document_;
  const HtmlOptions& options_;
  std::string html_;
};

}  // namespace

std::string html_edition(const Document& document, const HtmlOptions& options) {
  return Edition(document, options).write();
}

}  // namespace atlas::report
