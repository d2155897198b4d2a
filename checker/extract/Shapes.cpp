//===- Shapes.cpp - What an expression of a type stands for ---------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "extract/Shapes.h"
#include "LLVMCompat.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {

Shape Shapes::of(QualType T) const {
  if (T.isNull())
    return Shape::Nothing;
  const clang::Type *C =
      T.getNonReferenceType().getCanonicalType().getTypePtr();
  if (isa<clang::PointerType>(C)) {
    QualType Pointee = C->getPointeeType();
    return Pointee->isVoidType() || of(Pointee) != Shape::Nothing
               ? Shape::Pointer
               : Shape::Nothing;
  }
  if (isa<clang::ArrayType>(C))
    return Shape::Many;
  if (const auto *A = dyn_cast<clang::AtomicType>(C))
    return of(A->getValueType());
  const CXXRecordDecl *R = C->getAsCXXRecordDecl();
  if (!R)
    return Shape::Nothing;
  switch (Types.roleOf(known(*R)).Kind) {
  case TypeRole::Record:
    return Shape::Object;
  case TypeRole::OwnsNothing:
    return Shape::Nothing;
  case TypeRole::WeakPointer:
  case TypeRole::SharedPointer:
  case TypeRole::UniquePointer:
    return Shape::Pointer;
  case TypeRole::Container:
    return Shape::Many;
  case TypeRole::Callable:
    return Shape::Callable;
  }
  return Shape::Nothing;
}

bool Shapes::isKnown(const CXXRecordDecl &R) const {
  return Types.roleOf(known(R)).Kind != TypeRole::Record;
}

TypeRole::KindTy Shapes::roleOf(QualType T) const {
  const CXXRecordDecl *R =
      T.isNull() ? nullptr : T.getNonReferenceType()->getAsCXXRecordDecl();
  return R ? Types.roleOf(known(*R)).Kind : TypeRole::OwnsNothing;
}

const CXXRecordDecl &Shapes::known(const CXXRecordDecl &R) const {
  if (!R.hasDefinition() || Types.roleOf(R).Kind != TypeRole::Record ||
      !R.getDefinition()->field_empty())
    return R;
  for (const CXXBaseSpecifier &Base : R.getDefinition()->bases())
    if (const CXXRecordDecl *B = Base.getType()->getAsCXXRecordDecl()) {
      TypeRole::KindTy Role = Types.roleOf(*B).Kind;
      if (Role != TypeRole::Record && Role != TypeRole::OwnsNothing)
        return *B;
    }
  return R;
}

bool Shapes::isOwner(QualType T, unsigned Depth) const {
  if (T.isNull() || Depth > 8)
    return false;
  T = T.getNonReferenceType();
  if (const auto *A = dyn_cast<clang::ArrayType>(T.getCanonicalType()))
    return of(A->getElementType()) == Shape::Object ||
           isOwner(A->getElementType(), Depth + 1);
  switch (roleOf(T)) {
  case TypeRole::SharedPointer:
  case TypeRole::UniquePointer:
  case TypeRole::Callable:
    return true;
  case TypeRole::Container:
    break;
  default:
    return false;
  }
  const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(
      &known(*T->getAsCXXRecordDecl()));
  return Spec && any_of(Spec->getTemplateArgs().asArray(),
                        [&](const TemplateArgument &Arg) {
                          return isOwnerArgument(Arg, Depth + 1);
                        });
}
bool Shapes::isOwnerArgument(const TemplateArgument &Arg,
                             unsigned Depth) const {
  if (Arg.getKind() == TemplateArgument::Pack)
    return any_of(Arg.pack_elements(), [&](const TemplateArgument &Element) {
      return isOwnerArgument(Element, Depth);
    });
  return Arg.getKind() == TemplateArgument::Type &&
         (of(Arg.getAsType()) == Shape::Object ||
          isOwner(Arg.getAsType(), Depth));
}

const CXXRecordDecl *Shapes::pointee(QualType T, unsigned Depth) const {
  if (T.isNull() || Depth > 8)
    return nullptr;
  const clang::Type *C =
      T.getNonReferenceType().getCanonicalType().getTypePtr();
  if (isa<clang::PointerType>(C))
    return pointee(C->getPointeeType(), Depth + 1);
  if (const auto *A = dyn_cast<clang::ArrayType>(C))
    return pointee(A->getElementType(), Depth + 1);
  const CXXRecordDecl *R = C->getAsCXXRecordDecl();
  if (R)
    R = &known(*R);
  if (!R || Types.roleOf(*R).Kind == TypeRole::Record ||
      Types.roleOf(*R).Kind == TypeRole::Callable)
    return R;
  // The last argument of a known template that leads to a class: a map's
  // value rather than its key.
  const CXXRecordDecl *Found = nullptr;
  if (const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(R)) {
    unsigned Position = 0;
    for (const TemplateArgument &Arg : Spec->getTemplateArgs().asArray()) {
      if (Arg.getKind() != TemplateArgument::Type || ++Position > 2)
        continue;
      const CXXRecordDecl *Inner = pointee(Arg.getAsType(), Depth + 1);
      if (Inner && (Types.roleOf(*Inner).Kind == TypeRole::Record ||
                    Types.roleOf(*Inner).Kind == TypeRole::Callable))
        Found = Inner;
    }
  }
  return Found;
}

bool Shapes::isPointerReference(QualType T) const {
  if (T.isNull() || !T->isLValueReferenceType() ||
      T->getPointeeType().isConstQualified())
    return false;
  Shape Sh = of(T);
  return Sh == Shape::Pointer || Sh == Shape::Callable;
}

} // namespace ownership
