//===- Includes.h - Headers that a rewrite needs ----------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_INCLUDES_H
#define OWNERSHIP_REWRITE_INCLUDES_H

#include "rewrite/UseForms.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/StringRef.h"
#include <optional>

namespace ownership {

/// The edit that makes \p File include the standard header \p Header ("utility"
/// for <utility>). Its range is invalid if the file does so already, whatever
/// macros are defined. Nothing if the file has no include that could be
/// extended, or is not the user's.
///
/// The edit replaces the header's name in an include that is there: several
/// translation units that ask for the same header propose the same edit.
std::optional<Edit> addInclude(clang::FileID File, llvm::StringRef Header,
                               const clang::ASTContext &AST);

/// One edit that does what \p First and \p Second do, if both are made by
/// addInclude and extend one include.
std::optional<Edit> mergeIncludes(const Edit &First, const Edit &Second);

} // namespace ownership

#endif // OWNERSHIP_REWRITE_INCLUDES_H
