//===- Summary.cpp - What its values say ---------------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/Summary.h"
#include "llvm/ADT/DenseSet.h"
#include <optional>
#include <tuple>

using namespace llvm;

namespace ownership {

bool operator==(const Place &L, const Place &R) {
  return std::tie(L.File, L.Line, L.Column) ==
         std::tie(R.File, R.Line, R.Column);
}

bool operator<(const Place &L, const Place &R) {
  return std::tie(L.File, L.Line, L.Column) <
         std::tie(R.File, R.Line, R.Column);
}

bool operator==(const Step &L, const Step &R) {
  return std::tie(L.Kind, L.Type, L.Part) == std::tie(R.Kind, R.Type, R.Part);
}

bool operator==(const Hop &L, const Hop &R) {
  return std::tie(L.Target, L.Kind, L.Steps, L.Weak) ==
         std::tie(R.Target, R.Kind, R.Steps, R.Weak);
}

bool isBaseOf(const Summary &S, RecordIndex Base, RecordIndex Derived) {
  SmallVector<RecordIndex, 8> Work{Derived};
  SmallDenseSet<RecordIndex, 8> Seen;
  while (!Work.empty()) {
    RecordIndex R = Work.pop_back_val();
    if (R == Base)
      return true;
    if (!Seen.insert(R).second)
      continue;
    for (const OwningField &F : S.Records[R].Fields)
      if (F.IsBase && !F.Hops.empty())
        Work.push_back(F.Hops.front().Target);
  }
  return false;
}

StringRef toString(OwnerKind K) {
  switch (K) {
  case OwnerKind::Weak:
    return "weak";
  case OwnerKind::Value:
    return "value";
  case OwnerKind::Unique:
    return "unique";
  case OwnerKind::Shared:
    return "shared";
  case OwnerKind::Callable:
    return "callable";
  }
  return "";
}

StringRef toString(FixedReason R) {
  switch (R) {
  case FixedReason::None:
    return "";
  case FixedReason::BaseClass:
    return "base class";
  case FixedReason::SystemHeader:
    return "system header";
  }
  return "";
}

} // namespace ownership
