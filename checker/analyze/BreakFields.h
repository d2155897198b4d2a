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
#include "llvm/ADT/SmallVector.h"
#include <memory>
#include <string>
#include <vector>

namespace ownership {

/// What makes two fields the same declaration in the source: instantiations of
/// one pattern share it, so weakening one weakens all.
struct PatternField {
  Place Where;
  std::string Name;

  PatternField(const Summary &S, RecordIndex R, unsigned Field);
  PatternField(const Summary &S, const Edge &E)
      : PatternField(S, E.Holder, E.Field) {}
  friend bool operator<(const PatternField &L, const PatternField &R);
  friend bool operator==(const PatternField &L, const PatternField &R);
};

/// One strongly connected component, with nodes and edges of its own.
class Component {
public:
  /// Record of each node, ascending by id.
  std::vector<RecordIndex> Nodes;
  /// Hops between the nodes, in an order that does not depend on the
  /// translation unit: by holder's id, then by place, name and target.
  std::vector<Edge> Edges;

  /// Call once when Nodes and Edges are complete.
  void finish();

  /// The path of subobject edges from \p Derived to its subobject \p Base,
  /// which may be itself. Looks at base classes only, so it is cheap in a
  /// component of any size.
  bool subobjectPath(unsigned Derived, unsigned Base,
                     std::vector<unsigned> &Path) const;

  /// The edge's target is the holder itself, or a class derived from it: an
  /// object can hold its own kind through this one field.
  bool isLoneLoop(unsigned E) const { return LoneLoops[E]; }

  /// Per edge: it lies on a cycle of two fields or more among the edges of
  /// \p IsThere.
  std::vector<bool> onCycles(const std::vector<bool> &IsThere) const;

  /// A shortest closed walk of two fields or more that starts with edge
  /// \p Start and goes on along edges that \p Allowed accepts. False if there
  /// is none.
  bool shortestCycle(unsigned Start, llvm::function_ref<bool(unsigned)> Allowed,
                     std::vector<unsigned> &Walk) const;

private:
  std::vector<bool> LoneLoops;
  std::vector<llvm::SmallVector<unsigned, 1>> SubobjectEdges;
  std::unique_ptr<OutEdges> Out;

  bool leadsToItself(unsigned Start, unsigned E) const;
};

/// A field to break and the edges of the component that go when it does.
struct BreakField {
  std::vector<unsigned> Edges;
};

/// The fields of \p C whose weakening leaves no cycle with a shared hop, apart
/// from lone loops: a cheapest set for small components, a minimal one for
/// large, and at most \p Limit. Sets \p Complete to whether no cycle remains.
std::vector<BreakField> chooseBreakFields(const Summary &S, const Component &C,
                                          unsigned Limit, bool &Complete);

/// The field's own declaration can become weak.
bool canBeWeak(const Summary &S, const Edge &E);

} // namespace ownership

#endif // OWNERSHIP_ANALYZE_BREAKFIELDS_H
