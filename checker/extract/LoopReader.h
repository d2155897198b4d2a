//===- LoopReader.h - What a loop does again and again ----------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_LOOPREADER_H
#define OWNERSHIP_EXTRACT_LOOPREADER_H

#include "extract/BodyState.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/SetVector.h"

namespace ownership {

class BodyReader;
class ExpressionReader;

/// In the order in which they were found, which is the same in every run.
using VariableSet = llvm::SmallSetVector<const clang::ValueDecl *, 8>;

/// Adds the variables that \p S may rebind.
void assignedIn(const clang::Stmt *S, VariableSet &Vars);

/// Reads loops, and what leaves them.
class LoopReader : BodyPart {
public:
  LoopReader(BodyState &S, BodyReader &Body, ExpressionReader &Exprs)
      : BodyPart(S), Body(Body), Exprs(Exprs) {}

  void walkWhile(const clang::WhileStmt *S);
  void walkDo(const clang::DoStmt *S);
  void walkFor(const clang::ForStmt *S);
  void walkRangeFor(const clang::CXXForRangeStmt *S);

  void walkBreak();
  void walkContinue();
  /// A `break` leads to the end of a switch; nobody asks what variables are
  /// there.
  void inSwitch(llvm::function_ref<void()> Walk);

private:
  BodyReader &Body;
  ExpressionReader &Exprs;
  /// What a `break` and a `continue` lead out of.
  size_t BreakScope = 0, ContinueScope = 0;
  /// What variables are when a `break` leaves the innermost loop or switch.
  std::vector<Bindings::Env> *AtBreaks = nullptr;
  /// The same for each `continue`, and its context.
  using Continued = std::vector<std::pair<Bindings::Env, unsigned>>;
  Continued *AtContinues = nullptr;

  using Changed = llvm::SmallVector<const clang::ValueDecl *, 8>;
  /// Reads \p Turn as one turn of \p Loop. \p Counter is the loop's own
  /// variable, if it is only counted up. \p VisitsAll tells that the loop ends
  /// when there is no more to visit.
  void walkLoop(const clang::Stmt *Loop, Context::LoopTy Kind,
                const clang::ValueDecl *Counter, bool VisitsAll,
                llvm::function_ref<void()> Turn);
  /// The condition, with the variable that it declares, and the body.
  void walkTurn(const clang::VarDecl *Declared, const clang::Expr *Condition,
                const clang::Stmt *S);
  /// A field that the loop waits for is empty behind it.
  void leaveNull(const clang::VarDecl *Declared, const clang::Expr *Condition,
                 const clang::Stmt *S);
  Changed changedBy(const clang::Stmt *Loop);
  void joinContinued(const Continued &Continues, const Changed &Changing,
                     clang::SourceLocation Loc);
};

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_LOOPREADER_H
