//===- LibraryFunctions.cpp - What the library's functions do -------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// As for methods, the name tells what a function does to owners. One that is
// not known may call the callables that it gets, with elements of the places
// that it gets.
//
//===----------------------------------------------------------------------===//

#include "extract/LibraryFunctions.h"
#include "LLVMCompat.h"
#include "extract/Expressions.h"
#include "extract/MemberPointers.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

/// Algorithms that leave every owner where it is, or only change their order.
bool keepsElements(StringRef Name) {
  static constexpr llvm::StringLiteral Names[] = {"sort",
                                                  "stable_sort",
                                                  "partial_sort",
                                                  "nth_element",
                                                  "reverse",
                                                  "rotate",
                                                  "shuffle",
                                                  "random_shuffle",
                                                  "partition",
                                                  "iter_swap",
                                                  "swap_ranges",
                                                  "for_each",
                                                  "for_each_n",
                                                  "all_of",
                                                  "any_of",
                                                  "none_of",
                                                  "count",
                                                  "count_if",
                                                  "accumulate",
                                                  "reduce",
                                                  "inner_product",
                                                  "transform",
                                                  "transform_reduce",
                                                  "equal",
                                                  "mismatch",
                                                  "search",
                                                  "adjacent_find",
                                                  "distance",
                                                  "advance",
                                                  "size",
                                                  "ssize",
                                                  "empty",
                                                  "data",
                                                  "binary_search",
                                                  "includes",
                                                  "is_sorted",
                                                  "is_sorted_until",
                                                  "is_partitioned",
                                                  "make_heap",
                                                  "push_heap",
                                                  "pop_heap",
                                                  "sort_heap",
                                                  "cbegin",
                                                  "cend",
                                                  "rbegin",
                                                  "rend",
                                                  "crbegin",
                                                  "crend",
                                                  "make_reverse_iterator",
                                                  "copy",
                                                  "copy_if",
                                                  "copy_n",
                                                  "copy_backward",
                                                  "ref",
                                                  "cref",
                                                  "make_tuple",
                                                  "set_union",
                                                  "set_intersection",
                                                  "set_difference",
                                                  "stable_partition",
                                                  "equal_range",
                                                  "minmax_element",
                                                  "lexicographical_compare",
                                                  "is_permutation",
                                                  "next_permutation",
                                                  "prev_permutation",
                                                  "views",
                                                  "unique_copy",
                                                  "visit",
                                                  "holds_alternative",
                                                  "apply",
                                                  "hash_value",
                                                  "format",
                                                  "print",
                                                  "println",
                                                  "printf",
                                                  "iota",
                                                  "exclusive_scan",
                                                  "inclusive_scan",
                                                  "min",
                                                  "max"};
  return is_contained(Names, Name) || Name.contains("find") ||
         Name.contains("bound") || Name.ends_with("_element");
}

/// Functions that yield their first argument, or what it leads to.
bool passesOn(StringRef Name) {
  static constexpr llvm::StringLiteral Names[] = {"forward",
                                                  "ref",
                                                  "cref",
                                                  "as_const",
                                                  "addressof",
                                                  "__addressof",
                                                  "get",
                                                  "get_if",
                                                  "any_cast",
                                                  "qobject_cast",
                                                  "begin",
                                                  "end",
                                                  "next",
                                                  "prev",
                                                  "make_optional",
                                                  "atomic_load",
                                                  "move_if_noexcept",
                                                  "to_address",
                                                  "back_inserter",
                                                  "front_inserter",
                                                  "inserter",
                                                  "make_move_iterator"};
  return is_contained(Names, Name) || Name.ends_with("pointer_cast");
}

constexpr llvm::StringLiteral Making[] = {"make_shared", "make_unique",
                                          "allocate_shared",
                                          "make_shared_noinit", "create"};
/// What yields an iterator into the range that it gets.
constexpr llvm::StringLiteral Finding[] = {"find",   "find_if",   "find_if_not",
                                           "remove", "remove_if", "partition",
                                           "unique"};
constexpr llvm::StringLiteral Binding[] = {"bind", "bind_front", "bind_back"};
constexpr llvm::StringLiteral Tupling[] = {
    "make_pair", "make_tuple", "make_any", "tie", "forward_as_tuple"};
