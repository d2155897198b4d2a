//===- TypeCycles.h - What types alone say of cycles ---------- -*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_ANALYZE_TYPECYCLES_H
#define OWNERSHIP_ANALYZE_TYPECYCLES_H

#include "analyze/BreakFields.h"
#include "analyze/Cycles.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <vector>

namespace ownership {

/// The findings of one component: fields to break, each with its witnesses, and
/// at most MaxFindingsPerComponent. \p LevelOf judges a witness from types
/// alone.
std::vector<Finding>
findTypeCycles(const Summary &S, const Component &C,
               llvm::function_ref<Verdict(const Witness &)> LevelOf);

} // namespace ownership

#endif // OWNERSHIP_ANALYZE_TYPECYCLES_H
