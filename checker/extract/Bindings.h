//===- Bindings.h - What variables stand for --------------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_BINDINGS_H
#define OWNERSHIP_EXTRACT_BINDINGS_H

#include "extract/Ref.h"
#include "clang/AST/Decl.h"
#include "llvm/ADT/DenseMap.h"
#include <utility>

namespace ownership {

/// In the order of the source, so that the result is the same in every run. A
/// binding and the variable that holds it stand at one place.
inline bool isBefore(const clang::ValueDecl *L, const clang::ValueDecl *R) {
  return std::make_pair(L->getLocation(), L->getKind()) <
         std::make_pair(R->getLocation(), R->getKind());
}

/// What each variable stands for at the point that the reading has come to. A
/// branch saves what it was before, and joins what the arms have left.
class Bindings {
public:
  using Env = llvm::DenseMap<const clang::ValueDecl *, Ref>;

  bool has(const clang::ValueDecl *V) const { return Now.count(V); }
  Ref lookup(const clang::ValueDecl *V) const { return Now.lookup(V); }
  /// Null if it stands for nothing that was seen.
  Ref *find(const clang::ValueDecl *V) {
    auto It = Now.find(V);
    return It == Now.end() ? nullptr : &It->second;
  }
  const Ref *find(const clang::ValueDecl *V) const {
    auto It = Now.find(V);
    return It == Now.end() ? nullptr : &It->second;
  }
  /// What a variable stands for, or what else \p R is.
  Ref resolve(const Ref &R) const {
    return R.Kind == Ref::Variable ? lookup(R.Var) : R;
  }

  void bind(const clang::ValueDecl *V, Ref R) { Now[V] = R; }
  /// The same by an assignment.
  void assign(const clang::ValueDecl *V, Ref R) {
    Now[V] = R;
    changed(V);
  }
  void changed(const clang::ValueDecl *V) { ++Versions[V]; }
  /// How often it has changed; and its number among all variables, which is the
  /// same in every run.
  unsigned version(const clang::ValueDecl *V) const {
    return Versions.lookup(V);
  }
  unsigned number(const clang::ValueDecl *V) {
    return Numbers.try_emplace(V, Numbers.size()).first->second;
  }

  const Env &all() const { return Now; }
  /// Goes back to \p Saved, or on to it; returns what was.
  Env exchange(Env Saved) { return std::exchange(Now, std::move(Saved)); }

private:
  Env Now;
  llvm::DenseMap<const clang::ValueDecl *, unsigned> Versions, Numbers;
};

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_BINDINGS_H
