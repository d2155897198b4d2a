//===- VariableUses.h - Every place where a variable is used ---------- -*- C++
//-*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_VARIABLEUSES_H
#define OWNERSHIP_REWRITE_VARIABLEUSES_H

#include "rewrite/Uses.h"

namespace ownership {

/// Every use of the local variable or binding \p Var, which is declared around
/// \p Origin or in the same function, as if it were a use of the same field.
/// Parameters of generic lambdas are those of one instantiation.
std::vector<Use> usesOfVariable(const clang::ValueDecl &Var, const Use &Origin);

/// The same for a parameter of \p F.
std::vector<Use> usesOfParameter(const clang::ParmVarDecl &Param,
                                 const clang::FunctionDecl &F,
                                 const clang::FieldDecl *Field = nullptr);

/// Every call of \p F in the translation unit, as if its result were \p Field.
std::vector<Use> callsOf(const clang::FunctionDecl &F,
                         const clang::FieldDecl *Field,
                         const clang::ASTContext &AST);

/// Every place in the translation unit where \p Alias is named as a type.
std::vector<clang::SourceLocation>
mentionsOf(const clang::TypedefNameDecl &Alias, const clang::ASTContext &AST);

} // namespace ownership

#endif // OWNERSHIP_REWRITE_VARIABLEUSES_H
