//===- Calls.cpp - What a call gets and gives -----------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A function whose body is in sight is read once, and a call of it names what
// its parameters get: the analysis puts the two together. A pointer that the
// callee may change goes as a place of its own. What no body tells is looked up
// by its name, or else may do anything with what it gets.
//
//===----------------------------------------------------------------------===//

#include "extract/Calls.h"
#include "extract/Expressions.h"
#include "extract/MemberPointers.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;
using namespace llvm;

namespace ownership {

Ref CallReader::evalCall(const CallExpr *E) {
  const FunctionDecl *Callee = E->getDirectCallee();
  SourceLocation Loc = E->getExprLoc();
  if (!Callee) {
    // A function pointer, or a pointer to member.
    Exprs.eval(E->getCallee());
    for (const Expr *A : E->arguments())
      Access.escape(Exprs.eval(A), A->getType(), Loc);
    return Ref();
  }
  if (!P.isUserCode(Callee))
    return Exprs.Functions.eval(E, Callee);
  ArrayRef<const Expr *> Args(E->getArgs(), E->getNumArgs());
  return call(Callee, None, Args, E->getType(), Loc);
}

static bool isNull(const Expr *E) {
  return isa<CXXNullPtrLiteralExpr, GNUNullExpr>(
      E->IgnoreUnlessSpelledInSource());
}

/// For `bool empty() const { return !head; }` the field that it tests, and
/// whether it says that it is null.
static std::pair<const FieldDecl *, bool> testedBy(const CXXMethodDecl &M) {
  const auto *Body = dyn_cast_or_null<CompoundStmt>(M.getBody());
  const auto *Return = Body && Body->size() == 1
                           ? dyn_cast<ReturnStmt>(Body->body_front())
                           : nullptr;
  if (!Return || !Return->getRetValue() || !M.getReturnType()->isBooleanType())
    return {};
  auto Strip = [](const Expr *E) {
    return E->IgnoreImplicit()->IgnoreParenCasts()->IgnoreImplicit();
  };
  const Expr *E = Strip(Return->getRetValue());
  bool IsNegated = false;
  while (const auto *Not = dyn_cast<UnaryOperator>(E)) {
    if (Not->getOpcode() != UO_LNot)
      return {};
    IsNegated = !IsNegated;
    E = Strip(Not->getSubExpr());
  }
  const Expr *Pointer = nullptr;
  if (const auto *Op = dyn_cast<CXXOperatorCallExpr>(E)) {
    if (Op->getNumArgs() != 2 || !isNull(Op->getArg(1)) ||
        (Op->getOperator() != OO_EqualEqual &&
         Op->getOperator() != OO_ExclaimEqual))
      return {};
    IsNegated ^= Op->getOperator() == OO_EqualEqual;
    Pointer = Op->getArg(0);
  } else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E);
             Call && isa_and_nonnull<CXXConversionDecl>(Call->getMethodDecl()))
    Pointer = Call->getImplicitObjectArgument();
  const auto *Named =
      Pointer ? dyn_cast<MemberExpr>(
                    Pointer->IgnoreParenBaseCasts()->IgnoreParenImpCasts())
              : nullptr;
  if (!Named || !isa<CXXThisExpr>(Named->getBase()->IgnoreParenImpCasts()))
    return {};
  return {dyn_cast<FieldDecl>(Named->getMemberDecl()), IsNegated};
}

