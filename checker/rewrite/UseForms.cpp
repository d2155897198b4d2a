//===- UseForms.cpp - The forms of use that can be rewritten --------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The default rewrite is to lock where the field is read: `f->m` becomes
// `f.lock()->m`. It reads the field again at each use, as the original did, and
// keeps the object for the full expression. So a read is claimed only if
// nothing that it yields outlives the full expression: no reference, pointer or
// view.
//
// The forms are listed at the end, one line each.
//
//===----------------------------------------------------------------------===//

#include "rewrite/UseForms.h"
#include "clang/AST/DeclTemplate.h"
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

/// One use, and the steps outwards from it.
class UseContext {
public:
  const Use &U;
  const ProgramFacts &Facts;
  OtherOwner &Owner;
  OwnershipTypes &Types;
  StringRef Lock;
  Claim &Result;

  /// The expression that the field's value is at this point, and the index of
  /// its parent in U.Ancestors plus one; 0 is outside everything.
  const Expr *Value;
  size_t Outer;
  bool IsInParentheses = false;

  UseContext(const Use &U, const ProgramFacts &Facts, OtherOwner &Owner,
             OwnershipTypes &Types, StringRef Lock, Claim &Result)
      : U(U), Facts(Facts), Owner(Owner), Types(Types), Lock(Lock),
        Result(Result), Value(U.Node), Outer(U.Ancestors.size()) {
    skipNeutral();
  }

  const Stmt *parent() const {
    return Outer > 0 ? U.Ancestors[Outer - 1].S : nullptr;
  }
  template <typename T> const T *parentAs() const {
    return dyn_cast_or_null<T>(parent());
  }

  /// Past parentheses and casts that change neither value nor ownership.
  void skipNeutral() {
    while (const auto *E = parentAs<Expr>()) {
      if (const auto *Cast = dyn_cast<ImplicitCastExpr>(E)) {
        if (Cast->getCastKind() != CK_NoOp &&
            Cast->getCastKind() != CK_UncheckedDerivedToBase &&
            Cast->getCastKind() != CK_DerivedToBase)
          return;
      } else if (isa<ParenExpr>(E)) {
        IsInParentheses = true;
      } else {
        return;
      }
      step();
    }
  }
  void step() {
    Value = cast<Expr>(parent());
    --Outer;
  }

  bool refuse(const Twine &Reason, SourceLocation Where = {}) {
    Result.Refusal = Reason.str();
    Result.RefusedAt = Where.isValid() ? Where : U.Where;
    return true;
  }

  void replaceField(const Twine &Text) {
    Result.Edits.push_back(
        {CharSourceRange::getTokenRange(U.Where), Text.str()});
  }

  /// Claims a read: `f` becomes `f.lock()`, if what comes of it ends with the
  /// full expression.
  bool lockHere() {
    if (U.Function &&
        Facts.ReachableFromDestructors.contains(U.Function->getCanonicalDecl()))
      return refuse("a destructor may get here, and while the owner is being "
                    "destroyed the lock gives nullptr");
    if (std::optional<StringRef> How = outlives())
      return refuse("what is read here " + *How +
                    ", and with a weak pointer the object may end before that");
    replaceField(U.Field->getName() + "." + Lock + "()");
    return true;
  }

private:
  /// How something that depends on the object may outlive the full expression.
  std::optional<StringRef> outlives() {
    const Expr *Full = Value;
    for (size_t I = Outer; I > 0; --I) {
      const Ancestor &A = U.Ancestors[I - 1];
      if (A.D) {
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
        if (Range->getRangeInit() == Full)
          return StringRef("is walked by the loop");
        return std::nullopt;
      }
      if (isa<DeclStmt>(A.S))
        continue;
      return std::nullopt;
    }
    return std::nullopt;
  }

  bool mayDangle(QualType T) { return DanglingTypes(Types).mayDangle(T); }

  bool isAssignmentThatKeeps(const Expr *E, const Expr *From) {
    if (const auto *Op = dyn_cast<BinaryOperator>(E))
      return Op->isAssignmentOp() && Op->getRHS() == From &&
             mayDangle(Op->getLHS()->getType());
    if (const auto *Op = dyn_cast<CXXOperatorCallExpr>(E))
      return Op->isAssignmentOp() && Op->getNumArgs() == 2 &&
             Op->getArg(1) == From && mayDangle(Op->getArg(0)->getType());
    return false;
  }
};

//===----------------------------------------------------------------------===//
// Reads
//===----------------------------------------------------------------------===//

/// `f->m`, `(*f).m`, `g(*f)`
bool claimDereference(UseContext &C) {
  const auto *Op = C.parentAs<CXXOperatorCallExpr>();
  if (!Op || Op->getArg(0) != C.Value ||
      (Op->getOperator() != OO_Arrow &&
       !(Op->getOperator() == OO_Star && Op->getNumArgs() == 1)))
    return false;
  C.step();
  return C.lockHere();
}

