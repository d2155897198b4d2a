//===- BreakFields.cpp - A cheapest feedback set of shared fields ---------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Given a strongly connected component, choose shared fields such that no cycle
// with a shared hop is left when they are weak. This is minimum feedback arc
// set, with three changes: arcs come in groups (a field may hold several
// classes, a pattern field exists once per instantiation), arcs have costs, and
// cycles without a shared arc may stay.
//
// The cost says how much a field looks like the one that owns. What people
// weakened in 42 public fixes: 26 times the way back to the owner, 9 times a
// peer, 5 times the container's side. So a container costs more than two single
// pointers, a way back against a container costs less than a peer, and a name
// only tips the scales.
//
// Fields that can be weak are chosen first, to break every cycle that has one.
// What is then left has none: there a field is chosen only to tell of it.
//
// Feedback arc set is NP-hard, so small components (nearly all real ones) are
// searched exhaustively, and large ones greedily, followed by dropping each
// chosen field that the others make superfluous. Each greedy step is linear, and
// the number of steps is limited, so the whole is.
//
// Ties are broken by the place of the declaration, the later one first: who
// declares a back pointer declares it after what it leads back to. That order
// is the same from every translation unit.
//
//===----------------------------------------------------------------------===//

#include "analyze/BreakFields.h"
#include "analyze/FieldDirection.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Sequence.h"
#include <map>
#include <tuple>

using namespace llvm;

namespace ownership {

PatternField::PatternField(const Summary &S, const Edge &E)
    : Where(S.field(E.Holder, E.Field).Where),
      Name(S.Records[E.Holder].QualifiedName +
           "::" + S.field(E.Holder, E.Field).Name) {}

bool operator<(const PatternField &L, const PatternField &R) {
  // Later lines first: see above.
  return std::tie(L.Where.File, R.Where.Line, R.Where.Column, L.Name) <
         std::tie(R.Where.File, L.Where.Line, L.Where.Column, R.Name);
}

bool operator==(const PatternField &L, const PatternField &R) {
  return L.Where == R.Where && L.Name == R.Name;
}

static const Hop &hopOf(const Summary &S, const Edge &E) {
  return S.field(E.Holder, E.Field).Hops[E.Hop];
}

bool canBeWeak(const Summary &S, const Edge &E) {
  return E.IsShared && !hopOf(S, E).Weak.empty() &&
         S.field(E.Holder, E.Field).Fixed == FixedReason::None;
}

namespace {

constexpr unsigned MaxExactCandidates = 12;
/// In components up to this size the greedy search runs past the limit, so
/// that dropping superfluous fields can bring it back below.
constexpr unsigned MediumEdges = 4096, MediumSteps = 64;

struct Candidate {
  std::vector<unsigned> Edges;
  unsigned Cost = 0;
  /// Rank by place, which breaks ties.
  unsigned Rank = 0;
};

class Chooser {
public:
  /// Chooses among the edges of \p Breakable, so that none of them lies on a
  /// cycle any more. Edges of \p Gone are not there.
  Chooser(const Summary &S, const Component &C, std::vector<bool> Breakable,
          const std::vector<bool> &Gone)
      : S(S), C(C), Breakable(std::move(Breakable)), Gone(Gone) {
    for (const Edge &E : C.Edges)
      if (isContainer(hopOf(S, E)))
        ContainerPairs.insert({E.From, E.To});

    std::map<PatternField, Candidate> ByField;
    for (const auto &[I, E] : enumerate(C.Edges))
      if (this->Breakable[I] && !Gone[I]) {
        Candidate &Cand = ByField[PatternField(S, E)];
        Cand.Edges.push_back(I);
        Cand.Cost = std::max(Cand.Cost, cost(E));
      }
    for (auto &[Key, Cand] : ByField) {
      Cand.Rank = Candidates.size();
      Candidates.push_back(std::move(Cand));
    }
    sort(Candidates, [](const Candidate &L, const Candidate &R) {
      return std::tie(L.Cost, L.Rank) < std::tie(R.Cost, R.Rank);
    });
  }

  std::vector<BreakField> choose(unsigned Limit, bool &Complete) {
    std::vector<unsigned> Chosen = Candidates.size() <= MaxExactCandidates
                                       ? cheapestSet()
                                       : greedySet(C.Edges.size() <= MediumEdges
                                                       ? std::max(Limit, MediumSteps)
                                                       : Limit);
    if (Chosen.size() > Limit)
      Chosen.resize(Limit);
    Complete = !hasCycleWithout(Chosen);
    std::vector<BreakField> Result;
    for (unsigned I : Chosen)
      Result.push_back({Candidates[I].Edges});
    return Result;
  }

private:
  const Summary &S;
  const Component &C;
  std::vector<bool> Breakable;
  const std::vector<bool> &Gone;
  std::vector<Candidate> Candidates;
  /// Pairs of nodes where the first holds a container of the second.
  DenseSet<std::pair<unsigned, unsigned>> ContainerPairs;

