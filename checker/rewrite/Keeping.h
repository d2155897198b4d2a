//===- Keeping.h - Who keeps a pointer or reference that it gets *- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A lock keeps its object for the full expression, a local variable for its
// block. What is derived from the object - a reference, a raw pointer, an
// iterator, a view, a closure over one - must end no later. This follows such
// values through expressions, local variables and the functions that take them,
// and ends where a value refers to nothing any more: a number, a string, a
// strong copy.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_KEEPING_H
#define OWNERSHIP_REWRITE_KEEPING_H

#include "extract/OwnershipTypes.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace ownership {

class Keeping {
public:
  /// With \p Pointer, the class of a pointer, the question is whether its
  /// object is kept: a function that is not in sight is then trusted with what
  /// it takes to read, the name of the object for instance.
  explicit Keeping(OwnershipTypes &Types,
                   const clang::CXXRecordDecl *Pointer = nullptr)
      : Types(Types), Pointer(Pointer) {}

  /// A value of this type may refer to an object that it does not own.
  bool mayDangle(clang::QualType T);

  /// Through a value of this type one gets at no other object.
  bool refersToNothing(clang::QualType T);

  /// \p F may hold on to what it gets for its parameter \p Index after it has
  /// returned, other than in its result. So may every function whose body is
  /// not in sight, and a virtual one; but the standard library's functions
  /// copy.
  bool keepsArgument(const clang::FunctionDecl &F, unsigned Index);

  /// The same when \p Arg is passed.
  bool keepsArgument(const clang::FunctionDecl &F, unsigned Index,
                     const clang::Expr &Arg);

  /// What is derived from \p Value, an expression in the body of \p F, is found
  /// elsewhere than in variables that \p Value initializes, directly or through
  /// others.
  bool leavesItsVariables(const clang::Expr &Value,
                          const clang::FunctionDecl &F);

  /// The same for what is derived from the local variable \p Var of \p F.
  bool leavesItsVariables(const clang::VarDecl &Var,
                          const clang::FunctionDecl &F);

private:
  struct Body;

  OwnershipTypes &Types;
  const clang::CXXRecordDecl *Pointer;
  llvm::DenseMap<const clang::ParmVarDecl *, bool> KeptParameters;

  bool leadsToObject(clang::QualType T) const;
  bool isKept(const clang::Expr *E, Body &In);
  bool isKept(const clang::VarDecl &Var, Body &In);
  bool isKeptInAssignment(const clang::Expr *To, Body &In);
};

/// The argument of \p Call that is \p Arg: the parameter's index, or nothing if
/// it is the object of the call or no argument at all. \p Call is a CallExpr or
/// a CXXConstructExpr.
std::optional<unsigned> parameterOf(const clang::Expr &Call,
                                    const clang::Expr *Arg);

/// The function that a CallExpr or CXXConstructExpr calls, if it is known.
const clang::FunctionDecl *calleeOf(const clang::Expr &Call);

/// \p F belongs to the standard library or another system header.
bool isOfLibrary(const clang::FunctionDecl &F);

} // namespace ownership

#endif // OWNERSHIP_REWRITE_KEEPING_H
