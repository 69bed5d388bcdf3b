#include "exchange/json_reader.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "base/id_text.hpp"
#include "base/text.hpp"
#include "document/plain_text.hpp"

namespace atlas::exchange {
namespace {

constexpr std::size_t kMostBytes = 256U << 20U;
constexpr std::string_view kFormat = "atlas-records/1";

// Tells on which line the parser is.
struct LineIterator {
  using iterator_category = std::forward_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  const char* at = nullptr;
  std::size_t* line = nullptr;

  reference operator*() const { return *at; }
  LineIterator& operator++() {
    *line += *at == '\n' ? 1 : 0;
    ++at;
    return *this;
  }
  LineIterator operator++(int) {
    LineIterator before = *this;
    ++*this;
    return before;
  }
  // The one comparison that the parser makes; the other follows from it.
  bool operator==(const LineIterator& other) const { return at == other.at; }
};

// Where in the file the parser is. What stands in a place that the format does not have is named
// once and skipped (kSkipped, with a depth).
enum class Place { kStart, kFile, kRecords, kRecord, kFields, kNotStated, kClashes, kClashValues };

class Handler : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit Handler(const std::size_t& line) : line_(line) {}

  bool null() override { return scalar(std::nullopt, std::nullopt, "null"); }
  bool boolean(bool value) override { return scalar(std::nullopt, value, "true or false"); }
  bool number_integer(number_integer_t) override { return number(); }
  bool number_unsigned(number_unsigned_t) override { return number(); }
  bool number_float(number_float_t, const string_t&) override { return number(); }
  bool string(string_t& value) override { return scalar(std::move(value), std::nullopt, "a text"); }
  bool binary(binary_t&) override { return false; }

  bool start_object(std::size_t) override {
    if (skipped_ > 0) return deeper();
    switch (place_) {
      case Place::kStart:
        return enter(Place::kFile);
      case Place::kRecords:
        begin_record();
        return enter(Place::kRecord);
      case Place::kRecord:
        if (key_ == "fields") return enter(Place::kFields);
        if (key_ == "clashes") return enter(Place::kClashes);
        break;
      case Place::kFields:
        return begin_not_stated(key_, Place::kFields);
      case Place::kClashValues:
        return begin_not_stated(clash_key_, Place::kClashValues);
      default:
        break;
    }
    problem(key_, "it is no place for an object");
    return deeper();
  }

  bool end_object() override {
    if (skipped_ > 0) return shallower();
    switch (place_) {
      case Place::kRecord:
        end_record();
        return leave(Place::kRecords);
      case Place::kNotStated:
        if (!not_stated_) problem(field_key_, "an object here can only be {\"not_stated\": true}");
        return leave(outside_);
      case Place::kFields:
      case Place::kClashes:
        return leave(Place::kRecord);
      default:
        return leave(Place::kStart);
    }
  }

  bool start_array(std::size_t) override {
    if (skipped_ > 0) return deeper();
    if (place_ == Place::kFile && key_ == "records") {
      has_records_ = true;
      return enter(Place::kRecords);
    }
    if (place_ == Place::kClashes) {
      clash_key_ = key_;
      return enter(Place::kClashValues);
    }
    if (place_ == Place::kStart) return false;
    problem(place_ == Place::kRecords ? "records" : key_, "it is no place for a list");
    return deeper();
  }

  bool end_array() override {
    if (skipped_ > 0) return shallower();
    return leave(place_ == Place::kRecords ? Place::kFile : Place::kClashes);
  }

  bool key(string_t& value) override {
    if (skipped_ > 0) return true;
    key_ = std::move(value);
    if (place_ == Place::kRecord || place_ == Place::kFields || place_ == Place::kFile) {
      auto& seen = place_ == Place::kFields
                       ? field_keys_
                       : (place_ == Place::kRecord ? record_keys_ : file_keys_);
      if (!seen.insert(key_).second) problem(key_, "it is named twice");
    }
    return !problems_.full();
  }

  bool parse_error(std::size_t, const std::string&,
                   const nlohmann::detail::exception& error) override {
    std::string what = error.what();
    // "[json.exception.parse_error.101] parse error at line 1, column 2: …"
    const std::size_t colon = what.find(": ");
    if (colon != std::string::npos) what.erase(0, colon + 2);
    problems_.add(line_, "", "", "it is not JSON: " + shortened(repaired_utf8(what), 200));
    return false;
  }

