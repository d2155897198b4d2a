//===- Preload.cpp - Preloaded, but not into children ---------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Clangd has no option that loads a plugin, so tools/wrappers/clangd-ownership
// preloads this one. What clangd starts in its turn (the compiler that
// --query-driver asks for its header paths) would get it as well, and refuse
// it: VersionGuard ends a process that is no clang of this version. So the
// plugin takes itself out of LD_PRELOAD, and leaves the other entries there.
//
//===----------------------------------------------------------------------===//

#include <algorithm>
#include <cstdlib>
#include <string>

__attribute__((constructor)) static void keepOutOfChildren() {
  const char *Value = std::getenv("LD_PRELOAD");
  if (!Value)
    return;
  // The dynamic linker separates by colons or spaces.
  const std::string Separators = ": ", Entries = Value;
  std::string Others;
  for (std::size_t Begin = 0, End; Begin < Entries.size(); Begin = End + 1) {
    End = std::min(Entries.find_first_of(Separators, Begin), Entries.size());
    std::string Entry = Entries.substr(Begin, End - Begin);
    if (Entry.empty() || Entry.find(OWNERSHIP_PLUGIN) != std::string::npos)
      continue;
    Others += (Others.empty() ? "" : ":") + Entry;
  }
  if (Others.empty())
    unsetenv("LD_PRELOAD");
  else
    setenv("LD_PRELOAD", Others.c_str(), /*overwrite=*/1);
}
