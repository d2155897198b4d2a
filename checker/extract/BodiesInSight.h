//===- BodiesInSight.h - What all bodies name -------------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_BODIESINSIGHT_H
#define OWNERSHIP_EXTRACT_BODIESINSIGHT_H

#include "extract/Bodies.h"
#include "extract/Shapes.h"
#include "clang/AST/DeclCXX.h"

namespace ownership {

/// What all bodies of a translation unit share: the numbers of what they name.
class BodiesInSight {
public:
  BodiesInSight(clang::ASTContext &AST, OwnershipTypes &Types,
                const RecordsInSight &Known, Extraction &Result);

  /// \p F has a body, which will be read. All must be added before the first
  /// is read, so that a virtual call finds every overrider.
  void add(const clang::FunctionDecl *F);

  clang::ASTContext &AST;
  const clang::SourceManager &SM;
  OwnershipTypes &Types;
  Shapes TheShapes;
  const RecordsInSight &Known;
  Extraction &Result;
  Summary &S;
  /// The elements of a container that is no field, and what a variable of
  /// static storage leads to.
  MemberIndex ElementMember = None;
  /// What a pointer that is passed by reference holds: a smart one, a raw one.
  MemberIndex ReferenceMember = None, RawReferenceMember = None;
  /// What a variable of static storage leads to its object by.
  MemberIndex memberOfVariable(clang::QualType T) const {
    return T->isPointerType() && TheShapes.of(T) == Shape::Pointer
               ? RawReferenceMember
               : ElementMember;
  }
  MemberIndex referenceMember(clang::QualType T) const {
    return TheShapes.isOwner(T) ? ReferenceMember : RawReferenceMember;
  }

  /// None if it lies on no cycle.
  RecordIndex recordOf(const clang::CXXRecordDecl *R) const;
  /// The record that a pointer or container leads to.
  RecordIndex recordOf(clang::QualType T) const {
    return recordOf(TheShapes.pointee(T));
  }
  StatementIndex statement(clang::SourceLocation Loc);
  MemberIndex memberOf(const clang::FieldDecl *F);
  /// Of a field that no declaration stands for: a bind's argument, the target
  /// of a callable on the heap.
  MemberIndex memberOf(RecordIndex R, unsigned Field);
  /// Null stands for all that keeps objects without a variable.
  unsigned globalOf(const clang::ValueDecl *D);
  FunctionIndex indexOf(const clang::FunctionDecl *F);
  /// Of the declaration that has the body, if there is one.
  FunctionIndex indexOfDefinition(const clang::FunctionDecl *F);
  bool isUserCode(const clang::FunctionDecl *F) const;
  /// Functions with bodies that override \p M, at any distance.
  llvm::ArrayRef<FunctionIndex> overriders(const clang::CXXMethodDecl *M) const;

private:
  bool IsSource;
  llvm::DenseMap<unsigned, StatementIndex> StatementOf;
  llvm::DenseMap<const clang::FieldDecl *, MemberIndex> MemberOf;
  llvm::DenseMap<std::pair<RecordIndex, unsigned>, MemberIndex> FieldMembers;
  llvm::DenseMap<const clang::FunctionDecl *, FunctionIndex> FunctionOf;
  llvm::DenseMap<const clang::ValueDecl *, unsigned> Globals;
  llvm::DenseMap<const clang::CXXMethodDecl *,
                 llvm::SmallVector<FunctionIndex, 2>>
      Overriders;

  MemberIndex addMember(Member M);
  bool callersInSight(const clang::FunctionDecl *F) const;
  bool isDeclaredHere(const clang::FunctionDecl *F) const;
  void addOverrider(const clang::CXXMethodDecl *M, FunctionIndex I);
};

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_BODIESINSIGHT_H
