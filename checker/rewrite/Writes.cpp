//===- Writes.cpp - May code give a field another value -------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/Writes.h"
#include "rewrite/Keeping.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

/// A call of \p F may run any code, or code that writes a field.
bool mayWrite(const FunctionDecl &F, const ProgramFacts &Facts) {
  // What a library calls is named in its arguments; only its function objects
  // hide it.
  if (isOfLibrary(F))
    return F.getOverloadedOperator() == OO_Call;
  if (F.isImplicit() || F.isDefaulted())
    return false;
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  return (Method && Method->isVirtual()) || !F.hasBody() ||
         Facts.Writers.contains(F.getCanonicalDecl());
}

bool mayRunWrite(const Stmt *S, const ProgramFacts &Facts, const Stmt *Except) {
  if (!S || S == Except)
    return false;
  if (const auto *E = dyn_cast<Expr>(S)) {
    if (Facts.Writes.contains(E))
      return true;
    if (isa<CallExpr, CXXConstructExpr>(E)) {
      const FunctionDecl *Callee = calleeOf(*E);
      if (!Callee || mayWrite(*Callee, Facts))
        return true;
    } else if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      // Named to be called, here or by a library.
      const auto *F = dyn_cast<FunctionDecl>(Ref->getDecl());
      if (F && mayWrite(*F, Facts))
        return true;
    } else if (isa<CXXDeleteExpr, CoawaitExpr, CoyieldExpr>(E)) {
      return true;
    }
  }
  return any_of(S->children(), [&](const Stmt *Child) {
    return mayRunWrite(Child, Facts, Except);
  });
}

} // namespace

bool mayWrite(const Stmt *S, const FieldDecl &Field, const ProgramFacts &Facts,
              const Stmt *Except) {
  return Facts.WrittenFields.contains(Field.getCanonicalDecl()) &&
         mayRunWrite(S, Facts, Except);
}

} // namespace ownership
