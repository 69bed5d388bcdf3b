// The edge of io/: runs a function that may throw and turns what it throws into an Error.
#pragma once

#include <exception>
#include <new>
#include <stdexcept>
#include <type_traits>

#include "io/refusal.hpp"

namespace atlas::io {

template <typename Function>
[[nodiscard]] auto no_throw(Function&& function) -> Result<std::invoke_result_t<Function>> {
  try {
    return function();
  } catch (const Refused& refused) {
    return refusal(refused.kind());
  } catch (const std::bad_alloc&) {
    return refusal(RefusalKind::kNoMemory);
  } catch (const std::exception&) {
    return refusal(RefusalKind::kDamaged);
  }
}

}  // namespace atlas::io
