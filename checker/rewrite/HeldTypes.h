//===- HeldTypes.h - What a type holds shared pointers in -------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An expression on the way from a converted field to its pointers denotes the
// pointer itself, something that holds such pointers, or something that only
// leads there, like an iterator. Its type says which.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_HELDTYPES_H
#define OWNERSHIP_REWRITE_HELDTYPES_H

#include "extract/OwnershipTypes.h"
#include "clang/AST/Type.h"

namespace ownership {

enum class Denotes {
  /// The type does not change when the field is converted.
  Unrelated,
  /// The shared pointer.
  Pointer,
  /// A container of pointers, or of containers of them.
  Container,
  /// What changes its type with the pointer and is neither: iterators, raw
  /// pointers to an element, pairs of iterators.
  Cursor
};

class HeldTypes {
public:
  explicit HeldTypes(OwnershipTypes &Types) : Types(Types) {}

  /// The one type of shared pointer that \p T holds as elements or mapped
  /// values, or is; null if there is none or more than one.
  clang::QualType pointerIn(clang::QualType T) const;

  /// What an expression of type \p T denotes when \p Pointer changes.
  Denotes denote(clang::QualType T, clang::QualType Pointer) const;

  /// \p T is made with \p Pointer, in whatever way.
  static bool mentions(clang::QualType T, clang::QualType Pointer);

  TypeRole::KindTy roleOf(clang::QualType T) const;

private:
  OwnershipTypes &Types;
};

} // namespace ownership

#endif // OWNERSHIP_REWRITE_HELDTYPES_H
