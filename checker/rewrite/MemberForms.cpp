//===- MemberForms.cpp - Members of the library's containers --------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Which member functions of a container lead on to its elements, which store
// something, and which do not care what the elements are.
//
//===----------------------------------------------------------------------===//

#include "rewrite/ContainerForms.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {

/// `v.size()`, `v.begin()`, `p.second`, `it->second`
bool ContainerForms::stepIntoMember(UseContext &C, const MemberExpr &Member) {
  if (isa<FieldDecl>(Member.getMemberDecl())) {
    C.step();
    return true;
  }
  const auto *Method = dyn_cast<CXXMethodDecl>(Member.getMemberDecl());
  if (!Method || !isOfLibrary(*Method))
    return C.refuseUnclaimed(), false;
  C.step();
  C.skipNeutral();
  const auto *Call = C.parentAs<CXXMemberCallExpr>();
  if (!Call)
    return C.refuseUnclaimed(), false;
  // `if (o)`
  if (isa<CXXConversionDecl>(Method))
    return false;
  std::string Name = Member.getMemberNameInfo().getAsString();

  static constexpr llvm::StringLiteral Storing[] = {
      "push_back",     "push_front",       "push",         "emplace_back",
      "emplace_front", "emplace",          "insert",       "try_emplace",
      "resize",        "insert_or_assign", "emplace_hint", "assign",
      "fill",          "insert_after",     "emplace_after"};
  static constexpr llvm::StringLiteral Neutral[] = {
      "size",      "empty",  "max_size",      "capacity",
      "reserve",   "clear",  "shrink_to_fit", "pop_back",
      "pop_front", "pop",    "count",         "contains",
      "has_value", "reset",  "index",         "valueless_by_exception",
      "reverse",   "rehash", "bucket_count",  "load_factor",
      "swap",      "splice"};
  static constexpr llvm::StringLiteral Leading[] = {
      "at",          "front",        "back",        "top",
      "value",       "begin",        "end",         "cbegin",
      "cend",        "rbegin",       "rend",        "crbegin",
      "crend",       "before_begin", "find",        "erase",
      "data",        "lower_bound",  "upper_bound", "equal_range",
      "erase_after", "cbefore_begin"};
  static constexpr llvm::StringLiteral WithFunction[] = {"remove_if", "sort"};
  if (is_contained(Storing, Name))
    return claimStoringCall(C, *Call, Name);
  if (is_contained(Neutral, Name) || is_contained(Leading, Name)) {
    for (const Expr *Arg : Call->arguments())
      if (denote(Arg) != Denotes::Unrelated)
        mustChange(Arg);
    C.step();
    return true;
  }
  if (is_contained(WithFunction, Name) && Call->getNumArgs() == 1) {
    if (const auto *Lambda = dyn_cast<LambdaExpr>(
            Call->getArg(0)->IgnoreUnlessSpelledInSource())) {
      claimLambda(C, *Lambda);
      return false;
    }
  }
  if (Name == "remove" && Call->getNumArgs() == 1) {
    claimSearchByValue(C, Member.getMemberLoc(), "remove_if", Call->getArg(0));
    return false;
  }
  return C.refuse({Refusal::MemberCalled, Name}), false;
}

} // namespace ownership
