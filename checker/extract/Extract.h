//===- Extract.h - From an AST to a summary ---------------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_EXTRACT_H
#define OWNERSHIP_EXTRACT_EXTRACT_H

#include "extract/OwnershipTypes.h"
#include "model/Summary.h"
#include "clang/Basic/SourceLocation.h"
#include <vector>

namespace clang {
class ASTContext;
class FieldDecl;
class FunctionDecl;
} // namespace clang

namespace ownership {

/// Where an owning field of the summary stands in the AST it came from.
struct FieldAnchor {
  /// Null for a base class.
  const clang::FieldDecl *Decl = nullptr;
  /// The field's name, the lambda's capture or the base specifier.
  clang::SourceLocation Where;
};

/// A summary and the way back to the AST.
struct Extraction {
  Summary S;
  /// Parallel to S.Records[].Fields[].
  std::vector<std::vector<FieldAnchor>> Anchors;
  /// Parallel to S.Functions.
  std::vector<const clang::FunctionDecl *> Functions;
  /// By StatementIndex.
  std::vector<clang::SourceLocation> Statements;

  const FieldAnchor &anchor(RecordIndex R, unsigned Field) const {
    return Anchors[R][Field];
  }
};

enum class ExtractFor {
  /// To be analysed alone: records that cannot lie on a cycle with what this
  /// translation unit defines are left out.
  OneTranslationUnit,
  /// To be linked with others, which may complete a class that this one only
  /// declares.
  Linking
};

/// Reads from \p AST which records own which, and, only if some of them may lie
/// on a cycle, what the functions do to them. Skips what system headers declare
/// unless the user's classes lead there. Invalid and incomplete declarations
/// are passed over, one by one. \p CheckName is what a NOLINT must name to
/// suppress a field.
Extraction extract(clang::ASTContext &AST, OwnershipTypes &Types,
                   ExtractFor Purpose, llvm::StringRef CheckName);

/// Fills in the ids and names of the functions, which messages and links need:
/// names as people write them, `Class::function`.
void nameFunctions(Extraction &Result);

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_EXTRACT_H
