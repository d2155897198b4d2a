//===- Declaration.cpp - The field's own declaration ----------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/Declaration.h"
#include "LLVMCompat.h"
#include "extract/InSight.h"
#include "rewrite/Patterns.h"
#include "rewrite/WeakType.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclFriend.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/Module.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

bool hasDefaultedComparison(const CXXRecordDecl &R) {
  auto IsOne = [](const FunctionDecl *F) {
    return F && F->isOverloadedOperator() &&
           (F->getOverloadedOperator() == OO_EqualEqual ||
            F->getOverloadedOperator() == OO_Spaceship) &&
           any_of(F->redecls(), [](const FunctionDecl *Redeclaration) {
             return Redeclaration->isDefaulted();
           });
  };
  return any_of(R.methods(), IsOne) ||
         any_of(R.friends(), [&](const FriendDecl *F) {
           return IsOne(dyn_cast_or_null<FunctionDecl>(F->getFriendDecl()));
         });
}

/// Its body, if the compiler wants one at all, is in this translation unit.
bool isBodyInSight(const FunctionDecl &F) {
  if (F.isImplicit() || F.isDefaulted() || F.isDeletedAsWritten() ||
      compat::isPure(F))
    return true;
  return F.hasBody() && !F.hasSkippedBody();
}

/// A member or friend of \p R, or of a class inside it, has its body elsewhere.
bool isMemberOutOfSight(const CXXRecordDecl &R) {
  for (const Decl *D : R.decls()) {
    const auto *F = dyn_cast<FunctionDecl>(D);
    if (const auto *Template = dyn_cast<FunctionTemplateDecl>(D))
      F = Template->getTemplatedDecl();
    if (F && !isBodyInSight(*F))
      return true;
    const auto *Inner = dyn_cast<CXXRecordDecl>(D);
    if (const auto *Template = dyn_cast<ClassTemplateDecl>(D))
      Inner = Template->getTemplatedDecl();
    if (!Inner || Inner->isInjectedClassName() || Inner->isImplicit())
      continue;
    if (!Inner->hasDefinition() ||
        (Inner->isThisDeclarationADefinition() && isMemberOutOfSight(*Inner)))
      return true;
  }
  return false;
}

/// Something that may name a private member of \p R has no body here: a member,
/// or a friend. A friend's own friends may not.
bool isAnythingOutOfSight(const CXXRecordDecl &R) {
  if (isMemberOutOfSight(R))
    return true;
  return any_of(R.friends(), [&](const FriendDecl *Friend) {
    if (const NamedDecl *Named = Friend->getFriendDecl()) {
      const auto *F = dyn_cast<FunctionDecl>(Named);
      return !F || !isBodyInSight(*F);
    }
    const TypeSourceInfo *T = Friend->getFriendType();
    const CXXRecordDecl *Class =
        T ? T->getType()->getAsCXXRecordDecl() : nullptr;
    return !Class || !Class->hasDefinition() ||
           isMemberOutOfSight(*Class->getDefinition());
  });
}

} // namespace

bool isWeakUsable(const TypeRole &Role, const ASTContext &AST) {
  const DeclContext *DC = AST.getTranslationUnitDecl();
  SmallVector<StringRef, 4> Names;
  StringRef(Role.Weak).split(Names, "::");
  for (StringRef Name : Names) {
    const DeclContext *Next = nullptr;
    for (const NamedDecl *Found : DC->lookup(&AST.Idents.get(Name))) {
      if (const auto *NS = dyn_cast<NamespaceDecl>(Found))
        Next = NS;
      else if (const auto *Template = dyn_cast<ClassTemplateDecl>(Found))
        Next = Template->getTemplatedDecl()->getDefinition();
    }
    if (!Next)
      return false;
    DC = Next;
  }
  const auto *Class = dyn_cast<CXXRecordDecl>(DC);
  auto Has = [&](StringRef Member) {
    // libstdc++ inherits reset() from a base class that depends on the
    // argument.
    return !Class->lookup(&AST.Idents.get(Member)).empty() ||
           (Class->isInStdNamespace() && Class->getNumBases() > 0);
  };
  return Class && Has(Role.Lock) && Has("reset");
}

