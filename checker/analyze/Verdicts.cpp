//===- Verdicts.cpp - Does a cycle happen ---------------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The order of the questions:
//
//   1. Do statements close it on the same objects, in one run?
//      If the objects are lost there, nothing can save them: confirmed.
//   2. Else, can a teardown take it apart? One that is called from outside the
//      cycle makes it a life cycle, not a leak: possible. One that nobody in
//      sight calls: likely.
//   3. Closed on the same objects, and no teardown: confirmed.
//   4. Only may be closed, over elements or by one store: likely; but possible
//      if the cycle holds its own kind in one direction, as lists and trees do.
//
// A teardown empties a field of `this` or of each element of a loop. A function
// that puts something else there instead edits. What runs a teardown must not
// need the cycle to be gone first: destructors of its classes do not count.
//
//===----------------------------------------------------------------------===//

#include "analyze/Verdicts.h"
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
  case Verdict::RuledOut:
    return "ruled out";
  case Verdict::Possible:
    return "possible";
  case Verdict::Likely:
    return "likely";
  case Verdict::Confirmed:
    return "confirmed";
  }
  return "";
}

std::optional<Verdict> verdictOf(StringRef Name) {
  for (Verdict V : {Verdict::Possible, Verdict::Likely, Verdict::Confirmed})
    if (toString(V) == Name)
      return V;
  return std::nullopt;
}

void addStoredHops(Summary &S, const ObjectFlow &Flow) {
  for (const auto &[Key, Field] : Flow.Fields) {
    OwningField &F = S.Records[Key.first].Fields[Key.second];
    for (const auto &[Type, At] : Field.Stored) {
      if (any_of(F.Hops, [&, T = Type](const Hop &H) {
            return H.Target == T && H.Kind != OwnerKind::Weak;
          }))
        continue;
      Hop Added;
      Added.Target = Type;
      Added.IsStored = true;
      auto Pointer = find_if(F.Hops, [&, T = Type](const Hop &H) {
        return (H.Kind == OwnerKind::Shared || H.Kind == OwnerKind::Unique) &&
               !H.IsStored && isBaseOf(S, H.Target, T);
      });
      if (Pointer != F.Hops.end()) {
        Added.Kind = Pointer->Kind;
        Added.Steps = Pointer->Steps;
        Added.Weak = Pointer->Weak;
      } else if (!F.OpenWeak.empty()) {
        Added.Kind = OwnerKind::Shared;
        Added.Weak = F.OpenWeak;
        Added.Steps = F.OpenSteps;
      } else if (F.IsOpen) {
        Added.Kind = OwnerKind::Callable;
        Added.Steps = F.OpenSteps;
      } else
        continue;
      F.Hops.push_back(std::move(Added));
    }
    for (const auto &[Type, At] : Field.Aliased) {
      auto Pointer = find_if(F.Hops, [](const Hop &H) {
        return H.Kind == OwnerKind::Shared && !H.IsStored;
      });
      if (any_of(F.Hops, [&, T = Type](const Hop &H) { return H.Target == T; }))
        continue;
      Hop Added;
      Added.Target = Type;
      Added.IsStored = true;
      Added.Kind = OwnerKind::Shared;
      Added.Weak = Pointer == F.Hops.end() ? "std::weak_ptr" : Pointer->Weak;
      Added.Steps.push_back({Step::Shared, "shared_ptr", ""});
      F.Hops.push_back(std::move(Added));
    }
  }
}

namespace {

class Judge {
public:
  Judge(const Summary &S, const ObjectFlow &Flow) : S(S), Flow(Flow) {}

