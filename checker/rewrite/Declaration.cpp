//===- Declaration.cpp - The field's own declaration ----------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/Declaration.h"
#include "LLVMCompat.h"
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

StringRef namespaceOf(StringRef QualifiedName) {
  size_t Colon = QualifiedName.rfind("::");
  return Colon == StringRef::npos ? "" : QualifiedName.take_front(Colon);
}

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
      F.isPureVirtual())
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

/// The weak pointer \p Weak is defined in this translation unit, with the
/// members that the rewrites call.
bool isUsable(StringRef Weak, StringRef Lock, const ASTContext &AST) {
  const DeclContext *DC = AST.getTranslationUnitDecl();
  SmallVector<StringRef, 4> Names;
  Weak.split(Names, "::");
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
  return Class && Has(Lock) && Has("reset");
}

/// The text for the first template argument of \p Pointer inside \p Holder, or
/// nothing if it has no simple one.
std::string spellPointee(const CXXRecordDecl &Pointer,
                         const CXXRecordDecl &Holder, const SourceManager &SM,
                         SourceLocation Where) {
  const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(&Pointer);
  if (!Spec || Spec->getTemplateArgs().size() == 0 ||
      Spec->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
    return "";
  QualType T = Spec->getTemplateArgs()[0].getAsType();
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  if (!R || !R->getIdentifier() || isa<ClassTemplateSpecializationDecl>(R) ||
      T.isVolatileQualified())
    return "";
  std::string Name;
  if (R->getCanonicalDecl() == Holder.getCanonicalDecl()) {
    Name = R->getName().str();
  } else {
    // Only the full name means the same everywhere; and it must be declared
    // before, not in the type that it replaces.
    if (!R->getDeclContext()->isFileContext() ||
        !SM.isBeforeInTranslationUnit(R->getCanonicalDecl()->getLocation(),
                                      Where))
      return "";
    Name = "::" + qualifiedName(*R);
  }
  return T.isConstQualified() ? "const " + Name : Name;
}

} // namespace

bool isInMainFile(const FieldDecl &Field, const ASTContext &AST) {
  const SourceManager &SM = AST.getSourceManager();
  if (!SM.isInMainFile(SM.getExpansionLoc(Field.getParent()->getLocation())))
    return false;
  // Others may import what a module declares.
  if (const Module *M = Field.getOwningModule(); M && M->isNamedModule())
    return false;
  // Anything else may be a header, whatever its name.
  OptionalFileEntryRef Main = SM.getFileEntryRefForID(SM.getMainFileID());
  return Main && is_contained({".cpp", ".cc", ".cxx", ".c++", ".cp", ".C",
                               ".CPP", ".mm", ".M", ".cu"},
                              sys::path::extension(Main->getName()));
}

std::string usesOutOfSight(const FieldDecl &Field, const ASTContext &AST) {
  if (isInMainFile(Field, AST))
    return "";
  if (Field.getAccess() != AS_private)
    return "is not private and its class is defined in a header, so files that "
           "are not in sight may use it";
  // The same words whatever is missing: a header's finding reads the same from
  // every file that includes it.
  if (isAnythingOutOfSight(*cast<CXXRecordDecl>(Field.getParent())))
    return "may be used by members and friends of its class that are defined "
           "in other files";
  return "";
}