bool isInMainFile(const FieldDecl &Field, const ASTContext &AST) {
  const SourceManager &SM = AST.getSourceManager();
  if (!SM.isInMainFile(SM.getExpansionLoc(Field.getParent()->getLocation())))
    return false;
  // Others may import what a module declares.
  if (const Module *M = Field.getOwningModule(); M && compat::isNamedModule(*M))
    return false;
  // Anything else may be a header, whatever its name.
  OptionalFileEntryRef Main = SM.getFileEntryRefForID(SM.getMainFileID());
  static constexpr llvm::StringLiteral Sources[] = {
      ".cpp", ".cc", ".cxx", ".c++", ".cp", ".C", ".CPP", ".mm", ".M", ".cu"};
  return Main && is_contained(Sources, sys::path::extension(Main->getName()));
}

std::optional<Refusal> usesOutOfSight(const FieldDecl &Field,
                                      const ASTContext &AST) {
  if (isInMainFile(Field, AST))
    return std::nullopt;
  if (Field.getAccess() != AS_private)
    return Refusal(Refusal::PublicInHeader, Field.getLocation());
  // Its class's methods, too, may be known without their bodies.
  const SourceManager &SM = AST.getSourceManager();
  if (hasPreamble(SM) && !SM.isInMainFile(Field.getLocation()))
    return Refusal(Refusal::NotInOpenFile, Field.getLocation());
  // The same words whatever is missing: a header's finding reads the same from
  // every file that includes it.
  if (isAnythingOutOfSight(*cast<CXXRecordDecl>(Field.getParent())))
    return Refusal(Refusal::MembersInOtherFiles, Field.getLocation());
  return std::nullopt;
}

/// A default initializer that puts nothing into the containers.
static bool holdsNothing(const Expr *Init) {
  if (isEmptyPointer(Init))
    return true;
  if (const auto *List = dyn_cast<InitListExpr>(Init)) {
    const InitListExpr *Written = List->getSyntacticForm();
    return (Written ? Written : List)->getNumInits() == 0;
  }
  // `std::vector<...>(4)`
  const auto *Construct = dyn_cast<CXXConstructExpr>(ignoreCopies(Init));
  return Construct && all_of(Construct->arguments(), [](const Expr *Arg) {
           return Arg->isDefaultArgument() || Arg->getType()->isIntegerType();
         });
}

/// `shared_ptr<T> a, b, c;`: where one is in \p Weak and the next one is not,
/// or the other way round, the comma becomes the end of a declaration and the
/// type of the next one. \p Result has the edits that make the type weak.
static bool separateDeclarators(const FieldDecl &Field,
                                ArrayRef<const FieldDecl *> Weak,
                                TypeLoc Written, const ASTContext &AST,
                                Claim &Result) {
  const SourceManager &SM = AST.getSourceManager();
  const LangOptions &Options = AST.getLangOpts();
  SmallVector<const FieldDecl *, 4> Sharing;
  for (const FieldDecl *F : cast<CXXRecordDecl>(Field.getParent())->fields())
    if (F->getTypeSpecStartLoc() == Field.getTypeSpecStartLoc())
      Sharing.push_back(F);
  auto IsWeak = [&](const FieldDecl *F) { return is_contained(Weak, F); };
  if (all_of(Sharing, IsWeak))
    return true;
  // The type itself may not be the same for all: `T *a, b[2]`.
  SourceLocation Start = Field.getTypeSpecStartLoc();
  if (Start != Written.getBeginLoc() || Field.getBeginLoc() != Start ||
      Written.getEndLoc().isMacroID() || Field.hasAttrs() ||
      any_of(Sharing, [&](const FieldDecl *F) {
        return !AST.hasSameType(F->getType(), Field.getType());
      }))
    return false;
  StringRef Shared = Lexer::getSourceText(
      CharSourceRange::getTokenRange(Written.getSourceRange()), SM, Options);
  std::string WeakType = Shared.str();
  for (const Edit &E : reverse(Result.Edits)) {
    unsigned Offset =
        SM.getFileOffset(E.Range.getBegin()) - SM.getFileOffset(Start);
    CharSourceRange Chars = Lexer::getAsCharRange(E.Range, SM, Options);
    unsigned Length =
        SM.getFileOffset(Chars.getEnd()) - SM.getFileOffset(Chars.getBegin());
    if (Offset + Length > WeakType.size())
      return false;
    WeakType.replace(Offset, Length, E.Text);
  }
  std::string NewLine = "\n" + Lexer::getIndentationForLine(Start, SM).str();
  auto Separate = [&](const FieldDecl *Before, StringRef Type) {
    std::optional<Token> Comma =
        Lexer::findNextToken(Before->getEndLoc(), SM, Options);
    if (!Comma || Comma->isNot(tok::comma) || Comma->getLocation().isMacroID())
      return false;
    Result.Edits.push_back(
        {CharSourceRange::getTokenRange(Comma->getLocation()),
         (";" + NewLine + Type).str()});
    return true;
  };
  if (!IsWeak(Sharing.front()))
    Result.Edits.clear();
  for (size_t I = 1; I < Sharing.size(); ++I)
    if (IsWeak(Sharing[I]) != IsWeak(Sharing[I - 1]) &&
        !Separate(Sharing[I - 1],
                  IsWeak(Sharing[I]) ? StringRef(WeakType) : Shared))
      return false;
  return true;
}

