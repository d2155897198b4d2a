//===- Declaration.h - The field's own declaration --------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_DECLARATION_H
#define OWNERSHIP_REWRITE_DECLARATION_H

#include "extract/OwnershipTypes.h"
#include "rewrite/UseForms.h"

namespace ownership {

/// The edits that make \p Field's declared type weak, or why it cannot be. Sets
/// \p Lock to the member function that makes a shared pointer of the weak one.
Claim claimDeclaration(const clang::FieldDecl &Field,
                       const clang::ASTContext &AST, OwnershipTypes &Types,
                       std::string &Lock);

/// The weak counterpart of the shared pointer \p Role is defined in this
/// translation unit, with the members that the rewrites call.
bool isWeakUsable(const TypeRole &Role, const clang::ASTContext &AST);

/// Why this translation unit may not see every use of \p Field; empty if it
/// does: the class is defined in the main file, or the field is private and
/// every body that may name it is here.
std::string usesOutOfSight(const clang::FieldDecl &Field,
                           const clang::ASTContext &AST);

/// The class of \p Field is defined in the main file, and that is no header.
bool isInMainFile(const clang::FieldDecl &Field, const clang::ASTContext &AST);

} // namespace ownership

#endif // OWNERSHIP_REWRITE_DECLARATION_H
