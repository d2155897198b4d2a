//===- Conversion.h - Making a field weak -----------------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A conversion is the whole set of edits that turns a shared_ptr field into a
// weak_ptr and keeps the program building and meaning the same; or it is a
// refusal with its reason and place. There is nothing in between: half a
// conversion does not build, and some that build mean something else.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_CONVERSION_H
#define OWNERSHIP_REWRITE_CONVERSION_H

#include "analyze/Cycles.h"
#include "extract/Extract.h"
#include "extract/OwnershipTypes.h"
#include "rewrite/Refusal.h"
#include "rewrite/TrialParse.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/ArrayRef.h"
#include <optional>
#include <vector>

namespace ownership {

struct Conversion {
  /// Replacements of tokens, never insertions: what several translation units
  /// propose for one header must be the same edit, and identical insertions
  /// double when they are merged.
  std::vector<clang::FixItHint> Hints;
  /// Why there are none; nothing if there are, or if the finding has nothing to
  /// convert.
  std::optional<Refusal> Refused;
};

/// One conversion per finding, for the field that it names. Empty for findings
/// that advise no weak pointer. What is offered compiles, each conversion alone
/// and all together; \p Settings are those that \p AST was parsed with. With
/// \p OwnerMayBeGone each dereference is guarded by a test.
std::vector<Conversion>
convertFields(clang::ASTContext &AST, const Extraction &Extracted,
              llvm::ArrayRef<Finding> Findings, OwnershipTypes &Types,
              const ParseSettings &Settings, bool OwnerMayBeGone);

} // namespace ownership

#endif // OWNERSHIP_REWRITE_CONVERSION_H
