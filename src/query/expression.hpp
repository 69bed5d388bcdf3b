// A query as a tree.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "document/schema.hpp"

namespace atlas::query {

using Path = std::vector<std::string>;  // steps, each a field, a type, or a word of its own

struct Condition;

// What stands at a side of a comparison.
struct Operand {
  enum class Kind { kPath, kLiteral, kCount, kSum } kind = Kind::kPath;
  Path path;                       // kPath; kSum: the field that is summed
  std::string literal;             // kLiteral
  std::optional<RecordType> type;  // kCount and kSum: of the records below; nothing: any
  std::shared_ptr<const Condition> condition;  // kCount and kSum; may be null
};

enum class Comparison { kEqual, kUnequal, kLess, kLessEqual, kGreater, kGreaterEqual, kContains };

struct Condition {
  enum class Kind {
    kAnd,
    kOr,
    kNot,
    kCompare,
    kIsSet,
    kIsEmpty,
    kIsNotStated,
    kHasLine,
  } kind = Kind::kAnd;
  std::vector<std::shared_ptr<const Condition>> parts;  // kAnd, kOr, kNot
  Comparison comparison = Comparison::kEqual;
  Operand left;
  Operand right;
  std::uint32_t line_kind = 0;  // kHasLine
  std::string name;             // kHasLine
};

struct Query {
  std::optional<RecordType> type;  // nothing: any
  std::string under;               // empty: everywhere
  std::shared_ptr<const Condition> where;
  enum class Answer { kShow, kCount, kSum } answer = Answer::kShow;
  std::vector<Path> show;
  Path sum;
  std::vector<Path> by;
  Path sort;
  bool descending = false;
  std::size_t limit = 0;  // 0: all
};

}  // namespace atlas::query
