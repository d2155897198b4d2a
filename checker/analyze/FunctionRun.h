//===- FunctionRun.h - A function over abstract objects ---------*- C++ -*-===//
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
//
//   FunctionRun.cpp    performs the instructions, and outlines the result
//   FunctionCalls.cpp  replays what callees do
//   AbstractHeap.cpp   objects and what they hold: load, store, release
//   FlowFacts.cpp      what is written down: stores, releases, cycles, owners
//   KeepAlive.cpp      what would die if some fields were weak
//   NullTests.cpp      arms that a pointer which is null, or not, decides
//   LoopTurns.cpp      several turns of a loop, for that question
//   ObjectFlow.cpp     the order in which functions are run
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_ANALYZE_FUNCTIONRUN_H
#define OWNERSHIP_ANALYZE_FUNCTIONRUN_H

#include "analyze/KeepAlive.h"
#include "analyze/ObjectFlow.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"

namespace ownership::flow {

/// Limits that keep the analysis linear. What lies beyond is not looked at, in
/// the same way in every run.
constexpr unsigned MaxEvents = 160, MaxObjects = 4000, MaxPathLength = 5,
                   MaxAlternatives = 16, MaxSearch = 200, MaxCycles = 32,
                   MaxMayCycles = 12, MaxArms = 12, MaxOverriders = 4;
/// The same for those who ask for owners, and must give up beyond.
constexpr unsigned MaxEventsForOwners = 1600, MaxObjectsForOwners = 16000,
                   MaxPathLengthForOwners = 12, MaxArmsForOwners = 32,
                   MaxOverridersForOwners = 64, MaxImpossible = 64;

using ObjectId = unsigned;

/// Which arms of which branches an event lies under.
using Arms = llvm::SmallVector<std::pair<unsigned, unsigned>, 2>;

/// One run can pass through both.
bool areCompatible(const Arms &L, const Arms &R);
/// Whatever runs under \p Inner also runs under \p Outer.
bool isUnder(const Arms &Inner, const Arms &Outer);

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
  llvm::SmallVector<ObjectId, 1> Given;
  /// It may be any of these.
  llvm::SmallVector<ObjectId, 2> Alternatives;
  /// Somebody holds or knows it.
  bool IsHeld = false;
  /// Code out of sight knows it.
  bool HasEscaped = false;
  /// Any object of its Type that there is; if it has a Parent, any that can be
  /// reached from that.
  bool IsAny = false;
  /// It may not be there at all; or, for Null, it may be there.
  bool IsGuess = false;
  /// Code out of sight may have changed what it holds.
  bool IsKnownOutside = false;
  /// It was loaded from where something else may be by now, or nothing.
  bool IsDoubtful = false;
  /// It came from where nothing is seen: perhaps nobody else keeps it.
  bool IsUnowned = false;
};

struct Event {
  enum KindTy { Load, Store, Release, Escape, Expose, Invoke, Test };
  KindTy Kind = Load;
  ObjectId Object = None;
  MemberIndex Member = None;
  unsigned Key = 0;
  ObjectId Value = None;
  bool IsWhole = false;
  bool IsSweep = false;
  bool IsMust = true;
  bool IsReplacing = false;
  bool IsInLoop = false;
  /// It is done to each object that a walk visits, or to one that was looked
  /// for.
  bool IsVisit = false, IsForOne = false;
  /// For Invoke, see Instruction.
  unsigned Visited = 0;
  /// For a Release without Object.
  RecordIndex Type = None;
  Arms Under;
  Site At;
  /// It stands for what further turns of a loop do as well.
  bool IsInLastTurn = false;
  /// The instruction of the function itself that led to it.
  unsigned Step = 0;
  /// For Invoke, which calls the callable Object.
  llvm::SmallVector<ObjectId, 2> Arguments;
  /// For Test: this arm is taken only where Value is null (IsWhole), or only
  /// where it is not; without a branch, nothing is known of Value.
  std::pair<unsigned, unsigned> Arm;
};

/// What a function shows its callers.
struct Outline {
  std::vector<Object> Objects;
  std::vector<Event> Events;
  llvm::SmallVector<ObjectId, 2> Returns;
  std::vector<Arms> ReturnedUnder;
  bool MayThrow = false;
  Arms NothingThrown;
  std::vector<Arms> Impossible;
  bool IsDone = false;

