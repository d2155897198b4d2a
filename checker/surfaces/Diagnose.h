//===- Diagnose.h - What every surface shows --------------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The pipeline on one AST, from the declarations to words with places. A
// surface asks this one function and hands on what it gets, in the form that
// its host wants: it neither drops nor adds anything, so that the same AST in
// sight gives the same findings everywhere.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_SURFACES_DIAGNOSE_H
#define OWNERSHIP_SURFACES_DIAGNOSE_H

#include "surfaces/CheckOptions.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceLocation.h"
#include <string>
#include <vector>

namespace clang {
class ASTContext;
class Preprocessor;
class SourceManager;
} // namespace clang

namespace ownership {

/// One warning, or one remark on a cycle that is not reported (option Explain).
struct Diagnosis {
  struct Note {
    clang::SourceLocation Where;
    std::string Text;
  };
  bool IsRemark = false;
  clang::SourceLocation Where;
  std::string Text;
  /// The hops, the stores and the reasons, in the order of reading.
  std::vector<Note> Notes;
  /// The whole fix, or nothing.
  std::vector<clang::FixItHint> Hints;

  bool isFixInOneFile(const clang::SourceManager &SM) const;
};

/// Remarks first; nothing before C++11. \p PP has preprocessed what \p AST was
/// made of. Where an editor asks, there are no remarks, and a finding of a
/// header stands where the open file closes the cycle.
std::vector<Diagnosis> diagnose(clang::ASTContext &AST,
                                const clang::Preprocessor &PP,
                                const CheckSettings &Settings);

} // namespace ownership

#endif // OWNERSHIP_SURFACES_DIAGNOSE_H
