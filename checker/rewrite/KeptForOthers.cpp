//===- KeptForOthers.cpp - Fields that keep what others refer to ----------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A pointer may be stored for no other use than that its object lives:
//
//   Runner(std::shared_ptr<Topic> t) : topic_(t), runners_(t->runners_) {}
//
// No use of `topic_` shows that, for the object is used through the reference
// beside it. Two things do: a member that may refer to other objects is filled
// from the variable that is stored into the field, or such a member stands
// beside a field that nothing reads.
//
//===----------------------------------------------------------------------===//

#include "rewrite/KeptForOthers.h"
#include "rewrite/Keeping.h"
#include "rewrite/Patterns.h"
#include "rewrite/PointerExpr.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

/// \p T may refer to what it does not own. A template's parameter alone says
/// nothing yet.
bool mayRefer(QualType T, Keeping &K) {
  if (T->isDependentType() && !T->isPointerType() && !T->isReferenceType())
    return false;
  return !T->isFunctionPointerType() && K.mayDangle(T);
}

/// Of \p R and its bases, a member that may refer to what it does not own.
const FieldDecl *referringMember(const CXXRecordDecl &R, Keeping &K) {
  for (const FieldDecl *F : R.fields())
    if (mayRefer(F->getType(), K))
      return F;
  for (const CXXBaseSpecifier &Base : R.bases()) {
    const CXXRecordDecl *Class = Base.getType()->getAsCXXRecordDecl();
    if (const FieldDecl *F = Class && Class->hasDefinition()
                                 ? referringMember(*Class->getDefinition(), K)
                                 : nullptr)
      return F;
  }
  return nullptr;
}

/// The statement that \p U's expression is a part of, past casts.
const Stmt *parentOf(const Use &U, const Expr *&Value) {
  for (const Ancestor &A : reverse(U.Ancestors)) {
    if (!A.S || (!isa<ImplicitCastExpr>(A.S) && !isa<ParenExpr>(A.S)))
      return A.S;
    Value = cast<Expr>(A.S);
  }
  return nullptr;
}

/// What \p U stores into the field; null if it is no store, or of no value.
const Expr *storedBy(const Use &U) {
  if (U.Kind == Use::Initializer || U.Kind == Use::Aggregate)
    return U.Node;
  const Expr *Value = U.Node;
  if (const auto *Op = dyn_cast_or_null<CXXOperatorCallExpr>(
          U.Kind == Use::Member ? parentOf(U, Value) : nullptr))
    if (Op->isAssignmentOp() && Op->getArg(0) == Value)
      return Op->getArg(1);
  return nullptr;
}

constexpr llvm::StringLiteral Writers[] = {
    "reset", "clear", "push_back", "emplace_back", "insert", "emplace", "push"};

/// \p U gives the field a value, or takes it away, and that is all.
bool onlyWrites(const Use &U) {
  if (storedBy(U))
    return true;
  const Expr *Value = U.Node;
  const auto *Called = dyn_cast_or_null<MemberExpr>(
      U.Kind == Use::Member ? parentOf(U, Value) : nullptr);
  return Called && isa<CXXMethodDecl>(Called->getMemberDecl()) &&
         Called->getMemberDecl()->getIdentifier() &&
         is_contained(Writers, Called->getMemberDecl()->getName());
}

/// The variable whose object \p Stored is: `p`, `std::move(p)`,
/// `p->shared_from_this()`.
const VarDecl *variableOf(const Expr *Stored) {
  const Expr *E = ignoreCopies(Stored);
  if (const Expr *Moved = movedFrom(E))
    E = Moved->IgnoreParenImpCasts();
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E))
    if (const CXXMethodDecl *Method = Call->getMethodDecl();
        Method && Method->getIdentifier() &&
        Method->getName() == "shared_from_this")
      E = Call->getImplicitObjectArgument()->IgnoreParenImpCasts();
  const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
  return Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
}

/// Looks for members of one class that a variable's object is stored into.
class ReferrerFinder : public RecursiveASTVisitor<ReferrerFinder> {
public:
  ReferrerFinder(const VarDecl &Var, const FieldDecl &Beside, Keeping &K)
      : Var(Var), Beside(Beside), K(K) {}

  const FieldDecl *Result = nullptr;

  bool TraverseConstructorInitializer(CXXCtorInitializer *Init) {
    return !Init->isAnyMemberInitializer() ||
           look(*Init->getAnyMember(), Init->getInit());
  }
  bool VisitBinaryOperator(BinaryOperator *Op) {
    const auto *Member =
        Op->isAssignmentOp()
            ? dyn_cast<MemberExpr>(Op->getLHS()->IgnoreParenImpCasts())
            : nullptr;
    const auto *F =
        Member ? dyn_cast<FieldDecl>(Member->getMemberDecl()) : nullptr;
    return !F || look(*F, Op->getRHS());
  }

private:
  const VarDecl &Var;
  const FieldDecl &Beside;
  Keeping &K;

  bool isNamedIn(const Stmt *S) const {
    if (const auto *Ref = dyn_cast<DeclRefExpr>(S))
      return Ref->getDecl() == &Var;
    return any_of(S->children(),
                  [&](const Stmt *Child) { return Child && isNamedIn(Child); });
  }
  bool look(const FieldDecl &Member, const Expr *Given) {
    const auto *R = dyn_cast<CXXRecordDecl>(Member.getParent());
    if (R &&
        &patternOf(*R) ==
            cast<CXXRecordDecl>(Beside.getParent())->getCanonicalDecl() &&
        K.mayDangle(Member.getType()) && Given && isNamedIn(Given))
      Result = &Member;
    return !Result;
  }
};

} // namespace

std::optional<Refusal> keptForOthers(const FieldDecl &Field,
                                     ArrayRef<const Use *> Uses,
                                     OwnershipTypes &Types) {
  const auto &Holder = *cast<CXXRecordDecl>(Field.getParent());
  Keeping K(Types);
  const FieldDecl *Beside = referringMember(Holder, K);
  if (!Beside)
    return std::nullopt;
  bool IsRead = false;
  for (const Use *U : Uses) {
    // What a pattern means shows in its instantiations.
    if (isInPattern(*U))
      continue;
    IsRead |= !onlyWrites(*U);
    const Expr *Stored = storedBy(*U);
    const VarDecl *Var = Stored ? variableOf(Stored) : nullptr;
    if (!Var || !U->Function)
      continue;
    ReferrerFinder Finder(*Var, Field, K);
    Finder.TraverseDecl(const_cast<FunctionDecl *>(U->Function));
    if (Finder.Result)
      return Refusal(Refusal::KeptForMember, Finder.Result->getNameAsString(),
                     U->Where);
  }
  if (IsRead)
    return std::nullopt;
  return Refusal(Refusal::OnlyKept, Beside->getNameAsString(),
                 Beside->getLocation());
}

} // namespace ownership
