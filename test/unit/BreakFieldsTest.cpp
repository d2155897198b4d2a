//===- BreakFieldsTest.cpp - Which fields should be weak ------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analyze/BreakFields.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"
#include <set>

using namespace llvm;

namespace ownership {
namespace {

using Names = std::vector<std::string>;

/// A graph that is built field by field. Fields are declared on one line after
/// the other, in the order in which they are added.
class Graph {
public:
  Summary S;
  Component C;

  explicit Graph(unsigned NumRecords) {
    for (unsigned I = 0; I < NumRecords; ++I) {
      Record R;
      R.Id = R.Name = R.Pattern = R.QualifiedName = "R" + std::to_string(I);
      R.Complete = true;
      S.Records.push_back(std::move(R));
      C.Nodes.push_back(I);
    }
  }

  OwningField &add(RecordIndex From, StringRef Name, RecordIndex To,
                   OwnerKind Kind = OwnerKind::Shared) {
    Hop H;
    H.Target = To;
    H.Kind = Kind;
    H.Weak = Kind == OwnerKind::Shared ? "std::weak_ptr" : "";
    OwningField F;
    F.Name = Name.str();
    F.Where = {"a.h", ++Line, 1};
    F.Hops.push_back(std::move(H));
    S.Records[From].Fields.push_back(std::move(F));
    Edge E;
    E.From = E.Holder = From;
    E.To = To;
    E.Field = S.Records[From].Fields.size() - 1;
    E.IsShared = Kind == OwnerKind::Shared;
    C.Edges.push_back(E);
    return S.Records[From].Fields.back();
  }

  OwningField &addContainer(RecordIndex From, StringRef Name, RecordIndex To) {
    OwningField &F = add(From, Name, To);
    F.Hops[0].Steps = {{Step::Container, "vector", "element"},
                       {Step::Shared, "shared_ptr", ""}};
    return F;
  }

  /// The names of the chosen fields, sorted.
  Names choose(unsigned Limit = 100, bool ExpectComplete = true) {
    bool Complete = !ExpectComplete;
    C.finish();
    std::vector<BreakField> Chosen = chooseBreakFields(S, C, Limit, Complete);
    EXPECT_EQ(Complete, ExpectComplete);
    EXPECT_LE(Chosen.size(), Limit);
    Names Result;
    for (const BreakField &B : Chosen) {
      EXPECT_FALSE(B.Edges.empty());
      std::set<std::string> Name;
      for (unsigned E : B.Edges)
        Name.insert(S.field(C.Edges[E].Holder, C.Edges[E].Field).Name);
      EXPECT_EQ(Name.size(), 1u);
      Result.push_back(*Name.begin());
    }
    sort(Result);
    return Result;
  }

