//===- OtherOwner.h - Does somebody else keep a stored value ----*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_OTHEROWNER_H
#define OWNERSHIP_REWRITE_OTHEROWNER_H

#include "rewrite/Uses.h"
#include <optional>
#include <string>

namespace ownership {

/// Why a value has no other owner, and where that shows.
struct SoleOwner {
  std::string Reason;
  clang::SourceLocation Where;
};

/// Judges values on their way into a field that is to become weak.
class OtherOwner {
public:
  /// \p AllCallsInSight: whoever may call a member of the field's class is in
  /// this translation unit.
  OtherOwner(const ProgramFacts &Facts, const clang::FieldDecl &Field,
             OwnershipTypes &Types, bool AllCallsInSight)
      : Facts(Facts), Field(Field), Types(Types),
        AllCallsInSight(AllCallsInSight) {}

  /// Nothing if \p Value, evaluated in \p Function, keeps an owner besides the
  /// field it is stored into, for as long as the field's holder is used.
  std::optional<SoleOwner> judge(const clang::Expr *Value,
                                 const clang::FunctionDecl *Function);

private:
  const ProgramFacts &Facts;
  const clang::FieldDecl &Field;
  OwnershipTypes &Types;
  bool AllCallsInSight;
  /// Parameters, and methods for their `this`, that were judged or are being.
  llvm::DenseMap<const clang::Decl *, std::optional<SoleOwner>> Judged;

  std::optional<SoleOwner> judgeVariable(const clang::VarDecl &Var,
                                         const clang::Expr *Where,
                                         const clang::FunctionDecl *Function);
  std::optional<SoleOwner> judgeParameter(const clang::ParmVarDecl &Param,
                                          const clang::Expr *Where);
  std::optional<SoleOwner> judgeThis(const clang::FunctionDecl *Function,
                                     const clang::Expr *Where);
  std::optional<SoleOwner> judgeObject(const clang::Expr *Object,
                                       const clang::FunctionDecl *Function);
  /// Every call of \p F is written in this translation unit, as a call.
  bool callsAreInSight(const clang::FunctionDecl &F) const;
  bool isClosed(const clang::FunctionDecl &F) const;
};

/// \p E without the casts, temporaries and copies of a pointer that lie between
/// a value and its use.
const clang::Expr *ignoreCopies(const clang::Expr *E);

/// The x of `std::move(x)`, null for other expressions.
const clang::Expr *movedFrom(const clang::Expr *E);

/// The `nullptr` that \p E makes an empty pointer of, or null.
const clang::Expr *nullPointerLiteral(const clang::Expr *E);

/// `nullptr`, `{}` or a default constructed pointer.
bool isEmptyPointer(const clang::Expr *E);

} // namespace ownership

#endif // OWNERSHIP_REWRITE_OTHEROWNER_H
