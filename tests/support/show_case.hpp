// The show case of merging: twelve people who each took a copy of one workspace, worked for a while
// without hearing of one another, and send their files back.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "document/document.hpp"
#include "document/transaction.hpp"

namespace atlas::test {

class ShowCase {
 public:
  static constexpr std::size_t kEditors = 12;

  // `base` holds everything that the copies begin with; what is edited is chosen by chance.
  ShowCase(Random& random, const Document& base);

  [[nodiscard]] const std::vector<Document>& copies() const { return copies_; }
  // What of all their work `merged` lacks, or lists wrongly, in a line each; empty when all is
  // well.
  [[nodiscard]] std::string complaints(const Document& merged) const;
  [[nodiscard]] std::size_t clash_count() const { return clashes_.size(); }

 private:
  struct Edit {  // that nobody else's touches
    RecordId record;
    FieldNumber field;
    Value value;
  };
  struct Place {
    RecordId record;
    RecordId parent;
  };
  struct ExpectedClash {
    ClashKind kind{};
    RecordId record;
    FieldNumber field;
    std::size_t sides = 2;
    RecordId or_record;  // of a circle it is the later of the two
  };

  void deal(Random& random, const Document& base);
  [[nodiscard]] RecordId leaf();
  [[nodiscard]] RecordId any_home(Random& random) const;
  void work(Random& random, std::size_t editor);
  void set_fields(Random& random, std::size_t editor, RecordId record);
  void undo_one(std::size_t editor, RecordId record);
  void set_apart(std::size_t first, std::size_t people);
  void move_apart(std::size_t first, std::size_t second);
  void delete_and_edit(std::size_t first, std::size_t second);
  void close_circle(std::size_t first, std::size_t second);
  void agree();

  std::vector<Document> copies_;
  std::vector<RecordId> leaves_;  // shuffled, dealt from the end: each goes to one piece of work
  std::vector<RecordId> homes_;   // models: nobody moves or deletes one
  std::vector<Edit> edits_;
  std::vector<Place> places_;
  std::vector<RecordId> deleted_;
  std::vector<ExpectedClash> clashes_;
};

}  // namespace atlas::test
