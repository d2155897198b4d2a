//===- ObjectFlow.cpp - Running functions over abstract objects -----------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each function is run once, with one abstract object for `this`, for each
// parameter, for each allocation and for each thing that is loaded from them.
// Two loads of a field with no store between give the same object; what a store
// put there is what the next load finds. So objects are told apart by how they
// were reached, which is what makes `a->b = b; b->a = a` a cycle and
// `v[i]->next = v[i + 1]` none.
//
// A call replays what the callee did, with the caller's objects for the
// callee's. Only what a caller can see is kept for that: events on objects that
// can be reached from `this`, a parameter, a global or the result.
//
// A cycle is found when a store closes it, by a search from the stored object
// back to the holder. The stores of one run count together: those under
// opposite arms of a branch do not. Where an object may be one of several (a
// loop's variable, an element of a container), a store counts as one that may
// happen.
//
//===----------------------------------------------------------------------===//

#include "analyze/ObjectFlow.h"
#include "analyze/Graph.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/Hashing.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>

using namespace llvm;

namespace ownership {
namespace {

/// Limits that keep the analysis linear. What lies beyond is not looked at, in
/// the same way in every run.
constexpr unsigned MaxEvents = 160, MaxObjects = 4000, MaxPathLength = 5,
                   MaxAlternatives = 16, MaxSearch = 200, MaxCycles = 32,
                   MaxMayCycles = 12, MaxArms = 12, MaxOverriders = 4;

using ObjectId = unsigned;

/// Which arms of which branches an event lies under.
using Arms = SmallVector<std::pair<unsigned, unsigned>, 2>;

bool areCompatible(const Arms &L, const Arms &R) {
  for (const auto &[Branch, Arm] : L)
    for (const auto &[Other, OtherArm] : R)
      if (Branch == Other && Arm != OtherArm)
        return false;
  return true;
}

/// Whatever runs under \p Inner also runs under \p Outer.
bool isUnder(const Arms &Inner, const Arms &Outer) {
  return all_of(Outer, [&](const auto &A) { return is_contained(Inner, A); });
}

struct Object {
  enum KindTy { This, Parameter, Global, New, Path, Handle, Null, Unknown };
  KindTy Kind = Unknown;
  RecordIndex Type = None;
  bool IsExact = false;
  bool IsInLoop = false;
  /// For Parameter and Global: which one.
  unsigned Index = 0;
  /// For Path and Handle: Parent.Member[Key].
  ObjectId Parent = None;
  MemberIndex Member = None;
  unsigned Key = 0;
  unsigned Length = 0;
  /// What runs when it is called, if it is a lambda.
  FunctionIndex Operator = None;
  /// If it is the first or the second of two Alternatives, the branch that
  /// decides.
  unsigned Branch = 0;
  /// What functions out of sight were given as owners to make or fill it.
  SmallVector<ObjectId, 1> Given;
  /// It may be any of these.
  SmallVector<ObjectId, 2> Alternatives;
  /// Somebody holds or knows it.
  bool IsHeld = false;
  /// Code out of sight knows it.
  bool HasEscaped = false;
};

struct Event {
  enum KindTy { Load, Store, Release, Escape, Invoke };
  KindTy Kind = Load;
  ObjectId Object = None;
  MemberIndex Member = None;
  unsigned Key = 0;
  ObjectId Value = None;
  bool IsWhole = false;
  bool IsMust = true;
  bool IsInLoop = false;
  Arms Under;
  Site At;
  /// The instruction of the function itself that led to it.
  unsigned Step = 0;
  /// For Invoke, which calls the callable Object.
  SmallVector<ObjectId, 2> Arguments;
};

/// What a function shows its callers.
struct Outline {
  std::vector<Object> Objects;
  std::vector<Event> Events;
  SmallVector<ObjectId, 2> Returns;
  bool IsDone = false;
};

struct HeapEdge {
  ObjectId From = None;
  MemberIndex Member = None;
  unsigned Key = 0;
  ObjectId To = None;
  bool IsMust = true;
  bool IsLive = true;
  /// Released under some condition, or as one of several.
  bool MayBeReleased = false;
  bool IsInLoop = false;
  Arms Under;
  Site At;
  /// The instruction of the function itself that led to it.
  unsigned Step = 0;
};

class Tracer;

/// One function's run.
class Run {
public:
  Run(Tracer &T, FunctionIndex F);
  Outline execute();

private:
  Tracer &T;
  const Summary &S;
  const FunctionIndex F;
  const Function &Fn;
  bool IsJudging;
  std::vector<Object> Objects;
  std::vector<ObjectId> ValueOf;
  std::vector<HeapEdge> Edges;
  DenseMap<std::pair<ObjectId, MemberIndex>, SmallVector<unsigned, 2>> EdgesOf;
  /// Without the member, for searches.
  std::vector<SmallVector<unsigned, 2>> EdgesFrom;
  std::vector<Event> Events;
  SmallVector<ObjectId, 2> Returns;
  DenseMap<unsigned, ObjectId> Globals;
  Arms Under;
  bool IsInLoop = false;

