//===- GraphTest.cpp - Components and shortest paths ----------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analyze/Graph.h"
#include "llvm/ADT/STLExtras.h"
#include "gtest/gtest.h"
#include <set>

using namespace llvm;

namespace ownership {
namespace {

Edge edge(unsigned From, unsigned To) {
  Edge E;
  E.From = From;
  E.To = To;
  return E;
}

Edge subobject(unsigned From, unsigned To) {
  Edge E = edge(From, To);
  E.IsSubobject = true;
  return E;
}

std::vector<unsigned> path(unsigned NumNodes, ArrayRef<Edge> Edges,
                           unsigned From, unsigned To,
                           std::set<unsigned> Forbidden = {}) {
  std::vector<unsigned> Path{~0u};
  bool Found = shortestPath(
      Edges, OutEdges(NumNodes, Edges), NumNodes, From, To,
      [&](unsigned E) { return !Forbidden.count(E); }, Path);
  EXPECT_TRUE(Found);
  return Path;
}

bool hasPath(unsigned NumNodes, ArrayRef<Edge> Edges, unsigned From,
             unsigned To, std::set<unsigned> Forbidden = {}) {
  std::vector<unsigned> Path;
  return shortestPath(
      Edges, OutEdges(NumNodes, Edges), NumNodes, From, To,
      [&](unsigned E) { return !Forbidden.count(E); }, Path);
}

using Path = std::vector<unsigned>;

TEST(Components, NoNodes) { EXPECT_TRUE(components(0, {}).empty()); }

TEST(Components, WithoutCyclesEachNodeIsItsOwn) {
  std::vector<unsigned> C =
      components(4, {edge(0, 1), edge(0, 2), edge(1, 3), edge(2, 3)});
  EXPECT_EQ(std::set<unsigned>(C.begin(), C.end()).size(), 4u);
}

TEST(Components, LoopStaysAlone) {
  std::vector<unsigned> C = components(2, {edge(0, 0), edge(0, 1)});
  EXPECT_NE(C[0], C[1]);
}

TEST(Components, TwoRingsAndABridge) {
  // 0 -> 1 -> 2 -> 0, bridge 2 -> 3, 3 -> 4 -> 3, and 5 apart.
  std::vector<unsigned> C = components(6, {edge(0, 1), edge(1, 2), edge(2, 0),
                                           edge(2, 3), edge(3, 4), edge(4, 3)});
  EXPECT_EQ(C[0], C[1]);
  EXPECT_EQ(C[1], C[2]);
  EXPECT_EQ(C[3], C[4]);
  EXPECT_EQ((std::set<unsigned>{C[0], C[3], C[5]}.size()), 3u);
}

TEST(Components, BridgeBackJoinsTheRings) {
  std::vector<unsigned> C = components(4, {edge(0, 1), edge(1, 0), edge(1, 2),
                                           edge(2, 3), edge(3, 2), edge(3, 0)});
  EXPECT_EQ(std::set<unsigned>(C.begin(), C.end()).size(), 1u);
}

TEST(Components, ParallelEdges) {
  std::vector<unsigned> C = components(2, {edge(0, 1), edge(0, 1), edge(1, 0)});
  EXPECT_EQ(C[0], C[1]);
}

// Recursion would need a frame for each node.
TEST(Components, DeepGraph) {
  constexpr unsigned N = 500000;
  std::vector<Edge> Edges;
  for (unsigned I = 0; I + 1 < N; ++I)
    Edges.push_back(edge(I, I + 1));
  std::vector<unsigned> Chain = components(N, Edges);
  EXPECT_EQ(std::set<unsigned>(Chain.begin(), Chain.end()).size(), N);
  Edges.push_back(edge(N - 1, 0));
  std::vector<unsigned> Ring = components(N, Edges);
  EXPECT_TRUE(all_equal(Ring));
}

TEST(OutEdges, AscendingPerNode) {
  std::vector<Edge> Edges{edge(2, 0), edge(0, 1), edge(2, 1), edge(0, 2),
                          edge(2, 2)};
  OutEdges Out(4, Edges);
  EXPECT_EQ(Out.of(0), ArrayRef<unsigned>({1, 3}));
  EXPECT_TRUE(Out.of(1).empty());
  EXPECT_EQ(Out.of(2), ArrayRef<unsigned>({0, 2, 4}));
  EXPECT_TRUE(Out.of(3).empty());
}

TEST(ShortestPath, FromANodeToItselfIsEmpty) {
  EXPECT_EQ(path(2, {edge(0, 1), edge(1, 0)}, 0, 0), Path());
}

TEST(ShortestPath, None) {
  EXPECT_FALSE(hasPath(3, {edge(0, 1), edge(2, 1)}, 0, 2));
  EXPECT_FALSE(hasPath(2, {edge(0, 1)}, 1, 0));
}

TEST(ShortestPath, FewestEdges) {
  // 0 -> 1 -> 2 -> 3 and 0 -> 4 -> 3.
  EXPECT_EQ(path(5,
                 {edge(0, 1), edge(1, 2), edge(2, 3), edge(0, 4), edge(4, 3)},
                 0, 3),
            (Path{3, 4}));
}

TEST(ShortestPath, OnlyAllowedEdges) {
  std::vector<Edge> Edges{edge(0, 2), edge(0, 1), edge(1, 2)};
  EXPECT_EQ(path(3, Edges, 0, 2), Path{0});
  EXPECT_EQ(path(3, Edges, 0, 2, {0}), (Path{1, 2}));
  EXPECT_FALSE(hasPath(3, Edges, 0, 2, {0, 2}));
}

TEST(ShortestPath, SubobjectsCostNothing) {
  // One hop against one hop and three subobjects: the subobjects are free, so
  // this is a tie; against two hops they win.
  std::vector<Edge> Edges{edge(0, 5),      edge(5, 4),      subobject(0, 1),
                          subobject(1, 2), subobject(2, 3), edge(3, 4)};
  EXPECT_EQ(path(6, Edges, 0, 4), (Path{2, 3, 4, 5}));
}

TEST(ShortestPath, SubobjectBehindALongerPathIsFoundInTime) {
  // 4 is first seen over two hops, then for nothing from 3.
  std::vector<Edge> Edges{edge(0, 1), edge(1, 4), edge(0, 3), subobject(3, 4),
                          edge(4, 5)};
  EXPECT_EQ(path(6, Edges, 0, 5), (Path{2, 3, 4}));
}

TEST(ShortestPath, LowerIndicesWinAmongEquals) {
  // 0 -> 1 -> 3 and 0 -> 2 -> 3, with the edges of either listed first.
  EXPECT_EQ(path(4, {edge(0, 1), edge(0, 2), edge(1, 3), edge(2, 3)}, 0, 3),
            (Path{0, 2}));
  EXPECT_EQ(path(4, {edge(0, 2), edge(0, 1), edge(1, 3), edge(2, 3)}, 0, 3),
            (Path{0, 3}));
  EXPECT_EQ(path(2, {edge(0, 1), edge(0, 1)}, 0, 1), Path{0});
}

// Two base classes lead to the same target: the first base wins.
TEST(ShortestPath, LowerIndicesWinAmongSubobjects) {
  EXPECT_EQ(
      path(4, {subobject(0, 1), subobject(0, 2), edge(1, 3), edge(2, 3)}, 0, 3),
      (Path{0, 2}));
}

} // namespace
} // namespace ownership
