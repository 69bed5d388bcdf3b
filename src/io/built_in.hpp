// The built-in workspace: the five partnership models as a snapshot in the program itself. Made at
// build time from shared/models by tools/pack_models.
#pragma once

#include <string_view>

#include "base/hash.hpp"
#include "base/ids.hpp"
#include "document/document.hpp"

namespace atlas {

// Built-in records have ids (kBuiltInReplica, hash of their key), the same in every edition.
inline constexpr ReplicaId kBuiltInReplica{0xB017'0000'0000'0001U};
// Every first workspace has this id, so that copies of it merge.
inline constexpr WorkspaceId kBuiltInWorkspace{fnv1a64("partnership-atlas/built-in"),
                                               fnv1a64("partnership-atlas/built-in/low")};

// Id of the built-in record with this key, for instance "darlington-2012/board".
[[nodiscard]] RecordId built_in_record(std::string_view key);

// Bytes of the snapshot; read with io::read_snapshot. Defined in library atlas::built_in.
[[nodiscard]] std::string_view built_in_snapshot();

}  // namespace atlas
