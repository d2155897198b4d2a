#!/bin/sh
# make-checkout.sh ROOT PROJECT DIR: repositories for the tests of CI in DIR.
#
#   clang-ownership   the tools of ROOT, as one clones them, tagged v0.1
#   project           PROJECT on branch main, into which branch "change" is
#                     merged: PROJECT with what is below PROJECT/../change

set -eu
root=$1 project=$2 dir=$3

commit() {
  git -C "$1" add -A
  git -C "$1" -c user.name=tester -c user.email=tester@example.com \
    commit -q -m "$2"
}

mkdir -p "$dir/clang-ownership" "$dir/project"
git init -q -b main "$dir/clang-ownership"
cp -R "$root/tools" "$root/.pre-commit-hooks.yaml" "$dir/clang-ownership"
find "$dir/clang-ownership" -name __pycache__ -prune -exec rm -r {} +
commit "$dir/clang-ownership" tools
git -C "$dir/clang-ownership" tag v0.1

git init -q -b main "$dir/project"
cp -R "$project/." "$dir/project"
commit "$dir/project" base
git -C "$dir/project" checkout -q -b change
cp -R "$project/../change/." "$dir/project"
commit "$dir/project" change
git -C "$dir/project" checkout -q main
git -C "$dir/project" -c user.name=tester -c user.email=tester@example.com \
  merge -q --no-ff -m merge change
