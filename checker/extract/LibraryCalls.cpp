//===- LibraryCalls.cpp - What the library's functions do -----------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The library's bodies are not read: they are long, and say little about who
// owns whom. What its functions do to owners is told by their names, which are
// the same for the standard library, Boost, Qt and those who follow them.
//
//===----------------------------------------------------------------------===//

#include "LLVMCompat.h"
#include "extract/BodyReader.h"
#include "extract/Places.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

/// What a member function of the standard library's owners does.
enum class MethodKind { Other, Add, Empty, RemoveSome, Element, Swap };

constexpr llvm::StringLiteral AddingMethods[] = {"push_back",
                                                 "push_front",
                                                 "emplace_back",
                                                 "emplace_front",
                                                 "emplace",
                                                 "insert",
                                                 "push",
                                                 "add",
                                                 "append",
                                                 "prepend",
                                                 "insert_or_assign",
                                                 "try_emplace",
                                                 "assign",
                                                 "insert_after",
                                                 "emplace_after",
                                                 "emplace_hint",
                                                 "enqueue",
                                                 "connect",
                                                 "connect_extended",
                                                 "set_value",
                                                 "append_range",
                                                 "prepend_range",
                                                 "insert_range",
                                                 "push_range",
                                                 "splice",
                                                 "splice_after",
                                                 "merge"};
constexpr llvm::StringLiteral EmptyingMethods[] = {"clear", "reset",
                                                   "disconnect_all_slots"};
constexpr llvm::StringLiteral RemovingMethods[] = {
    "erase",   "pop_back", "pop_front", "pop",       "remove",
    "extract", "resize",   "takeFirst", "takeLast",  "remove_if",
    "take",    "takeAt",   "removeOne", "removeAll", "erase_after"};
constexpr llvm::StringLiteral ElementMethods[] = {
    "front",       "back",        "top",         "at",        "value",
    "get",         "find",        "begin",       "end",       "rbegin",
    "rend",        "cbegin",      "cend",        "crbegin",   "crend",
    "lower_bound", "upper_bound", "equal_range", "value_or",  "data",
    "first",       "last",        "constFirst",  "constLast", "load"};

MethodKind methodKind(StringRef Name) {
  if (is_contained(AddingMethods, Name))
    return MethodKind::Add;
  if (is_contained(EmptyingMethods, Name))
    return MethodKind::Empty;
  if (is_contained(RemovingMethods, Name))
    return MethodKind::RemoveSome;
  if (is_contained(ElementMethods, Name))
    return MethodKind::Element;
  return Name == "swap" ? MethodKind::Swap : MethodKind::Other;
}

} // namespace

void filledIn(const Stmt *S, SmallPtrSetImpl<const ValueDecl *> &Vars) {
  SmallVector<const Stmt *, 32> Work{S};
  while (!Work.empty()) {
    const Stmt *Next = Work.pop_back_val();
    if (!Next)
      continue;
    append_range(Work, Next->children());
    const auto *Call = dyn_cast<CXXMemberCallExpr>(Next);
    const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
    const Expr *On = nullptr;
    if (Method && Method->getIdentifier() &&
        methodKind(Method->getName()) == MethodKind::Add)
      On = Call->getImplicitObjectArgument();
    // `m[k] = x`
    if (const auto *Op = dyn_cast<CXXOperatorCallExpr>(Next);
        Op && Op->isAssignmentOp())
      if (const auto *Element = dyn_cast<CXXOperatorCallExpr>(
              Op->getArg(0)->IgnoreParenImpCasts());
          Element && Element->getOperator() == OO_Subscript)
        On = Element->getArg(0);
    if (On)
      if (const auto *D = dyn_cast<DeclRefExpr>(On->IgnoreParenImpCasts()))
        Vars.insert(D->getDecl());
  }
}

namespace {

const ClassTemplateSpecializationDecl *specialization(QualType T) {
  return dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T.getNonReferenceType()->getAsCXXRecordDecl());
}

