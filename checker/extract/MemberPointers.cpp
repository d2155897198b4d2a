//===- MemberPointers.cpp - Methods that are named as callables -----------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "extract/MemberPointers.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {

/// std::placeholders::_1 and its like.
static bool isPlaceholder(const Expr &E) {
  const auto *Named = dyn_cast<DeclRefExpr>(E.IgnoreUnlessSpelledInSource());
  const auto *In =
      Named ? dyn_cast<NamespaceDecl>(Named->getDecl()->getDeclContext())
            : nullptr;
  return In && In->getName() == "placeholders";
}

static const CXXMethodDecl *methodCalledBy(const Expr &E, unsigned Depth) {
  constexpr unsigned MaxDepth = 4;
  if (Depth > MaxDepth)
    return nullptr;
  const Expr *Inner = E.IgnoreUnlessSpelledInSource();
  if (const auto *Address = dyn_cast<UnaryOperator>(Inner);
      Address && Address->getOpcode() == UO_AddrOf) {
    const auto *Named =
        dyn_cast<DeclRefExpr>(Address->getSubExpr()->IgnoreParens());
    const auto *Method =
        Named ? dyn_cast<CXXMethodDecl>(Named->getDecl()) : nullptr;
    return Method && !Method->isStatic() ? Method : nullptr;
  }
  // A variable that nobody can have changed.
  if (const auto *Named = dyn_cast<DeclRefExpr>(Inner)) {
    const auto *Var = dyn_cast<VarDecl>(Named->getDecl());
    bool IsFixed =
        Var && Var->getInit() &&
        (Var->getType().isConstQualified() || Var->getType()->isRecordType());
    return IsFixed ? methodCalledBy(*Var->getInit(), Depth + 1) : nullptr;
  }
  const auto *Call = dyn_cast<CallExpr>(Inner);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee || !Callee->getIdentifier() || !Callee->isInStdNamespace())
    return nullptr;
  if (Callee->getName() == "mem_fn" && Call->getNumArgs() == 1)
    return methodCalledBy(*Call->getArg(0), Depth + 1);
  if (Callee->getName() == "bind" && Call->getNumArgs() >= 2 &&
      isPlaceholder(*Call->getArg(1)))
    return methodCalledBy(*Call->getArg(0), Depth + 1);
  return nullptr;
}

const CXXMethodDecl *methodCalledBy(const Expr &E) {
  return methodCalledBy(E, 0);
}

} // namespace ownership
