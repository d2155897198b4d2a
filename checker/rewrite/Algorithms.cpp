//===- Algorithms.cpp - Functions of the standard library ----------- --===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Which functions of the standard library may be given a container of pointers,
// or iterators into it, and what becomes of the call when the pointers are
// weak.
//
//===----------------------------------------------------------------------===//

#include "rewrite/ContainerForms.h"
#include "rewrite/WeakType.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

/// Lead to elements, or to iterators, of what they are given.
constexpr llvm::StringLiteral Leading[] = {
    "get",  "begin", "end",  "cbegin",  "cend",     "rbegin",
    "rend", "next",  "prev", "crbegin", "as_const", "crend"};

/// Look at no element, or move elements as they are.
constexpr llvm::StringLiteral Neutral[] = {"size",
                                           "ssize",
                                           "empty",
                                           "distance",
                                           "advance",
                                           "reverse",
                                           "rotate",
                                           "shuffle",
                                           "random_shuffle",
                                           "iter_swap",
                                           "holds_alternative"};

/// Compare elements with a value: the name of the form with a predicate.
constexpr std::pair<llvm::StringLiteral, llvm::StringLiteral> ByValue[] = {
    {"find", "find_if"},
    {"count", "count_if"},
    {"remove", "remove_if"},
    {"erase", "erase_if"}};

/// Call a lambda with the elements.
constexpr llvm::StringLiteral Calling[] = {
    "find_if",     "find_if_not",      "any_of",        "all_of",
    "none_of",     "count_if",         "for_each",      "remove_if",
    "partition",   "stable_partition", "sort",          "stable_sort",
    "min_element", "max_element",      "is_sorted",     "erase_if",
    "nth_element", "partial_sort",     "adjacent_find", "accumulate",
    "transform",   "minmax_element",   "is_partitioned"};

/// Evaluated again and again, it gives the same pointer and changes nothing.
bool isStable(const Expr *E) {
  E = ignoreCopies(E);
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    return isa<VarDecl>(Ref->getDecl());
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return isa<FieldDecl>(Member->getMemberDecl()) &&
           (isa<CXXThisExpr>(Member->getBase()->IgnoreParenImpCasts()) ||
            isStable(Member->getBase()));
  const auto *Call = dyn_cast<CXXMemberCallExpr>(E);
  return Call && Call->getMethodDecl() &&
         Call->getMethodDecl()->getNameAsString() == "shared_from_this" &&
         isa<CXXThisExpr>(
             Call->getImplicitObjectArgument()->IgnoreParenImpCasts());
}

} // namespace

