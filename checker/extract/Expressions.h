//===- Expressions.h - What an expression denotes ---------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_EXPRESSIONS_H
#define OWNERSHIP_EXTRACT_EXPRESSIONS_H

#include "extract/Calls.h"
#include "extract/LibraryFunctions.h"
#include "extract/LibraryMethods.h"
#include "extract/NewObjects.h"

namespace ownership {

class BodyReader;

/// Reads expressions: what they do becomes instructions, and what they denote
/// is the result.
class ExpressionReader : BodyPart {
public:
  ExpressionReader(BodyState &S, BodyReader &Body);

  Ref eval(const clang::Expr *E);
  void evalAll(llvm::ArrayRef<const clang::Expr *> Es) {
    for (const clang::Expr *E : Es)
      eval(E);
  }
  /// `++E`, of a variable: another number, the next element.
  void stepOver(const clang::Expr *E);
  /// In a lambda's body, a captured variable is a field of `this`.
  void enterMethod(ValueIndex This, const clang::CXXRecordDecl &Class);
  ValueIndex thisValue() const { return This; }

  /// The readers of particular expressions.
  CallReader Calls;
  LibraryMethods Methods;
  LibraryFunctions Functions;
  NewObjects Made;

private:
  BodyReader &Body;
  unsigned Depth = 0;
  ValueIndex This = None;
  const clang::CXXRecordDecl *Closure = nullptr;
  llvm::DenseMap<const clang::ValueDecl *, clang::FieldDecl *> CapturedVars;
  clang::FieldDecl *CapturedThis = nullptr;

  Ref evalImpl(const clang::Expr *E);
  Ref evalThis(const clang::Expr *E);
  Ref evalVar(const clang::ValueDecl *D, const clang::DeclRefExpr *E);
  Ref evalMember(const clang::MemberExpr *E);
  Ref evalConditional(const clang::AbstractConditionalOperator *E);
  Ref evalBinary(const clang::BinaryOperator *E);
  Ref evalUnary(const clang::UnaryOperator *E);
};

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_EXPRESSIONS_H
