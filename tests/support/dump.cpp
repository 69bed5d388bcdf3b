#include "support/dump.hpp"

#include <set>
#include <sstream>

namespace atlas::test {
namespace {

struct Text {
  std::string operator()(Unset) const { return "unset"; }
  std::string operator()(NotStated) const { return "not stated"; }
  std::string operator()(bool flag) const { return flag ? "yes" : "no"; }
  std::string operator()(const std::string& text) const { return "'" + text + "'"; }
  std::string operator()(Date date) const { return to_iso_text(date); }
  std::string operator()(Money money) const { return std::to_string(money.pence) + "p"; }
  std::string operator()(Decimal value) const { return to_text(value); }
  std::string operator()(Choice choice) const { return "#" + std::to_string(choice.number); }
  std::string operator()(RecordId id) const { return text_of(id); }
  std::string operator()(Erased) const { return "erased"; }
  std::string operator()(LeftOut) const { return "left out"; }
  std::string operator()(const UnknownValue& value) const {
    return "unknown " + std::to_string(value.kind) + " " + value.bytes;
  }
};

enum class Marks { kShown, kHidden };

void dump_record(std::ostringstream& out, const Document& document, const Record& record,
                 Marks marks) {
  out << text_of(record.id) << " type " << static_cast<std::uint32_t>(record.type) << " in "
      << text_of(record.parent) << " at " << record.order << (record.deleted ? " deleted" : "")
      << (record.returned && marks == Marks::kShown ? " returned" : "") << "\n";
  for (const auto& [number, field] : record.fields) {
    out << "  " << number << " = " << text_of(field.shown());
    for (const Value* each : field.others()) {
      const Value& other = *each;
      if (marks == Marks::kShown || !(other == field.shown())) out << " | " << text_of(other);
    }
    out << "\n";
  }
  out << "  children";
  for (const RecordId child : document.children(record.id)) out << " " << text_of(child);
  out << "\n";
}

std::set<RecordId> all_records(const Document& document) {
  std::set<RecordId> ids;
  for (const Change* change : document.changes()) {
    for (const Operation& operation : change->operations) {
      const auto* create = std::get_if<CreateOp>(&operation);
      if (create != nullptr) ids.insert(create->record);
    }
  }
  return ids;
}

}  // namespace

std::string text_of(OpId id) {
  return std::to_string(id.replica.value) + "." + std::to_string(id.counter);
}

std::string text_of(RecordId id) {
  return id.is_null() ? "top" : "r" + text_of(OpId{id.replica, id.counter});
}

std::string text_of(const Value& value) {
  return std::visit(Text{}, value);
}

std::string text_of(const Clash& clash) {
  std::string text = "clash " + std::to_string(static_cast<int>(clash.kind)) + " " +
                     text_of(clash.record) + " " + std::to_string(clash.field.value);
  for (const ClashSide& side : clash.sides) text += " " + text_of(side.operation);
  return text;
}

std::string dump(const Document& document) {
  std::ostringstream out;
  for (const RecordId id : all_records(document))
    dump_record(out, document, *document.find(id), Marks::kShown);
  for (const Clash& clash : document.clashes()) out << text_of(clash) << "\n";
  return out.str();
}

std::string dump_live(const Document& document) {
  std::ostringstream out;
  for (const RecordId id : all_records(document)) {
    const Record* record = document.find_live(id);
    if (record != nullptr) dump_record(out, document, *record, Marks::kHidden);
  }
  return out.str();
}

}  // namespace atlas::test