  std::vector<JudgedCycle> run() {
    judgeClosed();
    judgeStores();
    std::vector<JudgedCycle> Result;
    for (auto &[Key, C] : Judged)
      Result.push_back(std::move(C));
    // The map's order breaks ties.
    std::vector<unsigned> Order(Result.size());
    for (unsigned I = 0; I < Order.size(); ++I)
      Order[I] = I;
    sort(Order, [&](unsigned L, unsigned R) {
      return std::make_tuple(Result[R].Level, Result[L].Hops.size(), L) <
             std::make_tuple(Result[L].Level, Result[R].Hops.size(), R);
    });
    std::vector<JudgedCycle> Sorted;
    for (unsigned I : Order)
      Sorted.push_back(std::move(Result[I]));
    return Sorted;
  }

private:
  const Summary &S;
  const ObjectFlow &Flow;
  using Key = std::vector<std::array<unsigned, 3>>;
  std::map<Key, JudgedCycle> Judged;

  const OwningField &field(const WitnessHop &H) const {
    return S.field(H.Holder, H.Field);
  }
  const Hop &hop(const WitnessHop &H) const { return field(H).Hops[H.Hop]; }

  static Key keyOf(const Witness &W) {
    Key K;
    for (const WitnessHop &H : W)
      K.push_back({H.Holder, H.Field, H.Hop});
    std::rotate(K.begin(), std::min_element(K.begin(), K.end()), K.end());
    return K;
  }

  static bool isPointer(const Hop &H) {
    return H.Kind == OwnerKind::Shared || H.Kind == OwnerKind::Unique;
  }

  /// The hop of a field that leads to an object of class \p Target.
  unsigned hopTo(const OwningField &F, RecordIndex Target) const {
    unsigned Best = None;
    for (const auto &[I, H] : enumerate(F.Hops)) {
      if (H.Kind == OwnerKind::Weak)
        continue;
      if (H.Target == Target)
        return I;
      if (Target != None && isBaseOf(S, H.Target, Target))
        Best = I;
    }
    if (Best == None)
      for (const auto &[I, H] : enumerate(F.Hops))
        if (H.Kind != OwnerKind::Weak &&
            (Target == None || isBaseOf(S, Target, H.Target)))
          return I;
    return Best;
  }

  /// The field holds a class of the user's that is derived from a pointer to
  /// \p Target: two hops, of which the second is that base class.
  bool throughPointerClass(WitnessHop &W, WitnessHop &Base,
                           RecordIndex Target) const {
    for (const auto &[I, H] : enumerate(field(W).Hops))
      for (const auto &[N, F] : enumerate(S.Records[H.Target].Fields)) {
        unsigned Found = F.IsBase ? hopTo(F, Target) : None;
        if (Found == None || F.Hops[Found].Steps.empty())
          continue;
        W.Hop = I;
        Base.Object = Base.Holder = H.Target;
        Base.Field = N;
        Base.Hop = Found;
        return true;
      }
    return false;
  }

  //===--------------------------------------------------------------------===//
  // Cycles that statements close
  //===--------------------------------------------------------------------===//

  struct Instances {
    JudgedCycle Cycle;
    bool IsMust = false;
    bool IsHanded = false, IsEdited = false;
    bool IsCertain = false, IsLost = false, IsOpen = false,
         IsOpenForCallers = false, IsReleased = false;
  };

