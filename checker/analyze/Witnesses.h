//===- Witnesses.h - Orders and names of cycles --------------- -*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_ANALYZE_WITNESSES_H
#define OWNERSHIP_ANALYZE_WITNESSES_H

#include "analyze/Verdicts.h"
#include "model/Summary.h"
#include <array>
#include <vector>

namespace ownership {

/// The field that \p H goes through can be made weak.
bool canBeWeak(const Summary &S, const WitnessHop &H);

/// An order of cycles that depends on names alone, not on who was read first.
bool precedes(const Summary &S, const Witness &L, const Witness &R);

/// The cycle's hops (holder, field, hop) from its least one on, the same for
/// each rotation.
std::vector<std::array<unsigned, 3>> rotationless(const Witness &W);

} // namespace ownership

#endif // OWNERSHIP_ANALYZE_WITNESSES_H
