//===- CaptureUses.h - What a body does with a captured pointer -*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A captured pointer lives as long as the closure; the local variable that
// takes its place lives as long as one call. So a body may do with it whatever
// ends with the call: the same claim-all rule as for fields, but since the name
// stays, no use needs an edit.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_CAPTUREUSES_H
#define OWNERSHIP_REWRITE_CAPTUREUSES_H

#include "extract/OwnershipTypes.h"
#include "rewrite/Refusal.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include <optional>

namespace ownership {

struct CaptureUses {
  bool IsNamed = false;
  /// Compared with null, or tested as a condition.
  bool IsTested = false;
  /// What is done with it depends on whether it is const, as the captures of a
  /// lambda are that is not mutable.
  bool NeedsConst = false;
  /// Why a local variable cannot take its place.
  std::optional<Refusal> Refused;
};

/// What the body of \p Lambda does with \p Captured, by its name.
CaptureUses usesInBody(const clang::LambdaExpr &Lambda,
                       const clang::ValueDecl &Captured, OwnershipTypes &Types);

} // namespace ownership

#endif // OWNERSHIP_REWRITE_CAPTUREUSES_H
