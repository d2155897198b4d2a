//===- Spelling.cpp - Names for new text ----------------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/Spelling.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/QualTypeNames.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {

StringRef textOf(SourceRange Range, const ASTContext &AST) {
  if (Range.isInvalid() || Range.getBegin().isMacroID() ||
      Range.getEnd().isMacroID())
    return "";
  return Lexer::getSourceText(CharSourceRange::getTokenRange(Range),
                              AST.getSourceManager(), AST.getLangOpts());
}

StringSet<> identifiersIn(SourceRange Range, const ASTContext &AST) {
  const SourceManager &SM = AST.getSourceManager();
  StringSet<> Result;
  StringRef Text = textOf({SM.getExpansionLoc(Range.getBegin()),
                           SM.getExpansionLoc(Range.getEnd())},
                          AST);
  if (Text.empty())
    return Result;
  Lexer Lex(SM.getExpansionLoc(Range.getBegin()), AST.getLangOpts(),
            Text.begin(), Text.begin(), Text.end());
  Token T;
  for (bool AtEnd = false; !AtEnd;) {
    AtEnd = Lex.LexFromRawLexer(T);
    if (T.is(tok::raw_identifier))
      Result.insert(T.getRawIdentifier());
  }
  return Result;
}

std::string weakNameFor(StringRef Name, const StringSet<> &Taken) {
  StringRef Bare = Name.ltrim('_');
  std::string Weak = "weakPointer";
  if (Bare.rtrim('_').contains('_'))
    Weak = ("weak_" + Bare).str();
  else if (!Bare.empty())
    Weak = ("weak" + Twine(toUpper(Bare.front())) + Bare.drop_front()).str();
  std::string Result = Weak;
  for (unsigned N = 2; Taken.contains(Result); ++N)
    Result = Weak + utostr(N);
  return Result;
}

namespace {

bool isSame(const NamedDecl *Found, const NamedDecl &Wanted) {
  if (const auto *Shadow = dyn_cast<UsingShadowDecl>(Found))
    Found = Shadow->getTargetDecl();
  return declaresSameEntity(Found, &Wanted) ||
         (isa<CXXRecordDecl>(Found) && isa<CXXRecordDecl>(Wanted) &&
          // The class's name inside the class.
          cast<CXXRecordDecl>(Found)->isInjectedClassName() &&
          declaresSameEntity(cast<CXXRecordDecl>(Found->getDeclContext()),
                             &Wanted));
}

/// What \p Class and its bases, of which it may have unknown ones, say about a
/// name: found as \p Wanted, found as something else, or not declared.
std::optional<bool> lookUpInClass(const CXXRecordDecl &Class,
                                  const NamedDecl &Wanted) {
  DeclContextLookupResult Found = Class.lookup(Wanted.getDeclName());
  if (!Found.empty())
    return all_of(Found, [&](const NamedDecl *D) { return isSame(D, Wanted); });
  if (!Class.hasDefinition())
    return std::nullopt;
  for (const CXXBaseSpecifier &B : Class.bases()) {
    const CXXRecordDecl *Base = B.getType()->getAsCXXRecordDecl();
    if (!Base)
      continue;
    if (std::optional<bool> InBase = lookUpInClass(*Base, Wanted))
      return InBase;
  }
  return std::nullopt;
}

/// The plain name of \p Wanted means it inside \p Where.
bool isVisible(const NamedDecl &Wanted, const DeclContext &Where) {
  for (const DeclContext *DC = &Where; DC; DC = DC->getLookupParent()) {
    if (const auto *F = dyn_cast<FunctionDecl>(DC)) {
      for (const Decl *D : F->decls()) {
        const auto *Local = dyn_cast<NamedDecl>(D);
        if (Local && Local->getDeclName() == Wanted.getDeclName())
          return isSame(Local, Wanted);
      }
      continue;
    }
    if (const auto *Class = dyn_cast<CXXRecordDecl>(DC)) {
      if (Class->isLambda())
        continue;
      if (std::optional<bool> Found = lookUpInClass(*Class, Wanted))
        return *Found;
      continue;
    }
    if (!DC->isFileContext())
      continue;
    DeclContextLookupResult Found =
        DC->getPrimaryContext()->lookup(Wanted.getDeclName());
    if (!Found.empty())
      return all_of(Found,
                    [&](const NamedDecl *D) { return isSame(D, Wanted); });
  }
  return false;
}

std::string spellTag(const TagDecl &R, const DeclContext &Where) {
  std::string Name = R.getName().str();
  const NamedDecl *First = &R;
  while (!isVisible(*First, Where)) {
    const DeclContext *Outer = First->getDeclContext();
    while (Outer->isTransparentContext() || Outer->isInlineNamespace())
      Outer = Outer->getParent();
    const auto *Named = dyn_cast<NamedDecl>(Outer);
    if (isa<TranslationUnitDecl>(Outer))
      return "::" + Name;
    // Its name is nowhere but in its block, where something hides it.
    if (!Named || !Named->getIdentifier() || isa<FunctionDecl>(Outer) ||
        isa<ClassTemplateSpecializationDecl>(Outer))
      return "";
    Name = (Named->getName() + "::" + Name).str();
    First = Named;
  }
  return Name;
}

} // namespace

std::string spellType(QualType T, const DeclContext &Where,
                      const ASTContext &AST) {
  if (T->isLValueReferenceType())
    return spellType(T.getNonReferenceType(), Where, AST) + " &";
  if (T->isRValueReferenceType())
    return spellType(T.getNonReferenceType(), Where, AST) + " &&";
  std::string Const = T.isConstQualified() ? "const " : "";
  const TagDecl *Tag = T->getAsTagDecl();
  // A typedef of a template says more than its long name.
  if (Tag && !isa<ClassTemplateSpecializationDecl>(Tag)) {
    if (!Tag->getIdentifier() || T.isVolatileQualified())
      return "";
    std::string Name = spellTag(*Tag, Where);
    return Name.empty() ? "" : Const + Name;
  }
  PrintingPolicy Policy = AST.getPrintingPolicy();
  Policy.SuppressUnwrittenScope = true;
  std::string Name = TypeName::getFullyQualifiedName(T, AST, Policy);
  // A lambda, a local class or a class without name has no name to write.
  StringRef Text = Name;
  return Text.contains("(lambda") || Text.contains("(anonymous") ||
                 Text.contains("(unnamed") || Text.contains("type-parameter")
             ? ""
             : Name;
}

StringRef indentationAt(SourceLocation Where, const SourceManager &SM) {
  Where = SM.getExpansionLoc(Where);
  auto [File, Offset] = SM.getDecomposedLoc(Where);
  StringRef Text = SM.getBufferData(File);
  size_t Line = Text.take_front(Offset).rfind('\n');
  StringRef Rest = Text.drop_front(Line == StringRef::npos ? 0 : Line + 1);
  return Rest.take_while([](char C) { return C == ' ' || C == '\t'; });
}

StringRef newlineOf(SourceLocation Where, const SourceManager &SM) {
  StringRef Text = SM.getBufferData(SM.getFileID(SM.getExpansionLoc(Where)));
  size_t End = Text.find('\n');
  return End != StringRef::npos && End > 0 && Text[End - 1] == '\r' ? "\r\n"
                                                                    : "\n";
}

} // namespace ownership
