#include "app/workspaces.hpp"
#include "base/hash.hpp"

namespace atlas::app {

ReplicaId replica_in(ReplicaId tab, std::string_view folder) {
  const std::uint64_t mixed = mixed_64(tab.value ^ fnv1a64(folder));
  return {mixed == 0 ? 1 : mixed};
}

WorkspaceId workspace_in(std::string_view folder) {
  WorkspaceId id;
  for (std::size_t i = 0; i < 32 && i < folder.size(); ++i) {
    const char c = folder[i];
    const unsigned digit =
        c >= 'a' ? static_cast<unsigned>(c - 'a') + 10U : static_cast<unsigned>(c - '0');
    if (digit > 15U) return {};
    std::uint64_t& half = i < 16 ? id.high : id.low;
    half = (half << 4U) | digit;
  }
  return id;
}

std::string_view file_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);  // npos + 1 is 0: a bare name
}

}  // namespace atlas::app
