//===- CallReach.h - Which function may reach which -------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_CALLREACH_H
#define OWNERSHIP_REWRITE_CALLREACH_H

#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <optional>
#include <vector>

namespace ownership {

/// The calls of one translation unit, between canonical declarations. Errs to
/// the side of reaching too much.
class CallReach {
public:
  using Functions = llvm::DenseSet<const clang::FunctionDecl *>;

  /// \p Caller names \p Callee, which may become a call.
  void addMention(const clang::FunctionDecl &Caller,
                  const clang::FunctionDecl &Callee);
  /// \p F may be called where no call shows: an operator, a virtual function, a
  /// constructor, a destructor.
  void addCalledUnseen(const clang::FunctionDecl &F);
  /// \p Caller calls a function of a library.
  void addLibraryCall(const clang::FunctionDecl &Caller);
  /// \p Caller calls through a pointer or a std::function, or hands a callable
  /// to a library.
  void addIndirectCall(const clang::FunctionDecl &Caller);

  /// What \p Start may reach; nothing if that may be anything. A function that
  /// calls into a library may reach any operator.
  std::optional<Functions>
  reachableFrom(llvm::ArrayRef<const clang::FunctionDecl *> Start) const;

  /// \p Start and all that may reach one of them. If one is called unseen,
  /// everything may.
  Functions whoMayReach(Functions Start) const;

private:
  llvm::DenseMap<const clang::FunctionDecl *,
                 std::vector<const clang::FunctionDecl *>>
      Callees;
  llvm::SmallPtrSet<const clang::FunctionDecl *, 16> CalledUnseen;
  llvm::SmallPtrSet<const clang::FunctionDecl *, 16> CallsAnything;
  llvm::SmallPtrSet<const clang::FunctionDecl *, 16> CallsLibrary;
  /// By virtual function, those that override it directly.
  llvm::DenseMap<const clang::FunctionDecl *,
                 llvm::SmallVector<const clang::FunctionDecl *, 2>>
      Overriders;
};

} // namespace ownership

#endif // OWNERSHIP_REWRITE_CALLREACH_H
