//===- CallFacts.h - Who calls, and what runs unseen ------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_CALLFACTS_H
#define OWNERSHIP_REWRITE_CALLFACTS_H

#include "rewrite/CallReach.h"
#include "rewrite/Uses.h"
#include "clang/Basic/SourceManager.h"

namespace ownership {

/// Finds out which functions may write a field, and which may run while an
/// object is being destroyed.
class CallFacts {
public:
  /// \p Facts is filled in by finish().
  CallFacts(const clang::SourceManager &SM, OwnershipTypes &Types,
            ProgramFacts &Facts)
      : SM(SM), Types(Types), Facts(Facts) {}

  void enterFunction(const clang::FunctionDecl &F);
  /// \p Caller calls \p Callee, or if that is null, nobody knows what.
  void addCall(const clang::FunctionDecl &Caller,
               const clang::FunctionDecl *Callee);
  /// \p Caller names \p F: a call, or something that may become one.
  void addMention(const clang::FunctionDecl &Caller,
                  const clang::FunctionDecl &F);
  void addWriter(const clang::FunctionDecl &F);
  /// A callable of type \p Deleter runs like a destructor.
  void addDeleter(clang::QualType Deleter);
  /// An object of type \p T will be destroyed somewhere.
  void addObject(clang::QualType T);

  void finish();

private:
  const clang::SourceManager &SM;
  OwnershipTypes &Types;
  ProgramFacts &Facts;
  CallReach Reach;
  /// And deleters.
  std::vector<const clang::FunctionDecl *> Destructors;
  bool HasUnknownDeleter = false;
  /// One that a preamble has left out.
  bool HasUnreadDestructor = false;

  bool takesCallable(const clang::FunctionDecl &Callee) const;
};

} // namespace ownership

#endif // OWNERSHIP_REWRITE_CALLFACTS_H
