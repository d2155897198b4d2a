//===- EndsWith.h - Which objects end with which ----------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// While an object is being destroyed, a weak pointer to it is already empty. So
// code that runs in its destructor, or in those of the objects that end with
// it, must not lock one.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_ENDSWITH_H
#define OWNERSHIP_REWRITE_ENDSWITH_H

#include "extract/OwnershipTypes.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"

namespace ownership {

/// By class, what may end with an object of it: whatever its fields name, by
/// value, as a pointer's pointee or as a container's element, and the classes
/// derived from these. Errs to the side of too much.
class EndsWith {
public:
  explicit EndsWith(OwnershipTypes &Types) : Types(Types) {}

  /// To be called for each class of the translation unit.
  void add(const clang::CXXRecordDecl &Class);

  /// The classes that may end with what a field of type \p T leads to; nothing
  /// if that may be any.
  std::optional<llvm::DenseSet<const clang::CXXRecordDecl *>>
  classesIn(clang::QualType T) const;

  /// A pointer of type \p T may be stored into a field of type \p Field.
  bool mayLeadTo(clang::QualType Field, clang::QualType T) const;

private:
  using Classes = llvm::SmallVector<const clang::CXXRecordDecl *, 4>;

  OwnershipTypes &Types;
  llvm::DenseMap<const clang::CXXRecordDecl *, Classes> Derived;

  bool addNamed(clang::QualType T, Classes &Result) const;
};

} // namespace ownership

#endif // OWNERSHIP_REWRITE_ENDSWITH_H