  struct Found {
    std::vector<unsigned> Edges;
    bool IsMust = true;
  };
  std::vector<Found> Cycles;
  unsigned NumMayCycles = 0;
  /// Members that were emptied on an object that could be any.
  DenseSet<MemberIndex> Blurred;
  /// Members that lost an element, it is not known which.
  DenseSet<MemberIndex> Edited;
  unsigned ReplayDepth = 0;
  unsigned Step = 0;

  ObjectId add(Object O) {
    Objects.push_back(std::move(O));
    EdgesFrom.emplace_back();
    return Objects.size() - 1;
  }
  ObjectId unknown(RecordIndex Type) {
    Object O;
    O.Type = Type;
    return add(std::move(O));
  }
  const Member &member(MemberIndex M) const { return S.Members[M]; }

  void arms(unsigned Context, Arms &Result) const;
  void perform(const Instruction &I, unsigned Index);
  void call(const Instruction &I, unsigned Index);
  ObjectId invoke(ObjectId Callable, ArrayRef<ObjectId> Arguments,
                  unsigned Index, bool &IsKnown);
  ObjectId replay(const Outline &Callee, FunctionIndex CalleeIndex,
                  ObjectId This, ArrayRef<ObjectId> Arguments,
                  const Arms &Outer, unsigned Instruction, bool IsMust);

  /// Follows a handle to the place that it stands for.
  void resolve(ObjectId &Base, MemberIndex &M, unsigned &Key) const;
  ObjectId load(ObjectId Base, MemberIndex M, unsigned Key, RecordIndex Type);
  void store(ObjectId Base, MemberIndex M, unsigned Key, ObjectId Value,
             bool IsMust, Site At);
  void release(ObjectId Base, MemberIndex M, unsigned Key, bool IsWhole,
               ObjectId Which, bool IsMust, Site At);
  ObjectId either(ArrayRef<ObjectId> Alternatives, RecordIndex Type);
  void noteRelease(ObjectId Base, MemberIndex M, bool IsWhole, bool IsMoveOut,
                   bool IsReplaced, StatementIndex Where,
                   bool OnlyForEach = false);
  void escape(ObjectId O);
  void addEdge(HeapEdge E);
  bool search(ObjectId From, ObjectId To, bool OnlyMust, const Arms &With,
              Found &Result);
  void findCycle(unsigned NewEdge);
  void noteStored(const Member &M, ObjectId Value, Site At);
  void noteMayClose(ObjectId Base, const Member &M, ObjectId Value, Site At);
  enum Reach { Holding, Knowing, EverKnowing };
  void reachableFrom(ArrayRef<ObjectId> Roots, std::vector<bool> &Reached,
                     Reach How) const;
  void judge(const std::vector<bool> &Visible);
  void noteSoleOwners(const std::vector<bool> &Visible);
  ObjectHop hopOf(const HeapEdge &E) const;
  bool isFresh(ObjectId O) const {
    const Object &Obj = Objects[O];
    return (Obj.Kind == Object::New ||
            (Obj.Kind == Object::This && Fn.IsConstructor)) &&
           !Obj.IsHeld && !Obj.HasEscaped;
  }
};

class Tracer {
public:
  explicit Tracer(const Summary &S) : S(S), Outlines(S.Functions.size()) {
    Flow.Callers.resize(S.Functions.size());
    for (const auto &[I, F] : enumerate(S.Functions))
      if (F.IsCallOperator && F.HasBody && F.Record != None)
        CallOperators.try_emplace(F.Record, I);
  }

