//===- AncestorVisitor.h - A walk that knows where it is --------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_ANCESTORVISITOR_H
#define OWNERSHIP_REWRITE_ANCESTORVISITOR_H

#include "extract/InSight.h"
#include "rewrite/Uses.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

namespace ownership {

/// Visits what the user wrote, and knows the path from the root and the
/// function around. \p Derived may have its own enterFunction and
/// enterInitializer, which see these before what is in them.
template <typename Derived>
class AncestorVisitor : public clang::RecursiveASTVisitor<Derived> {
  using Base = clang::RecursiveASTVisitor<Derived>;

public:
  bool TraverseStmt(clang::Stmt *S) {
    if (!S)
      return true;
    // A lambda's body belongs to its call operator.
    const clang::FunctionDecl *OuterFunction = Function;
    if (!Path.empty())
      if (const auto *L =
              llvm::dyn_cast_or_null<clang::LambdaExpr>(Path.back().S))
        if (L->getBody() == S)
          Function = L->getCallOperator();
    Path.push_back({S, nullptr, nullptr});
    bool Result = Base::TraverseStmt(S);
    Path.pop_back();
    Function = OuterFunction;
    return Result;
  }

  bool TraverseDecl(clang::Decl *D) {
    // What system headers declare cannot name a user's field, except in the
    // instantiations of their templates, which never access one by name.
    if (!D || (!llvm::isa<clang::TranslationUnitDecl>(D) &&
               D->getDeclContext() && D->getDeclContext()->isFileContext() &&
               SM.isInSystemHeader(D->getLocation())))
      return true;
    const clang::FunctionDecl *OuterFunction = Function;
    bool OuterInInstantiation = InInstantiation;
    if (const auto *F = llvm::dyn_cast<clang::FunctionDecl>(D)) {
      Function = F;
      InInstantiation |= F->isTemplateInstantiation();
      this->getDerived().enterFunction(*F);
    } else if (const auto *Spec =
                   llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(D)) {
      InInstantiation |= !Spec->isExplicitSpecialization();
    }
    Path.push_back({nullptr, D, nullptr});
    bool Result = Base::TraverseDecl(D);
    Path.pop_back();
    Function = OuterFunction;
    InInstantiation = OuterInInstantiation;
    return Result;
  }

  bool TraverseTranslationUnitDecl(clang::TranslationUnitDecl *TU) {
    for (clang::Decl *D : declsInSight(TU->getASTContext()))
      if (!this->getDerived().TraverseDecl(D))
        return false;
    return true;
  }

  bool TraverseConstructorInitializer(clang::CXXCtorInitializer *Init) {
    this->getDerived().enterInitializer(*Init);
    Path.push_back({nullptr, nullptr, Init});
    bool Result = Base::TraverseConstructorInitializer(Init);
    Path.pop_back();
    return Result;
  }

  void enterFunction(const clang::FunctionDecl &) {}
  void enterInitializer(const clang::CXXCtorInitializer &) {}

protected:
  explicit AncestorVisitor(const clang::SourceManager &SM) : SM(SM) {}

  const clang::SourceManager &SM;
  /// Outermost first; the last one is what is visited.
  std::vector<Ancestor> Path;
  const clang::FunctionDecl *Function = nullptr;
  bool InInstantiation = false;
};

} // namespace ownership

#endif // OWNERSHIP_REWRITE_ANCESTORVISITOR_H
