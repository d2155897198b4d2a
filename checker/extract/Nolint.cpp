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

/// A list like `modernize-*,-modernize-use-auto`: the last match decides.
bool listNames(StringRef Globs, StringRef CheckName) {
  SmallVector<StringRef, 4> Parts;
  Globs.split(Parts, ',');
  bool Named = false;
  for (StringRef Glob : Parts) {
    Glob = Glob.trim();
    bool IsNegative = Glob.consume_front("-");
    if (matchesGlob(Glob, CheckName))
      Named = !IsNegative;
  }
  return Named;
}

} // namespace

std::vector<LineRange> suppressedLines(StringRef Text, StringRef CheckName) {
  constexpr llvm::StringLiteral Marker = "NOLINT";
  struct Begin {
    unsigned Line;
    StringRef Globs;
    bool NamesCheck;
  };
  std::vector<LineRange> Lines;
  SmallVector<Begin, 2> Open;
  unsigned Line = 1;
  size_t Counted = 0;
  for (size_t At = Text.find(Marker); At != StringRef::npos;
       At = Text.find(Marker, At + Marker.size())) {
    Line += Text.slice(Counted, At).count('\n');
    Counted = At;
    // An identifier that merely ends in the word is none.
    if (At > 0 && (isalnum(static_cast<unsigned char>(Text[At - 1])) ||
                   Text[At - 1] == '_'))
      continue;
    StringRef Rest = Text.drop_front(At + Marker.size());
    enum { Here, NextLine, BeginBlock, EndBlock } Form = Here;
    if (Rest.consume_front("NEXTLINE"))
      Form = NextLine;
    else if (Rest.consume_front("BEGIN"))
      Form = BeginBlock;
    else if (Rest.consume_front("END"))
      Form = EndBlock;
    StringRef Globs = "*";
    if (Rest.consume_front("(")) {
      size_t Close = Rest.find_first_of(")\n");
      if (Close != StringRef::npos && Rest[Close] == ')')
        Globs = Rest.take_front(Close);
    }
    bool NamesCheck = listNames(Globs, CheckName);
    switch (Form) {
    case Here:
      if (NamesCheck)
        Lines.push_back({Line, Line});
      break;
    case NextLine:
      if (NamesCheck)
        Lines.push_back({Line + 1, Line + 1});
      break;
    case BeginBlock:
      Open.push_back({Line, Globs, NamesCheck});
      break;
    case EndBlock:
      // An END closes the nearest BEGIN, which must have the same list.
      if (!Open.empty() && Open.back().Globs.trim() == Globs.trim()) {
        if (Open.back().NamesCheck)
          Lines.push_back({Open.back().Line, Line});
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
        It = ByFile
                 .try_emplace(File, IsInvalid
                                        ? std::vector<LineRange>()
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
