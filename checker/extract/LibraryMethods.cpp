//===- LibraryMethods.cpp - What the library's methods do -----------------===//
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

#include "extract/LibraryMethods.h"
#include "extract/Expressions.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"

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

const ClassTemplateSpecializationDecl *specialization(QualType T) {
  return dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T.getNonReferenceType()->getAsCXXRecordDecl());
}

/// Whether \p Element is an argument of the container itself, and not behind a
/// pointer.
bool holdsByValue(QualType Container, const CXXRecordDecl *Element) {
  const ClassTemplateSpecializationDecl *Spec = specialization(Container);
  return Element && Spec &&
         any_of(Spec->getTemplateArgs().asArray(),
                [&](const TemplateArgument &A) {
                  return A.getKind() == TemplateArgument::Type &&
                         A.getAsType()->getAsCXXRecordDecl() == Element;
                });
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
const Expr *keyArgument(StringRef Method, Arguments Args) {
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

/// `erase(remove_if(begin(), end(), Predicate), end())`
bool isSweep(const Expr *Arg) {
  Arg = Arg->IgnoreUnlessSpelledInSource();
  // A conversion to a constant iterator.
  if (const auto *C = dyn_cast<CXXConstructExpr>(Arg);
      C && C->getNumArgs() == 1)
    Arg = C->getArg(0)->IgnoreUnlessSpelledInSource();
  const auto *Call = dyn_cast<CallExpr>(Arg);
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  return F && F->getIdentifier() && F->getName() == "remove_if" &&
         isSweepingPredicate(Call->getArg(Call->getNumArgs() - 1));
}

/// By which method of the container the element is named that \p Method takes
/// out.
StringRef elementTaken(StringRef Method, QualType Container) {
  if (Method == "pop_back")
    return "back";
  if (Method == "pop_front")
    return "front";
  const ClassTemplateSpecializationDecl *Spec = specialization(Container);
  if (Method != "pop" || !Spec || !Spec->getIdentifier())
    return StringRef();
  return Spec->getName() == "queue" ? "front" : "top";
}

/// `erase(begin(), ...)`, `resize(0)`
bool removesAll(StringRef Method, Arguments Args, const ASTContext &AST) {
  if (Method == "resize" && Args.size() == 1) {
    Expr::EvalResult Size;
    return Args[0]->EvaluateAsInt(Size, AST) && Size.Val.getInt() == 0;
  }
  if (Method != "erase" || Args.size() != 2)
    return false;
  const Expr *From = Args[0];
  if (const auto *C = dyn_cast<CXXConstructExpr>(From->IgnoreImplicit()))
    if (C->getNumArgs() == 1)
      From = C->getArg(0);
  const auto *Call =
      dyn_cast<CXXMemberCallExpr>(From->IgnoreImplicit()->IgnoreParens());
  const CXXMethodDecl *M = Call ? Call->getMethodDecl() : nullptr;
  return M && M->getIdentifier() &&
         (M->getName() == "begin" || M->getName() == "cbegin");
}

} // namespace

bool isAddingMethod(StringRef Name) {
  return methodKind(Name) == MethodKind::Add;
}

Ref LibraryMethods::eval(const CXXMemberCallExpr *E, const CXXMethodDecl *M,
                         Ref Object, QualType ObjectType) {
  MethodCall C;
  C.E = E;
  C.M = M;
  C.Name = M->getDeclName().isIdentifier() ? M->getName() : StringRef();
  C.Args = Arguments(E->getArgs(), E->getNumArgs());
  while (!C.Args.empty() && isa<CXXDefaultArgExpr>(C.Args.back()))
    C.Args = C.Args.drop_back();
  C.ObjectType = ObjectType;
  C.Role = P.TheShapes.roleOf(ObjectType);
  C.Loc = E->getExprLoc();

  if (C.Name == "detach" && C.Role == TypeRole::OwnsNothing) {
    Access.keepOutside(Object, ObjectType, C.Loc);
    return Ref();
  }
  // A callable or container on the heap: the pointer's own methods come first.
  if (C.Role == TypeRole::SharedPointer || C.Role == TypeRole::UniquePointer ||
      C.Role == TypeRole::WeakPointer)
    return callPointer(C, Object);

  if (Object.Kind == Ref::Variable && C.Role != TypeRole::Callable) {
    Object = Vars.resolve(Object);
    if (Object.Kind == Ref::Object)
      Object = Ref::place(Object.Value, P.ElementMember);
  } else if (Object.Kind == Ref::Object && C.Role == TypeRole::Container)
    Object = Ref::place(Object.Value, P.ElementMember);

  switch (methodKind(C.Name)) {
  case MethodKind::Add:
    return add(C, Object);
  case MethodKind::Empty:
    Exprs.evalAll(C.Args);
    Access.assign(Object, Ref::null(), ObjectType, C.Loc);
    return Ref();
  case MethodKind::RemoveSome:
    return removeSome(C, Object);
  case MethodKind::Swap:
    return C.Args.size() == 1 ? swap(C, Object) : callOther(C, Object);
  case MethodKind::Element:
    return element(C, Object);
  case MethodKind::Other:
    return callOther(C, Object);
  }
  return Ref();
}

Ref LibraryMethods::callPointer(const MethodCall &C, const Ref &Pointer) {
  if (C.Name == "reset") {
    Ref From = C.Args.empty() ? Ref::null() : Exprs.eval(C.Args[0]);
    Access.assign(Pointer, From, C.ObjectType, C.Loc);
    return Ref();
  }
  if (C.Name == "swap" && C.Args.size() == 1) {
    Access.swapPointers(Pointer, Exprs.eval(C.Args[0]), C.ObjectType, C.Loc);
    return Ref();
  }
  if (C.Name == "get" || C.Name == "lock" || C.Name == "toStrongRef" ||
      C.Name == "data" || C.Name == "promote") {
    Ref R = Ref::object(Access.load(Pointer, C.ObjectType, C.Loc));
    if (C.Name != "get" && C.Name != "data")
      Access.doubt(R.Value, C.Loc);
    return R;
  }
  if (C.Name == "release") {
    Ref R = Ref::object(Access.load(Pointer, C.ObjectType, C.Loc));
    Access.release(Pointer, /*IsWhole=*/true, C.Loc);
    return R;
  }
  Exprs.evalAll(C.Args);
  // `if (!p)`
  if (isa<CXXConversionDecl>(C.M)) {
    Empty.test(C.E, Access.places(Pointer));
    Empty.testPointer(C.E, Pointer);
  }
  return Ref();
}

Ref LibraryMethods::add(const MethodCall &C, const Ref &Object) {
  if (C.Name == "assign")
    Access.release(Object, /*IsWhole=*/true, C.Loc);
  addTo(Object, C.Args, C.Name, C.ObjectType, C.Loc);
  Ref R = Object;
  // The key of what was just added, for the iterator or reference.
  if (R.Kind == Ref::Place) {
    if (C.Name == "emplace_back" || C.Name == "push_back")
      R.Key = Keys.ofName("back");
    else if (C.Args.size() > 1 ||
             (C.Args.size() == 1 && C.Name == "try_emplace"))
      R.Key = Keys.of(C.Args[0]);
  }
  QualType T = C.E->getType();
  if (P.TheShapes.of(T) == Shape::Object)
    return Ref::object(Access.load(R, T, C.Loc));
  return R;
}

void LibraryMethods::addTo(const Ref &Place, Arguments Args, StringRef Method,
                           QualType Container, SourceLocation Loc) {
  Ref Slot = Place.at(Keys.fresh());
  if (Method.contains("push") || Method.contains("emplace_"))
    Slot.Key = Keys.ofName(Method.ends_with("front") ? "front" : "back");
  Slot.IsEach = false;
  Storing How = Storing::Added;
  if (Slot.Kind == Ref::Place) {
    Uniqueness Kind = uniqueness(
        Container, !Args.empty() && P.TheShapes.isOwner(Args[0]->getType()));
    const Expr *KeyArg = keyArgument(Method, Args);
    Ref Looked = Slot.at(KeyArg ? Keys.of(KeyArg) : 0);
    if (Method == "insert_or_assign") {
      Slot.Key = Looked.Key;
      How = Empty.storing(Slot, Storing::Replaced);
    } else if (Kind == Uniqueness::ByKey)
      How = Empty.storing(Looked, Storing::PerhapsAdded);
  }
  // An element that is a class of the user's is built from the arguments.
  bool IsEmplace = Method.contains("emplace");
  const CXXRecordDecl *Element = P.TheShapes.pointee(Container);
  bool IsSame =
      Args.size() == 1 && Args[0]->getType()->getAsCXXRecordDecl() == Element;
  if (IsEmplace && !IsSame && holdsByValue(Container, Element) &&
      !P.TheShapes.isKnown(*Element)) {
    Ref Object = Exprs.Made.make(Element, Args, Loc);
    return Access.store(Slot, Access.load(Object, QualType(), Loc), Loc, How);
  }
  bool HasKeyArgument = Args.size() == 2 && !IsEmplace;
  for (const auto &[N, Arg] : enumerate(Args)) {
    Ref R = Exprs.eval(Arg);
    if (R.Kind == Ref::Nothing || R.Kind == Ref::Null)
      continue;
    // A place within the same container says where, not what.
    if (R.Kind == Ref::Place && R.Value == Place.Value &&
        R.Member == Place.Member && HasKeyArgument && N == 0)
      continue;
    Shape Sh = P.TheShapes.of(Arg->getType());
    if (Sh == Shape::Nothing && R.Kind != Ref::Place)
      continue;
    R = Access.oneOf(R);
    Access.store(Slot, Access.load(R, Arg->getType(), Arg->getExprLoc()), Loc,
                 How);
    bool IsTaken = Method.starts_with("splice") || Method == "merge";
    if (IsTaken && R.Kind == Ref::Place && R.Value != Place.Value)
      Access.releasePerhaps(R, Loc);
  }
}

Ref LibraryMethods::removeSome(const MethodCall &C, const Ref &Object) {
  ValueIndex Which = None;
  unsigned Key = 0;
  for (const Expr *A : C.Args) {
    Ref R = Exprs.eval(A);
    if (R.Kind == Ref::Place && R.Key)
      Key = R.Key;
    if (R.Kind == Ref::Object || R.Kind == Ref::Variable)
      Which = Access.load(R, A->getType(), C.Loc);
  }
  if (!C.Args.empty() && Key == 0 && Which == None && C.Name == "erase")
    Key = Keys.of(C.Args[0]);
  // A loop that pops takes out all, one by one.
  bool IsDrain = Out.isInLoop() && C.Name.starts_with("pop");
  bool IsWhole = IsDrain || removesAll(C.Name, C.Args, P.AST);
  if (StringRef Taken = elementTaken(C.Name, C.ObjectType);
      !IsDrain && !Taken.empty() && Object.Kind == Ref::Place)
    Which = Access.load(Object.at(Keys.ofName(Taken)), QualType(), C.Loc);
  Sweep Kind = Sweep::No;
  if (Sweeping.contains(C.E) ||
      any_of(C.Args, [](const Expr *A) { return isSweep(A); }) ||
      (C.Name == "remove_if" && C.Args.size() == 1 &&
       isSweepingPredicate(C.Args[0])))
    Kind = Sweep::Yes;
  else if (C.Name.starts_with("pop"))
    Kind = Sweep::IfRepeated;
  // Cut to a length, which it perhaps has not reached.
  if (C.Name == "resize" && !IsWhole) {
    Access.releasePerhaps(Object, C.Loc);
    return Ref();
  }
  Access.release(Object.at(IsWhole ? 0 : Key), IsWhole, C.Loc, Which,
                 /*IsMoveOut=*/IsDrain, IsDrain, Kind);
  return Object.Kind == Ref::Place ? Object.at(Keys.ofName(C.Name)) : Ref();
}

Ref LibraryMethods::swap(const MethodCall &C, const Ref &Object) {
  Ref Other = Vars.resolve(Exprs.eval(C.Args[0]));
  if (Other.Kind == Ref::Object && C.Role == TypeRole::Container)
    Other = Ref::place(Other.Value, P.ElementMember);
  if (C.Role == TypeRole::Callable) {
    Access.swapPointers(Object, Other, C.ObjectType, C.Loc);
    return Ref();
  }
  Access.swapElements(Object, Other, C.ObjectType, C.Loc);
  return Ref();
}

Ref LibraryMethods::element(const MethodCall &C, const Ref &Object) {
  Exprs.evalAll(C.Args);
  if (Object.Kind != Ref::Place)
    return Object;
  unsigned Key = C.Args.empty() ? Keys.ofName(C.Name) : Keys.of(C.Args[0]);
  static constexpr llvm::StringLiteral Same[] = {"get", "value", "load",
                                                 "value_or", "data"};
  static constexpr llvm::StringLiteral Any[] = {"begin", "end",    "rbegin",
                                                "rend",  "cbegin", "cend"};
  if (is_contained(Same, C.Name))
    Key = Object.Key;
  else if (is_contained(Any, C.Name))
    Key = Keys.fresh();
  return Access.element(Object, Key, C.E);
}

Ref LibraryMethods::callOther(const MethodCall &C, const Ref &Object) {
  // An atomic pointer.
  if ((C.Name == "store" || C.Name == "exchange") && !C.Args.empty() &&
      Object.Kind == Ref::Place) {
    Access.assign(Object, Exprs.eval(C.Args[0]), C.ObjectType, C.Loc);
    return Ref();
  }
  for (const Expr *A : C.Args) {
    Exprs.eval(A);
    if (C.Name != "count" && C.Name != "contains")
      continue;
    Ref Counted = Object.at(Keys.of(A));
    if (Counted.Kind == Ref::Place)
      Empty.test(C.E, {Counted});
  }
  return isa<CXXConversionDecl>(C.M) ? Object : Ref();
}

} // namespace ownership