Claim claimDeclaration(const FieldDecl &Field, const ASTContext &AST,
                       OwnershipTypes &Types, std::string &Lock) {
  const SourceManager &SM = AST.getSourceManager();
  Claim Result;
  auto Refuse = [&](const Twine &Reason, SourceLocation Where = {}) {
    Result.Edits.clear();
    Result.Refusal = Reason.str();
    Result.RefusedAt = Where.isValid() ? Where : Field.getLocation();
    return Result;
  };

  const auto *Holder = dyn_cast<CXXRecordDecl>(Field.getParent());
  if (!Holder)
    return Refuse("is not a member of a class");
  if (Holder->isLambda())
    return Refuse("is a capture");
  if (isa<ClassTemplateSpecializationDecl>(Holder) ||
      Holder->isDependentContext() ||
      Holder->getTemplateInstantiationPattern() ||
      Holder->getDeclContext()->isDependentContext())
    return Refuse("is a member of a template");
  for (const DeclContext *DC = Holder; DC; DC = DC->getParent())
    if (isa<ClassTemplateSpecializationDecl>(DC))
      return Refuse("is a member of a template");
  if (Field.getBeginLoc().isMacroID() || Field.getLocation().isMacroID())
    return Refuse("is declared in a macro");
  if (hasDefaultedComparison(*Holder))
    return Refuse("is compared by a defaulted operator, which a weak pointer "
                  "has not");

  const CXXRecordDecl *Pointer = Field.getType()->getAsCXXRecordDecl();
  const TypeRole *Role = Pointer ? &Types.roleOf(*Pointer) : nullptr;
  if (!Role || Role->Kind != TypeRole::SharedPointer)
    return Refuse("holds its target inside another type, and only a plain "
                  "shared pointer is converted");
  if (Role->Weak.empty())
    return Refuse("has a pointer without weak counterpart");
  if (!isUsable(Role->Weak, Role->Lock, AST))
    return Refuse("has a pointer whose weak counterpart is not declared here "
                  "with '" +
                  Role->Lock + "' and 'reset'");
  TypeLoc Written = Field.getTypeSourceInfo()->getTypeLoc().getUnqualifiedLoc();
  if (Written.getBeginLoc().isMacroID() || Written.getEndLoc().isMacroID())
    return Refuse("has its type from a macro");
  for (const FieldDecl *Other : Holder->fields())
    if (Other != &Field &&
        Other->getTypeSpecStartLoc() == Field.getTypeSpecStartLoc())
      return Refuse("shares its declaration with another field");

  TemplateSpecializationTypeLoc Template =
      compat::templateSpecialization(Written);
  if (Template && !Template.getType()
                       ->castAs<TemplateSpecializationType>()
                       ->isTypeAlias()) {
    // `std::` stays where it is written; where nothing is, the weak
    // counterpart's name may not be visible, so it is written in full.
    bool IsQualified = Template.getTemplateNameLoc() != Written.getBeginLoc();
    StringRef Namespace = namespaceOf(Role->Weak);
    // A qualifier may lead to a using-declaration.
    const NamespaceDecl *Qualifier = compat::qualifyingNamespace(Written);
    if (IsQualified && (!Qualifier || qualifiedName(*Qualifier) != Namespace))
      return Refuse("has its type from another namespace than its weak "
                    "counterpart");
    StringRef Unqualified = StringRef(Role->Weak).drop_front(Namespace.size());
    Unqualified.consume_front("::");
    Result.Edits.push_back(
        {CharSourceRange::getTokenRange(Template.getTemplateNameLoc()),
         IsQualified ? Unqualified.str() : Role->Weak});
  } else {
    // An alias stays as it is, for others use it: write the type out.
    std::string Pointee =
        spellPointee(*Pointer, *Holder, SM, Written.getBeginLoc());
    if (Pointee.empty())
      return Refuse("has its type from an alias of a type that cannot be "
                    "written here");
    Result.Edits.push_back(
        {CharSourceRange::getTokenRange(Written.getSourceRange()),
         Role->Weak + "<" + Pointee + ">"});
  }
  Lock = Role->Lock;

  if (const Expr *Init = Field.getInClassInitializer()) {
    Init = Init->IgnoreImpCasts();
    if (!isEmptyPointer(Init))
      return Refuse("has a default initializer that gives it an object",
                    Init->getBeginLoc());
    if (const Expr *E = nullPointerLiteral(Init)) {
      if (E->getBeginLoc().isMacroID())
        return Refuse("is initialized by a macro", E->getBeginLoc());
      Result.Edits.push_back(
          {CharSourceRange::getTokenRange(E->getSourceRange()),
           E->getBeginLoc() == Init->getBeginLoc() &&
                   Field.getInClassInitStyle() == ICIS_CopyInit
               ? "{}"
               : ""});
    }
  }
  return Result;
}

} // namespace ownership