  ObjectFlow run() {
    for (const std::vector<FunctionIndex> &Group : bottomUp()) {
      // Functions that call each other see of each other what the first round
      // found.
      unsigned Rounds = Group.size() > 1 || callsItself(Group.front()) ? 2 : 1;
      for (unsigned Round = 0; Round < Rounds; ++Round) {
        IsLastRound = Round + 1 == Rounds;
        for (FunctionIndex F : Group) {
          Outline O = Run(*this, F).execute();
          O.IsDone = true;
          Outlines[F] = std::move(O);
        }
      }
    }
    return std::move(Flow);
  }

  const Summary &S;
  ObjectFlow Flow;
  std::vector<Outline> Outlines;
  DenseMap<RecordIndex, FunctionIndex> CallOperators;
  bool IsLastRound = true;
  /// The statement of the function that is being run.
  StatementIndex CallSite = None;

private:
  bool callsItself(FunctionIndex F) const {
    return is_contained(Flow.Callers[F], F);
  }

  /// Groups of functions that call each other, callees first.
  std::vector<std::vector<FunctionIndex>> bottomUp() {
    std::vector<Edge> Calls;
    for (const auto &[I, F] : enumerate(S.Functions))
      for (const Instruction &In : F.Body)
        if (In.Kind == Instruction::Call)
          for (FunctionIndex Callee : In.Callees) {
            Edge E;
            E.From = I;
            E.To = Callee;
            Calls.push_back(E);
            if (Flow.Callers[Callee].empty() ||
                Flow.Callers[Callee].back() != I)
              Flow.Callers[Callee].push_back(I);
          }
    // Lambdas are run before those who make them, so that calls through the
    // object that was stored can be followed.
    for (const auto &[I, F] : enumerate(S.Functions))
      for (const Instruction &In : F.Body)
        if (In.Kind == Instruction::New) {
          FunctionIndex Operator = None;
          if (!In.Callees.empty())
            Operator = In.Callees.front();
          else if (In.Type != None && CallOperators.count(In.Type))
            Operator = CallOperators.lookup(In.Type);
          if (Operator == None || Operator == I)
            continue;
          Edge E;
          E.From = I;
          E.To = Operator;
          Calls.push_back(E);
        }
    std::vector<unsigned> Group = components(S.Functions.size(), Calls);
    std::map<unsigned, std::vector<FunctionIndex>> ByGroup;
    for (const auto &[I, F] : enumerate(S.Functions))
      if (F.HasBody)
        ByGroup[Group[I]].push_back(I);
    std::vector<std::vector<FunctionIndex>> Result;
    for (auto &[Number, Members] : ByGroup)
      Result.push_back(std::move(Members));
    return Result;
  }
};

Run::Run(Tracer &T, FunctionIndex F)
    : T(T), S(T.S), F(F), Fn(T.S.Functions[F]) {
  IsJudging = !Fn.CallersInSight || T.Flow.Callers[F].empty();
}

void Run::arms(unsigned Context, Arms &Result) const {
  for (; Context != None && Result.size() < MaxArms;
       Context = Fn.Contexts[Context].Outer)
    Result.push_back({Fn.Contexts[Context].Branch, Fn.Contexts[Context].Arm});
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

void Run::addEdge(HeapEdge E) {
  E.Step = Step;
  EdgesOf[{E.From, E.Member}].push_back(Edges.size());
  EdgesFrom[E.From].push_back(Edges.size());
  Edges.push_back(std::move(E));
}

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
  reachableFrom({Value}, Reached, Holding);
  bool IsIsolated = true;
  for (ObjectId O = 0; O < Objects.size() && IsIsolated; ++O)
    if (Reached[O] && (Objects[O].Kind != Object::New || Objects[O].HasEscaped))
      IsIsolated = false;
  if (IsIsolated)
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
  if (Objects[Base].HasEscaped || Objects[Base].Kind == Object::Global)
    escape(Value);
}

void Run::noteRelease(ObjectId Base, MemberIndex M, bool IsWhole,
                      bool IsMoveOut, bool IsReplaced, StatementIndex Where,
                      bool OnlyForEach) {
  unsigned Key = 0;
  resolve(Base, M, Key);
  if (!member(M).isOwning() || !T.IsLastRound)
    return;
  ReleaseSite R;
  R.In = F;
  R.Where = Where;
  R.IsWhole = IsWhole;
  R.IsMoveOut = IsMoveOut;
  R.IsReplaced = IsReplaced;
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
      if (IsMeant && IsSure && isUnder(Edge.Under, Under))
        Edge.IsLive = false;
      else if (IsMeant)
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
      Work.push_back(Edges[E].To);
    append_range(Work, Objects[Next].Alternatives);
  }
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
          !member(Edge.Member).IsStrong || !areCompatible(Edge.Under, With))
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

void Run::findCycle(unsigned NewEdge) {
  if (Cycles.size() >= MaxCycles)
    return;
  const HeapEdge E = Edges[NewEdge];
  Found Result;
  bool IsMust = E.IsMust;
  if (!(IsMust && search(E.To, E.From, /*OnlyMust=*/true, E.Under, Result))) {
    IsMust = false;
    if (NumMayCycles >= MaxMayCycles ||
        !search(E.To, E.From, /*OnlyMust=*/false, E.Under, Result))
      return;
  }
  Result.IsMust = IsMust && Result.IsMust;
  NumMayCycles += !Result.IsMust;
  Result.Edges.insert(Result.Edges.begin(), NewEdge);
  Cycles.push_back(std::move(Result));
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
          (How != Holding || member(Edges[E].Member).IsStrong))
        Work.push_back(Edges[E].To);
    append_range(Work, Objects[O].Alternatives);
    if (How != Holding && Objects[O].Kind == Object::Handle)
      Work.push_back(Objects[O].Parent);
  }
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

