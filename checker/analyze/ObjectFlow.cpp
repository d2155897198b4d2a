//===- ObjectFlow.cpp - The order in which functions are run --------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analyze/ObjectFlow.h"
#include "analyze/FunctionRun.h"
#include "analyze/Graph.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

using namespace llvm;

namespace ownership {
namespace flow {

Tracer::Tracer(const Summary &S, ArrayRef<PatternField> Weak, Question Asked)
    : S(S), Outlines(S.Functions.size()), Asked(Asked) {
  if (!Weak.empty())
    for (const auto &[I, M] : enumerate(S.Members))
      if (M.isOwning() &&
          is_contained(Weak, PatternField(S, M.Record, M.Field))) {
        this->Weak.insert(I);
        Flow.Weak.insert({M.Record, M.Field});
      }
  Flow.Callers.resize(S.Functions.size());
  for (const auto &[I, F] : enumerate(S.Functions))
    if (F.IsCallOperator && F.HasBody && F.Record != None)
      CallOperators.try_emplace(F.Record, I);
}

ObjectFlow Tracer::run() {
  std::vector<std::vector<FunctionIndex>> Groups = bottomUp();
  if (Asked == Question::Owners)
    keepWhatDecides(Groups);
  Recursive.assign(S.Functions.size(), false);
  for (const std::vector<FunctionIndex> &Group : Groups)
    for (FunctionIndex F : Group)
      Recursive[F] = Group.size() > 1 || is_contained(Flow.Callers[F], F);
  for (const std::vector<FunctionIndex> &Group : Groups) {
    // Functions that call each other see of each other what the first round
    // found.
    Together = Group;
    unsigned Rounds = Group.size() > 1 || callsItself(Group.front()) ? 2 : 1;
    for (unsigned Round = 0; Round < Rounds; ++Round) {
      IsLastRound = Round + 1 == Rounds;
      for (FunctionIndex F : Group) {
        if (hasGivenUp())
          return std::move(Flow);
        Outline O = Run(*this, F).execute();
        O.IsDone = true;
        Outlines[F] = std::move(O);
      }
    }
  }
  return std::move(Flow);
}

/// Who asks for owners looks at the states in which a weak field holds
/// something. These are in functions that store into one or make somebody else
/// do so; what else they call matters, and all other functions do not.
void Tracer::keepWhatDecides(
    std::vector<std::vector<FunctionIndex>> &Groups) const {
  std::vector<bool> MayStore(S.Functions.size(), false);
  auto Stores = [&](const Instruction &I) {
    return (I.Kind == Instruction::Store || I.Kind == Instruction::Handle) &&
           Weak.contains(I.Member);
  };
  for (const std::vector<FunctionIndex> &Group : Groups) {
    bool Any = any_of(Group, [&](FunctionIndex F) {
      return any_of(S.Functions[F].Body, [&](const Instruction &I) {
        return Stores(I) || any_of(calleesOf(I), [&](FunctionIndex Callee) {
                 return MayStore[Callee];
               });
      });
    });
    for (FunctionIndex F : Group)
      MayStore[F] = Any;
  }
  std::vector<bool> Decides = MayStore;
  for (const std::vector<FunctionIndex> &Group : reverse(Groups)) {
    bool Any = any_of(Group, [&](FunctionIndex F) { return Decides[F]; });
    for (FunctionIndex F : Group)
      if (Any)
        for (const Instruction &I : S.Functions[F].Body)
          for (FunctionIndex Callee : calleesOf(I))
            Decides[Callee] = true;
  }
  for (std::vector<FunctionIndex> &Group : Groups)
    erase_if(Group, [&](FunctionIndex F) { return !Decides[F]; });
  erase_if(Groups, [](const auto &Group) { return Group.empty(); });
}

/// Whom \p I calls, or makes a callable of.
SmallVector<FunctionIndex, 2> Tracer::calleesOf(const Instruction &I) const {
  if (I.Kind == Instruction::Call)
    return {I.Callees.begin(), I.Callees.end()};
  if (I.Kind != Instruction::New)
    return {};
  if (!I.Callees.empty())
    return {I.Callees.front()};
  auto It = CallOperators.find(I.Type);
  if (I.Type == None || It == CallOperators.end())
    return {};
  return {It->second};
}

/// Groups of functions that call each other, callees first.
std::vector<std::vector<FunctionIndex>> Tracer::bottomUp() {
  std::vector<Edge> Calls;
  for (const auto &[I, F] : enumerate(S.Functions))
    for (const Instruction &In : F.Body)
      for (FunctionIndex Callee : calleesOf(In)) {
        // Lambdas are run before those who make them, so that calls through the
        // object that was stored can be followed.
        bool IsCall = In.Kind == Instruction::Call;
        if (!IsCall && Callee == I)
          continue;
        Edge E;
        E.From = I;
        E.To = Callee;
        Calls.push_back(E);
        if (IsCall &&
            (Flow.Callers[Callee].empty() || Flow.Callers[Callee].back() != I))
          Flow.Callers[Callee].push_back(I);
      }
  std::vector<unsigned> Group = components(S.Functions.size(), Calls);
  std::map<unsigned, std::vector<FunctionIndex>> ByGroup;
  for (const auto &[I, F] : enumerate(S.Functions))
    if (F.HasBody)
      ByGroup[Group[I]].push_back(I);
  std::vector<std::vector<FunctionIndex>> Result;
  for (auto &[Number, Members] : ByGroup)
    Result.push_back(std::move(Members));
  return Result;
}

} // namespace flow

ObjectFlow traceObjects(const Summary &S, ArrayRef<PatternField> Weak) {
  return flow::Tracer(S, Weak, flow::Tracer::Question::Cycles).run();
}

} // namespace ownership
