//===- AbstractHeap.cpp - Objects and what they hold ----------------------===//
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

bool areCompatible(const Arms &L, const Arms &R) {
  for (const auto &[Branch, Arm] : L)
    for (const auto &[Other, OtherArm] : R)
      if (Branch == Other && Arm != OtherArm)
        return false;
  return true;
}

bool isUnder(const Arms &Inner, const Arms &Outer) {
  return all_of(Outer, [&](const auto &A) { return is_contained(Inner, A); });
}

void Run::resolve(ObjectId &Base, MemberIndex &M, unsigned &Key) const {
  for (unsigned I = 0; I < 8 && Objects[Base].Kind == Object::Handle; ++I) {
    const Object &H = Objects[Base];
    // A handle has one place to give, whatever its callee calls it.
    M = H.Member;
    if (H.Key)
      Key = H.Key;
    Base = H.Parent;
  }
}

ObjectId Run::load(ObjectId Base, MemberIndex M, unsigned Key,
                   RecordIndex Type) {
  resolve(Base, M, Key);
  bool IsMany = member(M).IsMany;
  unsigned WantedKey = IsMany ? Key : 0;
  SmallVector<ObjectId, 4> Contents;
  bool AnyInLoop = false;
  auto It = EdgesOf.find({Base, M});
  if (It != EdgesOf.end())
    for (unsigned E : reverse(It->second)) {
      const HeapEdge &Edge = Edges[E];
      if (!Edge.IsLive || !areCompatible(Edge.Under, Under))
        continue;
      if (Edge.Key == WantedKey && Edge.IsMust)
        return Edge.To;
      if (Contents.size() < MaxAlternatives && !is_contained(Contents, Edge.To))
        Contents.push_back(Edge.To);
      AnyInLoop |= Edge.IsInLoop;
    }
  const Object &B = Objects[Base];
  // The only element of a container of our own.
  if (IsMany && Contents.size() == 1 && !AnyInLoop && B.Kind == Object::New &&
      !B.HasEscaped)
    return Contents.front();
  // Nothing was put there yet.
  if (!IsMany && B.Kind == Object::New && B.IsExact && !B.HasEscaped &&
      It == EdgesOf.end()) {
    Object O;
    O.Kind = Object::Null;
    return add(std::move(O));
  }
  unsigned Length = B.Length + 1;
  if (Length > MaxPathLength || Objects.size() > MaxObjects)
    return unknown(Type);

  Object O;
  O.Kind = Object::Path;
  O.Type = Type;
  O.Parent = Base;
  O.Member = M;
  O.Key = WantedKey;
  O.Length = Length;
  O.Alternatives.append(Contents.begin(), Contents.end());
  O.HasEscaped = B.HasEscaped;
  if (O.Type == None && member(M).isOwning()) {
    const OwningField &Field = S.field(member(M).Record, member(M).Field);
    if (Field.Hops.size() == 1)
      O.Type = Field.Hops.front().Target;
  }
  O.IsHeld = true;
  ObjectId Result = add(std::move(O));
  Event Ev;
  Ev.Kind = Event::Load;
  Ev.Value = Result;
  Ev.Under = Under;
  Events.push_back(std::move(Ev));

  HeapEdge E;
  E.From = Base;
  E.Member = M;
  E.Key = WantedKey;
  E.To = Result;
  E.IsInLoop = IsInLoop;
  // What is found there was there on every path.
  addEdge(std::move(E));
  return Result;
}

