//===- PointerExpr.h - Values of pointers, as they are written --*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_POINTEREXPR_H
#define OWNERSHIP_REWRITE_POINTEREXPR_H

#include "clang/AST/Expr.h"

namespace ownership {

/// \p E without what the compiler wraps around a value on its way to a
/// parameter or variable.
const clang::Expr *ignoreTemporaries(const clang::Expr *E);

/// \p E without the casts, temporaries and copies of a pointer that lie between
/// a value and its use.
const clang::Expr *ignoreCopies(const clang::Expr *E);

/// The x of `std::move(x)`, null for other expressions.
const clang::Expr *movedFrom(const clang::Expr *E);

/// The `nullptr`, `0` or `NULL` that \p E makes an empty pointer of, or null.
const clang::Expr *nullPointerLiteral(const clang::Expr *E);

/// `nullptr`, `{}` or a default constructed pointer.
bool isEmptyPointer(const clang::Expr *E);

/// What a pointer of the class template specialization \p T points to, by its
/// first argument; null if there is none.
clang::QualType pointeeOf(clang::QualType T);

} // namespace ownership

#endif // OWNERSHIP_REWRITE_POINTEREXPR_H
