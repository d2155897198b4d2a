//===- LocalVariables.h - What locals keep, and how long --------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_LOCALVARIABLES_H
#define OWNERSHIP_EXTRACT_LOCALVARIABLES_H

#include "extract/ObjectAccess.h"

namespace ownership {

/// The local variables in scope: what each is bound to when it is declared,
/// what it keeps alive, and what happens when it ends.
class LocalVariables {
public:
  LocalVariables(BodiesInSight &P, BodyWriter &Out, Bindings &Vars,
                 ObjectAccess &Access)
      : P(P), Out(Out), Vars(Vars), Access(Access) {}

  /// The variable, or a decomposition's parts, and that it is in scope.
  void declare(const clang::VarDecl *V, const Ref &Init);
  /// Of static storage.
  void declareGlobal(const clang::VarDecl *V, const Ref &Init);
  void declareParameter(const clang::ParmVarDecl *Parameter, const Ref &R) {
    Vars.bind(Parameter, R);
    InScope.push_back(Parameter);
  }
  /// A range-for's variable, for one element.
  void declareElement(const clang::VarDecl *V, const Ref &Element);

  /// How many are in scope: a mark to end a scope at.
  size_t scope() const { return InScope.size(); }
  /// Says what the locals keep after a statement, and that it ends.
  void endStatement();
  /// Locals from \p From on go out of scope.
  void endScope(size_t From);
  /// The same on a way out that the statements behind do not take.
  void leaveScope(size_t From);
  /// Runs the destructors of the locals that go out of scope.
  void destroy(size_t From);

  /// \p V was moved from: it keeps nothing while it stands for the same.
  void moveFrom(const clang::ValueDecl *V) { MovedFrom[V] = Vars.lookup(V); }
  /// It was moved from, or given to somebody who may change it.
  bool isMovedFrom(const clang::ValueDecl *V) const {
    auto It = MovedFrom.find(V);
    return It != MovedFrom.end() && It->second == Vars.lookup(V);
  }
  /// Who is given a reference to a local pointer may change it out of sight.
  void mayModify(const clang::Expr *Arg, clang::QualType Parameter);
  /// What stores into \p V, a local variable, is not followed: from here on it
  /// may hold any object of its class. \p By tells this from what is known of
  /// it.
  void mayHoldAny(const clang::ValueDecl *V, const clang::FieldDecl *By);

  /// A lambda has captured \p V by reference, in \p Slot, and gets to see what
  /// it holds from the end of this statement on: perhaps the lambda itself.
  void captureBeforeItHolds(const clang::ValueDecl *V, const Ref &Slot) {
    CapturedEmpty.push_back({V, Slot});
  }

  /// What each was last said to keep. A branch saves it before an arm.
  using Keeps = llvm::DenseMap<const clang::ValueDecl *, ValueIndex>;
  const Keeps &held() const { return Held; }
  Keeps exchangeHeld(Keeps Saved) {
    return std::exchange(Held, std::move(Saved));
  }
  /// What the locals keep now was said under the arms that are joined here.
  /// \p OtherArm was in scope there.
  void joinHeld(const Keeps &OtherArm);
  void assumeHeld();

private:
  BodiesInSight &P;
  BodyWriter &Out;
  Bindings &Vars;
  ObjectAccess &Access;
  llvm::SmallVector<const clang::VarDecl *, 8> InScope;
  Keeps Held;
  llvm::DenseMap<const clang::ValueDecl *,
                 llvm::SmallVector<const clang::FieldDecl *, 1>>
      HoldAny;
  llvm::SmallVector<std::pair<const clang::ValueDecl *, Ref>, 1> CapturedEmpty;
  /// What each had when it was moved from.
  llvm::DenseMap<const clang::ValueDecl *, Ref> MovedFrom;
  /// The length of the body when the last statement ended.
  size_t LastEnd = 0;

  void bind(const clang::ValueDecl *V, clang::QualType T, Ref Init,
            clang::SourceLocation Loc);
  void bindParts(const clang::DecompositionDecl *D, const Ref &Whole);
  ValueIndex keptBy(const clang::VarDecl *V) const;
  void hold(const clang::ValueDecl *V, ValueIndex Object);
  void dropAfter(const clang::VarDecl *V);
  bool runDeleter(clang::QualType T, ValueIndex Object,
                  clang::SourceLocation Loc);
  void runDestructor(const clang::CXXRecordDecl *R, ValueIndex Object,
                     clang::SourceLocation Loc, unsigned Nesting = 0);
};

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_LOCALVARIABLES_H
