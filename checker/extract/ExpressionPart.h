//===- ExpressionPart.h - A reader of particular expressions ----*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_EXPRESSIONPART_H
#define OWNERSHIP_EXTRACT_EXPRESSIONPART_H

#include "extract/BodyState.h"

namespace ownership {

class ExpressionReader;
using Arguments = llvm::ArrayRef<const clang::Expr *>;
using Arguments = llvm::ArrayRef<const clang::Expr *>;

/// What reads one kind of expression, and all others by the reader that it is
/// part of.
class ExpressionPart : protected BodyPart {
public:
  ExpressionPart(BodyState &S, ExpressionReader &Exprs)
      : BodyPart(S), Exprs(Exprs) {}

protected:
  ExpressionReader &Exprs;
};

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_EXPRESSIONPART_H
