//===- Verdicts.h - Does a cycle happen -------------------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Turns what the stores were seen to do (ObjectFlow.h) into cycles with a
// verdict and its reasons.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_ANALYZE_VERDICTS_H
#define OWNERSHIP_ANALYZE_VERDICTS_H

#include "analyze/ObjectFlow.h"
#include "model/Summary.h"
#include <optional>
#include <vector>

namespace ownership {

/// How sure it is that a cycle happens, in ascending order. A cycle that is
/// ruled out is no finding at all.
enum class Verdict { RuledOut, Possible, Likely, Confirmed };
llvm::StringRef toString(Verdict V);
/// A level that can be reported, by its name.
std::optional<Verdict> verdictOf(llvm::StringRef Name);

struct FieldRef {
  RecordIndex Record = 0;
  unsigned Field = 0;
};

/// One hop of a cycle. `Object` is the class of the object that holds the
/// field; the field is declared in `Holder`, which is the same class or one of
/// its bases.
struct WitnessHop {
  RecordIndex Object = 0;
  RecordIndex Holder = 0;
  unsigned Field = 0;
  unsigned Hop = 0;
};

/// A closed walk: each hop's target is the next hop's object, and the last
/// one's target is the first one's object. Never empty.
using Witness = std::vector<WitnessHop>;

/// Why a cycle has its verdict.
enum class Reason {
  /// The statements close it on the same objects, and nothing takes it apart.
  ClosedAndLost,
  /// So they do, and nothing in sight takes it apart.
  Closed,
  /// The statements may close it: collapsed elements, several candidates.
  MayBeClosed,
  /// One store may close it; the rest is known from types alone.
  StoreMayClose,
  /// One store may close it, but so long a way round that it is not likely.
  FarFetched,
  /// A function that nobody in sight calls would take it apart.
  TeardownNotCalled,
  /// It is taken apart.
  TakenApart,
  /// The function that closes it opens it again.
  Released,
  /// One class holds its own kind in one direction: a list, a tree.
  OneDirection,
  /// Only types say so: no store is in sight.
  TypesOnly
};

struct JudgedCycle {
  Witness Hops;
  Verdict Level = Verdict::Possible;
  Reason Why = Reason::TypesOnly;
  /// Per hop, the store that makes it, if one is in sight.
  std::vector<Site> Stores;
  /// The release that Why speaks of.
  Site Release;
};

/// Adds to \p S the hops that only stores show: what a callable captured, which
/// classes a pointer to a base was given.
void addStoredHops(Summary &S, const ObjectFlow &Flow);

/// The cycles that stores in sight close or may close, each with its verdict:
/// deterministic, at most one for the same hops, the surest first.
std::vector<JudgedCycle> judgeCycles(const Summary &S, const ObjectFlow &Flow);

} // namespace ownership

#endif // OWNERSHIP_ANALYZE_VERDICTS_H
