// Writes what fuzzers begin with: DIR/<target>/<name>, and DIR/<target>.dict of words for those
// that read words. Histories, the golden files, and records of every type as JSON and as tables.
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "document/transaction.hpp"
#include "exchange/csv_writer.hpp"
#include "exchange/json_writer.hpp"
#include "io/change_codec.hpp"
#include "io/columns.hpp"
#include "io/sample_history.hpp"
#include "io/segment.hpp"
#include "support/history.hpp"
#include "support/small_workspace.hpp"

namespace {

using namespace atlas;
namespace fs = std::filesystem;

class Seeds {
 public:
  explicit Seeds(fs::path folder) : folder_(std::move(folder)) {}

  void add(const char* target, const std::string& bytes) {
    const fs::path place = folder_ / target;
    fs::create_directories(place);
    write(place / ("seed-" + std::to_string(count_++)), bytes);
  }
  void add_words(const char* target, const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
      text += '"';
      for (const char c : word) {
        char code[5];
        std::snprintf(code, sizeof(code), "\\x%02X", static_cast<unsigned char>(c));
        text += code;
      }
      text += "\"\n";
    }
    write(folder_ / (std::string(target) + ".dict"), text);
  }

 private:
  void write(const fs::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
  }
  fs::path folder_;
  int count_ = 0;
};

void add_history(Seeds& seeds, const std::vector<Change>& changes,
                 const std::vector<io::ForeignChunk>& foreign) {
  const auto pointers = testing::pointers(changes);
  const auto snapshot = io::SnapshotWriter().write(testing::kSampleWorkspace, pointers, foreign);
  seeds.add("snapshot", snapshot.value());
  seeds.add("envelope", snapshot.value());
  if (changes.empty()) return;
  const auto segment = io::write_segment(testing::kSampleWorkspace, pointers, foreign);
  seeds.add("segment", segment.value().bytes);
  seeds.add("columns", io::encode_columns(pointers));
  std::vector<std::string> rows;
  for (const Change& change : changes) rows.push_back(io::encode_change(change));
  seeds.add("columns", io::frame_changes(rows));
}

void add_histories(Seeds& seeds) {
  const std::vector<io::ForeignChunk> foreign = {{io::chunk_type("NEWS"), 0, "passed on"}};
  add_history(seeds, {}, {});
  add_history(seeds, testing::one_of_everything(), foreign);
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    SeededRandom random(seed);
    add_history(seeds, testing::random_history(random, 1 + 2 * seed), {});
    test::HistoryMaker maker(random, 2 + static_cast<std::size_t>(random.below(5)));
    for (std::uint64_t i = 0; i < 4 * seed; ++i) maker.step();
    add_history(seeds, maker.changes(), {});
    std::string dice;
    for (std::uint64_t i = 0; i < 40 * seed; ++i) dice += static_cast<char>(random.next());
    seeds.add("history", dice);
  }
  for (const char* golden : {"golden/format_1.atlas", "golden/format_2.atlas"}) {
    seeds.add("snapshot", testing::read_test_file(golden));
    seeds.add("envelope", testing::read_test_file(golden));
  }
}

Value sample_value(const FieldSpec& field,
                   const std::vector<std::pair<RecordType, RecordId>>& made) {
  switch (field.kind) {
    case FieldKind::kText:
      return std::string("=Ŵ \"a\", b");
    case FieldKind::kLongText:
      return std::string("One;\ntwo");
    case FieldKind::kDate:
      return Date{14'334};
    case FieldKind::kMoney:
      return Money{2'000'050};
    case FieldKind::kNumber:
    case FieldKind::kPercent:
      return Decimal{150, 1};
    case FieldKind::kChoice:
      return Choice{field.choices.front().number};
    case FieldKind::kFlag:
      return true;
    case FieldKind::kReference:
      for (const auto& [type, record] : made) {
        if (field.refers_to.empty() || field.refers_to.front() == type) return record;
      }
  }
  return Unset{};
}

// A record of every type with something in every field.
Document one_of_every_type() {
  Document document({1, 2}, {7});
  Transaction transaction(document, "Make one of every type", {1, "Ann"});
  std::vector<std::pair<RecordType, RecordId>> made;
  for (const TypeSpec* type : schema_types()) {
    made.emplace_back(type->type, transaction.create(type->type, kRootRecord));
  }
  const auto fill = [&](RecordId record, std::span<const FieldSpec> fields) {
    for (const FieldSpec& field : fields) {
      // What the schema does not allow stays empty.
      (void)transaction.set(record, field.number, sample_value(field, made)).ok();
    }
  };
  for (const auto& each : made) {
    fill(each.second, find_type(each.first)->fields);
    fill(each.second, common_fields());
  }
  if (!transaction.commit().ok()) std::fprintf(stderr, "the types cannot be made\n");
  return document;
}

// Two values in a field, of two people.
Document with_a_clash() {
  test::SmallWorkspace small;
  Document other(small.document.workspace(), ReplicaId{31});
  std::vector<Change> changes;
  for (const Change* change : small.document.changes()) changes.push_back(*change);
  if (!other.integrate(changes).ok()) return other;
  for (Document* document : {&small.document, &other}) {
    Transaction transaction(*document, "Set", {1, "Ann"});
    const std::string owner = document == &other ? "One" : "Two";
    if (transaction.set(small.open, FieldNumber{17}, owner).ok()) (void)transaction.commit().ok();
  }
  std::vector<Change> more;
  for (const Change* change : small.document.changes()) more.push_back(*change);
  (void)other.integrate(std::move(more)).ok();
  return other;
}

void add_records(Seeds& seeds, const Document& document) {
  const std::vector<RecordId> all = exchange::selected(document, {});
  seeds.add("json", exchange::write_json(document, all).text);
  for (const TypeSpec* type : schema_types()) {
    const std::vector<RecordId> records = document.records_of(type->type);
    if (records.empty()) continue;
    seeds.add("csv", exchange::write_csv(document, *type, records).text);
    seeds.add("json", exchange::write_json(document, {records.front()}).text);
  }
}

void add_words(Seeds& seeds) {
  std::vector<std::string> json = {"\"not_stated\": true", "\"records\": [",   "\"clashes\": {",
                                   "\"fields\": {",        "\"parent\": null", "atlas-records/1"};
  std::vector<std::string> csv = {"Parent", "Not stated", "\r\n", "\"\"", ";",
                                  "\t",     "Yes",        "[",    "]"};
  const auto add_fields = [&](std::span<const FieldSpec> fields) {
    for (const FieldSpec& field : fields) {
      json.push_back("\"" + std::string(field.key) + "\": \"");
      csv.emplace_back(field.label);
    }
  };
  add_fields(common_fields());
  for (const TypeSpec* type : schema_types()) {
    json.push_back("\"type\": \"" + std::string(type->key) + "\"");
    csv.push_back(exchange::id_heading(*type));
    add_fields(type->fields);
  }
  seeds.add_words("json", json);
  seeds.add_words("csv", csv);
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) {
    std::fprintf(stderr, "atlas_fuzz_seeds DIR\n");
    return 2;
  }
  Seeds seeds(words[1]);
  add_histories(seeds);
  add_records(seeds, one_of_every_type());
  add_records(seeds, test::SmallWorkspace().document);
  add_records(seeds, with_a_clash());
  add_words(seeds);
  return 0;
}