  void judgeClosed() {
    std::map<Key, Instances> ByKey;
    for (const ObjectCycle &C : Flow.Cycles) {
      JudgedCycle J;
      bool HasShared = false;
      size_t Known = 0;
      for (const ObjectHop &H : C.Hops) {
        WitnessHop W;
        W.Holder = H.Holder;
        W.Object = H.Object;
        W.Field = H.Field;
        W.Hop = hopTo(S.field(H.Holder, H.Field), H.Target);
        WitnessHop Base;
        Base.Holder = None;
        if (W.Hop == None && !throughPointerClass(W, Base, H.Target))
          break;
        ++Known;
        HasShared |= hop(W).Kind == OwnerKind::Shared;
        J.Hops.push_back(W);
        J.Stores.push_back(H.Store);
        if (Base.Holder != None) {
          HasShared |= hop(Base).Kind == OwnerKind::Shared;
          J.Hops.push_back(Base);
          J.Stores.push_back(Site());
        }
      }
      if (Known != C.Hops.size() || !HasShared)
        continue;
      auto [It, IsNew] = ByKey.try_emplace(keyOf(J.Hops));
      Instances &I = It->second;
      if (IsNew || (C.IsMust && !I.IsMust) ||
          (C.IsMust == I.IsMust && isClearer(J, I.Cycle)))
        I.Cycle = J;
      if (C.IsMust && !I.IsMust) {
        // What only may be says nothing beside what must.
        I.IsMust = true;
        I.IsLost = I.IsOpen = I.IsOpenForCallers = I.IsReleased = false;
      }
      if (C.IsMust != I.IsMust)
        continue;
      I.IsEdited |= C.IsEdited;
      switch (C.Fate) {
      case ObjectCycle::Lost:
        I.IsLost = true;
        I.IsCertain |= C.IsCertain;
        break;
      case ObjectCycle::Open:
        (C.IsJudgedByCallers ? I.IsOpenForCallers : I.IsOpen) = true;
        break;
      case ObjectCycle::Released:
        I.IsReleased = true;
        break;
      }
    }
    for (auto &[K, I] : ByKey) {
      decide(I);
      Judged[K] = std::move(I.Cycle);
    }
  }

  /// All stores in one function read best.
  static bool isClearer(const JudgedCycle &L, const JudgedCycle &R) {
    auto Known = [](const JudgedCycle &C) {
      return count_if(C.Stores, [](const Site &St) { return St.isValid(); });
    };
    auto Functions = [](const JudgedCycle &C) {
      std::set<FunctionIndex> In;
      for (const Site &St : C.Stores)
        if (St.isValid())
          In.insert(St.In);
      return In.size();
    };
    return std::make_tuple(-Known(L), Functions(L)) <
           std::make_tuple(-Known(R), Functions(R));
  }

  void decide(Instances &I) {
    JudgedCycle &C = I.Cycle;
    // Where elements come and go, a node may have been moved.
    if ((!I.IsMust || I.IsEdited) && isOneDirection(C.Hops))
      return set(C, Verdict::Possible, Reason::OneDirection);
    if (!I.IsMust && !isTypicalPair(C.Hops, I.IsHanded) &&
        !all_of(C.Hops,
                [&](const WitnessHop &H) { return field(H).StoresInSight; }))
      return set(C, Verdict::Possible, Reason::FarFetched);
    // Callers in sight have the last word, if they saw it.
    bool IsOpen = I.IsOpen || (I.IsOpenForCallers && !I.IsReleased);
    if (!IsOpen && !I.IsLost)
      return set(C, Verdict::RuledOut, Reason::Released);
    Teardown T = teardownOf(C.Hops);
    // A teardown that certainly does not happen does not help.
    if (I.IsLost && (!T.IsReached || I.IsCertain))
      return I.IsMust ? set(C, Verdict::Confirmed, Reason::ClosedAndLost)
                      : set(C, Verdict::Likely, Reason::MayBeClosed);
    if (T.IsReached) {
      C.Release = T.At;
      return set(C, Verdict::Possible, Reason::TakenApart);
    }
    if (T.At.isValid()) {
      C.Release = T.At;
      return set(C, Verdict::Likely, Reason::TeardownNotCalled);
    }
    if (I.IsMust)
      set(C, Verdict::Confirmed, Reason::Closed);
    else
      set(C, Verdict::Likely, Reason::MayBeClosed);
  }

  static void set(JudgedCycle &C, Verdict Level, Reason Why) {
    C.Level = Level;
    C.Why = Why;
  }

  /// The cycle holds its own kind, and all in one direction.
  bool isOneDirection(const Witness &W) const {
    SmallVector<const WitnessHop *, 4> Pointers;
    for (const WitnessHop &H : W)
      if (isPointer(hop(H)))
        Pointers.push_back(&H);
    if (Pointers.size() < 2)
      return true;
    // Classes of one family: each pointer leads to its own kind again.
    for (const WitnessHop *H : Pointers) {
      RecordIndex Target = hop(*H).Target;
      if (!isBaseOf(S, H->Holder, Target) && !isBaseOf(S, Target, H->Holder))
        return false;
    }
    for (const WitnessHop *Back : Pointers)
      for (const WitnessHop *Forth : Pointers)
        if (Back != Forth && isWayBack(*Back, *Forth))
          return false;
    return true;
  }

