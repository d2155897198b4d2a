//===- NonNull.h - Is a pointer known to hold an object ---------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A weak pointer that gives nothing may have expired, or may have been made of
// a null pointer. Who wants to treat the first like the second's absence must
// know that there is no second.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_NONNULL_H
#define OWNERSHIP_REWRITE_NONNULL_H

#include "rewrite/Uses.h"
#include "llvm/ADT/ArrayRef.h"

namespace ownership {

/// \p S, whenever it runs to its end, dereferences \p Pointer.
bool alwaysDereferences(const clang::Stmt *S, const clang::ValueDecl &Pointer);

/// The pointer \p Value is not null, evaluated at the end of the path \p Around
/// (outermost first): it is made of an object, or is dereferenced or tested
/// there on every way.
bool isNeverNull(const clang::Expr &Value, llvm::ArrayRef<Ancestor> Around,
                 const ProgramFacts &Facts);

} // namespace ownership

#endif // OWNERSHIP_REWRITE_NONNULL_H
