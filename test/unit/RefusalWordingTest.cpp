//===- RefusalWordingTest.cpp - Why there is no fix, in words -------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The sentences themselves are with the tests of what is refused.
//
//===----------------------------------------------------------------------===//

#include "report/RefusalWording.h"
#include "gtest/gtest.h"

namespace ownership {
namespace {

Refusal ofField(Refusal Why) {
  Why.Of = "parent_";
  return Why;
}

TEST(DescribeRefusal, OfAField) {
  EXPECT_EQ(describe(ofField(Refusal::AddressTaken)),
            "no fix is offered for 'parent_': its address is taken");
}

TEST(DescribeRefusal, OfACapture) {
  Refusal R = ofField(Refusal::CaptureChanged);
  R.OfCapture = true;
  EXPECT_EQ(describe(R), "no fix is offered for the capture 'parent_': the "
                         "lambda changes it");
}

TEST(DescribeRefusal, OfACaptureThatAnotherFixCovers) {
  Refusal R = ofField({Refusal::ConvertedTogether, "left"});
  R.OfCapture = true;
  EXPECT_EQ(describe(R),
            "what fixes the capture 'left' makes this one weak as well");
}

TEST(DescribeRefusal, OfAnElement) {
  Refusal R = ofField(Refusal::AddressTaken);
  R.Subject = Refusal::Element;
  EXPECT_EQ(describe(R),
            "no fix is offered for 'parent_': an element's address is taken");
}

TEST(DescribeRefusal, OfAnIterator) {
  Refusal R = ofField({Refusal::PassedToFunction, "visit"});
  R.Subject = Refusal::Iterator;
  EXPECT_EQ(describe(R), "no fix is offered for 'parent_': an iterator into it "
                         "is passed to 'visit', whose parameter cannot be "
                         "changed");
}

TEST(DescribeRefusal, ThroughAGetter) {
  Refusal R = ofField(Refusal::AddressTaken);
  R.Getter = "parent";
  EXPECT_EQ(describe(R), "no fix is offered for 'parent_', to which 'parent' "
                         "returns a reference: its address is taken");
}

TEST(DescribeRefusal, AloneOrWithOthers) {
  Refusal R = ofField({Refusal::WouldNotCompile, "no member named 'get'"});
  EXPECT_EQ(describe(R), "no fix is offered for 'parent_': with it, this would "
                         "not compile: no member named 'get'");
  R.IsWithOthers = true;
  EXPECT_EQ(describe(R), "no fix is offered for 'parent_': together with the "
                         "other fixes, this would not compile: no member named "
                         "'get'");
}

TEST(DescribeRefusal, LastingUses) {
  EXPECT_EQ(describe(ofField(Refusal::Thrown)),
            "no fix is offered for 'parent_': what is read here is thrown, and "
            "a weak pointer does not keep the object alive for that long");
}

} // namespace
} // namespace ownership
