//===- Arguments.cpp - Uses that copy the pointer or pass it --------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a lock gives is a temporary. A function that copies the pointer, or uses
// it while it runs, does not see the difference; one that keeps a reference
// does, one that wants to change the field does not take it, and another
// overload may like it better.
//
//===----------------------------------------------------------------------===//

#include "rewrite/Forms.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ParentMap.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

//===----------------------------------------------------------------------===//
// Overloads and templates
//===----------------------------------------------------------------------===//

/// The type of the parameter that takes the argument \p Index, if there is one;
/// for a pack, its pattern.
QualType parameterType(const FunctionDecl &F, unsigned Index) {
  unsigned N = F.getNumParams();
  if (N == 0)
    return {};
  QualType T = F.getParamDecl(std::min(Index, N - 1))->getType();
  if (const auto *Pack = T->getAs<PackExpansionType>())
    return Pack->getPattern();
  return Index < N ? T : QualType();
}

/// The same of the template that \p F is an instance of, if it is.
QualType writtenParameterType(const FunctionDecl &F, unsigned Index) {
  const FunctionDecl *Pattern = F.getTemplateInstantiationPattern();
  return parameterType(Pattern ? *Pattern : F, Index);
}

bool isForwarding(QualType T) {
  const auto *Ref = T.isNull() ? nullptr : T->getAs<RValueReferenceType>();
  return Ref && Ref->getPointeeType()->isTemplateTypeParmType();
}

/// `T &`, which a const argument makes a `const T &`.
bool isDeducedLValueReference(QualType T) {
  const auto *Ref = T.isNull() ? nullptr : T->getAs<LValueReferenceType>();
  return Ref && Ref->getPointeeType()->isDependentType() &&
         !Ref->getPointeeType().isConstQualified();
}

/// \p Other, of the name of the function that is called, likes a temporary
/// better than what takes the field now.
bool prefersTemporary(UseContext &C, const NamedDecl *Other,
                      const FunctionDecl &Callee, unsigned Index) {
  const FunctionDecl *F = Other->getUnderlyingDecl()->getAsFunction();
  const FunctionDecl *Pattern = Callee.getTemplateInstantiationPattern();
  if (!F || F->getCanonicalDecl() == Callee.getCanonicalDecl() ||
      (Pattern && F->getCanonicalDecl() == Pattern->getCanonicalDecl()))
    return false;
  QualType T = parameterType(*F, Index);
  const auto *Ref = T.isNull() ? nullptr : T->getAs<RValueReferenceType>();
  if (!Ref)
    return false;
  return Ref->getPointeeType()->isDependentType() ||
         isSharedPointer(C, Ref->getPointeeType());
}

bool isAnyPreferred(UseContext &C, const FunctionDecl &Callee, unsigned Index) {
  // The library's overloads for temporaries only save a copy.
  if (isOfLibrary(Callee) || isOfPointersLibrary(C, Callee))
    return false;
  if (!Callee.getDeclName())
    return true;
  SmallPtrSet<const DeclContext *, 8> Contexts;
  auto AddAll = [&](const DeclContext *DC) {
    for (; DC; DC = DC->getParent())
      Contexts.insert(DC->getRedeclContext()->getPrimaryContext());
  };
  AddAll(Callee.getDeclContext());
  if (!isa<CXXConstructorDecl>(Callee)) {
    AddAll(C.U.Function);
    // By their argument, functions of the pointee's namespace are found.
    const auto *Spec =
        dyn_cast_or_null<ClassTemplateSpecializationDecl>(C.pointerClass());
    if (Spec && Spec->getTemplateArgs().size() > 0 &&
        Spec->getTemplateArgs()[0].getKind() == TemplateArgument::Type)
      AddAll(Spec->getTemplateArgs()[0].getAsType()->getAsCXXRecordDecl());
  }
  return any_of(Contexts, [&](const DeclContext *DC) {
    return !DC->isFunctionOrMethod() && !DC->isDependentContext() &&
           any_of(DC->lookup(Callee.getDeclName()), [&](const NamedDecl *D) {
             return prefersTemporary(C, D, Callee, Index);
           });
  });
}

//===----------------------------------------------------------------------===//
// What the library does with it
//===----------------------------------------------------------------------===//

