//===- FlowFacts.cpp - What a run finds out -------------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analyze/FunctionRun.h"
#include "llvm/ADT/Hashing.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace ownership::flow {

void Run::noteStored(const Member &M, ObjectId Value, Site At) {
  if (!T.IsLastRound)
    return;
  FieldFlow &Field = T.Flow.Fields[{M.Record, M.Field}];
  const Object &V = Objects[Value];
  if (V.Type == None && V.Alternatives.empty())
    Field.StoredOther = true;
  if (V.Kind == Object::This)
    Field.GetsThis = true;
  if (V.Kind == Object::New && V.Type == None)
    for (unsigned E : EdgesFrom[Value])
      if (Objects[Edges[E].To].Type != None && member(Edges[E].Member).IsStrong)
        Field.Aliased.try_emplace(Objects[Edges[E].To].Type, At);
  if (V.Type != None)
    Field.Stored.try_emplace(V.Type, At);
  for (ObjectId Alternative : V.Alternatives)
    if (Objects[Alternative].Type != None)
      Field.Stored.try_emplace(Objects[Alternative].Type, At);
}

/// Whether something that \p Value leads to could lead back to \p Base, though
/// nothing in sight says so.
void Run::noteMayClose(ObjectId Base, const Member &M, ObjectId Value,
                       Site At) {
  if (!IsJudging || !T.IsLastRound || isFresh(Base))
    return;
  std::vector<bool> Reached;
  reachableFrom({Value}, Reached, Keeping);
  bool IsIsolated = true;
  for (ObjectId O = 0; O < Objects.size() && IsIsolated; ++O)
    if (Reached[O] && (Objects[O].Kind != Object::New || Objects[O].HasEscaped))
      IsIsolated = false;
  if (IsIsolated)
    return;
  // It was taken out of what could have led back.
  if (any_of(Edges, [&](const HeapEdge &E) {
        return !E.IsLive && E.To == Base && Reached[E.From] &&
               isStrong(E.Member) && isUnder(Under, E.Under);
      }))
    return;
  MayClose C;
  C.Object = Objects[Base].Type == None ? M.Record : Objects[Base].Type;
  C.Holder = M.Record;
  C.Field = M.Field;
  C.Target = Objects[Value].Type;
  C.Store = At;
  C.IsHanded = is_contained(Objects[Value].Given, Base);
  if (C.Target != None)
    T.Flow.MayCloses.push_back(std::move(C));
}

void Run::noteRelease(ObjectId Base, MemberIndex M, ReleaseSite R,
                      bool OnlyForEach) {
  unsigned Key = 0;
  resolve(Base, M, Key);
  if (!member(M).isOwning() || !T.IsLastRound)
    return;
  R.In = F;
  ObjectId Root = Base;
  while (Objects[Root].Parent != None)
    Root = Objects[Root].Parent;
  // A list made here is a choice of objects, not all of them.
  const Object &B = Objects[Base];
  bool IsEach = IsInLoop && B.Kind == Object::Path && member(B.Member).IsMany &&
                Objects[Root].Kind != Object::New;
  if (OnlyForEach && !IsEach)
    return;
  R.IsOfThisOrEach = B.Kind == Object::This || IsEach;
  R.IsBelowThis = Objects[Root].Kind == Object::This;
  T.Flow.Fields[{member(M).Record, member(M).Field}].Releases.push_back(R);
}

/// A path of owning edges from \p From to \p To that one run can take.
bool Run::search(ObjectId From, ObjectId To, bool OnlyMust, const Arms &With,
                 Found &Result) {
  struct Visit {
    ObjectId At;
    unsigned Via;
    unsigned Previous;
    bool IsMust;
  };
  SmallVector<Visit, 16> Queue{{From, None, None, true}};
  SmallDenseSet<ObjectId, 16> Seen{From};
  auto IsSame = [&](ObjectId L, bool &IsMust) {
    if (L == To)
      return true;
    if (OnlyMust)
      return false;
    IsMust = false;
    return is_contained(Objects[To].Alternatives, L) ||
           is_contained(Objects[L].Alternatives, To);
  };
  for (unsigned I = 0; I < Queue.size() && I < MaxSearch; ++I) {
    Visit V = Queue[I];
    bool IsMust = V.IsMust;
    if (IsSame(V.At, IsMust)) {
      Result.Edges.clear();
      Result.IsMust = IsMust;
      Arms Together = With;
      for (unsigned N = I; N != None; N = Queue[N].Previous)
        if (Queue[N].Via != None) {
          const HeapEdge &E = Edges[Queue[N].Via];
          if (!areCompatible(E.Under, Together))
            return false;
          append_range(Together, E.Under);
          Result.Edges.push_back(Queue[N].Via);
        }
      std::reverse(Result.Edges.begin(), Result.Edges.end());
      return true;
    }
    for (unsigned E : EdgesFrom[V.At]) {
      const HeapEdge &Edge = Edges[E];
      if (!Edge.IsLive || (OnlyMust && !Edge.IsMust) ||
          !isStrong(Edge.Member) || !areCompatible(Edge.Under, With))
        continue;
      if (Seen.insert(Edge.To).second)
        Queue.push_back({Edge.To, E, I, V.IsMust && Edge.IsMust});
    }
    if (!OnlyMust)
      for (ObjectId Alternative : Objects[V.At].Alternatives)
        if (Seen.insert(Alternative).second)
          Queue.push_back({Alternative, None, I, false});
  }
  return false;
}

