# Sourced by tools/tidy and tools/check: installs what is missing and builds
# what is stale.
#
#   OWNERSHIP_LLVM_MAJOR   major version of LLVM and Clang (default 22)
#   OWNERSHIP_BUILD        build tree (default build/, or build-19/ for 19)

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
major=${OWNERSHIP_LLVM_MAJOR:-22}
build=${OWNERSHIP_BUILD:-$root/build$([ "$major" = 22 ] || echo "-$major")}
llvm=/usr/lib/llvm-$major
case $major in
16 | 19 | 22) ;;
*)
  echo "error: OWNERSHIP_LLVM_MAJOR is 16, 19 or 22, not '$major'" >&2
  exit 1
  ;;
esac

# What the build and the tests need. The package is looked for by a file of its
# own, which is quicker than asking dpkg, and finds hand-made installations too.
needed=(
  "cmake:cmake"
  "ninja:ninja-build"
  "ccache:ccache"
  "python3:python3"
  "$llvm/bin/clang++:clang-$major"
  "$llvm/bin/clang-tidy:clang-tidy-$major"
  "$llvm/include/clang/AST/Decl.h:libclang-$major-dev"
  "$llvm/bin/clang-apply-replacements:clang-tools-$major"
  "$llvm/include/llvm/Support/JSON.h:llvm-$major-dev"
  # With the libraries that clangd needs, which clangd-ownership is linked to.
  "$llvm/bin/clangd:clangd-$major"
  "$llvm/bin/FileCheck:llvm-$major-tools"
  "/usr/include/gtest/gtest.h:libgtest-dev"
)

say() { echo "$@" >&2; }

is_there() {
  case $1 in
  /*) [ -e "$1" ] ;;
  *) command -v "$1" >/dev/null ;;
  esac
}

install_missing() {
  local entry missing=()
  for entry in "${needed[@]}" "$@"; do
    is_there "${entry%%:*}" || missing+=("${entry##*:}")
  done
  [ ${#missing[@]} -eq 0 ] && return
  if ! command -v apt-get >/dev/null; then
    say "error: this needs the equivalent of the Debian packages ${missing[*]};"
    say "then: cmake -S . -B build -G Ninja -DOWNERSHIP_LLVM_MAJOR=$major" \
        "-DLLVM_DIR=<llvm>/lib/cmake/llvm && ninja -C build"
    exit 1
  fi
  local apt=(apt-get)
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
      say "error: run as root, or install ${missing[*]}"
      exit 1
    }
    apt=(sudo apt-get)
  fi
  say "Installing ${missing[*]} ..."
  local log
  log=$(mktemp)
  if ! { "${apt[@]}" update &&
         DEBIAN_FRONTEND=noninteractive "${apt[@]}" install -y \
           --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    say "error: could not install ${missing[*]}: see $log." \
        "LLVM $major comes from Debian's security or backports archive" \
        "or from apt.llvm.org"
    exit 1
  fi
  rm -f "$log"
}

# build_targets TARGET...: brings them up to date, quietly if there is nothing
# to do.
build_targets() {
  # Precompiled headers and ccache get along under these rules only.
  export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
  if [ ! -f "$build/build.ninja" ]; then
    say "Configuring for LLVM $major ..."
    if ! cmake -S "$root" -B "$build" -G Ninja \
        -DOWNERSHIP_LLVM_MAJOR="$major" \
        -DCMAKE_C_COMPILER="$llvm/bin/clang" \
        -DCMAKE_CXX_COMPILER="$llvm/bin/clang++" \
        -DCMAKE_C_COMPILER_LAUNCHER=ccache \
        -DCMAKE_CXX_COMPILER_LAUNCHER=ccache \
        >"$build.configure.log" 2>&1; then
      cat "$build.configure.log" >&2
      exit 1
    fi
    mv "$build.configure.log" "$build/configure.log"
  fi
  local plan
  plan=$(ninja -C "$build" -n "$@")
  if ! grep -q 'no work to do' <<<"$plan"; then
    say "Building (the first time takes a minute or two) ..."
    ninja -C "$build" "$@" >&2
  fi
}
