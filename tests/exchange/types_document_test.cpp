// shared/schema/types.md says what the schema says.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "document/schema.hpp"

namespace atlas {
namespace {

std::string kind_of(const FieldSpec& field) {
  switch (field.kind) {
    case FieldKind::kText:
      return "text";
    case FieldKind::kLongText:
      return "long text";
    case FieldKind::kDate:
      return "date";
    case FieldKind::kMoney:
      return "money";
    case FieldKind::kNumber:
      return "number";
    case FieldKind::kPercent:
      return "percent";
    case FieldKind::kFlag:
      return "flag";
    case FieldKind::kChoice: {
      std::string keys;
      for (const ChoiceOption& option : field.choices) {
        keys += (keys.empty() ? "`" : ", `") + std::string(option.key) + "`";
      }
      return keys;
    }
    case FieldKind::kReference: {
      std::string types;
      for (const RecordType type : field.refers_to) {
        types += (types.empty() ? "to `" : ", `") + std::string(find_type(type)->key) + "`";
      }
      return types.empty() ? "to any record" : types;
    }
  }
  return {};
}

std::string table_of(std::span<const FieldSpec> fields) {
  std::string text = "| key | label | kind | meaning |\n|---|---|---|---|\n";
  for (const FieldSpec& field : fields) {
    text += "| `" + std::string(field.key) + "` | " + std::string(field.label) + " | " +
            kind_of(field) + (field.required ? ", required" : "") + " | " +
            std::string(field.help) + " |\n";
  }
  return text;
}

std::string types_document() {
  std::string text =
      "# Types and fields\n\nMade from the schema by a test "
      "(`tests/exchange/types_document_test.cpp`); "
      "change `src/document/schema_*.cpp`.\n\n## Every record\n\n" +
      table_of(common_fields());
  for (const TypeSpec* type : schema_types()) {
    text += "\n## " + std::string(type->label) + ": `" + std::string(type->key) + "`\n\n" +
            table_of(type->fields);
  }
  return text;
}

TEST_CASE("the list of types is that of the schema") {
  std::ifstream file(std::string(ATLAS_SOURCE_DIR) + "/shared/schema/types.md");
  const std::string there{std::istreambuf_iterator<char>(file), {}};
  const bool same = there == types_document();
  CHECK_MESSAGE(same, "run atlas_tests --no-skip -tc=\"write the list of types\"");
}

TEST_CASE("write the list of types" * doctest::skip()) {
  std::ofstream(std::string(ATLAS_SOURCE_DIR) + "/shared/schema/types.md", std::ios::binary)
      << types_document();
}

}  // namespace
}  // namespace atlas
