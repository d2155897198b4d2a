//===- VariableForms.cpp - Variables that lead to elements ----------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `auto it = v.find(k)` and `auto &p = v[i]` have their type deduced, so they
// change it with the field, and their uses are walked like the field's own. A
// variable with a written type does not change.
//
//===----------------------------------------------------------------------===//

#include "rewrite/ContainerForms.h"
#include "rewrite/Patterns.h"
#include "rewrite/VariableUses.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {

bool ContainerForms::stepIntoVariable(UseContext &C, const VarDecl &Var) {
  auto Refuse = [&](Refusal Why) { return C.refuse(std::move(Why)), false; };
  // Not as the initializer: `decltype(v) copy;`
  if (Var.getInit() != C.Value)
    return Refuse(Refusal::TypeNamed);
  if (!Var.hasLocalStorage() || isa<ParmVarDecl>(Var) || Var.isInitCapture())
    return Refuse({Refusal::VariableMayOutlive, Var.getName()});
  const AutoType *Deduced =
      Var.getTypeSourceInfo() ? Var.getType()->getContainedAutoType() : nullptr;
  if (!Deduced || Deduced->isConstrained())
    return Refuse({Refusal::VariableOfWrittenType, Var.getName()});
  if (const auto *Decomposed = dyn_cast<DecompositionDecl>(&Var)) {
    for (const BindingDecl *Binding : Decomposed->bindings()) {
      Denotes D = denote(Binding->getType());
      if (D == Denotes::Unrelated)
        continue;
      if (D != Denotes::Cursor && !Var.getType()->isReferenceType())
        return Refuse(Refusal::ElementsCopied);
      follow(*Binding, C.U, C.Result);
    }
    return false;
  }
  if (!Var.getType()->isReferenceType() && denote(C.Value) != Denotes::Cursor)
    return Refuse(Refusal::ContainerCopied);
  // `auto a = v.begin(), b = w.begin();` is deduced once.
  if (C.Outer > 1)
    if (const auto *Declared =
            dyn_cast_or_null<DeclStmt>(C.U.Ancestors[C.Outer - 2].S))
      for (const Decl *D : Declared->decls())
        if (const auto *Other = dyn_cast<VarDecl>(D))
          MustFollow.push_back({Other, Other->getLocation()});
  follow(Var, C.U, C.Result);
  return false;
}

void ContainerForms::follow(const ValueDecl &Var, const Use &Origin,
                            Claim &Result) {
  if (Followed.insert(&Var).second)
    followUses(usesOfVariable(Var, Origin), Result);
}

/// A use in a generic lambda as written is claimed in an instantiation of it.
void ContainerForms::followUses(ArrayRef<Use> Uses, Claim &Result) {
  DenseSet<SourceLocation> Claimed;
  for (const Use &U : Uses) {
    if (isInPattern(U))
      continue;
    Claimed.insert(U.Where);
    if (U.Where.isMacroID() && !Result.Refused)
      Result.Refused = {Refusal::InMacro, U.Where};
    if (Result.Refused)
      return;
    walk(U, Result);
  }
  for (const Use &U : Uses)
    if (!Claimed.contains(U.Where) && !Result.Refused)
      Result.Refused = {Refusal::TemplateNotInstantiated, U.Where};
}

} // namespace ownership
