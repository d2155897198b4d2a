//===- VersionGuard.cpp - Refuse a host of another version ----------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// LLVM's C++ interface changes with every major version, so a plugin loaded by
// another one crashes sooner or later. This runs before any other code of the
// plugin (the registration of a check is already a risk), and therefore uses
// nothing of LLVM but one function that every version has.
//
// A plugin cannot fail to load politely: whatever a constructor does, the load
// succeeds. So it ends the process, as clang-tidy does itself for a plugin that
// it cannot open.
//
// Each plugin is compiled with the names in OWNERSHIP_PLUGIN (the file) and
// OWNERSHIP_HOST (the program that loads it).
//
//===----------------------------------------------------------------------===//

#include <cstdio>
#include <cstdlib>
#include <string>
#include <unistd.h>

namespace clang {
// Weak: a host without it is no clang that we know.
__attribute__((weak)) std::string getClangFullVersion();
} // namespace clang

/// "Debian clang version 19.1.7 (3)" -> 19, or 0.
static int majorVersion(const std::string &Text) {
  const std::string Word = "version ";
  std::size_t At = Text.find(Word);
  return At == std::string::npos ? 0 : std::atoi(&Text[At + Word.size()]);
}

__attribute__((constructor(101))) static void refuseOtherVersions() {
  const std::string Host =
      clang::getClangFullVersion ? clang::getClangFullVersion() : "";
  if (majorVersion(Host) == OWNERSHIP_LLVM_MAJOR)
    return;
  std::fprintf(stderr,
               "error: this %s is built for %s %d and "
               "cannot be loaded by %s: run %s-%d, or build "
               "clang-ownership with -DOWNERSHIP_LLVM_MAJOR for yours\n",
               OWNERSHIP_PLUGIN, OWNERSHIP_HOST, OWNERSHIP_LLVM_MAJOR,
               Host.empty() ? "this program" : Host.c_str(), OWNERSHIP_HOST,
               OWNERSHIP_LLVM_MAJOR);
  std::fflush(stderr);
  _exit(1);
}