/// `if (f)`, `!f`, `f && g`: the conversion to bool
bool claimTest(UseContext &C) {
  const auto *Member = C.parentAs<MemberExpr>();
  if (!Member || !isa<CXXConversionDecl>(Member->getMemberDecl()))
    return false;
  C.step();
  return C.lockHere();
}

/// \p F is in the namespace of the field's pointer.
bool isOfPointersLibrary(const UseContext &C, const FunctionDecl &F) {
  const CXXRecordDecl *R = C.U.Field->getType()->getAsCXXRecordDecl();
  const auto *Spec = dyn_cast_or_null<ClassTemplateSpecializationDecl>(R);
  return Spec && Spec->getSpecializedTemplate()
                     ->getDeclContext()
                     ->getEnclosingNamespaceContext()
                     ->Equals(F.getEnclosingNamespaceContext());
}

/// `f == nullptr`, `f != g`, by the pointer's own operators
bool claimComparison(UseContext &C) {
  const auto *Op = C.parentAs<CXXOperatorCallExpr>();
  if (!Op || (Op->getOperator() != OO_EqualEqual &&
              Op->getOperator() != OO_ExclaimEqual))
    return false;
  const FunctionDecl *Callee = Op->getDirectCallee();
  if (!Callee || !isOfPointersLibrary(C, *Callee))
    return C.refuse("an operator of the program's own takes it");
  C.step();
  return C.lockHere();
}

/// `f.get()` where the pointer ends with the expression
bool claimGet(UseContext &C) {
  const auto *Member = C.parentAs<MemberExpr>();
  if (!Member || Member->getBase() != C.Value ||
      Member->getMemberNameInfo().getAsString() != "get")
    return false;
  C.step();
  if (C.parentAs<CXXMemberCallExpr>())
    C.step();
  C.skipNeutral();
  // Who takes a raw pointer as an argument may keep it.
  if (C.parentAs<CallExpr>() || C.parentAs<CXXConstructExpr>())
    return C.refuse("the raw pointer may be kept by what it is passed to");
  return C.lockHere();
}

/// Other functions of the name of \p F stand beside it. `f.lock()` is no
/// lvalue, so another one might be chosen.
bool isOverloaded(const FunctionDecl &F) {
  if (!F.getDeclName() || F.getPrimaryTemplate())
    return true;
  auto Found = F.getDeclContext()->getRedeclContext()->lookup(F.getDeclName());
  return any_of(Found, [&](const NamedDecl *D) {
    return D->getCanonicalDecl() != F.getCanonicalDecl();
  });
}

/// `auto p = f`, `return f`, `g(f)` by value: a strong copy
bool claimCopy(UseContext &C) {
  const auto *Copy = C.parentAs<CXXConstructExpr>();
  if (!Copy || Copy->getNumArgs() != 1)
    return false;
  const CXXRecordDecl *R = Copy->getConstructor()->getParent();
  if (C.Types.roleOf(*R).Kind != TypeRole::SharedPointer)
    return false;
  C.step();
  const auto *Var =
      C.Outer > 0 ? dyn_cast_or_null<VarDecl>(C.U.Ancestors[C.Outer - 1].D)
                  : nullptr;
  if (Var && Var->isInitCapture())
    return C.refuse("a lambda that captures the pointer may close the cycle "
                    "again");
  while (C.parentAs<ImplicitCastExpr>() || C.parentAs<CXXBindTemporaryExpr>() ||
         C.parentAs<MaterializeTemporaryExpr>())
    C.step();
  if (const auto *Call = C.parentAs<CallExpr>()) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (!Callee || isOverloaded(*Callee))
      return C.refuse("an overloaded function takes it");
  } else if (const auto *Construct = C.parentAs<CXXConstructExpr>()) {
    if (C.Types.roleOf(*Construct->getConstructor()->getParent()).Kind !=
        TypeRole::SharedPointer)
      return C.refuse("a constructor takes it");
  }
  return C.lockHere();
}

/// `v.push_back(f)`, `std::dynamic_pointer_cast<T>(f)`: who takes a `const
/// std::shared_ptr<T> &` may keep the reference, but these copy.
bool claimConstReferenceArgument(UseContext &C) {
  const auto *Call = C.parentAs<CallExpr>();
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee || Call->getCallee() == C.Value ||
      !is_contained(Call->arguments(), C.Value))
    return false;
  static constexpr llvm::StringLiteral Casts[] = {
      "static_pointer_cast", "dynamic_pointer_cast", "const_pointer_cast"};
  const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
  StringRef Name = Callee->getIdentifier() ? Callee->getName() : "";
  bool Copies =
      Method
          ? (Name == "push_back" || Name == "push_front") &&
                C.Types.roleOf(*Method->getParent()).Kind == TypeRole::Container
          : is_contained(Casts, Name) && isOfPointersLibrary(C, *Callee);
  if (!Copies)
    return C.refuse("the field itself is passed by reference");
  C.step();
  return C.lockHere();
}