/// What keeps its arguments where no variable in sight does.
constexpr llvm::StringLiteral Keeping[] = {"make_exception_ptr",
                                           "throw_with_nested", "async"};

} // namespace

Ref LibraryFunctions::eval(const CallExpr *E, const FunctionDecl *Callee) {
  StringRef Name =
      Callee->getDeclName().isIdentifier() ? Callee->getName() : StringRef();
  return eval({E, Callee, Name, Arguments(E->getArgs(), E->getNumArgs()),
               E->getExprLoc(), Callee->isInStdNamespace()});
}

/// The library's algorithms on ranges are objects that are called.
std::optional<Ref> LibraryFunctions::evalOnRange(const CXXOperatorCallExpr *E) {
  const auto *Named =
      dyn_cast<DeclRefExpr>(E->getArg(0)->IgnoreParenImpCasts());
  const auto *Var = Named ? dyn_cast<VarDecl>(Named->getDecl()) : nullptr;
  const auto *In =
      Var ? dyn_cast<NamespaceDecl>(
                Var->getDeclContext()->getEnclosingNamespaceContext())
          : nullptr;
  // `std::ranges` holds them in an inline namespace.
  if (In && In->isInline())
    In = dyn_cast<NamespaceDecl>(In->getParent());
  if (!In || In->getName() != "ranges" || !In->getParent()->isStdNamespace() ||
      !Var->hasGlobalStorage() || !Var->getIdentifier() ||
      !E->getDirectCallee())
    return std::nullopt;
  return eval({E, E->getDirectCallee(), Var->getName(),
               Arguments(E->getArgs(), E->getNumArgs()).drop_front(),
               E->getExprLoc(), /*IsStandard=*/true});
}

Ref LibraryFunctions::eval(FunctionCall C) {
  const CallExpr *E = C.E;
  StringRef Name = C.Name;
  if (is_contained(Making, Name)) {
    if (Name == "allocate_shared" && !C.Args.empty())
      C.Args = C.Args.drop_front();
    if (std::optional<Ref> Made = make(C))
      return *Made;
  }
  if (Name == "move" && C.Args.size() == 1)
    return move(C);
  if (passesOn(Name) && !C.Args.empty())
    return passOn(C);
  if (is_contained(Finding, Name) && C.Args.size() >= 2) {
    Ref R = Exprs.eval(C.Args[0]);
    Exprs.evalAll(C.Args.drop_front());
    return R.Kind == Ref::Place ? R.at(Keys.fresh()) : R;
  }
  if (Name == "exchange" && C.Args.size() == 2)
    return exchange(C);
  if (Name == "swap" && C.Args.size() == 2)
    return swap(C);
  if (Name == "atomic_store" && C.Args.size() == 2) {
    Ref To = Exprs.eval(C.Args[0]);
    Access.assign(To, Exprs.eval(C.Args[1]), C.Args[1]->getType(), C.Loc);
    return Ref();
  }
  if (is_contained(Binding, Name))
    return Exprs.Made.evalBind(E);
  if (is_contained(Tupling, Name))
    return makeTuple(C);
  if (Name == "invoke" && !C.Args.empty()) {
    const auto *F = dyn_cast<DeclRefExpr>(C.Args[0]->IgnoreParenImpCasts());
    const auto *Called = F ? dyn_cast<FunctionDecl>(F->getDecl()) : nullptr;
    if (Called && !isa<CXXMethodDecl>(Called))
      return Exprs.Calls.call(Called, None, C.Args.drop_front(), E->getType(),
                              C.Loc);
    if (const CXXMethodDecl *Method = methodCalledBy(*C.Args[0]);
        Method && C.Args.size() >= 2) {
      ValueIndex This =
          Access.load(Exprs.eval(C.Args[1]), C.Args[1]->getType(), C.Loc);
      return Exprs.Calls.call(Method, This, C.Args.drop_front(2), E->getType(),
                              C.Loc, Method->isVirtual());
    }
  }
  if (is_contained(Keeping, Name)) {
    for (const Expr *A : C.Args)
      Access.keepOutside(Exprs.eval(A), A->getType(), C.Loc);
    return Ref();
  }
  if ((Name == "erase" || Name == "erase_if") && !C.Args.empty()) {
    bool IsSweep = Name == "erase_if" && isSweepingPredicate(C.Args.back());
    Exprs.evalAll(C.Args.drop_front());
    Access.release(Exprs.eval(C.Args[0]), /*IsWhole=*/false, C.Loc, None,
                   /*IsMoveOut=*/false, /*IsDrain=*/false,
                   IsSweep ? Sweep::Yes : Sweep::No);
    return Ref();
  }
  return runAlgorithm(C);
}

