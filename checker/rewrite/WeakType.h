//===- WeakType.h - Writing a weak pointer for a shared one -----*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Where a declaration writes `std::vector<std::shared_ptr<T>>`, only the
// inner name changes. This finds the shared pointers in a type as written, and
// says how each is written as a weak one.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_WEAKTYPE_H
#define OWNERSHIP_REWRITE_WEAKTYPE_H

#include "extract/OwnershipTypes.h"
#include "rewrite/UseForms.h"
#include "clang/AST/TypeLoc.h"

namespace ownership {

struct WrittenPointers {
  /// Each is a specialization of the pointer's template, or an alias of one.
  llvm::SmallVector<clang::TypeLoc, 2> At;
  /// The aliases of containers in which these stand, and where they are named:
  /// to change the type is to change it for all who name them.
  llvm::SmallVector<const clang::TypedefNameDecl *, 1> Aliases;
  llvm::SmallVector<clang::SourceLocation, 1> AliasNames;
  /// Of all of them.
  const TypeRole *Role = nullptr;
  /// The type itself is the pointer.
  bool IsPlain = false;
  /// Why the type cannot be converted.
  std::optional<Refusal> Refused;
};

/// Finds the shared pointers in the type that \p Written writes: the type
/// itself, or what containers in it hold as elements or mapped values.
WrittenPointers findPointers(clang::TypeLoc Written, OwnershipTypes &Types);

/// The edit that makes \p Pointer weak, appended to \p Result, or its refusal.
/// \p Context is the class or function around it, or what else there is.
void weakenPointer(clang::TypeLoc Pointer, const TypeRole &Role,
                   const clang::DeclContext &Context,
                   const clang::ASTContext &AST, Claim &Result);

/// The weak counterpart of \p Pointer as it is written inside \p Context; empty
/// if it has no name there.
std::string spellWeak(clang::QualType Pointer, const TypeRole &Role,
                      const clang::DeclContext &Context,
                      const clang::ASTContext &AST);

} // namespace ownership

#endif // OWNERSHIP_REWRITE_WEAKTYPE_H
