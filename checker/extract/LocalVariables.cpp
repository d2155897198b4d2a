//===- LocalVariables.cpp - What locals keep, and how long ----------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A local pointer is no place of its own: it stands for the object that it
// points to. That it keeps this object alive is said behind each statement that
// changed it, from the two lists of what was said and what is so, rather than
// by each of the many expressions that may rebind one.
//
//===----------------------------------------------------------------------===//

#include "extract/LocalVariables.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace llvm;

namespace ownership {

//===----------------------------------------------------------------------===//
// What it is bound to
//===----------------------------------------------------------------------===//

void LocalVariables::declare(const VarDecl *V, const Ref &Init) {
  bind(V, V->getType(), Init, V->getLocation());
  if (const auto *D = dyn_cast<DecompositionDecl>(V)) {
    Ref Whole = Vars.lookup(V);
    bindParts(D, Whole.Kind == Ref::Nothing ? Init : Whole);
  }
  InScope.push_back(V);
}

void LocalVariables::declareElement(const VarDecl *V, const Ref &Element) {
  bind(V, V->getType(), Element, V->getLocation());
  InScope.push_back(V);
  if (const auto *D = dyn_cast<DecompositionDecl>(V))
    for (const BindingDecl *B : D->bindings())
      Vars.bind(B, Element);
}

void LocalVariables::declareGlobal(const VarDecl *V, const Ref &Init) {
  Shape Sh = P.TheShapes.of(V->getType());
  if (Sh != Shape::Pointer && Sh != Shape::Many && Sh != Shape::Callable)
    return;
  ValueIndex G = Out.global(V->getCanonicalDecl(), V->getLocation());
  if (Init.Kind == Ref::Object)
    Access.store(Ref::place(G, P.memberOfVariable(V->getType())), Init.Value,
                 V->getLocation());
}

void LocalVariables::bind(const ValueDecl *V, QualType T, Ref Init,
                          SourceLocation Loc) {
  if (T->isReferenceType()) {
    if (Init.Kind == Ref::Variable && !Vars.has(Init.Var))
      Vars.bind(Init.Var, Ref());
    return Vars.bind(V, Init);
  }
  Init = Vars.resolve(Init);
  if (T->isPointerType() && Init.Kind == Ref::Place &&
      P.S.Members[Init.Member].IsMany &&
      P.TheShapes.of(T->getPointeeType()) == Shape::Many)
    return Vars.bind(V, Init);
  switch (P.TheShapes.of(T)) {
  case Shape::Nothing:
    // Iterators and views.
    if (Init.Kind == Ref::Place || Init.Kind == Ref::Object)
      Vars.bind(V, Init);
    return;
  case Shape::Many:
    if (Init.Kind == Ref::Nothing || Init.Kind == Ref::Null)
      Init = Ref::place(Out.newContainer(Loc), P.ElementMember);
    // One element, in an optional or a vector.
    else if (Init.Kind == Ref::Object)
      Init = Access.containerOf(Init.Value, Loc);
    return Vars.bind(V, Init);
  case Shape::Object:
  case Shape::Pointer:
  case Shape::Callable:
    if (Init.Kind == Ref::Null || Init.Kind == Ref::Nothing)
      return Vars.bind(V, Ref::null());
    return Vars.bind(V, Ref::object(Access.load(Init, T, Loc)));
  }
}

void LocalVariables::bindParts(const DecompositionDecl *D, const Ref &Whole) {
  for (const auto &[Index, B] : enumerate(D->bindings())) {
    Ref Part = Access.part(Whole, Index);
    if (const VarDecl *Holding = B->getHoldingVar())
      Vars.bind(Holding, Part);
    else if (const auto *M = dyn_cast_or_null<MemberExpr>(
                 B->getBinding() ? B->getBinding()->IgnoreParenImpCasts()
                                 : nullptr)) {
      const auto *Field = dyn_cast<FieldDecl>(M->getMemberDecl());
      if (Field && !P.SM.isInSystemHeader(Field->getLocation()) &&
          Whole.Kind == Ref::Object &&
          P.TheShapes.of(Field->getType()) != Shape::Nothing)
        Part = Ref::place(Whole.Value, P.memberOf(Field));
    }
    Vars.bind(B, Part);
  }
}

//===----------------------------------------------------------------------===//
// What it keeps
//===----------------------------------------------------------------------===//

/// The object that \p V keeps alive: what a pointer owns, or what it is itself.
ValueIndex LocalVariables::keptBy(const VarDecl *V) const {
  const Ref *Bound = Vars.find(V);
  if (!Bound)
    return None;
  if (isMovedFrom(V))
    return None;
  QualType T = V->getType();
  // A reference keeps a temporary that it was bound to.
  if (T->isReferenceType()) {
    const Expr *Init = isa<ParmVarDecl>(V) ? nullptr : V->getInit();
    if (const auto *Full = dyn_cast_or_null<ExprWithCleanups>(Init))
      Init = Full->getSubExpr();
    if (!isa_and_nonnull<MaterializeTemporaryExpr>(Init))
      return None;
  }
  T = T.getNonReferenceType();
  const Ref &R = *Bound;
  switch (P.TheShapes.of(T)) {
  case Shape::Object:
  case Shape::Callable:
    return R.Kind == Ref::Object ? R.Value : None;
  case Shape::Pointer:
    return R.Kind == Ref::Object && P.TheShapes.isOwner(T) ? R.Value : None;
  case Shape::Many: {
    bool IsOwn = R.Kind == Ref::Place && R.Member == P.ElementMember &&
                 (Out[R.Value].Kind == Instruction::New ||
                  Out[R.Value].Kind == Instruction::Call);
    return IsOwn ? R.Value : None;
  }
  case Shape::Nothing:
    return None;
  }
  return None;
}

void LocalVariables::hold(const ValueDecl *V, ValueIndex Object) {
  Instruction I = Out.makeNowhere(Instruction::Hold);
  I.Index = Vars.number(V);
  I.Value = Object;
  Out.push(std::move(I));
}

void LocalVariables::mayModify(const Expr *Arg, QualType Parameter) {
  if (!Parameter->isLValueReferenceType() ||
      Parameter->getPointeeType().isConstQualified())
    return;
  if (const auto *D = dyn_cast<DeclRefExpr>(Arg->IgnoreParenImpCasts()))
    if (Vars.has(D->getDecl()))
      moveFrom(D->getDecl());
}

void LocalVariables::mayHoldAny(const ValueDecl *V, const FieldDecl *By) {
  Instruction I = Out.make(Instruction::Unknown, V->getLocation());
  I.Type = P.recordOf(V->getType());
  I.IsWhole = true;
  if (I.Type == None)
    return;
  hold(By, Out.push(std::move(I)));
  HoldAny[V].push_back(By);
}

void LocalVariables::endStatement() {
  erase_if(CapturedEmpty, [&](const auto &Captured) {
    const auto &[V, Slot] = Captured;
    const Ref Now = Vars.lookup(V);
    if (Now.Kind != Ref::Object)
      return false;
    Access.store(Slot, Now.Value, V->getLocation());
    return true;
  });
  for (const VarDecl *V : InScope) {
    ValueIndex Kept = keptBy(V);
    auto [It, IsNew] = Held.try_emplace(V, None);
    if (It->second == Kept)
      continue;
    It->second = Kept;
    hold(V, Kept);
  }
  // Nothing was done.
  if (Out.size() == LastEnd)
    return;
  Out.end();
  LastEnd = Out.size();
}

void LocalVariables::joinHeld(const Keeps &OtherArm) {
  for (const auto &[V, Kept] : OtherArm)
    Held.try_emplace(V, Kept);
  assumeHeld();
}

void LocalVariables::assumeHeld() {
  for (const VarDecl *V : InScope)
    if (auto It = Held.find(V); It != Held.end())
      It->second = keptBy(V);
}

//===----------------------------------------------------------------------===//
// How it ends
//===----------------------------------------------------------------------===//

void LocalVariables::endScope(size_t From) {
  for (size_t I = From; I < InScope.size(); ++I) {
    auto It = Held.find(InScope[I]);
    if (It == Held.end())
      continue;
    if (It->second != None)
      hold(InScope[I], None);
    Held.erase(It);
    for (const FieldDecl *By : HoldAny.lookup(InScope[I]))
      hold(By, None);
  }
  InScope.resize(From);
}

void LocalVariables::leaveScope(size_t From) {
  for (size_t I = InScope.size(); I-- > From;)
    if (auto It = Held.find(InScope[I]); It != Held.end() && It->second != None)
      hold(InScope[I], None);
  Out.end();
}

void LocalVariables::destroy(size_t From) {
  for (size_t I = InScope.size(); I-- > From;) {
    const VarDecl *V = InScope[I];
    QualType T = V->getType();
    if (T->isReferenceType())
      continue;
    if (const CXXRecordDecl *R = T->getAsCXXRecordDecl();
        R && R->hasDefinition() && R->getDestructor() &&
        R->getDestructor()->isUserProvided() &&
        !P.SM.isInSystemHeader(R->getLocation()))
      dropAfter(V);
    bool IsUnique = P.TheShapes.roleOf(T) == TypeRole::UniquePointer;
    if (P.TheShapes.of(T) != Shape::Object && !IsUnique)
      continue;
    const Ref Bound = Vars.lookup(V);
    if (Bound.Kind != Ref::Object)
      continue;
    if (!IsUnique || !runDeleter(T, Bound.Value, V->getLocation()))
      runDestructor(P.TheShapes.pointee(T), Bound.Value, V->getLocation());
  }
}

/// A destructor of the user's runs when the locals that were declared after its
/// object are gone.
void LocalVariables::dropAfter(const VarDecl *V) {
  for (size_t I = InScope.size(); I-- > 0 && InScope[I] != V;)
    if (auto It = Held.find(InScope[I]);
        It != Held.end() && It->second != None) {
      hold(InScope[I], None);
      It->second = None;
    }
  Out.end();
}

/// A unique_ptr with a deleter of the user's own calls that.
bool LocalVariables::runDeleter(QualType T, ValueIndex Object,
                                SourceLocation Loc) {
  const auto *Spec = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T->getAsCXXRecordDecl());
  if (!Spec || Spec->getTemplateArgs().size() < 2 ||
      Spec->getTemplateArgs()[1].getKind() != TemplateArgument::Type)
    return false;
  const CXXRecordDecl *Deleter =
      Spec->getTemplateArgs()[1].getAsType()->getAsCXXRecordDecl();
  if (!Deleter || !Deleter->hasDefinition() || P.TheShapes.isKnown(*Deleter))
    return false;
  for (const CXXMethodDecl *M : Deleter->getDefinition()->methods()) {
    if (M->getOverloadedOperator() != OO_Call)
      continue;
    Instruction I = Out.make(Instruction::Call, Loc);
    I.Operands.push_back(Object);
    I.Callees.push_back(P.indexOfDefinition(M));
    Out.push(std::move(I));
    return true;
  }
  return false;
}

