//===- Patterns.h - What instantiations come from ---------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A template's member has one declaration in the text and one more in each
// instantiation. Edits are made in the text, so a field is known by its
// declaration in the pattern.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_PATTERNS_H
#define OWNERSHIP_REWRITE_PATTERNS_H

#include "rewrite/Uses.h"

namespace ownership {

/// The class, or field, as the text declares it: that of the pattern for an
/// instantiation, itself for all else. Canonical.
const clang::CXXRecordDecl &patternOf(const clang::CXXRecordDecl &R);
const clang::FieldDecl &patternOf(const clang::FieldDecl &F);

/// \p R, or a base of it, comes from the pattern \p Base.
bool isOrDerivesFrom(const clang::CXXRecordDecl &R,
                     const clang::CXXRecordDecl &Base);

/// \p U stands in a template as written, where types depend on parameters.
bool isInPattern(const Use &U);

/// A partial or explicit specialization of the class template around \p Field
/// has a member of the same name, so that the name means one of two things;
/// nothing if there is none.
clang::SourceLocation specializedMember(const clang::FieldDecl &Field);

} // namespace ownership

#endif // OWNERSHIP_REWRITE_PATTERNS_H
