#include "exchange/csv_records.hpp"

#include <set>
#include <string>
#include <utility>

#include "base/id_text.hpp"
#include "base/text.hpp"
#include "exchange/csv_cells.hpp"
#include "exchange/csv_reader.hpp"
#include "exchange/csv_writer.hpp"

namespace atlas::exchange {
namespace {

struct Column {
  enum class Kind { kId, kParent, kField } kind = Kind::kField;
  const FieldSpec* field = nullptr;
  std::string heading;
};

bool same_word(std::string_view a, std::string_view b) {
  return fold_for_search(trim(a)) == fold_for_search(trim(b));
}

class Table {
 public:
  explicit Table(std::string_view text) : reader_(text, problems_) {}

  Result<CsvFile> read(std::optional<RecordType> wanted) {
    const auto heading = reader_.next();
    if (problems_.empty() && !heading) problems_.add(0, "", "", "the file has no heading line");
    if (!problems_.empty()) return problems_.error();
    heading_ = *heading;
    find_type(wanted);
    if (type_ != nullptr) find_columns();
    if (!problems_.empty()) return problems_.error();
    CsvFile file{type_->type, {}};
    while (const auto row = reader_.next()) file.records.push_back(to_record(*row));
    if (!problems_.empty()) return problems_.error();
    return file;
  }

 private:
  void find_type(std::optional<RecordType> wanted) {
    if (wanted) {
      type_ = atlas::find_type(*wanted);
      return;
    }
    for (const std::string& heading : heading_.cells) {
      for (const TypeSpec* type : schema_types()) {
        if (same_word(heading, id_heading(*type))) type_ = type;
      }
    }
    if (type_ != nullptr) return;
    problems_.add(
        heading_.line, "", "",
        "no column tells what the records are; name one \"Action id\", \"Body id\" or the "
        "like, or say the type");
  }

  void find_columns() {
    std::set<std::string> seen;
    for (const std::string& heading : heading_.cells) {
      Column column{Column::Kind::kField, nullptr, heading};
      if (same_word(heading, id_heading(*type_)) || same_word(heading, "id")) {
        column.kind = Column::Kind::kId;
      } else if (same_word(heading, kParentHeading)) {
        column.kind = Column::Kind::kParent;
      } else {
        column.field = field_called(heading);
        if (column.field == nullptr) {
          problems_.add(heading_.line, "", heading,
                        std::string(type_->plural) + " have no such column");
        }
      }
      const std::string name =
          column.field != nullptr ? std::string(column.field->key) : fold_for_search(trim(heading));
      if (!seen.insert(name).second) {
        problems_.add(heading_.line, "", heading, "this column stands twice");
      }
      columns_.push_back(std::move(column));
    }
  }

  [[nodiscard]] const FieldSpec* field_called(std::string_view heading) const {
    const auto look = [&](std::span<const FieldSpec> fields) -> const FieldSpec* {
      for (const FieldSpec& field : fields) {
        if (same_word(heading, field.label) || same_word(heading, field.key)) return &field;
      }
      return nullptr;
    };
    const FieldSpec* own = look(type_->fields);
    return own != nullptr ? own : look(common_fields());
  }

  IncomingRecord to_record(const CsvRow& row) {
    IncomingRecord record;
    record.line = row.line;
    record.type = type_->type;
    record.fields.reserve(columns_.size());
    for (std::size_t i = columns_.size(); i < row.cells.size(); ++i) {
      if (row.cells[i].empty()) continue;
      problems_.add(row.line, "", "", "the line has more cells than the heading");
      break;
    }
    const std::string nothing;
    // The id first, wherever it stands: an empty cell clears what is there, and a new record has
    // nothing to clear.
    for (const bool id : {true, false}) {
      for (std::size_t i = 0; i < columns_.size(); ++i) {
        if ((columns_[i].kind == Column::Kind::kId) != id) continue;
        add_cell(row.line, columns_[i], i < row.cells.size() ? row.cells[i] : nothing, record);
      }
    }
    return record;
  }

  void add_cell(std::size_t line, const Column& column, const std::string& cell,
                IncomingRecord& record) {
    switch (column.kind) {
      case Column::Kind::kId:
        if (trim(cell).empty()) return;
        record.id = parse_record_id(trim(cell));
        if (!record.id) {
          problems_.add(
              line, "", column.heading,
              "\"" + shortened(cell, 60) + "\" is not an id; leave it empty for a new record");
        }
        return;
      case Column::Kind::kParent:
        record.parent_given = true;
        if (!trim(cell).empty()) record.parent = pointer_from_cell(cell);
        return;
      case Column::Kind::kField:
        break;
    }
    if (cell.empty() && !record.id) return;
    auto field = from_cell(*column.field, cell);
    if (!field.ok()) {
      problems_.add(line, record.id ? to_text(*record.id) : std::string(), column.heading,
                    field.error().happened);
      return;
    }
    record.fields.push_back(std::move(field).value());
  }

  Problems problems_;
  CsvReader reader_;
  CsvRow heading_;
  const TypeSpec* type_ = nullptr;
  std::vector<Column> columns_;
};

}  // namespace

Result<CsvFile> read_csv(std::string_view text, std::optional<RecordType> type) {
  return Table(text).read(type);
}

}  // namespace atlas::exchange