void LocalVariables::runDestructor(const CXXRecordDecl *R, ValueIndex Object,
                                   SourceLocation Loc, unsigned Nesting) {
  if (!R || !R->hasDefinition() || Nesting > 3 ||
      R->getDefinition()->hasTrivialDestructor())
    return;
  R = R->getDefinition();
  const CXXDestructorDecl *D = R->getDestructor();
  if (D && D->isUserProvided()) {
    Instruction I = Out.make(Instruction::Call, Loc);
    I.Base = Object;
    I.Callees.push_back(P.indexOfDefinition(D));
    Out.push(std::move(I));
    return;
  }
  for (const FieldDecl *Field : R->fields()) {
    QualType FT = Field->getType();
    bool IsUnique = P.TheShapes.roleOf(FT) == TypeRole::UniquePointer;
    if (P.TheShapes.of(FT) != Shape::Object && !IsUnique)
      continue;
    const CXXRecordDecl *FR = P.TheShapes.pointee(FT);
    if (!FR || !FR->hasDefinition() ||
        FR->getDefinition()->hasTrivialDestructor() ||
        P.SM.isInSystemHeader(FR->getLocation()))
      continue;
    ValueIndex Inner =
        Access.load(Ref::place(Object, P.memberOf(Field)), FT, Loc);
    runDestructor(FR, Inner, Loc, Nesting + 1);
  }
}

} // namespace ownership
