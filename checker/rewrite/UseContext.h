//===- UseContext.h - A use, and the steps outwards from it -----*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_USECONTEXT_H
#define OWNERSHIP_REWRITE_USECONTEXT_H

#include "rewrite/Keeping.h"
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
  OwnershipTypes &Types;
  llvm::StringRef Lock;
  Claim &Result;
  /// Where local variables may be declared for the field; null if they may not.
  StrongLocals *Locals;

  /// The expression that the field's value is at this point, and the index of
  /// its parent in U.Ancestors plus one; 0 is outside everything.
  const clang::Expr *Value;
  size_t Outer;
  bool IsInParentheses = false;
  /// What the value is.
  Refusal::SubjectTy Subject;

  UseContext(const Use &U, const ProgramFacts &Facts, OwnershipTypes &Types,
             llvm::StringRef Lock, Claim &Result,
             StrongLocals *Locals = nullptr)
      : U(U), Facts(Facts), Types(Types), Lock(Lock), Result(Result),
        Locals(Locals), Value(U.Node), Outer(U.Ancestors.size()),
        Subject(U.Element ? Refusal::Element : Refusal::Field) {
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

  /// Past `c ? f : p`, of which the value is one of the two: what a lock gives
  /// is no lvalue, but it is copied, tested or dereferenced just the same.
  void stepOutOfConditional();

  /// The variable that Value initializes, or null.
  const clang::VarDecl *initialized() const;

  /// At the use, if \p Why has no place of its own. Returns true.
  bool refuse(Refusal Why) {
    if (Why.Where.isInvalid())
      Why.Where = U.Where;
    if (Why.Subject == Refusal::Field)
      Why.Subject = Subject;
    Result.Refused = std::move(Why);
    return true;
  }
  /// Refuses what the parent does with the value.
  bool refuseUnclaimed();

  void replace(clang::SourceRange Tokens, const llvm::Twine &Text) {
    Result.Edits.push_back(
        {clang::CharSourceRange::getTokenRange(Tokens), Text.str()});
  }
  /// Replaces the pointer by the result of \p Call on it, and all that stands
  /// behind it up to \p End. What a getter's call yields is strong as it
  /// stands.
  void callOnPointer(const llvm::Twine &Call, clang::SourceLocation End = {}) {
    if (U.Kind == Use::Call)
      return;
    Spelling S{clang::CharSourceRange::getTokenRange(U.Where),
               U.Field->getNameAsString() + ".", ""};
    if (U.Element)
      S = *U.Element;
    if (End.isValid())
      S.Range.setEnd(End);
    Result.Edits.push_back({S.Range, (S.Before + Call + S.After).str()});
  }

  /// The shared pointer's class, as it is at this use.
  const clang::CXXRecordDecl *pointerClass() const;

  /// Claims a read: `f` becomes `f.lock()`, if what comes of it ends with the
  /// full expression; otherwise a local variable keeps the object as long as
  /// that is used.
  bool lockHere();

  /// The same where the object may have ended: nothing is done then.
  bool guardHere();

  /// The same for a read that yields a strong copy, which is all that is needed
  /// of the object.
  bool copyHere();

  /// Refuses, and returns true, if a lock may give nothing where the field gave
  /// an object.
  bool refuseInDestructor();
  /// Refuses, and returns true, if something that depends on the object may
  /// outlive the full expression.
  bool refuseOutliving();

  struct Outliving {
    Refusal::ReasonTy How;
    /// The variable's declaration or the loop, as an index in U.Ancestors; none
    /// for what no local variable can help.
    std::optional<size_t> KeptAt;
  };
  /// How something that depends on the object may outlive the full expression;
  /// or, if the object is held for \p Scope, that. Variables inside it that may
  /// refer to the object are \p Borrowers, whose uses the caller must ask
  /// about.
  std::optional<Outliving>
  outlives(const clang::Stmt *Scope = nullptr,
           llvm::SmallVectorImpl<const clang::VarDecl *> *Borrowers = nullptr);

  /// A value of this type may refer to an object that it does not keep.
  bool mayDangle(clang::QualType T);

private:
  bool isPointerOfNothing(const clang::Expr *E, const clang::Expr *From);
  bool isKeptByCall(Keeping &Kept, const clang::Expr *E,
                    const clang::Expr *Arg);
  bool isAssignmentThatKeeps(Keeping &Kept, const clang::Expr *E,
                             const clang::Expr *From);
};

} // namespace ownership

#endif // OWNERSHIP_REWRITE_USECONTEXT_H
