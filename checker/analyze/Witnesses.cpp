//===- Witnesses.cpp - Orders and names of cycles -------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analyze/Witnesses.h"
#include <algorithm>
#include <tuple>

namespace ownership {

bool canBeWeak(const Summary &S, const WitnessHop &H) {
  const OwningField &Field = S.field(H.Holder, H.Field);
  return Field.canBeWeak(Field.Hops[H.Hop]);
}

bool precedes(const Summary &S, const Witness &L, const Witness &R) {
  auto Less = [&](const WitnessHop &A, const WitnessHop &B) {
    const OwningField &FA = S.field(A.Holder, A.Field);
    const OwningField &FB = S.field(B.Holder, B.Field);
    return std::tie(S.Records[A.Object].Id, S.Records[A.Holder].Id, FA.Where,
                    FA.Name, A.Hop) < std::tie(S.Records[B.Object].Id,
                                               S.Records[B.Holder].Id, FB.Where,
                                               FB.Name, B.Hop);
  };
  return std::lexicographical_compare(L.begin(), L.end(), R.begin(), R.end(),
                                      Less);
}

std::vector<std::array<unsigned, 3>> rotationless(const Witness &W) {
  std::vector<std::array<unsigned, 3>> Hops;
  for (const WitnessHop &H : W)
    Hops.push_back({H.Holder, H.Field, H.Hop});
  std::rotate(Hops.begin(), std::min_element(Hops.begin(), Hops.end()),
              Hops.end());
  return Hops;
}

} // namespace ownership
