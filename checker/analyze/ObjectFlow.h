//===- ObjectFlow.h - Which objects the functions tie together --*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Runs every function of a summary once over abstract objects, callees before
// callers, and writes down what its stores do:
//
//   what each owning field was seen to hold, by class
//   where a store closes a cycle of objects, and whether that cycle lasts
//   where a store may close one, as far as can be seen
//   where a field is released
//
// No types are judged here; that is Verdicts.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_ANALYZE_OBJECTFLOW_H
#define OWNERSHIP_ANALYZE_OBJECTFLOW_H

#include "analyze/BreakFields.h"
#include "model/Summary.h"
#include "llvm/ADT/ArrayRef.h"
#include <map>
#include <set>
#include <vector>

namespace ownership {

/// A statement, in the function whose body it is part of.
struct Site {
  FunctionIndex In = None;
  StatementIndex Where = None;
  bool isValid() const { return Where != None; }
};

/// One hop between two objects.
struct ObjectHop {
  /// Classes of the two objects, as far as known; the field's own class may be
  /// a base of the first.
  RecordIndex Object = None;
  RecordIndex Target = None;
  RecordIndex Holder = None;
  unsigned Field = 0;
  /// The store that made it; invalid if the object was found there.
  Site Store;
};

/// A cycle of objects that one function closes.
struct ObjectCycle {
  std::vector<ObjectHop> Hops;
  FunctionIndex In = None;
  /// All on identical objects, in one possible run.
  bool IsMust = true;
  enum FateTy {
    /// Nothing else leads to it when the function returns: it has leaked.
    Lost,
    /// It is there when the function returns, and others can reach it.
    Open,
    /// The function, or what it calls, takes it apart again.
    Released
  };
  FateTy Fate = Open;
  /// Lost, whatever else the program can do: every call in the function is
  /// known, and no such field is emptied after that; or if, then of other
  /// objects, and every store was reached without a condition.
  bool IsCertain = false;
  /// Some element was taken out of one of its fields, and it is not known
  /// which.
  bool IsEdited = false;
  /// Callers decide what becomes of it: they are all in sight, and there are
  /// some.
  bool IsJudgedByCallers = false;
};

/// A store of an object that may lead back to the holder.
struct MayClose {
  RecordIndex Object = None;
  RecordIndex Holder = None;
  unsigned Field = 0;
  RecordIndex Target = None;
  Site Store;
  /// A function out of sight was given the holder, as an owner, to make or fill
  /// what is stored.
  bool IsHanded = false;
};

/// A place where a field is emptied, or loses an element.
struct ReleaseSite {
  FunctionIndex In = None;
  StatementIndex Where = None;
  bool IsWhole = false;
  /// The field is one of `this`, or of each object of a loop.
  bool IsOfThisOrEach = false;
  /// The field's object was reached from `this`.
  bool IsBelowThis = false;
  /// The same function stores into the field as well.
  bool IsReplaced = false;
  /// What was taken out goes on: a callback that is moved out to be run.
  bool IsMoveOut = false;
  /// An element goes, and in time all do.
  bool IsSweep = false;
};

struct FieldFlow {
  /// Classes of the objects that were stored, each with the first store.
  std::map<RecordIndex, Site> Stored;
  /// What the stored pointers own without pointing to it.
  std::map<RecordIndex, Site> Aliased;
  /// Something was stored whose class is not known, or does not matter.
  bool StoredOther = false;
  /// A store got the object that the function is called on: a way back.
  bool GetsThis = false;
  std::vector<ReleaseSite> Releases;

  bool hasStore() const { return StoredOther || !Stored.empty(); }
};

struct ObjectFlow {
  /// By record and index: these were taken to keep nothing.
  std::set<std::pair<RecordIndex, unsigned>> Weak;
  std::map<std::pair<RecordIndex, unsigned>, FieldFlow> Fields;
  std::vector<ObjectCycle> Cycles;
  std::vector<MayClose> MayCloses;
  /// Per function, those that call it, in ascending order.
  std::vector<std::vector<FunctionIndex>> Callers;

  const FieldFlow *field(RecordIndex R, unsigned F) const {
    auto It = Fields.find({R, F});
    return It == Fields.end() ? nullptr : &It->second;
  }
};

/// In time linear in the number of instructions and calls: what a function
/// shows its callers is limited. Traces as if the fields of \p Weak kept
/// nothing.
ObjectFlow traceObjects(const Summary &S,
                        llvm::ArrayRef<PatternField> Weak = {});

} // namespace ownership

#endif // OWNERSHIP_ANALYZE_OBJECTFLOW_H
