#include "semantics/role_names.hpp"

#include <array>
#include <cstddef>

namespace atlas::semantics {
namespace {

// In the order of Role.
constexpr std::array<std::string_view, 42> kNames = {
    "application", "banner",      "navigation", "main",      "complementary", "contentinfo",
    "region",      "heading",     "paragraph",  "button",    "link",          "checkbox",
    "switch",      "textbox",     "combobox",   "listbox",   "option",        "menu",
    "menuitem",    "tree",        "treeitem",   "grid",      "row",           "columnheader",
    "gridcell",    "tablist",     "tab",        "dialog",    "alert",         "status",
    "img",         "progressbar", "list",       "listitem",  "group",         "searchbox",
    "toolbar",     "radiogroup",  "radio",      "separator", "table",         "cell",
};
static_assert(kNames.size() == static_cast<std::size_t>(kLastRole) + 1);

}  // namespace

std::string_view aria_name(Role role) {
  const auto number = static_cast<std::size_t>(role);
  return number < kNames.size() ? kNames[number] : std::string_view("group");
}

std::optional<Role> role_named(std::string_view aria) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == aria) return static_cast<Role>(i);
  }
  return std::nullopt;
}

}  // namespace atlas::semantics
