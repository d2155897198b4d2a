//===- LoopTurns.cpp - Running loops several times ------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// To find cycles, a loop's body is run once: what it ties together it ties in
// each turn. Who asks what is sure to be kept needs more: what the first turn
// made and the second replaced, what one turn decided and another did not. So
// the body is run a few times, each turn with objects and branches of its own,
// and each under an arm: the loop may have ended before.
//
//===----------------------------------------------------------------------===//

#include "analyze/FunctionRun.h"
#include "llvm/ADT/Hashing.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace ownership::flow {

using ownership::Context;

/// Three turns: one makes, one ties, one replaces.
constexpr unsigned MaxTurns = 3, MaxInnerTurns = 2;
/// Longer loops, all turns of the loops around them counted, are run once.
constexpr unsigned MaxInstructionsInTurns = 4000;
/// So many calls of a function are taken to throw.
constexpr unsigned MaxThrowing = 8;

void Run::findLoops() {
  if (!isAskingForOwners())
    return;
  MapVector<unsigned, LoopSpan> Spans;
  for (const auto &[Index, I] : enumerate(Fn.Body)) {
    unsigned Depth = 0;
    SmallVector<unsigned, 4> Around;
    for (unsigned C = I.Context; C != None; C = Fn.Contexts[C].Outer)
      if (Fn.Contexts[C].isLoop())
        Around.push_back(C);
    for (unsigned C : reverse(Around)) {
      LoopSpan New{C, unsigned(Index), unsigned(Index), Depth++, {}};
      auto [It, IsNew] = Spans.insert({C, std::move(New)});
      It->second.Last = Index;
    }
  }
  for (auto &[C, Span] : Spans) {
    // What the turns change stands before them.
    for (unsigned I = Span.First; I-- > 0;) {
      const Instruction &P = Fn.Body[I];
      if (P.Kind != Instruction::Phi || P.Index != 0 ||
          none_of(P.Operands, [&](ValueIndex V) { return V > I; }))
        break;
      Span.Phis.push_back(I);
    }
    Loops.push_back(std::move(Span));
  }
}

void Run::perform(unsigned First, unsigned End) {
  for (unsigned I = First; I < End && !T.hasGivenUp(); ++I) {
    const LoopSpan *Outermost = nullptr;
    for (const LoopSpan &L : Loops)
      if (L.First == I && !Turns.count(L.Context) &&
          (!Outermost || L.Depth < Outermost->Depth))
        Outermost = &L;
    if (!Outermost) {
      perform(Fn.Body[I], I);
      continue;
    }
    performLoop(*Outermost);
    I = Outermost->Last;
  }
}

void Run::performLoop(const LoopSpan &L) {
  unsigned Length = L.Last + 1 - L.First;
  for (unsigned Around = Turns.size(); Around > 0; --Around)
    Length *= MaxInnerTurns;
  unsigned NumTurns = Length > MaxInstructionsInTurns ? 1
                      : Turns.empty()                 ? MaxTurns
                                                      : MaxInnerTurns;
  const Context &C = Fn.Contexts[L.Context];
  /// What each variable has when a turn begins.
  SmallVector<SmallVector<ObjectId, 4>, 2> Values(L.Phis.size());
  auto Null = [&] {
    Object O;
    O.Kind = Object::Null;
    O.IsExact = true;
    return add(std::move(O));
  };
  for (const auto &[P, Its] : zip(L.Phis, Values)) {
    ValueIndex First = Fn.Body[P].Operands.front();
    Its.push_back(First < P && ValueOf[First] != None ? ValueOf[First]
                                                      : Null());
  }
  for (unsigned Turn = 0; Turn < NumTurns; ++Turn) {
    for (const auto &[P, Its] : zip(L.Phis, Values))
      ValueOf[P] = Its.back();
    Turns[L.Context] = Turn;
    bool IsLast = Turn + 1 == NumTurns;
    if (IsLast)
      beginLastTurn(L);
    perform(L.First, L.Last + 1);
    if (IsLast)
      endLastTurn();
    for (const auto &[P, Its] : zip(L.Phis, Values)) {
      ValueIndex Next = Fn.Body[P].Operands.back();
      Its.push_back(Next > P && ValueOf[Next] != None ? ValueOf[Next]
                                                      : Its.back());
    }
  }
  // The loop may have ended before each of the turns.
  SmallVector<unsigned, 4> Entered;
  unsigned Branch = branchOf(L.Context);
  for (unsigned Turn = 0; Turn < NumTurns; ++Turn)
    Entered.push_back(Turn ? unsigned(hash_combine(Branch, Turn)) : Branch);
  Turns.erase(L.Context);
  for (const auto &[P, Its] : zip(L.Phis, Values)) {
    ObjectId Value = Its.back();
    for (unsigned Turn = NumTurns; Turn-- > 0;) {
      if (Its[Turn] == Value || (Turn == 0 && C.Kind == Context::LoopOnce))
        continue;
      ObjectId Either = unknown(Fn.Body[P].Type);
      Objects[Either].Alternatives = {Value, Its[Turn]};
      Objects[Either].Branch = Entered[Turn];
      Value = Either;
    }
    ValueOf[P] = Value;
  }
}

