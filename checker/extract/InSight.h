//===- InSight.h - What is read of a translation unit -----------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A compiler reads a translation unit from its first line to its last. An
// editor does so once, and keeps what the headers at the top declare as a
// preamble: a precompiled header without the bodies of its functions. After
// each keystroke only the rest is parsed, and the preamble's declarations are
// loaded one by one, when something names them.
//
// To ask for all of them would load all of them, which takes longer than the
// parse (measured with Clang's own headers: 400 ms on 80 ms). And most is of no
// use: what no line of the open file leads to is not what its reader is looking
// at. So with a preamble the walk begins at what was parsed just now, and goes
// to the preamble only where that leads (CollectRecords.cpp).
//
// What this gives up: a class of a header that nothing in the open file names,
// nor holds, but that derives from one that the file does.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_INSIGHT_H
#define OWNERSHIP_EXTRACT_INSIGHT_H

#include <vector>

namespace clang {
class ASTContext;
class Decl;
class SourceManager;
} // namespace clang

namespace ownership {

/// The translation unit is open in an editor: its headers come from a preamble
/// in which functions have no bodies. False for other precompiled headers.
bool hasPreamble(const clang::SourceManager &SM);

/// The declarations of \p AST at the top, where every walk begins: all of them,
/// or, with a preamble, those behind it.
std::vector<clang::Decl *> declsInSight(const clang::ASTContext &AST);

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_INSIGHT_H
