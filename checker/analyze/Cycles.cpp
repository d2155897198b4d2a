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
#include "analyze/BreakCycles.h"
#include "analyze/BreakFields.h"
#include "analyze/FieldDirection.h"
#include "analyze/Graph.h"
#include "analyze/ObjectFlow.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include <array>
#include <map>
#include <set>
#include <tuple>

using namespace llvm;

namespace ownership {

namespace {

/// So often fields are made weak to see what is left.
constexpr unsigned MaxRounds = 4;

/// The fields whose hops the user has accepted, or that are dealt with.
class Acceptance {
public:
  Acceptance(const Summary &S, const AnalyzeOptions &Options) : S(S) {
    for (const auto &[R, Rec] : enumerate(S.Records)) {
      bool IsIgnored = Options.IgnoredRecords &&
                       Options.IgnoredRecords->match(Rec.QualifiedName);
      for (const auto &[F, Field] : enumerate(Rec.Fields))
        if (IsIgnored || Field.Suppressed ||
            (Options.IgnoredFields &&
             Options.IgnoredFields->match(Rec.QualifiedName +
                                          "::" + Field.Name)))
          Fields.insert({unsigned(R), unsigned(F)});
    }
  }
  bool contains(FieldRef Ref) const {
    return Fields.contains({Ref.Record, Ref.Field}) ||
           (!Patterns.empty() &&
            Patterns.count(PatternField(S, Ref.Record, Ref.Field)));
  }
  void add(const PatternField &F) { Patterns.insert(F); }

private:
  const Summary &S;
  DenseSet<std::pair<RecordIndex, unsigned>> Fields;
  std::set<PatternField> Patterns;
};

/// All hops of the summary that count, between record indices.
std::vector<Edge> ownershipEdges(const Summary &S, const Acceptance &Accepted,
                                 function_ref<bool(FieldRef)> Counts) {
  std::vector<Edge> Edges;
  for (const auto &[R, Rec] : enumerate(S.Records)) {
    for (const auto &[F, Field] : enumerate(Rec.Fields)) {
      FieldRef Ref{unsigned(R), unsigned(F)};
      if (!Counts(Ref))
        continue;
      bool IsAccepted = Accepted.contains(Ref);
      for (const auto &[H, Hop] : enumerate(Field.Hops)) {
        Edge E;
        E.From = E.Holder = R;
        E.To = Hop.Target;
        E.Field = F;
        E.Hop = H;
        E.IsShared = Hop.Kind == OwnerKind::Shared;
        E.IsAccepted = IsAccepted || Hop.Kind == OwnerKind::Weak;
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
  std::vector<Edge> Owning;
  copy_if(Edges, std::back_inserter(Owning),
          [](const Edge &E) { return !E.IsAccepted; });
  std::vector<unsigned> Comp = components(S.Records.size(), Owning);
  DenseSet<unsigned> WithShared;
  for (const Edge &E : Owning)
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
    C.finish();
    Result.push_back(std::move(C));
  }
  return Result;
}

bool canBeWeak(const Summary &S, const WitnessHop &H) {
  const OwningField &Field = S.field(H.Holder, H.Field);
  return Field.canBeWeak(Field.Hops[H.Hop]);
}

/// An order of cycles that depends on names alone, not on who was read first.
bool precedes(const Summary &S, const Witness &L, const Witness &R) {
  auto Less = [&](const WitnessHop &A, const WitnessHop &B) {
    const OwningField &FA = S.field(A.Holder, A.Field);
    const OwningField &FB = S.field(B.Holder, B.Field);
    return std::tie(S.Records[A.Object].Id, S.Records[A.Holder].Id, FA.Where,
                    FA.Name, A.Hop) < std::tie(S.Records[B.Object].Id,
                                               S.Records[B.Holder].Id, FB.Where,
                                               FB.Name, B.Hop);
  };
  return std::lexicographical_compare(L.begin(), L.end(), R.begin(), R.end(),
                                      Less);
}

/// The cycle's hops from its least one on, the same for each rotation.
std::vector<std::array<unsigned, 3>> rotationless(const Witness &W) {
  std::vector<std::array<unsigned, 3>> Hops;
  for (const WitnessHop &H : W)
    Hops.push_back({H.Holder, H.Field, H.Hop});
  std::rotate(Hops.begin(), std::min_element(Hops.begin(), Hops.end()),
              Hops.end());
  return Hops;
}

/// Finds the findings of one component.
class ComponentAnalysis {
public:
  /// \p LevelOf judges a witness from types alone; without a level it is ruled
  /// out.
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

/// The finding for one field and the judged cycles that it breaks: for each
/// instantiation the surest, and of these the shortest.
void addEvidence(const Summary &S, const ObjectFlow &Flow,
                 ArrayRef<JudgedCycle> Judged, const BrokenCycles &Broken,
                 std::vector<Finding> &Findings) {
  std::map<RecordIndex, JudgedCycle> ByHolder;
  for (unsigned I : Broken.Cycles) {
    JudgedCycle C = Judged[I];
    auto First = find_if(C.Hops, [&](const WitnessHop &H) {
      return PatternField(S, H.Holder, H.Field) == Broken.Field;
    });
    unsigned Shift = First - C.Hops.begin();
    std::rotate(C.Hops.begin(), C.Hops.begin() + Shift, C.Hops.end());
    std::rotate(C.Stores.begin(), C.Stores.begin() + Shift, C.Stores.end());
    // The judged cycles come the surest and shortest first.
    ByHolder.try_emplace(C.Hops.front().Holder, std::move(C));
  }
  Finding F;
  F.MustOwn = Broken.MustOwn;
  std::vector<JudgedCycle> Cycles;
  for (auto &[Holder, C] : ByHolder)
    Cycles.push_back(std::move(C));
  sort(Cycles, [&](const JudgedCycle &L, const JudgedCycle &R) {
    if (L.Level != R.Level)
      return L.Level > R.Level;
    return precedes(S, L.Hops, R.Hops);
  });
  if (Cycles.size() > MaxWitnessesPerField) {
    F.MoreInstantiations = Cycles.size() - MaxWitnessesPerField;
    Cycles.resize(MaxWitnessesPerField);
  }
  for (const JudgedCycle &C : Cycles)
    F.Cycles.push_back(C.Hops);
  F.Level = Cycles.front().Level;
  const WitnessHop &W = F.Cycles.front().front();
  F.Field = {W.Holder, W.Field};
  F.CanBeWeak = canBeWeak(S, W);
  F.Evidence = std::move(Cycles.front());
  Findings.push_back(std::move(F));
}

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
    if (F.Evidence && (!Merged.Evidence || F.Level > Merged.Level))
      Merged.Evidence = F.Evidence;
    Merged.Level = std::max(Merged.Level, F.Level);
    Merged.MoreInComponent |= F.MoreInComponent;
    Merged.MoreInstantiations += F.MoreInstantiations;
    std::tie(Merged.ComponentRecords, Merged.ComponentFields) =
        std::max(std::tie(Merged.ComponentRecords, Merged.ComponentFields),
                 std::tie(F.ComponentRecords, F.ComponentFields));
  }
  std::vector<Finding> Result;
  for (auto &[Key, F] : ByPattern) {
    // The longest story first would bury the clearest: shortest first, but
    // a pair before a lone loop.
    sort(F.Cycles, [&](const Witness &L, const Witness &R) {
      if (L.size() != R.size())
        return R.size() == 1 || (L.size() != 1 && L.size() < R.size());
      return precedes(S, L, R);
    });
    // What has evidence is told first.
    if (F.Evidence) {
      auto Told = rotationless(F.Evidence->Hops);
      auto It = find_if(
          F.Cycles, [&](const Witness &W) { return rotationless(W) == Told; });
      if (It != F.Cycles.end())
        std::rotate(F.Cycles.begin(), It, It + 1);
    }
    const WitnessHop &First = F.Cycles.front().front();
    F.Field = {First.Holder, First.Field};
    F.CanBeWeak = canBeWeak(S, First);
    Result.push_back(std::move(F));
  }
  return Result;
}

/// Asks of all fields together: two that hold each other's last reference must
/// not both go.
void addOtherOwners(const Summary &S, std::vector<Finding> &Findings,
                    OwnerQuestions &Owners) {
  std::vector<PatternField> Fields;
  for (const Finding &F : Findings)
    if (F.advisesWeak())
      Fields.push_back(PatternField(S, F.Field.Record, F.Field.Field));
  const OtherOwners &All = Owners.ask(Fields);
  auto Distribute = [&](ArrayRef<Loss> Stores,
                        std::vector<Loss> OtherOwners::*To) {
    for (const Loss &L : Stores) {
      const Member &M = S.Members[L.Field];
      for (Finding &F : Findings)
        if (PatternField(S, F.Field.Record, F.Field.Field) ==
            PatternField(S, M.Record, M.Field))
          (F.Others.*To).push_back(L);
    }
  };
  Distribute(All.Losses, &OtherOwners::Losses);
  Distribute(All.Trusted, &OtherOwners::Trusted);
  for (Finding &F : Findings)
    F.Others.IsIncomplete = All.IsIncomplete;
}

} // namespace

std::vector<Finding> findCycles(Summary &S, const AnalyzeOptions &Options,
                                std::vector<JudgedCycle> *Silent) {
  ObjectFlow Flow = traceObjects(S);
  addStoredHops(S, Flow);
  Acceptance Accepted(S, Options);

  // What the stores say comes first.
  std::vector<JudgedCycle> Judged;
  std::map<std::vector<std::array<unsigned, 3>>, Verdict> Known;
  auto IsSurer = [](const JudgedCycle &L, const JudgedCycle &R) {
    return std::make_pair(R.Level, L.Hops.size()) <
           std::make_pair(L.Level, R.Hops.size());
  };
  auto Add = [&](std::vector<JudgedCycle> Found) {
    bool AnyNew = false;
    for (JudgedCycle &C : Found) {
      if (!Known.emplace(rotationless(C.Hops), C.Level).second)
        continue;
      bool IsSilent = C.Level == Verdict::RuledOut ||
                      C.Level < Options.Minimum ||
                      any_of(
                          C.Hops,
                          [&](const WitnessHop &H) {
                            return Accepted.contains({H.Holder, H.Field});
                          });
      if (!IsSilent) {
        AnyNew = true;
        Judged.insert(upper_bound(Judged, C, IsSurer), std::move(C));
      } else if (Silent) {
        Silent->push_back(std::move(C));
      }
    }
    return AnyNew;
  };
  Add(judgeCycles(S, Flow));
  OwnerQuestions Owners(S);
  std::vector<BrokenCycles> Broken = chooseBreakFields(S, Flow, Judged, Owners);
  // A store tells of one way back to it, though there may be two: an edge of a
  // graph that knows both its ends. When the fields are weak that break what is
  // known, the next one shows.
  for (unsigned Round = 0; Round < MaxRounds && !Broken.empty(); ++Round) {
    std::vector<PatternField> Weak;
    for (const BrokenCycles &B : Broken)
      Weak.push_back(B.Field);
    if (!Add(judgeCycles(S, traceObjects(S, Weak))))
      break;
    Broken = chooseBreakFields(S, Flow, Judged, Owners);
  }
  std::vector<Finding> Findings;
  for (const BrokenCycles &B : Broken) {
    if (Findings.size() < MaxFindings)
      addEvidence(S, Flow, Judged, B, Findings);
    Accepted.add(B.Field);
  }

  // Then what types alone say, where no store says anything.
  auto HasStore = [&](FieldRef F) {
    const FieldFlow *Field = Flow.field(F.Record, F.Field);
    return Field && Field->hasStore();
  };
  auto Counts = [&](FieldRef F) {
    return Options.Minimum <= Verdict::Possible || !HasStore(F);
  };
  auto LevelOf = [&](const Witness &W) {
    auto It = Known.find(rotationless(W));
    if (It != Known.end())
      return It->second;
    bool AnyStore = any_of(
        W, [&](const WitnessHop &H) { return HasStore({H.Holder, H.Field}); });
    bool AllInSight = all_of(W, [&](const WitnessHop &H) {
      return S.field(H.Holder, H.Field).StoresInSight;
    });
    if (AnyStore && AllInSight)
      return Verdict::RuledOut;
    bool AnyInMainFile = any_of(W, [&](const WitnessHop &H) {
      return S.Records[H.Holder].IsInMainFile;
    });
    // Two fields can point at each other's objects; one alone only closes on
    // an object of its own class.
    return W.size() > 1 && !AnyStore && AnyInMainFile ? Verdict::Likely
                                                      : Verdict::Possible;
  };
  for (Component &C : cyclicComponents(S, ownershipEdges(S, Accepted, Counts)))
    append_range(Findings, ComponentAnalysis(S, C, LevelOf).run());
  Findings = mergeByPattern(S, std::move(Findings));
  erase_if(Findings, [&](const Finding &F) {
    return F.Level == Verdict::RuledOut || F.Level < Options.Minimum;
  });
  addOtherOwners(S, Findings, Owners);
  return Findings;
}

} // namespace ownership
