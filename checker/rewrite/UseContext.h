//===- UseContext.h - A use, and the steps outwards from it -----*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_USECONTEXT_H
#define OWNERSHIP_REWRITE_USECONTEXT_H

#include "rewrite/UseForms.h"
#include "clang/AST/ExprCXX.h"

namespace ownership {

/// A value of type \p T may hold a pointer or a reference to what it does not
/// own.
bool mayDangle(clang::QualType T, OwnershipTypes &Types);

/// One use, and the steps outwards from it.
class UseContext {
public:
  const Use &U;
  const ProgramFacts &Facts;
  OtherOwner &Owner;
  OwnershipTypes &Types;
  llvm::StringRef Lock;
  Claim &Result;

  /// The expression that the field's value is at this point, and the index of
  /// its parent in U.Ancestors plus one; 0 is outside everything.
  const clang::Expr *Value;
  size_t Outer;
  bool IsInParentheses = false;

  UseContext(const Use &U, const ProgramFacts &Facts, OtherOwner &Owner,
             OwnershipTypes &Types, llvm::StringRef Lock, Claim &Result)
      : U(U), Facts(Facts), Owner(Owner), Types(Types), Lock(Lock),
        Result(Result), Value(U.Node), Outer(U.Ancestors.size()) {
    skipNeutral();
  }

  const clang::Stmt *parent() const {
    return Outer > 0 ? U.Ancestors[Outer - 1].S : nullptr;
  }
  template <typename T> const T *parentAs() const {
    return llvm::dyn_cast_or_null<T>(parent());
  }

  /// Past parentheses and casts that change neither value nor ownership.
  void skipNeutral() {
    while (const auto *E = parentAs<clang::Expr>()) {
      if (const auto *Cast = llvm::dyn_cast<clang::ImplicitCastExpr>(E)) {
        if (Cast->getCastKind() != clang::CK_NoOp &&
            Cast->getCastKind() != clang::CK_UncheckedDerivedToBase &&
            Cast->getCastKind() != clang::CK_DerivedToBase)
          return;
      } else if (llvm::isa<clang::ParenExpr>(E)) {
        IsInParentheses = true;
      } else {
        return;
      }
      step();
    }
  }
  void step() {
    Value = llvm::cast<clang::Expr>(parent());
    --Outer;
  }

  bool refuse(const llvm::Twine &Reason, clang::SourceLocation Where = {}) {
    Result.Refusal = Reason.str();
    Result.RefusedAt = Where.isValid() ? Where : U.Where;
    return true;
  }

  /// Replaces the pointer by the result of \p Call on it, and all that stands
  /// behind it up to \p End.
  void callOnPointer(const llvm::Twine &Call, clang::SourceLocation End = {}) {
    Spelling S{clang::CharSourceRange::getTokenRange(U.Where),
               U.Field->getNameAsString() + ".", ""};
    if (U.Element)
      S = *U.Element;
    if (End.isValid())
      S.Range.setEnd(End);
    Result.Edits.push_back({S.Range, (S.Before + Call + S.After).str()});
  }

  /// Claims a read: `f` becomes `f.lock()`, if what comes of it ends with the
  /// full expression.
  bool lockHere();

  /// Refuses a lock that may find nothing because the owner is being destroyed.
  bool refuseInDestructor();

  /// How something that depends on the object may outlive the full expression;
  /// or, if the object is held for \p Scope, that. Variables inside it that may
  /// refer to the object are \p Borrowers, whose uses the caller must ask
  /// about.
  std::optional<llvm::StringRef>
  outlives(const clang::Stmt *Scope = nullptr,
           llvm::SmallVectorImpl<const clang::VarDecl *> *Borrowers = nullptr);

  /// A value of this type may refer to an object that it does not keep.
  bool mayDangle(clang::QualType T);

private:
  bool isAssignmentThatKeeps(const clang::Expr *E, const clang::Expr *From);
};

/// Claims a store of \p Stored, whose text stays as it is except that a moved
/// value is copied: there is nothing to move into.
bool claimStored(UseContext &C, const clang::Expr *Stored);

} // namespace ownership

#endif // OWNERSHIP_REWRITE_USECONTEXT_H