/// An object with its pointer; nothing where the name means something else.
std::optional<Ref> LibraryFunctions::make(const FunctionCall &C) {
  QualType Result = C.E->getType();
  const CXXRecordDecl *R = P.TheShapes.pointee(Result);
  const auto *Pointer = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Result->getAsCXXRecordDecl());
  bool IsContainer =
      Pointer && Pointer->getTemplateArgs().size() > 0 &&
      Pointer->getTemplateArgs()[0].getKind() == TemplateArgument::Type &&
      P.TheShapes.of(Pointer->getTemplateArgs()[0].getAsType()) == Shape::Many;
  if (IsContainer) {
    ValueIndex Made = Out.newContainer(C.Loc);
    for (const Expr *A : C.Args)
      Access.assignElements(Ref::place(Made, P.ElementMember), Exprs.eval(A),
                            C.Loc);
    return Ref::object(Made);
  }
  if (!R || P.TheShapes.roleOf(Result) == TypeRole::OwnsNothing)
    return std::nullopt;
  return Exprs.Made.make(R, C.Args, C.Loc);
}

/// What is moved out of a field is released; who moves a local ends its life,
/// which is nothing to us.
Ref LibraryFunctions::move(const FunctionCall &C) {
  Ref R = Exprs.eval(C.Args[0]);
  if (R.Kind == Ref::Variable)
    Locals.moveFrom(R.Var);
  if (R.Kind != Ref::Place) {
    if (P.TheShapes.of(C.Args[0]->getType()) == Shape::Object)
      Access.doubt(Access.load(R, C.Args[0]->getType(), C.Loc), C.Loc);
    return R;
  }
  QualType T = C.Args[0]->getType();
  if (P.TheShapes.of(T) == Shape::Many && R.Key == 0)
    return Access.takeElements(R, T, C.Loc);
  ValueIndex V = Access.load(R, T, C.Loc);
  bool IsDrain = Out.isInLoop() &&
                 (R.Key == Keys.ofName("front") ||
                  R.Key == Keys.ofName("back") || R.Key == Keys.ofName("top"));
  Access.release(R, R.isWhole() || IsDrain, C.Loc, None, /*IsMoveOut=*/true,
                 IsDrain);
  return Ref::object(V);
}

Ref LibraryFunctions::passOn(const FunctionCall &C) {
  Ref R = Exprs.eval(C.Args[0]);
  Exprs.evalAll(C.Args.drop_front());
  QualType T = C.E->getType();
  if (C.Name.ends_with("pointer_cast") || C.Name == "qobject_cast")
    return Access.narrow(R, T, C.Loc);
  // `get<1>(pair)`
  if (C.Name == "get")
    if (const TemplateArgumentList *Args =
            C.Callee->getTemplateSpecializationArgs();
        Args && Args->size() > 0 &&
        Args->get(0).getKind() == TemplateArgument::Integral)
      R = Access.part(R, Args->get(0).getAsIntegral().getZExtValue());
  if ((C.Name == "get" || C.Name == "get_if" || C.Name == "any_cast") &&
      P.TheShapes.of(T) == Shape::Object)
    return Ref::object(Access.load(R, T, C.Loc));
  return R;
}

Ref LibraryFunctions::exchange(const FunctionCall &C) {
  Ref To = Exprs.eval(C.Args[0]);
  QualType T = C.Args[0]->getType();
  Ref From = Exprs.eval(C.Args[1]);
  if (P.TheShapes.of(T) == Shape::Many && To.Kind == Ref::Place)
    return Access.takeElements(To, T, C.Loc);
  Ref Old = Ref::object(Access.load(To, T, C.Loc));
  if (From.Kind == Ref::Null || From.Kind == Ref::Nothing)
    Access.release(To, To.isWhole(), C.Loc, None, /*IsMoveOut=*/true);
  else
    Access.assign(To, From, T, C.Loc);
  return Old;
}

