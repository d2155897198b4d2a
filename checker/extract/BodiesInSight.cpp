//===- BodiesInSight.cpp - What all bodies name ---------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Instructions name functions, members, variables and statements by number, so
// that a summary needs no AST and can be linked with others. A number is given
// when something is named first, and all bodies share it.
//
//===----------------------------------------------------------------------===//

#include "extract/BodiesInSight.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Index/USRGeneration.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Support/Path.h"

using namespace clang;
using namespace llvm;

namespace ownership {

bool mainFileIsSource(const ASTContext &AST) {
  const SourceManager &SM = AST.getSourceManager();
  OptionalFileEntryRef Main = SM.getFileEntryRefForID(SM.getMainFileID());
  if (!Main || AST.getLangOpts().IsHeaderFile)
    return false;
  StringRef Extension = sys::path::extension(Main->getName());
  static constexpr llvm::StringLiteral HeaderExtensions[] = {
      ".h", ".hh", ".hpp", ".hxx", ".inl", ".ipp", ".tpp", ".inc"};
  return !is_contained(HeaderExtensions, Extension);
}

BodiesInSight::BodiesInSight(ASTContext &AST, OwnershipTypes &Types,
                             const RecordsInSight &Known, Extraction &Result)
    : AST(AST), SM(AST.getSourceManager()), Types(Types), TheShapes(Types),
      Known(Known), Result(Result), S(Result.S),
      IsSource(mainFileIsSource(AST)) {
  Member Element;
  Element.Name = "[]";
  Element.IsMany = Element.IsStrong = true;
  ElementMember = addMember(Element);
  Member Reference;
  Reference.Name = "*";
  Reference.IsRaw = true;
  RawReferenceMember = addMember(Reference);
  Reference.Name = "&";
  Reference.IsRaw = false;
  Reference.IsStrong = true;
  ReferenceMember = addMember(Reference);
}

void BodiesInSight::add(const FunctionDecl *F) {
  FunctionIndex I = indexOf(F);
  S.Functions[I].HasBody = true;
  if (const auto *M = dyn_cast<CXXMethodDecl>(F))
    addOverrider(M, I);
}

RecordIndex BodiesInSight::recordOf(const CXXRecordDecl *R) const {
  if (!R)
    return None;
  auto It = Known.Records.find(R->getCanonicalDecl());
  return It == Known.Records.end() ? None : It->second;
}

StatementIndex BodiesInSight::statement(SourceLocation Loc) {
  auto [It, IsNew] =
      StatementOf.try_emplace(Loc.getRawEncoding(), Result.Statements.size());
  if (IsNew)
    Result.Statements.push_back(Loc);
  return It->second;
}

MemberIndex BodiesInSight::memberOf(const FieldDecl *F) {
  auto [It, IsNew] = MemberOf.try_emplace(F, 0);
  if (!IsNew)
    return It->second;
  Member M;
  auto Owning = Known.Fields.find(F);
  if (Owning != Known.Fields.end())
    std::tie(M.Record, M.Field) = Owning->second;
  else
    M.Name = qualifiedName(*F);
  Shape Sh = TheShapes.of(F->getType());
  M.IsStrong = !F->getType()->isReferenceType() &&
               (Sh == Shape::Object || TheShapes.isOwner(F->getType()));
  M.IsRaw = Sh == Shape::Pointer && F->getType()->isPointerType();
  M.IsMany = Sh == Shape::Many;
  // A signal is a callable that holds many.
  if (Sh == Shape::Callable)
    if (const CXXRecordDecl *R = F->getType()->getAsCXXRecordDecl())
      M.IsMany = R->getName().contains("signal");
  return MemberOf[F] = addMember(std::move(M));
}

MemberIndex BodiesInSight::memberOf(RecordIndex R, unsigned Field) {
  auto [It, IsNew] = FieldMembers.try_emplace({R, Field}, 0);
  if (IsNew) {
    Member M;
    M.Record = R;
    M.Field = Field;
    M.IsStrong = true;
    It->second = addMember(std::move(M));
  }
  return It->second;
}

unsigned BodiesInSight::globalOf(const ValueDecl *D) {
  auto [It, IsNew] = Globals.try_emplace(D, S.Globals.size());
  if (IsNew) {
    SmallString<128> Usr;
    if (D)
      index::generateUSRForDecl(D, Usr);
    S.Globals.push_back(Usr.str().str());
  }
  return It->second;
}

FunctionIndex BodiesInSight::indexOf(const FunctionDecl *F) {
  auto [It, IsNew] =
      FunctionOf.try_emplace(F->getCanonicalDecl(), S.Functions.size());
  if (!IsNew)
    return It->second;
  Function &Fn = S.Functions.emplace_back();
  Result.Functions.push_back(F);
  Fn.IsConstructor = isa<CXXConstructorDecl>(F);
  Fn.IsDestructor = isa<CXXDestructorDecl>(F);
  if (const auto *M = dyn_cast<CXXMethodDecl>(F)) {
    Fn.Record = recordOf(M->getParent());
    Fn.IsCallOperator = M->getOverloadedOperator() == OO_Call;
  }
  Fn.CallersInSight = callersInSight(F);
  Fn.IsDeclaredHere = isDeclaredHere(F);
  Fn.IsMain = F->isMain();
  return It->second;
}

FunctionIndex BodiesInSight::indexOfDefinition(const FunctionDecl *F) {
  const FunctionDecl *Definition = F;
  F->hasBody(Definition);
  return indexOf(Definition);
}

bool BodiesInSight::isUserCode(const FunctionDecl *F) const {
  return F && !SM.isInSystemHeader(F->getLocation());
}

ArrayRef<FunctionIndex>
BodiesInSight::overriders(const CXXMethodDecl *M) const {
  auto It = Overriders.find(M->getCanonicalDecl());
  if (It == Overriders.end())
    return {};
  return It->second;
}

MemberIndex BodiesInSight::addMember(Member M) {
  S.Members.push_back(std::move(M));
  return S.Members.size() - 1;
}

bool BodiesInSight::callersInSight(const FunctionDecl *F) const {
  if (F->isMain() || !IsSource)
    return false;
  const auto *M = dyn_cast<CXXMethodDecl>(F);
  if (M && M->getParent()->isLambda())
    return false;
  if (!isExternallyVisible(F->getFormalLinkage()))
    return true;
  return M &&
         SM.isInMainFile(SM.getExpansionLoc(M->getParent()->getLocation()));
}

bool BodiesInSight::isDeclaredHere(const FunctionDecl *F) const {
  return IsSource && !F->isMain() && !isa<CXXMethodDecl>(F) &&
         all_of(F->redecls(), [&](const FunctionDecl *D) {
           return SM.isInMainFile(SM.getExpansionLoc(D->getLocation()));
         });
}

void BodiesInSight::addOverrider(const CXXMethodDecl *M, FunctionIndex I) {
  SmallVector<const CXXMethodDecl *, 4> Work(M->overridden_methods());
  SmallPtrSet<const CXXMethodDecl *, 4> Seen;
  while (!Work.empty()) {
    const CXXMethodDecl *Base = Work.pop_back_val()->getCanonicalDecl();
    if (!Seen.insert(Base).second)
      continue;
    Overriders[Base].push_back(I);
    Work.append(Base->begin_overridden_methods(),
                Base->end_overridden_methods());
  }
}

} // namespace ownership
