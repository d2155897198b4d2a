//===- CollectRecords.h - Which classes own which ---------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_COLLECTRECORDS_H
#define OWNERSHIP_EXTRACT_COLLECTRECORDS_H

#include "extract/OwnershipTypes.h"
#include "model/Summary.h"
#include "llvm/ADT/SmallVector.h"
#include <vector>

namespace clang {
class ASTContext;
class CXXBaseSpecifier;
class CXXRecordDecl;
class FieldDecl;
class FunctionDecl;
} // namespace clang

namespace ownership {

/// A hop of the summary, before it is known which records stay.
struct RawHop {
  unsigned Target = 0;
  OwnerKind Kind = OwnerKind::Value;
  llvm::SmallVector<Step, 2> Steps;
  llvm::StringRef Weak;
};

struct RawField {
  /// The member, or else the base class, or else the target of a callable that
  /// lives on the heap.
  const clang::FieldDecl *Decl = nullptr;
  const clang::CXXBaseSpecifier *Base = nullptr;
  bool IsOpen = false;
  llvm::StringRef OpenWeak;
  llvm::SmallVector<Step, 2> OpenSteps;
  llvm::SmallVector<RawHop, 1> Hops;
};

struct RawRecord {
  /// The definition, or, where there is none, the canonical declaration.
  const clang::CXXRecordDecl *Decl = nullptr;
  std::vector<RawField> Fields;
  bool IsPeeled = false;
};

/// What a translation unit declares, as pointers into its AST.
struct Declared {
  /// Hops lead to their places in this list.
  std::vector<RawRecord> Records;
  /// Each with a body, none dependent.
  std::vector<const clang::FunctionDecl *> Functions;
};

/// Every class that is declared outside system headers, and the classes that
/// these lead to; and every function that has a body. \p Types must outlive the
/// result.
Declared collectRecords(clang::ASTContext &AST, OwnershipTypes &Types);

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_COLLECTRECORDS_H
