//===- Cycles.cpp - From a summary to findings ----------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A cycle is a closed walk of hops with a shared hop. Each component of the
// graph has endlessly many; a reader wants to know which fields to change. So
// the unit of report is the field to break, and a cycle is only its witness.
//
// Lone loops are set apart first. A class that holds its own kind through one
// field (a list's `next`, a tree's `children`) is a cycle for the types but
// rarely for the objects. Two such fields that run in opposite directions
// (`parent` and `children`) are a real one, and it is enough to weaken the one
// that leads back: the other must own, so it is not reported for itself.
//
//===----------------------------------------------------------------------===//

#include "analyze/Cycles.h"
#include "analyze/BreakFields.h"
#include "analyze/FieldDirection.h"
#include "analyze/Graph.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include <array>
#include <map>
#include <set>
#include <tuple>

using namespace llvm;

namespace ownership {

StringRef toString(Verdict V) {
  switch (V) {
  case Verdict::Possible:
    return "possible";
  case Verdict::Likely:
    return "likely";
  case Verdict::Confirmed:
    return "confirmed";
  }
  return "";
}

namespace {

/// All hops of the summary that count, between record indices.
std::vector<Edge> ownershipEdges(const Summary &S,
                                 const AnalyzeOptions &Options) {
  std::vector<Edge> Edges;
  for (const auto &[R, Rec] : enumerate(S.Records)) {
    if (Options.IgnoredRecords &&
        Options.IgnoredRecords->match(Rec.QualifiedName))
      continue;
    for (const auto &[F, Field] : enumerate(Rec.Fields)) {
      if (Field.Suppressed ||
          (Options.IgnoredFields &&
           Options.IgnoredFields->match(Rec.QualifiedName + "::" + Field.Name)))
        continue;
      for (const auto &[H, Hop] : enumerate(Field.Hops)) {
        Edge E;
        E.From = E.Holder = R;
        E.To = Hop.Target;
        E.Field = F;
        E.Hop = H;
        E.IsShared = Hop.Kind == OwnerKind::Shared;
        E.IsSubobject = Field.IsBase && Hop.Steps.empty();
        Edges.push_back(E);
      }
    }
  }
  return Edges;
}

/// The components with a shared hop inside, each renumbered and in an order
/// of its own.
std::vector<Component> cyclicComponents(const Summary &S,
                                        std::vector<Edge> Edges) {
  std::vector<unsigned> Comp = components(S.Records.size(), Edges);
  DenseSet<unsigned> WithShared;
  for (const Edge &E : Edges)
    if (E.IsShared && Comp[E.From] == Comp[E.To])
      WithShared.insert(Comp[E.From]);
  if (WithShared.empty())
    return {};

  DenseMap<unsigned, Component> ById;
  for (RecordIndex R = 0; R < S.Records.size(); ++R)
    if (WithShared.contains(Comp[R]))
      ById[Comp[R]].Nodes.push_back(R);
  for (const Edge &E : Edges)
    if (Comp[E.From] == Comp[E.To] && WithShared.contains(Comp[E.From]))
      ById[Comp[E.From]].Edges.push_back(E);

  std::vector<Component> Result;
  for (auto &[Id, C] : ById) {
    sort(C.Nodes, [&](RecordIndex L, RecordIndex R) {
      return S.Records[L].Id < S.Records[R].Id;
    });
    DenseMap<RecordIndex, unsigned> NodeOf;
    for (const auto &[N, R] : enumerate(C.Nodes))
      NodeOf[R] = N;
    for (Edge &E : C.Edges) {
      E.From = NodeOf[E.From];
      E.To = NodeOf[E.To];
    }
    sort(C.Edges, [&](const Edge &L, const Edge &R) {
      const OwningField &LF = S.field(L.Holder, L.Field);
      const OwningField &RF = S.field(R.Holder, R.Field);
      return std::tie(L.From, LF.Where, LF.Name, L.To, L.Hop) <
             std::tie(R.From, RF.Where, RF.Name, R.To, R.Hop);
    });
    Result.push_back(std::move(C));
  }
  return Result;
}

/// Finds the findings of one component.
class ComponentAnalysis {
public:
  ComponentAnalysis(const Summary &S, Component &C)
      : S(S), C(C), Out(C.Nodes.size(), C.Edges) {
    markLoneLoops();
  }

