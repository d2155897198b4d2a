//===- ReadFiles.cpp - The files of a translation unit --------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/ReadFiles.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace ownership {

std::vector<FileID> readFiles(const SourceManager &SM, FilesOf Which) {
  std::vector<FileID> Result;
  llvm::SmallPtrSet<const FileEntry *, 32> Seen;
  // To ask the source manager for each file's first ID is quadratic.
  auto Add = [&](const SrcMgr::SLocEntry &Entry) {
    if (!Entry.isFile())
      return;
    OptionalFileEntryRef File = Entry.getFile().getContentCache().OrigEntry;
    if (File && Seen.insert(&File->getFileEntry()).second)
      Result.push_back(
          SM.getFileID(SourceLocation::getFromRawEncoding(Entry.getOffset())));
  };
  for (unsigned I = 1; I < SM.local_sloc_entry_size(); ++I)
    Add(SM.getLocalSLocEntry(I));
  if (Which == FilesOf::ThisParse)
    return Result;
  // What a precompiled header brings is loaded when it is asked for.
  for (unsigned I = 0; I < SM.loaded_sloc_entry_size(); ++I)
    Add(SM.getLoadedSLocEntry(I));
  return Result;
}

} // namespace ownership