/// Which fields hold the last reference to an object made here: if such a field
/// were weak, the object would die when the function returns.
void Run::noteSoleOwners(const std::vector<bool> &Visible) {
  if (!T.IsLastRound)
    return;
  // The one edge from what outlives the function; None if there are more.
  DenseMap<ObjectId, unsigned> OnlyEdge;
  for (const auto &[I, E] : enumerate(Edges)) {
    const Object &O = Objects[E.To];
    if (!E.IsLive || O.Kind != Object::New || O.Type == None || O.HasEscaped ||
        !Visible[E.From] || E.From == E.To || !member(E.Member).IsStrong ||
        is_contained(Returns, E.To))
      continue;
    auto [It, IsNew] = OnlyEdge.try_emplace(E.To, I);
    if (!IsNew)
      It->second = None;
  }
  for (const auto &[O, E] : OnlyEdge)
    if (E != None && member(Edges[E].Member).isOwning()) {
      const Member &M = member(Edges[E].Member);
      T.Flow.Fields[{M.Record, M.Field}].IsSoleOwner = true;
    }
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
    Cycle.IsCertain = Cycle.Fate == ObjectCycle::Lost && C.IsMust &&
                      !IsClouded && !Cycle.IsEdited &&
                      (!IsConditional || !AnyRelease);
    Cycle.IsJudgedByCallers =
        !IsJudging && Cycle.Fate == ObjectCycle::Open && IsVisible;
    T.Flow.Cycles.push_back(std::move(Cycle));
  }
}