/// A value of this type holds a reference to a pointer.
bool bindsReference(QualType T) {
  const auto *Spec = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T->getAsCXXRecordDecl());
  if (!Spec)
    return false;
  if (Spec->getName() == "reference_wrapper")
    return true;
  auto Binds = [](const TemplateArgument &A) {
    return A.getKind() == TemplateArgument::Type &&
           (A.getAsType()->isReferenceType() || bindsReference(A.getAsType()));
  };
  return any_of(Spec->getTemplateArgs().asArray(),
                [&](const TemplateArgument &A) {
                  return A.getKind() == TemplateArgument::Pack
                             ? any_of(A.pack_elements(), Binds)
                             : Binds(A);
                });
}

/// A constructor of \p R keeps the reference to a pointer that it takes, or
/// tells temporaries from others.
bool mindsTemporaries(UseContext &C, Keeping &Kept, const CXXRecordDecl &R) {
  auto IsPointerReference = [&](QualType T) {
    return T->isReferenceType() && isSharedPointer(C, T.getNonReferenceType());
  };
  if (!R.hasDefinition())
    return true;
  for (const FieldDecl *F : R.getDefinition()->fields())
    if (IsPointerReference(F->getType()))
      return true;
  for (const Decl *D : R.getDefinition()->decls()) {
    const auto *Template = dyn_cast<FunctionTemplateDecl>(D);
    if (Template && isa<CXXConstructorDecl>(Template->getTemplatedDecl()))
      return true;
    const auto *Ctor = dyn_cast<CXXConstructorDecl>(D);
    if (!Ctor)
      continue;
    for (unsigned I = 0; I < Ctor->getNumParams(); ++I) {
      QualType T = Ctor->getParamDecl(I)->getType();
      if (IsPointerReference(T) &&
          (T->isRValueReferenceType() || Kept.keepsArgument(*Ctor, I)))
        return true;
    }
  }
  return false;
}

/// The library makes objects of the program's classes of what it gets
/// (make_shared, emplace): does it go to a constructor that minds?
bool isForwardedToWhoMinds(UseContext &C, Keeping &Kept,
                           const FunctionDecl &Callee) {
  auto Minds = [&](const TemplateArgument &A) {
    if (A.getKind() != TemplateArgument::Type)
      return false;
    const CXXRecordDecl *R = A.getAsType()->getAsCXXRecordDecl();
    return R && !R->isInStdNamespace() &&
           C.Types.roleOf(*R).Kind == TypeRole::Record &&
           mindsTemporaries(C, Kept, *R);
  };
  if (const auto *Args = Callee.getTemplateSpecializationArgs())
    if (any_of(Args->asArray(), Minds))
      return true;
  const auto *Method = dyn_cast<CXXMethodDecl>(&Callee);
  const auto *Class =
      Method ? dyn_cast<ClassTemplateSpecializationDecl>(Method->getParent())
             : nullptr;
  return Class && any_of(Class->getTemplateArgs().asArray(), Minds);
}

/// Refuses, and returns true, if \p Callee of the library does more than copy.
bool refuseLibrary(UseContext &C, Keeping &Kept, const FunctionDecl &Callee,
                   const Expr &Call) {
  if (Callee.getOverloadedOperator() == OO_Call)
    return C.refuse(Refusal::FunctionObject);
  if (Callee.getIdentifier() && Callee.getName() == "get_deleter")
    return C.refuse(Refusal::DeleterAsked);
  if (bindsReference(Call.getType()))
    return C.refuse({Refusal::PassedByReference, Callee.getNameAsString()});
  if (isForwardedToWhoMinds(C, Kept, Callee))
    return C.refuse(
        {Refusal::ReferenceKeptByConstructor, Callee.getNameAsString()});
  return false;
}

/// The copy, or what the library has made of it, goes as it is into a variable,
/// a member, a list or a result.
bool isOnlyStored(const UseContext &C) {
  for (size_t I = C.Outer; I > 0; --I) {
    const Stmt *S = C.U.Ancestors[I - 1].S;
    if (!isa_and_nonnull<Expr>(S))
      return true;
    const auto *Construct = dyn_cast<CXXConstructExpr>(S);
    if (Construct
            ? !isOfLibrary(*Construct->getConstructor())
            : !isa<InitListExpr, CXXStdInitializerListExpr, ImplicitCastExpr,
                   CXXFunctionalCastExpr, CXXBindTemporaryExpr,
                   MaterializeTemporaryExpr, FullExpr>(S))
      return false;
  }
  return false;
}

