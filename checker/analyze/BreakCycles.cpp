//===- BreakCycles.cpp - A cheapest hitting set ---------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Where stores have named the cycles, choosing the fields to break is the
// minimum hitting set: each cycle needs one of its fields. It is exact for as
// many fields as real code has, and greedy beyond.
//
// What a field costs is what speaks against making it weak. Decisive is whether
// some object was seen without another owner. Then what people did in 42 public
// fixes: weaken the way back, which got `this` or a handle of the caller, and
// hardly ever a container. A capture is cheaper than a declaration that
// others use. Names only tip the scales.
//
//===----------------------------------------------------------------------===//

#include "analyze/BreakCycles.h"
#include "analyze/FieldDirection.h"
#include "analyze/KeepAlive.h"
#include "llvm/ADT/STLExtras.h"
#include <limits>
#include <map>
#include <tuple>

using namespace llvm;

namespace ownership {
namespace {

constexpr unsigned MaxExactFields = 12;
/// Decides against all else but a field that cannot be weak at all.
constexpr int SoleOwner = 2000;

struct Candidate {
  PatternField Field;
  int Cost;
  std::vector<unsigned> Cycles;
  /// What would be lost if it were weak.
  std::vector<Loss> Losses;
};

int costOf(const Summary &S, const ObjectFlow &Flow, const JudgedCycle &C,
           const WitnessHop &W) {
  constexpr int Usual = 100, Container = 60, Wrapper = 10, WayBack = 16,
                Name = 12, GetsThis = 14, Capture = 20, Unweak = 100000;
  const OwningField &Field = S.field(W.Holder, W.Field);
  const Hop &H = Field.Hops[W.Hop];
  int Cost = Usual;
  if (!Field.canBeWeak(H))
    Cost += Unweak + (Field.Fixed == FixedReason::SystemHeader ? Unweak : 0);
  if (isContainer(H))
    Cost += Container;
  else if (any_of(H.Steps,
                  [](const Step &St) { return St.Kind == Step::Container; }))
    Cost += Wrapper;
  else if (any_of(C.Hops, [&](const WitnessHop &Other) {
             const Hop &O = S.field(Other.Holder, Other.Field).Hops[Other.Hop];
             return isContainer(O);
           }))
    Cost -= WayBack;
  if (Field.IsCapture)
    Cost -= Capture;
  if (const FieldFlow *Seen = Flow.field(W.Holder, W.Field)) {
    if (Seen->GetsThis)
      Cost -= GetsThis;
  }
  switch (directionOfName(Field.Name)) {
  case FieldDirection::Up:
    Cost -= Name;
    break;
  case FieldDirection::Down:
    Cost += Name;
    break;
  case FieldDirection::Unknown:
    break;
  }
  return Cost;
}

std::vector<unsigned> exact(ArrayRef<Candidate> Candidates,
                            unsigned NumCycles) {
  std::vector<unsigned> Best;
  int BestCost = std::numeric_limits<int>::max();
  for (unsigned Set = 1; Set < (1u << Candidates.size()); ++Set) {
    int Cost = 0;
    std::vector<bool> IsHit(NumCycles, false);
    std::vector<unsigned> Members;
    for (unsigned I = 0; I < Candidates.size(); ++I)
      if (Set & (1u << I)) {
        Cost += Candidates[I].Cost;
        Members.push_back(I);
        for (unsigned C : Candidates[I].Cycles)
          IsHit[C] = true;
      }
    if (Cost < BestCost && !is_contained(IsHit, false)) {
      BestCost = Cost;
      Best = std::move(Members);
    }
  }
  return Best;
}

/// The field that is cheapest for each cycle that it hits, again and again.
std::vector<unsigned> greedy(ArrayRef<Candidate> Candidates,
                             unsigned NumCycles) {
  std::vector<bool> IsHit(NumCycles, false);
  std::vector<unsigned> Chosen;
  for (unsigned Left = NumCycles; Left > 0;) {
    unsigned Best = None;
    double BestRate = 0;
    for (const auto &[I, C] : enumerate(Candidates)) {
      auto Hits = count_if(C.Cycles, [&](unsigned N) { return !IsHit[N]; });
      double Rate = double(Hits) / C.Cost;
      if (Rate > BestRate) {
        BestRate = Rate;
        Best = I;
      }
    }
    if (Best == None)
      break;
    Chosen.push_back(Best);
    for (unsigned N : Candidates[Best].Cycles)
      if (!IsHit[N]) {
        IsHit[N] = true;
        --Left;
      }
  }
  return Chosen;
}

} // namespace

std::vector<BrokenCycles> chooseBreakFields(const Summary &S,
                                            const ObjectFlow &Flow,
                                            ArrayRef<JudgedCycle> Judged,
                                            OwnerQuestions &Owners) {
  std::map<PatternField, Candidate> ByField;
  for (const auto &[N, C] : enumerate(Judged))
    for (const WitnessHop &W : C.Hops) {
      const Hop &H = S.field(W.Holder, W.Field).Hops[W.Hop];
      if (H.Kind != OwnerKind::Shared)
        continue;
      PatternField Field(S, W.Holder, W.Field);
      auto [It, IsNew] =
          ByField.try_emplace(Field, Candidate{Field, 0, {}, {}});
      Candidate &Cand = It->second;
      Cand.Cost = std::max(Cand.Cost, costOf(S, Flow, C, W));
      if (Cand.Cycles.empty() || Cand.Cycles.back() != N)
        Cand.Cycles.push_back(N);
    }
  std::vector<Candidate> Candidates;
  for (auto &[Field, C] : ByField) {
    // Cheap enough to ask for all that are chosen from exactly.
    if (ByField.size() <= MaxExactFields)
      C.Losses = Owners.ask({Field}).Losses;
    if (!C.Losses.empty())
      C.Cost += SoleOwner;
    Candidates.push_back(std::move(C));
  }
  // Ties go to the later declaration, which is the way back.
  sort(Candidates, [](const Candidate &L, const Candidate &R) {
    return std::tie(L.Cost, L.Field) < std::tie(R.Cost, R.Field);
  });

  std::vector<unsigned> Chosen = Candidates.size() <= MaxExactFields
                                     ? exact(Candidates, Judged.size())
                                     : greedy(Candidates, Judged.size());
  std::vector<BrokenCycles> Result;
  std::vector<bool> IsTold(Judged.size(), false);
  for (unsigned I : Chosen) {
    BrokenCycles B{Candidates[I].Field, {}, {}};
    for (unsigned N : Candidates[I].Cycles)
      if (!IsTold[N]) {
        IsTold[N] = true;
        B.Cycles.push_back(N);
      }
    for (const Candidate &Other : Candidates)
      if (!Other.Losses.empty() && !(Other.Field == B.Field) &&
          any_of(Other.Cycles,
                 [&](unsigned N) { return is_contained(B.Cycles, N); }))
        B.MustOwn.push_back(Other.Losses.front());
    if (!B.Cycles.empty())
      Result.push_back(std::move(B));
  }
  return Result;
}

} // namespace ownership
