//===- WeakType.cpp - Writing a weak pointer for a shared one -------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/WeakType.h"
#include "LLVMCompat.h"
#include "rewrite/Spelling.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

StringRef namespaceOf(StringRef QualifiedName) {
  size_t Colon = QualifiedName.rfind("::");
  return Colon == StringRef::npos ? "" : QualifiedName.take_front(Colon);
}

/// The class, or the pattern of a type that depends on a template's parameter.
const CXXRecordDecl *classOf(QualType T) {
  T = T.getCanonicalType();
  if (const CXXRecordDecl *R = T->getAsCXXRecordDecl())
    return R;
  if (const auto *Dependent = T->getAs<TemplateSpecializationType>())
    if (const auto *Template = dyn_cast_or_null<ClassTemplateDecl>(
            Dependent->getTemplateName().getAsTemplateDecl()))
      return Template->getTemplatedDecl();
  return nullptr;
}

ArrayRef<TemplateArgument> argumentsOf(QualType T) {
  T = T.getCanonicalType();
  if (const auto *Spec = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
          T->getAsCXXRecordDecl()))
    return Spec->getTemplateArgs().asArray();
  if (const auto *Dependent = T->getAs<TemplateSpecializationType>())
    return Dependent->template_arguments();
  return {};
}

class Finder {
public:
  explicit Finder(OwnershipTypes &Types) : Types(Types) {}

  WrittenPointers Result;

  void find(TypeLoc Written) {
    Written = Written.getUnqualifiedLoc();
    QualType T = Written.getType();
    if (auto Array = Written.getAs<ArrayTypeLoc>())
      return find(Array.getElementLoc());
    if (!mentionsShared(T))
      return;
    const CXXRecordDecl *R = classOf(T);
    const TypeRole *Role = R ? &Types.roleOf(*R) : nullptr;
    if (Role && Role->Kind == TypeRole::SharedPointer)
      return add(Written, *Role);
    TemplateSpecializationTypeLoc Template =
        compat::templateSpecialization(Written);
    if (!Role || Role->Kind != TypeRole::Container ||
        !isConvertible(qualifiedName(*R)))
      return refuse(Refusal::NotInContainer);
    if (TypedefTypeLoc Alias = compat::aliasName(Written)) {
      const TypedefNameDecl *D =
          Alias.getType()->getAs<TypedefType>()->getDecl();
      if (D->getLocation().isMacroID() ||
          D->getDeclContext()->isDependentContext())
        return refuse(Refusal::AliasOutOfReach);
      Result.Aliases.push_back(D);
      Result.AliasNames.push_back(Alias.getNameLoc());
      return find(D->getTypeSourceInfo()->getTypeLoc());
    }
    if (!Template ||
        Template.getType()->castAs<TemplateSpecializationType>()->isTypeAlias())
      return refuse(Refusal::TypeNotSpelledOut);
    for (unsigned I = 0; I < Template.getNumArgs(); ++I) {
      TemplateArgumentLoc Arg = Template.getArgLoc(I);
      if (Arg.getArgument().getKind() != TemplateArgument::Type ||
          !mentionsShared(Arg.getArgument().getAsType()))
        continue;
      StringRef Part = partOfContainer(Role->Name, I);
      bool IsSet = StringRef(Role->Name).ends_with("set");
      if (Part == "key" || IsSet || Role->Name == "priority_queue")
        return refuse(Refusal::PointerIsKey);
      if (Part == "policy")
        return refuse(Refusal::ContainerPolicy);
      find(Arg.getTypeSourceInfo()->getTypeLoc());
    }
  }

private:
  OwnershipTypes &Types;

  void refuse(Refusal Why) {
    if (!Result.Refused)
      Result.Refused = std::move(Why);
  }

  void add(TypeLoc Written, const TypeRole &Role) {
    if (!Result.At.empty() &&
        Result.At.front().getType().getCanonicalType().getUnqualifiedType() !=
            Written.getType().getCanonicalType().getUnqualifiedType())
      return refuse(Refusal::SeveralPointerTypes);
    Result.At.push_back(Written);
    Result.Role = &Role;
  }