Ref CallReader::evalMemberCall(const CXXMemberCallExpr *E) {
  const Expr *ObjectExpr = E->getImplicitObjectArgument();
  const CXXMethodDecl *M = E->getMethodDecl();
  SourceLocation Loc = E->getExprLoc();
  if (!M) {
    // `(object.*pointer)(...)`
    const auto *Through =
        dyn_cast<BinaryOperator>(E->getCallee()->IgnoreParens());
    const CXXMethodDecl *Method =
        Through ? methodCalledBy(*Through->getRHS()) : nullptr;
    if (!Method)
      return evalUnknown(E);
    const Expr *On = Through->getLHS();
    ValueIndex This = Access.load(Exprs.eval(On), On->getType(), Loc);
    return call(Method, This, ArrayRef(E->getArgs(), E->getNumArgs()),
                E->getType(), Loc, Method->isVirtual());
  }
  // The pointers of libstdc++ inherit what they do.
  QualType ObjectType = ObjectExpr->IgnoreParenBaseCasts()->getType();
  if (ObjectType->isPointerType())
    ObjectType = ObjectType->getPointeeType();
  StringRef Name = M->getDeclName().isIdentifier() ? M->getName() : StringRef();

  Ref R = Exprs.eval(ObjectExpr);
  if (E->getNumArgs() == 0 &&
      (Name == "shared_from_this" || Name == "weak_from_this" ||
       Name == "sharedFromThis"))
    return Ref::object(Access.load(R, ObjectType, Loc));
  if (P.TheShapes.roleOf(ObjectType) != TypeRole::Record)
    return Exprs.Methods.eval(E, M, R, ObjectType);
  if (isa<CXXConversionDecl>(M) && !M->hasBody())
    return R;
  ValueIndex This = Access.load(R, ObjectType, Loc);
  bool IsVirtual = false;
  if (const auto *Callee = dyn_cast<MemberExpr>(E->getCallee()->IgnoreParens()))
    IsVirtual =
        M->isVirtual() && Callee->performsVirtualDispatch(P.AST.getLangOpts());
  if (const auto [Field, IsNegated] = testedBy(*M); Field && !IsVirtual)
    if (P.TheShapes.of(Field->getType()) == Shape::Pointer && This != None)
      Empty.testPointer(E, Ref::place(This, P.memberOf(Field)), IsNegated);
  return call(M, This, ArrayRef(E->getArgs(), E->getNumArgs()), E->getType(),
              Loc, IsVirtual);
}

/// The class of an object that a parameter by value gets from an lvalue without
/// a constructor in sight, as through make_shared.
const CXXRecordDecl *CallReader::copiedInto(QualType Parameter,
                                            const Expr &Arg) const {
  if (!Arg.isLValue() || Parameter.isNull() || Parameter->isReferenceType() ||
      P.TheShapes.of(Parameter) != Shape::Object ||
      !P.AST.hasSameUnqualifiedType(Parameter, Arg.getType()))
    return nullptr;
  return Parameter->getAsCXXRecordDecl();
}

