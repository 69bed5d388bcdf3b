#include "io/built_in.hpp"

#include "base/hash.hpp"

namespace atlas {

RecordId built_in_record(std::string_view key) {
  return {kBuiltInReplica, fnv1a64(key)};
}

}  // namespace atlas
