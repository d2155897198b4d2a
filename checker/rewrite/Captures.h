//===- Captures.h - Making a capture weak -----------------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A closure is a class that is written as an expression, so all that names its
// fields is written there as well. The capture becomes a weak pointer, and the
// body begins with a lock that takes the capture's name:
//
//   [self = shared_from_this()](int n) { self->add(n); }
//   [weakSelf = weak_from_this()](int n) {
//     auto self = weakSelf.lock(); if (!self) return; self->add(n); }
//
// So what the body does stays as it is written.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_CAPTURES_H
#define OWNERSHIP_REWRITE_CAPTURES_H

#include "rewrite/Conversion.h"
#include "rewrite/Uses.h"
#include <string>
#include <vector>

namespace ownership {

/// A capture that is to become weak.
struct CaptureRequest {
  /// The field of the closure; null for what a bind keeps.
  const clang::FieldDecl *Field = nullptr;
  /// The capture, or the argument of the bind.
  clang::SourceLocation Where;
  /// As messages call it.
  std::string Name;
};

/// There is no fix for \p Request because of \p Why.
Conversion refused(const CaptureRequest &Request, Refusal Why);

/// Requests, by index, that one set of edits fixes: captures of one lambda
/// share tokens.
struct CaptureConversion {
  llvm::SmallVector<unsigned, 1> Of;
  Conversion Result;
};

/// Each request is in one of the conversions.
std::vector<CaptureConversion>
convertCaptures(clang::ASTContext &AST, const ProgramFacts &Facts,
                OwnershipTypes &Types, llvm::ArrayRef<CaptureRequest> Requests);

} // namespace ownership

#endif // OWNERSHIP_REWRITE_CAPTURES_H
