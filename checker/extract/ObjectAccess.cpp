//===- ObjectAccess.cpp - How objects are reached and kept ----------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The one place that knows what a load, a store, an assignment or an argument
// of each kind of Ref means, so that the readers of expressions and statements
// ask only what an expression denotes. A load yields an object once; two loads
// of one place are two loads, whose result the analysis compares.
//
//===----------------------------------------------------------------------===//

#include "extract/ObjectAccess.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/Expr.h"

using namespace clang;
using namespace llvm;

namespace ownership {

ValueIndex ObjectAccess::load(const Ref &R, QualType T, SourceLocation Loc) {
  switch (R.Kind) {
  case Ref::Nothing:
  case Ref::Null:
    return None;
  case Ref::Object:
    return R.Value;
  case Ref::Variable: {
    Ref Bound = Vars.lookup(R.Var);
    return Bound.Kind == Ref::Variable ? None : load(Bound, T, Loc);
  }
  case Ref::Place: {
    Instruction I = Out.make(Instruction::Load, Loc);
    I.Base = R.Value;
    I.Member = R.Member;
    I.Key = R.Key;
    I.Type = P.recordOf(T);
    return Out.push(std::move(I));
  }
  case Ref::Either: {
    const TwoPlaces E = Choices[R.Choice];
    ValueIndex First = load(E.First, T, Loc), Second = load(E.Second, T, Loc);
    return Out.phi(E.Branch, First, Second, T, Loc);
  }
  }
  return None;
}

ValueIndex ObjectAccess::loadOrNull(const Ref &R, QualType T,
                                    SourceLocation Loc) {
  return R.Kind == Ref::Null ? Out.null(Loc) : load(R, T, Loc);
}

ValueIndex ObjectAccess::handle(const Ref &Place, SourceLocation Loc) {
  Instruction I = Out.make(Instruction::Handle, Loc);
  I.Base = Place.Value;
  I.Member = Place.Member;
  I.Key = Place.Key;
  return Out.push(std::move(I));
}

ValueIndex ObjectAccess::argument(const Ref &R, QualType T,
                                  SourceLocation Loc) {
  Ref Resolved = Vars.resolve(R);
  if (Resolved.Kind == Ref::Place && P.TheShapes.of(T) == Shape::Many) {
    if (Resolved.Member == P.ElementMember && Resolved.Key == 0)
      return Resolved.Value;
    return handle(Resolved, Loc);
  }
  ValueIndex V = loadOrNull(Resolved, T, Loc);
  // A single object that becomes a variant, an optional, a container.
  if (V != None && Resolved.Kind == Ref::Object &&
      P.TheShapes.of(T) == Shape::Many)
    return containerOf(V, Loc).Value;
  return V;
}

Ref ObjectAccess::deref(const Ref &R, const Expr *E, QualType Pointer) {
  QualType Pointee = E->getType();
  if (Pointee->isPointerType())
    Pointee = Pointee->getPointeeType();
  switch (P.TheShapes.of(Pointee)) {
  case Shape::Callable: {
    // A callable on the heap is an object that holds its target.
    RecordIndex Record = P.recordOf(Pointee->getAsCXXRecordDecl());
    if (Record == None || P.S.Records[Record].Fields.empty() ||
        P.TheShapes.of(Pointer) != Shape::Pointer)
      return R;
    ValueIndex Object = load(R, Pointee, E->getExprLoc());
    return Ref::place(Object, P.memberOf(Record, 0));
  }
  case Shape::Object:
    return Ref::object(load(R, Pointee, E->getExprLoc()));
  case Shape::Many: {
    // A container on the heap is an object of its own; an iterator is already
    // the place that it leads to.
    bool IsPlace = R.Kind == Ref::Place && P.S.Members[R.Member].IsMany;
    if (IsPlace || P.TheShapes.of(Pointer) != Shape::Pointer)
      return R;
    return Ref::place(load(R, Pointee, E->getExprLoc()), P.ElementMember);
  }
  case Shape::Pointer:
    // `*p`, where p points to a pointer: not p itself.
    if (R.Kind == Ref::Variable && Pointer->isPointerType())
      return Vars.lookup(R.Var);
    return R;
  default:
    return R;
  }
}

Ref ObjectAccess::element(Ref R, unsigned Key, const Expr *E) {
  R = Vars.resolve(R);
  if (R.Kind == Ref::Object)
    R = Ref::place(R.Value, P.ElementMember);
  if (R.Kind != Ref::Place)
    return R;
  R.IsEach = false;
  R.Key = Key;
  if (P.TheShapes.of(E->getType()) == Shape::Object)
    return Ref::object(load(R, E->getType(), E->getExprLoc()));
  return R;
}

Ref ObjectAccess::oneOf(const Ref &R) {
  Ref Element = Vars.resolve(R);
  if (Element.Kind == Ref::Place && Element.Key == 0 &&
      P.S.Members[Element.Member].IsMany)
    Element.Key = Keys.fresh();
  return Element;
}

Ref ObjectAccess::part(Ref R, unsigned Index) {
  R = Vars.resolve(R);
  if (R.Kind == Ref::Place && R.Member == P.ElementMember && R.Key == 0)
    R.Key = Keys.ofPart(Index);
  return R;
}

Ref ObjectAccess::narrow(const Ref &R, QualType T, SourceLocation Loc) {
  RecordIndex Type = P.recordOf(T);
  ValueIndex V = load(R, T, Loc);
  doubt(V, Loc);
  if (V == None || Type == None)
    return R;
  Instruction I = Out.make(Instruction::Cast, Loc);
  I.Value = V;
  I.Type = Type;
  return Ref::object(Out.push(std::move(I)));
}

Ref ObjectAccess::either(unsigned Branch, const Ref &First, const Ref &Second) {
  Choices.push_back({Branch, First, Second});
  return Ref::either(Choices.size() - 1);
}

Ref ObjectAccess::elementOf(const Ref &R) const {
  Ref Result = R;
  if (R.Kind == Ref::Object) {
    const Instruction &From = Out[R.Value];
    if (From.Kind == Instruction::Load)
      Result = Ref::place(From.Base, From.Member, From.Key);
  }
  bool IsElement = Result.Kind == Ref::Place && Result.Key != 0 &&
                   P.S.Members[Result.Member].IsMany;
  return IsElement ? Result : Ref();
}

bool ObjectAccess::isFreshAndEmpty(ValueIndex V) const {
  if (Out[V].Kind != Instruction::New)
    return false;
  for (ValueIndex I = V + 1; I < Out.size(); ++I) {
    const Instruction &Next = Out[I];
    // A constructor that gets nothing gives nothing.
    bool Gives =
        Next.Kind == Instruction::Call
            ? any_of(Next.Operands, [](ValueIndex O) { return O != None; })
            : Next.Kind != Instruction::Release;
    if (Next.Base == V && Gives)
      return false;
  }
  return true;
}

EmptyPlaces::Places ObjectAccess::places(const Ref &R) const {
  if (R.Kind == Ref::Place)
    return {R};
  if (R.Kind == Ref::Either)
    return {Choices[R.Choice].First, Choices[R.Choice].Second};
  return {};
}

void ObjectAccess::test(const Ref &Pointer, bool IsNull, unsigned Branch,
                        unsigned Arm, SourceLocation Loc) {
  Ref R = Vars.resolve(Pointer);
  Instruction I = Out.make(Instruction::Test, Loc);
  I.Index = Branch;
  I.Key = Arm;
  I.IsWhole = IsNull;
  if (R.Kind == Ref::Object)
    I.Value = R.Value;
  else if (R.Kind == Ref::Place && !P.S.Members[R.Member].IsMany) {
    I.Base = R.Value;
    I.Member = R.Member;
  } else
    return;
  Out.push(std::move(I));
}

void ObjectAccess::doubt(ValueIndex V, SourceLocation Loc) {
  if (V == None)
    return;
  Instruction I = Out.make(Instruction::Test, Loc);
  I.Value = V;
  Out.push(std::move(I));
}

Ref ObjectAccess::containerOf(ValueIndex V, SourceLocation Loc) {
  ValueIndex C = Out.newContainer(Loc);
  store(Ref::place(C, P.ElementMember, Keys.fresh()), V, Loc);
  return Ref::place(C, P.ElementMember);
}

//===----------------------------------------------------------------------===//
// Who holds what
//===----------------------------------------------------------------------===//

void ObjectAccess::store(const Ref &Place, ValueIndex V, SourceLocation Loc,
                         Storing How) {
  if (Place.Kind != Ref::Place || V == None || Place.IsCopy)
    return;
  Instruction I = Out.make(Instruction::Store, Loc);
  I.Base = Place.Value;
  I.Member = Place.Member;
  I.Key = Place.Key;
  I.Value = V;
  I.IsReplacing = How == Storing::Replaced;
  I.IsMaybe = How == Storing::PerhapsAdded;
  Out.push(std::move(I));
}

void ObjectAccess::release(const Ref &Place, bool IsWhole, SourceLocation Loc,
                           ValueIndex Which, bool IsMoveOut, bool IsDrain,
                           Sweep Kind) {
  if (Place.Kind != Ref::Place || Place.IsCopy || Place.IsByValue)
    return;
  Instruction I = Out.make(Instruction::Release, Loc);
  I.Base = Place.Value;
  I.Member = Place.Member;
  I.Key = Place.IsEach ? 0 : Place.Key;
  I.IsWhole = IsWhole;
  I.IsMoveOut = IsMoveOut;
  I.IsSweep = Kind != Sweep::No;
  I.IsInLoop |= Kind == Sweep::Yes;
  if (IsDrain)
    I.Context = Out.loopContext();
  I.Value = Which;
  Out.push(std::move(I));
}

void ObjectAccess::releasePerhaps(const Ref &Place, SourceLocation Loc) {
  if (Place.Kind != Ref::Place || Place.IsCopy || Place.IsByValue)
    return;
  Instruction I = Out.make(Instruction::Release, Loc);
  I.Base = Place.Value;
  I.Member = Place.Member;
  I.IsWhole = I.IsMaybe = true;
  Out.push(std::move(I));
}

void ObjectAccess::releaseAny(QualType T, SourceLocation Loc) {
  RecordIndex Type = P.recordOf(T);
  if (Type == None)
    return;
  Instruction I = Out.make(Instruction::Release, Loc);
  I.Type = Type;
  I.IsMaybe = true;
  Out.push(std::move(I));
}

Ref ObjectAccess::takeElements(const Ref &Place, QualType T,
                               SourceLocation Loc) {
  Ref Element = Place.at(Keys.fresh());
  ValueIndex C = Out.newContainer(Loc);
  ValueIndex V = load(Element, T, Loc);
  moveOut(Place, Loc);
  store(Ref::place(C, P.ElementMember, Keys.fresh()), V, Loc);
  return Ref::place(C, P.ElementMember);
}

/// Some pointer gets another value.
void ObjectAccess::assignSomewhere(const Ref &From, QualType T,
                                   SourceLocation Loc) {
  if (!P.TheShapes.isOwner(T))
    return;
  releaseAny(T, Loc);
  keepOutside(From, T, Loc, Storing::PerhapsAdded);
}

void ObjectAccess::assign(const Ref &To, const Ref &From, QualType T,
                          SourceLocation Loc) {
  if (To.Kind == Ref::Place && To.IsReference)
    assignSomewhere(From, T, Loc);
  switch (To.Kind) {
  case Ref::Either: {
    const TwoPlaces E = Choices[To.Choice];
    Out.underArm(E.Branch, 0, [&] { assign(E.First, From, T, Loc); });
    Out.underArm(E.Branch, 1, [&] { assign(E.Second, From, T, Loc); });
    return;
  }
  case Ref::Nothing:
  case Ref::Null:
  case Ref::Object:
    // `*p = x`, `(c ? a : b) = x`
    return assignSomewhere(From, T, Loc);
  case Ref::Variable: {
    Ref Value = Vars.resolve(From);
    if (P.TheShapes.of(T) != Shape::Many)
      Value = From.Kind == Ref::Null ? From : Ref::object(load(From, T, Loc));
    Vars.assign(To.Var, Value);
    return;
  }
  case Ref::Place:
    if (P.TheShapes.of(T) == Shape::Many && To.Key == 0)
      return assignElements(To, From, Loc);
    // A function, or a lambda without captures, owns nothing: as good as null.
    if (From.Kind == Ref::Null ||
        (P.TheShapes.of(T) == Shape::Callable &&
         (From.Kind == Ref::Nothing || ownsNothing(From)))) {
      release(To, To.isWhole(), Loc);
      if (From.Kind != Ref::Object)
        return;
    }
    if (From.Kind == Ref::Nothing)
      return releasePerhaps(To, Loc);
    store(To, load(From, T, Loc), Loc, Empty.storing(To, Storing::Replaced));
    return;
  }
}

void ObjectAccess::assignElements(const Ref &To, Ref From, SourceLocation Loc) {
  From = Vars.resolve(From);
  if (From.Kind == Ref::Null)
    return release(To, /*IsWhole=*/true, Loc);
  releasePerhaps(To, Loc);
  if (From.Kind == Ref::Place) {
    // What a fresh container got is stored one by one when the analysis
    // looks it up; its element stands for them.
    Ref Element = From;
    if (Element.Key == 0)
      Element.Key = Keys.fresh();
    Ref Slot = To.at(Keys.fresh());
    store(Slot, load(Element, QualType(), Loc), Loc);
    return;
  }
  if (From.Kind == Ref::Object)
    store(To.at(Keys.fresh()), From.Value, Loc);
}

void ObjectAccess::swapPointers(const Ref &L, const Ref &R, QualType T,
                                SourceLocation Loc) {
  ValueIndex A = load(L, T, Loc), B = load(R, T, Loc);
  auto Put = [&](const Ref &To, ValueIndex V) {
    if (V != None)
      assign(To, Ref::object(V), T, Loc);
    else if (To.Kind == Ref::Place)
      release(To, To.isWhole(), Loc, None,
              /*IsMoveOut=*/true);
    else
      assign(To, Ref::null(), T, Loc);
  };
  Put(L, B);
  Put(R, A);
}

void ObjectAccess::swapElements(const Ref &L, const Ref &R, QualType T,
                                SourceLocation Loc) {
  unsigned Key = Keys.fresh();
  ValueIndex A = load(L.at(Key), T, Loc), B = load(R.at(Key), T, Loc);
  moveOut(L, Loc);
  moveOut(R, Loc);
  store(L.at(Keys.fresh()), B, Loc);
  store(R.at(Keys.fresh()), A, Loc);
}

ValueIndex ObjectAccess::copyOf(ValueIndex From, const CXXRecordDecl *R,
                                SourceLocation Loc) {
  ValueIndex Copy = Out.newObject(R, Loc);
  forEachField(R, [&](const FieldDecl *Field, Shape Sh) {
    MemberIndex M = P.memberOf(Field);
    unsigned Key = Sh == Shape::Many ? Keys.fresh() : 0;
    store(Ref::place(Copy, M, Key),
          load(Ref::place(From, M, Key), Field->getType(), Loc), Loc);
  });
  return Copy;
}

void ObjectAccess::assignObject(ValueIndex To, ValueIndex From,
                                const CXXRecordDecl *R, SourceLocation Loc) {
  if (To == None || From == None || !R)
    return;
  forEachField(R, [&](const FieldDecl *Field, Shape Sh) {
    MemberIndex M = P.memberOf(Field);
    unsigned Key = Sh == Shape::Many ? Keys.fresh() : 0;
    ValueIndex V = load(Ref::place(From, M, Key), Field->getType(), Loc);
    release(Ref::place(To, M), /*IsWhole=*/true, Loc);
    store(Ref::place(To, M, Key), V, Loc);
  });
}

/// All fields of an object, those of its base classes included.
void ObjectAccess::forEachField(
    const CXXRecordDecl *R, function_ref<void(const FieldDecl *, Shape)> Each) {
  SmallVector<const CXXRecordDecl *, 4> Work{R};
  while (!Work.empty()) {
    const CXXRecordDecl *Class = Work.pop_back_val();
    if (!Class->hasDefinition() || P.TheShapes.isKnown(*Class))
      continue;
    for (const CXXBaseSpecifier &Base : Class->bases())
      if (const CXXRecordDecl *B = Base.getType()->getAsCXXRecordDecl())
        Work.push_back(B);
    for (const FieldDecl *Field : Class->fields())
      if (Shape Sh = P.TheShapes.of(Field->getType()); Sh != Shape::Nothing)
        Each(Field, Sh);
  }
}

//===----------------------------------------------------------------------===//
// Out of sight
//===----------------------------------------------------------------------===//

void ObjectAccess::keepOutside(const Ref &R, QualType T, SourceLocation Loc,
                               Storing How) {
  ValueIndex V = argument(R, T, Loc);
  if (V == None)
    return;
  ValueIndex Outside = Out.global(nullptr, Loc);
  store(Ref::place(Outside, P.ElementMember, Keys.fresh()), V, Loc, How);
}

void ObjectAccess::escape(const Ref &R, QualType T, SourceLocation Loc) {
  ValueIndex V = argument(R, T, Loc);
  if (V == None)
    return;
  Instruction I = Out.make(Instruction::Escape, Loc);
  I.Value = V;
  Out.push(std::move(I));
}

void ObjectAccess::yield(const Ref &R, QualType T, SourceLocation Loc) {
  Out.giveBack(load(R, T, Loc), Loc);
}

} // namespace ownership