  /// Nothing that a caller could see.
  bool isEmpty() const {
    return IsDone && Events.empty() && Returns.empty() && !MayThrow &&
           Impossible.empty();
  }
};

/// What was there under some arms is taken away, surely or perhaps.
struct Removal {
  Arms Under;
  bool IsSure = false;
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
  /// Filled for those who ask what is sure to be kept.
  llvm::SmallVector<Removal, 0> Removed;
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
  llvm::DenseMap<std::pair<ObjectId, MemberIndex>,
                 llvm::SmallVector<unsigned, 2>>
      EdgesOf;
  /// Without the member, for searches.
  std::vector<llvm::SmallVector<unsigned, 2>> EdgesFrom;
  llvm::DenseMap<MemberIndex, llvm::SmallVector<unsigned, 2>> EdgesByMember;
  std::vector<Event> Events;
  llvm::SmallVector<ObjectId, 2> Returns;
  llvm::DenseMap<unsigned, ObjectId> Globals;
  Arms Under;
  bool IsInLoop = false;
  /// What happens now is done to each object that a walk visits, or to one that
  /// was looked for.
  bool IsVisiting = false, IsForOne = false;

  struct Found {
    std::vector<unsigned> Edges;
    bool IsMust = true;
  };
  std::vector<Found> Cycles;
  unsigned NumMayCycles = 0;
  /// Members that were emptied on an object that could be any.
  llvm::DenseSet<MemberIndex> Blurred;
  /// Members that lost an element, it is not known which.
  llvm::DenseSet<MemberIndex> Edited;
  unsigned ReplayDepth = 0;
  unsigned Step = 0;
  /// What a local variable keeps, under which arms.
  struct Holding {
    unsigned Variable;
    ObjectId Object;
    Arms Under;
    llvm::SmallVector<Removal, 0> Removed;
  };
  std::vector<Holding> Holdings;
  /// Sets of arms that no run takes: a null pointer would be followed.
  std::vector<Arms> Impossible;
  bool isPossible(const Arms &Context) const {
    return llvm::none_of(Impossible,
                         [&](const Arms &A) { return isUnder(Context, A); });
  }
  /// The instructions of a loop, and its variables.
  struct LoopSpan {
    unsigned Context, First, Last, Depth;
    llvm::SmallVector<unsigned, 2> Phis;
  };
  /// Branches of which one arm is known to be taken.
  llvm::DenseMap<unsigned, unsigned> Taken;
  /// Members that were filled or emptied through a path that may lead to an
  /// object which is also known otherwise.
  llvm::DenseSet<MemberIndex> ChangedSomewhere;
  /// A pointer was written who knows where.
  bool IsAnyChanged = false;
  bool isTaken(Arms &Context) const;
  bool isClear(ObjectId Base, MemberIndex M) const;
  enum class Nullness { Unknown, Null, NotNull };
  Nullness nullnessOf(ObjectId O) const;
  /// What a pointer that is tested was loaded from, if that is known.
  struct TestedPlace {
    ObjectId Base = None;
    MemberIndex Member = None;
  };
  void test(ObjectId Pointer, TestedPlace From, bool IsNull,
            std::pair<unsigned, unsigned> Arm, bool IsInLastTurn);
  void expose(ObjectId O);
  void doubt(ObjectId O);
  /// The loops that are in the last turn that is run, which stands for all that
  /// may follow: how many objects there were when it began.
  llvm::SmallVector<ObjectId, 2> LastTurns;
  /// Functions that call themselves are run.
  unsigned Recursions = 0;
  /// What a callee did in such a turn is done.
  bool IsReplayingLastTurn = false;
  /// Members that turns which are not run, or calls, may fill.
  llvm::DenseSet<MemberIndex> FilledUnseen;
  /// Places that are taken to hold something in each turn.
  llvm::SmallVector<TestedPlace, 2> Assumed;
  bool standsForMore() const {
    return !LastTurns.empty() || Recursions > 0 || IsReplayingLastTurn;
  }
  bool isSettled(ObjectId Pointer, const TestedPlace &From);
  void beginLastTurn(const LoopSpan &L);
  void endLastTurn();
  /// What may live on where it is not seen, and under which arms that began.
  std::vector<std::pair<ObjectId, Arms>> MayLive;
  /// Under which arms each of Returns is returned.
  std::vector<Arms> ReturnedUnder;

