#include "query/parse.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/decimal.hpp"
#include "base/text.hpp"
#include "document/choices.hpp"
#include "query/tokens.hpp"

namespace atlas::query {
namespace {

constexpr int kDeepest = 64;

const ChoiceOption* line_kind_called(std::string_view key) {
  for (const ChoiceOption& option : choices::kLineKind) {
    if (option.key == key) return &option;
  }
  return nullptr;
}

bool any_type_has_field(std::string_view key) {
  const auto& types = schema_types();
  return std::any_of(types.begin(), types.end(), [&](const TypeSpec* type) {
    return find_field_by_key(type->type, key) != nullptr;
  });
}

class Parser {
 public:
  explicit Parser(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  Result<Query> read() {
    Query query;
    if (!read_query(query)) return error_;
    return query;
  }

 private:
  [[nodiscard]] const Token& now() const { return tokens_[at_]; }
  [[nodiscard]] bool is_word(std::string_view word) const {
    return now().kind == TokenKind::kWord && now().text == word;
  }
  [[nodiscard]] bool is_sign(std::string_view sign) const {
    return now().kind == TokenKind::kSign && now().text == sign;
  }
  bool take_word(std::string_view word) {
    if (!is_word(word)) return false;
    ++at_;
    return true;
  }
  bool take_sign(std::string_view sign) {
    if (!is_sign(sign)) return false;
    ++at_;
    return true;
  }
  bool fail(std::string_view what) {
    if (!failed_) error_ = query_error(now().at, what);
    failed_ = true;
    return false;
  }
  bool need_sign(std::string_view sign) {
    return take_sign(sign) || fail("\"" + std::string(sign) + "\" is missing");
  }

  bool read_query(Query& query) {
    if (!read_type(query.type)) return false;
    type_ = query.type;
    while (now().kind != TokenKind::kEnd) {
      if (!read_clause(query)) return false;
    }
    return true;
  }

  bool read_type(std::optional<RecordType>& type) {
    if (now().kind != TokenKind::kWord) return fail("a query begins with a type, such as body");
    if (take_word("record")) return true;
    const TypeSpec* spec = find_type_by_key(now().text);
    if (spec == nullptr) return fail("\"" + now().text + "\" is not a type of record");
    type = spec->type;
    ++at_;
    return true;
  }

  bool read_clause(Query& query) {
    if (take_word("under")) return read_text(query.under);
    if (take_word("where")) {
      if (query.where != nullptr) return fail("there is a \"where\" already");
      query.where = read_or();
      return query.where != nullptr;
    }
    if (take_word("show")) return read_paths(query.show);
    if (take_word("by")) return read_paths(query.by);
    if (take_word("count")) {
      query.answer = Query::Answer::kCount;
      return true;
    }
    if (take_word("sum")) {
      query.answer = Query::Answer::kSum;
      return read_path(query.sum);
    }
    if (take_word("sort")) {
      if (!read_path(query.sort)) return false;
      query.descending = take_word("desc");
      return true;
    }
    if (take_word("limit")) return read_limit(query.limit);
    return fail("\"" + now().text + "\" is not understood here");
  }

  bool read_text(std::string& text) {
    if (now().kind != TokenKind::kText) return fail("a name in quotation marks is missing");
    text = now().text;
    ++at_;
    return true;
  }

  bool read_limit(std::size_t& limit) {
    const auto number = parse_decimal(now().text);
    const bool good = now().kind == TokenKind::kNumber && number && number->scale == 0 &&
                      number->mantissa > 0 && number->mantissa < 1'000'000'000;
    if (!good) return fail("a whole number is missing");
    limit = static_cast<std::size_t>(number->mantissa);
    ++at_;
    return true;
  }

  bool read_paths(std::vector<Path>& paths) {
    do {
      paths.emplace_back();
      if (!read_path(paths.back())) return false;
    } while (take_sign(","));
    return true;
  }

  bool read_path(Path& path) {
    if (now().kind != TokenKind::kWord) return fail("a field is missing");
    for (const std::string_view step : split(now().text, '.')) path.emplace_back(step);
    if (!check_path(path)) return false;
    ++at_;
    return true;
  }

  bool check_path(const Path& path) {
    std::optional<RecordType> type = type_;
    bool known_type = type.has_value();
    for (std::size_t i = 0; i < path.size(); ++i) {
      const std::string& step = path[i];
      if (step == "above" && i + 1 < path.size() && find_type_by_key(path[i + 1]) != nullptr) {
        continue;
      }
      const FieldSpec* field = known_type ? find_field_by_key(*type, step) : nullptr;
      const TypeSpec* above = find_type_by_key(step);
      const bool own = step == "title" || step == "type" || step == "id" || step == "parent";
      const bool good =
          own || field != nullptr || above != nullptr || (!known_type && any_type_has_field(step));
      if (!good) {
        return fail("\"" + step + "\" is not a field" +
                    (known_type ? " of this type of record" : ""));
      }
      const bool after_above = i > 0 && path[i - 1] == "above";
      known_type = false;
      if (field != nullptr && !after_above) {
        known_type = field->refers_to.size() == 1;
        if (known_type) type = field->refers_to.front();
      } else if (above != nullptr) {
        type = above->type;
        known_type = true;
      }
    }
    return true;
  }

  using Part = std::shared_ptr<const Condition>;

  Part read_list(Condition::Kind kind, std::string_view word, Part (Parser::*read_part)()) {
    Condition list;
    list.kind = kind;
    do {
      Part part = (this->*read_part)();
      if (part == nullptr) return nullptr;
      list.parts.push_back(std::move(part));
    } while (take_word(word));
    if (list.parts.size() == 1) return list.parts.front();
    return std::make_shared<const Condition>(std::move(list));
  }
  Part read_or() { return read_list(Condition::Kind::kOr, "or", &Parser::read_and); }
  Part read_and() { return read_list(Condition::Kind::kAnd, "and", &Parser::read_not); }

  Part read_not() {
    if (++depth_ > kDeepest) {
      fail("this is nested too deep");
      return nullptr;
    }
    Part part = read_not_inside();
    --depth_;
    return part;
  }

  Part read_not_inside() {
    if (take_word("not")) {
      Part part = read_not();
      if (part == nullptr) return nullptr;
      Condition condition;
      condition.kind = Condition::Kind::kNot;
      condition.parts.push_back(std::move(part));
      return std::make_shared<const Condition>(std::move(condition));
    }
    if (take_sign("(")) {
      Part part = read_or();
      return part != nullptr && need_sign(")") ? part : nullptr;
    }
    Condition condition;
    return read_simple(condition) ? std::make_shared<const Condition>(std::move(condition))
                                  : nullptr;
  }

  bool read_simple(Condition& condition) {
    const ChoiceOption* kind = line_kind_called(now().text);
    if (now().kind == TokenKind::kWord && kind != nullptr &&
        tokens_[at_ + 1].kind == TokenKind::kText) {
      ++at_;
      condition.kind = Condition::Kind::kHasLine;
      condition.line_kind = kind->number;
      return read_text(condition.name);
    }
    if (!read_operand(condition.left)) return false;
    if (take_word("is")) return read_state(condition);
    return read_comparison(condition) && read_operand(condition.right, true);
  }

  bool read_state(Condition& condition) {
    const bool inverted = take_word("not");
    if (take_word("set")) {
      condition.kind = inverted ? Condition::Kind::kIsEmpty : Condition::Kind::kIsSet;
    } else if (take_word("empty")) {
      condition.kind = inverted ? Condition::Kind::kIsSet : Condition::Kind::kIsEmpty;
    } else if (!inverted && take_word("not_stated")) {
      condition.kind = Condition::Kind::kIsNotStated;
    } else {
      return fail("after \"is\" comes set, empty or not_stated");
    }
    return true;
  }

  bool read_comparison(Condition& condition) {
    constexpr std::pair<std::string_view, Comparison> kSigns[] = {
        {"=", Comparison::kEqual},          {"!=", Comparison::kUnequal},
        {"<", Comparison::kLess},           {"<=", Comparison::kLessEqual},
        {">", Comparison::kGreater},        {">=", Comparison::kGreaterEqual},
        {"contains", Comparison::kContains}};
    condition.kind = Condition::Kind::kCompare;
    for (const auto& [sign, comparison] : kSigns) {
      if (!take_sign(sign) && !take_word(sign)) continue;
      condition.comparison = comparison;
      return true;
    }
    return fail("a comparison is missing: =, !=, <, <=, >, >=, contains or is");
  }

  bool read_operand(Operand& operand, bool right = false) {
    const bool call = now().kind == TokenKind::kWord && tokens_[at_ + 1].text == "(" &&
                      tokens_[at_ + 1].kind == TokenKind::kSign;
    if (call && take_word("count")) return read_count(operand);
    if (call && take_word("sum")) return read_sum(operand);
    if (!right) return read_path(operand.path);
    if (now().kind == TokenKind::kEnd || now().kind == TokenKind::kSign) {
      return fail("a value is missing");
    }
    if (now().kind == TokenKind::kWord && now().text.starts_with('$')) {
      tokens_[at_].text.erase(0, 1);
      return read_path(operand.path);
    }
    operand.kind = Operand::Kind::kLiteral;
    operand.literal = now().text;
    ++at_;
    return true;
  }

  // The condition in the brackets speaks of the records below, not of the one that is asked about.
  bool read_inner_condition(Operand& operand) {
    const std::optional<RecordType> outer = std::exchange(type_, operand.type);
    if (take_word("where")) operand.condition = read_or();
    type_ = outer;
    return !failed_ && need_sign(")");
  }

  bool read_count(Operand& operand) {
    operand.kind = Operand::Kind::kCount;
    ++at_;  // the bracket
    return read_type(operand.type) && read_inner_condition(operand);
  }

  bool read_sum(Operand& operand) {
    operand.kind = Operand::Kind::kSum;
    ++at_;
    const std::vector<std::string_view> steps = split(now().text, '.');
    const TypeSpec* type = find_type_by_key(steps.front());
    if (now().kind != TokenKind::kWord || steps.size() != 2 || type == nullptr ||
        find_field_by_key(type->type, steps[1]) == nullptr) {
      return fail("sum wants a type and its field, such as budget_line.amount");
    }
    operand.type = type->type;
    operand.path = {std::string(steps[1])};
    ++at_;
    return read_inner_condition(operand);
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  int depth_ = 0;
  std::optional<RecordType> type_;  // of the records that paths start from
  bool failed_ = false;
  Error error_;
};

}  // namespace

Result<Query> parse(std::string_view text) {
  auto tokens = tokens_of(text);
  if (!tokens.ok()) return tokens.error();
  return Parser(std::move(tokens).value()).read();
}

}  // namespace atlas::query
