//===- FunctionCalls.cpp - What callees do, at the call -------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analyze/FunctionRun.h"
#include "llvm/ADT/Hashing.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace llvm;

namespace ownership::flow {

void Run::call(const Instruction &I, unsigned Index) {
  ObjectId This = I.Base == None ? None : ValueOf[I.Base];
  SmallVector<ObjectId, 4> Arguments;
  for (ValueIndex V : I.Operands)
    Arguments.push_back(V == None ? None : ValueOf[V]);

  SmallVector<FunctionIndex, 4> Callees;
  unsigned NumOverriders = 0;
  if (I.Callees.empty()) {
    // A callable: what it holds decides.
    bool IsKnown = false;
    ObjectId Result = This == None
                          ? None
                          : invoke(This, Arguments, Index, IsKnown, I.Visited);
    ValueOf[Index] = Result == None ? unknown(I.Type) : Result;
    Objects[ValueOf[Index]].IsUnowned |= Result == None;
    return;
  } else {
    Callees.append(I.Callees.begin(), I.Callees.end());
    if (Callees.size() > 1) {
      // A virtual call. The object's own class decides if it is known.
      if (This != None && Objects[This].IsExact) {
        auto Own = find_if(Callees, [&](FunctionIndex C) {
          return S.Functions[C].Record == Objects[This].Type;
        });
        if (Own != Callees.end())
          Callees.assign(1, FunctionIndex(*Own));
      }
      erase_if(Callees,
               [&](FunctionIndex C) { return !S.Functions[C].HasBody; });
      NumOverriders = Callees.size();
      // Most overriders of a large family do nothing that matters.
      erase_if(Callees,
               [&](FunctionIndex C) { return T.Outlines[C].isEmpty(); });
      if (Callees.size() >
          (isAskingForOwners() ? MaxOverridersForOwners : MaxOverriders)) {
        T.giveUp();
        Callees.clear();
        NumOverriders = 0;
      }
    }
  }

  auto Expose = [&] {
    if (This != None)
      expose(This);
    for (ObjectId A : Arguments)
      if (A != None)
        expose(A);
  };
  ObjectId Result = None;
  bool AnyBody = NumOverriders > 0;
  for (const auto &[N, Callee] : enumerate(Callees)) {
    if (!S.Functions[Callee].HasBody)
      continue;
    AnyBody = true;
    if (!T.Outlines[Callee].IsDone) {
      // It calls itself.
      Expose();
      continue;
    }
    Arms Outer = Under;
    if (NumOverriders > 1)
      Outer.push_back({unsigned(hash_combine(Index, 0x51u)) ^ TurnSalt,
                       unsigned(N) + (NumOverriders > 2 ? ManyArms : 0)});
    ObjectId Returned =
        replay(T.Outlines[Callee], Callee, This, Arguments, Outer, Index,
               /*IsMust=*/true, I.Visited | goesOnTo(Callee, This, Arguments));
    if (Result == None)
      Result = Returned;
    else if (Returned != None && Returned != Result) {
      Result = either({Result, Returned}, I.Type);
    }
  }
  if (!AnyBody) {
    // Out of sight. Who is given no owner can keep none.
    Expose();
    if (This != None && !I.Callees.empty() && !isAskingForOwners())
      escape(This);
    for (const auto &[N, A] : enumerate(Arguments)) {
      bool IsOwner = N < 32 && (I.OwningOperands >> N & 1);
      if (A != None &&
          (IsOwner || !isAskingForOwners() || Objects[A].Operator != None))
        letOut(A);
    }
  }
  ValueOf[Index] = Result == None ? unknown(I.Type) : Result;
  if (isAskingForOwners() &&
      (!AnyBody || any_of(Callees, [&](FunctionIndex Callee) {
        return T.Outlines[Callee].MayThrow;
      })))
    afterThrowing(Index);
  if (AnyBody)
    return;
  Objects[ValueOf[Index]].IsUnowned = true;
  for (const auto &[N, A] : enumerate(Arguments))
    if (A != None && N < 32 && (I.OwningOperands >> N & 1)) {
      Objects[ValueOf[Index]].Given.push_back(A);
      if (This != None)
        Objects[This].Given.push_back(A);
    }
}

/// By bits, as in Instruction::Visited: which objects a function that calls
/// itself goes on to, from what it was given itself.
static unsigned foundBelow(ArrayRef<Object> Objects, ObjectId This,
                           ArrayRef<ObjectId> Arguments) {
  auto IsBelow = [&](ObjectId O) {
    if (O == None || Objects[O].Kind != Object::Path)
      return false;
    while (Objects[O].Kind == Object::Path)
      O = Objects[O].Parent;
    return Objects[O].Kind == Object::This ||
           Objects[O].Kind == Object::Parameter;
  };
  unsigned Result = IsBelow(This) ? 1u << VisitedBase : 0;
  for (const auto &[N, A] : enumerate(Arguments))
    if (N < VisitedBase && IsBelow(A))
      Result |= 1u << N;
  return Result;
}

unsigned Run::goesOnTo(FunctionIndex Callee, ObjectId This,
                       ArrayRef<ObjectId> Arguments) const {
  return is_contained(T.Together, Callee) ? foundBelow(Objects, This, Arguments)
                                          : 0;
}

/// Runs what \p Callable holds, or leaves that to a caller who knows. It is
/// called by \p From, which then goes on to \p VisitedAgain.
ObjectId Run::invoke(ObjectId Callable, ArrayRef<ObjectId> Arguments,
                     unsigned Index, bool &IsKnown, unsigned Visited,
                     FunctionIndex From, unsigned VisitedAgain) {
  constexpr unsigned MaxReplayDepth = 6;
  ObjectId Only = None;
  FunctionIndex Operator = None;
  SmallVector<ObjectId, 4> Targets{Callable};
  append_range(Targets, Objects[Callable].Alternatives);
  for (ObjectId O : Targets) {
    FunctionIndex Found = Objects[O].Operator;
    if (Found == None && Objects[O].Type != None)
      if (auto It = T.CallOperators.find(Objects[O].Type);
          It != T.CallOperators.end())
        Found = It->second;
    if (Found == None || Found == Operator)
      continue;
    // Several: any of them.
    if (Operator != None) {
      Operator = None;
      break;
    }
    Operator = Found;
    Only = O;
  }
  if (Operator != None && T.Outlines[Operator].IsDone &&
      ReplayDepth < MaxReplayDepth) {
    IsKnown = true;
    ++ReplayDepth;
    ObjectId Result = replay(T.Outlines[Operator], Operator, Only, Arguments,
                             Under, Index, /*IsMust=*/true,
                             Visited | (Operator == From ? VisitedAgain : 0));
    --ReplayDepth;
    return Result;
  }
  // Who is called may keep what it gets.
  for (ObjectId A : Arguments)
    if (A != None) {
      MayLive.push_back({A, Under});
      expose(A);
    }
  expose(Callable);
  Event Ev;
  Ev.Kind = Event::Invoke;
  Ev.Object = Callable;
  Ev.Arguments.append(Arguments.begin(), Arguments.end());
  Ev.IsInLoop = IsInLoop;
  Ev.IsForOne = IsForOne;
  Ev.Visited = Visited;
  Ev.Under = Under;
  Events.push_back(std::move(Ev));
  return None;
}

ObjectId Run::replay(const Outline &Callee, FunctionIndex CalleeIndex,
                     ObjectId This, ArrayRef<ObjectId> Arguments,
                     const Arms &Outer, unsigned Index, bool IsMust,
                     unsigned Visited) {
  std::vector<ObjectId> Mapped(Callee.Objects.size(), None);
  auto Salt = [&](unsigned N) {
    return unsigned(hash_combine(F, Index, CalleeIndex, N)) ^ TurnSalt;
  };
  // A key that means something in the callee only gets a meaning of this call.
  auto KeyHere = [&](unsigned Key) {
    return isLocalKey(Key) ? Salt(Key) | FirstLocalKey : Key;
  };
  auto Map = [&](ObjectId O, auto &Map) -> ObjectId {
    if (O == None)
      return None;
    if (Mapped[O] != None)
      return Mapped[O];
    const Object Original = Callee.Objects[O];
    ObjectId Result = None;
    switch (Original.Kind) {
    case Object::This:
      Result = This;
      break;
    case Object::Parameter:
      if (Original.Index < Arguments.size())
        Result = Arguments[Original.Index];
      break;
    case Object::Global: {
      auto [It, IsNew] = Globals.try_emplace(Original.Index, None);
      if (IsNew) {
        Object G = Original;
        It->second = add(std::move(G));
      }
      Result = It->second;
      break;
    }
    case Object::Path: {
      ObjectId Parent = Map(Original.Parent, Map);
      unsigned Key = KeyHere(Original.Key);
      Result = load(Parent, Original.Member, Key, Original.Type);
      break;
    }
    case Object::Handle: {
      Object H = Original;
      H.Parent = Map(Original.Parent, Map);
      Result = add(std::move(H));
      break;
    }
    case Object::Null:
    case Object::New:
    case Object::Unknown: {
      Object Copy;
      Copy.Kind = Original.Kind;
      Copy.Type = Original.Type;
      Copy.IsExact = Original.IsExact;
      Copy.Operator = Original.Operator;
      Copy.IsInLoop = Original.IsInLoop || IsInLoop;
      Copy.IsAny = Original.IsAny;
      Copy.IsUnowned = Original.IsUnowned;
      if (Original.Branch && isAskingForOwners()) {
        if (auto It = Taken.find(Salt(Original.Branch));
            It != Taken.end() && It->second < Original.Alternatives.size()) {
          Result = Map(Original.Alternatives[It->second], Map);
          break;
        }
        Copy.Branch = Salt(Original.Branch);
      }
      Copy.IsGuess = Original.Kind == Object::Null && Original.IsGuess;
      Copy.Parent = Map(Original.Parent, Map);
      Result = add(std::move(Copy));
      Mapped[O] = Result;
      for (ObjectId Alternative : Original.Alternatives) {
        ObjectId A = Map(Alternative, Map);
        Objects[Result].Alternatives.push_back(A);
      }
      break;
    }
    }
    if (Result == None)
      Result = unknown(Original.Type);
    // A caller may know the class better than the callee.
    Mapped[O] = Result;
    return Result;
  };
  auto M = [&](ObjectId O) { return Map(O, Map); };

  // The object that a walk of the caller visits, or what lies below it.
  auto IsVisited = [&](ObjectId O) {
    if (O == None)
      return false;
    while (Callee.Objects[O].Kind == Object::Path)
      O = Callee.Objects[O].Parent;
    const Object &Root = Callee.Objects[O];
    unsigned Bit = Root.Kind == Object::This        ? VisitedBase
                   : Root.Kind == Object::Parameter ? Root.Index
                                                    : 32;
    return Bit < 32 && (Visited >> Bit & 1);
  };

  Arms Saved = Under;
  const bool SavedLoop = IsInLoop, SavedForOne = IsForOne,
             SavedVisiting = IsVisiting;
  auto ArmsHere = [&](const Arms &Original) -> std::optional<Arms> {
    Arms Mine;
    for (const auto &[Branch, Arm] : Original)
      Mine.push_back({Salt(Branch), Arm});
    if (!isTaken(Mine))
      return std::nullopt;
    Arms Result = Outer;
    for (const auto &A : Mine)
      if (Result.size() < maxArms())
        Result.push_back(A);
    return Result;
  };
  bool IsRecursion = isAskingForOwners() && T.callsItself(CalleeIndex);
  Recursions += IsRecursion;
  if (IsRecursion)
    for (MemberIndex Filled : T.filledBy(CalleeIndex))
      FilledUnseen.insert(Filled);
  for (const Event &E : Callee.Events)
    if (E.Kind == Event::Store && E.IsInLastTurn)
      FilledUnseen.insert(E.Member);
  for (const auto &[N, Original] : enumerate(Callee.Events)) {
    if (isOverLimit(Objects.size()))
      T.giveUp();
    if (isOverLimit(Objects.size()) || T.hasGivenUp())
      break;
    std::optional<Arms> Here = ArmsHere(Original.Under);
    if (!Here)
      continue;
    Under = std::move(*Here);
    IsInLoop = SavedLoop || Original.IsInLoop;
    SaveAndRestore LastTurn(IsReplayingLastTurn,
                            IsReplayingLastTurn || Original.IsInLastTurn);
    IsForOne = SavedForOne || Original.IsForOne;
    IsVisiting = !IsForOne && IsVisited(Original.Object);
    switch (Original.Kind) {
    case Event::Load:
      M(Original.Value);
      break;
    case Event::Store: {
      ObjectId Base = M(Original.Object), Value = M(Original.Value);
      unsigned Key = KeyHere(Original.Key);
      store(Base, Original.Member, Key, Value, Original.IsMust && IsMust,
            Original.IsReplacing, Original.At);
      break;
    }
    case Event::Release: {
      if (Original.Object == None) {
        removeAny(Original.Type);
        break;
      }
      ObjectId Base = M(Original.Object);
      // A helper that empties what it is given, called for each.
      Object::KindTy Given = Callee.Objects[Original.Object].Kind;
      ReleaseSite R;
      R.Where = T.CallSite;
      R.IsWhole = Original.IsWhole;
      if (Given == Object::This || Given == Object::Parameter)
        noteRelease(Base, Original.Member, R, /*OnlyForEach=*/true);
      // One that takes itself out of what it knows does so for each as well.
      IsVisiting &= Original.IsWhole || IsVisited(Original.Value);
      // A loop that pops until nothing is left.
      R.IsSweep =
          IsVisiting || (Original.IsSweep && SavedLoop && !Original.IsInLoop);
      if (R.IsSweep)
        noteRelease(Base, Original.Member, R);
      IsVisiting |= Original.IsVisit;
      release(Base, Original.Member, KeyHere(Original.Key), Original.IsWhole,
              M(Original.Value), Original.IsMust && IsMust, Original.At,
              Original.IsSweep);
      break;
    }
    case Event::Invoke: {
      SmallVector<ObjectId, 2> Mine;
      for (ObjectId A : Original.Arguments)
        Mine.push_back(M(A));
      ObjectId Callable = M(Original.Object);
      bool IsKnown = false;
      unsigned Again = foundBelow(Callee.Objects, None, Original.Arguments);
      if (Callable != None)
        invoke(Callable, Mine, Salt(N), IsKnown, Original.Visited, CalleeIndex,
               Again);
      break;
    }
    case Event::Escape:
      letOut(M(Original.Value));
      break;
    case Event::Expose:
      expose(M(Original.Value));
      break;
    case Event::Test: {
      if (!Original.Arm.first) {
        doubt(M(Original.Value));
        break;
      }
      const Object Tested = Callee.Objects[Original.Value];
      TestedPlace From;
      if (Tested.Kind == Object::Path)
        From = {M(Tested.Parent), Tested.Member};
      test(M(Original.Value), From, Original.IsWhole,
           {Salt(Original.Arm.first), Original.Arm.second},
           Original.IsInLastTurn);
      break;
    }
    }
  }
  Recursions -= IsRecursion;
  // Who catches what a callee throws goes on behind it.
  if (isAskingForOwners() && tryAround(Fn.Body[Step].Context) == None)
    for (const auto &[Branch, Arm] : Callee.NothingThrown)
      if (NothingThrown.size() < maxArms())
        NothingThrown.push_back({Salt(Branch), Arm});
  for (const Arms &Original : Callee.Impossible)
    if (Impossible.size() < MaxImpossible &&
        Original.size() + Outer.size() < maxArms())
      if (std::optional<Arms> Here = ArmsHere(Original); Here && !Here->empty())
        Impossible.push_back(std::move(*Here));
  Under = Saved;
  IsInLoop = SavedLoop;
  IsForOne = SavedForOne;
  IsVisiting = SavedVisiting;
  if (Callee.Returns.empty())
    return None;
  if (isAskingForOwners())
    return returned(Callee, M, Salt);
  if (Callee.Returns.size() == 1)
    return M(Callee.Returns.front());
  SmallVector<ObjectId, 2> Results;
  RecordIndex Type = None;
  for (ObjectId O : Callee.Returns) {
    ObjectId R = M(O);
    if (!is_contained(Results, R))
      Results.push_back(R);
    if (Objects[R].Type != None)
      Type = Objects[R].Type;
  }
  if (Results.size() == 1)
    return Results.front();
  return either(Results, Type);
}

/// What is returned under which arms: the last one if none of those before is.
ObjectId Run::returned(const Outline &Callee,
                       function_ref<ObjectId(ObjectId)> Map,
                       function_ref<unsigned(unsigned)> Salt) {
  SmallVector<unsigned, 2> Reached;
  for (unsigned I = 0; I < Callee.Returns.size(); ++I) {
    Arms Mine;
    for (const auto &[Branch, Arm] : Callee.ReturnedUnder[I])
      Mine.push_back({Salt(Branch), Arm});
    if (isTaken(Mine))
      Reached.push_back(I);
  }
  if (Reached.empty())
    return None;
  ObjectId Result = Map(Callee.Returns[Reached.back()]);
  unsigned After = Reached.back();
  Reached.pop_back();
  for (unsigned I : reverse(Reached)) {
    unsigned Later = std::exchange(After, I);
    ObjectId Earlier = Map(Callee.Returns[I]);
    if (Earlier == Result)
      continue;
    RecordIndex Type = Objects[Earlier].Type;
    const Arms &Next = Callee.ReturnedUnder[Later];
    auto Decides = find_if(Callee.ReturnedUnder[I], [&](const auto &A) {
      return A.second < ManyArms &&
             is_contained(Next, std::pair(A.first, 1 - A.second));
    });
    if (Decides == Callee.ReturnedUnder[I].end()) {
      Result = either({Earlier, Result}, Type);
      continue;
    }
    ObjectId Either = unknown(Type);
    Objects[Either].Branch = Salt(Decides->first);
    Objects[Either].Alternatives = {Earlier, Result};
    if (Decides->second == 1)
      std::swap(Objects[Either].Alternatives[0],
                Objects[Either].Alternatives[1]);
    Result = Either;
  }
  return Result;
}

} // namespace ownership::flow
