//===- Places.cpp - Source locations as places ----------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "extract/Places.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Path.h"

using namespace clang;
using namespace llvm;

namespace ownership {

Place Places::of(SourceLocation Loc) {
  Place P;
  if (Loc.isInvalid())
    return P;
  auto [File, Offset] = SM.getDecomposedLoc(SM.getFileLoc(Loc));
  std::string &Name = FileNames[File];
  if (Name.empty())
    Name = fileName(File);
  P.File = Name;
  P.Line = SM.getLineNumber(File, Offset);
  P.Column = SM.getColumnNumber(File, Offset);
  return P;
}

std::string Places::fileName(FileID File) const {
  OptionalFileEntryRef Entry = SM.getFileEntryRefForID(File);
  if (!Entry)
    return SM.getBufferName(SM.getLocForStartOfFile(File)).str();
  StringRef Real = Entry->getFileEntry().tryGetRealPathName();
  SmallString<256> Path(Real.empty() ? Entry->getName() : Real);
  SM.getFileManager().makeAbsolutePath(Path);
  sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  return std::string(Path);
}

std::string placeSuffix(const Place &P) {
  return ("@" + Twine(P.File) + ":" + Twine(P.Line) + ":" + Twine(P.Column))
      .str();
}

} // namespace ownership
