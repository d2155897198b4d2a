//===- Modification.h - Is a name there to be changed -----------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_MODIFICATION_H
#define OWNERSHIP_REWRITE_MODIFICATION_H

#include "rewrite/Uses.h"

namespace ownership {

/// The variable or field is not merely read: it is not const here, and nobody
/// promises to leave it alone. \p Path leads to \p E, which is its last.
bool isModification(const clang::Expr *E, llvm::ArrayRef<Ancestor> Path);

/// \p E, the last of \p Path, names a function in order to call it.
bool isCallee(const clang::DeclRefExpr *E, llvm::ArrayRef<Ancestor> Path);

} // namespace ownership

#endif // OWNERSHIP_REWRITE_MODIFICATION_H
