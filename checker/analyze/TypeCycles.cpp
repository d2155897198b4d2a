//===- TypeCycles.cpp - What types alone say of cycles --------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Lone loops are set apart first. A class that holds its own kind through one
// field (a list's `next`, a tree's `children`) is a cycle for the types but
// rarely for the objects. Two such fields that run in opposite directions
// (`parent` and `children`) are a real one, and it is enough to weaken the one
// that leads back: the other must own, so it is not reported for itself.
//
//===----------------------------------------------------------------------===//

#include "analyze/TypeCycles.h"
#include "analyze/FieldDirection.h"
#include "analyze/Witnesses.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include <array>
#include <map>
#include <set>
#include <tuple>

using namespace llvm;

namespace ownership {
namespace {

/// Finds the findings of one component.
class ComponentAnalysis {
public:
  ComponentAnalysis(const Summary &S, const Component &C,
                    function_ref<Verdict(const Witness &)> LevelOf)
      : S(S), C(C), LevelOf(LevelOf) {
    std::set<std::pair<RecordIndex, unsigned>> Fields;
    for (const Edge &E : C.Edges)
      if (!E.IsSubobject && !E.IsAccepted)
        Fields.insert({E.Holder, E.Field});
    NumFields = Fields.size();
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
      // One witness per instantiation: the shortest through any of its hops.
      std::map<RecordIndex, Witness> Shortest;
      DenseSet<unsigned> Walked;
      constexpr unsigned MaxTriesPerField = 64;
      unsigned Tries = 0;
      std::set<RecordIndex> Untold;
      for (unsigned E : B.Edges) {
        std::vector<unsigned> Walk;
        // A cycle through several instantiations is one cycle, not several.
        if (Walked.contains(E))
          continue;
        // A field may hold hundreds of classes; a cycle of two is short enough.
        auto Known = Shortest.find(C.Edges[E].Holder);
        if (Known != Shortest.end() &&
            (Known->second.size() <= 2 || ++Tries > MaxTriesPerField))
          continue;
        if (Shortest.size() == MaxWitnessesPerField) {
          Untold.insert(C.Edges[E].Holder);
          continue;
        }
        if (!shortestCycle(E, IsBroken, Walk))
          continue;
        Walked.insert(Walk.begin(), Walk.end());
        Witness W = witness(Walk);
        auto [It, IsNew] = Shortest.try_emplace(C.Edges[E].Holder, W);
        if (!IsNew && W.size() < It->second.size())
          It->second = std::move(W);
      }
      std::vector<Witness> Cycles;
      for (auto &[Holder, W] : Shortest)
        Cycles.push_back(std::move(W));
      add(std::move(Cycles));
      if (!Findings.empty())
        Findings.back().MoreInstantiations = Untold.size();
    }
    runLoneLoops(Breaks);

    if (Findings.size() > MaxFindingsPerComponent) {
      Findings.resize(MaxFindingsPerComponent);
      Complete = false;
    }
    if (!Complete && !Findings.empty())
      std::max_element(Findings.begin(), Findings.end(),
                       [&](const Finding &L, const Finding &R) {
                         return placeOf(L) < placeOf(R);
                       })
          ->MoreInComponent = true;
    return std::move(Findings);
  }

private:
  const Summary &S;
  const Component &C;
  function_ref<Verdict(const Witness &)> LevelOf;
  unsigned NumFields = 0;
  std::vector<Finding> Findings;

  /// A shortest closed walk that starts with edge \p Start. It avoids the
  /// other fields to break, so that each finding explains itself; the set is
  /// minimal, so such a walk exists unless the set was cut short. A field that
  /// cannot be weak is only chosen for a cycle without one that can.
  bool shortestCycle(unsigned Start, const std::vector<bool> &IsBroken,
                     std::vector<unsigned> &Walk) const {
    bool IsBreakable = canBeWeak(S, C.Edges[Start]);
    auto Explains = [&](unsigned I) {
      return !IsBroken[I] && (IsBreakable || !canBeWeak(S, C.Edges[I]));
    };
    return C.shortestCycle(Start, Explains, Walk) ||
           (IsBreakable &&
            C.shortestCycle(Start, [](unsigned) { return true; }, Walk));
  }

  /// Turns a closed walk over edges into a witness, in which an object's
  /// subobjects are the object itself.
  Witness witness(ArrayRef<unsigned> Walk) const {
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
    return W;
  }

  const Place &placeOf(const Finding &F) const {
    return S.field(F.Field.Record, F.Field.Field).Where;
  }

  RecordIndex targetOf(const WitnessHop &H) const {
    return S.field(H.Holder, H.Field).Hops[H.Hop].Target;
  }

  /// Adds the finding for \p Cycles, which all start with the field to break.
  void add(std::vector<Witness> Cycles) {
    if (Cycles.empty())
      return;
    // Instantiations of one pattern field may lie on one cycle together. Then
    // it starts with the first of them, and is told once.
    for (Witness &W : Cycles) {
      const OwningField &Field = S.field(W.front().Holder, W.front().Field);
      auto First = W.begin();
      for (auto It = W.begin(); It != W.end(); ++It) {
        const OwningField &Other = S.field(It->Holder, It->Field);
        if (Other.Where == Field.Where && Other.Name == Field.Name &&
            std::tie(S.Records[It->Object].Id, S.Records[It->Holder].Id) <
                std::tie(S.Records[First->Object].Id,
                         S.Records[First->Holder].Id))
          First = It;
      }
      std::rotate(W.begin(), First, W.end());
    }
    sort(Cycles,
         [&](const Witness &L, const Witness &R) { return precedes(S, L, R); });
    std::set<std::vector<std::array<unsigned, 3>>> Seen;
    erase_if(Cycles, [&](const Witness &W) {
      return !Seen.insert(rotationless(W)).second;
    });
    if (canBeWeak(S, Cycles.front().front()))
      return addAtFirstHop(std::move(Cycles));
    // Each instantiation leads to its own place in the user's code.
    for (Witness &W : Cycles) {
      auto InUserCode = [&](const WitnessHop &H) {
        return S.field(H.Holder, H.Field).Fixed != FixedReason::SystemHeader;
      };
      // A finding in a system header would be seen by nobody.
      auto It = find_if(W, InUserCode);
      if (It != W.end())
        std::rotate(W.begin(), It, W.end());
      addAtFirstHop({std::move(W)});
    }
  }

