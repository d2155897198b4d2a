//===- ClosureForms.h - Lambdas and binds with a weak capture ---*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_CLOSUREFORMS_H
#define OWNERSHIP_REWRITE_CLOSUREFORMS_H

#include "rewrite/WeakCopy.h"

namespace ownership {

/// Plans to make capture number \p Index of the lambda at \p Site weak.
/// \p Pattern is the same lambda in the template that \p Site is an instance
/// of, if it is one. \p Taken are names that new variables must not have,
/// besides those of the function around.
CapturePlan planLambda(clang::ASTContext &AST, const ProgramFacts &Facts,
                       OwnershipTypes &Types, const ClosureSite &Site,
                       const ClosureSite *Pattern, unsigned Index,
                       const llvm::StringSet<> &Taken);

/// Plans to replace the bind at \p Site by a lambda that captures what the
/// argument at \p Where gives weakly.
CapturePlan planBind(clang::ASTContext &AST, const ProgramFacts &Facts,
                     OwnershipTypes &Types, const ClosureSite &Site,
                     clang::SourceLocation Where,
                     const llvm::StringSet<> &Taken);

} // namespace ownership

#endif // OWNERSHIP_REWRITE_CLOSUREFORMS_H
