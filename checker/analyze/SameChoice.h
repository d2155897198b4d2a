//===- SameChoice.h - What every file would choose --------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Which field of a cycle should be weak is read from the stores in sight, and
// each translation unit sees others. If one of them weakens one field of a pair
// in a header, and the next one the other field, nothing keeps the objects any
// more. So where a field's class is shared by files, it is the declarations,
// which all of them see, that must single it out.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_ANALYZE_SAMECHOICE_H
#define OWNERSHIP_ANALYZE_SAMECHOICE_H

#include "analyze/Cycles.h"
#include <optional>

namespace ownership {

/// A field of the finding's cycles that could be weak too and leads back as
/// much as the finding's own, going by names and containers. Nothing if there
/// is none: then whoever offers a fix for one of these cycles offers this one.
std::optional<FieldRef> findRival(const Summary &S, const Finding &F);

} // namespace ownership

#endif // OWNERSHIP_ANALYZE_SAMECHOICE_H
