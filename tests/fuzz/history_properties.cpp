// Random histories whose dice the fuzzer throws.
#include <algorithm>
#include <utility>

#include "fuzz/document_check.hpp"
#include "fuzz/properties.hpp"
#include "support/history.hpp"

namespace atlas::fuzz {
namespace {

// A byte a throw; ordinary chance when they are used up.
class Dice final : public Random {
 public:
  explicit Dice(std::string_view bytes) : bytes_(bytes), rest_(bytes.size()) {}
  [[nodiscard]] bool used_up() const { return bytes_.empty(); }
  [[nodiscard]] std::uint64_t next() override {
    if (bytes_.empty()) return rest_.next();
    const auto byte = static_cast<unsigned char>(bytes_.front());
    bytes_.remove_prefix(1);
    return byte;
  }

 private:
  std::string_view bytes_;
  SeededRandom rest_;
};

constexpr std::size_t kMostSteps = 20;

}  // namespace

Verdict check_history(std::string_view bytes) {
  Dice dice(bytes);
  test::HistoryMaker maker(dice, 2 + static_cast<std::size_t>(dice.below(5)));
  for (std::size_t i = 0; i < kMostSteps && !dice.used_up(); ++i) maker.step();
  return {!maker.changes().empty(), complaint_about({1, 2}, maker.changes())};
}

}  // namespace atlas::fuzz