/// How a container tells its elements apart, if an equal one is not added
/// again.
enum class Uniqueness { None, ByAddress, ByKey };

Uniqueness uniqueness(QualType Container, bool ElementIsPointer) {
  const ClassTemplateSpecializationDecl *Spec = specialization(Container);
  if (!Spec || !Spec->getIdentifier())
    return Uniqueness::None;
  StringRef Name = Spec->getName();
  if (Name.contains("multi"))
    return Uniqueness::None;
  if (Name.ends_with("map"))
    return Uniqueness::ByKey;
  if (!Name.ends_with("set"))
    return Uniqueness::None;
  // The library's own order and hash of pointers are by address.
  bool IsDefault = all_of(Spec->getTemplateArgs().asArray().drop_front(),
                          [](const TemplateArgument &A) {
                            const CXXRecordDecl *R =
                                A.getKind() == TemplateArgument::Type
                                    ? A.getAsType()->getAsCXXRecordDecl()
                                    : nullptr;
                            return R && R->isInStdNamespace();
                          });
  return IsDefault && ElementIsPointer ? Uniqueness::ByAddress
                                       : Uniqueness::ByKey;
}

/// The key of an element that is added by these arguments, if it can be told.
const Expr *keyArgument(StringRef Method, ArrayRef<const Expr *> Args) {
  if (Args.empty())
    return nullptr;
  if (Args.size() >= 2)
    return Method == "emplace_hint" ? Args[1] : Args[0];
  const Expr *Pair = Args[0]->IgnoreUnlessSpelledInSource();
  if (const auto *List = dyn_cast<InitListExpr>(Pair))
    return List->getNumInits() == 2 ? List->getInit(0) : nullptr;
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(Pair))
    return Construct->getNumArgs() == 2 ? Construct->getArg(0) : nullptr;
  if (const auto *Call = dyn_cast<CallExpr>(Pair))
    return Call->getNumArgs() == 2 ? Call->getArg(0) : nullptr;
  return Pair;
}

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

} // namespace

/// Stores \p Args into the container or wrapper \p Place.
void BodyReader::addTo(const Ref &Place, ArrayRef<const Expr *> Args,
                       StringRef Method, QualType Container,
                       SourceLocation Loc) {
  Ref Slot = Place;
  unsigned Key = freshKey();
  StringRef End = Method.ends_with("front") ? "front" : "back";
  if (Method.contains("push") || Method.contains("emplace_"))
    Key = keyOfName(End);
  Slot.Key = Key;
  Slot.IsEach = false;
  Storing How = Storing::Added;
  if (Slot.Kind == Ref::Place) {
    Uniqueness Kind = uniqueness(
        Container, !Args.empty() && P.TheShapes.isOwner(Args[0]->getType()));
    const Expr *KeyArg = keyArgument(Method, Args);
    Ref Looked = Slot;
    Looked.Key = KeyArg ? keyOf(KeyArg) : 0;
    if (Method == "insert_or_assign") {
      Slot.Key = Looked.Key;
      How = storing(Slot, Storing::Replaced);
    } else if (Kind == Uniqueness::ByKey)
      How = storing(Looked, Storing::PerhapsAdded);
  }
  // An element that is a class of the user's is built from the arguments.
  bool IsEmplace = Method.contains("emplace");
  const CXXRecordDecl *Element = P.TheShapes.pointee(Container);
  bool ElementByValue = false;
  if (const auto *Spec = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
          Container.getNonReferenceType()->getAsCXXRecordDecl()))
    for (const TemplateArgument &A : Spec->getTemplateArgs().asArray())
      if (A.getKind() == TemplateArgument::Type &&
          A.getAsType()->getAsCXXRecordDecl() == Element)
        ElementByValue = true;
  if (IsEmplace && ElementByValue && Element &&
      P.TheShapes.roleOf(P.AST.getCanonicalTagType(Element)) ==
          TypeRole::Record) {
    bool IsSame =
        Args.size() == 1 && Args[0]->getType()->getAsCXXRecordDecl() == Element;
    if (!IsSame) {
      Ref Object = makeObject(Element, Args, Loc);
      store(Slot, load(Object, QualType(), Loc), Loc, How);
      return;
    }
  }
  bool HasKeyArgument = Args.size() == 2 && !IsEmplace;
  for (const auto &[N, Arg] : enumerate(Args)) {
    Ref R = eval(Arg);
    if (R.Kind == Ref::Nothing || R.Kind == Ref::Null)
      continue;
    // A place within the same container says where, not what.
    if (R.Kind == Ref::Place && R.Value == Place.Value &&
        R.Member == Place.Member && HasKeyArgument && N == 0)
      continue;
    Shape Sh = P.TheShapes.of(Arg->getType());
    if (Sh == Shape::Nothing && R.Kind != Ref::Place)
      continue;
    if (R.Kind == Ref::Variable)
      R = Vars.lookup(R.Var);
    if (R.Kind == Ref::Place && R.Key == 0 && P.S.Members[R.Member].IsMany)
      R.Key = freshKey();
    store(Slot, load(R, Arg->getType(), Arg->getExprLoc()), Loc, How);
    bool IsTaken = Method.starts_with("splice") || Method == "merge";
    if (IsTaken && R.Kind == Ref::Place && R.Value != Place.Value)
      releasePerhaps(R, Loc);
  }
}

