// Paths and conditions of a query on one record.
#pragma once

#include "document/document.hpp"
#include "query/expression.hpp"
#include "query/term.hpp"

namespace atlas::query {

class Evaluator {
 public:
  explicit Evaluator(const Document& document) : document_(document) {}

  [[nodiscard]] Term follow(RecordId record, const Path& path) const;
  [[nodiscard]] bool holds(RecordId record, const Condition& condition) const;
  // Sums go beyond 18 digits: this is set, and what was asked has no answer.
  [[nodiscard]] bool overflowed() const { return overflowed_; }

 private:
  [[nodiscard]] Term operand(RecordId record, const Operand& operand) const;
  [[nodiscard]] Term count(RecordId record, const Operand& operand) const;
  [[nodiscard]] Term sum(RecordId record, const Operand& operand) const;
  [[nodiscard]] std::vector<RecordId> below(RecordId record, const Operand& operand) const;
  [[nodiscard]] bool compares(RecordId record, const Condition& condition) const;
  [[nodiscard]] bool has_line(RecordId record, const Condition& condition) const;

  const Document& document_;
  mutable bool overflowed_ = false;
};

}  // namespace atlas::query
