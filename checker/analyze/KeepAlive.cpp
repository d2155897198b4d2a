//===- KeepAlive.cpp - What would die if some fields were weak ------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question is asked of a state, after each statement and at the end of each
// function: can a holder be reached from the roots (locals, what the function
// was given or returns, globals, what code out of sight keeps) along strong
// fields, when what it holds cannot? Then the object would have ended.
//
// A state stands for many runs, told apart by the arms that they take. So a
// holder is reached in certain contexts, sets of arms, and in each of them the
// object must be kept for sure: by fields that were filled under arms that the
// context implies and emptied under none that it allows; or, whichever arm of
// one further branch is taken, by one field or another. `if (x) { books.add(b);
// pages.add(p); }` keeps b as long as p, `if (x) books.add(b); pages.add(p);`
// does not.
//
// Only objects that were made in sight, and all of whose owners are in sight,
// can be lost at all: what a caller gave is looked at again in the caller. A
// holder that is kept by nothing but the object cannot outlive it: that is why
// parts may come and go in a tree whose nodes know their parents.
//
// A proof in syntax was tried first (a local of a function out of which nothing
// gets). It refused most of what is right: an object handed to a constructor, a
// child found in a container, a root kept by another object. What was there
// under a condition was then taken to keep, which breaks programs.
//
//===----------------------------------------------------------------------===//

#include "analyze/KeepAlive.h"
#include "analyze/FunctionRun.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Sequence.h"
#include "llvm/ADT/SetVector.h"

using namespace llvm;

