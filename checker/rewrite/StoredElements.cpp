//===- StoredElements.cpp - Values on their way into a container ---- --===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What is stored keeps its text: a weak pointer is made of a shared one without
// a word. But nullptr makes none, a moved value is copied instead, and whatever
// is stored needs another owner.
//
//===----------------------------------------------------------------------===//

#include "rewrite/ContainerForms.h"
#include "rewrite/Forms.h"
#include "rewrite/WeakType.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

bool isMaker(const CallExpr &Call) {
  const FunctionDecl *F = Call.getDirectCallee();
  return F && F->isInStdNamespace() && F->getIdentifier() &&
         (F->getName() == "make_pair" || F->getName() == "make_tuple");
}

/// The type of a pair's or tuple's part; null for other classes.
QualType partType(const CXXRecordDecl &R, unsigned Index) {
  const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(&R);
  if (!Spec || (R.getName() != "pair" && R.getName() != "tuple"))
    return QualType();
  ArrayRef<TemplateArgument> Args = Spec->getTemplateArgs().asArray();
  if (Args.size() == 1 && Args[0].getKind() == TemplateArgument::Pack)
    Args = Args[0].pack_elements();
  return Index < Args.size() && Args[Index].getKind() == TemplateArgument::Type
             ? Args[Index].getAsType()
             : QualType();
}

} // namespace

bool ContainerForms::claimNull(UseContext &C, const Expr *Literal,
                               enum Null Empty) {
  if (Literal->getBeginLoc().isMacroID())
    return C.refuse(Refusal::InMacro);
  std::string Text = Empty == Null::Braces ? "{}" : "";
  if (Empty == Null::Typed) {
    std::string Weak =
        C.U.InInstantiation ? "" : spellWeak(Pointer, Role, contextOf(C), AST);
    if (Weak.empty())
      return C.refuse(Refusal::WeakNotSpellable);
    Text = Weak + "()";
  }
  C.Result.Edits.push_back(
      {CharSourceRange::getTokenRange(Literal->getSourceRange()), Text});
  return true;
}

/// Claims what \p Value puts into the container: a pointer, or a list, pair or
/// container of pointers. True, as always where a use is claimed or refused.
bool ContainerForms::claimElements(UseContext &C, const Expr *Value,
                                   enum Null Empty) {
  if (C.Result.Refused)
    return true;
  if (const Expr *Literal = nullPointerLiteral(Value))
    return claimNull(C, Literal, Empty);
  if (isEmptyPointer(Value) || isa<ImplicitValueInitExpr>(Value))
    return true;
  const Expr *E = ignoreTemporaries(Value);
  if (const auto *List = dyn_cast<InitListExpr>(E)) {
    for (const Expr *Init : List->inits())
      claimElements(C, Init, Null::Braces);
    return true;
  }
  TypeRole::KindTy Kind = Held.roleOf(E->getType());
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E);
      Construct && Kind == TypeRole::Container) {
    const CXXRecordDecl &R = *Construct->getConstructor()->getParent();
    for (unsigned I = 0; I < Construct->getNumArgs(); ++I) {
      const Expr *Arg = Construct->getArg(I);
      QualType Part = partType(R, I);
      bool IsWhole = Construct->getNumArgs() == 1 &&
                     Held.roleOf(Arg->getType()) == TypeRole::Container;
      bool IsOther =
          !IsWhole && !Part.isNull() && denote(Part) == Denotes::Unrelated;
      if (IsOther || Arg->isDefaultArgument() ||
          Arg->getType()->isIntegralOrEnumerationType())
        continue;
      if (denote(Arg) == Denotes::Cursor && Part.isNull() &&
          !isa<CXXStdInitializerListExpr>(Arg->IgnoreImplicit()))
        mustChange(Arg);
      else
        claimElements(C, Arg, Null::Braces);
    }
    return true;
  }
  if (const auto *Call = dyn_cast<CallExpr>(E); Call && isMaker(*Call)) {
    const CXXRecordDecl &R = *Call->getType()->getAsCXXRecordDecl();
    for (unsigned I = 0; I < Call->getNumArgs(); ++I) {
      const Expr *Arg = Call->getArg(I);
      QualType Part = partType(R, I);
      if (Part.isNull() || denote(Part) != Denotes::Unrelated ||
          Part->isNullPtrType())
        claimElements(C, Arg, Null::Typed);
    }
    return true;
  }
  if (denote(E) == Denotes::Container) {
    mustChange(E);
    return true;
  }
  // `o = std::nullopt`, `v = 3`
  QualType T = E->getType();
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  if (T->isArithmeticType() || (R && R->isInStdNamespace() && R->isEmpty()))
    return true;

  const Expr *Stored = ignoreCopies(Value);
  const Expr *Moved = movedFrom(Stored);
  if (Moved && !isa<DeclRefExpr>(Moved->IgnoreParenImpCasts()))
    return C.refuse({Refusal::MovedFromElsewhere, Stored->getBeginLoc()});
  if (Held.roleOf((Moved ? Moved : Stored)->getType()) !=
      TypeRole::SharedPointer)
    return C.refuse({Refusal::SoleOwner, Stored->getBeginLoc()});
  if (Stored->getBeginLoc().isMacroID() && Moved)
    return C.refuse({Refusal::InMacro, Stored->getBeginLoc()});
  return claimStored(C, Value);
}

bool ContainerForms::claimStoringCall(UseContext &C, const CallExpr &Call,
                                      StringRef Name) {
  const auto &Member = cast<CXXMemberCallExpr>(Call);
  const CXXRecordDecl &R = *Member.getRecordDecl();
  bool IsMap = Types.roleOf(R).Name.find("map") != std::string::npos;
  bool IsEmplace = Name.contains("emplace");
  unsigned First = 0;
  // Positions and hints come first, then a map's key.
  if (Call.getNumArgs() > 0 && denote(Call.getArg(0)) == Denotes::Cursor &&
      !isa<CXXStdInitializerListExpr>(Call.getArg(0)->IgnoreImplicit())) {
    mustChange(Call.getArg(0));
    ++First;
  }
  if (IsMap && (IsEmplace || Name == "insert_or_assign"))
    ++First;
  SmallVector<const Expr *, 4> Values;
  for (unsigned I = First; I < Call.getNumArgs(); ++I)
    if (!Call.getArg(I)->isDefaultArgument())
      Values.push_back(Call.getArg(I));
  // What is emplaced is made of all arguments together.
  if (IsEmplace && Values.size() > 1)
    return C.refuse({Refusal::ElementOfSeveral, Name}), false;
  enum Null Empty = Name.starts_with("push") ? Null::Braces
                    : Name == "emplace_back" || Name == "emplace_front"
                        ? Null::Nothing
                        : Null::Typed;
  for (const Expr *Value : Values) {
    if (!IsEmplace && Value->getType()->isIntegralOrEnumerationType())
      continue;
    if (denote(Value) == Denotes::Cursor &&
        !isa<CXXStdInitializerListExpr>(Value->IgnoreImplicit()))
      mustChange(Value);
    else
      claimElements(C, Value, Empty);
  }
  C.step();
  return true;
}

bool ContainerForms::claimContainerAssignment(UseContext &C,
                                              const CXXOperatorCallExpr &Op) {
  claimElements(C, Op.getArg(1), Null::Typed);
  C.step();
  return true;
}

} // namespace ownership
