//===- FunctionRun.cpp - Instructions and their outline -------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analyze/FunctionRun.h"
#include "llvm/ADT/Hashing.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace ownership::flow {

Run::Run(Tracer &T, FunctionIndex F)
    : T(T), S(T.S), F(F), Fn(T.S.Functions[F]) {
  bool AreCallersInSight =
      Fn.CallersInSight || (Fn.IsDeclaredHere && !isAskingForOwners());
  IsJudging = !AreCallersInSight || T.Flow.Callers[F].empty();
}

void Run::arms(unsigned Context, Arms &Result) const {
  if (isAskingForOwners())
    return armsInTurns(Context, Result);
  for (; Context != None && Result.size() < MaxArms;
       Context = Fn.Contexts[Context].Outer)
    if (Fn.Contexts[Context].Kind < ownership::Context::ForEach)
      Result.push_back({Fn.Contexts[Context].Branch, Fn.Contexts[Context].Arm});
}

void Run::perform(const Instruction &I, unsigned Index) {
  Under.clear();
  arms(I.Context, Under);
  if (!isTaken(Under)) {
    ValueOf[Index] = None;
    return;
  }
  IsInLoop = I.IsInLoop;
  IsForOne = I.IsForOne;
  IsVisiting = I.Kind == Instruction::Release && I.IsSweep && I.IsInLoop;
  Step = Index;
  T.CallSite = I.Where;
  TurnSalt = saltOf(I.Context);
  const unsigned Key = keyOf(I);
  Site At{F, I.Where};
  auto Value = [&](ValueIndex V) { return V == None ? None : ValueOf[V]; };
  switch (I.Kind) {
  case Instruction::This:
  case Instruction::Parameter: {
    Object O;
    O.Kind = I.Kind == Instruction::This ? Object::This : Object::Parameter;
    O.Type = I.Type;
    O.Index = I.Index;
    ValueOf[Index] = add(std::move(O));
    return;
  }
  case Instruction::Global: {
    auto [It, IsNew] = Globals.try_emplace(I.Index, None);
    if (IsNew) {
      Object O;
      O.Kind = Object::Global;
      O.Type = I.Type;
      O.Index = I.Index;
      O.IsHeld = true;
      // Who looks for owners knows what a global holds.
      O.HasEscaped = !isAskingForOwners();
      It->second = add(std::move(O));
    }
    ValueOf[Index] = It->second;
    return;
  }
  case Instruction::New: {
    Object O;
    O.Kind = Object::New;
    O.Type = I.Type;
    O.IsExact = I.IsExact;
    O.IsInLoop = I.IsInLoop;
    if (!I.Callees.empty())
      O.Operator = I.Callees.front();
    ValueOf[Index] = add(std::move(O));
    return;
  }
  case Instruction::Load:
    ValueOf[Index] = Value(I.Base) == None
                         ? unknown(I.Type)
                         : load(Value(I.Base), I.Member, Key, I.Type);
    return;
  case Instruction::Handle: {
    Object O;
    O.Kind = Object::Handle;
    O.Parent = Value(I.Base);
    O.Member = I.Member;
    O.Key = Key;
    if (O.Parent == None)
      O.Kind = Object::Unknown;
    ValueOf[Index] = add(std::move(O));
    return;
  }
  case Instruction::Phi: {
    if (I.Index)
      if (auto It = Taken.find(branchWithin(I.Index, I.Context));
          It != Taken.end() && I.Operands.size() == 2) {
        ValueIndex V = I.Operands[It->second];
        ValueOf[Index] =
            V >= Index || ValueOf[V] == None ? unknown(I.Type) : ValueOf[V];
        return;
      }
    SmallVector<ObjectId, 2> Alternatives;
    bool MayBeNull = false;
    for (ValueIndex V : I.Operands) {
      // What a later iteration brings is not known yet.
      if (V >= Index || ValueOf[V] == None)
        continue;
      // To find cycles, where something is counts, not where nothing is.
      if (Objects[ValueOf[V]].Kind == Object::Null && !isAskingForOwners())
        MayBeNull = true;
      else
        Alternatives.push_back(ValueOf[V]);
    }
    if (MayBeNull && Alternatives.size() == 1) {
      ValueOf[Index] = Alternatives.front();
      return;
    }
    ValueOf[Index] =
        Alternatives.empty() ? unknown(I.Type) : either(Alternatives, I.Type);
    if (Alternatives.size() == 2)
      Objects[ValueOf[Index]].Branch =
          I.Index ? branchWithin(I.Index, I.Context) : 0;
    return;
  }
  case Instruction::Cast: {
    ObjectId O = Value(I.Value);
    ValueOf[Index] = O == None ? unknown(I.Type) : O;
    if (O != None &&
        (Objects[O].Type == None || isBaseOf(S, Objects[O].Type, I.Type)))
      Objects[O].Type = I.Type;
    return;
  }
  case Instruction::Null: {
    Object O;
    O.Kind = Object::Null;
    O.IsExact = true;
    ValueOf[Index] = add(std::move(O));
    return;
  }
  case Instruction::Unknown:
    ValueOf[Index] = unknown(I.Type);
    Objects[ValueOf[Index]].IsAny = I.IsWhole;
    return;
  case Instruction::Store:
    if (Value(I.Base) != None && Value(I.Value) != None)
      store(Value(I.Base), I.Member, Key, Value(I.Value),
            /*IsMust=*/!(I.IsMaybe && isAskingForOwners()), I.IsReplacing, At);
    return;
  case Instruction::Release: {
    if ((I.IsMaybe || I.Base == None) && !isAskingForOwners())
      return;
    if (I.Base == None)
      return removeAny(I.Type);
    if (Value(I.Base) == None)
      return;
    // To swap with a fresh container is to empty it.
    bool IsReplaced = any_of(Fn.Body, [&](const Instruction &Other) {
      return Other.Kind == Instruction::Store && Other.Member == I.Member &&
             Other.Base == I.Base && !Other.IsSweep &&
             !(Value(Other.Value) != None &&
               Objects[Value(Other.Value)].IsGuess);
    });
    ReleaseSite R;
    R.Where = I.Where;
    R.IsWhole = I.IsWhole;
    R.IsMoveOut = I.IsMoveOut;
    R.IsReplaced = IsReplaced;
    R.IsSweep = I.IsSweep && I.IsInLoop;
    noteRelease(Value(I.Base), I.Member, R);
    release(Value(I.Base), I.Member, Key, I.IsWhole, Value(I.Value),
            /*IsMust=*/!I.IsMaybe, At, I.IsSweep);
    return;
  }
  case Instruction::Call:
    return call(I, Index);
  case Instruction::Return:
    if (Value(I.Value) == None)
      return;
    // Who asks for owners keeps apart under what an object is returned.
    if (!is_contained(Returns, Value(I.Value)) || isAskingForOwners()) {
      Returns.push_back(Value(I.Value));
      ReturnedUnder.push_back(Under);
    }
    return;
  case Instruction::Escape:
    if (Value(I.Value) != None)
      letOut(Value(I.Value));
    return;
  case Instruction::Hold:
    return hold(I.Index, Value(I.Value));
  case Instruction::End:
    return noteLosses(/*IsExit=*/false);
  case Instruction::Test: {
    if (!isAskingForOwners())
      return;
    ObjectId Pointer = Value(I.Value);
    TestedPlace From;
    if (Value(I.Base) != None) {
      From = {Value(I.Base), I.Member};
      unsigned NoKey = 0;
      resolve(From.Base, From.Member, NoKey);
      Pointer = load(From.Base, From.Member, NoKey, I.Type);
    } else if (I.Value != None && Fn.Body[I.Value].Kind == Instruction::Phi &&
               Fn.Body[I.Value].Index == 0)
      // Further turns may leave something else.
      return;
    if (Pointer != None && !I.Index)
      doubt(Pointer);
    else if (Pointer != None)
      test(Pointer, From, I.IsWhole, {branchWithin(I.Index, I.Context), I.Key},
           /*IsInLastTurn=*/false);
    return;
  }
  case Instruction::Throw:
    MayThrow |= tryAround(I.Context) == None;
    return;
  }
}

