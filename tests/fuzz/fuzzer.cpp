// The functions that libFuzzer calls, for the target that ATLAS_FUZZ_TARGET names.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "fuzz/mutation.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace {

using namespace atlas;

const fuzz::Target& target() {
  const fuzz::Target* found = fuzz::find_target(ATLAS_FUZZ_TARGET);
  if (found == nullptr) std::abort();
  return *found;
}

std::string mutate_bytes(std::string bytes, std::size_t most) {
  const std::size_t size = bytes.size();
  bytes.resize(std::max({size, most, std::size_t{1}}));
  auto* data = reinterpret_cast<std::uint8_t*>(bytes.data());
  bytes.resize(LLVMFuzzerMutate(data, size, bytes.size()));
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::Verdict verdict = target().check({reinterpret_cast<const char*>(data), size});
  if (verdict.complaint.empty()) return 0;
  std::fprintf(stderr, "COMPLAINT of %s: %s\n", target().name, verdict.complaint.c_str());
  std::abort();
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned int seed) {
  SeededRandom random(seed);
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::string changed = fuzz::mutated(target().shape, bytes, most, random, mutate_bytes);
  if (changed.size() > most) return size;
  std::copy(changed.begin(), changed.end(), data);
  return changed.size();
}
