//===- ScopeGuards.h - What is undone after a local has ended ---*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A local strong pointer may be the last reference to an object when it ends,
// and with that object others may end, `this` among them. A guard on a member
// of `this` that was declared before the pointer is undone after it, and would
// touch what is gone.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_SCOPEGUARDS_H
#define OWNERSHIP_REWRITE_SCOPEGUARDS_H

#include "rewrite/Uses.h"

namespace ownership {

/// A scope guard on a member stands before the statement \p Statement, an index
/// in the ancestors of \p U, in its block or one around it.
bool isAfterGuard(const Use &U, size_t Statement, OwnershipTypes &Types);

} // namespace ownership

#endif // OWNERSHIP_REWRITE_SCOPEGUARDS_H
