//===- OwnershipTypesTest.cpp - Lists of names, parts of containers -------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "extract/OwnershipTypes.h"
#include "gtest/gtest.h"

using namespace llvm;

namespace ownership {
namespace {

std::string addSharedPointers(StringRef List) {
  OwnershipTypes Types;
  return toString(Types.addSharedPointers(List));
}

std::string add(TypeRole::KindTy Kind, StringRef List) {
  OwnershipTypes Types;
  return toString(Types.add(Kind, List));
}

TEST(AddSharedPointers, GoodLists) {
  for (StringRef List :
       {"", ";", " ; ", "my::Ref", "::my::Ref", "Ref", "my::Ref;",
        "osg::ref_ptr=osg::observer_ptr", "my::Ref=my::WeakRef.promote",
        " my::Ref = my::WeakRef . promote ; sk_sp ", "_x::y_2",
        "my::Ref=std::weak_ptr", "boost::shared_ptr=my::weak_ptr"})
    EXPECT_EQ(addSharedPointers(List), "") << List.str();
}

TEST(AddSharedPointers, MalformedNames) {
  EXPECT_EQ(addSharedPointers("my Ref"), "'my Ref' is not a name");
  EXPECT_EQ(addSharedPointers("my::"), "'my::' is not a name");
  EXPECT_EQ(addSharedPointers("my::::Ref"), "'my::::Ref' is not a name");
  EXPECT_EQ(addSharedPointers("Ref<int>"), "'Ref<int>' is not a name");
  EXPECT_EQ(addSharedPointers("2nd"), "'2nd' is not a name");
  EXPECT_EQ(addSharedPointers("my:Ref"), "'my:Ref' is not a name");
  EXPECT_EQ(addSharedPointers("a,b"), "'a,b' is not a name");
}

TEST(AddSharedPointers, EachMalformedEntryIsQuoted) {
  EXPECT_EQ(addSharedPointers("good; bad-name ;worse!"),
            "'bad-name' is not a name\n'worse!' is not a name");
}

TEST(AddSharedPointers, LockNeedsAWeakCounterpart) {
  EXPECT_EQ(addSharedPointers("my::Ref.promote"),
            "'my::Ref.promote' is not a name");
}

TEST(AddSharedPointers, MalformedCounterparts) {
  EXPECT_EQ(addSharedPointers("my::Ref=my::Weak!"),
            "'my::Weak!' is not a name");
  EXPECT_EQ(addSharedPointers("my::Ref=my::Weak.lock()"),
            "'lock()' is not a name");
  EXPECT_NE(addSharedPointers("my::Ref="), "");
  EXPECT_NE(addSharedPointers("my::Ref=my::Weak."), "");
  EXPECT_NE(addSharedPointers("=my::Weak"), "");
}

TEST(AddSharedPointers, MalformedStandardCounterpart) {
  EXPECT_EQ(addSharedPointers("my::Ref=std::weak-ptr"),
            "'std::weak-ptr' is not a name");
}

TEST(AddSharedPointers, StandardNamesAreRefused) {
  EXPECT_EQ(addSharedPointers("std::unique_ptr"),
            "'std::unique_ptr' belongs to the standard library");
  EXPECT_EQ(addSharedPointers("::std::vector"),
            "'std::vector' belongs to the standard library");
  EXPECT_EQ(addSharedPointers("my::Ref;std::shared_ptr=my::Weak"),
            "'std::shared_ptr' belongs to the standard library");
  EXPECT_EQ(addSharedPointers("__gnu_cxx::rope"),
            "'__gnu_cxx::rope' belongs to the standard library");
}

TEST(AddSharedPointers, NamesThatOnlyBeginLikeStandardOnes) {
  EXPECT_EQ(addSharedPointers("stdx::Ref;std_ptr;my::std::Ref"), "");
}

TEST(Add, GoodLists) {
  for (TypeRole::KindTy Kind :
       {TypeRole::UniquePointer, TypeRole::Container, TypeRole::Callable}) {
    EXPECT_EQ(add(Kind, ""), "");
    EXPECT_EQ(add(Kind, "my::Type; ::other::Type ;Third;"), "");
  }
}

TEST(Add, Errors) {
  for (TypeRole::KindTy Kind :
       {TypeRole::UniquePointer, TypeRole::Container, TypeRole::Callable}) {
    EXPECT_EQ(add(Kind, "my::Box;std::vector"),
              "'std::vector' belongs to the standard library");
    EXPECT_EQ(add(Kind, "my::Box=my::Weak"),
              "'my::Box=my::Weak' is not a name");
    EXPECT_EQ(add(Kind, "my Box"), "'my Box' is not a name");
  }
}

TEST(PartOfContainer, Sequences) {
  for (StringRef Name :
       {"vector", "list", "array", "set", "unordered_set", "deque", "stack",
        "QList", "SmallVector", "F14FastSet", "multi_index_container"}) {
    EXPECT_EQ(partOfContainer(Name, 0), "element") << Name.str();
    EXPECT_EQ(partOfContainer(Name, 1), "policy") << Name.str();
  }
}

TEST(PartOfContainer, Maps) {
  for (StringRef Name : {"map", "multimap", "unordered_map", "flat_map", "QMap",
                         "QHash", "QMultiHash", "DenseMap", "F14FastMap",
                         "flat_hash_map", "concurrent_hash_map"}) {
    EXPECT_EQ(partOfContainer(Name, 0), "key") << Name.str();
    EXPECT_EQ(partOfContainer(Name, 1), "value") << Name.str();
    EXPECT_EQ(partOfContainer(Name, 2), "policy") << Name.str();
    EXPECT_EQ(partOfContainer(Name, 4), "policy") << Name.str();
  }
}

// Its keys are strings, so its first type argument is the value.
TEST(PartOfContainer, StringMap) {
  EXPECT_EQ(partOfContainer("StringMap", 0), "value");
  EXPECT_EQ(partOfContainer("StringMap", 1), "policy");
}

TEST(PartOfContainer, Pairs) {
  for (StringRef Name : {"pair", "QPair", "compressed_pair"}) {
    EXPECT_EQ(partOfContainer(Name, 0), "first") << Name.str();
    EXPECT_EQ(partOfContainer(Name, 1), "second") << Name.str();
  }
}

TEST(PartOfContainer, OneOfSeveral) {
  for (unsigned Index : {0u, 1u, 7u}) {
    EXPECT_EQ(partOfContainer("tuple", Index), "member");
    EXPECT_EQ(partOfContainer("variant", Index), "alternative");
  }
}

TEST(PartOfContainer, Wrappers) {
  for (StringRef Name :
       {"optional", "atomic", "future", "shared_future", "promise",
        "propagate_const", "StatusOr", "Synchronized", "Optional"})
    EXPECT_EQ(partOfContainer(Name, 0), "content") << Name.str();
  EXPECT_EQ(partOfContainer("expected", 0), "content");
  EXPECT_EQ(partOfContainer("expected", 1), "error");
}

} // namespace
} // namespace ownership