  /// The containers of which the rewrites know the members.
  static bool isConvertible(StringRef Name) {
    static constexpr llvm::StringLiteral Known[] = {"std::vector",
                                                    "std::list",
                                                    "std::forward_list",
                                                    "std::deque",
                                                    "std::array",
                                                    "std::map",
                                                    "std::multimap",
                                                    "std::unordered_map",
                                                    "std::unordered_multimap",
                                                    "std::set",
                                                    "std::multiset",
                                                    "std::unordered_set",
                                                    "std::unordered_multiset",
                                                    "std::stack",
                                                    "std::queue",
                                                    "std::priority_queue",
                                                    "std::optional",
                                                    "std::pair",
                                                    "std::tuple",
                                                    "std::variant"};
    return is_contained(Known, Name);
  }

  bool mentionsShared(QualType T) {
    T = T.getCanonicalType();
    if (T->isPointerType() || T->isReferenceType())
      return mentionsShared(T->getPointeeType());
    if (const auto *Array = dyn_cast<ArrayType>(T.getTypePtr()))
      return mentionsShared(Array->getElementType());
    if (const auto *F = T->getAs<FunctionProtoType>())
      return mentionsShared(F->getReturnType()) ||
             any_of(F->param_types(),
                    [&](QualType P) { return mentionsShared(P); });
    const CXXRecordDecl *R = classOf(T);
    if (!R)
      return false;
    if (Types.roleOf(*R).Kind == TypeRole::SharedPointer)
      return true;
    auto Mentions = [&](const TemplateArgument &A) {
      return A.getKind() == TemplateArgument::Type &&
             mentionsShared(A.getAsType());
    };
    return any_of(argumentsOf(T), [&](const TemplateArgument &A) {
      return Mentions(A) || (A.getKind() == TemplateArgument::Pack &&
                             any_of(A.pack_elements(), Mentions));
    });
  }
};

/// The text for the first template argument of \p Pointer inside \p Context, or
/// nothing if it has no simple one. With \p Where it stands there, in place of
/// another type.
std::string spellPointee(QualType Pointer, const DeclContext &Context,
                         const ASTContext &AST, SourceLocation Where) {
  ArrayRef<TemplateArgument> Args = argumentsOf(Pointer);
  if (Args.empty() || Args[0].getKind() != TemplateArgument::Type)
    return "";
  QualType T = Args[0].getAsType();
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  if (!R || !R->getIdentifier() || isa<ClassTemplateSpecializationDecl>(R) ||
      R->isDependentContext() || T.isVolatileQualified())
    return "";
  // It must be declared before, not in the type that it replaces.
  const auto *Holder = dyn_cast<CXXRecordDecl>(&Context);
  bool IsHolder = Holder && declaresSameEntity(R, Holder);
  if (!IsHolder &&
      (!R->getDeclContext()->isFileContext() ||
       (Where.isValid() && !AST.getSourceManager().isBeforeInTranslationUnit(
                               R->getCanonicalDecl()->getLocation(), Where))))
    return "";
  return spellType(T, Context, AST);
}

