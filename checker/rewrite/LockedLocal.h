//===- LockedLocal.h - A local in the place of an element ----------- -*- C++
//-*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `for (auto &p : v)` becomes `for (auto &weakP : v) { auto p = weakP.lock();`
// and the body stays. Then p is a local copy, where it was the element itself:
// it must not be modified, and nothing that leads to it or to its object may be
// kept for longer than it lives.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_LOCKEDLOCAL_H
#define OWNERSHIP_REWRITE_LOCKEDLOCAL_H

#include "rewrite/PointerExpr.h"
#include "rewrite/Refusal.h"
#include "rewrite/Uses.h"

namespace ownership {

struct LocalFate {
  enum KindTy {
    /// A locked copy may take the element's place.
    Stands,
    /// The element is modified through the variable.
    Modified,
    Refused
  };
  KindTy Kind = Stands;
  /// Unless it stands.
  std::optional<Refusal> Why;
  /// Somebody names the variable.
  bool IsUsed = false;
};

class LockedLocals {
public:
  LockedLocals(const ProgramFacts &Facts, OwnershipTypes &Types)
      : Facts(Facts), Types(Types) {}

  /// \p Var names a shared pointer and \p Uses are its uses, all inside \p
  /// Scope, which ends before the copy does. \p IsCopy: it has always been a
  /// copy.
  LocalFate judge(llvm::ArrayRef<Use> Uses, const clang::Stmt *Scope,
                  bool IsCopy);

private:
  const ProgramFacts &Facts;
  OwnershipTypes &Types;
  llvm::DenseSet<const clang::Decl *> Seen;

  LocalFate judgeUse(const Use &U, const clang::Stmt *Scope, bool IsCopy);
  LocalFate judgeArgument(class UseContext &C, const clang::FunctionDecl *F,
                          llvm::ArrayRef<const clang::Expr *> Arguments,
                          bool IsCopy);
  LocalFate judgeBorrowed(class UseContext &C, const clang::Stmt *Scope);
};

} // namespace ownership

#endif // OWNERSHIP_REWRITE_LOCKEDLOCAL_H
