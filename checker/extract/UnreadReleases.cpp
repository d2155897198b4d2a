//===- UnreadReleases.cpp - What bodies out of sight let go ---------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "extract/UnreadReleases.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

bool hasUnreadBody(const CXXRecordDecl &R) {
  return any_of(R.decls(), [](const Decl *D) {
    const auto *F = dyn_cast<FunctionDecl>(D);
    if (const auto *Template = dyn_cast<FunctionTemplateDecl>(D))
      F = Template->getTemplatedDecl();
    return F && F->hasSkippedBody();
  });
}

bool isWord(const Token &T, ArrayRef<StringRef> Words) {
  return T.is(tok::raw_identifier) && is_contained(Words, T.getRawIdentifier());
}

/// The tokens between which a field stands say that it is emptied there.
bool isRelease(const Token &Before2, const Token &Before, const Token &After,
               const Token &After2) {
  if (After.is(tok::period) && isWord(After2, {"reset", "clear", "swap"}))
    return true;
  if (After.is(tok::equal) &&
      (After2.is(tok::l_brace) || isWord(After2, {"nullptr", "NULL"})))
    return true;
  return Before.is(tok::l_paren) &&
         isWord(Before2, {"move", "exchange", "swap"});
}

} // namespace

bool mayBeReleasedUnread(const FieldDecl &Field) {
  const auto *Holder = dyn_cast<CXXRecordDecl>(Field.getParent());
  if (!Holder || !Field.getIdentifier() || !hasUnreadBody(*Holder))
    return false;
  const ASTContext &AST = Field.getASTContext();
  const SourceManager &SM = AST.getSourceManager();
  auto [File, Begin] =
      SM.getDecomposedLoc(SM.getFileLoc(Holder->getBraceRange().getBegin()));
  auto [EndFile, End] =
      SM.getDecomposedLoc(SM.getFileLoc(Holder->getBraceRange().getEnd()));
  bool IsInvalid = false;
  StringRef Text = SM.getBufferData(File, &IsInvalid);
  if (IsInvalid || File != EndFile || Begin >= End || End > Text.size())
    return false;
  Lexer Lex(SM.getLocForStartOfFile(File), AST.getLangOpts(), Text.begin(),
            Text.begin() + Begin, Text.end());
  // Two tokens before and two behind.
  Token Window[5];
  for (Token &T : Window)
    T.startToken();
  bool AtEnd = false;
  while (!AtEnd) {
    std::rotate(Window, Window + 1, Window + 5);
    AtEnd = Lex.LexFromRawLexer(Window[4]) ||
            SM.getFileOffset(Window[4].getLocation()) > End;
    if (isWord(Window[2], {Field.getName()}) &&
        isRelease(Window[0], Window[1], Window[3], Window[4]))
      return true;
  }
  return false;
}

} // namespace ownership
