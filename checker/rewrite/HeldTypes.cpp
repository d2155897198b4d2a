//===- HeldTypes.cpp - What a type holds shared pointers in ---------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/HeldTypes.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/STLFunctionalExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

QualType plain(QualType T) {
  return T.getNonReferenceType().getCanonicalType().getUnqualifiedType();
}

/// The type arguments of a class template's specialization.
bool anyArgument(const CXXRecordDecl *R, function_ref<bool(QualType)> Test) {
  const auto *Spec = dyn_cast_or_null<ClassTemplateSpecializationDecl>(R);
  if (!Spec)
    return false;
  auto TestOne = [&](const TemplateArgument &A) {
    if (A.getKind() == TemplateArgument::Pack)
      return any_of(A.pack_elements(), [&](const TemplateArgument &P) {
        return P.getKind() == TemplateArgument::Type && Test(P.getAsType());
      });
    return A.getKind() == TemplateArgument::Type && Test(A.getAsType());
  };
  return any_of(Spec->getTemplateArgs().asArray(), TestOne);
}

} // namespace

TypeRole::KindTy HeldTypes::roleOf(QualType T) const {
  const CXXRecordDecl *R = plain(T)->getAsCXXRecordDecl();
  return R ? Types.roleOf(*R).Kind : TypeRole::OwnsNothing;
}

QualType HeldTypes::pointerIn(QualType T) const {
  T = plain(T);
  if (const auto *Array = dyn_cast<ArrayType>(T.getTypePtr()))
    return pointerIn(Array->getElementType());
  if (roleOf(T) == TypeRole::SharedPointer)
    return T;
  QualType Found;
  bool IsOne = true;
  if (roleOf(T) == TypeRole::Container)
    anyArgument(T->getAsCXXRecordDecl(), [&](QualType Arg) {
      QualType Inner = pointerIn(Arg);
      IsOne &= Inner.isNull() || Found.isNull() || Inner == Found;
      Found = Inner.isNull() ? Found : Inner;
      return false;
    });
  return IsOne ? Found : QualType();
}

bool HeldTypes::mentions(QualType T, QualType Pointer) {
  T = plain(T);
  if (T == Pointer)
    return true;
  if (const auto *Array = dyn_cast<ArrayType>(T.getTypePtr()))
    return mentions(Array->getElementType(), Pointer);
  if (T->isPointerType())
    return mentions(T->getPointeeType(), Pointer);
  if (const auto *F = T->getAs<FunctionProtoType>())
    return mentions(F->getReturnType(), Pointer) ||
           any_of(F->param_types(),
                  [&](QualType P) { return mentions(P, Pointer); });
  return anyArgument(T->getAsCXXRecordDecl(),
                     [&](QualType Arg) { return mentions(Arg, Pointer); });
}

Denotes HeldTypes::denote(QualType T, QualType Pointer) const {
  T = plain(T);
  if (T == Pointer)
    return Denotes::Pointer;
  if (!mentions(T, Pointer))
    return Denotes::Unrelated;
  auto Holds = [&](QualType Element) {
    Denotes D = denote(Element, Pointer);
    return D == Denotes::Pointer || D == Denotes::Container;
  };
  if (const auto *Array = dyn_cast<ArrayType>(T.getTypePtr()))
    return Holds(Array->getElementType()) ? Denotes::Container
                                          : Denotes::Cursor;
  if (roleOf(T) == TypeRole::Container &&
      anyArgument(T->getAsCXXRecordDecl(), Holds))
    return Denotes::Container;
  return Denotes::Cursor;
}

} // namespace ownership
