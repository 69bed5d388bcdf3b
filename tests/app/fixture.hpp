// A tab on the small workspace, and what the disk holds.
#pragma once

#include <string>

#include "platform/headless/tab.hpp"
#include "support/small_workspace.hpp"

namespace atlas::test {

inline const std::string kSmallFolder = "0000000000005a110000000000000001";

struct SmallTab {
  SmallTab();

  [[nodiscard]] const app::State& state() const { return tab.state(); }
  void run(app::Command command) { tab.run(std::move(command)); }
  [[nodiscard]] std::string text(RecordId record, FieldNumber field) const;

  SmallWorkspace small;  // the same ids as in the tab
  headless::Disk disk;
  headless::Tab tab;
};

// Gives the open action an owner.
void edit(SmallTab& tab, const std::string& owner);

// Two tabs on one disk, both on the small workspace.
struct TwoTabs {
  TwoTabs();

  const SmallWorkspace small;
  headless::Disk disk;
  headless::Tab one, two;
};

[[nodiscard]] std::string snapshot_of(const Document& document);
// What a new visit would read from the disk, as a snapshot.
[[nodiscard]] std::string snapshot_on(const headless::Disk& disk, const std::string& folder);
// The notice of a kind; empty when it does not stand.
[[nodiscard]] std::string notice_text(const app::State& state, app::NoticeKind kind);
[[nodiscard]] std::size_t count_files(const headless::Disk& disk, const std::string& prefix);

}  // namespace atlas::test