void Run::call(const Instruction &I, unsigned Index) {
  ObjectId This = I.Base == None ? None : ValueOf[I.Base];
  SmallVector<ObjectId, 4> Arguments;
  for (ValueIndex V : I.Operands)
    Arguments.push_back(V == None ? None : ValueOf[V]);

  SmallVector<FunctionIndex, 4> Callees;
  if (I.Callees.empty()) {
    // A callable: what it holds decides.
    bool IsKnown = false;
    ObjectId Result =
        This == None ? None : invoke(This, Arguments, Index, IsKnown);
    ValueOf[Index] = Result == None ? unknown(I.Type) : Result;
    return;
  } else {
    Callees.append(I.Callees.begin(), I.Callees.end());
    if (Callees.size() > 1) {
      // A virtual call. The object's own class decides if it is known.
      if (This != None && Objects[This].IsExact) {
        auto Own = find_if(Callees, [&](FunctionIndex C) {
          return S.Functions[C].Record == Objects[This].Type;
        });
        if (Own != Callees.end())
          Callees.assign(1, FunctionIndex(*Own));
      }
      erase_if(Callees,
               [&](FunctionIndex C) { return !S.Functions[C].HasBody; });
      if (Callees.size() > MaxOverriders)
        Callees.clear();
    }
  }

  ObjectId Result = None;
  bool AnyBody = false;
  for (const auto &[N, Callee] : enumerate(Callees)) {
    if (!S.Functions[Callee].HasBody)
      continue;
    AnyBody = true;
    if (!T.Outlines[Callee].IsDone)
      continue;
    Arms Outer = Under;
    if (Callees.size() > 1)
      Outer.push_back({unsigned(hash_combine(Index, 0x51u)), unsigned(N)});
    ObjectId Returned = replay(T.Outlines[Callee], Callee, This, Arguments,
                               Outer, Index, /*IsMust=*/true);
    if (Result == None)
      Result = Returned;
    else if (Returned != None && Returned != Result) {
      Result = either({Result, Returned}, I.Type);
    }
  }
  if (!AnyBody) {
    // Out of sight.
    if (This != None && !I.Callees.empty())
      escape(This);
    for (ObjectId A : Arguments)
      if (A != None) {
        escape(A);
        Event Ev;
        Ev.Kind = Event::Escape;
        Ev.Value = A;
        Ev.Under = Under;
        Events.push_back(std::move(Ev));
      }
  }
  ValueOf[Index] = Result == None ? unknown(I.Type) : Result;
  if (AnyBody)
    return;
  for (const auto &[N, A] : enumerate(Arguments))
    if (A != None && N < 32 && (I.OwningOperands >> N & 1)) {
      Objects[ValueOf[Index]].Given.push_back(A);
      if (This != None)
        Objects[This].Given.push_back(A);
    }
}

/// Runs what \p Callable holds, or leaves that to a caller who knows.
ObjectId Run::invoke(ObjectId Callable, ArrayRef<ObjectId> Arguments,
                     unsigned Index, bool &IsKnown) {
  constexpr unsigned MaxReplayDepth = 6;
  ObjectId Only = None;
  FunctionIndex Operator = None;
  SmallVector<ObjectId, 4> Targets{Callable};
  append_range(Targets, Objects[Callable].Alternatives);
  for (ObjectId O : Targets) {
    FunctionIndex Found = Objects[O].Operator;
    if (Found == None && Objects[O].Type != None)
      if (auto It = T.CallOperators.find(Objects[O].Type);
          It != T.CallOperators.end())
        Found = It->second;
    if (Found == None || Found == Operator)
      continue;
    // Several: any of them.
    if (Operator != None) {
      Operator = None;
      break;
    }
    Operator = Found;
    Only = O;
  }
  if (Operator != None && T.Outlines[Operator].IsDone &&
      ReplayDepth < MaxReplayDepth) {
    IsKnown = true;
    ++ReplayDepth;
    ObjectId Result = replay(T.Outlines[Operator], Operator, Only, Arguments,
                             Under, Index, /*IsMust=*/true);
    --ReplayDepth;
    return Result;
  }
  Event Ev;
  Ev.Kind = Event::Invoke;
  Ev.Object = Callable;
  Ev.Arguments.append(Arguments.begin(), Arguments.end());
  Ev.IsInLoop = IsInLoop;
  Ev.Under = Under;
  Events.push_back(std::move(Ev));
  return None;
}