/// \p OnlyMust: on identical objects.
void Run::findCycle(unsigned NewEdge, bool OnlyMust) {
  if (Cycles.size() >= MaxCycles)
    return;
  const HeapEdge E = Edges[NewEdge];
  Found Result;
  bool IsMust = E.IsMust;
  if (!(IsMust && search(E.To, E.From, /*OnlyMust=*/true, E.Under, Result))) {
    IsMust = false;
    if (OnlyMust || NumMayCycles >= MaxMayCycles ||
        !search(E.To, E.From, /*OnlyMust=*/false, E.Under, Result))
      return;
  }
  Result.IsMust = IsMust && Result.IsMust;
  NumMayCycles += !Result.IsMust;
  Result.Edges.insert(Result.Edges.begin(), NewEdge);
  Cycles.push_back(std::move(Result));
}

ObjectHop Run::hopOf(const HeapEdge &E) const {
  ObjectHop H;
  const Member &M = member(E.Member);
  H.Holder = M.Record;
  H.Field = M.Field;
  H.Object = Objects[E.From].Type == None ? M.Record : Objects[E.From].Type;
  H.Target = Objects[E.To].Type;
  H.Store = E.At;
  return H;
}

/// Tells what becomes of the cycles that the function has closed.
void Run::judge(const std::vector<bool> &Visible) {
  if (!T.IsLastRound)
    return;
  bool IsClouded = any_of(Events, [](const Event &E) {
    return E.Kind == Event::Invoke || E.Kind == Event::Escape;
  });
  for (const Found &C : Cycles) {
    ObjectCycle Cycle;
    Cycle.In = F;
    Cycle.IsMust = C.IsMust;
    bool IsLost = true, IsReleased = false, MayBeReleased = false,
         IsVisible = false, IsConditional = false;
    for (unsigned I : C.Edges) {
      const HeapEdge &E = Edges[I];
      IsReleased |= !E.IsLive;
      MayBeReleased |= E.MayBeReleased || Blurred.contains(E.Member);
      IsVisible |= Visible[E.From];
      Cycle.IsEdited |= Edited.contains(E.Member);
      IsConditional |= !E.Under.empty();
      IsLost &= Objects[E.From].Kind == Object::New && !Visible[E.From];
      if (member(E.Member).isOwning())
        Cycle.Hops.push_back(hopOf(E));
    }
    if (Cycle.Hops.empty())
      continue;
    // An object that has the field of a derived class is one of that.
    for (size_t I = 0; I < Cycle.Hops.size(); ++I) {
      ObjectHop &Hop = Cycle.Hops[I];
      if (!isBaseOf(S, Hop.Holder, Hop.Object) &&
          isBaseOf(S, Hop.Object, Hop.Holder)) {
        Hop.Object = Hop.Holder;
        Cycle.Hops[(I + Cycle.Hops.size() - 1) % Cycle.Hops.size()].Target =
            Hop.Holder;
      }
    }
    // What lies between two owning fields has no class of its own.
    for (size_t I = 0; I < Cycle.Hops.size(); ++I)
      if (Cycle.Hops[I].Target == None)
        Cycle.Hops[I].Target = Cycle.Hops[(I + 1) % Cycle.Hops.size()].Object;
    Cycle.Fate = IsReleased                 ? ObjectCycle::Released
                 : IsLost && !MayBeReleased ? ObjectCycle::Lost
                                            : ObjectCycle::Open;
    // Where no such field is emptied any more, conditions do not matter.
    bool AnyRelease = any_of(Events, [&](const Event &E) {
      return E.Kind == Event::Release &&
             E.Step >= Edges[C.Edges.front()].Step &&
             any_of(C.Edges,
                    [&](unsigned I) { return Edges[I].Member == E.Member; });
    });
    // A walk may have come to these objects, for all that is known.
    bool AnyWalk = any_of(Events, [&](const Event &E) {
      return E.Kind == Event::Release && E.IsVisit &&
             any_of(C.Edges,
                    [&](unsigned I) { return Edges[I].Member == E.Member; });
    });
    // And the next turn of a loop finds what this one has made, if it hangs on
    // what was there before.
    bool IsFoundAgain =
        any_of(C.Edges, [&](unsigned I) { return Edges[I].IsInLoop; }) &&
        any_of(C.Edges,
               [&](unsigned I) { return !Objects[Edges[I].From].IsInLoop; });
    Cycle.IsCertain = Cycle.Fate == ObjectCycle::Lost && C.IsMust &&
                      !IsClouded && !Cycle.IsEdited && !AnyWalk &&
                      !IsFoundAgain && (!IsConditional || !AnyRelease);
    Cycle.IsJudgedByCallers =
        !IsJudging && Cycle.Fate == ObjectCycle::Open && IsVisible;
    T.Flow.Cycles.push_back(std::move(Cycle));
  }
}

} // namespace ownership::flow
