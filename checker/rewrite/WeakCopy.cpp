//===- WeakCopy.cpp - A weak pointer to what a closure captures -----------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Three ways to write the weak pointer, the most usual first:
//
//   weak_from_this()              for shared_from_this(), where it is declared
//   std::weak_ptr<Client>(client) if the class can be named here
//   std::weak_ptr(client)         else, since C++17
//
//===----------------------------------------------------------------------===//

#include "rewrite/WeakCopy.h"
#include "LLVMCompat.h"
#include "rewrite/Declaration.h"
#include "rewrite/PointerExpr.h"
#include "rewrite/Spelling.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/CXXInheritance.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

/// The variable that \p Value copies or moves; null for other values.
const VarDecl *variableOf(const Expr &Value) {
  const Expr *E = ignoreCopies(&Value);
  if (const Expr *Moved = movedFrom(E))
    E = Moved->IgnoreParenImpCasts();
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  return Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
}

StringRef calleeName(const Expr *E) {
  const auto *Call = dyn_cast<CallExpr>(E);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  return Callee && Callee->getIdentifier() ? Callee->getName() : "";
}

/// What is written between the brackets of `std::shared_ptr<...> Var`.
StringRef writtenPointee(const VarDecl &Var, const ASTContext &AST) {
  if (!Var.getTypeSourceInfo() || !Var.isLocalVarDeclOrParm())
    return "";
  TypeLoc Written = Var.getTypeSourceInfo()->getTypeLoc().getUnqualifiedLoc();
  if (auto Reference = Written.getAs<ReferenceTypeLoc>())
    Written = Reference.getPointeeLoc();
  TemplateSpecializationTypeLoc Template =
      compat::templateSpecialization(Written);
  if (!Template || Template.getNumArgs() != 1 ||
      Template.getType()->castAs<TemplateSpecializationType>()->isTypeAlias())
    return "";
  // The closing bracket may be half of `>>`, which is no token of the file.
  const SourceManager &SM = AST.getSourceManager();
  SourceLocation Open = Template.getLAngleLoc();
  SourceLocation Close = SM.getSpellingLoc(Template.getRAngleLoc());
  if (Open.isMacroID() ||
      Template.getArgLoc(0).getSourceRange().getBegin().isMacroID() ||
      SM.getFileID(Open) != SM.getFileID(Close))
    return "";
  return Lexer::getSourceText(
             CharSourceRange::getCharRange(Open.getLocWithOffset(1), Close), SM,
             AST.getLangOpts())
      .trim();
}

} // namespace

