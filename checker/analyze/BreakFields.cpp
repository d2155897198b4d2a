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
// chosen field that the others make superfluous. Each greedy step is linear,
// and the number of steps is limited, so the whole is.
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

/// Beyond this many edges from base to derived classes in one component, the
/// rest count as lone loops.
static constexpr unsigned MaxLoneLoopSearches = 64;

PatternField::PatternField(const Summary &S, RecordIndex R, unsigned Field)
    : Where(S.field(R, Field).Where),
      Name(S.Records[R].QualifiedName + "::" + S.field(R, Field).Name) {}

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
  return E.IsShared && S.field(E.Holder, E.Field).canBeWeak(hopOf(S, E));
}

//===----------------------------------------------------------------------===//
// Component
//===----------------------------------------------------------------------===//
//
// A cycle is told by the fields on it. An edge from a class to itself is a lone
// loop for good. An edge from a base class to a derived one is a lone loop too,
// by way of the derived object's base; but it may also lie on a cycle through
// other fields: Component -parent-> Composite -children-> Component. Such a
// cycle comes back to the base without using that the derived object has one.

void Component::finish() {
  SubobjectEdges.assign(Nodes.size(), {});
  for (const auto &[I, E] : enumerate(Edges))
    if (E.IsSubobject)
      SubobjectEdges[E.From].push_back(I);
  LoneLoops.assign(Edges.size(), false);
  std::vector<unsigned> Path;
  for (const auto &[I, E] : enumerate(Edges))
    LoneLoops[I] = !E.IsSubobject && subobjectPath(E.To, E.From, Path);
  Out = std::make_unique<OutEdges>(Nodes.size(), Edges);
}

bool Component::subobjectPath(unsigned Derived, unsigned Base,
                              std::vector<unsigned> &Path) const {
  SmallVector<unsigned, 8> Reached{Derived};
  SmallDenseMap<unsigned, unsigned, 8> Via;
  for (unsigned I = 0; I < Reached.size() && Reached[I] != Base; ++I)
    for (unsigned E : SubobjectEdges[Reached[I]])
      if (Via.try_emplace(Edges[E].To, E).second)
        Reached.push_back(Edges[E].To);
  Path.clear();
  if (Derived != Base && !Via.count(Base))
    return false;
  for (unsigned N = Base; N != Derived; N = Edges[Via[N]].From)
    Path.push_back(Via[N]);
  std::reverse(Path.begin(), Path.end());
  return true;
}

/// \p E is a subobject edge by which the lone loop \p Start comes back to its
/// own holder.
bool Component::leadsToItself(unsigned Start, unsigned E) const {
  std::vector<unsigned> Path;
  return Edges[E].IsSubobject && Edges[E].From == Edges[Start].To &&
         subobjectPath(Edges[E].To, Edges[Start].From, Path);
}

bool Component::shortestCycle(unsigned Start,
                              function_ref<bool(unsigned)> Allowed,
                              std::vector<unsigned> &Walk) const {
  const Edge &E = Edges[Start];
  if (E.From == E.To)
    return false;
  auto Good = [&](unsigned I) {
    return Edges[I].From != Edges[I].To && !Edges[I].IsAccepted && Allowed(I) &&
           !(LoneLoops[Start] && leadsToItself(Start, I));
  };
  if (!shortestPath(Edges, *Out, Nodes.size(), E.To, E.From, Good, Walk))
    return false;
  Walk.insert(Walk.begin(), Start);
  return true;
}

std::vector<bool> Component::onCycles(const std::vector<bool> &IsThere) const {
  std::vector<Edge> Left;
  for (const auto &[I, E] : enumerate(Edges))
    if (IsThere[I] && E.From != E.To && !E.IsAccepted)
      Left.push_back(E);
  std::vector<unsigned> Comp = components(Nodes.size(), Left);
  std::vector<bool> Result(Edges.size(), false);
  // Each lone loop takes a search, so a limited number of them.
  unsigned Searches = 0;
  std::vector<unsigned> Walk;
  for (const auto &[I, E] : enumerate(Edges)) {
    if (!IsThere[I] || E.From == E.To || E.IsAccepted ||
        Comp[E.From] != Comp[E.To])
      continue;
    Result[I] =
        !LoneLoops[I] ||
        (Searches++ < MaxLoneLoopSearches &&
         shortestCycle(I, [&](unsigned J) { return IsThere[J]; }, Walk));
  }
  return Result;
}

//===----------------------------------------------------------------------===//
// The choice
//===----------------------------------------------------------------------===//

namespace {

constexpr unsigned MaxExactCandidates = 12, MaxExactEdges = 200;
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
    bool IsSmall = Candidates.size() <= MaxExactCandidates &&
                   C.Edges.size() <= MaxExactEdges;
    std::vector<unsigned> Chosen =
        IsSmall ? cheapestSet()
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
    constexpr unsigned Usual = 20, Container = 30, WayBack = 8, Name = 6,
                       ClassName = 1;
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
      // `std::shared_ptr<Parent> p`. Other words than these name classes of any
      // side.
      if (StringRef Class = S.Records[hopOf(S, E).Target].Pattern;
          Class.contains_insensitive("parent") ||
          Class.contains_insensitive("owner"))
        Cost -= ClassName;
      else if (Class.contains_insensitive("child"))
        Cost += ClassName;
      break;
    }
    return Cost;
  }

  /// Per edge: it lies on a cycle when the candidates of \p Removed are weak.
  std::vector<bool> onCyclesWithout(ArrayRef<unsigned> Removed) const {
    std::vector<bool> IsThere(C.Edges.size());
    for (size_t I = 0; I < IsThere.size(); ++I)
      IsThere[I] = !Gone[I];
    for (unsigned I : Removed)
      for (unsigned E : Candidates[I].Edges)
        IsThere[E] = false;
    return C.onCycles(IsThere);
  }

  bool hasCycleWithout(ArrayRef<unsigned> Removed) const {
    std::vector<bool> OnCycle = onCyclesWithout(Removed);
    for (size_t I = 0; I < OnCycle.size(); ++I)
      if (OnCycle[I] && Breakable[I])
        return true;
    return false;
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
      std::vector<bool> OnCycle = onCyclesWithout(Chosen);
      auto LiesOnCycle = [&](unsigned I) {
        return !IsChosen[I] && any_of(Candidates[I].Edges,
                                      [&](unsigned E) { return OnCycle[E]; });
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
    IsShared[I] = E.IsShared && E.From != E.To && !E.IsAccepted;
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
  append_range(
      Result,
      Chooser(S, C, IsShared, Gone).choose(Limit - Result.size(), Complete));
  return Result;
}

} // namespace ownership
