//===- FieldDirectionTest.cpp - Names and shapes of fields ----------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analyze/FieldDirection.h"
#include "gtest/gtest.h"

using namespace llvm;

namespace ownership {
namespace {

Hop through(std::vector<Step> Steps) {
  Hop H;
  H.Kind = OwnerKind::Shared;
  H.Steps = std::move(Steps);
  return H;
}

OwningField named(StringRef Name) {
  OwningField F;
  F.Name = Name.str();
  return F;
}

const Step Shared{Step::Shared, "shared_ptr", ""};

TEST(DirectionOfName, WordsThatLeadUp) {
  for (StringRef Name :
       {"parent",   "parents", "owner",   "prev",       "previous", "pred",
        "up",       "outer",   "back",    "enclosing",  "observer", "delegate",
        "session",  "context", "manager", "container",  "host",     "creator",
        "upstream", "root",    "backref", "predecessor"})
    EXPECT_EQ(directionOfName(Name), FieldDirection::Up) << Name.str();
}

TEST(DirectionOfName, WordsThatLeadDown) {
  for (StringRef Name :
       {"child",   "children",   "kid",      "kids",  "next",  "succ",
        "first",   "head",       "left",     "right", "items", "nodes",
        "entries", "members",    "elements", "parts", "sub",   "inner",
        "nested",  "downstream", "successor"})
    EXPECT_EQ(directionOfName(Name), FieldDirection::Down) << Name.str();
}

TEST(DirectionOfName, WordsThatSayNothing) {
  for (StringRef Name : {"", "_", "peer", "value", "x1", "*this"})
    EXPECT_EQ(directionOfName(Name), FieldDirection::Unknown) << Name.str();
}

TEST(DirectionOfName, FindsWordsInsideNames) {
  for (StringRef Name : {"m_parentNode", "parent_node_", "pParent", "mParent",
                         "_owner", "theOwner", "m_prev", "prev2", "ParentItem"})
    EXPECT_EQ(directionOfName(Name), FieldDirection::Up) << Name.str();
  for (StringRef Name :
       {"m_children", "firstChild", "next_", "pNext", "node2next"})
    EXPECT_EQ(directionOfName(Name), FieldDirection::Down) << Name.str();
}

TEST(DirectionOfName, PartOfAWordIsNoWord) {
  for (StringRef Name : {"grandparents_", "transparent", "backup", "ownership",
                         "nextday", "supper", "leftover"})
    EXPECT_EQ(directionOfName(Name), FieldDirection::Unknown) << Name.str();
}

TEST(DirectionOfName, FirstWordThatSaysAnythingDecides) {
  EXPECT_EQ(directionOfName("parent_items"), FieldDirection::Up);
  EXPECT_EQ(directionOfName("children_of_parent"), FieldDirection::Down);
  EXPECT_EQ(directionOfName("old_next_owner"), FieldDirection::Down);
}

TEST(IsContainer, ManyOfOneKind) {
  EXPECT_TRUE(isContainer(through({{Step::Container, "vector", "element"}})));
  EXPECT_TRUE(isContainer(through({{Step::Container, "map", "key"}})));
  EXPECT_TRUE(isContainer(through({{Step::Container, "map", "value"}})));
  EXPECT_TRUE(isContainer(through({{Step::Array, "", "element"}})));
  // A summary written by hand may leave the part out.
  EXPECT_TRUE(isContainer(through({{Step::Container, "vector", ""}})));
}

TEST(IsContainer, OneOfEach) {
  EXPECT_FALSE(isContainer(through({})));
  EXPECT_FALSE(isContainer(through({Shared})));
  EXPECT_FALSE(isContainer(through({{Step::Unique, "unique_ptr", ""}})));
  for (StringRef Part : {"first", "second", "member", "alternative", "content",
                         "error", "policy"})
    EXPECT_FALSE(
        isContainer(through({{Step::Container, "wrapper", Part.str()}})))
        << Part.str();
}

TEST(IsContainer, AnyLayerCounts) {
  EXPECT_TRUE(isContainer(
      through({Shared, {Step::Container, "vector", "element"}, Shared})));
  EXPECT_TRUE(isContainer(through({{Step::Container, "optional", "content"},
                                   {Step::Container, "map", "value"},
                                   Shared})));
}

TEST(DirectionOf, ShapeSpeaksWhereTheNameIsSilent) {
  Hop Many = through({{Step::Container, "vector", "element"}, Shared});
  Hop One = through({Shared});
  EXPECT_EQ(directionOf(named("things"), Many), FieldDirection::Down);
  EXPECT_EQ(directionOf(named("thing"), One), FieldDirection::Unknown);
}

TEST(DirectionOf, NameGoesBeforeShape) {
  Hop Many = through({{Step::Container, "vector", "element"}, Shared});
  EXPECT_EQ(directionOf(named("parents"), Many), FieldDirection::Up);
  EXPECT_EQ(directionOf(named("next"), through({Shared})),
            FieldDirection::Down);
}

} // namespace
} // namespace ownership