//===----------------------------------------------------------------------===//
// Closures
//===----------------------------------------------------------------------===//

/// The standard algorithms call their function objects and forget them.
bool isAlgorithm(const FunctionDecl &F) {
  static constexpr llvm::StringLiteral Names[] = {
      "accumulate",  "all_of",      "any_of",      "apply",    "call_once",
      "copy_if",     "count_if",    "equal",       "erase_if", "find_if",
      "find_if_not", "for_each",    "for_each_n",  "generate", "invoke",
      "lower_bound", "max_element", "min_element", "none_of",  "partition",
      "reduce",      "remove_if",   "replace_if",  "sort",     "stable_sort",
      "transform",   "unique",      "upper_bound", "visit"};
  return F.isInStdNamespace() && F.getIdentifier() &&
         is_contained(Names, F.getName());
}

/// \p Parent calls the closure \p E, or an algorithm does.
bool isOnlyCalled(const Expr &E, const Stmt *Parent) {
  const auto *Call = dyn_cast_or_null<CallExpr>(Parent);
  if (const auto *Op = dyn_cast_or_null<CXXOperatorCallExpr>(Parent))
    return Op->getOperator() == OO_Call && Op->getArg(0) == &E;
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  return Callee && isAlgorithm(*Callee);
}

/// The closure ends with the statement, or with a variable that is only called.
bool isClosureLocal(const UseContext &C, const LambdaExpr &Lambda) {
  if (!C.U.Function || !C.U.Function->hasBody())
    return false;
  ParentMap Parents(C.U.Function->getBody());
  auto Outermost = [&](const Expr *E) {
    while (true) {
      const Stmt *Parent = Parents.getParent(E);
      const auto *Construct = dyn_cast_or_null<CXXConstructExpr>(Parent);
      if (!isa_and_nonnull<ParenExpr, ImplicitCastExpr, FullExpr,
                           MaterializeTemporaryExpr, CXXBindTemporaryExpr>(
              Parent) &&
          !(Construct &&
            Construct->getConstructor()->isCopyOrMoveConstructor()))
        return E;
      E = cast<Expr>(Parent);
    }
  };
  const Expr *Closure = Outermost(&Lambda);
  const Stmt *Parent = Parents.getParent(Closure);
  if (isOnlyCalled(*Closure, Parent))
    return true;
  const auto *Decls = dyn_cast_or_null<DeclStmt>(Parent);
  if (!Decls || !Decls->isSingleDecl())
    return false;
  const auto *Var = dyn_cast<VarDecl>(Decls->getSingleDecl());
  if (!Var || !Var->hasLocalStorage())
    return false;
  SmallVector<const Stmt *, 32> Work{C.U.Function->getBody()};
  while (!Work.empty()) {
    const Stmt *S = Work.pop_back_val();
    if (!S)
      continue;
    const auto *Ref = dyn_cast<DeclRefExpr>(S);
    if (Ref && Ref->getDecl() == Var) {
      const Expr *Use = Outermost(Ref);
      if (!isOnlyCalled(*Use, Parents.getParent(Use)))
        return false;
    }
    append_range(Work, S->children());
  }
  return true;
}

/// Refuses, and returns true, if a lambda captures the copy and lives on.
bool refuseCapture(UseContext &C) {
  const auto *Var =
      C.Outer > 1 ? dyn_cast_or_null<VarDecl>(C.U.Ancestors[C.Outer - 1].D)
                  : nullptr;
  if (!Var || !Var->isInitCapture())
    return false;
  const auto *Lambda =
      dyn_cast_or_null<LambdaExpr>(C.U.Ancestors[C.Outer - 2].S);
  return (!Lambda || !isClosureLocal(C, *Lambda)) &&
         C.refuse(Refusal::CapturedAgain);
}

} // namespace

//===----------------------------------------------------------------------===//
// Forms
//===----------------------------------------------------------------------===//

