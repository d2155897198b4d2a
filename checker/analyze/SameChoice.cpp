//===- SameChoice.cpp - What every file would choose ----------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analyze/SameChoice.h"
#include "analyze/FieldDirection.h"

using namespace llvm;

namespace ownership {

/// The lower, the more the field leads back.
static unsigned rank(const Summary &S, const WitnessHop &W) {
  const OwningField &Field = S.field(W.Holder, W.Field);
  switch (directionOf(Field, Field.Hops[W.Hop])) {
  case FieldDirection::Up:
    return 0;
  case FieldDirection::Unknown:
    return 1;
  case FieldDirection::Down:
    return 2;
  }
  llvm_unreachable("all directions are listed");
}

std::optional<FieldRef> findRival(const Summary &S, const Finding &F) {
  PatternField Chosen(S, F.Field.Record, F.Field.Field);
  for (const Witness &Cycle : F.Cycles)
    // The finding's field is the first hop of its cycles.
    for (const WitnessHop &W : Cycle) {
      const OwningField &Field = S.field(W.Holder, W.Field);
      const Hop &H = Field.Hops[W.Hop];
      if (H.Kind == OwnerKind::Shared && Field.canBeWeak(H) &&
          rank(S, W) <= rank(S, Cycle.front()) &&
          !(PatternField(S, W.Holder, W.Field) == Chosen))
        return FieldRef{W.Holder, W.Field};
    }
  return std::nullopt;
}

} // namespace ownership
