#include "describe.hpp"

#include <nlohmann/json.hpp>

#include "base/id_text.hpp"
#include "base/text.hpp"

namespace atlas::command {
namespace {

constexpr std::size_t kShownLength = 120;

std::string quoted_title(const Document& document, RecordId record) {
  return "\"" + shortened(title_of(document, record), kShownLength) + "\"";
}

std::string place_of(const Document& document, RecordId parent) {
  return parent.is_null() ? std::string("at the top") : "under " + quoted_title(document, parent);
}

std::string value_text(const Document& document, const FieldSpec* field, const Value& value) {
  if (is_unset(value)) return "(empty)";
  if (field == nullptr) return "(of a newer version)";
  return "\"" + shortened(display_text(document, *field, value), kShownLength) + "\"";
}

Json value_json(const Document& document, const FieldSpec* field, const Value& value) {
  if (is_unset(value) || field == nullptr) return nullptr;
  return display_text(document, *field, value);
}

std::string label_of(RecordType type, FieldNumber number) {
  const FieldSpec* field = find_field(type, number);
  return field == nullptr ? "Field " + std::to_string(number.value) : std::string(field->label);
}

std::string_view kind_key(ClashKind kind) {
  switch (kind) {
    case ClashKind::kField:
      return "field";
    case ClashKind::kMovedApart:
      return "moved_apart";
    case ClashKind::kCircle:
      return "circle";
    case ClashKind::kDeletedAndEdited:
      return "deleted_and_edited";
  }
  return "clash";
}

std::string_view kind_words(ClashKind kind) {
  switch (kind) {
    case ClashKind::kField:
      return "has different values";
    case ClashKind::kMovedApart:
      return "was moved to different places";
    case ClashKind::kCircle:
      return "was moved under itself; the move has no effect";
    case ClashKind::kDeletedAndEdited:
      return "was deleted by one and edited by another";
  }
  return "";
}

std::string author_of(const ClashSide& side) {
  return side.change == nullptr || side.change->author.empty() ? "somebody" : side.change->author;
}

std::string side_text(const Document& document, const Clash& clash, const ClashSide& side) {
  switch (clash.kind) {
    case ClashKind::kField:
      return value_text(document, find_field(document.find(clash.record)->type, clash.field),
                        side.value);
    case ClashKind::kMovedApart:
    case ClashKind::kCircle:
      return place_of(document, side.parent);
    case ClashKind::kDeletedAndEdited:
      break;
  }
  return side.change == nullptr ? std::string() : "\"" + side.change->message + "\"";
}

}  // namespace

int refuse(const Error& error, Streams streams) {
  streams.err << error.happened << "\n";
  if (!error.kept.empty()) streams.err << error.kept << "\n";
  if (!error.next.empty()) streams.err << error.next << "\n";
  return kBadInput;
}

std::string type_key(RecordType type) {
  const TypeSpec* spec = find_type(type);
  return spec == nullptr ? "record" : std::string(spec->key);
}

std::string in_words(const Document& before, const Document& after,
                     const RecordDifference& difference) {
  const std::string type = type_key(difference.type) + " ";
  switch (difference.kind) {
    case DifferenceKind::kAdded:
      return "+ " + type + quoted_title(after, difference.record) + " " +
             place_of(after, difference.parent_after) + "\n";
    case DifferenceKind::kRemoved:
      return "- " + type + quoted_title(before, difference.record) + " " +
             place_of(before, difference.parent_before) + "\n";
    case DifferenceKind::kChanged:
      break;
  }
  std::string text = "~ " + type + quoted_title(after, difference.record) + "\n";
  if (difference.moved) {
    text += "    moved from " + place_of(before, difference.parent_before) + " to " +
            place_of(after, difference.parent_after) + "\n";
  }
  if (difference.reordered) text += "    another place among its siblings\n";
  for (const FieldDifference& field : difference.fields) {
    const FieldSpec* spec = find_field(difference.type, field.field);
    text += "    " + label_of(difference.type, field.field) + ": " +
            value_text(before, spec, field.before) + " -> " + value_text(after, spec, field.after) +
            "\n";
  }
  return text;
}

Json as_json(const Document& before, const Document& after, const RecordDifference& difference) {
  const bool removed = difference.kind == DifferenceKind::kRemoved;
  const bool added = difference.kind == DifferenceKind::kAdded;
  Json json{{"what", added ? "added" : (removed ? "removed" : "changed")},
            {"id", to_text(difference.record)},
            {"type", type_key(difference.type)},
            {"title", title_of(removed ? before : after, difference.record)}};
  if (difference.moved) {
    json["moved"] = {{"from", to_text(difference.parent_before)},
                     {"to", to_text(difference.parent_after)}};
  }
  if (difference.reordered) json["reordered"] = true;
  for (const FieldDifference& field : difference.fields) {
    const FieldSpec* spec = find_field(difference.type, field.field);
    const std::string key =
        spec == nullptr ? std::to_string(field.field.value) : std::string(spec->key);
    json["fields"][key] = {{"before", value_json(before, spec, field.before)},
                           {"after", value_json(after, spec, field.after)}};
  }
  return json;
}

std::string in_words(const Document& document, const Clash& clash) {
  const RecordType type = document.find(clash.record)->type;
  std::string text = "! " + type_key(type) + " " + quoted_title(document, clash.record);
  if (clash.kind == ClashKind::kField) text += ", " + label_of(type, clash.field) + ",";
  text += " " + std::string(kind_words(clash.kind)) + "\n";
  for (const ClashSide& side : clash.sides) {
    text += "    " + side_text(document, clash, side) + " by " + author_of(side) + "\n";
  }
  return text;
}

Json as_json(const Document& document, const Clash& clash) {
  const RecordType type = document.find(clash.record)->type;
  Json json{{"what", "clash"},
            {"kind", kind_key(clash.kind)},
            {"id", to_text(clash.record)},
            {"type", type_key(type)},
            {"title", title_of(document, clash.record)}};
  if (clash.kind == ClashKind::kField) {
    const FieldSpec* spec = find_field(type, clash.field);
    json["field"] = spec == nullptr ? std::to_string(clash.field.value) : std::string(spec->key);
  }
  for (const ClashSide& side : clash.sides) {
    json["sides"].push_back({{"value", side_text(document, clash, side)},
                             {"author", side.change == nullptr ? "" : side.change->author}});
  }
  return json;
}

}  // namespace atlas::command
