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

/// Two keys that are known to differ.
static bool areDistinct(unsigned L, unsigned R) {
  if (isLiteralKey(L) && isLiteralKey(R))
    return L != R;
  return isCounterKey(L) && isCounterKey(R) && L != R &&
         L / CounterKeyTurns == R / CounterKeyTurns;
}

ObjectId Run::load(ObjectId Base, MemberIndex M, unsigned Key,
                   RecordIndex Type) {
  resolve(Base, M, Key);
  if (isDecided(Base)) {
    SmallVector<ObjectId, 2> Found;
    onEachArm(Base,
              [&](ObjectId B) { Found.push_back(load(B, M, Key, Type)); });
    if (Found.size() < 2 || Found[0] == Found[1])
      return Found.empty() ? unknown(Type) : Found.front();
    ObjectId Result = unknown(Type);
    Objects[Result].Alternatives = Found;
    Objects[Result].Branch = Objects[Base].Branch;
    return Result;
  }
  bool IsMany = member(M).IsMany;
  unsigned WantedKey = IsMany ? Key : 0;
  SmallVector<ObjectId, 4> Contents;
  bool MayBeMore = false;
  auto It = EdgesOf.find({Base, M});
  if (It != EdgesOf.end())
    for (unsigned E : reverse(It->second)) {
      const HeapEdge &Edge = Edges[E];
      if (!Edge.IsLive || !areCompatible(Edge.Under, Under) ||
          areDistinct(Edge.Key, WantedKey))
        continue;
      // Who asks for owners must not take what is there under a condition for
      // what is there. Nor is the element that was made where none was found
      // the one that is found by the next call.
      if (Edge.Key == WantedKey && Edge.IsMust &&
          (isAskingForOwners() ? isSure(Edge)
                               : !IsMany || isUnder(Under, Edge.Under))) {
        if (isAskingForOwners() && !isClear(Base, M))
          Objects[Edge.To].IsDoubtful = true;
        return Edge.To;
      }
      if (Contents.size() < MaxAlternatives && !is_contained(Contents, Edge.To))
        Contents.push_back(Edge.To);
      MayBeMore |= isAskingForOwners() ? !isSure(Edge) : Edge.IsInLoop;
    }
  const Object &B = Objects[Base];
  // The only element of a container of our own.
  if (IsMany && Contents.size() == 1 && !MayBeMore && B.Kind == Object::New &&
      !B.HasEscaped)
    return Contents.front();
  // Nothing was put there yet.
  if (!IsMany && B.Kind == Object::New && B.IsExact && !B.HasEscaped &&
      (It == EdgesOf.end() ||
       (isAskingForOwners() && Contents.empty() && isClear(Base, M) &&
        !FilledUnseen.contains(M)))) {
    Object O;
    O.Kind = Object::Null;
    O.IsGuess =
        isAskingForOwners() && (!isClear(Base, M) || FilledUnseen.contains(M));
    return add(std::move(O));
  }
  unsigned Length = B.Length + 1;
  if (Length > maxPathLength() || isOverLimit(Objects.size())) {
    // Who knows whose it is, and which it is.
    ObjectId Result = unknown(Type);
    if (isAskingForOwners()) {
      Objects[Result].IsAny = Objects[Result].IsUnowned = true;
      Objects[Result].Parent = Base;
    }
    return Result;
  }

  Object O;
  O.Kind = Object::Path;
  O.Type = Type;
  O.Parent = Base;
  O.Member = M;
  O.Key = WantedKey;
  O.Length = Length;
  O.Alternatives.append(Contents.begin(), Contents.end());
  O.HasEscaped = B.HasEscaped;
  // Nothing was seen to come into this container: perhaps nothing did.
  if (IsMany && B.Kind == Object::New && It == EdgesOf.end())
    O.IsGuess = true;
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

/// Who asks for owners tells apart what a branch decides.
bool Run::isDecided(ObjectId O) const {
  return isAskingForOwners() && Objects[O].Branch != 0;
}

/// Does it to each object that \p O may be, under the arm that decides.
void Run::onEachArm(ObjectId O, function_ref<void(ObjectId)> Do) {
  const SmallVector<ObjectId, 2> Alternatives = Objects[O].Alternatives;
  const Arms Saved = Under;
  for (const auto &[Arm, A] : enumerate(Alternatives)) {
    const Arms Decides{{Objects[O].Branch, unsigned(Arm)}};
    if (!areCompatible(Saved, Decides) || Saved.size() >= maxArms())
      continue;
    Under = Saved;
    if (!isUnder(Saved, Decides))
      Under.push_back(Decides.front());
    if (Objects[A].Kind != Object::Null)
      Do(A);
    // No run goes on from here.
    else if (Impossible.size() < MaxImpossible &&
             !is_contained(Impossible, Under))
      Impossible.push_back(Under);
  }
  Under = Saved;
}

void Run::store(ObjectId Base, MemberIndex M, unsigned Key, ObjectId Value,
                bool IsMust, bool IsReplacing, Site At) {
  resolve(Base, M, Key);
  if (isDecided(Base))
    return onEachArm(Base, [&](ObjectId B) {
      store(B, M, Key, Value, IsMust, IsReplacing, At);
    });
  if (isOverLimit(Edges.size()))
    T.giveUp();
  if (Objects[Value].Kind == Object::Handle || isOverLimit(Edges.size()))
    return;
  if (Objects[Base].Kind == Object::Path ||
      Objects[Base].Kind == Object::Unknown)
    ChangedSomewhere.insert(M);
  if (standsForMore())
    FilledUnseen.insert(M);
  // What was never filled leads nowhere.
  if (Objects[Value].Kind == Object::Null && !Objects[Value].IsExact)
    return;
  // A setter that is called with null.
  if (Objects[Value].Kind == Object::Null) {
    bool IsWhole = !member(M).IsMany;
    ReleaseSite R;
    R.Where = T.CallSite;
    R.IsWhole = IsWhole;
    R.IsSweep = IsVisiting;
    noteRelease(Base, M, R);
    return release(Base, M, Key, IsWhole, None, IsMust, At);
  }
  // What a branch decides is stored under its arms.
  if (unsigned Branch = Objects[Value].Branch) {
    SmallVector<ObjectId, 2> Alternatives = Objects[Value].Alternatives;
    Arms Saved = Under;
    for (unsigned Arm = 0; Arm < 2 && Under.size() < maxArms(); ++Arm) {
      Under = Saved;
      Under.push_back({Branch, Arm});
      store(Base, M, Key, Alternatives[Arm], IsMust, IsReplacing, At);
    }
    Under = std::move(Saved);
    return;
  }
  bool IsMany = member(M).IsMany;
  if (!IsMany)
    Key = 0;
  if (member(M).isOwning())
    noteStored(member(M), Value, At);
  bool IsWeak = T.Weak.contains(M);
  if (member(M).isOwning() && !IsWeak)
    noteMayClose(Base, member(M), Value, At);
  // What is there already need not be told again.
  if (!IsMany && IsMust)
    if (auto It = EdgesOf.find({Base, M}); It != EdgesOf.end())
      for (unsigned E : It->second)
        if (Edges[E].IsLive && Edges[E].IsMust && Edges[E].To == Value &&
            isSure(Edges[E]))
          return;
  // A single pointer forgets what it held.
  if (!IsMany) {
    auto It = EdgesOf.find({Base, M});
    if (It != EdgesOf.end())
      for (unsigned E : It->second) {
        HeapEdge &Old = Edges[E];
        if (!Old.IsLive)
          continue;
        if (isAskingForOwners() ? IsReplacing
                                : IsMust && isUnder(Old.Under, Under))
          remove(Old, IsMust);
        else if (!isAskingForOwners() && areCompatible(Old.Under, Under))
          Old.MayBeReleased = true;
      }
  }
  if (IsMany && IsReplacing && isAskingForOwners())
    removeElement(Base, M, Key, /*IsWhole=*/Key == 0, None, IsMust);
  Event Ev;
  Ev.Kind = Event::Store;
  Ev.IsForOne = IsForOne;
  Ev.Object = Base;
  Ev.Member = M;
  Ev.Key = Key;
  Ev.Value = Value;
  Ev.IsMust = IsMust;
  Ev.IsReplacing = IsReplacing;
  Ev.IsInLoop = IsInLoop;
  Ev.IsInLastTurn = standsForMore();
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
  // Which element it is does not matter where that was taken out before.
  const Object &Holder = Objects[Base];
  bool WasTaken =
      Holder.Kind == Object::Path &&
      none_of(EdgesOf[{Holder.Parent, Holder.Member}], [&](unsigned I) {
        return Edges[I].To == Base && Edges[I].IsLive;
      });
  bool MayCloseCycle =
      !IsWeak && (member(M).isOwning() || (IsMany && member(M).IsStrong));
  if (MayCloseCycle)
    findCycle(Edges.size() - 1, /*OnlyMust=*/WasTaken);
  // The place may belong to any of these.
  SmallVector<ObjectId, 2> Alternatives = Objects[Base].Alternatives;
  for (ObjectId Alternative : Alternatives) {
    E.From = Alternative;
    E.IsMust = false;
    addEdge(E);
    if (MayCloseCycle && !WasTaken)
      findCycle(Edges.size() - 1, /*OnlyMust=*/false);
  }
  Objects[Value].IsHeld = true;
  bool IsOutside =
      Objects[Base].HasEscaped ||
      (Objects[Base].Kind == Object::Global && !isAskingForOwners());
  if (IsOutside && !IsWeak)
    escape(Value);
}

void Run::release(ObjectId Base, MemberIndex M, unsigned Key, bool IsWhole,
                  ObjectId Which, bool IsMust, Site At, bool IsSweep) {
  resolve(Base, M, Key);
  if (isDecided(Base))
    return onEachArm(Base, [&](ObjectId B) {
      release(B, M, Key, IsWhole, Which, IsMust, At, IsSweep);
    });
  Event Ev;
  Ev.Kind = Event::Release;
  Ev.Object = Base;
  Ev.Member = M;
  Ev.Key = Key;
  Ev.Value = Which;
  Ev.IsWhole = IsWhole;
  Ev.IsSweep = IsSweep;
  Ev.IsVisit = IsVisiting;
  Ev.IsForOne = IsForOne;
  Ev.Step = Step;
  Ev.IsMust = IsMust;
  Ev.IsInLoop = IsInLoop;
  Ev.IsInLastTurn = standsForMore();
  Ev.Under = Under;
  Ev.At = At;
  Events.push_back(std::move(Ev));

  if (Objects[Base].Kind == Object::Path ||
      Objects[Base].Kind == Object::Unknown || !IsMust)
    ChangedSomewhere.insert(M);
  // Where it is not known whose field is emptied, it may be anybody's.
  if (IsWhole && Objects[Base].Kind != Object::New && member(M).isOwning())
    Blurred.insert(M);
  if (!IsWhole && (Which == None || IsSweep) && member(M).isOwning())
    Edited.insert(M);
  removeElement(Base, M, Key, IsWhole, Which, IsMust);
}

void Run::removeElement(ObjectId Base, MemberIndex M, unsigned Key,
                        bool IsWhole, ObjectId Which, bool IsMust) {
  SmallVector<std::pair<ObjectId, bool>, 4> Bases{{Base, IsMust}};
  // A loop over a container reaches each of its elements.
  for (ObjectId Alternative : Objects[Base].Alternatives)
    Bases.push_back({Alternative, IsMust && IsInLoop && !isAskingForOwners()});
  // Another way to the same object.
  const auto Kind = Objects[Base].Kind;
  if (isAskingForOwners() && Kind != Object::New) {
    ArrayRef<unsigned> Others = EdgesByMember[M];
    SmallDenseSet<ObjectId, 16> Seen{Base};
    Seen.insert(Objects[Base].Alternatives.begin(),
                Objects[Base].Alternatives.end());
    T.spend(Others.size());
    for (unsigned I : Others)
      if (const HeapEdge &E = Edges[I];
          (Kind == Object::Path || Kind == Object::Unknown ||
           Objects[E.From].Kind != Object::New) &&
          Seen.insert(E.From).second)
        Bases.push_back({E.From, false});
  }
  for (const auto &[From, IsSure] : Bases) {
    auto It = EdgesOf.find({From, M});
    if (It == EdgesOf.end())
      continue;
    T.spend(8 * It->second.size());
    // An element has one owner; who has the key now is who came last.
    bool IsLast = true;
    for (unsigned E : reverse(It->second)) {
      HeapEdge &Edge = Edges[E];
      if (!Edge.IsLive || !areCompatible(Edge.Under, Under))
        continue;
      bool HasKey = Which == None && Key && Edge.Key == Key;
      bool IsMeant = IsWhole || (Which != None && Edge.To == Which) || HasKey;
      bool MayBeMeant =
          isAskingForOwners() && Which == None && !areDistinct(Key, Edge.Key);
      if (IsMeant)
        remove(Edge, IsSure && (IsLast || !HasKey || IsWhole ||
                                !isAskingForOwners()));
      else if (MayBeMeant)
        remove(Edge, /*IsSure=*/false);
      IsLast &= !HasKey;
    }
  }
}

void Run::remove(HeapEdge &E, bool IsSure) {
  if (IsSure && isUnder(E.Under, Under)) {
    E.IsLive = false;
    return;
  }
  if (!isAskingForOwners()) {
    E.MayBeReleased = true;
    return;
  }
  if (areCompatible(E.Under, Under))
    addRemoval(E.Removed, IsSure);
}

void Run::addRemoval(SmallVectorImpl<Removal> &Removed, bool IsSure) const {
  constexpr unsigned MaxRemovals = 24;
  if (any_of(Removed, [&](const Removal &R) {
        return R.IsSure == IsSure && isUnder(Under, R.Under);
      }))
    return;
  // Too many to tell apart: perhaps, at any time.
  if (Removed.size() >= MaxRemovals)
    Removed.assign(1, Removal());
  else
    Removed.push_back({Under, IsSure});
}

/// Some pointer to \p Type, or, if there is none, anything may be taken away.
void Run::removeAny(RecordIndex Type) {
  IsAnyChanged = true;
  Event Ev;
  Ev.Kind = Event::Release;
  Ev.Type = Type;
  Ev.Under = Under;
  Events.push_back(std::move(Ev));
  auto IsMeant = [&](ObjectId O) {
    RecordIndex Its = Objects[O].Type;
    return Type == None || Its == None || Its == Type ||
           isBaseOf(S, Its, Type) || isBaseOf(S, Type, Its);
  };
  T.spend(Edges.size());
  for (HeapEdge &E : Edges)
    if (E.IsLive && IsMeant(E.To))
      remove(E, /*IsSure=*/false);
  for (Holding &H : Holdings)
    if (IsMeant(H.Object) && areCompatible(H.Under, Under))
      addRemoval(H.Removed, /*IsSure=*/false);
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
  EdgesByMember[E.Member].push_back(Edges.size());
  if (T.Weak.contains(E.Member))
    WeakEdges.push_back(Edges.size());
  if (member(E.Member).IsRaw)
    RawEdges.push_back(Edges.size());
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
  T.spend(Edges.size());
  for (const HeapEdge &E : Edges) {
    if (E.To != Alternatives.front() || !E.IsLive || !E.IsMust ||
        !member(E.Member).IsMany ||
        !all_of(Alternatives, [&](ObjectId O) { return IsHeldBy(O, E); }))
      continue;
    HeapEdge Held = E;
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
