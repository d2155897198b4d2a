//===- Spelling.h - Names for new text --------------------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Edits that bring new declarations need names that nobody has, and types as
// they are written at the place.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_SPELLING_H
#define OWNERSHIP_REWRITE_SPELLING_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "llvm/ADT/StringSet.h"
#include <string>

namespace ownership {

/// The source text of whole tokens; empty if a macro has a part in it.
llvm::StringRef textOf(clang::SourceRange Range, const clang::ASTContext &AST);

/// Every identifier in the text of \p Range.
llvm::StringSet<> identifiersIn(clang::SourceRange Range,
                                const clang::ASTContext &AST);

/// "weakSelf" for "self", "weak_my_conn" for "my_conn"; with a number if that
/// is among \p Taken.
std::string weakNameFor(llvm::StringRef Name, const llvm::StringSet<> &Taken);

/// \p T as it can be written inside \p Where: the shortest name that means it
/// there. Empty if it has none.
std::string spellType(clang::QualType T, const clang::DeclContext &Where,
                      const clang::ASTContext &AST);

/// The white space before the first token of the line of \p Where.
llvm::StringRef indentationAt(clang::SourceLocation Where,
                              const clang::SourceManager &SM);

/// "\n", or what the file has in its place.
llvm::StringRef newlineOf(clang::SourceLocation Where,
                          const clang::SourceManager &SM);

} // namespace ownership

#endif // OWNERSHIP_REWRITE_SPELLING_H
