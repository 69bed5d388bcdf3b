// A number for what a frame would paint: the same picture has the same, so that a platform need not
// paint again what is on the screen.
#pragma once

#include <cstdint>

struct ImDrawData;

namespace atlas::ui {

// Of sizes, vertices, indices, clips and textures. 64 bits, multiplied and folded word by word; not
// against anybody who wants two pictures to be alike.
[[nodiscard]] std::uint64_t picture_fingerprint(const ImDrawData& picture);

}  // namespace atlas::ui
