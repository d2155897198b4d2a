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
  for (const std::vector<FunctionIndex> &Group : bottomUp()) {
    // Functions that call each other see of each other what the first round
    // found.
    unsigned Rounds = Group.size() > 1 || callsItself(Group.front()) ? 2 : 1;
    for (unsigned Round = 0; Round < Rounds; ++Round) {
      IsLastRound = Round + 1 == Rounds;
      for (FunctionIndex F : Group) {
        Outline O = Run(*this, F).execute();
        O.IsDone = true;
        Outlines[F] = std::move(O);
      }
    }
  }
  return std::move(Flow);
}

bool Tracer::callsItself(FunctionIndex F) const {
  return is_contained(Flow.Callers[F], F);
}

/// Groups of functions that call each other, callees first.
std::vector<std::vector<FunctionIndex>> Tracer::bottomUp() {
  std::vector<Edge> Calls;
  for (const auto &[I, F] : enumerate(S.Functions))
    for (const Instruction &In : F.Body)
      if (In.Kind == Instruction::Call)
        for (FunctionIndex Callee : In.Callees) {
          Edge E;
          E.From = I;
          E.To = Callee;
          Calls.push_back(E);
          if (Flow.Callers[Callee].empty() || Flow.Callers[Callee].back() != I)
            Flow.Callers[Callee].push_back(I);
        }
  // Lambdas are run before those who make them, so that calls through the
  // object that was stored can be followed.
  for (const auto &[I, F] : enumerate(S.Functions))
    for (const Instruction &In : F.Body)
      if (In.Kind == Instruction::New) {
        FunctionIndex Operator = None;
        if (!In.Callees.empty())
          Operator = In.Callees.front();
        else if (In.Type != None && CallOperators.count(In.Type))
          Operator = CallOperators.lookup(In.Type);
        if (Operator == None || Operator == I)
          continue;
        Edge E;
        E.From = I;
        E.To = Operator;
        Calls.push_back(E);
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
