//===- VariableUses.cpp - Every place where a variable is used --------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/VariableUses.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

class VariableFinder : public RecursiveASTVisitor<VariableFinder> {
  using Base = RecursiveASTVisitor<VariableFinder>;

public:
  VariableFinder(const ValueDecl &Var, const FieldDecl *Field,
                 std::vector<Ancestor> Outside, bool InInstantiation)
      : Var(Var), Field(Field), Path(std::move(Outside)),
        InInstantiation(InInstantiation) {}

  std::vector<Use> Found;

  bool TraverseStmt(Stmt *S) {
    if (!S)
      return true;
    const FunctionDecl *OuterFunction = Function;
    if (!Path.empty())
      if (const auto *L = dyn_cast_or_null<LambdaExpr>(Path.back().S))
        if (L->getBody() == S)
          Function = L->getCallOperator();
    Path.push_back({S, nullptr, nullptr});
    bool Result = Base::TraverseStmt(S);
    Path.pop_back();
    Function = OuterFunction;
    return Result;
  }

  bool TraverseDecl(Decl *D) {
    if (!D)
      return true;
    const FunctionDecl *OuterFunction = Function;
    bool WasInInstantiation = InInstantiation;
    if (const auto *F = dyn_cast<FunctionDecl>(D)) {
      Function = F;
      InInstantiation |= F->isTemplateInstantiation();
    }
    Path.push_back({nullptr, D, nullptr});
    bool Result = Base::TraverseDecl(D);
    Path.pop_back();
    Function = OuterFunction;
    InInstantiation = WasInInstantiation;
    return Result;
  }

  bool TraverseConstructorInitializer(CXXCtorInitializer *Init) {
    Path.push_back({nullptr, nullptr, Init});
    bool Result = Base::TraverseConstructorInitializer(Init);
    Path.pop_back();
    return Result;
  }

  // The instantiations of a generic lambda's body are nobody's children.
  bool VisitLambdaExpr(LambdaExpr *L) {
    if (FunctionTemplateDecl *Template =
            L->getCallOperator()->getDescribedFunctionTemplate())
      for (FunctionDecl *Spec : Template->specializations())
        TraverseDecl(Spec);
    return true;
  }

  bool VisitDeclRefExpr(DeclRefExpr *E) {
    if (E->getDecl()->getCanonicalDecl() != Var.getCanonicalDecl())
      return true;
    Use U;
    U.Kind = Use::Member;
    U.Field = Field;
    U.Where = E->getLocation();
    U.Node = E;
    U.Ancestors = Path;
    U.Ancestors.pop_back();
    U.Function = Function;
    U.InInstantiation = InInstantiation;
    U.Element = {CharSourceRange::getTokenRange(U.Where),
                 Var.getNameAsString() + ".", ""};
    Found.push_back(std::move(U));
    return true;
  }

private:
  const ValueDecl &Var;
  const FieldDecl *Field;
  std::vector<Ancestor> Path;
  const FunctionDecl *Function = nullptr;
  bool InInstantiation;
};

} // namespace

std::vector<Use> usesOfVariable(const ValueDecl &Var, const Use &Origin) {
  // The outermost function around sees all that is local to it.
  auto It = find_if(Origin.Ancestors, [](const Ancestor &A) {
    return isa_and_nonnull<FunctionDecl>(A.D);
  });
  if (It == Origin.Ancestors.end())
    return {};
  VariableFinder Finder(Var, Origin.Field, {Origin.Ancestors.begin(), It},
                        Origin.InInstantiation);
  Finder.TraverseDecl(const_cast<Decl *>(It->D));
  return std::move(Finder.Found);
}

std::vector<Use> usesOfParameter(const ParmVarDecl &Param,
                                 const FunctionDecl &F) {
  VariableFinder Finder(Param, nullptr, {}, /*InInstantiation=*/false);
  Finder.TraverseDecl(const_cast<FunctionDecl *>(&F));
  return std::move(Finder.Found);
}

} // namespace ownership
