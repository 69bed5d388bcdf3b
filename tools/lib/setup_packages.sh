# Part of tools/setup: Debian packages by name, and npm files by lock file. Sourced, never run.

# Enough to build and serve. xz-utils unpacks the source packages.
readonly SERVE_PACKAGES=(
  ca-certificates cmake doctest-dev fonts-inter fonts-material-design-icons-iconfont git libcereal-dev
  libfmt-dev ninja-build nlohmann-json3-dev node-acorn python3 python3-fonttools xz-utils
)
readonly QUICK_PACKAGES=(clang-format clang-tidy g++ libcli11-dev)
# Browsers with a software renderer and a screen in memory, and fonts for other scripts and emoji.
readonly BROWSER_PACKAGES=(
  chromium firefox-esr fonts-dejavu-core fonts-noto-color-emoji libegl1 libgl1-mesa-dri xauth xvfb
)

# clang with its libFuzzer, whose package has the version in its name.
fuzz_packages() {
  local version
  version=$(apt-cache depends clang 2>/dev/null | sed -nE 's/.*Depends: clang-([0-9]+)$/\1/p' | head -n 1)
  echo clang
  [ -z "$version" ] || echo "libclang-rt-$version-dev"
}

wanted_packages() {
  printf '%s\n' "${SERVE_PACKAGES[@]}"
  # A node or Emscripten from elsewhere on PATH is as good as Debian's.
  have node || echo nodejs
  have npm || echo npm
  emscripten_is_good || echo emscripten
  [ "$1" = serve ] || printf '%s\n' "${QUICK_PACKAGES[@]}"
  [ "$1" != test ] || printf '%s\n' "${BROWSER_PACKAGES[@]}"
  [ "$1" != fuzz ] || fuzz_packages
}

emscripten_is_good() {
  local version
  have em++ || return 1
  # Debian's package needs no further look; asking the compiler itself costs a quarter of a second.
  dpkg-query -W -f '${Status}' emscripten 2>/dev/null | grep -q 'ok installed' && return 0
  version=$(emscripten_version)
  [ -n "$version" ] && version_at_least "$version" "$MIN_EMSCRIPTEN"
}

missing_packages() {
  local wanted installed
  wanted=$(wanted_packages "$1" | sort -u)
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null |
    sed -n 's/^installed //p' | sort -u)
  comm -23 <(printf '%s\n' "$wanted") <(printf '%s\n' "$installed")
}

# Runs a command as root, or fails where that is not possible without asking.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}
can_be_root() { [ "$(id -u)" = 0 ] || { have sudo && sudo -n true 2>/dev/null; }; }

ensure_packages() {
  if ! have dpkg-query || ! have apt-get; then
    ensure_commands "$1"
    return
  fi
  local missing
  mapfile -t missing < <(missing_packages "$1")
  [ ${#missing[@]} -gt 0 ] || return 0
  can_be_root || die "these packages are missing, and only root can install them. Run:
  apt-get install --no-install-recommends ${missing[*]}"
  say "Installing ${#missing[@]} packages: ${missing[*]}"
  local apt=(as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=600)
  "${apt[@]}" update
  "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >/dev/null
}

# Systems without Debian's packages: says what is missing, by command.
ensure_commands() {
  local commands=(em++ cmake ninja node npm python3 git c++) missing=()
  [ "$1" = serve ] || commands+=(clang-format clang-tidy)
  [ "$1" != test ] || commands+=(chromium firefox xvfb-run)
  [ "$1" != fuzz ] || commands+=(clang++)
  for name in "${commands[@]}"; do have "$name" || missing+=("$name"); done
  [ ${#missing[@]} -eq 0 ] || die "this is not a Debian system; install these commands first: ${missing[*]}.
Besides: the headers of cereal, fmt, nlohmann-json and doctest, python's fonttools, the Inter font and
Material Icons (README.md says where they are looked for)."
}

ensure_emscripten() {
  emscripten_is_good || die "Emscripten $MIN_EMSCRIPTEN or newer is needed as em++ on PATH; found: $(emscripten_version || true)"
}

# npm files of one folder, exactly as its lock file says; install scripts are not run.
ensure_npm() {
  local folder=$1 stamp="$1/node_modules/.lock-stamp" sum
  sum=$(sha256sum "$folder/package-lock.json" | cut -d' ' -f1)
  [ "$(cat "$stamp" 2>/dev/null)" = "$sum" ] && return 0
  say "Installing the npm files of $folder/"
  (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
  printf '%s\n' "$sum" >"$stamp"
}