Ref LibraryFunctions::swap(const FunctionCall &C) {
  Ref L = Exprs.eval(C.Args[0]), R = Exprs.eval(C.Args[1]);
  QualType T = C.Args[0]->getType();
  if (P.TheShapes.of(T) == Shape::Object) {
    Access.doubt(Access.load(L, T, C.Loc), C.Loc);
    Access.doubt(Access.load(R, T, C.Loc), C.Loc);
  }
  if (P.TheShapes.of(T) != Shape::Many) {
    Access.swapPointers(L, R, T, C.Loc);
  } else {
    auto ElementsOf = [&](Ref Container) {
      Container = Vars.resolve(Container);
      return Container.Kind == Ref::Object
                 ? Ref::place(Container.Value, P.ElementMember)
                 : Container;
    };
    Access.swapElements(ElementsOf(L), ElementsOf(R), T, C.Loc);
  }
  return Ref();
}

Ref LibraryFunctions::makeTuple(const FunctionCall &C) {
  ValueIndex Made = Out.newContainer(C.Loc);
  for (const auto &[N, A] : enumerate(C.Args)) {
    Ref R = Exprs.eval(A);
    Access.store(Ref::place(Made, P.ElementMember, Keys.ofPart(N)),
                 Access.load(R, A->getType(), C.Loc), C.Loc);
  }
  return Ref::place(Made, P.ElementMember);
}

/// Everything else: it may call the callables that it gets, with elements of
/// the places that it gets.
Ref LibraryFunctions::runAlgorithm(const FunctionCall &C) {
  SmallVector<Ref, 4> Places, Modified;
  SmallVector<std::pair<Ref, QualType>, 2> Callables;
  SmallVector<const CXXMethodDecl *, 1> Methods;
  for (const Expr *A : C.Args) {
    if (const CXXMethodDecl *Method = methodCalledBy(*A))
      Methods.push_back(Method);
    Ref R = Vars.resolve(Exprs.eval(A));
    const CXXRecordDecl *Record = A->getType()->getAsCXXRecordDecl();
    if (Record && Record->isLambda())
      Callables.push_back({R, A->getType()});
    else if (R.Kind == Ref::Place) {
      R.Key = Keys.fresh();
      Places.push_back(R);
      if (!A->getType().isConstQualified())
        Modified.push_back(R);
    } else if (R.Kind == Ref::Object && !C.IsStandard)
      Access.escape(R, A->getType(), C.Loc);
  }
  if (C.IsStandard && !keepsElements(C.Name))
    for (const Ref &R : Modified)
      Access.releasePerhaps(R, C.Loc);
  if ((C.Name.starts_with("copy") || C.Name == "move") && Places.size() >= 2)
    Access.store(Places.back(), Access.load(Places.front(), QualType(), C.Loc),
                 C.Loc);
  for (const std::pair<Ref, QualType> &Callable : Callables) {
    if (!C.IsStandard) {
      Access.escape(Callable.first, Callable.second, C.Loc);
      continue;
    }
    SmallVector<Ref, 2> Parameters;
    if (!Places.empty())
      Parameters.assign(2, Places.front());
    // What it returns goes where the algorithm writes.
    Ref To;
    if (!Places.empty() && C.Name.starts_with("generate"))
      To = Places.front();
    else if (!Places.empty() && C.Name.starts_with("transform"))
      To = Places.back();
    Out.repeatedly([&] {
      Access.store(To, Exprs.Calls.invoke(Callable.first, Parameters, C.Loc),
                   C.Loc);
    });
  }
  if (C.IsStandard && !Places.empty())
    for (const CXXMethodDecl *Method : Methods)
      Out.repeatedly([&] {
        ValueIndex This = Access.load(
            Places.front(), compat::typeOf(P.AST, Method->getParent()), C.Loc);
        Exprs.Calls.call(Method, This, {}, Method->getReturnType(), C.Loc,
                         Method->isVirtual());
      });
  // `max_element` and their like: one of the elements.
  if (!C.Args.empty() && !Places.empty() &&
      P.AST.hasSameUnqualifiedType(C.E->getType(), C.Args[0]->getType()))
    return Places.front();
  return Ref();
}

} // namespace ownership
