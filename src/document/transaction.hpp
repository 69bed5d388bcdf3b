// One act of a person: gathers operations, checks each against the schema, and becomes one change
// in the log at commit. Dropped without commit it leaves nothing. A document has at most one open
// transaction at a time.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.hpp"

namespace atlas {

// Where among its siblings a record goes. Null `before`: at the end.
struct Position {
  RecordId before;
};

struct Stamp {
  std::int64_t time_ms = 0;
  std::string author;
};

class Transaction {
 public:
  Transaction(Document& document, std::string message, Stamp stamp);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  // That so many operations will come, where it is known: memory for them is taken at once.
  void expect(std::size_t operations);

  // Reads of the document see what the transaction has done so far.
  // Null when the parent is not there (or is in the bin); whatever is then done to it is refused.
  RecordId create(RecordType type, RecordId parent, Position position = {});
  // Only for the built-in data: an id from a key instead of the operation's own.
  RecordId create_with_id(RecordId id, RecordType type, RecordId parent, Position position = {});
  // Refuses a value that the schema does not allow, in one plain sentence, and goes on as if not
  // asked. Setting what is already there adds no operation. Unset clears the field.
  Result<> set(RecordId record, FieldNumber field, Value value);
  // The same for several different fields of one record, seen by reads when all are set: for files
  // with many records. Gives those that were refused, each with its reason.
  using FieldValue = std::pair<FieldNumber, Value>;
  struct Refused {
    FieldNumber field;
    Error reason;
  };
  std::vector<Refused> set_all(RecordId record, std::vector<FieldValue> values);
  // Refuses a move under itself or its own descendant. Staying where it is adds no operation,
  // except where it settles a clash of moves.
  Result<> move(RecordId record, RecordId parent, Position position = {});
  Result<> remove(RecordId record);
  // Takes it out of the bin; for a record that has returned: keeps it.
  Result<> restore(RecordId record);
  // Settles a clash: the value replaces all that stand there.
  Result<> settle(RecordId record, FieldNumber field, Value value);

  [[nodiscard]] bool empty() const;
  // Required fields are checked here, for records made in this transaction. An empty transaction
  // commits to nothing and gives nullopt; otherwise it is the last operation of the change. After a
  // refusal the transaction goes on: mend it and commit again, or drop it.
  Result<std::optional<OpId>> commit();

 private:
  struct Draft;
  std::unique_ptr<Draft> draft_;
};

// Whether the schema allows the value: kind, choice, reference to a live record of the right type,
// sign. Says why not in a plain sentence.
[[nodiscard]] Result<> validate(const Document& document, RecordType type, FieldNumber field,
                                const Value& value);
// What a person typed, as a value of the field's kind: "31/3/2009", "£1,200", "12.5 %", an option's
// label. Empty text is Unset.
[[nodiscard]] Result<Value> parse_typed(const FieldSpec& field, std::string_view text);

}  // namespace atlas