bool WeakCopy::takesPointer(QualType T, SourceLocation Where) {
  Pointer = T.getNonReferenceType().getUnqualifiedType();
  const CXXRecordDecl *R = Pointer->getAsCXXRecordDecl();
  Role = R ? &Types.roleOf(*R) : nullptr;
  const auto *Spec = dyn_cast_or_null<ClassTemplateSpecializationDecl>(R);
  if (!Role || Role->Kind != TypeRole::SharedPointer || !Spec ||
      Spec->getTemplateArgs().size() == 0 ||
      Spec->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
    return Plan.refuse({Refusal::CaptureNotPlain, Where});
  if (Role->Weak.empty())
    return Plan.refuse({Refusal::NoWeakCounterpart, Where});
  if (!isWeakUsable(*Role, AST))
    return Plan.refuse({Refusal::WeakNotDeclared, Role->Weak, Where});
  return true;
}

std::string WeakCopy::weakFromThis(const CXXMemberCallExpr &Call) const {
  const CXXRecordDecl *Class = Call.getRecordDecl();
  const auto *Member = dyn_cast<MemberExpr>(Call.getCallee()->IgnoreParens());
  if (!Class || !Class->hasDefinition() || !Member)
    return "";
  CXXBasePaths Paths;
  DeclarationName Name(&AST.Idents.get("weak_from_this"));
  bool IsThere =
      !Class->lookup(Name).empty() ||
      Class->lookupInBases(
          [&](const CXXBaseSpecifier *B, CXXBasePath &) {
            const CXXRecordDecl *Base = B->getType()->getAsCXXRecordDecl();
            if (!Base)
              return false;
            for (const NamedDecl *D : Base->lookup(Name)) {
              const auto *Method = dyn_cast<CXXMethodDecl>(D);
              const CXXRecordDecl *Weak =
                  Method ? Method->getReturnType()->getAsCXXRecordDecl()
                         : nullptr;
              if (Weak && qualifiedName(*Weak) == Role->Weak)
                return true;
            }
            return false;
          },
          Paths);
  StringRef Text = textOf(Call.getSourceRange(), AST);
  if (!IsThere || Text.empty())
    return "";
  const SourceManager &SM = AST.getSourceManager();
  size_t At = SM.getFileOffset(Member->getMemberLoc()) -
              SM.getFileOffset(Call.getBeginLoc());
  constexpr StringRef Shared = "shared_from_this";
  if (!Text.drop_front(At).starts_with(Shared))
    return "";
  return (Text.take_front(At) + "weak_from_this" +
          Text.drop_front(At + Shared.size()))
      .str();
}

std::string WeakCopy::source(const Expr &Value) {
  const Expr *E = ignoreCopies(&Value);
  StringRef Name = calleeName(E);
  if (isa<CXXNewExpr, CXXConstructExpr>(E) || Name == "make_shared" ||
      Name == "allocate_shared") {
    Plan.refuse({Refusal::SoleOwner, E->getBeginLoc()});
    return "";
  }
  if (const Expr *Moved = movedFrom(E)) {
    // With nothing to move into, the pointer stays where it was; nobody may
    // see that.
    const VarDecl *Var = variableOf(Value);
    const CXXRecordDecl *R =
        Var ? Var->getType()->getAsCXXRecordDecl() : nullptr;
    if (!R || !Var->isLocalVarDeclOrParm() || Var->isStaticLocal() ||
        Types.roleOf(*R).Kind != TypeRole::SharedPointer ||
        Facts.Mentions.lookup(Var->getCanonicalDecl()) != 1) {
      Plan.refuse({Refusal::CaptureMovedFromReused, E->getBeginLoc()});
      return "";
    }
    E = Moved->IgnoreParenImpCasts();
  }
  const CXXRecordDecl *R = E->getType()->getAsCXXRecordDecl();
  TypeRole::KindTy Kind = R ? Types.roleOf(*R).Kind : TypeRole::OwnsNothing;
  if (Kind != TypeRole::SharedPointer && Kind != TypeRole::WeakPointer) {
    Plan.refuse({Refusal::SoleOwner, E->getBeginLoc()});
    return "";
  }
  MayDeduce = AST.hasSameUnqualifiedType(E->getType(), Pointer) &&
              AST.getLangOpts().CPlusPlus17 &&
              StringRef(Role->Weak).starts_with("std::");
  // What is captured implicitly is written nowhere.
  const VarDecl *Var = variableOf(Value);
  std::string Text = Var && Var->isLocalVarDeclOrParm()
                         ? Var->getNameAsString()
                         : textOf(E->getSourceRange(), AST).str();
  if (Text.empty())
    Plan.refuse({Refusal::InMacro, Value.getBeginLoc()});
  return Text;
}

std::string WeakCopy::pointee(const Expr &Value) {
  const auto &Spec =
      cast<ClassTemplateSpecializationDecl>(*Pointer->getAsCXXRecordDecl());
  QualType T = Spec.getTemplateArgs()[0].getAsType();
  const VarDecl *Var = variableOf(Value);
  if (Var && AST.hasSameUnqualifiedType(Var->getType().getNonReferenceType(),
                                        Pointer)) {
    StringRef Written = writtenPointee(*Var, AST);
    if (!Written.empty())
      return ("<" + Written + ">").str();
  }
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  // In a template the name of an argument means only this instance.
  bool IsSimple = !isa_and_nonnull<ClassTemplateSpecializationDecl>(R);
  std::string Name = IsDependent ? "" : spellType(T, context(), AST);
  if (!Name.empty() && (IsSimple || !MayDeduce))
    return "<" + Name + ">";
  if (MayDeduce)
    return "";
  Plan.refuse({Refusal::WeakNotSpellable, Value.getBeginLoc()});
  return "";
}

std::string WeakCopy::make(const Expr &Value) {
  const Expr *E = ignoreCopies(&Value);
  if (calleeName(E) == "shared_from_this" &&
      AST.hasSameUnqualifiedType(E->getType(), Pointer))
    if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E))
      if (std::string Weak = weakFromThis(*Call); !Weak.empty())
        return Weak;
  std::string From = source(Value);
  if (From.empty())
    return "";
  std::string Argument = pointee(Value);
  return !Plan.Refused ? Role->Weak + Argument + "(" + From + ")" : "";
}