  /// Without identical objects, only a name tells a way back from a second way
  /// forth, as a decorator's or an operand's.
  bool isWayBack(const WitnessHop &Back, const WitnessHop &Forth) const {
    return directionOf(field(Back), hop(Back)) == FieldDirection::Up &&
           directionOf(field(Forth), hop(Forth)) != FieldDirection::Up;
  }

  //===--------------------------------------------------------------------===//
  // Teardowns
  //===--------------------------------------------------------------------===//

  struct Teardown {
    Site At;
    bool IsReached = false;
  };

  bool isInside(const std::set<RecordIndex> &Inside, FunctionIndex F) const {
    RecordIndex R = S.Functions[F].Record;
    if (R == None)
      return false;
    return any_of(Inside, [&](RecordIndex I) {
      return isBaseOf(S, I, R) || isBaseOf(S, R, I) ||
             S.Records[I].Pattern == S.Records[R].Pattern;
    });
  }

  Teardown teardownOf(const Witness &W) const {
    std::set<RecordIndex> Inside;
    for (const WitnessHop &H : W) {
      Inside.insert(H.Holder);
      Inside.insert(hop(H).Target);
      if (H.Object != None)
        Inside.insert(H.Object);
    }
    Teardown Best;
    for (const WitnessHop &H : W) {
      const FieldFlow *Field = Flow.field(H.Holder, H.Field);
      if (!Field)
        continue;
      for (const ReleaseSite &R : Field->Releases) {
        const Function &In = S.Functions[R.In];
        // Who takes out what is done may have put it in as well.
        bool IsReplaced = R.IsReplaced && (R.IsWhole || !R.IsSweep);
        if (IsReplaced || In.IsConstructor)
          continue;
        // One element less proves nothing, unless the destructor of a handle
        // takes it out.
        if (!R.IsWhole && !R.IsSweep) {
          if (isRunByHandle(R.In, Inside)) {
            Best.At = {R.In, R.Where};
            Best.IsReached = true;
          }
          continue;
        }
        bool IsIn = isInside(Inside, R.In);
        if (IsIn && ((!R.IsOfThisOrEach && !R.IsSweep) || In.IsDestructor))
          continue;
        // One of many, which a function was given, is relinked rather than
        // torn down.
        if (!IsIn && !R.IsSweep && !R.IsOfThisOrEach && !R.IsBelowThis)
          continue;
        bool IsReached =
            !IsIn || R.IsMoveOut || isReachedFromOutside(R.In, Inside);
        if (!Best.At.isValid() || (IsReached && !Best.IsReached)) {
          Best.At = {R.In, R.Where};
          Best.IsReached = IsReached;
        }
      }
    }
    return Best;
  }

  /// A destructor calls it, of a class that the cycle does not keep alive.
  bool isRunByHandle(FunctionIndex Start,
                     const std::set<RecordIndex> &Inside) const {
    SmallVector<FunctionIndex, 8> Work{Start};
    DenseSet<FunctionIndex> Seen{Start};
    while (!Work.empty()) {
      FunctionIndex F = Work.pop_back_val();
      if (S.Functions[F].IsDestructor && !isKeptAlive(Inside, F))
        return true;
      for (FunctionIndex Caller : Flow.Callers[F])
        if (Seen.insert(Caller).second)
          Work.push_back(Caller);
    }
    return false;
  }