  std::vector<LoopSpan> Loops;
  /// The turn that each loop is in: an index of Fn.Contexts.
  llvm::DenseMap<unsigned, unsigned> Turns;
  /// Tells these turns from all others; 0 in the first.
  unsigned TurnSalt = 0;
  /// An exception may leave the function; and what runs only because none left
  /// a call, within which `try` block.
  bool MayThrow = false;
  llvm::SmallVector<std::pair<unsigned, std::pair<unsigned, unsigned>>, 4>
      NotThrown;
  /// The arms under which no exception left the function, those of its callees
  /// included.
  Arms NothingThrown;
  /// Edges of the fields that are taken to be weak.
  std::vector<unsigned> WeakEdges;
  /// And those of raw pointers.
  std::vector<unsigned> RawEdges;

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
  bool isAskingForOwners() const;
  // Who asks for owners runs loops several times, and may overlook nothing.
  unsigned maxPathLength() const;
  unsigned maxArms() const;
  bool isOverLimit(size_t Number) const;
  bool isStrong(MemberIndex M) const;

  void arms(unsigned Context, Arms &Result) const;
  void armsInTurns(unsigned Context, Arms &Result) const;
  void perform(const Instruction &I, unsigned Index);
  void call(const Instruction &I, unsigned Index);
  ObjectId invoke(ObjectId Callable, llvm::ArrayRef<ObjectId> Arguments,
                  unsigned Index, bool &IsKnown, unsigned Visited,
                  FunctionIndex From = None, unsigned VisitedAgain = 0);
  ObjectId replay(const Outline &Callee, FunctionIndex CalleeIndex,
                  ObjectId This, llvm::ArrayRef<ObjectId> Arguments,
                  const Arms &Outer, unsigned Instruction, bool IsMust,
                  unsigned Visited);
  unsigned goesOnTo(FunctionIndex Callee, ObjectId This,
                    llvm::ArrayRef<ObjectId> Arguments) const;

  ObjectId returned(const Outline &Callee,
                    llvm::function_ref<ObjectId(ObjectId)> Map,
                    llvm::function_ref<unsigned(unsigned)> Salt);

  /// Follows a handle to the place that it stands for.
  void resolve(ObjectId &Base, MemberIndex &M, unsigned &Key) const;
  ObjectId load(ObjectId Base, MemberIndex M, unsigned Key, RecordIndex Type);
  void store(ObjectId Base, MemberIndex M, unsigned Key, ObjectId Value,
             bool IsMust, bool IsReplacing, Site At);
  void release(ObjectId Base, MemberIndex M, unsigned Key, bool IsWhole,
               ObjectId Which, bool IsMust, Site At, bool IsSweep = false);
  bool isDecided(ObjectId O) const;
  void onEachArm(ObjectId O, llvm::function_ref<void(ObjectId)> Do);
  void removeElement(ObjectId Base, MemberIndex M, unsigned Key, bool IsWhole,
                     ObjectId Which, bool IsMust);
  void remove(HeapEdge &E, bool IsSure);
  void addRemoval(llvm::SmallVectorImpl<Removal> &Removed, bool IsSure) const;
  /// It is there whenever this is reached.
  bool isSure(const HeapEdge &E) const {
    return isUnder(Under, E.Under) &&
           llvm::none_of(E.Removed, [&](const Removal &R) {
             return areCompatible(R.Under, Under);
           });
  }
  void removeAny(RecordIndex Type);
  ObjectId either(llvm::ArrayRef<ObjectId> Alternatives, RecordIndex Type);
  void noteRelease(ObjectId Base, MemberIndex M, ReleaseSite R,
                   bool OnlyForEach = false);
  void escape(ObjectId O);
  /// Escapes, and tells callers so.
  void letOut(ObjectId O);
  void addEdge(HeapEdge E);
  bool search(ObjectId From, ObjectId To, bool OnlyMust, const Arms &With,
              Found &Result);
  void findCycle(unsigned NewEdge, bool OnlyMust);
  void noteStored(const Member &M, ObjectId Value, Site At);
  void noteMayClose(ObjectId Base, const Member &M, ObjectId Value, Site At);
  enum Reach { Keeping, Knowing, EverKnowing };
  void reachableFrom(llvm::ArrayRef<ObjectId> Roots, std::vector<bool> &Reached,
                     Reach How) const;
  void judge(const std::vector<bool> &Visible);
  void hold(unsigned Variable, ObjectId Object);
  void addHolding(unsigned Variable, ObjectId Object, const Arms &Held);
  void findLoops();
  void perform(unsigned First, unsigned End);
  void performLoop(const LoopSpan &L);
  /// The branch that \p Context is an arm of, and a \p Branch that stands in
  /// it, in this turn of the loops around.
  unsigned branchOf(unsigned Context) const;
  unsigned branchWithin(unsigned Branch, unsigned Context) const;
  unsigned saltOf(unsigned Context) const;
  unsigned tryAround(unsigned Context) const;
  bool isWithin(unsigned Context, unsigned Outer) const;
  void afterThrowing(unsigned Index);
  unsigned keyOf(const Instruction &I) const;
  void noteLosses(bool IsExit);
  void noteDangling(const HeapEdge &Raw, bool IsExit);
  void note(std::vector<Loss> &Where, const HeapEdge &E, bool IsExit);
  bool isNoted(llvm::ArrayRef<Loss> Losses, const HeapEdge &E) const;
  struct Root;
  std::vector<Root> roots(bool IsExit) const;
  std::vector<bool> keptIn(const Arms &Context,
                           llvm::ArrayRef<Root> Roots) const;
  /// \p Depth limits how often one object may be one of others.
  bool isKept(ObjectId O, const std::vector<bool> &Kept,
              unsigned Depth = 6) const;
  bool isKeptIn(ObjectId O, const Arms &Context, llvm::ArrayRef<Root> Roots,
                unsigned Splits) const;
  std::vector<llvm::SmallVector<Arms, 1>> whereAlive(llvm::ArrayRef<Root> Roots,
                                                     ObjectId Without) const;
  bool isLost(const HeapEdge &E, llvm::ArrayRef<Root> Roots) const;
  bool wouldEnd(ObjectId O, unsigned Depth = 6) const;
  ObjectHop hopOf(const HeapEdge &E) const;
  bool isFresh(ObjectId O) const {
    const Object &Obj = Objects[O];
    return (Obj.Kind == Object::New ||
            (Obj.Kind == Object::This && Fn.IsConstructor)) &&
           !Obj.IsHeld && !Obj.HasEscaped;
  }
};

