#include "query/run.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "document/outline.hpp"
#include "query/evaluate.hpp"
#include "query/find_named.hpp"
#include "query/parse.hpp"

namespace atlas::query {
namespace {

std::string heading(const Path& path) {
  std::string text;
  for (const std::string& step : path) text += (text.empty() ? "" : ".") + step;
  return text;
}

Error not_answered(std::string what) {
  return {ErrorCode::kInvalid, std::move(what), "", "Nothing was answered."};
}

// Names of records are held against the workspace: one that nothing has is a slip, and an empty
// answer would hide it.
std::string unknown_name(const Document& document, const Condition& condition) {
  if (condition.kind == Condition::Kind::kHasLine) {
    return find_named(document, condition.name).empty() ? condition.name : std::string();
  }
  for (const auto& part : condition.parts) {
    std::string name = unknown_name(document, *part);
    if (!name.empty()) return name;
  }
  return {};
}

class Run {
 public:
  Run(const Document& document, Query query)
      : document_(document), query_(std::move(query)), evaluator_(document) {}

  Result<Answer> answer() {
    const auto found = find();
    if (!found.ok()) return found.error();
    records_ = found.value();
    Answer answer = query_.answer == Query::Answer::kShow ? show() : figures(query_.answer);
    if (overflowed_ || evaluator_.overflowed()) {
      return not_answered("A sum is larger than 18 digits.");
    }
    return answer;
  }

 private:
  Result<std::vector<RecordId>> find() const {
    if (query_.where != nullptr) {
      const std::string name = unknown_name(document_, *query_.where);
      if (!name.empty()) return not_answered("No record is called \"" + name + "\".");
    }
    std::set<RecordId> inside;
    if (!query_.under.empty()) {
      const std::vector<RecordId> tops = find_named(document_, query_.under);
      if (tops.empty()) return not_answered("No record is called \"" + query_.under + "\".");
      for (const RecordId top : tops) {
        for (const OutlineEntry& entry : outline(document_, top)) inside.insert(entry.record);
      }
    }
    std::vector<RecordId> found;
    for (const OutlineEntry& entry : outline(document_, kRootRecord)) {
      const bool wanted =
          (!query_.type || document_.find(entry.record)->type == *query_.type) &&
          (query_.under.empty() || inside.count(entry.record) > 0) &&
          (query_.where == nullptr || evaluator_.holds(entry.record, *query_.where));
      if (wanted) found.push_back(entry.record);
    }
    return found;
  }

  void sort() {
    if (query_.sort.empty()) return;
    std::vector<std::pair<Term, RecordId>> keyed;
    for (const RecordId record : records_) {
      keyed.emplace_back(evaluator_.follow(record, query_.sort), record);
    }
    std::stable_sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
      if (is_known(a.first) != is_known(b.first)) return is_known(a.first);
      if (a.first.index() != b.first.index()) return a.first.index() < b.first.index();
      const int order = compare(document_, a.first, b.first).value_or(0);
      return query_.descending ? order > 0 : order < 0;
    });
    for (std::size_t i = 0; i < keyed.size(); ++i) records_[i] = keyed[i].second;
  }

  Answer show() {
    sort();
    if (query_.limit > 0 && records_.size() > query_.limit) records_.resize(query_.limit);
    Answer answer;
    std::vector<Path> paths = query_.show;
    if (paths.empty()) paths = {{"title"}};
    for (const Path& path : paths) answer.columns.push_back(heading(path));
    for (const RecordId record : records_) {
      std::vector<std::string> row;
      for (const Path& path : paths) {
        row.push_back(to_text(document_, evaluator_.follow(record, path)));
      }
      answer.rows.push_back(std::move(row));
      answer.records.push_back(record);
    }
    return answer;
  }

  // Groups in the order in which their first record stands.
  Answer figures(Query::Answer what) {
    struct Group {
      std::vector<std::string> names;
      std::size_t count = 0;
      std::optional<Decimal> sum;
    };
    std::vector<Group> groups;
    std::map<std::vector<std::string>, std::size_t> places;
    Group total;
    const auto add = [&](Group& group, RecordId record) {
      ++group.count;
      if (what != Query::Answer::kSum) return;
      const Term term = evaluator_.follow(record, query_.sum);
      const auto* number = std::get_if<Decimal>(&term);
      if (number == nullptr) return;
      group.sum = plus(group.sum.value_or(Decimal{}), *number);
      overflowed_ = overflowed_ || !group.sum;
    };
    for (const RecordId record : records_) {
      std::vector<std::string> key;
      std::vector<std::string> names;
      for (const Path& path : query_.by) {
        const Term term = evaluator_.follow(record, path);
        names.push_back(to_text(document_, term));
        // Two records may have the same title.
        const auto* id = std::get_if<RecordId>(&term);
        key.push_back(id == nullptr ? names.back()
                                    : to_text(document_, evaluator_.follow(*id, {"id"})));
      }
      const auto [place, is_new] = places.emplace(key, groups.size());
      if (is_new) groups.push_back({std::move(names), 0, std::nullopt});
      add(groups[place->second], record);
      add(total, record);
    }
    const auto figure = [&](const Group& group) {
      if (what == Query::Answer::kCount) return std::to_string(group.count);
      return group.sum ? atlas::to_text(*group.sum) : std::string("no figure");
    };
    Answer answer;
    for (const Path& path : query_.by) answer.columns.push_back(heading(path));
    answer.columns.push_back(what == Query::Answer::kCount ? "count"
                                                           : "sum " + heading(query_.sum));
    if (query_.by.empty()) {
      answer.rows.push_back({figure(total)});
      return answer;
    }
    for (Group& group : groups) {
      std::string value = figure(group);
      group.names.push_back(std::move(value));
      answer.rows.push_back(std::move(group.names));
    }
    answer.total.assign(query_.by.size(), "");
    answer.total.front() = "Total";
    answer.total.push_back(figure(total));
    return answer;
  }

  const Document& document_;
  Query query_;
  Evaluator evaluator_;
  std::vector<RecordId> records_;
  bool overflowed_ = false;
};

}  // namespace

Result<Answer> run(const Document& document, std::string_view query) {
  auto parsed = parse(query);
  if (!parsed.ok()) return parsed.error();
  return Run(document, std::move(parsed).value()).answer();
}

}  // namespace atlas::query
