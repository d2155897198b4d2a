//===- BreakFields.h - Which fields should be weak --------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_ANALYZE_BREAKFIELDS_H
#define OWNERSHIP_ANALYZE_BREAKFIELDS_H

#include "analyze/Graph.h"
#include "model/Summary.h"
#include <string>
#include <vector>

namespace ownership {

/// What makes two fields the same declaration in the source: instantiations of
/// one pattern share it, so weakening one weakens all.
struct PatternField {
  Place Where;
  std::string Name;

  PatternField(const Summary &S, const Edge &E);
  friend bool operator<(const PatternField &L, const PatternField &R);
  friend bool operator==(const PatternField &L, const PatternField &R);
};

/// One strongly connected component, with nodes and edges of its own.
struct Component {
  /// Record of each node, ascending by id.
  std::vector<RecordIndex> Nodes;
  /// Hops between the nodes, in an order that does not depend on the
  /// translation unit: by holder's id, then by place, name and target.
  std::vector<Edge> Edges;
  /// Per edge: a lone loop, whose target is the holder itself or a class derived
  /// from it.
  std::vector<bool> IsLoneLoop;
};

/// A field to break and the edges of the component that go when it does.
struct BreakField {
  std::vector<unsigned> Edges;
};

/// The fields of \p C whose weakening leaves no cycle with a shared hop, apart
/// from lone loops: a cheapest set for small components, a minimal one for
/// large, and at most \p Limit. Sets \p Complete to whether cycles remain.
std::vector<BreakField> chooseBreakFields(const Summary &S, const Component &C,
                                          unsigned Limit, bool &Complete);

/// The field's own declaration can become weak.
bool canBeWeak(const Summary &S, const Edge &E);

} // namespace ownership

#endif // OWNERSHIP_ANALYZE_BREAKFIELDS_H
