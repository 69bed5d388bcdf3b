# Shared by the commands in tools/: sourced, never run. Sets ROOT and works from it.
set -euo pipefail
ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
cd "$ROOT"
export LC_ALL=C.UTF-8
# Emscripten 3.1.6's link step asks node for acorn, which Debian keeps outside node's own path.
export NODE_PATH="${NODE_PATH:-/usr/share/nodejs}"

say() { printf '\n== %s\n' "$*"; }
note() { printf '   %s\n' "$*"; }
die() {
  printf '\nerror: %s\n' "$*" >&2
  exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }

# The floor is Debian 12's compiler; newer ones must build too.
readonly MIN_EMSCRIPTEN=3.1.6
version_at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }
emscripten_version() { em++ --version 2>/dev/null | sed -nE '1s/.* ([0-9]+\.[0-9]+\.[0-9]+).*/\1/p'; }

jobs_count() { nproc 2>/dev/null || echo 2; }

# Configures a preset when it never was, then builds the targets. Ninja reconfigures by itself.
build_preset() {
  local preset=$1
  shift
  [ -f "build/$preset/build.ninja" ] || cmake --preset "$preset" || return 1
  cmake --build "build/$preset" --parallel "$(jobs_count)" --target "$@"
}
