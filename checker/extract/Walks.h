//===- Walks.h - What a function does to each of many -----------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Structures of objects that hold each other are taken apart by a walk:
//
//   for (auto n = head; n; n = n->next)      the cursor goes on to what it
//     n->prev.reset();                       has found
//
//   while (!todo.empty()) {                  a worklist gives one after the
//     auto n = todo.top();                   other
//     todo.pop();
//     for (auto &c : n->children)
//       todo.push(c);
//     n->parent.reset();
//   }
//
//   while (head)                             a field is emptied, by whatever
//     unlink(head);                          the loop calls
//
// Each turn releases the field of another object, until there are no more: that
// is a sweep (Sweeps.h). A loop that also ends for another reason, and what it
// does only to one that it looks for, is none.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_WALKS_H
#define OWNERSHIP_EXTRACT_WALKS_H

#include "model/Effects.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallSet.h"

namespace ownership {

/// Whether a loop with this condition ends only when there is no more to visit:
/// no next object, no element. Without a condition it does.
bool endsWithTheLast(const clang::Expr *Condition);

/// The pointer that \p Condition finds to be there, if it asks for one.
const clang::Expr *pointerAsked(const clang::Expr *Condition);

/// The field of `this` that is null whenever a loop with this condition, which
/// may have \p Declared a variable, and this body has ended; if the loop cannot
/// be left in another way.
const clang::Expr *nullWhenLeft(const clang::VarDecl *Declared,
                                const clang::Expr *Condition,
                                const clang::Stmt *Body);

/// What the reader of a function finds about its walks.
class Walks {
public:
  /// \p Loop, a context, is left when there is no more to visit.
  void addLoop(unsigned Loop) { Until.try_emplace(Loop, None); }
  /// And that is when \p Pointer is null.
  void setUntil(unsigned Loop, ValueIndex Pointer) {
    if (auto It = Until.find(Loop); It != Until.end())
      It->second = Pointer;
  }
  /// What runs under \p Arm, a context, is done to one that was looked for.
  void addForOne(unsigned Arm) { ForOne.insert(Arm); }

  /// Tells the releases and calls of \p F which objects they visit.
  void mark(Function &F) const;

private:
  /// By loop, the pointer that ends it when it is null, or None.
  llvm::SmallDenseMap<unsigned, ValueIndex, 4> Until;
  llvm::SmallSet<unsigned, 8> ForOne;

  bool isVisited(const Function &F, ValueIndex V, unsigned Context,
                 unsigned Depth = 0) const;
  unsigned visitedOperands(const Function &F, const Instruction &Call) const;
};

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_WALKS_H
