// Values in words.
#include "base/number_text.hpp"
#include "base/text.hpp"
#include "base/tr.hpp"
#include "document/document.hpp"

namespace atlas {
namespace {

std::string money_text(Money money) {
  std::string digits = with_thousands(to_text(Decimal{money.pence, 2}));
  if (digits.ends_with(".00")) digits.resize(digits.size() - 3);
  digits.insert(digits.starts_with('-') ? 1 : 0, "£");
  return digits;
}

struct ValueText {
  const Document& document;
  const FieldSpec& field;

  std::string operator()(Unset) const { return {}; }
  std::string operator()(NotStated) const { return std::string(tr(Text::kValueNotStated)); }
  std::string operator()(bool flag) const {
    return std::string(tr(flag ? Text::kValueYes : Text::kValueNo));
  }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(Date date) const { return to_plain_text(date); }
  std::string operator()(Money money) const { return money_text(money); }
  std::string operator()(Decimal value) const {
    return with_thousands(to_text(value)) + (field.kind == FieldKind::kPercent ? "%" : "");
  }
  std::string operator()(Choice choice) const {
    const ChoiceOption* option = find_option(field, choice.number);
    return std::string(option == nullptr ? tr(Text::kValueFromNewer) : tr_word(option->label));
  }
  std::string operator()(RecordId id) const {
    const std::string title = title_of(document, id);
    return document.find_live(id) == nullptr ? tr(Text::kTitleDeleted, {title}) : title;
  }
  std::string operator()(Erased) const { return std::string(tr(Text::kValueErased)); }
  std::string operator()(LeftOut) const { return std::string(tr(Text::kValueLeftOut)); }
  std::string operator()(const UnknownValue&) const {
    return std::string(tr(Text::kValueFromNewer));
  }
};

}  // namespace

std::string title_of(const Document& document, RecordId id) {
  const Record* record = document.find(id);
  if (record == nullptr) return std::string(tr(Text::kTitleUnknown));
  const TypeSpec* type = find_type(record->type);
  if (type == nullptr) return std::string(tr(Text::kTitleFromNewer));
  const FieldSpec* field = find_field(record->type, type->title);
  const Value& value = document.get(id, type->title);
  // A title that is a reference could lead in a circle.
  const bool has_title = field != nullptr && field->kind != FieldKind::kReference &&
                         !std::holds_alternative<NotStated>(value) && !is_gone(value);
  const std::string title = has_title ? display_text(document, *field, value) : std::string();
  return title.empty() ? tr(Text::kTitleOfType, {tr_word(type->label)}) : title;
}

std::string display_text(const Document& document, const FieldSpec& field, const Value& value) {
  return std::visit(ValueText{document, field}, value);
}

}  // namespace atlas