  std::vector<Finding> run() {
    bool Complete = true;
    std::vector<BreakField> Breaks =
        chooseBreakFields(S, C, MaxFindingsPerComponent, Complete);
    std::vector<bool> IsBroken(C.Edges.size(), false);
    for (const BreakField &B : Breaks)
      for (unsigned E : B.Edges)
        IsBroken[E] = true;

    for (const BreakField &B : Breaks) {
      Finding F;
      std::set<RecordIndex> Seen;
      for (unsigned E : B.Edges) {
        std::vector<unsigned> Walk;
        if (Seen.count(C.Edges[E].Holder) ||
            !shortestCycle(E, IsBroken, Walk))
          continue;
        Seen.insert(C.Edges[E].Holder);
        addCycle(F, Walk);
      }
      add(std::move(F));
    }
    runLoneLoops(Breaks);

    if (Findings.size() > MaxFindingsPerComponent) {
      Findings.resize(MaxFindingsPerComponent);
      Complete = false;
    }
    if (!Complete && !Findings.empty())
      Findings.back().MoreInComponent = true;
    return std::move(Findings);
  }

private:
  const Summary &S;
  Component &C;
  OutEdges Out;
  std::vector<SmallVector<unsigned, 1>> SubobjectEdges;
  std::vector<Finding> Findings;

  /// The path from \p Derived to its subobject \p Base, which may be itself.
  /// Looks at base classes only, so it is cheap in a component of any size.
  bool subobjectPath(unsigned Derived, unsigned Base,
                     std::vector<unsigned> &Path) const {
    SmallVector<unsigned, 8> Reached{Derived};
    SmallDenseMap<unsigned, unsigned, 8> Via;
    for (unsigned I = 0; I < Reached.size() && Reached[I] != Base; ++I)
      for (unsigned E : SubobjectEdges[Reached[I]])
        if (Via.try_emplace(C.Edges[E].To, E).second)
          Reached.push_back(C.Edges[E].To);
    Path.clear();
    if (Derived != Base && !Via.count(Base))
      return false;
    for (unsigned N = Base; N != Derived; N = C.Edges[Via[N]].From)
      Path.push_back(Via[N]);
    std::reverse(Path.begin(), Path.end());
    return true;
  }

  void markLoneLoops() {
    SubobjectEdges.resize(C.Nodes.size());
    for (const auto &[I, E] : enumerate(C.Edges))
      if (E.IsSubobject)
        SubobjectEdges[E.From].push_back(I);
    C.IsLoneLoop.assign(C.Edges.size(), false);
    std::vector<unsigned> Path;
    for (const auto &[I, E] : enumerate(C.Edges))
      C.IsLoneLoop[I] = !E.IsSubobject && subobjectPath(E.To, E.From, Path);
  }

  /// A shortest closed walk that starts with edge \p Start. It avoids the
  /// other fields to break, so that each finding explains itself; the set is
  /// minimal, so such a walk exists unless the set was cut short.
  bool shortestCycle(unsigned Start, const std::vector<bool> &IsBroken,
                     std::vector<unsigned> &Walk) const {
    const Edge &E = C.Edges[Start];
    auto Find = [&](function_ref<bool(unsigned)> Allowed) {
      return shortestPath(C.Edges, Out, C.Nodes.size(), E.To, E.From, Allowed,
                          Walk);
    };
    if (!Find([&](unsigned I) { return !IsBroken[I]; }) &&
        !Find([](unsigned) { return true; }))
      return false;
    Walk.insert(Walk.begin(), Start);
    return true;
  }

  /// Turns a closed walk over edges into a witness, in which an object's
  /// subobjects are the object itself.
  void addCycle(Finding &F, ArrayRef<unsigned> Walk) const {
    Witness W;
    for (unsigned I : Walk) {
      const Edge &E = C.Edges[I];
      if (E.IsSubobject)
        continue;
      WitnessHop H;
      H.Object = W.empty() ? 0 : targetOf(W.back());
      H.Holder = E.Holder;
      H.Field = E.Field;
      H.Hop = E.Hop;
      W.push_back(H);
    }
    W.front().Object = targetOf(W.back());
    F.Cycles.push_back(std::move(W));
  }

