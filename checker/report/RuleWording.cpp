//===- RuleWording.cpp - The check as a rule, in words --------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "report/RuleWording.h"

using namespace llvm;

namespace ownership {

const StringLiteral RuleName = "OwnershipSharedPtrCycle";
const StringLiteral RuleTitle =
    "Objects keep each other alive through shared pointers";
const StringLiteral RuleDescription =
    "Objects that keep each other alive through shared pointers are never "
    "destroyed. One hop of the cycle should be a weak pointer.";

std::string describeStale(StringRef Entry) {
  return "no longer found, so this line can go: " + Entry.str();
}

std::string describeUnread(StringRef Reason) {
  return "this file did not compile, so cycles in it may be missed: " +
         Reason.str();
}

} // namespace ownership
