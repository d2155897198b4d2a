//===- Bodies.h - From function bodies to instructions ----------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_BODIES_H
#define OWNERSHIP_EXTRACT_BODIES_H

#include "extract/Extract.h"
#include "extract/OwnershipTypes.h"
#include "llvm/ADT/DenseMap.h"

namespace clang {
class ASTContext;
class CXXRecordDecl;
class FieldDecl;
class FunctionDecl;
} // namespace clang

namespace ownership {

/// What the reader of types found, by declaration. Records that lie on no cycle
/// are not there.
struct RecordsInSight {
  llvm::DenseMap<const clang::CXXRecordDecl *, RecordIndex> Records;
  llvm::DenseMap<const clang::FieldDecl *, std::pair<RecordIndex, unsigned>>
      Fields;
};

/// Reads \p Functions (each with a body, none dependent) into
/// Result.S.Functions, in this order, together with what they call. Adds a
/// record for each bind object. In time linear in the length of the bodies.
void readBodies(clang::ASTContext &AST, OwnershipTypes &Types,
                llvm::ArrayRef<const clang::FunctionDecl *> Functions,
                const RecordsInSight &Known, Extraction &Result);

/// The translation unit's main file is no header: what it defines is in
/// sight of no other one.
bool mainFileIsSource(const clang::ASTContext &AST);

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_BODIES_H