  /// The class of \p F is on the cycle, or its objects are held by one that is.
  bool isKeptAlive(const std::set<RecordIndex> &Inside, FunctionIndex F) const {
    if (isInside(Inside, F))
      return true;
    if (S.Functions[F].Record == None)
      return false;
    SmallVector<RecordIndex, 16> Work(Inside.begin(), Inside.end());
    DenseSet<RecordIndex> Seen(Inside.begin(), Inside.end());
    while (!Work.empty()) {
      RecordIndex R = Work.pop_back_val();
      if (R == S.Functions[F].Record)
        return true;
      for (const OwningField &Field : S.Records[R].Fields)
        for (const Hop &H : Field.Hops)
          if (H.Kind != OwnerKind::Weak && Seen.insert(H.Target).second)
            Work.push_back(H.Target);
    }
    return false;
  }

  bool isReachedFromOutside(FunctionIndex Start,
                            const std::set<RecordIndex> &Inside) const {
    SmallVector<FunctionIndex, 8> Work{Start};
    DenseSet<FunctionIndex> Seen{Start};
    while (!Work.empty()) {
      FunctionIndex F = Work.pop_back_val();
      for (FunctionIndex Caller : Flow.Callers[F]) {
        if (!isInside(Inside, Caller))
          return true;
        // The cycle must be gone before its own destructors run.
        if (S.Functions[Caller].IsDestructor)
          continue;
        if (Seen.insert(Caller).second)
          Work.push_back(Caller);
      }
    }
    return false;
  }

  //===--------------------------------------------------------------------===//
  // Stores that may close one
  //===--------------------------------------------------------------------===//

  void judgeStores() {
    if (Flow.MayCloses.empty())
      return;
    std::vector<Edge> Edges;
    for (const auto &[R, Rec] : enumerate(S.Records))
      for (const auto &[F, Field] : enumerate(Rec.Fields)) {
        // The target of a std::function on the heap: one class for all of one
        // signature, so its type tells nothing.
        if (!Field.Where.isValid() && Field.IsOpen)
          continue;
        if (Flow.Weak.count({unsigned(R), unsigned(F)}))
          continue;
        const FieldFlow *Seen = Flow.field(R, F);
        bool HasStore = Seen && Seen->hasStore();
        for (const auto &[H, Hop] : enumerate(Field.Hops)) {
          if (Hop.Kind == OwnerKind::Weak)
            continue;
          Edge E;
          E.From = E.Holder = R;
          E.To = Hop.Target;
          E.Field = F;
          E.Hop = H;
          E.IsShared = Hop.Kind == OwnerKind::Shared;
          E.IsSubobject = Field.IsBase && Hop.Steps.empty();
          // Filled in sight, or maybe elsewhere; what lies inside an object is
          // always there.
          if (!E.IsSubobject && isPointer(Hop) && !HasStore &&
              Field.StoresInSight)
            continue;
          Edges.push_back(E);
        }
      }
    OutEdges Out(S.Records.size(), Edges);
    std::set<std::array<unsigned, 4>> Seen;
    for (const MayClose &M : Flow.MayCloses) {
      if (!Seen.insert({M.Holder, M.Field, M.Object, M.Target}).second)
        continue;
      unsigned H = hopTo(S.field(M.Holder, M.Field), M.Target);
      if (H == None)
        continue;
      judgeStore(M, H, Edges, Out);
    }
  }

  void judgeStore(const MayClose &M, unsigned H, ArrayRef<Edge> Edges,
                  const OutEdges &Out) {
    WitnessHop First;
    First.Holder = M.Holder;
    First.Object = M.Object;
    First.Field = M.Field;
    First.Hop = H;
    RecordIndex From = hop(First).Target;
    std::vector<unsigned> Path;
    // Two objects of one class: the way on must be another field.
    auto Allowed = [&](unsigned E) {
      return !(Edges[E].Holder == M.Holder && Edges[E].Field == M.Field);
    };
    bool IsOwnKind = isBaseOf(S, From, M.Object) || isBaseOf(S, M.Object, From);
    if (!IsOwnKind) {
      RecordIndex To = M.Object;
      if (!shortestPath(Edges, Out, S.Records.size(), From, To, Allowed,
                        Path)) {
        // Somebody may hold it through its base class.
        if (M.Holder == M.Object ||
            !shortestPath(Edges, Out, S.Records.size(), From, M.Holder, Allowed,
                          Path))
          return;
      }
      return addStoreCycle(M, First, Edges, Path);
    }
    // Its own kind: a field that runs the other way closes it.
    for (const auto &[I, E] : enumerate(Edges)) {
      if (E.IsSubobject || !Allowed(I) || !E.IsShared)
        continue;
      bool IsFamily = isBaseOf(S, E.From, From) || isBaseOf(S, From, E.From);
      bool LeadsBack =
          isBaseOf(S, E.To, M.Object) || isBaseOf(S, M.Object, E.To);
      if (!IsFamily || !LeadsBack)
        continue;
      WitnessHop Other;
      Other.Holder = Other.Object = E.Holder;
      Other.Field = E.Field;
      Other.Hop = E.Hop;
      if (isWayBack(First, Other) || isWayBack(Other, First)) {
        addStoreCycle(M, First, Edges, {unsigned(I)});
        return;
      }
    }
  }

