//===- Writes.h - May code give a field another value -----------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_WRITES_H
#define OWNERSHIP_REWRITE_WRITES_H

#include "rewrite/Uses.h"

namespace ownership {

/// Running \p S, or what is called there, may give \p Field another value, in
/// whichever object. \p Except is not looked at, nor what is in it.
bool mayWrite(const clang::Stmt *S, const clang::FieldDecl &Field,
              const ProgramFacts &Facts, const clang::Stmt *Except = nullptr);

} // namespace ownership

#endif // OWNERSHIP_REWRITE_WRITES_H
