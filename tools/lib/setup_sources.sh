# Part of tools/setup: the two libraries that are built from source, into .deps/. Sourced, never run.
#
# Debian's source packages come first: `apt-get source` with lists and caches of its own, so that the
# system's apt is not touched and no root is needed. Elsewhere: the upstream tag, pinned by commit.
# One zlib serves both targets on every machine, for the same document must give the same bytes.

readonly IMGUI_SUITE=forky IMGUI_MIN=19200
readonly IMGUI_GIT=https://github.com/ocornut/imgui.git
readonly IMGUI_TAG=v1.92.2b IMGUI_COMMIT=45acd5e0e82f4c954432533ae9985ff0e1aad6d5
readonly ZLIB_SUITE=trixie ZLIB_VERSION=1.3.1
readonly ZLIB_GIT=https://github.com/madler/zlib.git
readonly ZLIB_TAG=v1.3.1 ZLIB_COMMIT=51b7f2abdade71cd9bb0e7a373ef2610ec6f9daf

imgui_is_good() {
  local number
  number=$(sed -nE 's/^#define IMGUI_VERSION_NUM +([0-9]+).*/\1/p' "$1/imgui.h" 2>/dev/null)
  [ -n "$number" ] && [ "$number" -ge $IMGUI_MIN ] && [ -f "$1/backends/imgui_impl_opengl3.cpp" ]
}
zlib_is_good() { grep -qs "#define ZLIB_VERSION \"$ZLIB_VERSION\"" "$1/zlib.h"; }

ensure_sources() {
  imgui_is_good .deps/imgui && zlib_is_good .deps/zlib && return 0
  say "Fetching the sources of Dear ImGui and zlib into .deps/"
  local work
  work=$(mktemp -d)
  fetch_debian_sources "$work" || note "Debian's source packages cannot be reached; taking the upstream tags"
  place_source imgui "$work" "$IMGUI_GIT" "$IMGUI_TAG" "$IMGUI_COMMIT"
  place_source zlib "$work" "$ZLIB_GIT" "$ZLIB_TAG" "$ZLIB_COMMIT"
  rm -rf "$work"
}

# The address and the signing key of the Debian mirror that this machine already uses.
debian_mirror() {
  have apt-get || return 1
  apt-get indextargets --format '$(REPO_URI)|$(LABEL)|$(COMPONENT)|$(SIGNED_BY)' 'Created-By: Packages' |
    awk -F'|' '$3 == "main" && ($2 == "Debian" || $1 ~ /\/debian\/$/) { print $1 "|" $4; exit }'
}

fetch_debian_sources() {
  local work=$1 mirror uri key apt
  mirror=$(debian_mirror) && [ -n "$mirror" ] || return 1
  uri=${mirror%%|*} key=${mirror#*|}
  case "$key" in /*) ;; *) key=/usr/share/keyrings/debian-archive-keyring.gpg ;; esac
  mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
  chmod 755 "$work"
  printf 'deb-src [signed-by=%s] %s %s main\n' "$key" "$uri" "$IMGUI_SUITE" "$key" "$uri" "$ZLIB_SUITE" \
    >"$work/sources.list"
  apt=(apt-get -qq -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=/dev/null
    -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work/cache" -o APT::Sandbox::User="$(id -un)"
    -o Acquire::Languages=none -o Acquire::Retries=2)
  (
    cd "$work"
    "${apt[@]}" update || true
    "${apt[@]}" source --download-only "imgui/$IMGUI_SUITE" || true
    "${apt[@]}" source --download-only "zlib/$ZLIB_SUITE" || true
  ) 2>"$work/apt.log"
  ls "$work"/imgui_*.orig.tar.* "$work"/zlib_*.orig.tar.* >/dev/null 2>&1
}

# Puts one library into .deps/NAME: unpacked from the fetched package, else cloned and checked.
place_source() {
  local name=$1 work=$2 git_url=$3 tag=$4 commit=$5 package fresh
  fresh=".deps/.$name.new"
  "${name}_is_good" ".deps/$name" && return 0
  rm -rf "$fresh" && mkdir -p "$fresh"
  package=$(find "$work" -maxdepth 1 -name "${name}_*.orig.tar.*" ! -name '*.asc' | head -n 1)
  if [ -n "$package" ]; then
    tar -xf "$package" -C "$fresh" --strip-components=1
    basename "$package" >"$fresh/.origin"
  fi
  if ! "${name}_is_good" "$fresh"; then
    rm -rf "$fresh"
    git clone -q --depth 1 --branch "$tag" "$git_url" "$fresh" ||
      die "the source of $name can be reached neither as a Debian source package nor from upstream"
    [ "$(git -C "$fresh" rev-parse HEAD)" = "$commit" ] || die "the upstream tag $tag of $name is not the pinned commit"
    rm -rf "$fresh/.git"
    echo "$name $tag" >"$fresh/.origin"
    "${name}_is_good" "$fresh" || die "the source of $name is not the version that is needed"
  fi
  rm -rf ".deps/$name" && mv "$fresh" ".deps/$name"
  note "$name: $(cat ".deps/$name/.origin")"
}

# Header-only packages, linked one by one: with all of /usr/include the wasm build finds the wrong libc.
ensure_header_links() {
  local header folder root
  mkdir -p .deps/include
  for header in cereal/cereal.hpp doctest/doctest.h fmt/format.h nlohmann/json.hpp; do
    folder=${header%%/*}
    [ -f ".deps/include/$header" ] && continue
    for root in ${ATLAS_INCLUDE_ROOTS:-} /usr/include /usr/local/include /opt/homebrew/include; do
      [ -f "$root/$header" ] || continue
      ln -sfn "$root/$folder" ".deps/include/$folder"
      break
    done
    [ -f ".deps/include/$header" ] || die "the header $header is not found; install its package or name its folder in ATLAS_INCLUDE_ROOTS"
  done
}
