//===- UnusualPointers.h - Pointers that own something else -----*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_UNUSUALPOINTERS_H
#define OWNERSHIP_REWRITE_UNUSUALPOINTERS_H

#include "extract/OwnershipTypes.h"
#include "clang/AST/ExprCXX.h"

namespace ownership {

/// \p E, a shared pointer of two arguments, is `shared_ptr(owner, pointer)`,
/// not `shared_ptr(pointer, deleter)`.
bool isAlias(const clang::CXXConstructExpr &E, OwnershipTypes &Types);

/// What such a pointer owns keeps what it points to.
bool ownsItsObject(const clang::CXXConstructExpr &E, OwnershipTypes &Types);

/// A pointer of type \p T may be stored into a field of type \p Field.
bool mayLeadTo(clang::QualType Field, clang::QualType T);

} // namespace ownership

#endif // OWNERSHIP_REWRITE_UNUSUALPOINTERS_H
