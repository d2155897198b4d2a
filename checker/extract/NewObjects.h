//===- NewObjects.h - Which objects an expression makes ---------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_NEWOBJECTS_H
#define OWNERSHIP_EXTRACT_NEWOBJECTS_H

#include "extract/ExpressionPart.h"
#include "extract/OwnershipTypes.h"

namespace ownership {

/// Reads what makes objects: constructors, braces, lambdas and binds.
class NewObjects : ExpressionPart {
public:
  using ExpressionPart::ExpressionPart;

  Ref evalConstruct(const clang::CXXConstructExpr *E);
  Ref evalInitList(const clang::InitListExpr *E);
  Ref evalLambda(const clang::LambdaExpr *E);
  /// std::bind keeps copies of its arguments: an object like a lambda's.
  Ref evalBind(const clang::CallExpr *E);
  /// A new object of class \p R from \p Args, where no construction expression
  /// tells the constructor: inside make_shared, emplace and their like.
  Ref make(const clang::CXXRecordDecl *R, Arguments Args,
           clang::SourceLocation Loc);

private:
  Ref evalRecord(const clang::CXXConstructorDecl &C, Arguments Args,
                 clang::SourceLocation Loc);
  /// A pointer or a callable.
  Ref evalOwner(TypeRole::KindTy Role, Arguments Args,
                clang::SourceLocation Loc);
  Ref evalContainer(const clang::CXXConstructorDecl &C, Arguments Args,
                    clang::SourceLocation Loc);
  Ref evalOther(const clang::CXXRecordDecl &R, Arguments Args,
                clang::SourceLocation Loc);
  Ref runThread(Arguments Args, clang::SourceLocation Loc);
  const clang::CXXConstructorDecl *
  bestConstructor(const clang::CXXRecordDecl *R, Arguments Args) const;
  RecordIndex addBindRecord(Arguments Args, clang::SourceLocation Loc);
};

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_NEWOBJECTS_H
