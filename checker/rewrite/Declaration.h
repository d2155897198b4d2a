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

/// What the declaration says about the uses to expect.
struct FieldShape {
  /// The field is the pointer, not something that holds pointers.
  bool IsPlain = true;
  /// The class is a template, or inside one.
  bool IsInTemplate = false;
  /// The role of the pointer to convert.
  const TypeRole *Pointer = nullptr;
  /// Aliases that change with the field, and where it names them.
  llvm::SmallVector<const clang::TypedefNameDecl *, 1> Aliases;
  llvm::SmallVector<clang::SourceLocation, 1> AliasNames;
};

/// The edits that make \p Field's declared type weak, or why it cannot be;
/// fills in \p Shape. In a template, \p Field is that of the pattern. It may be
/// declared together with others of \p Weak, the fields that become weak; the
/// edits then leave the shared type right for all.
Claim claimDeclaration(const clang::FieldDecl &Field,
                       llvm::ArrayRef<const clang::FieldDecl *> Weak,
                       const clang::ASTContext &AST, OwnershipTypes &Types,
                       FieldShape &Shape);

/// The weak counterpart of the shared pointer \p Role is defined in this
/// translation unit, with the members that the rewrites call.
bool isWeakUsable(const TypeRole &Role, const clang::ASTContext &AST);

/// Why this translation unit may not see every use of \p Field; nothing if it
/// does: the class is defined in the main file, or the field is private and
/// every body that may name it is here.
std::optional<Refusal> usesOutOfSight(const clang::FieldDecl &Field,
                                      const clang::ASTContext &AST);

/// The class of \p Field is defined in the main file, and that is no header.
bool isInMainFile(const clang::FieldDecl &Field, const clang::ASTContext &AST);

} // namespace ownership

#endif // OWNERSHIP_REWRITE_DECLARATION_H
