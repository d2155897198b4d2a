//===- NullTests.cpp - Arms that a null pointer decides -------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A list that is linked both ways is written with `if (!head_) head_ = tail_ =
// node; else { tail_->next = node; node->prev = tail_; tail_ = node; }`.
// Whether something else keeps what prev gets depends on which arm ran when: a
// list that found its head empty twice has lost a node, and one that has a tail
// and no head never existed. So where a pointer is tested, and what it holds is
// known, the arm that is not taken is not run, and what the other one does is
// done for sure. What a callee tests is known to its callers, so it is asked
// again for each call.
//
// Known is what was put there in sight: an object that was made here, or
// nothing, in an object that was made here and that no code out of sight has
// been given. Where some other path may lead to the same place, or a callback
// may fill or empty it, nothing is known, and both arms are followed.
//
// Two other designs were weighed. To rule out the arms under which a null
// pointer would be followed comes too late: by then the stores of those arms
// are there under conditions, and what lies under the others is not there for
// sure. An invariant of the class ("tail is null where head is") would help the
// functions that nobody in sight calls; but there nothing is refused, since who
// calls them is trusted.
//
//===----------------------------------------------------------------------===//

#include "analyze/FunctionRun.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace ownership::flow {

/// Takes the arms that are known to be taken out of \p Context. False if
/// another one is: no run comes here.
bool Run::isTaken(Arms &Context) const {
  bool IsPossible = true;
  erase_if(Context, [&](const auto &A) {
    auto It = Taken.find(A.first);
    if (It == Taken.end())
      return false;
    IsPossible &= It->second == A.second;
    return true;
  });
  return IsPossible;
}

/// All that \p M of \p Base may hold was put there in sight, by its own name.
bool Run::isClear(ObjectId Base, MemberIndex M) const {
  const Object &B = Objects[Base];
  return B.Kind == Object::New && B.IsExact && !B.HasEscaped &&
         !B.IsKnownOutside && !member(M).IsMany && !member(M).isVariable() &&
         (isStrong(M) || T.Weak.contains(M)) && !IsAnyChanged &&
         !T.EmptiedByCallbacks.contains(M) && !ChangedSomewhere.contains(M);
}

Run::Nullness Run::nullnessOf(ObjectId O) const {
  const Object &Obj = Objects[O];
  switch (Obj.Kind) {
  case Object::Null:
    return Obj.IsGuess ? Nullness::Unknown : Nullness::Null;
  case Object::New:
    // An alias without a class may lead nowhere, whatever it keeps.
    return Obj.IsDoubtful || Obj.Type == None ? Nullness::Unknown
                                              : Nullness::NotNull;
  default:
    return Nullness::Unknown;
  }
}

//===----------------------------------------------------------------------===//
// Loops and recursion
//===----------------------------------------------------------------------===//
//
// Of a loop three turns are run, and the last one stands for all that may
// follow. There a place may hold what it did not hold yet, so null is not known
// there, nor behind the loop, of a field that the loop may fill. That something
// is there is known if it is the same place in each turn, of an object that was
// there before the loop, and still holds something when the turn ends.

const DenseSet<MemberIndex> &Tracer::filledBy(FunctionIndex F) {
  auto [It, IsNew] = FilledBy.try_emplace(F);
  if (!IsNew)
    return It->second;
  DenseSet<MemberIndex> Result;
  DenseSet<FunctionIndex> Seen;
  SmallVector<FunctionIndex, 8> Work{F};
  while (!Work.empty()) {
    FunctionIndex Next = Work.pop_back_val();
    if (!Seen.insert(Next).second)
      continue;
    for (const Instruction &I : S.Functions[Next].Body) {
      if (I.Kind == Instruction::Store || I.Kind == Instruction::Handle)
        Result.insert(I.Member);
      append_range(Work, calleesOf(I));
    }
  }
  return FilledBy[F] = std::move(Result);
}

void Run::beginLastTurn(const LoopSpan &L) {
  LastTurns.push_back(Objects.size());
  for (unsigned Index = L.First; Index <= L.Last; ++Index) {
    const Instruction &I = Fn.Body[Index];
    if (I.Kind == Instruction::Store || I.Kind == Instruction::Handle)
      FilledUnseen.insert(I.Member);
    if (I.Kind == Instruction::Call || I.Kind == Instruction::New)
      for (FunctionIndex Callee : I.Callees)
        for (MemberIndex Filled : T.filledBy(Callee))
          FilledUnseen.insert(Filled);
  }
}

void Run::endLastTurn() {
  ObjectId First = LastTurns.pop_back_val();
  for (const TestedPlace &P : Assumed)
    if (P.Base < First &&
        nullnessOf(load(P.Base, P.Member, 0, None)) != Nullness::NotNull)
      T.giveUp();
  erase_if(Assumed, [&](const TestedPlace &P) {
    return LastTurns.empty() || P.Base >= LastTurns.back();
  });
}

/// What is known of \p Pointer is known of it in each turn.
bool Run::isSettled(ObjectId Pointer, const TestedPlace &From) {
  if (Recursions)
    return false;
  if (LastTurns.empty() || Pointer >= LastTurns.back())
    return true;
  if (nullnessOf(Pointer) != Nullness::NotNull || From.Base == None ||
      From.Base >= LastTurns.front())
    return false;
  Assumed.push_back(From);
  return true;
}

//===----------------------------------------------------------------------===//
// Tests
//===----------------------------------------------------------------------===//

void Run::test(ObjectId Pointer, TestedPlace From, bool IsNull,
               std::pair<unsigned, unsigned> Arm, bool IsInLastTurn) {
  if (Taken.count(Arm.first))
    return;
  Nullness Is = nullnessOf(Pointer);
  if (Is != Nullness::Unknown && !IsInLastTurn && isSettled(Pointer, From)) {
    if (Is == (IsNull ? Nullness::NotNull : Nullness::Null))
      Taken[Arm.first] = 1 - Arm.second;
    return;
  }
  Event Ev;
  Ev.Kind = Event::Test;
  Ev.Value = Pointer;
  Ev.IsWhole = IsNull;
  Ev.Arm = Arm;
  Ev.IsInLastTurn = IsInLastTurn || standsForMore();
  Ev.Under = Under;
  Events.push_back(std::move(Ev));
}

void Run::doubt(ObjectId O) {
  if (!isAskingForOwners())
    return;
  Objects[O].IsDoubtful = Objects[O].IsKnownOutside = true;
  Event Ev;
  Ev.Kind = Event::Test;
  Ev.Value = O;
  Ev.Under = Under;
  Events.push_back(std::move(Ev));
}

/// Code out of sight can change what \p O holds, and what that holds.
void Run::expose(ObjectId O) {
  if (!isAskingForOwners())
    return;
  if (!Objects[O].IsKnownOutside) {
    Event Ev;
    Ev.Kind = Event::Expose;
    Ev.Value = O;
    Ev.Under = Under;
    Events.push_back(std::move(Ev));
  }
  std::vector<bool> Reached;
  reachableFrom(O, Reached, Knowing);
  T.spend(Objects.size());
  for (ObjectId Other = 0; Other < Objects.size(); ++Other)
    if (Reached[Other])
      Objects[Other].IsKnownOutside = true;
}

} // namespace ownership::flow