  Result<JsonFile> finish(bool parsed) {
    if (parsed && (!is_format_ || !has_records_)) {
      problems_.add(
          0, "", "",
          "it wants \"format\": \"" + std::string(kFormat) + "\" and a list of \"records\"");
    }
    if (!parsed && problems_.empty()) {
      problems_.add(line_, "", "", "this is not a file of records");
    }
    if (!problems_.empty()) return problems_.error();
    return std::move(file_);
  }

 private:
  static constexpr std::size_t kDeepest = 8;

  bool begin_not_stated(const std::string& field, Place outside) {
    not_stated_ = false;
    field_key_ = field;
    outside_ = outside;
    return enter(Place::kNotStated);
  }
  bool enter(Place place) {
    place_ = place;
    return !problems_.full();
  }
  bool leave(Place place) { return enter(place); }
  bool deeper() {
    if (++skipped_ <= kDeepest) return !problems_.full();
    problems_.add(line_, id_, key_, "it is nested too deep");
    return false;
  }
  bool shallower() {
    --skipped_;
    return true;
  }
  void problem(std::string_view field, std::string_view what) {
    problems_.add(line_, id_, field, what);
  }

  bool number() {
    if (skipped_ > 0) return true;
    problem(key_, "numbers stand in quotation marks, so that their digits are kept");
    return !problems_.full();
  }

  bool scalar(std::optional<std::string> text, std::optional<bool> flag, std::string_view what) {
    if (skipped_ > 0) return true;
    switch (place_) {
      case Place::kStart:
        return false;
      case Place::kFile:
        file_member(text);
        break;
      case Place::kRecords:
        problem("", "a record is an object, not " + std::string(what));
        break;
      case Place::kRecord:
        record_member(text, text == std::nullopt && flag == std::nullopt, what);
        break;
      case Place::kFields:
        raw_.push_back({line_, key_, std::move(text), flag, false});
        break;
      case Place::kNotStated:
        not_stated_ = key_ == "not_stated" && flag == true;
        if (not_stated_) {
          (outside_ == Place::kFields ? raw_ : raw_clashes_)
              .push_back({line_, field_key_, std::nullopt, std::nullopt, true});
        }
        break;
      case Place::kClashes:
        problem(key_, "it wants a list of values");
        break;
      case Place::kClashValues:
        raw_clashes_.push_back({line_, clash_key_, std::move(text), flag, false});
        break;
    }
    return !problems_.full();
  }

  void file_member(const std::optional<std::string>& text) {
    if (key_ == "format") {
      is_format_ = text == kFormat;
      if (!is_format_) problem(key_, "this version reads \"" + std::string(kFormat) + "\" only");
    } else if (key_ == "workspace") {
      const auto high = text ? parse_hex(std::string_view(*text).substr(0, 16)) : std::nullopt;
      const auto low =
          text && text->size() == 32 ? parse_hex(std::string_view(*text).substr(16)) : std::nullopt;
      if (!high || !low) return problem(key_, "it wants 32 hexadecimal digits");
      file_.workspace = WorkspaceId{*high, *low};
    } else {
      problem(key_, "a file has no such part");
    }
  }

  void record_member(const std::optional<std::string>& text, bool is_null, std::string_view what) {
    if (key_ == "id") {
      const auto id = text ? parse_record_id(*text) : std::nullopt;
      if (!id) return problem(key_, "it wants an id such as " + to_text(RecordId{{1}, 1}));
      record_.id = id;
      id_ = *text;
    } else if (key_ == "type") {
      type_ = text ? find_type_by_key(*text) : nullptr;
      if (type_ == nullptr) problem(key_, "\"" + text.value_or("") + "\" is not a type of record");
      has_type_ = true;
    } else if (key_ == "parent") {
      const auto id = text ? parse_record_id(*text) : std::nullopt;
      if (!id && !is_null) return problem(key_, "it wants an id, or null for the top");
      record_.parent_given = true;
      if (id) record_.parent = Pointer{id, {}};
    } else {
      problem(key_, key_ == "fields" || key_ == "clashes"
                        ? "it wants an object, not " + std::string(what)
                        : std::string("a record has no such part"));
    }
  }

