//===- Nolint.h - NOLINT comments at fields ---------------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// clang-tidy applies NOLINT to the line of a warning, and drops single notes. A
// cycle has as many lines as hops, and a user who accepts one hop accepts the
// cycle. So the comment is read where the field is, into the summary: a hop
// that carries one does not count, on any surface.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_NOLINT_H
#define OWNERSHIP_EXTRACT_NOLINT_H

#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <utility>
#include <vector>

namespace clang {
class SourceManager;
} // namespace clang

namespace ownership {

/// Lines, counted from 1, first and last.
using LineRange = std::pair<unsigned, unsigned>;

/// The lines of \p Text on which a comment suppresses \p CheckName, by the
/// rules of clang-tidy: NOLINT, NOLINTNEXTLINE, NOLINTBEGIN to NOLINTEND, each
/// bare or with a list of globs. An unmatched BEGIN or END suppresses nothing.
/// The ranges are in ascending order of their first line and may overlap.
std::vector<LineRange> suppressedLines(llvm::StringRef Text,
                                       llvm::StringRef CheckName);

/// Answers for one AST whether a location is on such a line. Scans each file
/// at most once.
class NolintIndex {
public:
  NolintIndex(const clang::SourceManager &SM, llvm::StringRef CheckName)
      : SM(SM), CheckName(CheckName.str()) {}

  /// A location in a macro expansion counts for every line that it was
  /// expanded through.
  bool isSuppressed(clang::SourceLocation Loc);

private:
  const clang::SourceManager &SM;
  std::string CheckName;
  llvm::DenseMap<clang::FileID, std::vector<LineRange>> ByFile;
};

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_NOLINT_H