//===----------------------------------------------------------------------===//
// Stores and releases
//===----------------------------------------------------------------------===//

/// Claims a store of \p Stored, whose text stays as it is except that a moved
/// value is copied: there is nothing to move into.
bool claimStored(UseContext &C, const Expr *Stored) {
  if (std::optional<SoleOwner> Sole = C.Owner.judge(Stored, C.U.Function))
    return C.refuse(Sole->Reason, Sole->Where);
  const Expr *E = ignoreCopies(Stored);
  if (const Expr *Moved = movedFrom(E)) {
    StringRef Name =
        cast<DeclRefExpr>(Moved->IgnoreParenImpCasts())->getDecl()->getName();
    C.Result.Edits.push_back(
        {CharSourceRange::getTokenRange(E->getSourceRange()), Name.str()});
  }
  return true;
}

/// `f = p;` as a statement
bool claimAssignment(UseContext &C) {
  const auto *Op = C.parentAs<CXXOperatorCallExpr>();
  if (!Op || Op->getOperator() != OO_Equal || Op->getNumArgs() != 2 ||
      Op->getArg(0) != C.Value)
    return false;
  C.step();
  while (C.parentAs<ExprWithCleanups>())
    C.step();
  if (C.parentAs<Expr>() || C.parentAs<ReturnStmt>() || !C.parent())
    return C.refuse("the value of this assignment is used");
  const Expr *Stored = Op->getArg(1);
  if (!isEmptyPointer(Stored))
    return claimStored(C, Stored);
  // `f = {}` stands.
  if (!nullPointerLiteral(Stored))
    return true;
  if (C.IsInParentheses || Op->getEndLoc().isMacroID())
    return C.refuse("this assignment cannot be rewritten");
  C.Result.Edits.push_back(
      {CharSourceRange::getTokenRange(C.U.Where, Op->getEndLoc()),
       (C.U.Field->getName() + ".reset()").str()});
  return true;
}

/// `f.reset();` without arguments
bool claimReset(UseContext &C) {
  const auto *Member = C.parentAs<MemberExpr>();
  if (!Member || Member->getBase() != C.Value ||
      Member->getMemberNameInfo().getAsString() != "reset")
    return false;
  C.step();
  const auto *Call = C.parentAs<CXXMemberCallExpr>();
  if (!Call || Call->getNumArgs() != 0)
    return C.refuse("a new object is given to the field, which owns it");
  return true;
}

/// Claims the value that an initialization gives the field. A weak pointer
/// takes no nullptr, so that becomes \p Empty.
bool claimInitialValue(UseContext &C, StringRef Empty) {
  if (!isEmptyPointer(C.U.Node))
    return claimStored(C, C.U.Node);
  const Expr *Null = nullPointerLiteral(C.U.Node);
  if (!Null)
    return true;
  if (Null->getBeginLoc().isMacroID())
    return C.refuse("this is in a macro");
  C.Result.Edits.push_back(
      {CharSourceRange::getTokenRange(Null->getSourceRange()), Empty.str()});
  return true;
}

/// `C() : f(p) {}`
bool claimInitializer(UseContext &C) {
  return C.U.Kind == Use::Initializer && claimInitialValue(C, "");
}

/// `C{p}` of an aggregate
bool claimAggregate(UseContext &C) {
  return C.U.Kind == Use::Aggregate && claimInitialValue(C, "{}");
}

using UseForm = bool (*)(UseContext &);

/// Each returns whether it recognises the use; it has then claimed or refused
/// it.
constexpr UseForm Forms[] = {
    claimInitializer, claimAggregate,
    claimAssignment,  claimReset,
    claimDereference, claimTest,
    claimComparison,  claimGet,
    claimCopy,        claimConstReferenceArgument,
};

} // namespace

Claim claimUse(const Use &U, const ProgramFacts &Facts, OtherOwner &Owner,
               OwnershipTypes &Types, StringRef Lock) {
  Claim Result;
  UseContext Context(U, Facts, Owner, Types, Lock, Result);
  if (U.Where.isMacroID()) {
    Context.refuse("this use is in a macro");
    return Result;
  }
  if (U.Kind != Use::Other)
    for (UseForm Form : Forms) {
      UseContext Fresh(U, Facts, Owner, Types, Lock, Result);
      if (Form(Fresh))
        return Result;
    }
  Context.refuse("this use of the field cannot be rewritten");
  return Result;
}

} // namespace ownership