  RecordIndex targetOf(const WitnessHop &H) const {
    return S.field(H.Holder, H.Field).Hops[H.Hop].Target;
  }

  /// The cycle's hops from its least one on, the same for each rotation.
  static std::vector<std::array<unsigned, 3>> rotationless(const Witness &W) {
    std::vector<std::array<unsigned, 3>> Hops;
    for (const WitnessHop &H : W)
      Hops.push_back({H.Holder, H.Field, H.Hop});
    std::rotate(Hops.begin(), min_element(Hops), Hops.end());
    return Hops;
  }

  /// Completes a finding whose cycles are known.
  void add(Finding F) {
    if (F.Cycles.empty())
      return;
    sort(F.Cycles, [&](const Witness &L, const Witness &R) {
      return S.Records[L.front().Object].Id < S.Records[R.front().Object].Id;
    });
    // Instantiations of one pattern field may lie on one cycle together.
    std::set<std::vector<std::array<unsigned, 3>>> Seen;
    erase_if(F.Cycles, [&](const Witness &W) {
      return !Seen.insert(rotationless(W)).second;
    });
    F.ComponentRecords = C.Nodes.size();
    F.ComponentFields = count_if(C.Edges, [](const Edge &E) {
      return !E.IsSubobject;
    });
    // Two fields can point at each other's objects; one alone only closes on
    // an object of its own class.
    F.Level = F.Cycles.front().size() > 1 ? Verdict::Likely : Verdict::Possible;
    placeAtField(F);
    Findings.push_back(std::move(F));
  }

  bool canBeWeak(const WitnessHop &H) const {
    const OwningField &Field = S.field(H.Holder, H.Field);
    return Field.Fixed == FixedReason::None && !Field.Hops[H.Hop].Weak.empty();
  }

  /// Decides where the finding is reported. A field in a system header is no
  /// place for it: nobody would see it there.
  void placeAtField(Finding &F) const {
    Witness &W = F.Cycles.front();
    F.CanBeWeak = canBeWeak(W.front());
    if (!F.CanBeWeak) {
      auto InUserCode = [&](const WitnessHop &H) {
        return S.field(H.Holder, H.Field).Fixed != FixedReason::SystemHeader;
      };
      auto It = find_if(W, InUserCode);
      if (It != W.end())
        std::rotate(W.begin(), It, W.end());
    }
    F.Field = {W.front().Holder, W.front().Field};
  }

  //===--------------------------------------------------------------------===//
  // Lone loops
  //===--------------------------------------------------------------------===//

  FieldDirection direction(unsigned I) const {
    const OwningField &F = S.field(C.Edges[I].Holder, C.Edges[I].Field);
    return directionOf(F, F.Hops[C.Edges[I].Hop]);
  }

  bool isMany(unsigned I) const {
    const OwningField &F = S.field(C.Edges[I].Holder, C.Edges[I].Field);
    return isContainer(F.Hops[C.Edges[I].Hop]);
  }

  /// \p Back leads the other way from \p Forth, so that the two close a cycle.
  bool areOpposite(unsigned Back, unsigned Forth) const {
    FieldDirection B = direction(Back), F = direction(Forth);
    if (B == FieldDirection::Up)
      return F != FieldDirection::Up;
    return B == FieldDirection::Unknown && F == FieldDirection::Down &&
           isMany(Forth);
  }

  /// The closed walk over two lone loops, if an object can have both fields.
  bool closeLoops(unsigned Back, unsigned Forth,
                  std::vector<unsigned> &Walk) const {
    std::vector<unsigned> ToForth, ToBack;
    const Edge &B = C.Edges[Back], &F = C.Edges[Forth];
    if (!subobjectPath(B.To, F.From, ToForth) ||
        !subobjectPath(F.To, B.From, ToBack))
      return false;
    Walk.assign(1, Back);
    append_range(Walk, ToForth);
    Walk.push_back(Forth);
    append_range(Walk, ToBack);
    return true;
  }