bool ContainerForms::claimLibraryCall(UseContext &C, const CallExpr &Call) {
  // A function, or one of the function objects in std::ranges.
  const auto *Ref =
      dyn_cast<DeclRefExpr>(Call.getCallee()->IgnoreParenImpCasts());
  ArrayRef<const Expr *> Args(Call.getArgs(), Call.getNumArgs());
  if (isa<CXXOperatorCallExpr>(Call)) {
    Ref = dyn_cast<DeclRefExpr>(Args.front()->IgnoreParenImpCasts());
    Args = Args.drop_front();
  }
  while (!Args.empty() && Args.back()->isDefaultArgument())
    Args = Args.drop_back();
  const ValueDecl *Callee = Ref ? Ref->getDecl() : nullptr;
  bool IsLibrary =
      Callee && Callee->getIdentifier() &&
      AST.getSourceManager().isInSystemHeader(Callee->getLocation()) &&
      StringRef(qualifiedName(*Callee)).starts_with("std::");
  if (!IsLibrary)
    return claimArgument(C, Call);
  if (!is_contained(Args, C.Value))
    return C.refuse({Refusal::PassedToFunction, Callee->getName()}), false;
  StringRef Name = Callee->getName();
  auto NamesPointer = [&](const TemplateArgumentLoc &A) {
    return A.getArgument().getKind() == TemplateArgument::Type &&
           denote(A.getArgument().getAsType()) != Denotes::Unrelated;
  };
  if (any_of(Ref->template_arguments(), NamesPointer))
    return C.refuse(Refusal::TypeNamed), false;
  // The walk comes here once for each argument, and goes on once.
  if (!ClaimedCalls.insert(&Call).second)
    return false;

  const auto *Search =
      find_if(ByValue, [&](const auto &Entry) { return Entry.first == Name; });
  bool IsSearch = Search != std::end(ByValue);
  bool IsNeutral = is_contained(Neutral, Name) || is_contained(Leading, Name);
  bool IsCalling = is_contained(Calling, Name);
  if (!IsSearch && !IsNeutral && !IsCalling)
    return C.refuse({Refusal::AlgorithmUnknown, Name}), false;
  bool CallsLambda = false;
  for (const Expr *Arg : Args) {
    if (IsSearch && Arg == Args.back())
      continue;
    if (IsCalling && Arg->getType()->isFunctionPointerType())
      return C.refuse({Refusal::AlgorithmCallsFunction, Name}), false;
    if (denote(Arg) != Denotes::Unrelated) {
      mustChange(Arg);
      continue;
    }
    if (!IsCalling)
      continue;
    if (const auto *Lambda =
            dyn_cast<LambdaExpr>(Arg->IgnoreUnlessSpelledInSource())) {
      claimLambda(C, *Lambda);
      CallsLambda = true;
      continue;
    }
    const CXXRecordDecl *R = Arg->getType()->getAsCXXRecordDecl();
    bool IsDefaultOrder = R && R->isInStdNamespace() && R->isEmpty();
    bool IsOther = Name == "accumulate" || Name == "transform";
    if (!IsDefaultOrder && !IsOther)
      return C.refuse({Refusal::AlgorithmCallsFunction, Name}), false;
  }
  if (IsCalling && !CallsLambda)
    return C.refuse({Refusal::AlgorithmOfPointers, Name}), false;
  if (IsSearch)
    claimSearchByValue(C, Ref->getLocation(), Search->second, Args.back());
  C.step();
  return true;
}

/// `find(.., p)` becomes `find_if(.., [&](const auto &weak) {
/// return weak.lock() == p; })`.
bool ContainerForms::claimSearchByValue(UseContext &C, SourceLocation Name,
                                        StringRef NewName, const Expr *Value) {
  if (Name.isMacroID() || Value->getBeginLoc().isMacroID() ||
      Value->getEndLoc().isMacroID())
    return C.refuse(Refusal::InMacro);
  bool IsNull = nullPointerLiteral(Value);
  if (!IsNull &&
      (!isStable(Value) || !C.U.Function ||
       Held.roleOf(ignoreCopies(Value)->getType()) != TypeRole::SharedPointer))
    return C.refuse({Refusal::SearchedByExpression, Value->getBeginLoc()});
  if (C.refuseInDestructor())
    return true;
  std::string Weak = AST.getLangOpts().CPlusPlus14 ? "auto"
                     : C.U.InInstantiation
                         ? ""
                         : spellWeak(Pointer, Role, contextOf(C), AST);
  if (Weak.empty())
    return C.refuse(Refusal::WeakNotSpellable);
  std::string Element = freshName(C.U, "weak");
  std::string Locked = Element + "." + Role.Lock + "()";
  C.Result.Edits.push_back(
      {CharSourceRange::getTokenRange(Name), NewName.str()});
  C.Result.Edits.push_back(
      {CharSourceRange::getTokenRange(Value->getSourceRange()),
       std::string(IsNull ? "[]" : "[&]") + "(const " + Weak + " &" + Element +
           ") { return " +
           (IsNull ? "!" + Locked
                   : Locked + " == " + textOf(Value->getSourceRange())) +
           "; }"});
  return true;
}

} // namespace ownership
