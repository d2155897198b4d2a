//===- BodyReader.h - Reads one function body -------------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_BODYREADER_H
#define OWNERSHIP_EXTRACT_BODYREADER_H

#include "extract/Expressions.h"
#include "extract/LoopReader.h"
#include "clang/AST/StmtCXX.h"

namespace ownership {

/// Reads one function: its statements, in the order in which they run.
class BodyReader : BodyPart {
public:
  /// The instructions go to the body that \p S writes.
  BodyReader(BodyState &S, const clang::FunctionDecl &F)
      : BodyPart(S), F(F), Exprs(S, *this), Loops(S, *this, Exprs) {}

  void read();
  void walk(const clang::Stmt *S);
  void walkChildren(const clang::Stmt *S);
  void walkVar(const clang::VarDecl *V);

private:
  const clang::FunctionDecl &F;
  ExpressionReader Exprs;
  LoopReader Loops;
  /// The scope that a `throw` leaves.
  size_t TryScope = 0;

  void walkInitializers(const clang::CXXConstructorDecl *C);
  void walkBaseInitializer(const clang::Expr *E, clang::SourceLocation Loc);
  void walkReturn(const clang::ReturnStmt *S);
  void walkCompound(const clang::CompoundStmt *S);
  void walkIf(const clang::IfStmt *S);
  void walkSwitch(const clang::SwitchStmt *S);
  void walkArms(const clang::SwitchStmt *S, const clang::CompoundStmt &Body);
  clang::CompoundStmt::const_body_iterator
  walkArm(const clang::CompoundStmt &Body,
          clang::CompoundStmt::const_body_iterator It);
  void walkTry(const clang::CXXTryStmt *S);
  void join(const Bindings::Env &Other, clang::SourceLocation Loc,
            unsigned Branch = 0);
};

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_BODYREADER_H
