//===- ReadFiles.cpp - The files of a translation unit --------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/ReadFiles.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace ownership {

std::vector<FileID> readFiles(const SourceManager &SM) {
  // What a precompiled header brings is loaded when it is asked for.
  for (unsigned I = 0; I < SM.loaded_sloc_entry_size(); ++I)
    SM.getLoadedSLocEntry(I);
  // Translating loads too, and a list of files must not grow under a loop.
  std::vector<decltype(SM.fileinfo_begin()->first)> Files;
  for (auto It = SM.fileinfo_begin(); It != SM.fileinfo_end(); ++It)
    Files.push_back(It->first);
  std::vector<FileID> Result;
  for (auto File : Files)
    if (FileID ID = SM.translateFile(File); ID.isValid())
      Result.push_back(ID);
  return Result;
}

} // namespace ownership