Ref CallReader::call(const FunctionDecl *Callee, ValueIndex This,
                     ArrayRef<const Expr *> Args, QualType Result,
                     SourceLocation Loc, bool IsVirtual) {
  Instruction I = Out.make(Instruction::Call, Loc);
  I.Base = This;
  struct Box {
    const ValueDecl *Var;
    ValueIndex Value;
    QualType T;
  };
  SmallVector<Box, 2> Boxes;
  // A lambda gets the objects themselves, for algorithms call it as well.
  const auto *M = dyn_cast<CXXMethodDecl>(Callee);
  bool IsLambda = M && M->getParent()->isLambda();
  for (const auto &[N, Arg] : enumerate(Args)) {
    QualType Parameter = N < Callee->getNumParams()
                             ? Callee->getParamDecl(N)->getType()
                             : QualType();
    Ref R = Exprs.eval(Arg);
    // What the library passes on is copied there.
    if (const CXXRecordDecl *Class = copiedInto(Parameter, *Arg))
      if (ValueIndex V = Access.load(R, Arg->getType(), Arg->getExprLoc());
          V != None)
        R = Ref::object(Access.copyOf(V, Class, Arg->getExprLoc()));
    if (N < 32 && P.TheShapes.isOwner(Arg->getType()))
      I.OwningOperands |= 1u << N;
    bool IsOut = !IsLambda && P.TheShapes.isPointerReference(Parameter) &&
                 P.TheShapes.of(Parameter) == Shape::Pointer;
    // A pointer that the callee may change is passed as a place of its own.
    if (IsOut && R.Kind == Ref::Variable) {
      ValueIndex V = Out.newContainer(Arg->getExprLoc());
      Access.store(Ref::place(V, P.referenceMember(Parameter)),
                   Access.load(R, Arg->getType(), Arg->getExprLoc()),
                   Arg->getExprLoc());
      Boxes.push_back({R.Var, V, Arg->getType()});
      I.Operands.push_back(V);
    } else if (IsOut && R.Kind == Ref::Place) {
      I.Operands.push_back(Access.handle(R, Arg->getExprLoc()));
    } else
      I.Operands.push_back(
          Access.argument(R, Arg->getType(), Arg->getExprLoc()));
  }
  if (P.isUserCode(Callee) || IsLambda) {
    I.Callees.push_back(P.indexOfDefinition(Callee));
    if (IsVirtual && M)
      append_range(I.Callees, P.overriders(M));
  }
  I.Type = P.recordOf(Result);
  // The context and place are those after the arguments.
  ValueIndex V = Out.push(std::move(I));
  for (const Box &B : Boxes)
    Vars.assign(B.Var,
                Ref::object(Access.load(
                    Ref::place(B.Value, P.referenceMember(B.T)), B.T, Loc)));
  if (Result.isNull())
    return Ref();
  if (P.TheShapes.isPointerReference(Callee->getReturnType()))
    return Ref::place(V, P.referenceMember(Result));
  return result(V, Result);
}

Ref CallReader::result(ValueIndex V, QualType T) const {
  switch (P.TheShapes.of(T)) {
  case Shape::Nothing:
    return Ref();
  case Shape::Many:
    return Ref::place(V, P.ElementMember);
  default:
    return Ref::object(V);
  }
}

ValueIndex CallReader::invoke(const Ref &Callable, ArrayRef<Ref> Args,
                              SourceLocation Loc) {
  ValueIndex C = Access.load(Callable, QualType(), Loc);
  if (C == None)
    return None;
  Instruction I = Out.make(Instruction::Call, Loc);
  I.Base = C;
  for (const Ref &A : Args)
    I.Operands.push_back(Access.load(A, QualType(), Loc));
  return Out.push(std::move(I));
}

//===----------------------------------------------------------------------===//
// Operators
//===----------------------------------------------------------------------===//

Ref CallReader::evalOperatorCall(const CXXOperatorCallExpr *E) {
  const FunctionDecl *Callee = E->getDirectCallee();
  SourceLocation Loc = E->getOperatorLoc();
  if (!Callee)
    return evalUnknown(E);
  const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
  // The pointers of libstdc++ inherit what they do.
  QualType First = E->getNumArgs()
                       ? E->getArg(0)->IgnoreParenBaseCasts()->getType()
                       : QualType();
  Shape FirstShape = P.TheShapes.of(First);
  bool IsUser = P.isUserCode(Callee) && FirstShape == Shape::Object &&
                !Callee->isImplicit() && !Callee->isDefaulted();

  switch (E->getOperator()) {
  case OO_Arrow:
  case OO_Star:
    if (E->getNumArgs() == 1 && !IsUser)
      return Access.deref(Exprs.eval(E->getArg(0)), E, First);
    break;
  case OO_Subscript:
    if (!IsUser && E->getNumArgs() == 2)
      return evalSubscript(E);
    break;
  case OO_Equal:
    if (!IsUser && E->getNumArgs() == 2)
      return evalAssignment(E, First);
    break;
  case OO_PlusPlus:
  case OO_MinusMinus:
    if (!IsUser && E->getNumArgs() >= 1) {
      Ref R = Exprs.eval(E->getArg(0));
      Exprs.stepOver(E->getArg(0));
      return R;
    }
    break;
  case OO_Call:
    return evalCallOperator(E);
  case OO_PlusEqual:
  case OO_LessLess:
    if (!IsUser && FirstShape == Shape::Many && E->getNumArgs() == 2) {
      Ref To = Vars.resolve(Exprs.eval(E->getArg(0)));
      Exprs.Methods.addTo(To, ArrayRef(E->getArgs(), 2).drop_front(), "push",
                          First, Loc);
      return To;
    }
    break;
  default:
    break;
  }
  if (P.isUserCode(Callee) && !Callee->isImplicit()) {
    ArrayRef<const Expr *> Args(E->getArgs(), E->getNumArgs());
    ValueIndex This = None;
    if (Method && !Method->isStatic() && !Args.empty()) {
      This = Access.load(Exprs.eval(Args[0]), First, Loc);
      Args = Args.drop_front();
    }
    return call(Callee, This, Args, E->getType(), Loc,
                Method && Method->isVirtual());
  }
  return evalBuiltinOperator(E);
}

