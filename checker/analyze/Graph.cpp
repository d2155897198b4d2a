//===- Graph.cpp - Components and shortest paths --------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Records are nodes and hops are edges. Objects can keep each other alive
// exactly where their classes lie in one strongly connected component that has
// a shared edge inside: strong connection closes a walk through that edge.
//
// Components come from llvm::scc_iterator, Tarjan's algorithm with a stack of
// its own, so a ring of a million classes needs no deeper call stack than a
// pair. It starts at one node, hence the root that leads to all others.
//
//===----------------------------------------------------------------------===//

#include "analyze/Graph.h"
#include "llvm/ADT/GraphTraits.h"
#include "llvm/ADT/SCCIterator.h"
#include <algorithm>
#include <deque>
#include <limits>

using namespace llvm;

namespace ownership {
namespace {

/// The shape that GraphTraits wants: nodes that know their successors.
struct Node {
  const Node *const *SuccBegin = nullptr;
  const Node *const *SuccEnd = nullptr;
};

struct RootedGraph {
  const Node *Root = nullptr;
};

} // namespace
} // namespace ownership

template <> struct llvm::GraphTraits<ownership::RootedGraph> {
  using NodeRef = const ownership::Node *;
  using ChildIteratorType = const ownership::Node *const *;
  static NodeRef getEntryNode(const ownership::RootedGraph &G) {
    return G.Root;
  }
  static ChildIteratorType child_begin(NodeRef N) { return N->SuccBegin; }
  static ChildIteratorType child_end(NodeRef N) { return N->SuccEnd; }
};

namespace ownership {

OutEdges::OutEdges(unsigned NumNodes, ArrayRef<Edge> Edges)
    : Begin(NumNodes + 1, 0), Order(Edges.size()) {
  for (const Edge &E : Edges)
    ++Begin[E.From + 1];
  for (unsigned N = 0; N < NumNodes; ++N)
    Begin[N + 1] += Begin[N];
  std::vector<unsigned> Next(Begin.begin(), Begin.end() - 1);
  for (unsigned I = 0, E = Edges.size(); I < E; ++I)
    Order[Next[Edges[I].From]++] = I;
}

std::vector<unsigned> components(unsigned NumNodes, ArrayRef<Edge> Edges) {
  OutEdges Out(NumNodes, Edges);
  std::vector<Node> Nodes(NumNodes + 1);
  std::vector<const Node *> Successors;
  Successors.reserve(Edges.size() + NumNodes);
  for (unsigned N = 0; N < NumNodes; ++N)
    for (unsigned E : Out.of(N))
      Successors.push_back(&Nodes[Edges[E].To]);
  for (unsigned N = 0; N < NumNodes; ++N)
    Successors.push_back(&Nodes[N]);

  const Node *const *Next = Successors.data();
  for (unsigned N = 0; N < NumNodes; ++N) {
    Nodes[N].SuccBegin = Next;
    Next += Out.of(N).size();
    Nodes[N].SuccEnd = Next;
  }
  Node &Root = Nodes[NumNodes];
  Root.SuccBegin = Next;
  Root.SuccEnd = Next + NumNodes;

  std::vector<unsigned> Component(NumNodes, 0);
  unsigned Number = 0;
  RootedGraph G{&Root};
  for (auto It = scc_begin(G); !It.isAtEnd(); ++It, ++Number)
    for (const Node *N : *It)
      if (N != &Root)
        Component[N - Nodes.data()] = Number;
  return Component;
}

bool shortestPath(ArrayRef<Edge> Edges, const OutEdges &Out, unsigned NumNodes,
                  unsigned From, unsigned To,
                  function_ref<bool(unsigned)> Allowed,
                  std::vector<unsigned> &Path) {
  // Breadth first, where a subobject edge goes to the front of the queue
  // because it costs nothing.
  constexpr unsigned Far = std::numeric_limits<unsigned>::max();
  std::vector<unsigned> Distance(NumNodes, Far);
  std::vector<unsigned> Via(NumNodes, Far);
  std::vector<bool> Done(NumNodes, false);
  std::deque<unsigned> Queue{From};
  Distance[From] = 0;
  while (!Queue.empty()) {
    unsigned N = Queue.front();
    Queue.pop_front();
    if (Done[N])
      continue;
    Done[N] = true;
    if (N == To)
      break;
    unsigned Front = 0;
    for (unsigned I : Out.of(N)) {
      const Edge &E = Edges[I];
      unsigned D = Distance[N] + (E.IsSubobject ? 0 : 1);
      if (D >= Distance[E.To] || !Allowed(I))
        continue;
      Distance[E.To] = D;
      Via[E.To] = I;
      // Before what was in the queue, behind its own kind.
      if (E.IsSubobject)
        Queue.insert(Queue.begin() + Front++, E.To);
      else
        Queue.push_back(E.To);
    }
  }
  if (Distance[To] == Far)
    return false;
  Path.clear();
  for (unsigned N = To; N != From; N = Edges[Via[N]].From)
    Path.push_back(Via[N]);
  std::reverse(Path.begin(), Path.end());
  return true;
}

} // namespace ownership