  void begin_record() {
    record_ = {};
    record_.line = line_;
    type_ = nullptr;
    has_type_ = false;
    id_.clear();
    raw_.clear();
    raw_clashes_.clear();
    record_keys_.clear();
    field_keys_.clear();
    key_.clear();
  }

  void end_record() {
    if (!has_type_) problem("type", "it is missing");
    if (type_ == nullptr) return;
    record_.type = type_->type;
    for (RawField& raw : raw_) add_field(raw, record_.fields);
    for (RawField& raw : raw_clashes_) add_field(raw, record_.clashes);
    file_.records.push_back(std::move(record_));
  }

  struct RawField {
    std::size_t line;
    std::string key;
    std::optional<std::string> text;
    std::optional<bool> flag;
    bool not_stated;
  };

  void add_field(RawField& raw, std::vector<IncomingField>& to) {
    const auto wrong = [&](std::string_view what) { problems_.add(raw.line, id_, raw.key, what); };
    const FieldSpec* spec = find_field_by_key(type_->type, raw.key);
    if (spec == nullptr) return wrong("records of this type have no such field");
    IncomingField field{spec, {}, {}};
    const bool cleared = &to == &record_.clashes && !raw.text && !raw.flag && !raw.not_stated;
    if (raw.not_stated) {
      field.value = NotStated{};
    } else if (cleared) {
      field.value = Unset{};
    } else if (spec->kind == FieldKind::kFlag) {
      if (!raw.flag) return wrong("it wants true or false");
      field.value = *raw.flag;
    } else if (!raw.text) {
      return wrong("it wants a text; leave the field out where there is none");
    } else if (spec->kind == FieldKind::kReference) {
      const auto id = parse_record_id(*raw.text);
      if (!id) return wrong("it wants the id of a record");
      field.pointer = std::make_shared<const Pointer>(Pointer{id, {}});
    } else {
      auto value = parse_plain(*spec, *raw.text);
      if (!value.ok()) return wrong(value.error().happened);
      field.value = std::move(value).value();
    }
    to.push_back(std::move(field));
  }

  const std::size_t& line_;
  Problems problems_;
  JsonFile file_;
  Place place_ = Place::kStart;
  std::size_t skipped_ = 0;
  std::string key_;
  std::string field_key_;
  std::string id_;
  IncomingRecord record_;
  const TypeSpec* type_ = nullptr;
  bool has_type_ = false;
  bool is_format_ = false;
  bool has_records_ = false;
  bool not_stated_ = false;
  std::vector<RawField> raw_;
  std::vector<RawField> raw_clashes_;
  std::string clash_key_;
  Place outside_ = Place::kFields;  // of the object that says "not stated"
  std::set<std::string, std::less<>> file_keys_;
  std::set<std::string, std::less<>> record_keys_;
  std::set<std::string, std::less<>> field_keys_;
};

}  // namespace

namespace {

// A place from which no quotation mark comes for longer than any text of a record may be, escapes
// and white space around it included; npos where there is none.
std::size_t beginning_of_too_long_text(std::string_view text) {
  constexpr std::size_t kLongest = 8U << 20U;
  std::size_t at = 0;
  while (true) {
    const std::size_t next = text.find('"', at);
    const std::size_t end = next == std::string_view::npos ? text.size() : next;
    if (end - at > kLongest) return at;
    if (next == std::string_view::npos) return next;
    at = next + 1;
  }
}

}  // namespace

Result<JsonFile> read_json(std::string_view text) {
  Problems problems;
  if (text.size() > kMostBytes) {
    problems.add(0, "", "", "the file is larger than 256 MB");
    return problems.error();
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  // What is so long is no text of a record, and would only be copied to be refused.
  if (const std::size_t at = beginning_of_too_long_text(text); at != std::string_view::npos) {
    const std::string_view before = text.substr(0, at);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    problems.add(static_cast<std::size_t>(line), "", "", "this is not a file of records");
    return problems.error();
  }
  std::size_t line = 1;
  Handler handler(line);
  const LineIterator begin{text.data(), &line};
  const LineIterator end{text.data() + text.size(), &line};
  bool parsed = false;
  try {
    parsed = nlohmann::json::sax_parse(begin, end, &handler);
  } catch (const nlohmann::json::exception&) {
    parsed = false;  // a number out of range and the like
  }
  return handler.finish(parsed);
}

}  // namespace atlas::exchange
