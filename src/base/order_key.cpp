#include "base/order_key.hpp"

#include <cassert>
#include <tuple>
#include <vector>

#include "base/hash.hpp"

namespace atlas {
namespace {

constexpr std::string_view kDigits =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr int kBase = 62;
// The head character of a number: the ten lowest stand for negative numbers of 10 to 1 further
// digits, the ten highest for positive ones of 1 to 10, those between for the number itself.
constexpr int kMaxLength = 10;
constexpr std::int64_t kSmallest = -21;
constexpr std::int64_t kLargest = 20;
static_assert(kLargest - kSmallest + 1 + 2 * kMaxLength == kBase);

constexpr std::int64_t power(int exponent) {
  std::int64_t value = 1;
  for (int i = 0; i < exponent; ++i) value *= kBase;
  return value;
}
constexpr std::int64_t kLimit = power(kMaxLength) - 1;

int digit_of(char c) {
  const std::size_t at = kDigits.find(c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

struct Step {
  std::int64_t slot = 0;
  std::uint32_t tag = 0;
  std::int64_t count = 0;
  friend bool operator==(const Step&, const Step&) = default;
  friend bool operator<(const Step& a, const Step& b) {
    return std::tie(a.slot, a.tag, a.count) < std::tie(b.slot, b.tag, b.count);
  }
};
using Steps = std::vector<Step>;

void append_digits(std::string& key, std::int64_t value, int length) {
  for (int i = length - 1; i >= 0; --i) {
    key += kDigits[static_cast<std::size_t>(value / power(i) % kBase)];
  }
}

void append_number(std::string& key, std::int64_t value) {
  if (value >= kSmallest && value <= kLargest) {
    key += kDigits[static_cast<std::size_t>(value - kSmallest + kMaxLength)];
    return;
  }
  // Counted from the first value that the short form cannot hold.
  const std::int64_t rest = value > 0 ? value - kLargest - 1 : kSmallest - 1 - value;
  int length = 1;
  while (rest >= power(length)) ++length;
  const int head = value > 0 ? kBase - kMaxLength - 1 + length : kMaxLength - length;
  key += kDigits[static_cast<std::size_t>(head)];
  append_digits(key, value > 0 ? rest : power(length) - 1 - rest, length);
}

// Takes the number off the front of `text`; false when there is none in its shortest form.
bool take_number(std::string_view& text, std::int64_t& value) {
  if (text.empty()) return false;
  const int head = digit_of(text.front());
  text.remove_prefix(1);
  if (head < 0) return false;
  if (head >= kMaxLength && head < kBase - kMaxLength) {
    value = head - kMaxLength + kSmallest;
    return true;
  }
  const bool negative = head < kMaxLength;
  const int length = negative ? kMaxLength - head : head - (kBase - kMaxLength - 1);
  if (text.size() < static_cast<std::size_t>(length)) return false;
  std::int64_t rest = 0;
  for (int i = 0; i < length; ++i) {
    const int digit = digit_of(text[static_cast<std::size_t>(i)]);
    if (digit < 0) return false;
    rest = rest * kBase + digit;
  }
  text.remove_prefix(static_cast<std::size_t>(length));
  if (negative) rest = power(length) - 1 - rest;
  if (length > 1 && rest < power(length - 1)) return false;
  value = negative ? kSmallest - 1 - rest : kLargest + 1 + rest;
  return value >= -kLimit && value <= kLimit;
}

bool take_step(std::string_view& text, Step& step) {
  if (!take_number(text, step.slot) || text.size() < 3) return false;
  step.tag = 0;
  for (int i = 0; i < 3; ++i) {
    const int digit = digit_of(text[static_cast<std::size_t>(i)]);
    if (digit < 0) return false;
    step.tag = step.tag * kBase + static_cast<std::uint32_t>(digit);
  }
  text.remove_prefix(3);
  return take_number(text, step.count);
}

std::optional<Steps> parse(std::string_view text) {
  Steps steps;
  while (!text.empty()) {
    Step step;
    if (!take_step(text, step)) return std::nullopt;
    steps.push_back(step);
  }
  if (steps.empty()) return std::nullopt;
  return steps;
}

std::string write(const Steps& steps) {
  std::string key;
  for (const Step& step : steps) {
    append_number(key, step.slot);
    append_digits(key, step.tag, 3);
    append_number(key, step.count);
  }
  return key;
}

// People never reach the end of the numbers; a hostile file may.
bool has_room(std::int64_t value) {
  return value > -kLimit && value < kLimit;
}

// Steps that come after `steps` from index `from` on; everything may follow.
Steps after(const Steps& steps, std::size_t from, std::uint32_t tag) {
  Steps result(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(from));
  for (; from < steps.size(); ++from) {
    Step step = steps[from];
    if (step.tag == tag && has_room(step.count)) {
      ++step.count;
    } else if (has_room(step.slot)) {
      step = {step.slot + 1, tag, 0};
    } else {
      result.push_back(step);
      continue;
    }
    result.push_back(step);
    return result;
  }
  result.push_back({0, tag, 0});
  return result;
}

// Steps before `steps` but after its first `from` ones.
Steps before(const Steps& steps, std::size_t from, std::uint32_t tag) {
  Steps result(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(from));
  Step step = steps[from];
  if (step.tag == tag && has_room(step.count)) {
    --step.count;
  } else if (has_room(step.slot)) {
    step = {step.slot - 1, tag, 0};
  } else {
    return after(steps, from + 1, tag);  // nothing lies before: a hostile key, order is lost
  }
  result.push_back(step);
  return result;
}

// A step strictly between two, if one can be had without going deeper.
std::optional<Step> step_between(const Step& a, const Step& b, std::uint32_t tag) {
  const auto fits = [&](const Step& step) { return a < step && step < b; };
  if (a.tag == tag && has_room(a.count)) {
    const Step next{a.slot, tag, a.count + 1};
    if (fits(next)) return next;
  }
  if (b.tag == tag && has_room(b.count)) {
    const Step previous{b.slot, tag, b.count - 1};
    if (fits(previous)) return previous;
  }
  for (const std::int64_t slot : {a.slot, a.slot + 1, b.slot}) {
    const Step step{slot, tag, 0};
    if (step.tag != a.tag && step.tag != b.tag && fits(step)) return step;
    if (slot != a.slot && slot != b.slot && fits(step)) return step;
  }
  return std::nullopt;
}

Steps between(const Steps& a, const Steps& b, std::uint32_t tag) {
  std::size_t common = 0;
  while (common < a.size() && common < b.size() && a[common] == b[common]) ++common;
  if (common == b.size()) return after(a, common, tag);  // equal keys
  if (common == a.size()) return before(b, common, tag);
  if (const auto step = step_between(a[common], b[common], tag)) {
    Steps result(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(common));
    result.push_back(*step);
    return result;
  }
  return after(a, common + 1, tag);
}

}  // namespace

OrderTag order_tag(ReplicaId replica) {
  return {static_cast<std::uint32_t>(mixed_64(replica.value) % kOrderTags)};
}

bool is_order_key(std::string_view text) {
  return parse(text).has_value();
}

std::string order_key_between(std::optional<std::string_view> after_key,
                              std::optional<std::string_view> before_key, OrderTag tag) {
  const auto a = after_key ? parse(*after_key) : std::nullopt;
  const auto b = before_key ? parse(*before_key) : std::nullopt;
  assert(a.has_value() == after_key.has_value() && b.has_value() == before_key.has_value());
  if (a && b) return write(between(*a, *b, tag.value));
  if (a) return write(after(*a, 0, tag.value));
  if (b) return write(before(*b, 0, tag.value));
  return write({{0, tag.value, 0}});
}

}  // namespace atlas