unsigned Run::saltOf(unsigned C) const {
  unsigned Salt = 0;
  SmallVector<unsigned, 4> Around;
  if (!Turns.empty())
    for (; C != None; C = Fn.Contexts[C].Outer)
      if (Turns.lookup(C))
        Around.push_back(C);
  for (unsigned Loop : reverse(Around))
    Salt = hash_combine(Salt, Loop, Turns.lookup(Loop));
  return Salt;
}

unsigned Run::branchWithin(unsigned Branch, unsigned C) const {
  unsigned Salt = saltOf(C);
  return Salt ? unsigned(hash_combine(Branch, Salt)) : Branch;
}

unsigned Run::branchOf(unsigned C) const {
  return branchWithin(Fn.Contexts[C].Branch, Fn.Contexts[C].Outer);
}

unsigned Run::tryAround(unsigned C) const {
  while (C != None && Fn.Contexts[C].Kind != Context::Try)
    C = Fn.Contexts[C].Outer;
  return C;
}

bool Run::isWithin(unsigned C, unsigned Outer) const {
  while (C != None && C != Outer)
    C = Fn.Contexts[C].Outer;
  return C == Outer;
}

/// What follows the call at \p Index is done if the call throws nothing.
void Run::afterThrowing(unsigned Index) {
  unsigned Try = tryAround(Fn.Body[Index].Context);
  MayThrow |= Try == None;
  if (NotThrown.size() >= MaxThrowing)
    return;
  std::pair<unsigned, unsigned> Arm{
      unsigned(hash_combine(Index, 0x77u)) ^ TurnSalt, 1};
  NotThrown.push_back({Try, Arm});
  if (Try == None)
    NothingThrown.push_back(Arm);
}

void Run::armsInTurns(unsigned C, Arms &Result) const {
  for (const auto &[Try, Arm] : NotThrown)
    if (Try == None || isWithin(C, Try))
      Result.push_back(Arm);
  for (; C != None && Result.size() < MaxArmsForOwners;
       C = Fn.Contexts[C].Outer) {
    const Context &Here = Fn.Contexts[C];
    unsigned Branch = branchOf(C);
    if (!Here.isLoop()) {
      if (Here.Kind == Context::NoLoop)
        Result.push_back({Branch, Here.Arm});
      continue;
    }
    unsigned Turn = Turns.lookup(C);
    for (unsigned T = Here.Kind == Context::LoopOnce; T <= Turn; ++T)
      Result.push_back({T ? unsigned(hash_combine(Branch, T)) : Branch, 0});
  }
}

unsigned Run::keyOf(const Instruction &I) const {
  if (!isLocalKey(I.Key) || Turns.empty())
    return I.Key;
  if (!isCounterKey(I.Key))
    return TurnSalt
               ? unsigned(hash_combine(I.Key, TurnSalt)) | 3 * FirstLocalKey
               : I.Key;
  // The innermost loop's counter: the same number in a turn of the loop around
  // it is another element for all that is known.
  unsigned C = I.Context;
  while (C != None && !Turns.count(C))
    C = Fn.Contexts[C].Outer;
  if (C == None)
    return I.Key;
  unsigned Outer = saltOf(Fn.Contexts[C].Outer);
  unsigned Key = Outer ? unsigned(hash_combine(I.Key, Outer)) : I.Key;
  return FirstCounterKey | (Key & (FirstLocalKey - CounterKeyTurns)) |
         (Turns.lookup(C) % CounterKeyTurns);
}

} // namespace ownership::flow
