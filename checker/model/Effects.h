//===- Effects.h - What a function does to who keeps whom alive -*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Types say what could be; stores say what is. A function body is kept as a
// straight list of instructions over abstract objects:
//
//   void add(std::shared_ptr<Child> c) {      0: this            Parent
//     c->parent = shared_from_this();         1: parameter 0     Child
//     children.push_back(c);                  2: store 1.Child::parent <- 0
//   }                                         3: store 0.Parent::children <- 1
//
// An instruction that yields an object is named by its index, so two uses of
// one index are one object: that is what tells `a->b = b; b->a = a` from
// `v[i]->next = v[i + 1]`. Pointers, smart or raw, and references are the
// object that they lead to; iterators, elements and wrappers like optional are
// the place that they stand for.
//
// Control flow is kept as far as it decides what can happen in one run: each
// instruction carries the branch arms that it lies under. A loop body stands
// here once, and what one iteration leaves for the next is a Phi; a loop's
// context says where it begins and ends, for those who run it several times.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_MODEL_EFFECTS_H
#define OWNERSHIP_MODEL_EFFECTS_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace ownership {

/// Indices into Summary::Records, Summary::Functions, Summary::Members,
/// Summary::Statements and, for a value, Function::Body.
using RecordIndex = unsigned;
using FunctionIndex = unsigned;
using MemberIndex = unsigned;
using StatementIndex = unsigned;
using ValueIndex = unsigned;

/// No index at all.
constexpr unsigned None = ~0u;

/// Through what one object leads to another: an owning field of the summary,
/// or something that owns nothing (a raw pointer, a weak one) but still says
/// which object is meant.
struct Member {
  /// The owning field, or None.
  RecordIndex Record = None;
  unsigned Field = None;
  /// For a member that owns nothing: what tells it from others.
  std::string Name;
  /// Holds many: a store adds, and does not replace.
  bool IsMany = false;
  /// Keeps alive what it holds, though it lies on no cycle.
  bool IsStrong = false;
  /// A raw pointer, which dangles when its object ends.
  bool IsRaw = false;

  bool isOwning() const { return Record != None; }
  /// Stands for what any variable or container holds: its elements, or what a
  /// pointer that is passed by reference leads to.
  bool isVariable() const {
    return !isOwning() && (Name == "[]" || Name == "*" || Name == "&");
  }
};

/// Element keys from here on mean something in one function only; smaller ones
/// (of literals, of `front` and `back`) mean the same in all.
constexpr unsigned FirstLocalKey = 0x40000000;
constexpr bool isLocalKey(unsigned Key) { return Key >= FirstLocalKey; }
/// Literals have even keys, and are known to differ; names have odd ones.
constexpr bool isLiteralKey(unsigned Key) {
  return Key != 0 && Key < FirstLocalKey && Key % 2 == 0;
}
/// The variable that counts a loop's turns, which is another in each; the last
/// bits are free for the turn.
constexpr unsigned FirstCounterKey = 2 * FirstLocalKey, CounterKeyTurns = 16;
constexpr bool isCounterKey(unsigned Key) {
  return Key >= FirstCounterKey && Key < 3 * FirstLocalKey;
}

/// One arm of a branch, inside another. Instructions under different arms of
/// one branch never run in the same call, or the same turn of a loop.
///
/// Of a branch with arms 0 and 1 one is taken; arms from ManyArms on are some
/// of several, of which perhaps none is.
constexpr unsigned ManyArms = 2;
struct Context {
  unsigned Outer = None;
  unsigned Branch = 0;
  unsigned Arm = 0;
  /// The arm is a loop's body: it may be skipped, runs at least once, or is run
  /// for each element of a container. Its instructions are contiguous.
  /// Or it is no arm at all, but a block whose exceptions are caught.
  enum LoopTy { NoLoop, Loop, LoopOnce, ForEach, Try };
  LoopTy Kind = NoLoop;
  bool isLoop() const { return Kind >= Loop && Kind <= ForEach; }
};

/// The bit of Instruction::Visited that speaks of the Base.
constexpr unsigned VisitedBase = 31;

