//===- Nolint.cpp - NOLINT comments at fields -----------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "extract/Nolint.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include <optional>

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

/// `*` stands for any text, as in clang-tidy's -checks.
bool matchesGlob(StringRef Glob, StringRef Name) {
  auto [Head, Rest] = Glob.split('*');
  if (!Name.consume_front(Head))
    return false;
  if (Head.size() == Glob.size())
    return Name.empty();
  for (size_t Skip = 0; Skip <= Name.size(); ++Skip)
    if (matchesGlob(Rest, Name.drop_front(Skip)))
      return true;
  return false;
}

/// Negative globs take nothing back: clang-tidy drops them here.
bool listNames(StringRef Globs, StringRef CheckName) {
  SmallVector<StringRef, 4> Parts;
  Globs.split(Parts, ',');
  return any_of(Parts, [&](StringRef Glob) {
    return matchesGlob(Glob.trim(), CheckName);
  });
}

/// One NOLINT comment.
struct Directive {
  enum KindTy { Here, NextLine, Begin, End } Kind = Here;
  unsigned Line = 0;
  /// The list in parentheses. No list stands for all checks.
  std::optional<StringRef> Globs;

  bool names(StringRef CheckName) const {
    return !Globs || listNames(*Globs, CheckName);
  }
};

/// The directives of \p Text, in order. Letters that follow the word belong to
/// it and must make a known one; what stands before it does not matter.
std::vector<Directive> directives(StringRef Text) {
  constexpr llvm::StringLiteral Word = "NOLINT";
  std::vector<Directive> Result;
  unsigned Line = 1;
  size_t Counted = 0;
  for (size_t At = Text.find(Word); At != StringRef::npos;
       At = Text.find(Word, At + Word.size())) {
    Line += Text.slice(Counted, At).count('\n');
    Counted = At;
    StringRef Rest = Text.drop_front(At + Word.size());
    StringRef Suffix = Rest.take_while([](char C) { return isAlpha(C); });
    Rest = Rest.drop_front(Suffix.size());
    auto Kind = StringSwitch<std::optional<Directive::KindTy>>(Suffix)
                    .Case("", Directive::Here)
                    .Case("NEXTLINE", Directive::NextLine)
                    .Case("BEGIN", Directive::Begin)
                    .Case("END", Directive::End)
                    .Default(std::nullopt);
    if (!Kind)
      continue;
    Directive D;
    D.Kind = *Kind;
    D.Line = Line;
    if (Rest.consume_front("(")) {
      size_t Close = Rest.find_first_of(")\n");
      if (Close != StringRef::npos && Rest[Close] == ')')
        D.Globs = Rest.take_front(Close).trim();
    }
    Result.push_back(D);
  }
  return Result;
}

} // namespace

std::vector<LineRange> suppressedLines(StringRef Text, StringRef CheckName) {
  std::vector<LineRange> Lines;
  SmallVector<Directive, 2> Open;
  for (const Directive &D : directives(Text)) {
    switch (D.Kind) {
    case Directive::Here:
      if (D.names(CheckName))
        Lines.push_back({D.Line, D.Line});
      break;
    case Directive::NextLine:
      if (D.names(CheckName))
        Lines.push_back({D.Line + 1, D.Line + 1});
      break;
    case Directive::Begin:
      Open.push_back(D);
      break;
    case Directive::End:
      // An END closes the nearest BEGIN, which must have the same list. A block
      // begins behind its comment, so on the next line.
      if (!Open.empty() && Open.back().Globs == D.Globs) {
        if (D.names(CheckName) && Open.back().Line < D.Line)
          Lines.push_back({Open.back().Line + 1, D.Line});
        Open.pop_back();
      }
      break;
    }
  }
  sort(Lines);
  return Lines;
}

bool NolintIndex::isSuppressed(SourceLocation Loc) {
  while (Loc.isValid()) {
    auto [File, Offset] = SM.getDecomposedSpellingLoc(Loc);
    if (Loc.isFileID() || SM.isMacroArgExpansion(Loc)) {
      auto It = ByFile.find(File);
      if (It == ByFile.end()) {
        bool IsInvalid = false;
        StringRef Text = SM.getBufferData(File, &IsInvalid);
        It =
            ByFile
                .try_emplace(File, IsInvalid ? std::vector<LineRange>()
                                             : suppressedLines(Text, CheckName))
                .first;
      }
      if (!It->second.empty()) {
        unsigned Line = SM.getLineNumber(File, Offset);
        if (any_of(It->second, [&](const LineRange &R) {
              return R.first <= Line && Line <= R.second;
            }))
          return true;
      }
    }
    if (Loc.isFileID())
      return false;
    Loc = SM.getImmediateMacroCallerLoc(Loc);
  }
  return false;
}

} // namespace ownership