Claim claimDeclaration(const FieldDecl &Field, ArrayRef<const FieldDecl *> Weak,
                       const ASTContext &AST, OwnershipTypes &Types,
                       FieldShape &Shape) {
  Claim Result;
  auto Refuse = [&](Refusal Why) {
    if (Why.Where.isInvalid())
      Why.Where = Field.getLocation();
    Result.Edits.clear();
    Result.Refused = std::move(Why);
    return Result;
  };

  const auto *Holder = dyn_cast<CXXRecordDecl>(Field.getParent());
  if (!Holder)
    return Refuse(Refusal::NotAMember);
  if (Holder->isLambda())
    return Refuse(Refusal::NotAMember);
  Shape.IsInTemplate = Holder->isDependentContext();
  // Only what a template makes of a pattern can be left out here.
  if (isa<ClassTemplatePartialSpecializationDecl>(Holder))
    return Refuse(Refusal::InSpecialization);
  if (SourceLocation Special = specializedMember(Field); Special.isValid())
    return Refuse({Refusal::DeclaredInSpecialization, Special});
  if (Field.getBeginLoc().isMacroID() || Field.getLocation().isMacroID())
    return Refuse(Refusal::DeclaredInMacro);
  if (hasDefaultedComparison(*Holder))
    return Refuse(Refusal::DefaultedComparison);

  TypeLoc Written = Field.getTypeSourceInfo()->getTypeLoc();
  WrittenPointers Found = findPointers(Written, Types);
  if (Found.Refused)
    return Refuse(*Found.Refused);
  const TypeRole &Role = *Found.Role;
  if (Role.Weak.empty())
    return Refuse(Refusal::NoWeakCounterpart);
  if (!isWeakUsable(Role, AST))
    return Refuse({Refusal::WeakNotDeclared, Role.Weak});
  for (TypeLoc Pointer : Found.At) {
    weakenPointer(Pointer, Role, *Holder, AST, Result);
    if (Result.Refused)
      return Refuse(*Result.Refused);
  }
  if (!separateDeclarators(Field, Weak, Written, AST, Result))
    return Refuse(Refusal::DeclaredWithOthers);
  for (const TypedefNameDecl *Alias : Found.Aliases)
    if (!isInMainFile(Field, AST) ||
        !AST.getSourceManager().isInMainFile(Alias->getLocation()))
      return Refuse({Refusal::AliasInOtherFiles, Alias->getLocation()});
  Shape.Aliases = Found.Aliases;
  Shape.AliasNames = Found.AliasNames;
  Shape.IsPlain = Found.IsPlain;
  Shape.Pointer = &Role;

  const Expr *Init = Field.getInClassInitializer();
  if (!Init)
    return Result;
  Init = Init->IgnoreImpCasts();
  if (!Shape.IsPlain) {
    if (!holdsNothing(Init))
      return Refuse({Refusal::InitializedWithObject, Init->getBeginLoc()});
    return Result;
  }
  if (!isEmptyPointer(Init) && !holdsNothing(Init))
    return Refuse({Refusal::InitializedWithObject, Init->getBeginLoc()});
  if (const Expr *E = nullPointerLiteral(Init)) {
    if (E->getBeginLoc().isMacroID())
      return Refuse({Refusal::InitializedByMacro, E->getBeginLoc()});
    Result.Edits.push_back({CharSourceRange::getTokenRange(E->getSourceRange()),
                            E->getBeginLoc() == Init->getBeginLoc() &&
                                    Field.getInClassInitStyle() == ICIS_CopyInit
                                ? "{}"
                                : ""});
  }
  return Result;
}

} // namespace ownership
