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

#include "rewrite/UseContext.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

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
  const CXXRecordDecl *R = C.U.Node->getType()->getAsCXXRecordDecl();
  if (!R)
    R = C.U.Node->getType()->getPointeeCXXRecordDecl();
  const auto *Spec = dyn_cast_or_null<ClassTemplateSpecializationDecl>(R);
  return Spec && Spec->getSpecializedTemplate()
                     ->getDeclContext()
                     ->getEnclosingNamespaceContext()
                     ->Equals(F.getEnclosingNamespaceContext());
}

/// `f == nullptr`, `f != g`, by the pointer's own operators
bool claimComparison(UseContext &C) {
  const auto *Op = C.parentAs<CXXOperatorCallExpr>();
  // `f != g` is `!(f == g)` since C++20.
  if (const auto *Rewritten = C.parentAs<CXXRewrittenBinaryOperator>())
    Op = dyn_cast<CXXOperatorCallExpr>(
        Rewritten->getDecomposedForm().InnerBinOp->IgnoreImplicit());
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

/// A loop around the use began after \p Var was declared, so it comes again.
bool isLeftByLoop(const UseContext &C, const VarDecl &Var) {
  return any_of(C.U.Ancestors, [&](const Ancestor &A) {
    return isa_and_nonnull<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(A.S) &&
           Var.getLocation() < A.S->getBeginLoc();
  });
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
  C.callOnPointer("reset()", Op->getEndLoc());
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

bool claimStored(UseContext &C, const Expr *Stored) {
  if (std::optional<SoleOwner> Sole = C.Owner.judge(Stored, C.U.Function))
    return C.refuse(Sole->Reason, Sole->Where);
  const Expr *E = ignoreCopies(Stored);
  const CXXRecordDecl *R =
      E->getType().getNonReferenceType()->getAsCXXRecordDecl();
  if (!isEmptyPointer(Stored) &&
      (!R || C.Types.roleOf(*R).Kind != TypeRole::SharedPointer))
    return C.refuse("a new object is given to the field, which owns it",
                    E->getBeginLoc());
  if (const Expr *Moved = movedFrom(E)) {
    // A copy, for there is nothing to move into.
    const auto *Ref = dyn_cast<DeclRefExpr>(Moved->IgnoreParenImpCasts());
    const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    if (!Var || !Var->hasLocalStorage() || Var->getType()->isReferenceType())
      return C.refuse("what is moved into it here would stay where it was");
    if (C.Facts.LastMention.lookup(Var->getCanonicalDecl()) !=
            Ref->getLocation() ||
        isLeftByLoop(C, *Var))
      return C.refuse("'" + Var->getName() +
                      "' is used again after it was moved into it");
    C.Result.Edits.push_back(
        {CharSourceRange::getTokenRange(E->getSourceRange()),
         Var->getName().str()});
  }
  return true;
}

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
