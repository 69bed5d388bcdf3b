// Changes for tests of files: one of everything, and random ones. They need not make sense as
// partnerships; files know nothing of that.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "document/document.hpp"
#include "replica/change.hpp"

namespace atlas::testing {

inline constexpr WorkspaceId kSampleWorkspace{0x0123456789ABCDEFU, 0xFEDCBA9876543210U};

// Every kind of operation and of value, unknown ones too, with texts of several scripts. Part of
// the golden file: never change it, add another one instead.
[[nodiscard]] std::vector<Change> one_of_everything();
// The same with an erasing change, and what it erases gone. Part of a golden file, too.
[[nodiscard]] std::vector<Change> one_of_everything_erased();

// `count` changes of three replicas in canonical order, each on top of the last of its replica.
[[nodiscard]] std::vector<Change> random_history(Random& random, std::size_t count);

[[nodiscard]] std::vector<const Change*> pointers(const std::vector<Change>& changes);

// A line for each change and each operation.
[[nodiscard]] std::string dump(const std::vector<Change>& changes);

// 0 to count - 1.
[[nodiscard]] inline std::size_t pick(Random& random, std::size_t count) {
  return static_cast<std::size_t>(random.below(count));
}

// Below tests/, in the source tree.
[[nodiscard]] std::string read_test_file(const std::string& path);

}  // namespace atlas::testing