  void addAtFirstHop(std::vector<Witness> Cycles) {
    Finding F;
    F.Cycles = std::move(Cycles);
    const Witness &W = F.Cycles.front();
    F.CanBeWeak = canBeWeak(S, W.front());
    F.Field = {W.front().Holder, W.front().Field};
    F.Level = LevelOf(W);
    F.ComponentRecords = C.Nodes.size();
    F.ComponentFields = NumFields;
    Findings.push_back(std::move(F));
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
    if (!C.subobjectPath(B.To, F.From, ToForth) ||
        !C.subobjectPath(F.To, B.From, ToBack))
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
      if (C.isLoneLoop(I) && !Broken.count(PatternField(S, E)))
        Loops[PatternField(S, E)].push_back(I);

    // First the pairs: which fields lead back, and from what.
    std::map<PatternField, std::vector<PatternField>> WaysForth;
    for (const auto &[Field, Edges] : Loops)
      for (const auto &[Other, OtherEdges] : Loops)
        if (!(Other == Field) && formPair(Edges, OtherEdges))
          WaysForth[Field].push_back(Other);

    // What a pair leaves strong is needed as the owner, unless it leads back
    // from a third field itself.
    std::set<PatternField> Settled;
    for (const auto &[Back, Others] : WaysForth) {
      Settled.insert(Back);
      for (const PatternField &Forth : Others)
        Settled.insert(Forth);
    }
    auto IsAccepted = [&](const PatternField &F) {
      return all_of(Loops[F],
                    [&](unsigned E) { return C.Edges[E].IsAccepted; });
    };
    for (auto &[Back, Others] : WaysForth) {
      // Who accepts a hop accepts the pair.
      erase_if(Others, IsAccepted);
      if (Others.empty() || IsAccepted(Back))
        continue;
      // Where the way back must stay strong, each way forth must change.
      if (none_of(Loops[Back],
                  [&](unsigned E) { return canBeWeak(S, C.Edges[E]); })) {
        for (const PatternField &Forth : Others)
          addPair(Loops[Back], Loops[Forth]);
        continue;
      }
      // The clearest witness ends in a field that only leads forth.
      auto Forth = find_if(
          Others, [&](const PatternField &F) { return !WaysForth.count(F); });
      addPair(Loops[Back],
              Loops[Forth == Others.end() ? Others.front() : *Forth]);
    }

    for (const auto &[Field, Edges] : Loops) {
      if (Settled.count(Field))
        continue;
      std::vector<Witness> Cycles;
      for (unsigned I : Edges) {
        std::vector<unsigned> Walk;
        if (C.Edges[I].IsShared && !C.Edges[I].IsAccepted &&
            C.subobjectPath(C.Edges[I].To, C.Edges[I].From, Walk)) {
          Walk.insert(Walk.begin(), I);
          Cycles.push_back(witness(Walk));
        }
      }
      add(std::move(Cycles));
    }
  }

  /// Some object has a field of \p Back and one of \p Forth, which lead in
  /// opposite directions, and one of them is shared.
  bool formPair(ArrayRef<unsigned> Back, ArrayRef<unsigned> Forth) const {
    std::vector<unsigned> Walk;
    return any_of(Back, [&](unsigned B) {
      return any_of(Forth, [&](unsigned F) {
        return (C.Edges[B].IsShared || C.Edges[F].IsShared ||
                C.Edges[B].IsAccepted || C.Edges[F].IsAccepted) &&
               areOpposite(B, F) && closeLoops(B, F, Walk);
      });
    });
  }

  /// The finding for a pair is at the field that leads back; if that cannot be
  /// weak, at the other.
  void addPair(ArrayRef<unsigned> Back, ArrayRef<unsigned> Forth) {
    auto CanBeWeak = [&](unsigned E) { return canBeWeak(S, C.Edges[E]); };
    bool TurnAround = none_of(Back, CanBeWeak) && any_of(Forth, CanBeWeak);
    bool AnyWeak = TurnAround || any_of(Back, CanBeWeak);
    std::map<RecordIndex, Witness> ByHolder;
    for (unsigned B : Back)
      for (unsigned F : Forth) {
        std::vector<unsigned> Walk;
        if ((!AnyWeak || CanBeWeak(TurnAround ? F : B)) &&
            (C.Edges[B].IsShared || C.Edges[F].IsShared) && areOpposite(B, F) &&
            (TurnAround ? closeLoops(F, B, Walk) : closeLoops(B, F, Walk)))
          ByHolder.try_emplace(C.Edges[Walk.front()].Holder, witness(Walk));
      }
    std::vector<Witness> Cycles;
    for (auto &[Holder, W] : ByHolder)
      Cycles.push_back(std::move(W));
    add(std::move(Cycles));
  }
};

} // namespace

std::vector<Finding>
findTypeCycles(const Summary &S, const Component &C,
               function_ref<Verdict(const Witness &)> LevelOf) {
  return ComponentAnalysis(S, C, LevelOf).run();
}

} // namespace ownership
