// People at work: copies of one workspace that edit through transactions, undo, redo, and exchange
// changes. What they do is always what the app would let them do.
#pragma once

#include <string>
#include <vector>

#include "base/random.hpp"
#include "document/document.hpp"
#include "document/transaction.hpp"
#include "document/undo.hpp"

namespace atlas::test {

struct Person {
  explicit Person(std::uint64_t replica) : document({1, 2}, {replica}) {}
  Document document;
  UndoStack undo;
};

// One random act as one change; nullopt when nothing came of it. `drop`: left without commit.
enum class Ending { kCommit, kDrop };
std::optional<OpId> act(Random& random, Person& person, Ending ending = Ending::kCommit);
// `to` takes in what `from` has and it lacks.
void send(const Person& from, Person& to);
// The same change by change, shuffled, some twice and some not at all: what was made on those
// waits.
void send_in_pieces(Random& random, const Person& from, Person& to);
// Two to six people after so many acts, undos, redos, dropped transactions and deliveries.
[[nodiscard]] std::vector<Person> people_at_work(Random& random, int rounds);
// Everybody takes in everything.
void meet(std::vector<Person>& people);
// All live records.
[[nodiscard]] std::vector<RecordId> live_records(const Document& document);

}  // namespace atlas::test
