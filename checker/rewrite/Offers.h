//===- Offers.h - Which conversions are offered -----------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An editor applies one fix, clang-tidy all of them: both must compile. And a
// fix must stop a leak: who has applied it should not find the objects alive as
// before.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_OFFERS_H
#define OWNERSHIP_REWRITE_OFFERS_H

#include "analyze/Cycles.h"
#include "extract/Extract.h"
#include "rewrite/Conversion.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include <functional>
#include <string>
#include <vector>

namespace ownership {

/// The fix of one finding, and how to refuse it after all.
struct Offered {
  /// As messages call the field or capture.
  std::string Name;
  Conversion *Result;
  clang::SourceLocation Where;
  std::function<Conversion(Refusal Why)> Refuse;
};

/// What is fixed by one set of edits: a field or capture, or fields that one
/// declaration declares. The edits are with the first member, as clang-tidy
/// applies neither of two fixes that share text; the others say so.
struct Offer {
  llvm::SmallVector<Offered, 1> Members;
  /// The edits that fix these of the members, or why there are none.
  std::function<Conversion(llvm::ArrayRef<unsigned> Of)> Build;
};

/// Fills in the results of all members: what compiles alone and with the others
/// before it, or a refusal.
void keepWhatCompiles(llvm::ArrayRef<Offer> Offers,
                      const clang::ASTContext &AST,
                      const ParseSettings &Settings);

/// Refuses the conversions that would stop no leak: a finding without a fix
/// keeps the same objects alive. \p Results are those of \p Findings.
void holdBackHalves(llvm::ArrayRef<Offer> Offers,
                    llvm::ArrayRef<Conversion> Results,
                    llvm::ArrayRef<Finding> Findings,
                    const Extraction &Extracted);

} // namespace ownership

#endif // OWNERSHIP_REWRITE_OFFERS_H