  /// A cycle with a shared hop is left when the fields of \p Weak are weak.
  bool hasCycleWithout(const Names &Weak) const {
    std::vector<Edge> Left;
    for (const auto &[I, E] : enumerate(C.Edges))
      if (E.From != E.To &&
          !is_contained(Weak, S.field(E.Holder, E.Field).Name))
        Left.push_back(E);
    std::vector<unsigned> Comp = components(C.Nodes.size(), Left);
    return any_of(Left, [&](const Edge &E) {
      return E.IsShared && Comp[E.From] == Comp[E.To];
    });
  }

private:
  unsigned Line = 0;
};

TEST(CanBeWeak, NeedsACounterpartAndADeclarationOfOnesOwn) {
  Graph G(2);
  G.add(0, "shared", 1);
  G.add(0, "unique", 1, OwnerKind::Unique);
  G.add(0, "noWeak", 1).Hops[0].Weak = "";
  G.add(0, "system", 1).Fixed = FixedReason::SystemHeader;
  G.add(0, "base", 1).Fixed = FixedReason::BaseClass;
  std::vector<bool> Expected{true, false, false, false, false};
  for (unsigned I = 0; I < Expected.size(); ++I)
    EXPECT_EQ(canBeWeak(G.S, G.C.Edges[I]), Expected[I]) << I;
}

TEST(PatternField, OneDeclarationInManyInstantiations) {
  Graph G(3);
  G.add(0, "f", 1).Where = {"a.h", 7, 3};
  G.add(1, "f", 0).Where = {"a.h", 7, 3};
  G.add(2, "f", 0).Where = {"a.h", 7, 3};
  G.S.Records[0].QualifiedName = G.S.Records[1].QualifiedName = "ns::P";
  PatternField A(G.S, G.C.Edges[0]), B(G.S, G.C.Edges[1]), C(G.S, G.C.Edges[2]);
  EXPECT_TRUE(A == B);
  EXPECT_FALSE(A < B || B < A);
  EXPECT_FALSE(A == C);
  EXPECT_TRUE(A < C || C < A);
}

TEST(PatternField, LaterPlacesOfAFileComeFirst) {
  Graph G(1);
  std::vector<Place> Ascending{
      {"a.h", 9, 1}, {"a.h", 2, 8}, {"a.h", 2, 3}, {"b.h", 9, 1}};
  for (const Place &P : Ascending)
    G.add(0, "f", 0).Where = P;
  for (unsigned I = 0; I < Ascending.size(); ++I)
    for (unsigned J = 0; J < Ascending.size(); ++J)
      EXPECT_EQ(PatternField(G.S, G.C.Edges[I]) <
                    PatternField(G.S, G.C.Edges[J]),
                I < J);
}

TEST(ChooseBreakFields, LaterDeclarationOfTwoEquals) {
  Graph G(2);
  G.add(0, "first_", 1).Name = "a";
  G.add(1, "b", 0);
  EXPECT_EQ(G.choose(), Names{"b"});

  Graph Turned(2);
  Turned.add(1, "b", 0);
  Turned.add(0, "a", 1);
  EXPECT_EQ(Turned.choose(), Names{"a"});
}

TEST(ChooseBreakFields, OnlySharedFields) {
  Graph G(3);
  G.add(0, "a", 1, OwnerKind::Unique);
  G.add(1, "b", 2);
  G.add(2, "c", 0, OwnerKind::Value);
  EXPECT_EQ(G.choose(), Names{"b"});
}

TEST(ChooseBreakFields, CyclesWithoutASharedHopMayStay) {
  Graph G(2);
  G.add(0, "a", 1, OwnerKind::Unique);
  G.add(1, "b", 0, OwnerKind::Unique);
  EXPECT_EQ(G.choose(), Names());
}

TEST(ChooseBreakFields, LoneLoopsAreNoCycle) {
  Graph G(2);
  G.add(0, "own", 0);
  G.add(0, "a", 1);
  G.add(1, "b", 0);
  EXPECT_EQ(G.choose(), Names{"b"});
}

TEST(ChooseBreakFields, ContainerStays) {
  Graph G(2);
  G.add(0, "x", 1);
  G.addContainer(1, "y", 0);
  EXPECT_EQ(G.choose(), Names{"x"});
}

TEST(ChooseBreakFields, ContainerCostsMoreThanTwoSinglePointers) {
  // 0 holds many of 1, which leads back to 0 over 2 and over 3.
  Graph G(4);
  G.add(1, "x", 2);
  G.add(2, "x0", 0, OwnerKind::Unique);
  G.add(1, "y", 3);
  G.add(3, "y0", 0, OwnerKind::Unique);
  G.addContainer(0, "many", 1);
  EXPECT_EQ(G.choose(), (Names{"x", "y"}));
}

TEST(ChooseBreakFields, TwoWaysBackAgainstAContainer) {
  Graph G(2);
  G.add(0, "parent", 1);
  G.add(0, "owner", 1);
  G.addContainer(1, "parts", 0);
  EXPECT_EQ(G.choose(), (Names{"owner", "parent"}));
}

TEST(ChooseBreakFields, WayBackAgainstAContainerRatherThanAPeer) {
  // 0 holds many of 1; back it goes 1 -> 0, and 1 -> 2 -> 0 by peers.
  Graph G(3);
  G.addContainer(0, "many", 1);
  G.add(1, "whole", 0);
  EXPECT_EQ(G.choose(), Names{"whole"});

  // One cycle: the peer is declared later, and yet the way back goes.
  Graph Ring(3);
  Ring.addContainer(0, "many", 1);
  Ring.addContainer(1, "parts", 2).Hops[0].Kind = OwnerKind::Unique;
  Ring.C.Edges.back().IsShared = false;
  Ring.add(2, "back2", 1, OwnerKind::Value);
  Ring.add(1, "whole", 0);
  Ring.add(2, "peer", 0);
  EXPECT_EQ(Ring.choose(), (Names{"peer", "whole"}));
}

TEST(ChooseBreakFields, NameTipsTheScales) {
  Graph Up(2);
  Up.add(0, "parent", 1);
  Up.add(1, "b", 0);
  EXPECT_EQ(Up.choose(), Names{"parent"});

  Graph Down(2);
  Down.add(0, "a", 1);
  Down.add(1, "child", 0);
  EXPECT_EQ(Down.choose(), Names{"a"});
}

TEST(ChooseBreakFields, NameDoesNotOutweighAContainer) {
  Graph G(2);
  G.add(0, "next", 1);
  G.addContainer(1, "parents", 0);
  EXPECT_EQ(G.choose(), Names{"next"});
}

TEST(ChooseBreakFields, FieldThatCannotBeWeakIsTheLastResort) {
  // Each of three containers goes rather than the one field without a weak
  // counterpart that lies on all three cycles.
  Graph G(5);
  G.add(0, "x", 1).Hops[0].Weak = "";
  for (unsigned I = 0; I < 3; ++I) {
    G.addContainer(1, "many" + std::to_string(I), 2 + I);
    G.add(2 + I, "back" + std::to_string(I), 0, OwnerKind::Unique);
  }
  EXPECT_EQ(G.choose(), (Names{"many0", "many1", "many2"}));
  // It is told of for a cycle that has nothing else, and only for that.
  G.add(1, "direct", 0, OwnerKind::Unique);
  EXPECT_EQ(G.choose(), (Names{"many0", "many1", "many2", "x"}));
  EXPECT_EQ(G.choose(3, /*ExpectComplete=*/false),
            (Names{"many0", "many1", "many2"}));
}

TEST(ChooseBreakFields, ReasonsAgainstAField) {
  for (FixedReason Reason :
       {FixedReason::BaseClass, FixedReason::SystemHeader}) {
    Graph G(2);
    G.addContainer(0, "children", 1);
    G.add(1, "parent", 0).Fixed = Reason;
    EXPECT_EQ(G.choose(), Names{"children"});
  }
}

TEST(ChooseBreakFields, FieldOfTwoCyclesRatherThanOneOfEach) {
  Graph G(3);
  G.add(0, "common", 1);
  G.add(1, "b", 0);
  G.add(1, "c", 2);
  G.add(2, "d", 0);
  EXPECT_EQ(G.choose(), Names{"common"});
}

TEST(ChooseBreakFields, InstantiationsGoTogether) {
  // 0 and 1 are instantiations of one pattern, on a cycle of their own each;
  // weakening the pattern's field is one change.
  Graph G(4);
  G.add(0, "f", 2).Where = {"a.h", 99, 1};
  G.add(1, "f", 3).Where = {"a.h", 99, 1};
  G.S.Records[0].QualifiedName = G.S.Records[1].QualifiedName = "P";
  G.add(2, "x", 0);
  G.add(3, "y", 1);
  G.add(2, "z", 1, OwnerKind::Unique);
  G.add(3, "w", 0, OwnerKind::Unique);
  G.C.finish();
  bool Complete = false;
  std::vector<BreakField> Chosen = chooseBreakFields(G.S, G.C, 8, Complete);
  EXPECT_TRUE(Complete);
  ASSERT_EQ(Chosen.size(), 1u);
  EXPECT_EQ(Chosen[0].Edges, (std::vector<unsigned>{0, 1}));
}

TEST(ChooseBreakFields, CheapestSetOfSmallComponents) {
  // A ring of six with chords: compared with all subsets.
  Graph G(6);
  for (unsigned I = 0; I < 6; ++I)
    G.add(I, "f" + std::to_string(I), (I + 1) % 6);
  for (unsigned I = 0; I < 6; ++I)
    G.add(I, "g" + std::to_string(I), (I + 2) % 6);
  Names Chosen = G.choose();
  EXPECT_FALSE(G.hasCycleWithout(Chosen));
  size_t Fewest = 12;
  for (unsigned Set = 0; Set < (1u << 12); ++Set) {
    Names Weak;
    for (unsigned I = 0; I < 12; ++I)
      if (Set & (1u << I))
        Weak.push_back((I < 6 ? "f" : "g") + std::to_string(I % 6));
    if (Weak.size() < Fewest && !G.hasCycleWithout(Weak))
      Fewest = Weak.size();
  }
  EXPECT_EQ(Chosen.size(), Fewest);
}

TEST(ChooseBreakFields, MinimalSetOfLargeComponents) {
  // Eight classes that each hold all others: 56 fields.
  Graph G(8);
  for (unsigned I = 0; I < 8; ++I)
    for (unsigned J = 0; J < 8; ++J)
      if (I != J)
        G.add(I, "f" + std::to_string(I) + "_" + std::to_string(J), J);
  Names Chosen = G.choose();
  EXPECT_FALSE(G.hasCycleWithout(Chosen));
  for (size_t I = 0; I < Chosen.size(); ++I) {
    Names Fewer = Chosen;
    Fewer.erase(Fewer.begin() + I);
    EXPECT_TRUE(G.hasCycleWithout(Fewer)) << Chosen[I];
  }
}

TEST(ChooseBreakFields, SuperfluousFieldsOfLargeComponentsAreDropped) {
  // Twenty ways around one container of the first class. `x` alone, which no
  // way can miss, is dearer than each of the others, so greed takes those
  // first; they make it superfluous or it makes them so, never both.
  Graph G(22);
  G.add(0, "next", 1);
  for (unsigned I = 0; I < 20; ++I) {
    G.add(1, "a" + std::to_string(I), 2 + I);
    G.add(2 + I, "b" + std::to_string(I), 0, OwnerKind::Unique);
  }
  Names Chosen = G.choose();
  EXPECT_FALSE(G.hasCycleWithout(Chosen));
  EXPECT_EQ(is_contained(Chosen, "next"), Chosen.size() == 1);
  EXPECT_TRUE(Chosen.size() == 1 || Chosen.size() == 20);
}

TEST(ChooseBreakFields, LimitCutsTheSetShort) {
  // Five pairs around one class.
  Graph G(6);
  for (unsigned I = 1; I < 6; ++I) {
    G.add(0, "to" + std::to_string(I), I);
    G.add(I, "from" + std::to_string(I), 0);
  }
  EXPECT_EQ(G.choose(5).size(), 5u);
  EXPECT_EQ(G.choose(4, /*ExpectComplete=*/false).size(), 4u);
  EXPECT_EQ(G.choose(1, /*ExpectComplete=*/false).size(), 1u);
}

TEST(ChooseBreakFields, LimitCutsLargeComponentsShort) {
  Graph G(21);
  for (unsigned I = 1; I < 21; ++I) {
    G.add(0, "to" + std::to_string(I), I);
    G.add(I, "from" + std::to_string(I), 0);
  }
  EXPECT_EQ(G.choose(20).size(), 20u);
  EXPECT_EQ(G.choose(8, /*ExpectComplete=*/false).size(), 8u);
}

TEST(ChooseBreakFields, CheapestComeFirstWhereTheSetIsCutShort) {
  Graph G(4);
  for (unsigned I = 1; I < 4; ++I) {
    G.addContainer(0, "to" + std::to_string(I), I);
    G.add(I, I == 2 ? "parent" : "from" + std::to_string(I), 0);
  }
  EXPECT_EQ(G.choose(1, /*ExpectComplete=*/false), Names{"parent"});
}

} // namespace
} // namespace ownership
