//===- Shapes.h - What an expression of a type stands for -------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_SHAPES_H
#define OWNERSHIP_EXTRACT_SHAPES_H

#include "extract/OwnershipTypes.h"
#include "clang/AST/Type.h"

namespace ownership {

/// What a type is for the reader of bodies.
enum class Shape {
  /// Numbers, strings, and the standard library's other classes.
  Nothing,
  /// A class of the user's.
  Object,
  /// A raw or smart pointer, weak or strong.
  Pointer,
  /// A container or wrapper, whose elements are its contents.
  Many,
  Callable
};

/// Answers what shape a type has. Sees through references, and through classes
/// that are derived from a pointer or a container.
class Shapes {
public:
  explicit Shapes(OwnershipTypes &Types) : Types(Types) {}

  Shape of(clang::QualType T) const;

  /// The role of a class type; OwnsNothing for all others.
  TypeRole::KindTy roleOf(clang::QualType T) const;

  /// A class derived from a pointer or a container that adds no data is used
  /// like that: the base class. Any other: itself.
  const clang::CXXRecordDecl &known(const clang::CXXRecordDecl &R) const;

  /// A class of the standard library, or one with a role of its own.
  bool isKnown(const clang::CXXRecordDecl &R) const;

  /// Keeps what is put into it: a smart pointer, a callable, a container of
  /// such or of objects. A container of raw or weak pointers does not.
  bool isOwner(clang::QualType T, unsigned Depth = 0) const;

  /// Anything but a raw or a weak pointer.
  bool mayOwn(clang::QualType T) const {
    return !T->isPointerType() && roleOf(T) != TypeRole::WeakPointer;
  }

  /// The class that a pointer, or a container of pointers, leads to; of a map,
  /// that of its values. Null if there is none.
  const clang::CXXRecordDecl *pointee(clang::QualType T,
                                      unsigned Depth = 0) const;

  /// Whoever gets it can change what the pointer leads to.
  bool isPointerReference(clang::QualType T) const;

private:
  OwnershipTypes &Types;

  bool isOwnerArgument(const clang::TemplateArgument &Arg,
                       unsigned Depth) const;
};

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_SHAPES_H
