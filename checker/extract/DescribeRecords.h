//===- DescribeRecords.h - What a summary says of classes -------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_DESCRIBERECORDS_H
#define OWNERSHIP_EXTRACT_DESCRIBERECORDS_H

#include "extract/Bodies.h"
#include "extract/CollectRecords.h"

namespace ownership {

/// Describes the \p Records that are not peeled, in their order: names, places,
/// NOLINT comments, and the hops that lead to such. \p Known tells afterwards
/// where each stands in the summary.
Extraction describeRecords(clang::ASTContext &AST, llvm::StringRef CheckName,
                           llvm::ArrayRef<RawRecord> Records,
                           RecordsInSight &Known);

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_DESCRIBERECORDS_H
