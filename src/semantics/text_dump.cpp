#include "semantics/text_dump.hpp"

#include <array>
#include <utility>

#include "semantics/role_names.hpp"

namespace atlas::semantics {
namespace {

struct StateName {
  State state;
  std::string_view name;
};

constexpr std::array<StateName, 12> kStateNames = {{
    {kDisabled, "disabled"},
    {kFocused, "focused"},
    {kSelected, "selected"},
    {kChecked, "checked"},
    {kExpanded, "expanded"},
    {kCollapsed, "collapsed"},
    {kPressed, "pressed"},
    {kReadOnly, "read-only"},
    {kMultiline, "multiline"},
    {kInvalid, "invalid"},
    {kCurrent, "current"},
    {kModal, "modal"},
}};

void add_quoted(std::string& line, std::string_view label, const std::string& text) {
  if (text.empty()) return;
  line += label;
  line += "“";
  for (const char c : text) {
    if (c == '\n') {
      line += "\\n";
    } else {
      line += c;
    }
  }
  line += "”";
}

void add_number(std::string& line, std::string_view label, std::int32_t number) {
  if (number == 0) return;
  line += label;
  line += std::to_string(number);
}

void add_count(std::string& line, std::int32_t number, std::string_view label) {
  if (number == 0) return;
  line += ' ';
  line += std::to_string(number);
  line += label;
}

}  // namespace

std::string describe(const Node& node) {
  std::string line(aria_name(node.role));
  add_quoted(line, " ", node.name);
  add_quoted(line, " value ", node.value);
  add_number(line, " level ", node.level);
  add_count(line, node.row_count, " rows");
  add_count(line, node.column_count, " columns");
  add_number(line, " row ", node.row_index);
  add_number(line, " column ", node.column_index);
  for (const StateName& entry : kStateNames) {
    if ((node.states & entry.state) == 0) continue;
    line += ' ';
    line += entry.name;
  }
  add_quoted(line, " description ", node.description);
  return line;
}

std::string dump(const Tree& tree) {
  return dump(tree, 0);
}

std::string dump(const Tree& tree, std::uint32_t root) {
  std::string text;
  if (root >= tree.nodes.size()) return text;
  std::vector<std::pair<std::uint32_t, std::size_t>> pending = {{root, 0}};  // node, depth
  while (!pending.empty()) {
    const auto [index, depth] = pending.back();
    pending.pop_back();
    const Node& node = tree.nodes[index];
    text.append(2 * depth, ' ');
    text += describe(node);
    text += '\n';
    for (std::size_t i = node.children.size(); i > 0; --i) {
      pending.emplace_back(node.children[i - 1], depth + 1);
    }
  }
  return text;
}

std::vector<std::uint32_t> find(const Tree& tree, Role role, std::string_view name) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
    if (tree.nodes[i].role == role && tree.nodes[i].name == name) found.push_back(i);
  }
  return found;
}

std::vector<std::uint32_t> find(const Tree& tree, Role role) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
    if (tree.nodes[i].role == role) found.push_back(i);
  }
  return found;
}

std::optional<std::uint32_t> find_one(const Tree& tree, Role role, std::string_view name) {
  const std::vector<std::uint32_t> found = find(tree, role, name);
  if (found.size() != 1) return std::nullopt;
  return found.front();
}

std::optional<std::uint32_t> focused(const Tree& tree) {
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
    if ((tree.nodes[i].states & kFocused) != 0) return i;
  }
  return std::nullopt;
}

}  // namespace atlas::semantics
