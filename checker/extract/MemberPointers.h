//===- MemberPointers.h - Methods that are named as callables ---*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_MEMBERPOINTERS_H
#define OWNERSHIP_EXTRACT_MEMBERPOINTERS_H

namespace clang {
class CXXMethodDecl;
class Expr;
} // namespace clang

namespace ownership {

/// The method that \p E calls on its first argument: `&C::m`, std::mem_fn of
/// that, or std::bind of it with a placeholder. Null if it is anything else.
const clang::CXXMethodDecl *methodCalledBy(const clang::Expr &E);

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_MEMBERPOINTERS_H
