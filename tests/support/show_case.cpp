#include "support/show_case.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <utility>

#include "document/undo.hpp"
#include "support/dump.hpp"
#include "support/picks.hpp"
#include "support/workspace.hpp"

namespace atlas::test {
namespace {

constexpr std::size_t kLeavesEach = 9;

// Another value than the one that is there; nothing for kinds that need a record.
std::optional<Value> other_value(Random& random, const FieldSpec& field, const Value& now) {
  const std::uint64_t dice = random.below(1'000'000);
  Value value;
  switch (field.kind) {
    case FieldKind::kText:
    case FieldKind::kLongText:
      value = "Edited " + std::to_string(dice);
      break;
    case FieldKind::kDate:
      value = Date{static_cast<std::int32_t>(10'000 + dice % 9'000)};
      break;
    case FieldKind::kMoney:
      value = Money{static_cast<std::int64_t>(dice)};
      break;
    case FieldKind::kNumber:
    case FieldKind::kPercent:
      value = Decimal{static_cast<std::int64_t>(dice), 2};
      break;
    case FieldKind::kChoice:
      value = Choice{any_of_list(random, field.choices).number};
      break;
    case FieldKind::kFlag:
      value = random.one_in(2);
      break;
    case FieldKind::kReference:
      return std::nullopt;
  }
  return value == now ? std::nullopt : std::optional(std::move(value));
}

}  // namespace

ShowCase::ShowCase(Random& random, const Document& base) {
  for (std::size_t i = 0; i < kEditors; ++i) copies_.push_back(copy_of(base, 0x1000 + i));
  deal(random, base);
  for (std::size_t i = 0; i < kEditors; ++i) work(random, i);
  set_apart(0, 2);
  set_apart(2, 2);
  set_apart(4, 3);
  move_apart(5, 9);
  delete_and_edit(7, 10);
  close_circle(8, 11);
  agree();
}

void ShowCase::deal(Random& random, const Document& base) {
  homes_ = base.records_of(RecordType::kModel);
  for (const TypeSpec* type : schema_types()) {
    if (type->type == RecordType::kModel || type->type == RecordType::kWorkspace) continue;
    for (const RecordId id : base.records_of(type->type)) {
      if (base.children(id).empty()) leaves_.push_back(id);
    }
  }
  shuffle(random, leaves_);
  REQUIRE(leaves_.size() > kEditors * kLeavesEach + 20);
  REQUIRE(homes_.size() > 2);
}

RecordId ShowCase::leaf() {
  const RecordId id = leaves_.back();
  leaves_.pop_back();
  return id;
}

RecordId ShowCase::any_home(Random& random) const {
  return any_of_list(random, homes_);
}

// By chance in their kind and number, each on records of the editor's own.
void ShowCase::work(Random& random, std::size_t editor) {
  Document& copy = copies_[editor];
  for (std::size_t i = 0; i < kLeavesEach; ++i) {
    const RecordId record = leaf();
    switch (random.below(6)) {
      case 0: {
        RecordId parent = any_home(random);
        if (parent == copy.find(record)->parent) parent = kRootRecord;
        test::move(copy, record, parent);
        places_.push_back({record, parent});
        break;
      }
      case 1:
        test::remove(copy, record);
        deleted_.push_back(record);
        break;
      case 2: {
        const RecordId parent = any_home(random);
        const std::string name = "Made by " + std::to_string(editor);
        const RecordId made = test::add(copy, RecordType::kBody, name, parent);
        places_.push_back({made, parent});
        edits_.push_back({made, field::kName, name});
        break;
      }
      case 3:
        undo_one(editor, record);
        break;
      default:
        set_fields(random, editor, record);
    }
  }
}

void ShowCase::set_fields(Random& random, std::size_t editor, RecordId record) {
  Document& copy = copies_[editor];
  const TypeSpec& type = *find_type(copy.find(record)->type);
  Transaction transaction(copy, "Edit", {1'000, "Ann"});
  const auto edit = [&](const FieldSpec& spec) {
    auto value = other_value(random, spec, copy.get(record, spec.number));
    if (!value || !transaction.set(record, spec.number, *value).ok()) return;
    edits_.push_back({record, spec.number, std::move(*value)});
  };
  for (const FieldSpec& spec : type.fields) {
    if (random.one_in(2)) edit(spec);
  }
  edit(*find_field(type.type, field::kNote));
  REQUIRE(transaction.commit().ok());
}

// What was taken back leaves the record as it was.
void ShowCase::undo_one(std::size_t editor, RecordId record) {
  Document& copy = copies_[editor];
  const Value before = copy.get(record, field::kNote);
  UndoStack stack;
  stack.committed(test::set(copy, record, field::kNote, std::string("By mistake")));
  REQUIRE(stack.undo(copy, {}).ok());
  edits_.push_back({record, field::kNote, before});
}

void ShowCase::set_apart(std::size_t first, std::size_t people) {
  const RecordId record = leaf();
  for (std::size_t i = 0; i < people; ++i) {
    test::set(copies_[first + i], record, field::kNote, "Note of " + std::to_string(first + i));
  }
  clashes_.push_back({ClashKind::kField, record, field::kNote, people, {}});
}

void ShowCase::move_apart(std::size_t first, std::size_t second) {
  const RecordId record = leaf();
  std::vector<RecordId> to = homes_;
  std::erase(to, copies_[first].find(record)->parent);
  test::move(copies_[first], record, to[0]);
  test::move(copies_[second], record, to[1]);
  clashes_.push_back({ClashKind::kMovedApart, record, {}, 2, {}});
}

void ShowCase::delete_and_edit(std::size_t first, std::size_t second) {
  const RecordId record = leaf();
  test::remove(copies_[first], record);
  test::set(copies_[second], record, field::kNote, std::string("Still wanted"));
  edits_.push_back({record, field::kNote, std::string("Still wanted")});
  clashes_.push_back({ClashKind::kDeletedAndEdited, record, {}, 2, {}});
}

void ShowCase::close_circle(std::size_t first, std::size_t second) {
  const RecordId a = leaf();
  const RecordId b = leaf();
  test::move(copies_[first], a, b);
  test::move(copies_[second], b, a);
  clashes_.push_back({ClashKind::kCircle, a, {}, 1, b});
}

// All twelve say the same of one record: no clash.
void ShowCase::agree() {
  const RecordId record = leaf();
  for (Document& copy : copies_) {
    test::set(copy, record, field::kNote, std::string("As agreed"));
  }
  edits_.push_back({record, field::kNote, std::string("As agreed")});
}

std::string ShowCase::complaints(const Document& merged) const {
  std::string all;
  const auto complain = [&](RecordId record, const char* what) {
    all += text_of(record) + " " + what + "\n";
  };
  for (const Edit& edit : edits_) {
    if (!(merged.get(edit.record, edit.field) == edit.value)) complain(edit.record, "lost an edit");
    if (merged.find_live(edit.record) == nullptr) complain(edit.record, "is gone");
  }
  for (const Place& place : places_) {
    const Record* record = merged.find_live(place.record);
    if (record == nullptr || record->parent != place.parent) complain(place.record, "is not there");
  }
  for (const RecordId record : deleted_) {
    if (merged.find_live(record) != nullptr) complain(record, "is there again");
  }
  const std::vector<Clash> found = merged.clashes();
  for (const ExpectedClash& clash : clashes_) {
    const auto fits = [&](const Clash& each) {
      const bool record = each.record == clash.record ||
                          (!clash.or_record.is_null() && each.record == clash.or_record);
      return record && each.kind == clash.kind && each.field == clash.field &&
             each.sides.size() == clash.sides;
    };
    if (std::count_if(found.begin(), found.end(), fits) != 1) {
      complain(clash.record, "is not listed once as a clash");
    }
  }
  if (found.size() != clashes_.size()) all += "other clashes are listed than there are\n";
  return all;
}

}  // namespace atlas::test