Ref CallReader::evalSubscript(const CXXOperatorCallExpr *E) {
  const Expr *Index = E->getArg(1);
  Ref Base = Exprs.eval(E->getArg(0));
  unsigned Key = Keys.of(Index);
  Ref Value = Exprs.eval(Index);
  // A map's key is kept, too.
  if ((P.TheShapes.isOwner(Index->getType()) ||
       P.TheShapes.of(Index->getType()) == Shape::Object) &&
      Value.Kind != Ref::Nothing) {
    Ref Slot = Vars.resolve(Base);
    if (Slot.Kind == Ref::Object)
      Slot = Ref::place(Slot.Value, P.ElementMember);
    Slot.Key = Keys.fresh();
    SourceLocation Loc = E->getOperatorLoc();
    Access.store(Slot, Access.load(Value, Index->getType(), Loc), Loc);
  }
  return Access.element(Base, Key, E);
}

Ref CallReader::evalAssignment(const CXXOperatorCallExpr *E, QualType T) {
  SourceLocation Loc = E->getOperatorLoc();
  const Expr *Source = E->getArg(1);
  Ref From = Exprs.eval(Source);
  if (assignTie(E->getArg(0), From, Loc))
    return Ref();
  Ref To = Exprs.eval(E->getArg(0));
  Shape Sh = P.TheShapes.of(T);
  // An iterator goes elsewhere.
  if (Sh == Shape::Nothing) {
    const auto *D = dyn_cast<DeclRefExpr>(E->getArg(0)->IgnoreParenImpCasts());
    if (D && To.Kind == Ref::Place && From.Kind == Ref::Place)
      Vars.assign(D->getDecl(), From);
    return To;
  }
  // A raw or weak pointer in a std::any owns nothing.
  if (Sh == Shape::Callable && !P.TheShapes.mayOwn(Source->getType()))
    From = Ref();
  if (Sh == Shape::Object && (To.Kind == Ref::Object || To.Kind == Ref::Place))
    assignRecord(To, From, *Source, T, Loc);
  // Weak pointers own nothing, but say which object is meant.
  else
    Access.assign(To, From, T, Loc);
  return To;
}

/// Who gives an element a new value puts another object there; one that has no
/// contents empties what is there.
void CallReader::assignRecord(const Ref &To, const Ref &From,
                              const Expr &Source, QualType T,
                              SourceLocation Loc) {
  const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  Ref Element = Access.elementOf(To);
  ValueIndex V = Access.load(From, Source.getType(), Loc);
  if (V == None)
    return Access.releasePerhaps(Element, Loc);
  if (Element.Kind == Ref::Nothing || Access.isFreshAndEmpty(V))
    return Access.assignObject(Access.load(To, T, Loc), V, Class, Loc);
  if (Source.isLValue())
    V = Access.copyOf(V, Class, Loc);
  Access.store(Element, V, Loc, Empty.storing(Element, Storing::Replaced));
}

