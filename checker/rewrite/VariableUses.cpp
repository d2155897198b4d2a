//===- VariableUses.cpp - Every place where a variable is used --------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/VariableUses.h"
#include "rewrite/AncestorVisitor.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

class UseFinder : public AncestorVisitor<UseFinder> {
public:
  /// \p Named is the variable, the function or the alias to find.
  UseFinder(const NamedDecl &Named, const FieldDecl *Field,
            std::vector<Ancestor> Outside, bool InInstantiation)
      : AncestorVisitor(Named.getASTContext().getSourceManager()), Named(Named),
        Field(Field) {
    Path = std::move(Outside);
    this->InInstantiation = InInstantiation;
  }

  // Inside a function it is enough to see what the function is made of.
  bool shouldVisitTemplateInstantiations() const { return IsProgram; }

  void findInProgram(const ASTContext &AST) {
    IsProgram = true;
    TraverseDecl(AST.getTranslationUnitDecl());
  }

  std::vector<Use> Found;
  std::vector<SourceLocation> FoundTypes;

  // The instantiations of a generic lambda's body are nobody's children.
  bool VisitLambdaExpr(LambdaExpr *L) {
    if (FunctionTemplateDecl *Template =
            L->getCallOperator()->getDescribedFunctionTemplate())
      for (FunctionDecl *Spec : Template->specializations())
        TraverseDecl(Spec);
    return true;
  }

  bool VisitDeclRefExpr(DeclRefExpr *E) {
    if (isa<VarDecl, BindingDecl>(Named) &&
        E->getDecl()->getCanonicalDecl() == Named.getCanonicalDecl())
      add(E, E->getLocation());
    return true;
  }

  bool VisitCallExpr(CallExpr *E) {
    const FunctionDecl *Callee = E->getDirectCallee();
    if (Callee && Callee->getCanonicalDecl() == Named.getCanonicalDecl())
      add(E, E->getExprLoc());
    return true;
  }

  bool VisitTypedefTypeLoc(TypedefTypeLoc Loc) {
    if (Loc.getType()->castAs<TypedefType>()->getDecl()->getCanonicalDecl() ==
        Named.getCanonicalDecl())
      FoundTypes.push_back(Loc.getNameLoc());
    return true;
  }

private:
  const NamedDecl &Named;
  const FieldDecl *Field;
  bool IsProgram = false;

  void add(const Expr *E, SourceLocation Where) {
    Use U;
    U.Kind = Use::Member;
    U.Field = Field;
    U.Where = Where;
    U.Node = E;
    U.Ancestors = Path;
    U.Ancestors.pop_back();
    U.Function = Function;
    U.InInstantiation = InInstantiation;
    U.Element = {CharSourceRange::getTokenRange(U.Where),
                 Named.getNameAsString() + ".", ""};
    Found.push_back(std::move(U));
  }
};

} // namespace

std::vector<Use> usesOfVariable(const ValueDecl &Var, const Use &Origin) {
  // The outermost function around sees all that is local to it.
  auto It = find_if(Origin.Ancestors, [](const Ancestor &A) {
    return isa_and_nonnull<FunctionDecl>(A.D);
  });
  if (It == Origin.Ancestors.end())
    return {};
  UseFinder Finder(Var, Origin.Field, {Origin.Ancestors.begin(), It},
                   Origin.InInstantiation);
  Finder.TraverseDecl(const_cast<Decl *>(It->D));
  return std::move(Finder.Found);
}

std::vector<Use> usesOfParameter(const ParmVarDecl &Param,
                                 const FunctionDecl &F,
                                 const FieldDecl *Field) {
  UseFinder Finder(Param, Field, {}, /*InInstantiation=*/false);
  Finder.TraverseDecl(const_cast<FunctionDecl *>(&F));
  return std::move(Finder.Found);
}

std::vector<Use> callsOf(const FunctionDecl &F, const FieldDecl *Field,
                         const ASTContext &AST) {
  UseFinder Finder(F, Field, {}, /*InInstantiation=*/false);
  Finder.findInProgram(AST);
  return std::move(Finder.Found);
}

std::vector<SourceLocation> mentionsOf(const TypedefNameDecl &Alias,
                                       const ASTContext &AST) {
  UseFinder Finder(Alias, nullptr, {}, /*InInstantiation=*/false);
  Finder.findInProgram(AST);
  return std::move(Finder.FoundTypes);
}

} // namespace ownership