ObjectId Run::replay(const Outline &Callee, FunctionIndex CalleeIndex,
                     ObjectId This, ArrayRef<ObjectId> Arguments,
                     const Arms &Outer, unsigned Index, bool IsMust) {
  std::vector<ObjectId> Mapped(Callee.Objects.size(), None);
  auto Salt = [&](unsigned N) {
    return unsigned(hash_combine(F, Index, CalleeIndex, N));
  };
  auto Map = [&](ObjectId O, auto &Map) -> ObjectId {
    if (O == None)
      return None;
    if (Mapped[O] != None)
      return Mapped[O];
    const Object Original = Callee.Objects[O];
    ObjectId Result = None;
    switch (Original.Kind) {
    case Object::This:
      Result = This;
      break;
    case Object::Parameter:
      if (Original.Index < Arguments.size())
        Result = Arguments[Original.Index];
      break;
    case Object::Global: {
      auto [It, IsNew] = Globals.try_emplace(Original.Index, None);
      if (IsNew) {
        Object G = Original;
        It->second = add(std::move(G));
      }
      Result = It->second;
      break;
    }
    case Object::Path: {
      ObjectId Parent = Map(Original.Parent, Map);
      unsigned Key = Original.Key >= 0x40000000u
                         ? (Salt(Original.Key) | 0x40000000u)
                         : Original.Key;
      Result = load(Parent, Original.Member, Key, Original.Type);
      break;
    }
    case Object::Handle: {
      Object H = Original;
      H.Parent = Map(Original.Parent, Map);
      Result = add(std::move(H));
      break;
    }
    case Object::Null:
    case Object::New:
    case Object::Unknown: {
      Object Copy;
      Copy.Kind = Original.Kind;
      Copy.Type = Original.Type;
      Copy.IsExact = Original.IsExact;
      Copy.Operator = Original.Operator;
      Copy.IsInLoop = Original.IsInLoop || IsInLoop;
      Result = add(std::move(Copy));
      Mapped[O] = Result;
      for (ObjectId Alternative : Original.Alternatives) {
        ObjectId A = Map(Alternative, Map);
        Objects[Result].Alternatives.push_back(A);
      }
      break;
    }
    }
    if (Result == None)
      Result = unknown(Original.Type);
    // A caller may know the class better than the callee.
    Mapped[O] = Result;
    return Result;
  };
  auto M = [&](ObjectId O) { return Map(O, Map); };

  Arms Saved = Under;
  bool SavedLoop = IsInLoop;
  for (const auto &[N, Original] : enumerate(Callee.Events)) {
    if (Objects.size() > MaxObjects)
      break;
    Under = Outer;
    for (const auto &[Branch, Arm] : Original.Under)
      if (Under.size() < MaxArms)
        Under.push_back({Salt(Branch), Arm});
    IsInLoop = SavedLoop || Original.IsInLoop;
    switch (Original.Kind) {
    case Event::Load:
      M(Original.Value);
      break;
    case Event::Store: {
      ObjectId Base = M(Original.Object), Value = M(Original.Value);
      unsigned Key = Original.Key >= 0x40000000u
                         ? (Salt(Original.Key) | 0x40000000u)
                         : Original.Key;
      store(Base, Original.Member, Key, Value, Original.IsMust && IsMust,
            Original.At);
      break;
    }
    case Event::Release: {
      ObjectId Base = M(Original.Object);
      // A helper that empties what it is given, called for each.
      Object::KindTy Given = Callee.Objects[Original.Object].Kind;
      if (Given == Object::This || Given == Object::Parameter)
        noteRelease(Base, Original.Member, Original.IsWhole,
                    /*IsMoveOut=*/false, /*IsReplaced=*/false, T.CallSite,
                    /*OnlyForEach=*/true);
      release(Base, Original.Member, Original.Key, Original.IsWhole,
              M(Original.Value), Original.IsMust && IsMust, Original.At);
      break;
    }
    case Event::Invoke: {
      SmallVector<ObjectId, 2> Mine;
      for (ObjectId A : Original.Arguments)
        Mine.push_back(M(A));
      ObjectId Callable = M(Original.Object);
      bool IsKnown = false;
      if (Callable != None)
        invoke(Callable, Mine, Salt(N), IsKnown);
      break;
    }
    case Event::Escape: {
      ObjectId O = M(Original.Value);
      escape(O);
      Event Ev;
      Ev.Kind = Event::Escape;
      Ev.Value = O;
      Events.push_back(std::move(Ev));
      break;
    }
    }
  }
  Under = Saved;
  IsInLoop = SavedLoop;
  if (Callee.Returns.empty())
    return None;
  if (Callee.Returns.size() == 1)
    return M(Callee.Returns.front());
  SmallVector<ObjectId, 2> Results;
  RecordIndex Type = None;
  for (ObjectId O : Callee.Returns) {
    ObjectId R = M(O);
    if (!is_contained(Results, R))
      Results.push_back(R);
    if (Objects[R].Type != None)
      Type = Objects[R].Type;
  }
  if (Results.size() == 1)
    return Results.front();
  return either(Results, Type);
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

void Run::perform(const Instruction &I, unsigned Index) {
  Under.clear();
  arms(I.Context, Under);
  IsInLoop = I.IsInLoop;
  Step = Index;
  T.CallSite = I.Where;
  Site At{F, I.Where};
  auto Value = [&](ValueIndex V) { return V == None ? None : ValueOf[V]; };
  switch (I.Kind) {
  case Instruction::This:
  case Instruction::Parameter: {
    Object O;
    O.Kind = I.Kind == Instruction::This ? Object::This : Object::Parameter;
    O.Type = I.Type;
    O.Index = I.Index;
    ValueOf[Index] = add(std::move(O));
    return;
  }
  case Instruction::Global: {
    auto [It, IsNew] = Globals.try_emplace(I.Index, None);
    if (IsNew) {
      Object O;
      O.Kind = Object::Global;
      O.Type = I.Type;
      O.Index = I.Index;
      O.HasEscaped = O.IsHeld = true;
      It->second = add(std::move(O));
    }
    ValueOf[Index] = It->second;
    return;
  }
  case Instruction::New: {
    Object O;
    O.Kind = Object::New;
    O.Type = I.Type;
    O.IsExact = I.IsExact;
    O.IsInLoop = I.IsInLoop;
    if (!I.Callees.empty())
      O.Operator = I.Callees.front();
    ValueOf[Index] = add(std::move(O));
    return;
  }
  case Instruction::Load:
    ValueOf[Index] = Value(I.Base) == None
                         ? unknown(I.Type)
                         : load(Value(I.Base), I.Member, I.Key, I.Type);
    return;
  case Instruction::Handle: {
    Object O;
    O.Kind = Object::Handle;
    O.Parent = Value(I.Base);
    O.Member = I.Member;
    O.Key = I.Key;
    if (O.Parent == None)
      O.Kind = Object::Unknown;
    ValueOf[Index] = add(std::move(O));
    return;
  }
  case Instruction::Phi: {
    SmallVector<ObjectId, 2> Alternatives;
    for (ValueIndex V : I.Operands)
      // What a later iteration brings is not known yet.
      if (V < Index && ValueOf[V] != None)
        Alternatives.push_back(ValueOf[V]);
    ValueOf[Index] =
        Alternatives.empty() ? unknown(I.Type) : either(Alternatives, I.Type);
    if (Alternatives.size() == 2)
      Objects[ValueOf[Index]].Branch = I.Index;
    return;
  }
  case Instruction::Cast: {
    ObjectId O = Value(I.Value);
    ValueOf[Index] = O == None ? unknown(I.Type) : O;
    if (O != None &&
        (Objects[O].Type == None || isBaseOf(S, Objects[O].Type, I.Type)))
      Objects[O].Type = I.Type;
    return;
  }
  case Instruction::Null: {
    Object O;
    O.Kind = Object::Null;
    O.IsExact = true;
    ValueOf[Index] = add(std::move(O));
    return;
  }
  case Instruction::Unknown:
    ValueOf[Index] = unknown(I.Type);
    return;
  case Instruction::Store:
    if (Value(I.Base) != None && Value(I.Value) != None)
      store(Value(I.Base), I.Member, I.Key, Value(I.Value), /*IsMust=*/true,
            At);
    return;
  case Instruction::Release: {
    if (Value(I.Base) == None)
      return;
    bool IsReplaced = any_of(Fn.Body, [&](const Instruction &Other) {
      return Other.Kind == Instruction::Store && Other.Member == I.Member &&
             Other.Base == I.Base;
    });
    noteRelease(Value(I.Base), I.Member, I.IsWhole, I.IsMoveOut, IsReplaced,
                I.Where);
    release(Value(I.Base), I.Member, I.Key, I.IsWhole, Value(I.Value),
            /*IsMust=*/true, At);
    return;
  }
  case Instruction::Call:
    return call(I, Index);
  case Instruction::Return:
    if (Value(I.Value) != None && !is_contained(Returns, Value(I.Value)))
      Returns.push_back(Value(I.Value));
    return;
  case Instruction::Escape:
    if (Value(I.Value) != None) {
      escape(Value(I.Value));
      Event Ev;
      Ev.Kind = Event::Escape;
      Ev.Value = Value(I.Value);
      Events.push_back(std::move(Ev));
    }
    return;
  }
}

Outline Run::execute() {
  ValueOf.assign(Fn.Body.size(), None);
  for (unsigned I = 0; I < Fn.Body.size(); ++I)
    perform(Fn.Body[I], I);

  // What a caller can see.
  SmallVector<ObjectId, 16> Roots(Returns.begin(), Returns.end());
  for (ObjectId O = 0; O < Objects.size(); ++O)
    if (Objects[O].Kind == Object::This ||
        Objects[O].Kind == Object::Parameter ||
        Objects[O].Kind == Object::Global || Objects[O].HasEscaped)
      Roots.push_back(O);
  std::vector<bool> Visible;
  reachableFrom(Roots, Visible, Knowing);
  judge(Visible);
  noteSoleOwners(Visible);
  reachableFrom(Roots, Visible, EverKnowing);

  Outline Result;
  std::vector<ObjectId> Renumbered(Objects.size(), None);
  auto Keep = [&](ObjectId O, auto &Keep) -> ObjectId {
    if (O == None)
      return None;
    if (Renumbered[O] != None)
      return Renumbered[O];
    // Parents first, so that numbers only lead back.
    ObjectId Parent = Keep(Objects[O].Parent, Keep);
    Object Copy = Objects[O];
    Copy.Parent = Parent;
    Copy.IsHeld = Copy.HasEscaped = false;
    Renumbered[O] = Result.Objects.size();
    Copy.Alternatives.clear();
    // A path finds its contents anew in the caller.
    Result.Objects.push_back(std::move(Copy));
    if (Objects[O].Kind == Object::Unknown) {
      SmallVector<ObjectId, 2> Alternatives;
      for (ObjectId A : Objects[O].Alternatives)
        if (A != O)
          Alternatives.push_back(Keep(A, Keep));
      Result.Objects[Renumbered[O]].Alternatives = std::move(Alternatives);
    }
    return Renumbered[O];
  };
  auto IsShown = [&](const Event &E) {
    switch (E.Kind) {
    case Event::Load:
      return false;
    case Event::Store:
    case Event::Release:
    case Event::Invoke:
      return bool(Visible[E.Object]);
    case Event::Escape:
      return true;
    }
    return false;
  };
  // Which loads the others need.
  std::vector<bool> IsNeeded(Objects.size(), false);
  auto Need = [&](ObjectId O) {
    for (; O != None && !IsNeeded[O]; O = Objects[O].Parent)
      IsNeeded[O] = true;
  };
  for (const Event &E : Events)
    if (IsShown(E)) {
      Need(E.Object);
      Need(E.Value);
      for (ObjectId A : E.Arguments)
        Need(A);
    }
  for (ObjectId O : Returns)
    Need(O);
  for (const Event &E : Events) {
    if (Result.Events.size() >= MaxEvents)
      break;
    if (E.Kind == Event::Load ? !IsNeeded[E.Value] : !IsShown(E))
      continue;
    Event Copy = E;
    Copy.Object = Keep(E.Object, Keep);
    Copy.Value = Keep(E.Value, Keep);
    for (ObjectId &A : Copy.Arguments)
      A = Keep(A, Keep);
    Result.Events.push_back(std::move(Copy));
  }
  for (ObjectId O : Returns)
    Result.Returns.push_back(Keep(O, Keep));
  return Result;
}

} // namespace

ObjectFlow traceObjects(const Summary &S) { return Tracer(S).run(); }

} // namespace ownership
