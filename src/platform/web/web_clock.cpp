#include "platform/web/web_clock.hpp"

#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <ctime>

namespace atlas::web {
namespace {

std::string local_text(std::int64_t wall_ms, const char* format) {
  const auto seconds = static_cast<std::time_t>(wall_ms / 1000);
  std::tm parts{};
  localtime_r(&seconds, &parts);
  std::array<char, 32> text{};
  const std::size_t length = std::strftime(text.data(), text.size(), format, &parts);
  return {text.data(), length};
}

}  // namespace

std::int64_t WebClock::wall_ms() const {
  using std::chrono::milliseconds;
  const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<milliseconds>(since_1970).count();
}

std::string WebClock::local_time(std::int64_t wall_ms) const {
  return local_text(wall_ms, "%H:%M");
}

std::string WebClock::local_date(std::int64_t wall_ms) const {
  return local_text(wall_ms, "%Y-%m-%d");
}

std::uint64_t WebClock::random64() {
  std::uint64_t number = 0;
  while (number == 0) {
    // Ids that might repeat would damage work quietly: better to stop.
    if (getentropy(&number, sizeof number) != 0) std::abort();
  }
  return number;
}

}  // namespace atlas::web