namespace ownership {
namespace flow {
namespace {

/// More contexts than these are taken together.
constexpr unsigned MaxContexts = 6;
/// So many branches may decide who keeps an object.
constexpr unsigned MaxSplits = 3, MaxSplitBranches = 6;

void addArms(Arms &To, const Arms &From) {
  for (const auto &A : From)
    if (!is_contained(To, A))
      To.push_back(A);
}

/// What lies under \p Under, and was taken away as \p Removed tells, is there
/// in every run of \p Context.
bool isSurelyThere(const Arms &Under, ArrayRef<Removal> Removed,
                   const Arms &Context) {
  return isUnder(Context, Under) && none_of(Removed, [&](const Removal &R) {
           return areCompatible(R.Under, Context);
         });
}

/// The contexts within \p Context in which it may be there.
SmallVector<Arms, 2> whereThere(const Arms &Under, ArrayRef<Removal> Removed,
                                const Arms &Context) {
  if (!areCompatible(Under, Context))
    return {};
  Arms First = Context;
  addArms(First, Under);
  SmallVector<Arms, 2> Result{First};
  for (const Removal &R : Removed) {
    if (!R.IsSure)
      continue;
    SmallVector<Arms, 2> Next;
    for (Arms &C : Result) {
      if (!areCompatible(C, R.Under)) {
        Next.push_back(std::move(C));
        continue;
      }
      // It stays where one of the arms is not taken.
      bool IsSplit = all_of(R.Under, [&](const auto &A) {
        return A.second < ManyArms || is_contained(C, A);
      });
      if (!IsSplit) {
        Next.push_back(std::move(C));
        continue;
      }
      for (const auto &[Branch, Arm] : R.Under)
        if (!is_contained(C, std::pair(Branch, Arm))) {
          Arms Other = C;
          Other.push_back({Branch, 1 - Arm});
          Next.push_back(std::move(Other));
        }
    }
    if (Next.size() > MaxContexts)
      return {First};
    Result = std::move(Next);
  }
  return Result;
}

} // namespace

bool Run::isAskingForOwners() const {
  return T.Asked == Tracer::Question::Owners;
}
unsigned Run::maxPathLength() const {
  return isAskingForOwners() ? MaxPathLengthForOwners : MaxPathLength;
}
unsigned Run::maxArms() const {
  return isAskingForOwners() ? MaxArmsForOwners : MaxArms;
}
bool Run::isOverLimit(size_t Number) const {
  return Number > (isAskingForOwners() ? MaxObjectsForOwners : MaxObjects);
}

bool Run::isStrong(MemberIndex M) const {
  return member(M).IsStrong && !T.Weak.contains(M);
}

void Run::hold(unsigned Variable, ObjectId Object) {
  if (!isAskingForOwners())
    return;
  // What was held under these arms is replaced; else it may still be there.
  erase_if(Holdings, [&](const Holding &H) {
    return H.Variable == Variable && isUnder(H.Under, Under);
  });
  for (Holding &H : Holdings)
    if (H.Variable == Variable && areCompatible(H.Under, Under))
      addRemoval(H.Removed, /*IsSure=*/true);
  if (Object != None)
    addHolding(Variable, Object, Under);
}

/// What a branch decides is held under its arms.
void Run::addHolding(unsigned Variable, ObjectId Object, const Arms &Held) {
  if (Objects[Object].Kind == Object::Null || Held.size() > maxArms())
    return;
  unsigned Branch = Objects[Object].Branch;
  if (!Branch) {
    Holdings.push_back({Variable, Object, Held, {}});
    return;
  }
  const SmallVector<ObjectId, 2> Alternatives = Objects[Object].Alternatives;
  for (const auto &[Arm, A] : enumerate(Alternatives)) {
    Arms Inner = Held;
    addArms(Inner, {{Branch, unsigned(Arm)}});
    if (areCompatible(Inner, Held))
      addHolding(Variable, A, Inner);
  }
}

/// All owners of \p O are in sight: it was made here, or is part of something
/// that was; or it was taken out of what it was found in.
bool Run::wouldEnd(ObjectId O, unsigned Depth) const {
  if (Objects[O].Kind == Object::Unknown && Objects[O].IsUnowned)
    return !Objects[O].HasEscaped;
  if (Objects[O].Kind == Object::Unknown)
    return Depth > 0 && any_of(Objects[O].Alternatives, [&](ObjectId A) {
             return wouldEnd(A, Depth - 1);
           });
  // What callers gave is judged where it is known who else keeps it, if all of
  // them are in sight.
  ObjectId Outermost = O;
  while (Objects[Outermost].Parent != None)
    Outermost = Objects[Outermost].Parent;
  bool IsGiven = Objects[Outermost].Kind == Object::This ||
                 Objects[Outermost].Kind == Object::Parameter;
  if (Objects[O].Kind == Object::Path && !Objects[O].HasEscaped &&
      !T.Weak.contains(Objects[O].Member) && (IsJudging || !IsGiven)) {
    const Object &Path = Objects[O];
    auto It = EdgesOf.find({Path.Parent, Path.Member});
    if (It != EdgesOf.end() && any_of(It->second, [&](unsigned E) {
          return Edges[E].To == O &&
                 (!Edges[E].IsLive || !Edges[E].Removed.empty() ||
                  T.EmptiedByCallbacks.contains(Path.Member));
        }))
      return true;
  }
  for (; O != None; O = Objects[O].Parent) {
    const Object &Obj = Objects[O];
    if (Obj.HasEscaped || Obj.IsGuess)
      return false;
    if (Obj.Kind == Object::New)
      return true;
    // Who is found by a weak pointer has an owner elsewhere.
    if (Obj.Kind != Object::Path || !member(Obj.Member).IsStrong)
      return false;
  }
  return false;
}

/// Where reachability begins: who is there without a field that keeps him.
struct Run::Root {
  ObjectId Object;
  Arms Under;
  ArrayRef<Removal> Removed;
  bool IsSure = true;
};

std::vector<Run::Root> Run::roots(bool IsExit) const {
  std::vector<Root> Result;
  auto Add = [&](ObjectId O, const Arms &Arms, ArrayRef<Removal> Removed) {
    while (Objects[O].Kind == Object::Handle)
      O = Objects[O].Parent;
    Result.push_back({O, Arms, Removed});
  };
  for (const auto &[O, Arms] : MayLive) {
    Add(O, Arms, {});
    Result.back().IsSure = false;
  }
  for (const auto &[O, Arms] : zip(Returns, ReturnedUnder))
    Add(O, Arms, {});
  for (ObjectId O = 0; O < Objects.size(); ++O)
    if (Objects[O].Kind == Object::This ||
        Objects[O].Kind == Object::Parameter ||
        Objects[O].Kind == Object::Global || Objects[O].HasEscaped)
      Add(O, {}, {});
  if (!IsExit)
    for (const Holding &H : Holdings)
      if (areCompatible(H.Under, Under))
        Add(H.Object, H.Under, H.Removed);
  return Result;
}

/// What is sure to live in \p Context.
std::vector<bool> Run::keptIn(const Arms &Context, ArrayRef<Root> Roots) const {
  T.spend(Objects.size() + Edges.size());
  std::vector<bool> Result(Objects.size(), false);
  SmallVector<ObjectId, 16> Work;
  for (const Root &R : Roots)
    if (R.IsSure && isSurelyThere(R.Under, R.Removed, Context))
      Work.push_back(R.Object);
  while (!Work.empty()) {
    ObjectId O = Work.pop_back_val();
    if (Result[O])
      continue;
    Result[O] = true;
    for (unsigned I : EdgesFrom[O]) {
      const HeapEdge &E = Edges[I];
      if (E.IsLive && E.IsMust && isStrong(E.Member) &&
          !T.EmptiedByCallbacks.contains(E.Member) &&
          isSurelyThere(E.Under, E.Removed, Context))
        Work.push_back(E.To);
    }
    if (unsigned Branch = Objects[O].Branch)
      for (const auto &[B, Arm] : Context)
        if (B == Branch)
          Work.push_back(Objects[O].Alternatives[Arm]);
  }
  return Result;
}

bool Run::isKept(ObjectId O, const std::vector<bool> &Kept,
                 unsigned Depth) const {
  if (Kept[O])
    return true;
  if (Objects[O].Kind == Object::Null)
    return true;
  const auto &Alternatives = Objects[O].Alternatives;
  if (!Alternatives.empty() && all_of(Alternatives, [&](ObjectId A) {
        return Depth > 0 && (!wouldEnd(A) || isKept(A, Kept, Depth - 1));
      }))
    return true;
  // An alias lives as long as what it shares the ownership of.
  return Objects[O].Type == None && any_of(EdgesFrom[O], [&](unsigned E) {
           return Edges[E].IsLive && isStrong(Edges[E].Member) &&
                  Kept[Edges[E].To];
         });
}

bool Run::isKeptIn(ObjectId O, const Arms &Context, ArrayRef<Root> Roots,
                   unsigned Splits) const {
  if (isKept(O, keptIn(Context, Roots)))
    return true;
  if (Splits == 0)
    return false;
  // Perhaps one arm of a branch keeps it in one place, and the other in
  // another.
  SmallSetVector<unsigned, 8> Branches;
  auto AddBranches = [&](const Arms &Arms) {
    for (const auto &[Branch, Arm] : Arms)
      if (Arm < ManyArms && Branches.size() < MaxSplitBranches &&
          none_of(
              Context, [&, B = Branch](const auto &A) { return A.first == B; }))
        Branches.insert(Branch);
  };
  auto AddAll = [&](const Arms &Under, ArrayRef<Removal> Removed) {
    if (!areCompatible(Under, Context))
      return;
    AddBranches(Under);
    for (const Removal &R : Removed)
      if (areCompatible(R.Under, Context))
        AddBranches(R.Under);
  };
  SmallSetVector<ObjectId, 8> Owners;
  Owners.insert(O);
  Owners.insert(Objects[O].Alternatives.begin(), Objects[O].Alternatives.end());
  for (unsigned I = 0; I < Owners.size() && I < 8; ++I) {
    for (const Root &R : Roots)
      if (R.Object == Owners[I])
        AddAll(R.Under, R.Removed);
    for (const HeapEdge &E : Edges)
      if (E.To == Owners[I] && E.IsLive && E.IsMust && isStrong(E.Member)) {
        AddAll(E.Under, E.Removed);
        Owners.insert(E.From);
      }
  }
  return any_of(Branches, [&](unsigned Branch) {
    return all_of(seq(0u, 2u), [&](unsigned Arm) {
      Arms Inner = Context;
      Inner.push_back({Branch, Arm});
      return !isPossible(Inner) || isKeptIn(O, Inner, Roots, Splits - 1);
    });
  });
}

/// The contexts in which each object may live, if \p Without does not.
std::vector<SmallVector<Arms, 1>> Run::whereAlive(ArrayRef<Root> Roots,
                                                  ObjectId Without) const {
  T.spend(Objects.size() + Edges.size());
  std::vector<SmallVector<Arms, 1>> Result(Objects.size());
  SmallVector<std::pair<ObjectId, Arms>, 16> Work;
  auto Add = [&](ObjectId O, const Arms &Context) {
    auto &Its = Result[O];
    if (O == Without || !isPossible(Context) ||
        any_of(Its, [&](const Arms &Known) { return isUnder(Context, Known); }))
      return;
    erase_if(Its, [&](const Arms &Known) { return isUnder(Known, Context); });
    Arms New = Context;
    if (Its.size() >= MaxContexts) {
      Its.clear();
      New = Under;
    }
    Its.push_back(New);
    Work.push_back({O, New});
  };
  for (const Root &R : Roots) {
    for (const Arms &C : whereThere(R.Under, R.Removed, Under)) {
      Add(R.Object, C);
      // Any object of this class may be meant.
      const Object &Any = Objects[R.Object];
      if (!Any.IsAny)
        continue;
      std::vector<bool> Reached(Objects.size(), true);
      if (Any.Parent != None)
        reachableFrom(Any.Parent, Reached, Knowing);
      for (ObjectId O = 0; O < Objects.size(); ++O)
        if (Objects[O].Type == Any.Type && Reached[O])
          Add(O, C);
    }
  }
  while (!Work.empty()) {
    auto [O, Context] = Work.pop_back_val();
    for (unsigned I : EdgesFrom[O]) {
      const HeapEdge &E = Edges[I];
      if (E.IsLive && isStrong(E.Member))
        for (const Arms &C : whereThere(E.Under, E.Removed, Context))
          Add(E.To, C);
    }
    for (const auto &[Arm, A] : enumerate(Objects[O].Alternatives)) {
      Arms Inner = Context;
      if (unsigned Branch = Objects[O].Branch) {
        if (!areCompatible(Context, {{Branch, unsigned(Arm)}}))
          continue;
        addArms(Inner, {{Branch, unsigned(Arm)}});
      }
      Add(A, Inner);
    }
  }
  return Result;
}

/// The holder of \p E can live when what it holds has ended.
bool Run::isLost(const HeapEdge &E, ArrayRef<Root> Roots) const {
  auto Alive = whereAlive(Roots, E.To);
  for (const Arms &Lives : Alive[E.From])
    for (Arms &Context : whereThere(E.Under, E.Removed, Lives)) {
      // Where an exception leaves the function, nothing comes here.
      if (!areCompatible(Context, NothingThrown))
        continue;
      addArms(Context, NothingThrown);
      if (isPossible(Context) && !isKeptIn(E.To, Context, Roots, MaxSplits))
        return true;
    }
  return false;
}

void Run::noteLosses(bool IsExit) {
  if (!isAskingForOwners() || WeakEdges.empty() || !T.IsLastRound)
    return;
  if (T.hasGivenUp())
    return;
  std::vector<Root> Roots = roots(IsExit);
  // Most are kept on every way that leads here.
  std::vector<bool> Kept = keptIn(Under, Roots);
  for (unsigned I : WeakEdges) {
    const HeapEdge &E = Edges[I];
    if (E.IsLive && E.At.isValid() && areCompatible(E.Under, Under) &&
        !isKept(E.To, Kept) && wouldEnd(E.To) && !isNoted(T.Owners.Losses, E) &&
        isLost(E, Roots))
      note(T.Owners.Losses, E, IsExit);
  }
  for (unsigned I : RawEdges) {
    const HeapEdge &E = Edges[I];
    if (E.IsLive && areCompatible(E.Under, Under) && !isKept(E.To, Kept) &&
        wouldEnd(E.To) && !T.hasTeardown(Objects[E.To].Type) &&
        isLost(E, Roots))
      noteDangling(E, IsExit);
  }
  // What a closure's own functions do is seen where it is made.
  bool IsClosures =
      Fn.Record != None && T.CallOperators.count(Fn.Record) &&
      S.Functions[T.CallOperators.lookup(Fn.Record)].Name == Fn.Name;
  bool IsCalledByUnknown =
      IsJudging && !Fn.CallersInSight && !IsClosures && IsExit;
  if (!IsCalledByUnknown)
    return;
  for (unsigned I : WeakEdges) {
    const HeapEdge &E = Edges[I];
    ObjectId Root = E.To;
    while (Objects[Root].Parent != None)
      Root = Objects[Root].Parent;
    if (E.IsLive && E.At.isValid() && !isNoted(T.Owners.Trusted, E) &&
        (Objects[Root].Kind == Object::This ||
         Objects[Root].Kind == Object::Parameter))
      note(T.Owners.Trusted, E, /*IsExit=*/true);
  }
}

/// A raw pointer is left of an object that lived on because a cycle kept it.
/// Whose destructor does something is taken to tell those who point to it.
void Run::noteDangling(const HeapEdge &Raw, bool IsExit) {
  for (unsigned I : WeakEdges) {
    const HeapEdge &E = Edges[I];
    if (!E.IsLive || !E.At.isValid() || isNoted(T.Owners.Losses, E))
      continue;
    std::vector<bool> Reached;
    reachableFrom(E.To, Reached, Knowing);
    if (Reached[Raw.To])
      note(T.Owners.Losses, E, IsExit);
  }
}

void Tracer::spend(uint64_t Steps) {
  StepsLeft -= std::min(StepsLeft, Steps);
  if (StepsLeft == 0)
    giveUp();
}

bool Tracer::hasTeardown(RecordIndex Type) const {
  return any_of(S.Functions, [&](const Function &F) {
    return F.IsDestructor && F.Record == Type &&
           any_of(F.Body, [](const Instruction &I) {
             return I.Kind == Instruction::Call ||
                    I.Kind == Instruction::Release ||
                    I.Kind == Instruction::Escape ||
                    I.Kind == Instruction::Store;
           });
  });
}

bool Run::isNoted(ArrayRef<Loss> Losses, const HeapEdge &E) const {
  return any_of(Losses, [&](const Loss &L) {
    return L.Field == E.Member && L.Store.Where == E.At.Where;
  });
}

void Run::note(std::vector<Loss> &Where, const HeapEdge &E, bool IsExit) {
  Loss L;
  L.Field = E.Member;
  L.Store = E.At;
  if (IsExit)
    L.AtEndOf = F;
  Where.push_back(L);
}

/// The fields that a function empties, fills anew or takes elements from, if it
/// can be called when nobody sees it: by its address, as a lambda's body, or by
/// other files, which may call any function after any other.
void Tracer::findCallbacks() {
  std::vector<bool> IsSeen(S.Functions.size(), false);
  std::vector<bool> IsCalled(S.Functions.size(), false);
  for (const Function &F : S.Functions)
    for (const Instruction &I : F.Body)
      for (FunctionIndex Callee : I.Callees)
        IsCalled[Callee] = true;
  // Who is not called in a whole program is not called.
  bool IsWhole =
      any_of(S.Functions, [](const Function &F) { return F.IsMain; });
  SmallVector<FunctionIndex, 16> Work;
  for (const auto &[I, F] : enumerate(S.Functions)) {
    bool IsCalledUnseen = !IsWhole && !F.CallersInSight && !IsCalled[I] &&
                          !F.IsConstructor && !F.IsDestructor;
    if (F.IsAddressTaken || F.IsCallOperator || IsCalledUnseen)
      Work.push_back(I);
  }
  while (!Work.empty()) {
    FunctionIndex F = Work.pop_back_val();
    if (IsSeen[F])
      continue;
    IsSeen[F] = true;
    for (const Instruction &I : S.Functions[F].Body) {
      if (I.Kind == Instruction::Call)
        append_range(Work, I.Callees);
      bool Empties = I.Kind == Instruction::Release ||
                     (I.Kind == Instruction::Store &&
                      (I.IsReplacing || !S.Members[I.Member].IsMany) &&
                      !S.Functions[F].IsConstructor);
      // The places of variables are nobody's in particular.
      if (Empties && I.Base != None && !S.Members[I.Member].isVariable())
        EmptiedByCallbacks.insert(I.Member);
    }
  }
}

} // namespace flow

const OtherOwners &OwnerQuestions::ask(const std::vector<PatternField> &Weak) {
  auto [It, IsNew] = Answers.try_emplace(Weak);
  if (!IsNew)
    return It->second;
  flow::Tracer T(S, Weak, flow::Tracer::Question::Owners);
  if (T.Weak.empty())
    return It->second;
  T.StepsLeft = StepsLeft;
  T.findCallbacks();
  T.run();
  StepsLeft = T.StepsLeft;
  It->second = std::move(T.Owners);
  return It->second;
}

} // namespace ownership
