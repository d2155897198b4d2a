//===- BodyState.h - What is known while a body is read ---------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_BODYSTATE_H
#define OWNERSHIP_EXTRACT_BODYSTATE_H

#include "extract/LocalVariables.h"
#include "extract/Walks.h"

namespace ownership {

/// What the readers of one body's statements and expressions share, each part
/// resting on those before it.
struct BodyState {
  BodyState(BodiesInSight &P, Function &F) : P(P), Out(P, F) {}
  BodyState(const BodyState &) = delete;

  BodiesInSight &P;
  BodyWriter Out;
  Bindings Vars;
  ElementKeys Keys{Vars};
  EmptyPlaces Empty{Out};
  ObjectAccess Access{P, Out, Vars, Keys, Empty};
  LocalVariables Locals{P, Out, Vars, Access};
  Sweeps Sweeping;
  Walks Walking;
};

/// The same, for one of the readers.
class BodyPart {
protected:
  explicit BodyPart(BodyState &S)
      : P(S.P), Out(S.Out), Vars(S.Vars), Keys(S.Keys), Empty(S.Empty),
        Access(S.Access), Locals(S.Locals), Sweeping(S.Sweeping),
        Walking(S.Walking) {}

  BodiesInSight &P;
  BodyWriter &Out;
  Bindings &Vars;
  ElementKeys &Keys;
  EmptyPlaces &Empty;
  ObjectAccess &Access;
  LocalVariables &Locals;
  Sweeps &Sweeping;
  Walks &Walking;
};

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_BODYSTATE_H