/// std::tie(a, b) = pair: each part goes to its own place.
bool BodyReader::assignTie(const Expr *To, Ref From, SourceLocation Loc) {
  const auto *Tie = dyn_cast<CallExpr>(To->IgnoreImplicit());
  const FunctionDecl *Callee = Tie ? Tie->getDirectCallee() : nullptr;
  if (!Callee || !Callee->getIdentifier() || Callee->getName() != "tie" ||
      !Callee->isInStdNamespace())
    return false;
  for (const auto &[N, Arg] : enumerate(Tie->arguments())) {
    QualType T = Arg->getType();
    if (P.TheShapes.of(T) != Shape::Nothing)
      assign(eval(Arg), Ref::object(load(part(From, N), T, Loc)), T, Loc);
  }
  return true;
}

/// A member function of a pointer, container, callable or another class of the
/// standard library.
Ref BodyReader::evalOwnerMethod(const CXXMemberCallExpr *E,
                                const CXXMethodDecl *M, Ref Object,
                                QualType ObjectType) {
  SourceLocation Loc = E->getExprLoc();
  StringRef Name = M->getDeclName().isIdentifier() ? M->getName() : StringRef();
  ArrayRef<const Expr *> Args(E->getArgs(), E->getNumArgs());
  while (!Args.empty() && isa<CXXDefaultArgExpr>(Args.back()))
    Args = Args.drop_back();
  TypeRole::KindTy Role = P.TheShapes.roleOf(ObjectType);

  if (Name == "detach" && Role == TypeRole::OwnsNothing) {
    keepOutside(Object, ObjectType, Loc);
    return Ref();
  }

  // A callable or container on the heap: the pointer's own methods come first.
  if (Role == TypeRole::SharedPointer || Role == TypeRole::UniquePointer ||
      Role == TypeRole::WeakPointer) {
    if (Name == "reset") {
      Ref From = Args.empty() ? Ref::null() : eval(Args[0]);
      assign(Object, From, ObjectType, Loc);
      return Ref();
    }
    if (Name == "swap" && Args.size() == 1) {
      Ref Other = eval(Args[0]);
      swapPointers(Object, Other, ObjectType, Loc);
      return Ref();
    }
    if (Name == "get" || Name == "lock" || Name == "toStrongRef" ||
        Name == "data" || Name == "promote")
      return Ref::object(load(Object, ObjectType, Loc));
    if (Name == "release") {
      Ref R = Ref::object(load(Object, ObjectType, Loc));
      release(Object, /*IsWhole=*/true, Loc);
      return R;
    }
    for (const Expr *A : Args)
      eval(A);
    // `if (!p)`
    if (isa<CXXConversionDecl>(M))
      Tested[E] = Object;
    return Ref();
  }

  if (Object.Kind == Ref::Variable && Role != TypeRole::Callable) {
    Ref Held = Vars.lookup(Object.Var);
    if (Held.Kind == Ref::Object)
      Held = Ref::place(Held.Value, P.ElementMember);
    Object = Held;
  } else if (Object.Kind == Ref::Object && Role == TypeRole::Container)
    Object = Ref::place(Object.Value, P.ElementMember);

  switch (methodKind(Name)) {
  case MethodKind::Add: {
    if (Name == "assign")
      release(Object, /*IsWhole=*/true, Loc);
    addTo(Object, Args, Name, ObjectType, Loc);
    Ref R = Object;
    // The key of what was just added, for the iterator or reference.
    if (R.Kind == Ref::Place && (Name == "emplace_back" || Name == "push_back"))
      R.Key = keyOfName("back");
    else if (R.Kind == Ref::Place) {
      if (!Args.empty() && Args.size() > 1)
        R.Key = keyOf(Args[0]);
      else if (!Args.empty() && Name == "try_emplace")
        R.Key = keyOf(Args[0]);
    }
    if (P.TheShapes.of(E->getType()) == Shape::Object)
      return Ref::object(load(R, E->getType(), Loc));
    return R;
  }
  case MethodKind::Empty:
    for (const Expr *A : Args)
      eval(A);
    assign(Object, Ref::null(), ObjectType, Loc);
    return Ref();
  case MethodKind::RemoveSome: {
    ValueIndex Which = None;
    unsigned Key = 0;
    for (const Expr *A : Args) {
      Ref R = eval(A);
      if (R.Kind == Ref::Place && R.Key)
        Key = R.Key;
      if (R.Kind == Ref::Object || R.Kind == Ref::Variable)
        Which = load(R, A->getType(), Loc);
    }
    if (!Args.empty() && Key == 0 && Which == None && Name == "erase")
      Key = keyOf(Args[0]);
    Ref Slot = Object;
    Slot.Key = Key;
    // erase(begin(), end()), resize(0)
    bool IsWhole = false;
    if (Args.size() == 2 && Name == "erase") {
      auto Calls = [](const Expr *A, StringRef What) {
        const auto *C =
            dyn_cast<CXXMemberCallExpr>(A->IgnoreImplicit()->IgnoreParens());
        return C && C->getMethodDecl() &&
               C->getMethodDecl()->getDeclName().isIdentifier() &&
               C->getMethodDecl()->getName() == What;
      };
      const Expr *From = Args[0];
      if (const auto *C = dyn_cast<CXXConstructExpr>(From->IgnoreImplicit()))
        if (C->getNumArgs() == 1)
          From = C->getArg(0);
      IsWhole = Calls(From, "begin") || Calls(From, "cbegin");
    }
    if (Name == "resize" && Args.size() == 1) {
      Expr::EvalResult Size;
      IsWhole = Args[0]->EvaluateAsInt(Size, P.AST) && Size.Val.getInt() == 0;
    }
    // A loop that pops takes out all, one by one.
    bool IsDrain = LoopDepth > 0 && Name.starts_with("pop");
    IsWhole |= IsDrain;
    if (IsWhole)
      Slot.Key = 0;
    Ref Element = Object;
    Element.Key = keyOfName(Name);
    release(Slot, IsWhole, Loc, Which, /*IsMoveOut=*/IsDrain, IsDrain);
    return Element.Kind == Ref::Place ? Element : Ref();
  }
  case MethodKind::Swap: {
    if (Args.size() != 1)
      break;
    Ref Other = eval(Args[0]);
    if (Other.Kind == Ref::Variable)
      Other = Vars.lookup(Other.Var);
    if (Other.Kind == Ref::Object && Role == TypeRole::Container)
      Other = Ref::place(Other.Value, P.ElementMember);
    if (Role == TypeRole::Callable) {
      swapPointers(Object, Other, ObjectType, Loc);
      return Ref();
    }
    Ref OldObject = Object, OldOther = Other;
    OldObject.Key = OldOther.Key = freshKey();
    ValueIndex A = load(OldObject, ObjectType, Loc);
    ValueIndex B = load(OldOther, ObjectType, Loc);
    release(Object, /*IsWhole=*/true, Loc, None, /*IsMoveOut=*/true);
    release(Other, /*IsWhole=*/true, Loc, None, /*IsMoveOut=*/true);
    Ref To = Object;
    To.Key = freshKey();
    store(To, B, Loc);
    To = Other;
    To.Key = freshKey();
    store(To, A, Loc);
    return Ref();
  }
  case MethodKind::Element: {
    for (const Expr *A : Args)
      eval(A);
    if (Object.Kind != Ref::Place)
      return Object;
    unsigned Key = Args.empty() ? keyOfName(Name) : keyOf(Args[0]);
    if (Name == "get" || Name == "value" || Name == "load" ||
        Name == "value_or" || Name == "data")
      Key = Object.Key;
    else if (Name == "begin" || Name == "end" || Name == "rbegin" ||
             Name == "rend" || Name == "cbegin" || Name == "cend")
      Key = freshKey();
    return element(Object, Key, E);
  }
  case MethodKind::Other:
    break;
  }
  // An atomic pointer.
  if ((Name == "store" || Name == "exchange") && !Args.empty() &&
      Object.Kind == Ref::Place) {
    assign(Object, eval(Args[0]), ObjectType, Loc);
    return Ref();
  }
  for (const Expr *A : Args) {
    eval(A);
    if (Name == "count" || Name == "contains") {
      Tested[E] = Object;
      Tested[E].Key = keyOf(A);
    }
  }
  if (isa<CXXConversionDecl>(M))
    return Object;
  return Ref();
}

