//===- KeepAlive.cpp - What would die if some fields were weak ------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question is asked of a state, after each statement and at the end of each
// function: from the roots (locals, what the function was given or returns,
// globals, what code out of sight knows), along strong fields only, a holder
// can be reached, and what it holds cannot. Then the object would have ended.
//
// What may have been taken away no longer keeps anything. What is there under a
// condition keeps, and so does a variable that holds something unknown. Only
// objects that were made in sight, and all of whose owners are in sight, can be
// lost at all: what a caller gave is looked at again in the caller. A holder
// that is kept by nothing but the object cannot outlive it: that is why parts
// may come and go in a tree whose nodes know their parents.
//
// A proof in syntax was tried first (a local of a function out of which nothing
// gets). It refused most of what is right: an object handed to a constructor, a
// child found in a container, a root kept by another object.
//
//===----------------------------------------------------------------------===//

#include "analyze/KeepAlive.h"
#include "analyze/FunctionRun.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace ownership {
namespace flow {

bool Run::isStrong(MemberIndex M) const {
  return member(M).IsStrong && !T.Weak.contains(M);
}

void Run::hold(unsigned Variable, ObjectId Object) {
  if (T.Weak.empty())
    return;
  // What was held under these arms is replaced; else it may still be there.
  erase_if(Holdings, [&](const Holding &H) {
    return H.Variable == Variable && isUnder(H.Under, Under);
  });
  if (Object != None)
    Holdings.push_back({Variable, Object, Under});
}

/// What a loop's variable had at the end of an iteration is what it may have at
/// the start.
void Run::addLaterIterations(unsigned Index) {
  if (T.Weak.empty())
    return;
  if (Fn.Body[Index].Kind == Instruction::Phi)
    for (ValueIndex Operand : Fn.Body[Index].Operands)
      if (Operand > Index)
        LaterPhis[Operand].push_back(Index);
  auto Phis = LaterPhis.find(Index);
  if (Phis == LaterPhis.end() || ValueOf[Index] == None)
    return;
  for (unsigned P : Phis->second) {
    auto &Alternatives = Objects[ValueOf[P]].Alternatives;
    if (ValueOf[P] != ValueOf[Index] &&
        !is_contained(Alternatives, ValueOf[Index]))
      Alternatives.push_back(ValueOf[Index]);
  }
}

/// All owners of \p O are in sight: it was made here, or is part of something
/// that was; or it was taken out of what it was found in.
bool Run::wouldEnd(ObjectId O) const {
  if (Objects[O].Kind == Object::Path && !Objects[O].HasEscaped) {
    const Object &Path = Objects[O];
    auto It = EdgesOf.find({Path.Parent, Path.Member});
    if (It != EdgesOf.end() && any_of(It->second, [&](unsigned E) {
          return Edges[E].To == O &&
                 (!Edges[E].IsLive || Edges[E].MayBeReleased);
        }))
      return true;
  }
  for (; O != None; O = Objects[O].Parent) {
    const Object &Obj = Objects[O];
    if (Obj.HasEscaped)
      return false;
    if (Obj.Kind == Object::New)
      return true;
    if (Obj.Kind != Object::Path)
      return false;
  }
  return false;
}

std::vector<bool> Run::alive(ArrayRef<ObjectId> Roots, ObjectId Without,
                             bool OnlySure) const {
  std::vector<bool> Result(Objects.size(), false);
  SmallVector<ObjectId, 16> Work(Roots.begin(), Roots.end());
  while (!Work.empty()) {
    ObjectId O = Work.pop_back_val();
    if (Result[O] || O == Without)
      continue;
    Result[O] = true;
    for (unsigned E : EdgesFrom[O]) {
      const HeapEdge &Edge = Edges[E];
      bool MayBeGone = Edge.MayBeReleased || Edited.contains(Edge.Member) ||
                       Blurred.contains(Edge.Member);
      if (Edge.IsLive && isStrong(Edge.Member) && !(OnlySure && MayBeGone))
        Work.push_back(Edge.To);
    }
    append_range(Work, Objects[O].Alternatives);
  }
  return Result;
}

bool Run::isKept(ObjectId O, const std::vector<bool> &Kept) const {
  if (Kept[O] || any_of(Objects[O].Alternatives,
                        [&](ObjectId A) { return bool(Kept[A]); }))
    return true;
  // An alias lives as long as what it shares the ownership of.
  return Objects[O].Type == None && any_of(EdgesFrom[O], [&](unsigned E) {
           return Edges[E].IsLive && isStrong(Edges[E].Member) &&
                  Kept[Edges[E].To];
         });
}

void Run::noteLosses(bool IsExit) {
  if (WeakEdges.empty() || !T.IsLastRound)
    return;
  SmallVector<ObjectId, 16> Roots(Returns.begin(), Returns.end());
  for (ObjectId O = 0; O < Objects.size(); ++O)
    if (Objects[O].Kind == Object::This ||
        Objects[O].Kind == Object::Parameter ||
        Objects[O].Kind == Object::Global)
      Roots.push_back(O);
  // A variable that holds who knows what may hold any object.
  bool AnythingHeld = false;
  if (!IsExit)
    for (const Holding &H : Holdings)
      if (areCompatible(H.Under, Under)) {
        Roots.push_back(H.Object);
        AnythingHeld |= Objects[H.Object].Kind == Object::Unknown &&
                        Objects[H.Object].Alternatives.empty();
      }
  if (AnythingHeld)
    return;
  for (ObjectId &O : Roots)
    while (Objects[O].Kind == Object::Handle)
      O = Objects[O].Parent;
  std::vector<bool> Lives = alive(Roots, None, /*OnlySure=*/false);
  // Code out of sight may keep what it knows, or not.
  SmallVector<ObjectId, 16> Keepers(Roots);
  for (ObjectId O = 0; O < Objects.size(); ++O)
    if (Objects[O].HasEscaped)
      Keepers.push_back(O);
  std::vector<bool> Kept = alive(Keepers, None, /*OnlySure=*/true);
  for (unsigned I : WeakEdges) {
    const HeapEdge &E = Edges[I];
    if (!E.IsLive || !E.At.isValid() || !areCompatible(E.Under, Under) ||
        !Lives[E.From] || isKept(E.To, Kept) || !wouldEnd(E.To))
      continue;
    // Who lives only as long as the other needs no other owner for it.
    if (isKept(E.To, Lives) && !alive(Roots, E.To, /*OnlySure=*/false)[E.From])
      continue;
    note(T.Owners.Losses, E, IsExit);
  }
  bool IsCalledByUnknown =
      IsJudging && !Fn.CallersInSight && !Fn.IsCallOperator && IsExit;
  if (!IsCalledByUnknown)
    return;
  for (unsigned I : WeakEdges) {
    const HeapEdge &E = Edges[I];
    ObjectId Root = E.To;
    while (Objects[Root].Parent != None)
      Root = Objects[Root].Parent;
    if (E.IsLive && E.At.isValid() &&
        (Objects[Root].Kind == Object::This ||
         Objects[Root].Kind == Object::Parameter))
      note(T.Owners.Trusted, E, /*IsExit=*/true);
  }
}

void Run::note(std::vector<Loss> &Where, const HeapEdge &E, bool IsExit) {
  if (any_of(Where, [&](const Loss &L) {
        return L.Field == E.Member && L.Store.Where == E.At.Where;
      }))
    return;
  Loss L;
  L.Field = E.Member;
  L.Store = E.At;
  if (IsExit)
    L.AtEndOf = F;
  Where.push_back(L);
}

} // namespace flow

OtherOwners findOtherOwners(const Summary &S, ArrayRef<PatternField> Weak) {
  DenseSet<MemberIndex> Members;
  for (const auto &[I, M] : enumerate(S.Members))
    if (M.isOwning() && is_contained(Weak, PatternField(S, M.Record, M.Field)))
      Members.insert(I);
  if (Members.empty())
    return {};
  flow::Tracer T(S, std::move(Members));
  T.run();
  return std::move(T.Owners);
}

} // namespace ownership
