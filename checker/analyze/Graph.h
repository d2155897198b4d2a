//===- Graph.h - What keeps what alive, as a graph --------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_ANALYZE_GRAPH_H
#define OWNERSHIP_ANALYZE_GRAPH_H

#include "model/Summary.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <vector>

namespace ownership {

/// One hop, as an edge between the nodes 0..N-1 of a graph.
struct Edge {
  unsigned From = 0;
  unsigned To = 0;
  RecordIndex Holder = 0;
  unsigned Field = 0;
  unsigned Hop = 0;
  bool IsShared = false;
  /// The user has accepted the hop, or it is weak: it lies on no cycle, but
  /// tells what its counterparts are for.
  bool IsAccepted = false;
  /// The target is a base class subobject of the holder: the same object, so
  /// the edge costs nothing on a path and never shows in a cycle's text.
  bool IsSubobject = false;
};

/// Numbers the strongly connected components of a graph of \p NumNodes nodes:
/// the result maps each node to its component. Linear, and without recursion.
std::vector<unsigned> components(unsigned NumNodes, llvm::ArrayRef<Edge> Edges);

/// The edges of \p Edges that leave each node, as indices in ascending order.
class OutEdges {
public:
  OutEdges(unsigned NumNodes, llvm::ArrayRef<Edge> Edges);
  llvm::ArrayRef<unsigned> of(unsigned Node) const {
    return llvm::ArrayRef<unsigned>(Order).slice(Begin[Node],
                                                 Begin[Node + 1] - Begin[Node]);
  }

private:
  std::vector<unsigned> Begin;
  std::vector<unsigned> Order;
};

/// A path from \p From to \p To with the fewest edges that are not
/// subobjects, as indices into \p Edges, and true; or false if there is none.
/// Only edges that \p Allowed accepts are walked. Among equally short paths
/// the one with the lower indices wins.
bool shortestPath(llvm::ArrayRef<Edge> Edges, const OutEdges &Out,
                  unsigned NumNodes, unsigned From, unsigned To,
                  llvm::function_ref<bool(unsigned)> Allowed,
                  std::vector<unsigned> &Path);

} // namespace ownership

#endif // OWNERSHIP_ANALYZE_GRAPH_H