Ref BodyReader::evalLibraryCall(const CallExpr *E, const FunctionDecl *Callee) {
  SourceLocation Loc = E->getExprLoc();
  StringRef Name =
      Callee->getDeclName().isIdentifier() ? Callee->getName() : StringRef();
  ArrayRef<const Expr *> Args(E->getArgs(), E->getNumArgs());

  if (Name == "make_shared" || Name == "make_unique" ||
      Name == "allocate_shared" || Name == "make_shared_noinit" ||
      Name == "create") {
    QualType Result = E->getType();
    const CXXRecordDecl *R = P.TheShapes.pointee(Result);
    if (Name == "allocate_shared" && !Args.empty())
      Args = Args.drop_front();
    const auto *Pointer = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
        Result->getAsCXXRecordDecl());
    bool IsContainer =
        Pointer && Pointer->getTemplateArgs().size() > 0 &&
        Pointer->getTemplateArgs()[0].getKind() == TemplateArgument::Type &&
        P.TheShapes.of(Pointer->getTemplateArgs()[0].getAsType()) ==
            Shape::Many;
    if (IsContainer) {
      ValueIndex C = newContainer(Loc);
      for (const Expr *A : Args)
        assignElements(Ref::place(C, P.ElementMember), eval(A), Loc);
      return Ref::object(C);
    }
    if (R && P.TheShapes.roleOf(Result) != TypeRole::OwnsNothing)
      return makeObject(R, Args, Loc);
  }
  if (Name == "move" && Args.size() == 1) {
    Ref R = eval(Args[0]);
    // What is moved out of a field is released; who moves a local ends its
    // life, which is nothing to us.
    if (R.Kind == Ref::Place) {
      if (P.TheShapes.of(Args[0]->getType()) == Shape::Many && R.Key == 0) {
        Ref Element = R;
        Element.Key = freshKey();
        ValueIndex C = newContainer(Loc);
        ValueIndex V = load(Element, Args[0]->getType(), Loc);
        release(R, /*IsWhole=*/true, Loc, None, /*IsMoveOut=*/true);
        store(Ref::place(C, P.ElementMember, freshKey()), V, Loc);
        return Ref::place(C, P.ElementMember);
      }
      ValueIndex V = load(R, Args[0]->getType(), Loc);
      bool IsDrain = LoopDepth > 0 &&
                     (R.Key == keyOfName("front") ||
                      R.Key == keyOfName("back") || R.Key == keyOfName("top"));
      release(R, /*IsWhole=*/R.Key == 0 || R.IsEach || IsDrain, Loc, None,
              /*IsMoveOut=*/true, IsDrain);
      return Ref::object(V);
    }
    if (R.Kind == Ref::Variable)
      MovedFrom[R.Var] = Vars.lookup(R.Var);
    return R;
  }
  if (Args.size() >= 1 &&
      (Name == "forward" || Name == "ref" || Name == "cref" ||
       Name == "as_const" || Name == "addressof" || Name == "__addressof" ||
       Name.ends_with("pointer_cast") || Name == "get" || Name == "get_if" ||
       Name == "any_cast" || Name == "qobject_cast" || Name == "begin" ||
       Name == "end" || Name == "next" || Name == "prev" ||
       Name == "make_optional" || Name == "atomic_load" ||
       Name == "move_if_noexcept" || Name == "to_address" ||
       Name == "back_inserter" || Name == "front_inserter" ||
       Name == "inserter" || Name == "make_move_iterator")) {
    Ref R = eval(Args[0]);
    for (const Expr *A : Args.drop_front())
      eval(A);
    if (Name.ends_with("pointer_cast") || Name == "qobject_cast")
      return narrow(R, E->getType(), Loc);
    if (Name == "get")
      if (const TemplateArgumentList *T =
              Callee->getTemplateSpecializationArgs();
          T && T->size() > 0 &&
          T->get(0).getKind() == TemplateArgument::Integral)
        R = part(R, T->get(0).getAsIntegral().getZExtValue());
    if (Name == "get" || Name == "get_if" || Name == "any_cast") {
      if (P.TheShapes.of(E->getType()) == Shape::Object)
        return Ref::object(load(R, E->getType(), Loc));
    }
    return R;
  }
  if ((Name == "find" || Name == "find_if" || Name == "find_if_not" ||
       Name == "remove" || Name == "remove_if" || Name == "partition" ||
       Name == "unique") &&
      Args.size() >= 2) {
    Ref R = eval(Args[0]);
    eval(Args[1]);
    Ref What;
    for (const Expr *A : Args.drop_front(2))
      What = eval(A);
    if (R.Kind == Ref::Place)
      R.Key = freshKey();
    return R;
  }
  if (Name == "exchange" && Args.size() == 2) {
    Ref To = eval(Args[0]);
    QualType T = Args[0]->getType();
    Ref From = eval(Args[1]);
    Ref Old;
    if (P.TheShapes.of(T) == Shape::Many && To.Kind == Ref::Place) {
      Ref Element = To;
      Element.Key = freshKey();
      ValueIndex C = newContainer(Loc);
      ValueIndex V = load(Element, T, Loc);
      release(To, /*IsWhole=*/true, Loc, None, /*IsMoveOut=*/true);
      store(Ref::place(C, P.ElementMember, freshKey()), V, Loc);
      return Ref::place(C, P.ElementMember);
    }
    Old = Ref::object(load(To, T, Loc));
    if (From.Kind == Ref::Null || From.Kind == Ref::Nothing) {
      release(To, /*IsWhole=*/To.Key == 0 || To.IsEach, Loc, None,
              /*IsMoveOut=*/true);
      return Old;
    }
    assign(To, From.Kind == Ref::Nothing ? Ref::null() : From, T, Loc);
    return Old;
  }
  if (Name == "swap" && Args.size() == 2) {
    Ref L = eval(Args[0]), R = eval(Args[1]);
    QualType T = Args[0]->getType();
    if (P.TheShapes.of(T) != Shape::Many) {
      swapPointers(L, R, T, Loc);
    } else {
      release(L, /*IsWhole=*/true, Loc, None, /*IsMoveOut=*/true);
      release(R, /*IsWhole=*/true, Loc, None, /*IsMoveOut=*/true);
    }
    return Ref();
  }
  if (Name == "atomic_store" && Args.size() == 2) {
    Ref To = eval(Args[0]);
    assign(To, eval(Args[1]), Args[1]->getType(), Loc);
    return Ref();
  }
  if (Name == "bind" || Name == "bind_front" || Name == "bind_back")
    return evalBind(E);
  if (Name == "make_pair" || Name == "make_tuple" || Name == "make_any" ||
      Name == "tie" || Name == "forward_as_tuple") {
    ValueIndex C = newContainer(Loc);
    for (const auto &[N, A] : enumerate(Args)) {
      Ref R = eval(A);
      store(Ref::place(C, P.ElementMember, keyOfPart(N)),
            load(R, A->getType(), Loc), Loc);
    }
    return Ref::place(C, P.ElementMember);
  }

  if (Name == "invoke" && !Args.empty()) {
    const auto *F = dyn_cast<DeclRefExpr>(Args[0]->IgnoreParenImpCasts());
    const auto *Called = F ? dyn_cast<FunctionDecl>(F->getDecl()) : nullptr;
    if (Called && !isa<CXXMethodDecl>(Called))
      return emitCall(Called, None, Args.drop_front(), E->getType(), Loc,
                      /*IsVirtual=*/false);
  }
  static constexpr llvm::StringLiteral Keeping[] = {
      "make_exception_ptr", "throw_with_nested", "async"};
  if (is_contained(Keeping, Name)) {
    for (const Expr *A : Args)
      keepOutside(eval(A), A->getType(), Loc);
    return Ref();
  }
  if (Name == "erase" || Name == "erase_if") {
    for (const Expr *A : Args.drop_front())
      eval(A);
    release(eval(Args[0]), /*IsWhole=*/false, Loc);
    return Ref();
  }

  // Everything else: it may call the callables that it gets, with elements of
  // the places that it gets.
  SmallVector<Ref, 4> Places, Modified;
  SmallVector<std::pair<Ref, QualType>, 2> Callables;
  for (const Expr *A : Args) {
    Ref R = eval(A);
    if (R.Kind == Ref::Variable)
      R = Vars.lookup(R.Var);
    const CXXRecordDecl *Record = A->getType()->getAsCXXRecordDecl();
    if (Record && Record->isLambda())
      Callables.push_back({R, A->getType()});
    else if (R.Kind == Ref::Place) {
      R.Key = freshKey();
      Places.push_back(R);
      if (!A->getType().isConstQualified())
        Modified.push_back(R);
    } else if (R.Kind == Ref::Object && !Callee->isInStdNamespace())
      escape(R, A->getType(), Loc);
  }
  if (Callee->isInStdNamespace() && !keepsElements(Name))
    for (const Ref &R : Modified)
      releasePerhaps(R, Loc);
  if ((Name.starts_with("copy") || Name == "move") && Places.size() >= 2)
    store(Places.back(), load(Places.front(), QualType(), Loc), Loc);
  for (const auto &[C, T] : Callables) {
    if (!Callee->isInStdNamespace()) {
      escape(C, T, Loc);
      continue;
    }
    SmallVector<Ref, 2> Parameters;
    if (!Places.empty())
      Parameters.assign(2, Places.front());
    ++LoopDepth;
    ValueIndex Made = invoke(C, Parameters, Loc);
    if (Name.starts_with("generate") || Name.starts_with("transform")) {
      // What it returns goes where the algorithm writes.
      Ref To = Places.empty()
                   ? Ref()
                   : Places[Name.starts_with("g") ? 0 : Places.size() - 1];
      store(To, Made, Loc);
    }
    --LoopDepth;
  }
  // `max_element` and their like: one of the elements.
  if (!Args.empty() && !Places.empty() &&
      P.AST.hasSameUnqualifiedType(E->getType(), Args[0]->getType()))
    return Places.front();
  return Ref();
}