/// What the runs of all functions share.
class Tracer {
public:
  /// Which cycles are closed, or who else owns what the weak fields hold.
  enum class Question { Cycles, Owners };
  /// As if the fields of \p Weak kept nothing.
  Tracer(const Summary &S, llvm::ArrayRef<PatternField> Weak, Question Asked);
  ObjectFlow run();

  const Summary &S;
  ObjectFlow Flow;
  std::vector<Outline> Outlines;
  /// By closure type or class, what runs when an object of it is called.
  llvm::DenseMap<RecordIndex, FunctionIndex> CallOperators;
  /// Facts are written down once, in the last of several rounds.
  bool IsLastRound = true;
  const Question Asked;
  /// The functions that call each other and are being run.
  llvm::ArrayRef<FunctionIndex> Together;
  /// The statement of the function that is being run.
  StatementIndex CallSite = None;
  llvm::DenseSet<MemberIndex> Weak;
  OtherOwners Owners;
  /// Who asks for owners gives up beyond a limit.
  uint64_t StepsLeft = 0;
  void giveUp() { Owners.IsIncomplete = true; }
  bool hasGivenUp() const {
    return Asked == Question::Owners && Owners.IsIncomplete;
  }
  /// Counts edges and objects that were looked at.
  void spend(uint64_t Steps);
  /// Fields that may lose what they hold when nobody looks.
  llvm::DenseSet<MemberIndex> EmptiedByCallbacks;
  void findCallbacks();
  /// Members that \p F and those that it calls may fill.
  const llvm::DenseSet<MemberIndex> &filledBy(FunctionIndex F);
  bool callsItself(FunctionIndex F) const { return Recursive[F]; }
  /// The destructor of this class does something.
  bool hasTeardown(RecordIndex Type) const;

private:
  std::map<FunctionIndex, llvm::DenseSet<MemberIndex>> FilledBy;
  /// Functions that lead to themselves.
  std::vector<bool> Recursive;
  llvm::SmallVector<FunctionIndex, 2> calleesOf(const Instruction &I) const;
  void keepWhatDecides(std::vector<std::vector<FunctionIndex>> &Groups) const;
  std::vector<std::vector<FunctionIndex>> bottomUp();
};

} // namespace ownership::flow

#endif // OWNERSHIP_ANALYZE_FUNCTIONRUN_H
