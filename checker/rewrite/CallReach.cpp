//===- CallReach.cpp - Which function may reach which ---------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/CallReach.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {

void CallReach::addMention(const FunctionDecl &Caller,
                           const FunctionDecl &Callee) {
  Callees[Caller.getCanonicalDecl()].push_back(Callee.getCanonicalDecl());
}

void CallReach::addCalledUnseen(const FunctionDecl &F) {
  CalledUnseen.insert(F.getCanonicalDecl());
  if (const auto *Method = dyn_cast<CXXMethodDecl>(&F))
    for (const CXXMethodDecl *Base : Method->overridden_methods())
      Overriders[Base->getCanonicalDecl()].push_back(F.getCanonicalDecl());
}

void CallReach::addLibraryCall(const FunctionDecl &Caller) {
  CallsLibrary.insert(Caller.getCanonicalDecl());
}

void CallReach::addIndirectCall(const FunctionDecl &Caller) {
  CallsAnything.insert(Caller.getCanonicalDecl());
}

std::optional<CallReach::Functions>
CallReach::reachableFrom(ArrayRef<const FunctionDecl *> Start) const {
  Functions Reached;
  std::vector<const FunctionDecl *> Work;
  auto Reach = [&](const FunctionDecl *F) {
    if (Reached.insert(F).second)
      Work.push_back(F);
  };
  for (const FunctionDecl *F : Start)
    Reach(F->getCanonicalDecl());
  bool OperatorsReached = false;
  while (!Work.empty()) {
    const FunctionDecl *F = Work.back();
    Work.pop_back();
    if (CallsAnything.count(F))
      return std::nullopt;
    auto It = Callees.find(F);
    if (It != Callees.end())
      for (const FunctionDecl *Callee : It->second)
        Reach(Callee);
    auto Over = Overriders.find(F);
    if (Over != Overriders.end())
      for (const FunctionDecl *Overrider : Over->second)
        Reach(Overrider);
    // What is passed as a function object is mentioned where that is made.
    if (!OperatorsReached && CallsLibrary.count(F)) {
      OperatorsReached = true;
      for (const FunctionDecl *Unseen : CalledUnseen)
        if (isa<CXXConversionDecl>(Unseen) ||
            (Unseen->isOverloadedOperator() &&
             Unseen->getOverloadedOperator() != OO_Call))
          Reach(Unseen);
    }
  }
  return Reached;
}

CallReach::Functions CallReach::whoMayReach(Functions Start) const {
  DenseMap<const FunctionDecl *, std::vector<const FunctionDecl *>> Callers;
  for (const auto &[Caller, Called] : Callees)
    for (const FunctionDecl *Callee : Called)
      Callers[Callee].push_back(Caller);
  Functions Result = std::move(Start);
  std::vector<const FunctionDecl *> Work(Result.begin(), Result.end());
  while (!Work.empty()) {
    const FunctionDecl *F = Work.back();
    Work.pop_back();
    for (const FunctionDecl *Caller : Callers.lookup(F))
      if (Result.insert(Caller).second)
        Work.push_back(Caller);
  }
  bool IsReachedUnseen = any_of(
      CalledUnseen, [&](const FunctionDecl *F) { return Result.contains(F); });
  if (IsReachedUnseen)
    for (const auto &[Caller, Called] : Callees)
      Result.insert(Caller);
  return Result;
}

} // namespace ownership