bool WeakCopy::declareBefore(StringRef Name, const Expr &Value) {
  const SourceManager &SM = AST.getSourceManager();
  std::string From = source(Value);
  std::string Argument = From.empty() ? "" : pointee(Value);
  if (Plan.Refused)
    return false;

  SourceLocation Where = Value.getBeginLoc();
  auto CannotStand = [&] {
    return Plan.refuse({Refusal::NoPlaceForVariable, Where});
  };
  size_t I = Site.Around.size();
  while (I > 0 && !isa_and_nonnull<CompoundStmt>(Site.Around[I - 1].S))
    --I;
  if (I == 0 || I == Site.Around.size())
    return CannotStand();
  const Stmt *Statement = Site.Around[I].S;
  // A jump over the declaration would not compile.
  if (!Statement || isa<SwitchCase, LabelStmt>(Statement) ||
      (I > 1 && isa_and_nonnull<SwitchStmt>(Site.Around[I - 2].S)) ||
      namesAround().contains("goto"))
    return CannotStand();
  SourceLocation Begin = Statement->getBeginLoc();
  const VarDecl *Var = variableOf(Value);
  const Expr *E = ignoreCopies(&Value);
  // The variable must have there the value that it has in the statement.
  bool IsSame = Var ? SM.isBeforeInTranslationUnit(Var->getLocation(), Begin) &&
                          (!Facts.Modified.contains(Var->getCanonicalDecl()) ||
                           movedFrom(E))
                    : isa<Expr, DeclStmt, ReturnStmt>(Statement);
  if (Begin.isMacroID() || !IsSame)
    return CannotStand();
  StringRef Indentation = indentationAt(Begin, SM);
  bool IsFirstOfLine =
      SM.getSpellingColumnNumber(Begin) == Indentation.size() + 1;
  Plan.NewVariable = Name.str();
  Plan.Additions.push_back(
      {CharSourceRange::getTokenRange(Begin),
       (Role->Weak + Argument + " " + Name + "(" + From + ");" +
        (IsFirstOfLine ? newlineOf(Begin, SM) + Indentation : Twine(" ")))
           .str(),
       ""});
  return true;
}

StringSet<> WeakCopy::namesAround() const {
  for (const Ancestor &A : Site.Around)
    if (A.D && !isa<TranslationUnitDecl, NamespaceDecl, LinkageSpecDecl,
                    TagDecl, TemplateDecl>(A.D))
      return identifiersIn(A.D->getSourceRange(), AST);
  return identifiersIn(Site.Node->getSourceRange(), AST);
}

const DeclContext &WeakCopy::context() const {
  for (const Ancestor &A : reverse(Site.Around))
    if (const auto *DC = dyn_cast_or_null<DeclContext>(A.D))
      return *DC;
  return *AST.getTranslationUnitDecl();
}

} // namespace ownership
