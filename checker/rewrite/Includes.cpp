//===- Includes.cpp - Headers that a rewrite needs ------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The text of the file alone decides, not what some translation unit made of
// it, so that all of them propose the same edit. Only an include at the top of
// the file that no macro can hide counts: one inside `#if` may be missing in
// the next build, and behind the first declaration a new include may come too
// late or land inside a namespace. The guard around a whole header hides
// nothing.
//
//===----------------------------------------------------------------------===//

#include "rewrite/Includes.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include <set>
#include <string>
#include <utility>

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

struct Include {
  /// With its quotes or brackets.
  StringRef Name;
  unsigned Offset;
};

/// The includes at the top of a file, outside conditionals.
class TopOfFile {
public:
  TopOfFile(SourceLocation Start, StringRef Text, const LangOptions &LangOpts)
      : Start(Start), Text(Text),
        Lex(Start, LangOpts, Text.begin(), Text.begin(), Text.end()) {
    next();
    // `module;` opens the part of a module unit that includes headers.
    if (isName("module"))
      next();
    while (T.isNot(tok::eof))
      if (T.is(tok::hash) && T.isAtStartOfLine())
        readDirective();
      else
        readCode();
  }

  SmallVector<Include, 8> Includes;

private:
  SourceLocation Start;
  StringRef Text;
  Lexer Lex;
  Token T;
  /// Conditionals around the token, the guard among them.
  unsigned Depth = 0;
  /// Depth inside the guard: 1, or 0 if there is none.
  unsigned GuardDepth = 0;
  bool IsFirstDirective = true;
  bool IsOverTop = false;

  bool next() {
    Lex.LexFromRawLexer(T);
    return T.isNot(tok::eof) && !T.isAtStartOfLine();
  }
  bool isName(StringRef Name) const {
    return T.is(tok::raw_identifier) && T.getRawIdentifier() == Name;
  }

  void readCode() {
    if (T.isNot(tok::semi) || !Includes.empty())
      IsOverTop = true;
    // After the guard: it does not span the file.
    if (Depth < GuardDepth)
      Includes.clear();
    next();
  }

  void readDirective() {
    if (!next())
      return;
    StringRef Name = T.is(tok::raw_identifier) ? T.getRawIdentifier() : "";
    bool IsFirst =
        std::exchange(IsFirstDirective, IsFirstDirective && Name == "pragma");
    if (Depth < GuardDepth) {
      Includes.clear();
      GuardDepth = 0;
    }
    if (Name == "if" || Name == "ifdef" || Name == "ifndef") {
      ++Depth;
      if (IsFirst && readGuard(Name))
        GuardDepth = 1;
    } else if (Name == "endif" && Depth) {
      --Depth;
    } else if (Name.starts_with("el") && Depth == 1) {
      // What looked like a guard has another branch.
      if (GuardDepth)
        Includes.clear();
      GuardDepth = 0;
    } else if (Name == "include" && Depth == GuardDepth && !IsOverTop) {
      Lex.LexIncludeFilename(T);
      unsigned Offset =
          T.getLocation().getRawEncoding() - Start.getRawEncoding();
      StringRef Header = Text.substr(Offset, T.getLength());
      if (!T.isAtStartOfLine() &&
          (Header.starts_with("<") || Header.starts_with("\"")))
        Includes.push_back({Header, Offset});
    }
    while (T.isNot(tok::eof) && !T.isAtStartOfLine())
      next();
  }

  /// `#ifndef X` or `#if !defined(X)`, and then `#define X`.
  bool readGuard(StringRef Name) {
    StringRef Last;
    bool IsNegated = Name == "ifndef", IsPlain = Name != "ifdef";
    while (next()) {
      IsNegated |= T.is(tok::exclaim);
      IsPlain &= T.isOneOf(tok::raw_identifier, tok::exclaim, tok::l_paren,
                           tok::r_paren);
      if (T.is(tok::raw_identifier))
        Last = T.getRawIdentifier();
    }
    if (!IsNegated || !IsPlain || T.isNot(tok::hash))
      return false;
    return next() && isName("define") && next() && isName(Last);
  }
};

/// Names of standard headers have no dot and no folder.
bool isStandard(StringRef Name) {
  return Name.starts_with("<") && Name.find_first_of("./") == StringRef::npos;
}

/// What follows \p I on its line goes with it, a comment mostly. Empty if the
/// line does not end there.
StringRef restOfLine(StringRef Text, const Include &I) {
  StringRef Line = Text.substr(I.Offset);
  Line = Line.take_front(Line.find_first_of("\r\n")).rtrim();
  StringRef Tail = Line.drop_front(I.Name.size());
  return Tail.contains("/*") || Tail.ends_with("\\") ? "" : Line;
}

} // namespace

std::optional<Edit> addInclude(FileID File, StringRef Header,
                               const ASTContext &AST) {
  const SourceManager &SM = AST.getSourceManager();
  SourceLocation Start = SM.getLocForStartOfFile(File);
  bool IsInvalid = false;
  StringRef Text = SM.getBufferData(File, &IsInvalid);
  if (IsInvalid || SM.isInSystemHeader(Start))
    return std::nullopt;
  TopOfFile Top(Start, Text, AST.getLangOpts());

  // Beside the standard headers, in their order if they have one.
  std::string Name = ("<" + Header + ">").str();
  const Include *Anchor = nullptr;
  for (const Include &I : Top.Includes) {
    if (I.Name == Name)
      return Edit{};
    if (restOfLine(Text, I).empty())
      continue;
    if (!Anchor ||
        (isStandard(I.Name) && (!isStandard(Anchor->Name) || I.Name < Name)))
      Anchor = &I;
  }
  if (!Anchor)
    return std::nullopt;

  StringRef Line = restOfLine(Text, *Anchor);
  StringRef After = Text.substr(Anchor->Offset + Line.size()).ltrim(" \t\f\v");
  StringRef Before = Text.take_front(Anchor->Offset);
  StringRef Directive = Before.substr(Before.rfind('#'));
  SourceLocation Begin = Start.getLocWithOffset(Anchor->Offset);
  return Edit{
      CharSourceRange::getCharRange(Begin, Begin.getLocWithOffset(Line.size())),
      (Line + (After.starts_with("\r\n") ? "\r\n" : "\n") + Directive + Name)
          .str()};
}

std::optional<Edit> mergeIncludes(const Edit &First, const Edit &Second) {
  auto [Anchor, Lines] = StringRef(First.Text).split('\n');
  auto [Other, OtherLines] = StringRef(Second.Text).split('\n');
  if (First.Range.getAsRange() != Second.Range.getAsRange() ||
      Anchor != Other || Lines.empty() || OtherLines.empty() ||
      !Lines.starts_with("#"))
    return std::nullopt;
  SmallVector<StringRef, 4> All;
  Lines.split(All, '\n');
  OtherLines.split(All, '\n');
  // A carriage return is missing at the end of the text only.
  for (StringRef &L : All)
    L = L.rtrim('\r');
  std::set<StringRef> Sorted(All.begin(), All.end());
  StringRef NewLine = Anchor.ends_with("\r") ? "\r\n" : "\n";
  return Edit{First.Range,
              Anchor.rtrim('\r').str() + NewLine.str() + join(Sorted, NewLine)};
}

} // namespace ownership
