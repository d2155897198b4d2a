//===- FieldDirection.h - Does a field lead to the part or back -*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Where two hops run in opposite directions, one of them owns and the other
// leads back. Names say little (of 52 fields named `parent` in public code, 8
// were weakened), so they only order candidates and pair a class's self-typed
// fields: they never make a finding.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_ANALYZE_FIELDDIRECTION_H
#define OWNERSHIP_ANALYZE_FIELDDIRECTION_H

#include "model/Summary.h"

namespace ownership {

enum class FieldDirection {
  /// To parts and successors: `children_`, `next`, any container.
  Down,
  Unknown,
  /// Back to the whole, to predecessors, to who listens: `parent_`, `m_prev`.
  Up
};

/// What a field's name says, word by word: `m_parentNode`, `parent_node_` and
/// `pParent` all lead up.
FieldDirection directionOfName(llvm::StringRef FieldName);

/// What the name says, or, where it is silent, the shape: a container leads
/// down.
FieldDirection directionOf(const OwningField &F, const Hop &H);

/// The hop goes through a container that may hold many.
bool isContainer(const Hop &H);

} // namespace ownership

#endif // OWNERSHIP_ANALYZE_FIELDDIRECTION_H