  unsigned cost(const Edge &E) const {
    constexpr unsigned Usual = 10, Container = 15, WayBack = 4, Name = 3;
    unsigned Cost = Usual;
    if (isContainer(hopOf(S, E)))
      Cost += Container;
    else if (ContainerPairs.contains({E.To, E.From}))
      Cost -= WayBack;
    switch (directionOfName(S.field(E.Holder, E.Field).Name)) {
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

  /// The component of each node when the candidates of \p Removed are weak.
  std::vector<unsigned> componentsWithout(ArrayRef<unsigned> Removed,
                                          std::vector<bool> &IsLeft) const {
    IsLeft.assign(C.Edges.size(), true);
    for (unsigned I : Removed)
      for (unsigned E : Candidates[I].Edges)
        IsLeft[E] = false;
    std::vector<Edge> Left;
    for (const auto &[I, E] : enumerate(C.Edges)) {
      IsLeft[I] = IsLeft[I] && !Gone[I] && !C.IsLoneLoop[I];
      if (IsLeft[I])
        Left.push_back(E);
    }
    return components(C.Nodes.size(), Left);
  }

  bool hasCycleWithout(ArrayRef<unsigned> Removed) const {
    std::vector<bool> IsLeft;
    std::vector<unsigned> Comp = componentsWithout(Removed, IsLeft);
    return any_of(enumerate(C.Edges), [&](const auto &Indexed) {
      const Edge &E = Indexed.value();
      return IsLeft[Indexed.index()] && Breakable[Indexed.index()] &&
             Comp[E.From] == Comp[E.To];
    });
  }

  std::vector<unsigned> members(unsigned Set) const {
    std::vector<unsigned> Result;
    for (unsigned I = 0; I < Candidates.size(); ++I)
      if (Set & (1u << I))
        Result.push_back(I);
    return Result;
  }

  /// All subsets, cheapest wins. Among equals the first in the candidates'
  /// order, because subsets of the front come first.
  std::vector<unsigned> cheapestSet() const {
    unsigned BestCost = ~0u;
    std::vector<unsigned> Best;
    for (unsigned Set = 0; Set < (1u << Candidates.size()); ++Set) {
      unsigned Cost = 0;
      for (unsigned I = 0; I < Candidates.size(); ++I)
        if (Set & (1u << I))
          Cost += Candidates[I].Cost;
      if (Cost >= BestCost)
        continue;
      std::vector<unsigned> Chosen = members(Set);
      if (hasCycleWithout(Chosen))
        continue;
      BestCost = Cost;
      Best = std::move(Chosen);
    }
    return Best;
  }

  /// The cheapest field that still lies on a cycle, again and again.
  std::vector<unsigned> greedySet(unsigned Steps) const {
    std::vector<unsigned> Chosen;
    std::vector<bool> IsChosen(Candidates.size(), false);
    while (Chosen.size() < Steps) {
      std::vector<bool> IsLeft;
      std::vector<unsigned> Comp = componentsWithout(Chosen, IsLeft);
      auto LiesOnCycle = [&](unsigned I) {
        return !IsChosen[I] && any_of(Candidates[I].Edges, [&](unsigned E) {
                 return Comp[C.Edges[E].From] == Comp[C.Edges[E].To];
               });
      };
      auto Next = find_if(seq<unsigned>(0, Candidates.size()), LiesOnCycle);
      if (Next == seq<unsigned>(0, Candidates.size()).end())
        break;
      IsChosen[*Next] = true;
      Chosen.push_back(*Next);
    }
    if (hasCycleWithout(Chosen))
      return Chosen;
    // The dearest first: it should stay only if it must.
    for (unsigned I = Chosen.size(); I-- > 0;) {
      std::vector<unsigned> Fewer = Chosen;
      Fewer.erase(Fewer.begin() + I);
      if (!hasCycleWithout(Fewer))
        Chosen = std::move(Fewer);
    }
    return Chosen;
  }
};

} // namespace

std::vector<BreakField> chooseBreakFields(const Summary &S, const Component &C,
                                          unsigned Limit, bool &Complete) {
  std::vector<bool> CanBeWeak(C.Edges.size()), IsShared(C.Edges.size());
  for (const auto &[I, E] : enumerate(C.Edges)) {
    IsShared[I] = E.IsShared && !C.IsLoneLoop[I];
    CanBeWeak[I] = IsShared[I] && canBeWeak(S, E);
  }
  std::vector<bool> Gone(C.Edges.size(), false);
  std::vector<BreakField> Result =
      Chooser(S, C, CanBeWeak, Gone).choose(Limit, Complete);
  if (!Complete || CanBeWeak == IsShared)
    return Result;

  for (const BreakField &B : Result)
    for (unsigned E : B.Edges)
      Gone[E] = true;
  append_range(Result, Chooser(S, C, IsShared, Gone)
                           .choose(Limit - Result.size(), Complete));
  return Result;
}

} // namespace ownership