  void runLoneLoops(ArrayRef<BreakField> Breaks) {
    std::set<PatternField> Broken;
    for (const BreakField &B : Breaks)
      Broken.insert(PatternField(S, C.Edges[B.Edges.front()]));

    std::map<PatternField, std::vector<unsigned>> Loops;
    for (const auto &[I, E] : enumerate(C.Edges))
      if (C.IsLoneLoop[I] && !Broken.count(PatternField(S, E)))
        Loops[PatternField(S, E)].push_back(I);

    // First the pairs. What a pair leaves strong is needed as the owner.
    std::set<PatternField> Settled;
    for (const auto &[Field, Edges] : Loops) {
      if (!C.Edges[Edges.front()].IsShared || Settled.count(Field))
        continue;
      Finding F;
      for (unsigned Back : Edges)
        for (const auto &[Other, OtherEdges] : Loops) {
          if (Other == Field)
            continue;
          std::vector<unsigned> Walk;
          auto Forth = find_if(OtherEdges, [&](unsigned I) {
            return areOpposite(Back, I) && closeLoops(Back, I, Walk);
          });
          if (Forth == OtherEdges.end())
            continue;
          Settled.insert(Other);
          if (F.Cycles.empty() ||
              F.Cycles.back().front().Holder != C.Edges[Back].Holder)
            addCycle(F, Walk);
        }
      if (F.Cycles.empty())
        continue;
      Settled.insert(Field);
      add(std::move(F));
    }

    for (const auto &[Field, Edges] : Loops) {
      if (Settled.count(Field))
        continue;
      Finding F;
      for (unsigned I : Edges) {
        std::vector<unsigned> Walk;
        if (C.Edges[I].IsShared &&
            subobjectPath(C.Edges[I].To, C.Edges[I].From, Walk)) {
          Walk.insert(Walk.begin(), I);
          addCycle(F, Walk);
        }
      }
      add(std::move(F));
    }
  }
};

/// Findings for one declaration in the source become one: the component of
/// `Node<int>` and that of `Node<char>` share the line to edit.
std::vector<Finding> mergeByPattern(const Summary &S,
                                    std::vector<Finding> Findings) {
  std::map<std::tuple<Place, std::string>, Finding> ByPattern;
  for (Finding &F : Findings) {
    const OwningField &Field = S.field(F.Field.Record, F.Field.Field);
    auto [It, IsNew] = ByPattern.try_emplace(
        {Field.Where,
         S.Records[F.Field.Record].QualifiedName + "::" + Field.Name},
        F);
    if (IsNew)
      continue;
    Finding &Merged = It->second;
    append_range(Merged.Cycles, F.Cycles);
    Merged.Level = std::max(Merged.Level, F.Level);
    Merged.MoreInComponent |= F.MoreInComponent;
    if (F.ComponentRecords > Merged.ComponentRecords) {
      Merged.ComponentRecords = F.ComponentRecords;
      Merged.ComponentFields = F.ComponentFields;
    }
  }
  std::vector<Finding> Result;
  for (auto &[Key, F] : ByPattern) {
    // The longest story first would bury the clearest: shortest first, but
    // a pair before a lone loop.
    sort(F.Cycles, [&](const Witness &L, const Witness &R) {
      auto Rank = [&](const Witness &W) {
        return std::make_tuple(W.size() == 1, W.size(),
                               StringRef(S.Records[W.front().Object].Id));
      };
      return Rank(L) < Rank(R);
    });
    F.Field = {F.Cycles.front().front().Holder, F.Cycles.front().front().Field};
    Result.push_back(std::move(F));
  }
  return Result;
}

} // namespace

std::vector<Finding> findCycles(const Summary &S,
                                const AnalyzeOptions &Options) {
  std::vector<Finding> Findings;
  for (Component &C : cyclicComponents(S, ownershipEdges(S, Options)))
    append_range(Findings, ComponentAnalysis(S, C).run());
  Findings = mergeByPattern(S, std::move(Findings));
  erase_if(Findings,
           [&](const Finding &F) { return F.Level < Options.Minimum; });
  return Findings;
}

} // namespace ownership