Outline Run::execute() {
  ValueOf.assign(Fn.Body.size(), None);
  findLoops();
  perform(0, Fn.Body.size());
  Under.clear();
  noteLosses(/*IsExit=*/true);

  // What a caller can see.
  SmallVector<ObjectId, 16> Roots(Returns.begin(), Returns.end());
  for (ObjectId O = 0; O < Objects.size(); ++O)
    if (Objects[O].Kind == Object::This ||
        Objects[O].Kind == Object::Parameter ||
        Objects[O].Kind == Object::Global || Objects[O].HasEscaped)
      Roots.push_back(O);
  std::vector<bool> Visible;
  reachableFrom(Roots, Visible, Knowing);
  judge(Visible);
  reachableFrom(Roots, Visible, EverKnowing);

  Outline Result;
  std::vector<ObjectId> Renumbered(Objects.size(), None);
  auto Keep = [&](ObjectId O, auto &Keep) -> ObjectId {
    if (O == None)
      return None;
    if (Renumbered[O] != None)
      return Renumbered[O];
    // Parents first, so that numbers only lead back.
    ObjectId Parent = Keep(Objects[O].Parent, Keep);
    Object Copy = Objects[O];
    Copy.Parent = Parent;
    Copy.IsHeld = Copy.HasEscaped = false;
    Copy.IsKnownOutside = Copy.IsDoubtful = false;
    Renumbered[O] = Result.Objects.size();
    Copy.Alternatives.clear();
    // A path finds its contents anew in the caller.
    Result.Objects.push_back(std::move(Copy));
    if (Objects[O].Kind == Object::Unknown) {
      SmallVector<ObjectId, 2> Alternatives;
      for (ObjectId A : Objects[O].Alternatives)
        if (A != O)
          Alternatives.push_back(Keep(A, Keep));
      Result.Objects[Renumbered[O]].Alternatives = std::move(Alternatives);
    }
    return Renumbered[O];
  };
  // Which branches anything lies under.
  DenseSet<unsigned> Decided;
  auto AddBranches = [&](const Arms &Arms) {
    for (const auto &[Branch, Arm] : Arms)
      Decided.insert(Branch);
  };
  for (const Event &E : Events)
    if (E.Kind != Event::Load && E.Kind != Event::Test)
      AddBranches(E.Under);
  for (const Arms &A : ReturnedUnder)
    AddBranches(A);
  for (const Arms &A : Impossible)
    AddBranches(A);
  for (const Object &O : Objects)
    if (O.Branch)
      Decided.insert(O.Branch);
  // Which loads the others need.
  std::vector<bool> IsNeeded(Objects.size(), false);
  // Where a walk has come to has no name of its own.
  auto IsVisitInSight = [&](const Event &E) {
    return E.IsVisit && any_of(Objects[E.Object].Alternatives,
                               [&](ObjectId A) { return Visible[A]; });
  };
  auto IsShown = [&](const Event &E) {
    switch (E.Kind) {
    case Event::Load:
      return false;
    case Event::Store:
    case Event::Release:
    case Event::Invoke:
      // Who asks for owners must know what was in a container that is gone, if
      // an element of it is still there.
      return E.Object == None || Visible[E.Object] || IsVisitInSight(E) ||
             (isAskingForOwners() && IsNeeded[E.Object]);
    case Event::Escape:
      return true;
    case Event::Expose:
      return bool(Visible[E.Value]);
    case Event::Test:
      return E.Arm.first ? Decided.contains(E.Arm.first)
                         : bool(Visible[E.Value]);
    }
    return false;
  };
  bool IsMore = true;
  auto Need = [&](ObjectId O) {
    for (; O != None && !IsNeeded[O]; O = Objects[O].Parent)
      IsNeeded[O] = IsMore = true;
  };
  for (ObjectId O : Returns)
    Need(O);
  while (IsMore) {
    IsMore = false;
    for (const Event &E : reverse(Events))
      if (IsShown(E)) {
        Need(E.Object);
        Need(E.Value);
        for (ObjectId A : E.Arguments)
          Need(A);
      }
    if (!isAskingForOwners())
      break;
  }
  for (const Event &E : Events) {
    if (Result.Events.size() >=
        (isAskingForOwners() ? MaxEventsForOwners : MaxEvents)) {
      T.giveUp();
      break;
    }
    if (E.Kind == Event::Load ? !IsNeeded[E.Value] : !IsShown(E))
      continue;
    Event Copy = E;
    Copy.Object = Keep(E.Object, Keep);
    Copy.Value = Keep(E.Value, Keep);
    for (ObjectId &A : Copy.Arguments)
      A = Keep(A, Keep);
    Result.Events.push_back(std::move(Copy));
  }
  for (ObjectId O : Returns)
    Result.Returns.push_back(Keep(O, Keep));
  Result.ReturnedUnder = std::move(ReturnedUnder);
  Result.MayThrow = MayThrow;
  Result.NothingThrown = std::move(NothingThrown);
  Result.Impossible = std::move(Impossible);
  return Result;
}

} // namespace ownership::flow
