//===- LibraryFunctions.h - What the library's functions do -----*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_LIBRARYFUNCTIONS_H
#define OWNERSHIP_EXTRACT_LIBRARYFUNCTIONS_H

#include "extract/ExpressionPart.h"
#include <optional>

namespace ownership {

/// Reads calls of functions that are no members and whose bodies are not read.
class LibraryFunctions : ExpressionPart {
public:
  using ExpressionPart::ExpressionPart;

  Ref eval(const clang::CallExpr *E, const clang::FunctionDecl *Callee);
  /// A call of std::ranges::for_each and its like, if \p E is one.
  std::optional<Ref> evalOnRange(const clang::CXXOperatorCallExpr *E);

private:
  /// A call, taken apart.
  struct FunctionCall {
    const clang::CallExpr *E;
    const clang::FunctionDecl *Callee;
    llvm::StringRef Name;
    Arguments Args;
    clang::SourceLocation Loc;
    bool IsStandard;
  };
  Ref eval(FunctionCall C);
  std::optional<Ref> make(const FunctionCall &C);
  Ref move(const FunctionCall &C);
  Ref passOn(const FunctionCall &C);
  Ref exchange(const FunctionCall &C);
  Ref swap(const FunctionCall &C);
  Ref makeTuple(const FunctionCall &C);
  Ref runAlgorithm(const FunctionCall &C);
};

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_LIBRARYFUNCTIONS_H