/// std::tie(a, b) = pair: each part goes to its own place.
bool CallReader::assignTie(const Expr *To, const Ref &From,
                           SourceLocation Loc) {
  const auto *Tie = dyn_cast<CallExpr>(To->IgnoreImplicit());
  const FunctionDecl *Callee = Tie ? Tie->getDirectCallee() : nullptr;
  if (!Callee || !Callee->getIdentifier() || Callee->getName() != "tie" ||
      !Callee->isInStdNamespace())
    return false;
  for (const auto &[N, Arg] : enumerate(Tie->arguments())) {
    QualType T = Arg->getType();
    if (P.TheShapes.of(T) != Shape::Nothing)
      Access.assign(Exprs.eval(Arg),
                    Ref::object(Access.load(Access.part(From, N), T, Loc)), T,
                    Loc);
  }
  return true;
}

Ref CallReader::evalCallOperator(const CXXOperatorCallExpr *E) {
  SourceLocation Loc = E->getOperatorLoc();
  const Expr *Callable = E->getArg(0);
  const FunctionDecl *Callee = E->getDirectCallee();
  const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
  if (std::optional<Ref> Result = Exprs.Functions.evalOnRange(E))
    return *Result;
  Ref R = Exprs.eval(Callable);
  ArrayRef<const Expr *> Args =
      ArrayRef(E->getArgs(), E->getNumArgs()).drop_front();
  ValueIndex Object =
      Access.load(R, Callable->IgnoreParenBaseCasts()->getType(), Loc);
  if (Method && (P.isUserCode(Callee) || Method->getParent()->isLambda())) {
    Ref Result =
        call(Callee, Object, Args, E->getType(), Loc, Method->isVirtual());
    if (Method->getParent()->isLambda())
      for (const auto &[Parameter, Arg] : zip(Method->parameters(), Args))
        Locals.mayModify(Arg, Parameter->getType());
    return Result;
  }
  if (const CXXMethodDecl *Named = methodCalledBy(*Callable);
      Named && !Args.empty()) {
    ValueIndex This = Access.load(Exprs.eval(Args[0]), Args[0]->getType(), Loc);
    return call(Named, This, Args.drop_front(), E->getType(), Loc,
                Named->isVirtual());
  }
  SmallVector<Ref, 4> Values;
  for (const Expr *A : Args)
    Values.push_back(Exprs.eval(A));
  return result(invoke(R, Values, Loc), E->getType());
}

/// Null, or the end of a container.
static bool isEmptyOrEnd(const Expr *E) {
  if (isNull(E))
    return true;
  E = E->IgnoreUnlessSpelledInSource();
  const auto *Call = dyn_cast<CallExpr>(E);
  const auto *Callee =
      Call ? dyn_cast_or_null<NamedDecl>(Call->getCalleeDecl()) : nullptr;
  return Callee && Callee->getIdentifier() &&
         (Callee->getName() == "end" || Callee->getName() == "cend");
}

/// Comparisons, and the arithmetic of iterators.
Ref CallReader::evalBuiltinOperator(const CXXOperatorCallExpr *E) {
  Ref Result;
  for (const Expr *A : E->arguments()) {
    Ref R = Exprs.eval(A);
    if (E->isComparisonOp() && E->getNumArgs() == 2) {
      const Expr *Other = E->getArg(A == E->getArg(0) ? 1 : 0);
      if (isEmptyOrEnd(Other))
        Empty.test(E, Access.places(R));
      if (isNull(Other))
        Empty.testPointer(E, R);
    }
    // Iterator arithmetic stays within its container.
    if (Result.Kind == Ref::Nothing && R.Kind == Ref::Place &&
        P.TheShapes.of(E->getType()) == Shape::Nothing &&
        E->getType()->isRecordType())
      Result = R.at(Keys.fresh());
  }
  return Result;
}

/// Nothing tells what is called.
Ref CallReader::evalUnknown(const CallExpr *E) {
  for (const Stmt *Child : E->children())
    Exprs.eval(cast_or_null<Expr>(Child));
  return Ref();
}

} // namespace ownership
