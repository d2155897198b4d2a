//===- Sweeps.h - Which removals take out all elements in time --*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A removal of one element says nothing of the others: `remove(child)` is in
// every tree that leaks. But timers, particles and jobs have a life cycle: a
// loop takes out those that are done, and in time all are. The difference is
// what is asked. Who looks for one element compares it with what he was given,
// or leaves the loop when it is found; who sweeps asks each element about
// itself, and goes on. Who asks whether an object has expired waits for the
// cycle to end first, and who takes out null pointers ends nothing.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_SWEEPS_H
#define OWNERSHIP_EXTRACT_SWEEPS_H

#include "clang/AST/Expr.h"
#include "clang/AST/Stmt.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace ownership {

/// A removal takes out all elements, one by one: never, if it is done again and
/// again, or by itself.
enum class Sweep { No, IfRepeated, Yes };

/// \p S compares two things for equality, of which none is constant; or asks
/// whether somebody else keeps an object, which is so as long as the cycle
/// lasts.
bool asksForSomebody(const clang::Stmt *S);

/// The calls of `erase` in one function whose loops sweep.
class Sweeps {
public:
  /// Looks at what a loop repeats, but not into the loops inside.
  void addLoop(const clang::Stmt *Body) { visit(Body, /*IsForOne=*/false); }

  bool contains(const clang::Expr *Erase) const { return Found.count(Erase); }

private:
  llvm::SmallPtrSet<const clang::Expr *, 4> Found;

  void visit(const clang::Stmt *S, bool IsForOne);
};

/// The predicate of `remove_if` and its like asks the element about itself.
bool isSweepingPredicate(const clang::Expr *Predicate);

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_SWEEPS_H
