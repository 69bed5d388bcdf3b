// What the browser says about its storage, and how that reads. Lives nowhere: asked for afresh.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace atlas::app {

// Whether the browser keeps what is stored here also when its disk is nearly full.
enum class Persistence : std::uint8_t { kNotKnown, kRefused, kGranted };

struct StorageFacts {
  Persistence persistence = Persistence::kNotKnown;
  // As the browser estimates, of everything this address stores; nullopt: it does not say.
  std::optional<std::uint64_t> used_bytes;
  std::optional<std::uint64_t> quota_bytes;
};

// "812 KB", "12.4 MB": decimal units, as browsers and file managers count.
[[nodiscard]] std::string bytes_in_words(std::uint64_t bytes);
// One sentence each, for people. The second is empty where the browser does not say.
[[nodiscard]] std::string persistence_words(const StorageFacts& facts);
[[nodiscard]] std::string use_words(const StorageFacts& facts);

}  // namespace atlas::app
