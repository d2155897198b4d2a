//===- ScopeGuards.cpp - What is undone after a local has ended -----------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/ScopeGuards.h"
#include "rewrite/Keeping.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

/// The end of a variable of this type may touch what it refers to.
bool isGuardType(QualType T, bool HoldsCode, Keeping &Kept) {
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  if (!R || !R->isInStdNamespace())
    return Kept.mayDangle(T);
  if (HoldsCode || R->getName().contains("lock"))
    return true;
  // A deleter of one's own.
  const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(R);
  if (!Spec || Spec->getName() != "unique_ptr" ||
      Spec->getTemplateArgs().size() < 2)
    return false;
  const CXXRecordDecl *Deleter =
      Spec->getTemplateArgs()[1].getAsType()->getAsCXXRecordDecl();
  return !Deleter || !Deleter->isInStdNamespace();
}

/// What ends after the variable, and may then touch an object that the
/// variable's end has destroyed: it has a destructor, and refers to a member.
bool isGuardOnMember(const VarDecl &Var, Keeping &Kept) {
  if (!Var.hasLocalStorage() || !Var.getInit() ||
      Var.needsDestruction(Var.getASTContext()) == QualType::DK_none)
    return false;
  bool NamesMember = false, HoldsCode = false;
  SmallVector<const Stmt *, 16> Work{Var.getInit()};
  while (!Work.empty()) {
    const Stmt *S = Work.pop_back_val();
    if (!S)
      continue;
    const auto *Member = dyn_cast<MemberExpr>(S);
    NamesMember |= isa<CXXThisExpr>(S) ||
                   (Member && isa<FieldDecl>(Member->getMemberDecl()));
    // Of a lambda, what it captures.
    if (const auto *Lambda = dyn_cast<LambdaExpr>(S)) {
      HoldsCode = true;
      append_range(Work, Lambda->capture_inits());
    } else {
      append_range(Work, S->children());
    }
  }
  return NamesMember && isGuardType(Var.getType(), HoldsCode, Kept);
}

bool hasGuardBefore(const CompoundStmt &Block, const Stmt *Statement,
                    Keeping &Kept) {
  for (const Stmt *S : Block.body()) {
    if (S == Statement)
      return false;
    if (const auto *Decls = dyn_cast<DeclStmt>(S))
      for (const Decl *D : Decls->decls())
        if (const auto *Var = dyn_cast<VarDecl>(D))
          if (isGuardOnMember(*Var, Kept))
            return true;
  }
  return false;
}

} // namespace

bool isAfterGuard(const Use &U, size_t Statement, OwnershipTypes &Types) {
  const std::vector<Ancestor> &Up = U.Ancestors;
  Keeping Kept(Types);
  for (size_t I = Statement; I > 0; --I) {
    const Stmt *Around = Up[I - 1].S;
    if (!Around || isa<LambdaExpr>(Around))
      return false;
    const auto *Block = dyn_cast<CompoundStmt>(Around);
    if (Block && hasGuardBefore(*Block, Up[I].S, Kept))
      return true;
  }
  return false;
}

} // namespace ownership