/// `auto p = f`, `return f`, `g(f)` by value, `c ? f : p`, `{f, p}`: a strong
/// copy
bool claimCopy(UseContext &C) {
  C.stepOutOfConditional();
  const auto *Copy = C.parentAs<CXXConstructExpr>();
  if (!Copy || Copy->getNumArgs() != 1)
    return false;
  switch (C.Types.roleOf(*Copy->getConstructor()->getParent()).Kind) {
  case TypeRole::SharedPointer:
    break;
  case TypeRole::WeakPointer:
    // `std::weak_ptr<T> w = f`
    return true;
  default:
    return false;
  }
  C.step();
  while (C.parentAs<ImplicitCastExpr>() || C.parentAs<CXXBindTemporaryExpr>() ||
         C.parentAs<MaterializeTemporaryExpr>())
    C.step();
  if (refuseCapture(C))
    return true;
  const auto *Call = dyn_cast_or_null<Expr>(C.parent());
  std::optional<unsigned> Index =
      Call ? parameterOf(*Call, C.Value) : std::nullopt;
  if (!Index)
    return isOnlyStored(C) ? C.copyHere() : C.lockHere();
  const FunctionDecl *Callee = calleeOf(*Call);
  if (!Callee)
    return C.refuse(Refusal::FunctionUnknown);
  if (isAnyPreferred(C, *Callee, *Index))
    return C.refuse(
        {Refusal::OverloadForTemporaries, Callee->getNameAsString()});
  // An object that is made of the copy, and of nothing else.
  if (isa<CXXConstructExpr>(Call) && !isOfLibrary(*Callee) &&
      !Keeping(C.Types).keepsArgument(*Callee, *Index))
    return C.copyHere();
  return C.lockHere();
}

/// `g(f)` by reference, `p = f`, `v.push_back(f)`, `std::make_pair(f, 1)`,
/// `std::static_pointer_cast<T>(f)`, `C(f)`
bool claimArgument(UseContext &C) {
  C.stepOutOfConditional();
  const auto *Call = dyn_cast_or_null<Expr>(C.parent());
  std::optional<unsigned> Index =
      Call ? parameterOf(*Call, C.Value) : std::nullopt;
  if (!Index)
    return false;
  const FunctionDecl *Callee = calleeOf(*Call);
  if (!Callee)
    return C.refuse(Refusal::FunctionUnknown);
  const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
  // `w = f` of a weak pointer stands.
  if (Method &&
      C.Types.roleOf(*Method->getParent()).Kind == TypeRole::WeakPointer)
    return true;
  if (*Index >= Callee->getNumParams())
    return C.refuse({Refusal::VariadicFunction, Callee->getNameAsString()});
  QualType T = Callee->getParamDecl(*Index)->getType();
  QualType Written = writtenParameterType(*Callee, *Index);
  bool Forwards = isForwarding(Written);
  if (!T->isReferenceType() || isDeducedLValueReference(Written) ||
      (!Forwards && !T.getNonReferenceType().isConstQualified()))
    return C.refuse({Refusal::PassedByReference, Callee->getNameAsString()});

  Keeping Kept(C.Types);
  bool IsLibrary = isOfLibrary(*Callee) || isOfPointersLibrary(C, *Callee);
  if (IsLibrary && refuseLibrary(C, Kept, *Callee, *Call))
    return true;
  if (!IsLibrary) {
    const FunctionDecl *Pattern = Callee->getTemplateInstantiationPattern();
    if (Forwards && (!Pattern || Pattern->getReturnType()->isDependentType() ||
                     Pattern->getReturnType()->isUndeducedType()))
      return C.refuse({Refusal::PassedByReference, Callee->getNameAsString()});
    if (Kept.keepsArgument(*Callee, *Index))
      return C.refuse(
          {Refusal::ReferenceArgumentKept, Callee->getNameAsString()});
    if (isAnyPreferred(C, *Callee, *Index))
      return C.refuse(
          {Refusal::OverloadForTemporaries, Callee->getNameAsString()});
  }
  C.step();
  // What a constructor does not keep is not in its object, and what the library
  // makes holds a copy.
  bool HoldsCopy = IsLibrary ? C.Value->isPRValue() && isOnlyStored(C) &&
                                   C.Value->getType()->isRecordType() &&
                                   !isSharedPointer(C, C.Value->getType())
                             : isa<CXXConstructExpr>(Call);
  return HoldsCopy ? C.copyHere() : C.lockHere();
}

} // namespace ownership