  /// Where stores can hide, one store that may close a cycle is weak evidence:
  /// nearly every setter is one. It counts for the shape that people fix, two
  /// objects that point at each other, if both stores are in sight; a whole
  /// that holds many parts, each with one pointer back; or an owner that hands
  /// itself to what it stores.
  bool isTypicalPair(const Witness &W, bool IsHanded) const {
    constexpr unsigned MaxHops = 3;
    SmallVector<const WitnessHop *, 4> Pointers;
    unsigned Hops = 0;
    for (const WitnessHop &H : W) {
      Hops += !field(H).IsBase;
      if (isPointer(hop(H)))
        Pointers.push_back(&H);
    }
    if (Pointers.size() != 2 || Hops > MaxHops)
      return false;
    if (IsHanded)
      return true;
    // A pointer to a base class can hold so many other things.
    if (any_of(W, [&](const WitnessHop &H) {
          return isPointer(hop(H)) && hop(H).IsStored;
        }))
      return false;
    if (W.size() == 2 &&
        isContainer(hop(*Pointers[0])) != isContainer(hop(*Pointers[1])))
      return true;
    return all_of(W, [&](const WitnessHop &H) {
      if (hop(H).Kind == OwnerKind::Value)
        return true;
      const FieldFlow *Seen = Flow.field(H.Holder, H.Field);
      return Seen && Seen->hasStore();
    });
  }

  void addStoreCycle(const MayClose &M, const WitnessHop &First,
                     ArrayRef<Edge> Edges, ArrayRef<unsigned> Path) {
    Instances I;
    I.IsOpen = true;
    JudgedCycle &C = I.Cycle;
    C.Hops.push_back(First);
    C.Stores.push_back(M.Store);
    for (unsigned E : Path) {
      if (Edges[E].IsSubobject)
        continue;
      WitnessHop H;
      H.Holder = Edges[E].Holder;
      H.Field = Edges[E].Field;
      H.Hop = Edges[E].Hop;
      H.Object = hop(C.Hops.back()).Target;
      C.Hops.push_back(H);
      const FieldFlow *Field = Flow.field(H.Holder, H.Field);
      Site At;
      if (Field) {
        auto It = Field->Stored.find(hop(H).Target);
        if (It != Field->Stored.end())
          At = It->second;
      }
      C.Stores.push_back(At);
    }
    C.Hops.front().Object = hop(C.Hops.back()).Target;
    if (none_of(C.Hops, [&](const WitnessHop &H) {
          return hop(H).Kind == OwnerKind::Shared;
        }))
      return;
    Key K = keyOf(C.Hops);
    if (Judged.count(K))
      return;
    I.IsHanded = M.IsHanded;
    decide(I);
    if (I.Cycle.Why == Reason::MayBeClosed)
      I.Cycle.Why = Reason::StoreMayClose;
    Judged[K] = std::move(I.Cycle);
  }
};

} // namespace

std::vector<JudgedCycle> judgeCycles(const Summary &S, const ObjectFlow &Flow) {
  return Judge(S, Flow).run();
}

} // namespace ownership
