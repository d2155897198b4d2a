//===- BreakCycles.h - Which fields break known cycles ----------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_ANALYZE_BREAKCYCLES_H
#define OWNERSHIP_ANALYZE_BREAKCYCLES_H

#include "analyze/BreakFields.h"
#include "analyze/KeepAlive.h"
#include "analyze/Verdicts.h"

namespace ownership {

/// A field to break, and the indices of the cycles that go with it.
struct BrokenCycles {
  PatternField Field;
  std::vector<unsigned> Cycles;
  /// Other fields of these cycles that cannot be weak instead: one store of
  /// each whose object nothing else keeps.
  std::vector<Loss> MustOwn;
};

/// The cheapest fields such that each of \p Judged has one of them. Each cycle
/// is listed once, under the field that is told about it.
std::vector<BrokenCycles> chooseBreakFields(const Summary &S,
                                            const ObjectFlow &Flow,
                                            llvm::ArrayRef<JudgedCycle> Judged,
                                            OwnerQuestions &Owners);

} // namespace ownership

#endif // OWNERSHIP_ANALYZE_BREAKCYCLES_H