void Run::store(ObjectId Base, MemberIndex M, unsigned Key, ObjectId Value,
                bool IsMust, Site At) {
  resolve(Base, M, Key);
  if (Objects[Value].Kind == Object::Handle || Edges.size() > MaxObjects)
    return;
  // What was never filled leads nowhere.
  if (Objects[Value].Kind == Object::Null && !Objects[Value].IsExact)
    return;
  // A setter that is called with null.
  if (Objects[Value].Kind == Object::Null) {
    bool IsWhole = !member(M).IsMany;
    noteRelease(Base, M, IsWhole, /*IsMoveOut=*/false, /*IsReplaced=*/false,
                T.CallSite);
    return release(Base, M, Key, IsWhole, None, IsMust, At);
  }
  // What a branch decides is stored under its arms.
  if (unsigned Branch = Objects[Value].Branch) {
    SmallVector<ObjectId, 2> Alternatives = Objects[Value].Alternatives;
    Arms Saved = Under;
    for (unsigned Arm = 0; Arm < 2 && Under.size() < MaxArms; ++Arm) {
      Under = Saved;
      Under.push_back({Branch, Arm});
      store(Base, M, Key, Alternatives[Arm], IsMust, At);
    }
    Under = std::move(Saved);
    return;
  }
  bool IsMany = member(M).IsMany;
  if (!IsMany)
    Key = 0;
  bool IsOwning = member(M).isOwning();
  if (IsOwning) {
    noteStored(member(M), Value, At);
    noteMayClose(Base, member(M), Value, At);
  }
  // What is there already need not be told again.
  if (!IsMany && IsMust)
    if (auto It = EdgesOf.find({Base, M}); It != EdgesOf.end())
      for (unsigned E : It->second)
        if (Edges[E].IsLive && Edges[E].IsMust && Edges[E].To == Value &&
            isUnder(Under, Edges[E].Under))
          return;
  // A single pointer forgets what it held.
  if (!IsMany) {
    auto It = EdgesOf.find({Base, M});
    if (It != EdgesOf.end())
      for (unsigned E : It->second)
        if (Edges[E].IsLive && isUnder(Edges[E].Under, Under) && IsMust)
          Edges[E].IsLive = false;
  }
  Event Ev;
  Ev.Kind = Event::Store;
  Ev.Object = Base;
  Ev.Member = M;
  Ev.Key = Key;
  Ev.Value = Value;
  Ev.IsMust = IsMust;
  Ev.IsInLoop = IsInLoop;
  Ev.Under = Under;
  Ev.At = At;
  Events.push_back(std::move(Ev));

  HeapEdge E;
  E.From = Base;
  E.Member = M;
  E.Key = Key;
  E.To = Value;
  E.IsMust = IsMust;
  E.IsInLoop = IsInLoop;
  E.Under = Under;
  E.At = At;
  addEdge(E);
  bool MayCloseCycle = IsOwning || (IsMany && member(M).IsStrong);
  if (MayCloseCycle)
    findCycle(Edges.size() - 1);
  // The place may belong to any of these.
  SmallVector<ObjectId, 2> Alternatives = Objects[Base].Alternatives;
  for (ObjectId Alternative : Alternatives) {
    E.From = Alternative;
    E.IsMust = false;
    addEdge(E);
    if (MayCloseCycle)
      findCycle(Edges.size() - 1);
  }
  Objects[Value].IsHeld = true;
  bool IsOutside = Objects[Base].HasEscaped ||
                   (Objects[Base].Kind == Object::Global && T.Weak.empty());
  if (IsOutside && !T.Weak.contains(M))
    escape(Value);
}

void Run::release(ObjectId Base, MemberIndex M, unsigned Key, bool IsWhole,
                  ObjectId Which, bool IsMust, Site At) {
  resolve(Base, M, Key);
  Event Ev;
  Ev.Kind = Event::Release;
  Ev.Object = Base;
  Ev.Member = M;
  Ev.Key = Key;
  Ev.Value = Which;
  Ev.IsWhole = IsWhole;
  Ev.Step = Step;
  Ev.IsMust = IsMust;
  Ev.IsInLoop = IsInLoop;
  Ev.Under = Under;
  Ev.At = At;
  Events.push_back(std::move(Ev));

  // Where it is not known whose field is emptied, it may be anybody's.
  if (IsWhole && Objects[Base].Kind != Object::New && member(M).isOwning())
    Blurred.insert(M);
  if (!IsWhole && Which == None && member(M).isOwning())
    Edited.insert(M);
  SmallVector<std::pair<ObjectId, bool>, 4> Bases{{Base, IsMust}};
  // A loop over a container reaches each of its elements.
  for (ObjectId Alternative : Objects[Base].Alternatives)
    Bases.push_back({Alternative, IsMust && IsInLoop});
  for (const auto &[From, IsSure] : Bases) {
    auto It = EdgesOf.find({From, M});
    if (It == EdgesOf.end())
      continue;
    for (unsigned E : It->second) {
      HeapEdge &Edge = Edges[E];
      if (!Edge.IsLive || !areCompatible(Edge.Under, Under))
        continue;
      bool IsMeant = IsWhole || (Which != None && Edge.To == Which) ||
                     (Which == None && Key && Edge.Key == Key);
      // Two keys that are not known to differ.
      bool MayBeMeant = !T.Weak.empty() && Which == None &&
                        (!Key || isLocalKey(Key) || isLocalKey(Edge.Key));
      if (IsMeant && IsSure && isUnder(Edge.Under, Under))
        Edge.IsLive = false;
      else if (IsMeant || MayBeMeant)
        Edge.MayBeReleased = true;
    }
  }
}