/// std::bind keeps copies of its arguments: an object like a lambda's.
Ref BodyReader::evalBind(const CallExpr *E) {
  SourceLocation Loc = E->getExprLoc();
  struct Kept {
    const Expr *Arg;
    ValueIndex Value;
  };
  SmallVector<Kept, 2> Owned;
  for (const Expr *A : E->arguments()) {
    Ref R = eval(A);
    QualType T = A->getType();
    bool IsOwner = P.TheShapes.isOwner(T) || P.TheShapes.of(T) == Shape::Object;
    if (!IsOwner || R.Kind == Ref::Nothing)
      continue;
    ValueIndex V = load(R, T, A->getExprLoc());
    if (V != None && P.recordOf(T) != None)
      Owned.push_back({A, V});
  }
  if (Owned.empty())
    return Ref();

  Record Bind;
  RecordIndex Index = P.S.Records.size();
  Bind.Name = Bind.Pattern = Bind.QualifiedName = "bind";
  Bind.Complete = true;
  Bind.IsInMainFile = P.SM.isInMainFile(P.SM.getExpansionLoc(Loc));
  Bind.Where = Places(P.SM).of(Loc);
  Bind.Id = ("bind" + placeSuffix(Bind.Where) + "#" + Twine(Index)).str();
  std::vector<FieldAnchor> Anchors;
  for (const Kept &K : Owned) {
    OwningField Field;
    Field.IsCapture = true;
    Field.StoresInSight = true;
    const Expr *Source = K.Arg->IgnoreImplicit()->IgnoreParens();
    if (const auto *C = dyn_cast<CXXConstructExpr>(Source))
      if (C->getNumArgs() == 1)
        Source = C->getArg(0)->IgnoreImplicit()->IgnoreParens();
    if (const auto *D = dyn_cast<DeclRefExpr>(Source))
      Field.Name = D->getDecl()->getNameAsString();
    else if (const auto *C = dyn_cast<CXXMemberCallExpr>(Source)) {
      if (const CXXMethodDecl *M = C->getMethodDecl())
        Field.Name = M->getNameAsString() + "()";
    } else
      Field.Name = "argument";
    Field.Type = K.Arg->getType().getAsString(P.AST.getPrintingPolicy());
    Hop H;
    H.Target = P.recordOf(K.Arg->getType());
    TypeRole Role;
    if (const CXXRecordDecl *R = K.Arg->getType()->getAsCXXRecordDecl())
      Role = P.Types.roleOf(*R);
    H.Kind = Role.Kind == TypeRole::SharedPointer   ? OwnerKind::Shared
             : Role.Kind == TypeRole::UniquePointer ? OwnerKind::Unique
                                                    : OwnerKind::Value;
    if (H.Kind == OwnerKind::Shared) {
      H.Steps.push_back({Step::Shared, Role.Name, ""});
      H.Weak = Role.Weak;
    }
    Field.Hops.push_back(std::move(H));
    FieldAnchor Anchor;
    Anchor.Where = K.Arg->getBeginLoc();
    Field.Where = Places(P.SM).of(Anchor.Where);
    Anchors.push_back(Anchor);
    Bind.Fields.push_back(std::move(Field));
  }
  P.S.Records.push_back(std::move(Bind));
  P.Result.Anchors.push_back(std::move(Anchors));

  Instruction I = make(Instruction::New, Loc);
  I.Type = Index;
  I.IsExact = true;
  ValueIndex Object = push(std::move(I));
  for (const auto &[N, K] : enumerate(Owned))
    store(Ref::place(Object, P.memberOf(Index, N)), K.Value, Loc);
  return Ref::object(Object);
}

} // namespace ownership
