//===- Places.h - Source locations as places --------------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_PLACES_H
#define OWNERSHIP_EXTRACT_PLACES_H

#include "model/Summary.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/DenseMap.h"

namespace clang {
class SourceManager;
} // namespace clang

namespace ownership {

/// Turns locations into places that are the same from every translation unit:
/// of a macro, where it is used; with the file's real path.
class Places {
public:
  explicit Places(const clang::SourceManager &SM) : SM(SM) {}

  Place of(clang::SourceLocation Loc);

private:
  const clang::SourceManager &SM;
  llvm::DenseMap<clang::FileID, std::string> FileNames;

  std::string fileName(clang::FileID File) const;
};

/// "@file:line:column", which tells apart what names do not.
std::string placeSuffix(const Place &P);

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_PLACES_H
