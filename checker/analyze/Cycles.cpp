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
// Stores are asked first (Verdicts.h); what they leave open is judged by types
// alone (TypeCycles.h).
//
//===----------------------------------------------------------------------===//

#include "analyze/Cycles.h"
#include "analyze/BreakCycles.h"
#include "analyze/BreakFields.h"
#include "analyze/Graph.h"
#include "analyze/ObjectFlow.h"
#include "analyze/TypeCycles.h"
#include "analyze/Witnesses.h"
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
    append_range(Findings, findTypeCycles(S, C, LevelOf));
  Findings = mergeByPattern(S, std::move(Findings));
  erase_if(Findings, [&](const Finding &F) {
    return F.Level == Verdict::RuledOut || F.Level < Options.Minimum;
  });
  addOtherOwners(S, Findings, Owners);
  return Findings;
}

} // namespace ownership