/// As the alias \p Written writes the pointee, if that stands in the same
/// class: there the words mean the same.
std::string copyPointee(TypeLoc Written, const CXXRecordDecl *Holder,
                        const ASTContext &AST) {
  const auto *Alias = Written.getType()->getAs<TypedefType>();
  if (!Alias || !Holder ||
      !Alias->getDecl()->getDeclContext()->Equals(Holder) ||
      Alias->getDecl()->getLocation().isMacroID())
    return "";
  TemplateSpecializationTypeLoc Template = compat::templateSpecialization(
      Alias->getDecl()->getTypeSourceInfo()->getTypeLoc());
  if (!Template || Template.getNumArgs() == 0)
    return "";
  const SourceManager &SM = AST.getSourceManager();
  SourceRange Arg = Template.getArgLoc(0).getSourceRange();
  if (Arg.getBegin().isMacroID())
    return "";
  auto TextOf = [&](CharSourceRange Range) {
    return Lexer::getSourceText(Range, SM, AST.getLangOpts()).str();
  };
  if (!Arg.getEnd().isMacroID())
    return TextOf(CharSourceRange::getTokenRange(Arg));
  // `>>` closes two lists: half of it belongs here.
  SourceLocation End = SM.getExpansionLoc(Arg.getEnd());
  if (!StringRef(SM.getCharacterData(End), 2).starts_with(">>"))
    return "";
  return TextOf(CharSourceRange::getCharRange(Arg.getBegin(), End)) + ">";
}

} // namespace

WrittenPointers findPointers(TypeLoc Written, OwnershipTypes &Types) {
  Finder F(Types);
  F.find(Written);
  WrittenPointers &Result = F.Result;
  if (!Result.Refused && Result.At.empty() &&
      Written.getType()->isDependentType())
    Result.Refused = Refusal::DependentType;
  if (!Result.Refused && Result.At.empty())
    Result.Refused = Refusal::NotInContainer;
  Result.IsPlain =
      Result.At.size() == 1 && Result.At.front() == Written.getUnqualifiedLoc();
  return std::move(Result);
}

void weakenPointer(TypeLoc Written, const TypeRole &Role,
                   const DeclContext &Context, const ASTContext &AST,
                   Claim &Result) {
  TemplateSpecializationTypeLoc Template =
      compat::templateSpecialization(Written);
  bool IsAlias =
      !Template ||
      Template.getType()->castAs<TemplateSpecializationType>()->isTypeAlias();
  // The end of `>>` is no token of its own, so only what is replaced counts.
  if (Written.getBeginLoc().isMacroID() ||
      (IsAlias ? Written.getEndLoc() : Template.getTemplateNameLoc())
          .isMacroID()) {
    Result.Refused = Refusal::TypeFromMacro;
    return;
  }
  if (!IsAlias) {
    // `std::` stays where it is written; where nothing is, the weak
    // counterpart's name may not be visible, so it is written in full.
    bool IsQualified = Template.getTemplateNameLoc() != Written.getBeginLoc();
    StringRef Namespace = namespaceOf(Role.Weak);
    // A qualifier may lead to a using-declaration.
    const NamespaceDecl *Qualifier = compat::qualifyingNamespace(Written);
    if (IsQualified && (!Qualifier || qualifiedName(*Qualifier) != Namespace)) {
      Result.Refused = Refusal{Refusal::TypeFromOtherNamespace, Role.Weak};
      return;
    }
    StringRef Unqualified = StringRef(Role.Weak).drop_front(Namespace.size());
    Unqualified.consume_front("::");
    Result.Edits.push_back(
        {CharSourceRange::getTokenRange(Template.getTemplateNameLoc()),
         IsQualified ? Unqualified.str() : Role.Weak});
    return;
  }
  // An alias stays as it is, for others use it: write the type out.
  std::string Pointee =
      spellPointee(Written.getType(), Context, AST, Written.getBeginLoc());
  if (Pointee.empty())
    Pointee = copyPointee(Written, dyn_cast<CXXRecordDecl>(&Context), AST);
  if (Pointee.empty()) {
    Result.Refused = Refusal::PointeeNotSpellable;
    return;
  }
  Result.Edits.push_back(
      {CharSourceRange::getTokenRange(Written.getSourceRange()),
       Role.Weak + "<" + Pointee + ">"});
}

std::string spellWeak(QualType Pointer, const TypeRole &Role,
                      const DeclContext &Context, const ASTContext &AST) {
  std::string Pointee = spellPointee(Pointer, Context, AST, SourceLocation());
  return Pointee.empty() ? "" : Role.Weak + "<" + Pointee + ">";
}

} // namespace ownership