void Run::escape(ObjectId O) {
  SmallVector<ObjectId, 8> Work{O};
  while (!Work.empty()) {
    ObjectId Next = Work.pop_back_val();
    if (Objects[Next].HasEscaped)
      continue;
    Objects[Next].HasEscaped = Objects[Next].IsHeld = true;
    for (unsigned E : EdgesFrom[Next])
      if (!T.Weak.contains(Edges[E].Member))
        Work.push_back(Edges[E].To);
    append_range(Work, Objects[Next].Alternatives);
  }
}

void Run::letOut(ObjectId O) {
  escape(O);
  Event Ev;
  Ev.Kind = Event::Escape;
  Ev.Value = O;
  Ev.Under = Under;
  Events.push_back(std::move(Ev));
}

void Run::addEdge(HeapEdge E) {
  E.Step = Step;
  EdgesOf[{E.From, E.Member}].push_back(Edges.size());
  EdgesFrom[E.From].push_back(Edges.size());
  if (T.Weak.contains(E.Member))
    WeakEdges.push_back(Edges.size());
  Edges.push_back(std::move(E));
}

/// One of \p Alternatives, which is one object all the same: where each of them
/// is held by one field, so is it.
ObjectId Run::either(ArrayRef<ObjectId> Alternatives, RecordIndex Type) {
  ObjectId Result = unknown(Type);
  Objects[Result].Alternatives.append(Alternatives.begin(), Alternatives.end());
  auto IsHeldBy = [&](ObjectId O, const HeapEdge &By) {
    return any_of(EdgesOf[{By.From, By.Member}], [&](unsigned E) {
      return Edges[E].To == O && Edges[E].IsLive && Edges[E].IsMust;
    });
  };
  for (unsigned I = 0, E = Edges.size(); I < E; ++I) {
    HeapEdge Held = Edges[I];
    if (Held.To != Alternatives.front() || !Held.IsLive || !Held.IsMust ||
        !member(Held.Member).IsMany ||
        !all_of(Alternatives, [&](ObjectId O) { return IsHeldBy(O, Held); }))
      continue;
    Held.To = Result;
    Held.Key = 0;
    Held.Under.clear();
    addEdge(std::move(Held));
    break;
  }
  return Result;
}

/// What \p Roots keep alive; what they can get at; what they could get at
/// before releases.
void Run::reachableFrom(ArrayRef<ObjectId> Roots, std::vector<bool> &Reached,
                        Reach How) const {
  Reached.assign(Objects.size(), false);
  SmallVector<ObjectId, 16> Work(Roots.begin(), Roots.end());
  while (!Work.empty()) {
    ObjectId O = Work.pop_back_val();
    if (Reached[O])
      continue;
    Reached[O] = true;
    for (unsigned E : EdgesFrom[O])
      if ((Edges[E].IsLive || How == EverKnowing) &&
          (How != Keeping || isStrong(Edges[E].Member)))
        Work.push_back(Edges[E].To);
    append_range(Work, Objects[O].Alternatives);
    if (How != Keeping && Objects[O].Kind == Object::Handle)
      Work.push_back(Objects[O].Parent);
  }
}

} // namespace ownership::flow
