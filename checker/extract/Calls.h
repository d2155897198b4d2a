//===- Calls.h - What a call gets and gives ---------------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_CALLS_H
#define OWNERSHIP_EXTRACT_CALLS_H

#include "extract/ExpressionPart.h"

namespace ownership {

/// Reads calls: of functions, of methods and of operators.
class CallReader : ExpressionPart {
public:
  using ExpressionPart::ExpressionPart;

  Ref evalCall(const clang::CallExpr *E);
  Ref evalMemberCall(const clang::CXXMemberCallExpr *E);
  Ref evalOperatorCall(const clang::CXXOperatorCallExpr *E);

  /// A call of \p Callee, whose body is read apart, if at all. \p Result is
  /// null where nothing is returned.
  Ref call(const clang::FunctionDecl *Callee, ValueIndex This,
           llvm::ArrayRef<const clang::Expr *> Args, clang::QualType Result,
           clang::SourceLocation Loc, bool IsVirtual = false);
  void callConstructor(const clang::CXXConstructorDecl *C, ValueIndex Object,
                       llvm::ArrayRef<const clang::Expr *> Args,
                       clang::SourceLocation Loc) {
    call(C, Object, Args, clang::QualType(), Loc);
  }
  /// A call of the callable that an expression denotes.
  ValueIndex invoke(const Ref &Callable, llvm::ArrayRef<Ref> Args,
                    clang::SourceLocation Loc);

private:
  const clang::CXXRecordDecl *copiedInto(clang::QualType Parameter,
                                         const clang::Expr &Arg) const;
  /// What a call of type \p T denotes, whose result is \p V.
  Ref result(ValueIndex V, clang::QualType T) const;
  Ref evalSubscript(const clang::CXXOperatorCallExpr *E);
  Ref evalAssignment(const clang::CXXOperatorCallExpr *E, clang::QualType T);
  void assignRecord(const Ref &To, const Ref &From, const clang::Expr &Source,
                    clang::QualType T, clang::SourceLocation Loc);
  bool assignTie(const clang::Expr *To, const Ref &From,
                 clang::SourceLocation Loc);
  Ref evalCallOperator(const clang::CXXOperatorCallExpr *E);
  Ref evalBuiltinOperator(const clang::CXXOperatorCallExpr *E);
  Ref evalUnknown(const clang::CallExpr *E);
};

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_CALLS_H