struct Instruction {
  enum KindTy {
    /// The object that a member function is called on.
    This,
    /// The object that parameter `Index` leads to.
    Parameter,
    /// A variable that outlives every call; `Index` tells them apart.
    Global,
    /// An object, container or callable made here.
    New,
    /// What `Base` holds in `Member`, at element `Key`.
    Load,
    /// The place `Base.Member` itself, for a callee to fill or empty.
    Handle,
    /// One of `Operands`, depending on the way here; if `Index` is a branch,
    /// the
    /// first under its arm 0, the second under arm 1.
    Phi,
    /// `Value`, which is found to be of class `Type`.
    Cast,
    /// No object: a null pointer that is passed on.
    Null,
    /// Nobody knows. With `IsWhole`: any object of `Type` that there is.
    Unknown,
    /// Base.Member[Key] <- Value
    Store,
    /// Base.Member[Key] holds nothing from here on; or, if not `IsWhole`, one
    /// element less, which is `Value` if that is known. Without a base: some
    /// pointer to `Type` does, who knows which.
    Release,
    /// Calls one of `Callees` on `Base` with `Operands`; yields the result.
    /// Without callees: what is called is the callable `Base`, or unknown.
    Call,
    /// Returns `Value`.
    Return,
    /// `Value` becomes known to code out of sight.
    Escape,
    /// The local variable `Index` keeps `Value` from here on, and nothing else;
    /// without a value it keeps nothing.
    Hold,
    /// A statement ends, and with it what only its temporaries kept.
    End,
    /// An exception is thrown.
    Throw,
    /// Arm `Key` of branch `Index` is taken only where `Value`, or what `Base`
    /// holds in `Member`, is null (`IsWhole`), or only where it is not. Without
    /// a branch: `Value` may be null whatever it was loaded from, and its own
    /// fields may have been emptied. Matters to those alone who ask what is
    /// sure to be kept.
    Test
  };
  KindTy Kind = Unknown;
  bool IsInLoop = false;
  bool IsWhole = false;
  /// For Release: what was there goes on elsewhere.
  bool IsMoveOut = false;
  /// For Release of an element: done again and again it takes out all, or does
  /// so in time. For Release of a field: it is done to each of many objects.
  /// For Store: it puts back what a sweep has left.
  bool IsSweep = false;
  /// For Release, Store and Call: it is done to one that was looked for.
  bool IsForOne = false;
  /// For Store and Release: it may as well not happen. Such a Release, or one
  /// without a base, matters to those alone who ask what is sure to be kept.
  bool IsMaybe = false;
  /// For Store: what was at Key is held no more.
  bool IsReplacing = false;
  /// For New: the object is of exactly this type, no derived one.
  bool IsExact = false;
  StatementIndex Where = None;
  unsigned Context = None;
  ValueIndex Base = None;
  ValueIndex Value = None;
  MemberIndex Member = None;
  unsigned Key = 0;
  unsigned Index = 0;
  /// The class of the object that the instruction yields, if it matters.
  RecordIndex Type = None;
  llvm::SmallVector<ValueIndex, 2> Operands;
  /// For Call: bit N tells that operand N is passed as an owner, so that the
  /// callee can keep it.
  unsigned OwningOperands = 0;
  /// For Call: bit N tells that operand N is another object in each turn of a
  /// loop, until there are no more; bit VisitedBase that Base is.
  unsigned Visited = 0;
  llvm::SmallVector<FunctionIndex, 1> Callees;
};
llvm::StringRef toString(Instruction::KindTy K);
std::optional<Instruction::KindTy> instructionKind(llvm::StringRef Text);

struct Function {
  /// The same in every translation unit.
  std::string Id;
  /// For messages: "Session::close".
  std::string Name;
  /// The class that it is a member of; for a lambda its closure type.
  RecordIndex Record = None;
  bool IsConstructor = false;
  bool IsDestructor = false;
  bool IsCallOperator = false;
  /// The program's own main function.
  bool IsMain = false;
  /// Somebody may call it by its address.
  bool IsAddressTaken = false;
  /// Its body was in sight.
  bool HasBody = false;
  /// All that call it are in sight: it has internal linkage, or belongs to a
  /// class of a main file.
  bool CallersInSight = false;
  /// It is declared nowhere but in a main file: whoever else calls it would
  /// have to know of it. Good enough to tell whether a cycle lasts.
  bool IsDeclaredHere = false;
  std::vector<Instruction> Body;
  std::vector<Context> Contexts;
};

} // namespace ownership

#endif // OWNERSHIP_MODEL_EFFECTS_H
