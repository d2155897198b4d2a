//===- UseContext.cpp - A use, and what may outlive it --------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/UseContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

/// Can a value of this type dangle? Anything that holds a pointer or a
/// reference outside the standard library's owning types can.
class DanglingTypes {
public:
  explicit DanglingTypes(OwnershipTypes &Types) : Types(Types) {}

  bool mayDangle(QualType T) {
    T = T.getCanonicalType();
    if (T->isVoidType() || T->isArithmeticType() || T->isEnumeralType() ||
        T->isNullPtrType())
      return false;
    if (const auto *Array = dyn_cast<ArrayType>(T.getTypePtr()))
      return mayDangle(Array->getElementType());
    const CXXRecordDecl *R = T->getAsCXXRecordDecl();
    if (!R || !R->hasDefinition() || R->isUnion())
      return true;
    R = R->getDefinition();
    switch (Types.roleOf(*R).Kind) {
    case TypeRole::SharedPointer:
      return false;
    case TypeRole::UniquePointer:
    case TypeRole::Container:
      return argumentsMayDangle(*R);
    case TypeRole::Callable:
      return true;
    case TypeRole::WeakPointer:
      return false;
    case TypeRole::OwnsNothing:
      return qualifiedName(*R) != "std::basic_string";
    case TypeRole::Record:
      break;
    }
    if (!Seen.insert(R).second)
      return false;
    return any_of(R->bases(),
                  [&](const CXXBaseSpecifier &B) {
                    return mayDangle(B.getType());
                  }) ||
           any_of(R->fields(),
                  [&](const FieldDecl *F) { return mayDangle(F->getType()); });
  }

private:
  OwnershipTypes &Types;
  SmallPtrSet<const CXXRecordDecl *, 8> Seen;

  bool argumentsMayDangle(const CXXRecordDecl &R) {
    const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(&R);
    return !Spec ||
           any_of(Spec->getTemplateArgs().asArray(),
                  [&](const TemplateArgument &A) { return mayDangle(A); });
  }
  bool mayDangle(const TemplateArgument &A) {
    if (A.getKind() == TemplateArgument::Pack)
      return any_of(A.pack_elements(),
                    [&](const TemplateArgument &P) { return mayDangle(P); });
    if (A.getKind() != TemplateArgument::Type)
      return false;
    // Comparators and allocators of the library refer to nothing.
    const CXXRecordDecl *R = A.getAsType()->getAsCXXRecordDecl();
    if (R && R->isInStdNamespace() && R->isEmpty())
      return false;
    return mayDangle(A.getAsType());
  }
};

} // namespace

bool UseContext::refuseInDestructor() {
  return U.Function &&
         Facts.ReachableFromDestructors.contains(
             U.Function->getCanonicalDecl()) &&
         refuse("a destructor may get here, and while the owner is being "
                "destroyed the lock gives nullptr");
}

bool UseContext::lockHere() {
  if (refuseInDestructor())
    return true;
  if (std::optional<StringRef> How = outlives())
    return refuse("what is read here " + *How +
                  ", and with a weak pointer the object may end before that");
  callOnPointer(Lock + "()");
  return true;
}

std::optional<StringRef>
UseContext::outlives(const Stmt *Scope,
                     SmallVectorImpl<const VarDecl *> *Borrowers) {
  const Expr *Full = Value;
  for (size_t I = Outer; I > 0; --I) {
    const Ancestor &A = U.Ancestors[I - 1];
    bool InScope = Scope && any_of(ArrayRef(U.Ancestors).take_front(I),
                                   [&](const Ancestor &Outer) {
                                     return Outer.S == Scope;
                                   });
    if (A.D) {
      const auto *Local = dyn_cast<VarDecl>(A.D);
      if (InScope && Local && Local->hasLocalStorage() &&
          !isa<ParmVarDecl>(Local)) {
        if (mayDangle(Local->getType()))
          Borrowers->push_back(Local);
        return std::nullopt;
      }
      const auto *Var = dyn_cast<ValueDecl>(A.D);
      if (Var && !isa<FunctionDecl>(Var) && mayDangle(Var->getType()))
        return StringRef("is kept in a variable");
      return Var ? std::nullopt : std::optional(StringRef("is kept"));
    }
    if (A.Init) {
      if (A.Init->isAnyMemberInitializer() &&
          !mayDangle(A.Init->getAnyMember()->getType()))
        return std::nullopt;
      if (A.Init->isBaseInitializer() || A.Init->isDelegatingInitializer())
        return std::nullopt;
      return StringRef("is kept in a member");
    }
    if (const auto *E = dyn_cast<Expr>(A.S)) {
      if (isa<LambdaExpr>(E))
        return StringRef("is captured");
      if (isa<CoawaitExpr, CoyieldExpr, StmtExpr>(E))
        return StringRef("outlives a suspension");
      if (isAssignmentThatKeeps(E, Full))
        return StringRef("is assigned");
      Full = E;
      continue;
    }
    if (isa<ReturnStmt, CoreturnStmt>(A.S)) {
      if (U.Function && !U.Function->getReturnType()->isUndeducedType() &&
          !mayDangle(U.Function->getReturnType()))
        return std::nullopt;
      return StringRef("is returned");
    }
    if (const auto *Range = dyn_cast<CXXForRangeStmt>(A.S)) {
      if (Range->getRangeInit() != Full)
        return std::nullopt;
      if (!InScope)
        return StringRef("is walked by the loop");
      if (mayDangle(Range->getLoopVariable()->getType()))
        Borrowers->push_back(Range->getLoopVariable());
      return std::nullopt;
    }
    if (isa<DeclStmt>(A.S))
      continue;
    return std::nullopt;
  }
  return std::nullopt;
}

bool mayDangle(QualType T, OwnershipTypes &Types) {
  return DanglingTypes(Types).mayDangle(T);
}

bool UseContext::mayDangle(QualType T) {
  return ownership::mayDangle(T, Types);
}

bool UseContext::isAssignmentThatKeeps(const Expr *E, const Expr *From) {
  if (const auto *Op = dyn_cast<BinaryOperator>(E))
    return Op->isAssignmentOp() && Op->getRHS() == From &&
           mayDangle(Op->getLHS()->getType());
  if (const auto *Op = dyn_cast<CXXOperatorCallExpr>(E))
    return Op->isAssignmentOp() && Op->getNumArgs() == 2 &&
           Op->getArg(1) == From && mayDangle(Op->getArg(0)->getType());
  return false;
}

} // namespace ownership
