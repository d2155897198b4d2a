//===- WeakCopy.h - A weak pointer to what a closure captures ---*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What lambdas and binds have in common: a closure that is created at some
// place, and a weak pointer made there of a value that it would have captured.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_WEAKCOPY_H
#define OWNERSHIP_REWRITE_WEAKCOPY_H

#include "extract/OwnershipTypes.h"
#include "rewrite/UseForms.h"
#include "rewrite/Uses.h"
#include "llvm/ADT/StringSet.h"
#include <optional>
#include <string>
#include <vector>

namespace ownership {

/// The expression that creates a closure, and what it stands in.
struct ClosureSite {
  /// A LambdaExpr, or the CallExpr of a bind.
  const clang::Expr *Node = nullptr;
  /// Outermost first; the last one is the parent of Node.
  std::vector<Ancestor> Around;
  /// Stands in a template as written.
  bool IsPattern = false;
};

/// Text around some tokens. Several captures may each have a part in it, so it
/// is joined before it becomes an edit.
struct Addition {
  clang::CharSourceRange Range;
  std::string Before;
  std::string After;
};

/// What becomes of one capture, or why nothing does.
struct CapturePlan {
  std::vector<Edit> Edits;
  std::vector<Addition> Additions;
  /// A variable that it declares in the function around.
  std::string NewVariable;
  std::optional<Refusal> Refused;

  bool refuse(Refusal Why) {
    Refused = std::move(Why);
    return false;
  }
};

/// Makes the text of one weak pointer.
class WeakCopy {
public:
  clang::ASTContext &AST;
  const ProgramFacts &Facts;
  OwnershipTypes &Types;
  const ClosureSite &Site;
  CapturePlan &Plan;
  /// The closure is in a template, where the type of the value depends on
  /// arguments.
  bool IsDependent = false;

  /// The pointer's type, and its role.
  clang::QualType Pointer;
  const TypeRole *Role = nullptr;

  WeakCopy(clang::ASTContext &AST, const ProgramFacts &Facts,
           OwnershipTypes &Types, const ClosureSite &Site, CapturePlan &Plan)
      : AST(AST), Facts(Facts), Types(Types), Site(Site), Plan(Plan) {}

  /// Whether a pointer of type \p T can be made weak here.
  bool takesPointer(clang::QualType T, clang::SourceLocation Where);

  /// The expression for a weak pointer to what \p Value points to, to stand
  /// where \p Value does. Empty after a refusal.
  std::string make(const clang::Expr &Value);

  /// `std::weak_ptr<T> Name(text);` before the statement of the closure, for
  /// languages without init-captures.
  bool declareBefore(llvm::StringRef Name, const clang::Expr &Value);

  /// The identifiers of the function around, among which a new name must not
  /// be.
  llvm::StringSet<> namesAround() const;

  /// The innermost context of declarations around the closure.
  const clang::DeclContext &context() const;

private:
  bool MayDeduce = false;
  std::string pointee(const clang::Expr &Value);
  /// `weak_from_this()` for \p Call of shared_from_this, if there is one.
  std::string weakFromThis(const clang::CXXMemberCallExpr &Call) const;
  /// The text that is to be wrapped, without moves.
  std::string source(const clang::Expr &Value);
};

} // namespace ownership

#endif // OWNERSHIP_REWRITE_WEAKCOPY_H
