//===- LibraryMethods.h - What the library's methods do ---------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_LIBRARYMETHODS_H
#define OWNERSHIP_EXTRACT_LIBRARYMETHODS_H

#include "extract/ExpressionPart.h"
#include "extract/OwnershipTypes.h"

namespace ownership {

/// Whether a container's method of this name puts its arguments into it.
bool isAddingMethod(llvm::StringRef Name);

/// Reads the member functions of pointers, containers, callables and the other
/// classes of the standard library.
class LibraryMethods : ExpressionPart {
public:
  using ExpressionPart::ExpressionPart;

  /// \p M on \p Object, whose type without pointer and reference is
  /// \p ObjectType.
  Ref eval(const clang::CXXMemberCallExpr *E, const clang::CXXMethodDecl *M,
           Ref Object, clang::QualType ObjectType);
  /// Stores \p Args into the container or wrapper \p Place, as the method of
  /// this name does.
  void addTo(const Ref &Place, Arguments Args, llvm::StringRef Method,
             clang::QualType Container, clang::SourceLocation Loc);

private:
  /// A call, taken apart.
  struct MethodCall {
    const clang::CXXMemberCallExpr *E = nullptr;
    const clang::CXXMethodDecl *M = nullptr;
    llvm::StringRef Name;
    Arguments Args;
    clang::QualType ObjectType;
    TypeRole::KindTy Role = TypeRole::OwnsNothing;
    clang::SourceLocation Loc;
  };
  Ref callPointer(const MethodCall &C, const Ref &Pointer);
  Ref add(const MethodCall &C, const Ref &Object);
  Ref removeSome(const MethodCall &C, const Ref &Object);
  Ref swap(const MethodCall &C, const Ref &Object);
  Ref element(const MethodCall &C, const Ref &Object);
  Ref callOther(const MethodCall &C, const Ref &Object);
};

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_LIBRARYMETHODS_H
