//===- UseForms.cpp - The forms of use that can be rewritten --------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The default rewrite is to lock where the field is read: `f->m` becomes
// `f.lock()->m`. It reads the field again at each use, as the original did, and
// keeps the object for the full expression. What outlives that is kept by a
// local variable (StrongLocals.h), or refused.
//
//===----------------------------------------------------------------------===//

#include "rewrite/Forms.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

using UseForm = bool (*)(UseContext &);

/// The first that recognises a use decides. Those for a field's own name come
/// first.
constexpr UseForm FieldForms[] = {claimTie, claimSwap, claimReference,
                                  claimGetter, claimObjectGetter};
constexpr UseForm Forms[] = {
    claimMove,       claimExchange, claimInitializer, claimAggregate,
    claimAssignment, claimReset,    claimDereference, claimTest,
    claimComparison, claimMember,   claimCopy,        claimArgument,
};

/// Where the argument of a macro is written that \p Loc comes from; invalid if
/// it comes from anything else.
SourceLocation writtenAsArgument(SourceLocation Loc, const SourceManager &SM) {
  while (Loc.isMacroID()) {
    if (!SM.isMacroArgExpansion(Loc))
      return {};
    Loc = SM.getImmediateSpellingLoc(Loc);
  }
  return SM.isInSystemHeader(Loc) ? SourceLocation() : Loc;
}

/// The macro around \p U writes its argument out as text, which would change. A
/// failed assertion may print another text.
bool isWrittenOut(const Use &U, const ASTContext &AST) {
  const SourceManager &SM = AST.getSourceManager();
  SourceLocation Macro = SM.getExpansionLoc(U.Where);
  if (Lexer::getSourceText(CharSourceRange::getTokenRange(Macro), SM,
                           AST.getLangOpts()) == "assert")
    return false;
  if (!U.Function || !U.Function->hasBody())
    return true;
  SmallVector<const Stmt *, 32> Work{U.Function->getBody()};
  while (!Work.empty()) {
    const Stmt *S = Work.pop_back_val();
    if (!S)
      continue;
    const auto *Text = dyn_cast<clang::StringLiteral>(S);
    if (Text && Text->getBeginLoc().isMacroID() &&
        SM.getExpansionLoc(Text->getBeginLoc()) == Macro &&
        SM.isWrittenInScratchSpace(SM.getSpellingLoc(Text->getBeginLoc())) &&
        Text->getBytes().contains(U.Field->getName()))
      return true;
    append_range(Work, S->children());
  }
  return false;
}

} // namespace

Claim claimUse(const Use &U, const ProgramFacts &Facts, OwnershipTypes &Types,
               StringRef Lock, StrongLocals *Locals) {
  const ASTContext &AST = U.Field->getASTContext();
  Use Written = U;
  Claim Result;
  UseContext Context(Written, Facts, Types, Lock, Result, Locals);
  if (U.Where.isMacroID()) {
    Written.Where = writtenAsArgument(U.Where, AST.getSourceManager());
    if (Written.Where.isInvalid() || isWrittenOut(U, AST)) {
      Written.Where = U.Where;
      Context.refuse(Refusal::InMacro);
      return Result;
    }
  }
  auto Claims = [&](UseForm Form) {
    UseContext Fresh(Written, Facts, Types, Lock, Result, Locals);
    return Form(Fresh);
  };
  bool IsClaimed =
      U.Kind != Use::Other &&
      ((!U.Element && any_of(FieldForms, Claims)) || any_of(Forms, Claims));
  if (!IsClaimed)
    Context.refuseUnclaimed();
  else if (!Result.Refused && any_of(Result.Edits, [](const Edit &E) {
             return E.Range.getBegin().isMacroID() ||
                    E.Range.getEnd().isMacroID();
           }))
    Context.refuse(Refusal::InMacro);
  return Result;
}

} // namespace ownership
