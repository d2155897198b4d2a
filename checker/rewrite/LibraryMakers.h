//===- LibraryMakers.h - Whose objects a library makes ----------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_LIBRARYMAKERS_H
#define OWNERSHIP_REWRITE_LIBRARYMAKERS_H

#include "extract/OwnershipTypes.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/SmallVector.h"

namespace ownership {

/// The class C of a call to `make_shared<C>(...)`, null for other functions.
const clang::CXXRecordDecl *classMadeBy(const clang::FunctionDecl &Callee);

/// The classes among the template arguments of a function of a library, or of
/// its class: it may create objects of them.
llvm::SmallVector<const clang::CXXRecordDecl *, 2>
classesMadeByLibrary(const clang::FunctionDecl &Callee, OwnershipTypes &Types);

} // namespace ownership

#endif // OWNERSHIP_REWRITE_LIBRARYMAKERS_H
