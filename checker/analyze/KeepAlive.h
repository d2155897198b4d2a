//===- KeepAlive.h - Does somebody else keep the object ---------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A weak field keeps nothing alive. So every object that is stored into it must
// have an owner elsewhere for as long as the field's own object lives, or the
// conversion turns a leak into a dangling program; people have rolled such
// fixes back within days.
//
// Runs the functions once more, as if the fields kept nothing, and looks after
// every statement, when its temporaries have ended, for an object that would
// have ended though the holder of such a field has not.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_ANALYZE_KEEPALIVE_H
#define OWNERSHIP_ANALYZE_KEEPALIVE_H

#include "analyze/BreakFields.h"
#include "analyze/ObjectFlow.h"
#include <map>
#include <vector>

namespace ownership {

/// An object that nothing keeps besides fields that are to become weak.
struct Loss {
  MemberIndex Field = None;
  /// The store of the object into the field.
  Site Store;
  /// The function at whose end the last other owner is gone, or whose caller is
  /// trusted; None if the last owner is gone after a statement.
  FunctionIndex AtEndOf = None;
};

struct OtherOwners {
  /// What would be lost; at most one for each store, in the order in which
  /// functions are run.
  std::vector<Loss> Losses;
  /// Stores of what an unknown caller gave or is called on: it is trusted to
  /// keep that.
  std::vector<Loss> Trusted;
  /// Something was too large to be followed to its end.
  bool IsIncomplete = false;
};

/// Asks about one summary, and knows what was answered.
class OwnerQuestions {
public:
  explicit OwnerQuestions(const Summary &S) : S(S) {}

  /// Who else keeps the objects, if the fields of \p Weak kept nothing.
  const OtherOwners &ask(const std::vector<PatternField> &Weak);

private:
  const Summary &S;
  /// How many edges and objects all questions may look at: one or two seconds.
  /// A wrong answer is worse than none, and so is a late one.
  uint64_t StepsLeft = 150'000'000;
  std::map<std::vector<PatternField>, OtherOwners> Answers;
};

} // namespace ownership

#endif // OWNERSHIP_ANALYZE_KEEPALIVE_H
