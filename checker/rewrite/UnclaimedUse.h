//===- UnclaimedUse.h - What a use is that no form knows --------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_UNCLAIMEDUSE_H
#define OWNERSHIP_REWRITE_UNCLAIMEDUSE_H

#include "rewrite/Refusal.h"
#include "rewrite/Uses.h"

namespace ownership {

/// What happens to \p Value, a pointer, container or iterator, in \p Parent.
Refusal unclaimedUse(const clang::Expr *Value, const Ancestor &Parent);

/// The same for a use of kind Other.
Refusal unclaimedUse(const Use &U);

/// \p Reason with the name of \p F; if that is null, that it is not known.
Refusal aboutFunction(Refusal::ReasonTy Reason, const clang::FunctionDecl *F);

} // namespace ownership

#endif // OWNERSHIP_REWRITE_UNCLAIMEDUSE_H
