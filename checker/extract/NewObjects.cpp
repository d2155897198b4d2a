//===- NewObjects.cpp - Which objects an expression makes -----------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Constructors, braces, and what is made inside the library from arguments that
// the user gives: a pointer is what it was made from, an object of the user's
// is made by its constructor, and a container holds its arguments. Lambdas and
// binds are objects whose fields are what they keep.
//
//===----------------------------------------------------------------------===//

#include "extract/NewObjects.h"
#include "LLVMCompat.h"
#include "extract/Expressions.h"
#include "extract/LoopReader.h"
#include "extract/Places.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace llvm;

namespace ownership {

Ref NewObjects::evalConstruct(const CXXConstructExpr *E) {
  const CXXConstructorDecl *C = E->getConstructor();
  const CXXRecordDecl *R = C->getParent();
  ArrayRef<const Expr *> Args(E->getArgs(), E->getNumArgs());
  while (!Args.empty() && isa<CXXDefaultArgExpr>(Args.back()) &&
         P.TheShapes.isKnown(*R))
    Args = Args.drop_back();
  TypeRole::KindTy Role = P.Types.roleOf(P.TheShapes.known(*R)).Kind;
  switch (Role) {
  case TypeRole::Record:
    return evalRecord(*C, Args, E->getExprLoc());
  case TypeRole::SharedPointer:
  case TypeRole::UniquePointer:
  case TypeRole::WeakPointer:
  case TypeRole::Callable:
    return evalOwner(Role, Args, E->getExprLoc());
  case TypeRole::Container:
    return evalContainer(*C, Args, E->getExprLoc());
  case TypeRole::OwnsNothing:
    return evalOther(*R, Args, E->getExprLoc());
  }
  return Ref();
}

Ref NewObjects::evalRecord(const CXXConstructorDecl &C, Arguments Args,
                           SourceLocation Loc) {
  const CXXRecordDecl *R = C.getParent();
  if (C.isCopyOrMoveConstructor() && !Args.empty() &&
      (C.isImplicit() || C.isDefaulted() || R->isLambda())) {
    Ref From = Exprs.eval(Args[0]);
    ValueIndex V = Access.load(From, Args[0]->getType(), Loc);
    if (V != None)
      return Ref::object(C.isCopyConstructor() && Args[0]->isLValue()
                             ? Access.copyOf(V, R, Loc)
                             : V);
  }
  ValueIndex Object = Out.newObject(R, Loc);
  Exprs.Calls.callConstructor(&C, Object, Args, Loc);
  return Ref::object(Object);
}

Ref NewObjects::evalOwner(TypeRole::KindTy Role, Arguments Args,
                          SourceLocation Loc) {
  if (Args.empty())
    return Ref::null();
  Ref First = Exprs.eval(Args[0]);
  for (const Expr *A : Args.drop_front())
    Exprs.eval(A);
  if (Role == TypeRole::Callable && !P.TheShapes.mayOwn(Args[0]->getType()))
    return Ref();
  if (Role == TypeRole::SharedPointer && Args.size() >= 2) {
    // An alias owns its first argument, whatever it points to.
    if (P.TheShapes.roleOf(Args[0]->getType()) == TypeRole::SharedPointer) {
      ValueIndex Owner = Access.load(First, Args[0]->getType(), Loc);
      if (Owner == None)
        return Ref();
      ValueIndex Alias = Out.newContainer(Loc);
      Access.store(Ref::place(Alias, P.ElementMember), Owner, Loc);
      return Ref::object(Alias);
    }
    // With a deleter, it owns what was made for it; a pointer that came
    // from elsewhere is probably not deleted.
    const Expr *Pointer = Args[0]->IgnoreParenImpCasts();
    if (!isa<CXXNewExpr>(Pointer))
      return Ref();
  }
  return First;
}

Ref NewObjects::evalContainer(const CXXConstructorDecl &C, Arguments Args,
                              SourceLocation Loc) {
  if (Args.empty())
    return Ref::null();
  if (C.isCopyOrMoveConstructor() || Args.size() == 1) {
    Ref From = Exprs.eval(Args[0]);
    if (Ref Held = Vars.resolve(From); Held.Kind != Ref::Nothing)
      From = Held;
    if (From.Kind == Ref::Place && C.isCopyConstructor())
      From.IsCopy = true;
    return From;
  }
  // Several arguments: a pair, a tuple, a range.
  ValueIndex V = Out.newContainer(Loc);
  for (const auto &[N, A] : enumerate(Args)) {
    Ref From = Access.oneOf(Exprs.eval(A));
    Access.store(Ref::place(V, P.ElementMember, Keys.ofPart(N)),
                 Access.load(From, A->getType(), Loc), Loc);
  }
  return Ref::place(V, P.ElementMember);
}

Ref NewObjects::evalOther(const CXXRecordDecl &R, Arguments Args,
                          SourceLocation Loc) {
  StringRef Name = R.getIdentifier() ? R.getName() : StringRef();
  if (Args.empty() && Name == "initializer_list")
    return Ref::null();
  Ref Result;
  if (Name == "thread" || Name == "jthread")
    Result = runThread(Args, Loc);
  // Iterators, views, references: what they were made from.
  else
    for (const Expr *A : Args) {
      Ref From = Exprs.eval(A);
      if (Result.Kind == Ref::Nothing)
        Result = From;
    }
  bool LeadsOn = Result.Kind == Ref::Object || Result.Kind == Ref::Place;
  return LeadsOn ? Result : Ref();
}

/// A thread keeps and runs its callable.
Ref NewObjects::runThread(Arguments Args, SourceLocation Loc) {
  Ref Result;
  for (const Expr *A : Args) {
    Ref From = Exprs.eval(A);
    const auto *Named = dyn_cast<DeclRefExpr>(A->IgnoreParenImpCasts());
    const auto *Run =
        Named ? dyn_cast<FunctionDecl>(Named->getDecl()) : nullptr;
    if (Run && A == Args.front() && P.isUserCode(Run) &&
        !isa<CXXMethodDecl>(Run)) {
      Exprs.Calls.call(Run, None, Args.drop_front(), QualType(), Loc);
      return Ref();
    }
    const CXXRecordDecl *Record =
        A->getType().getNonReferenceType()->getAsCXXRecordDecl();
    if (Record && Record->isLambda())
      Exprs.Calls.invoke(From, {}, Loc);
    Access.escape(From, A->getType(), Loc);
    Result = From;
  }
  return Result;
}

Ref NewObjects::make(const CXXRecordDecl *R, Arguments Args,
                     SourceLocation Loc) {
  if (!R->hasDefinition())
    return Ref::object(Out.newObject(R, Loc));
  R = R->getDefinition();
  if (P.Types.roleOf(*R).Kind == TypeRole::Callable) {
    ValueIndex Object = Out.newObject(R, Loc);
    RecordIndex Record = P.recordOf(R);
    if (Record != None && Args.size() == 1 &&
        !P.S.Records[Record].Fields.empty())
      Access.store(Ref::place(Object, P.memberOf(Record, 0)),
                   Access.load(Exprs.eval(Args[0]), Args[0]->getType(), Loc),
                   Loc);
    return Ref::object(Object);
  }
  // What is moved from is gone: the same object, for us.
  if (Args.size() == 1 &&
      Args[0]->getType().getNonReferenceType()->getAsCXXRecordDecl() == R) {
    Ref Copied = Exprs.eval(Args[0]);
    ValueIndex V = Access.load(Copied, Args[0]->getType(), Loc);
    if (V != None)
      return Ref::object(Args[0]->isLValue() ? Access.copyOf(V, R, Loc) : V);
  }
  ValueIndex Object = Out.newObject(R, Loc);
  if (const CXXConstructorDecl *Best = bestConstructor(R, Args)) {
    Exprs.Calls.callConstructor(Best, Object, Args, Loc);
    return Ref::object(Object);
  }
  // An aggregate, by parentheses (C++20).
  auto Field = R->field_begin();
  for (const Expr *A : Args) {
    Ref V = Exprs.eval(A);
    if (Field == R->field_end())
      continue;
    Access.assign(Ref::place(Object, P.memberOf(*Field)), V, Field->getType(),
                  Loc);
    ++Field;
  }
  return Ref::object(Object);
}

/// The best match by number and class of the arguments; overload resolution
/// proper has happened inside the library, out of reach.
const CXXConstructorDecl *NewObjects::bestConstructor(const CXXRecordDecl *R,
                                                      Arguments Args) const {
  const CXXConstructorDecl *Best = nullptr;
  int BestScore = -1;
  for (const CXXConstructorDecl *C : R->ctors()) {
    if (C->isDeleted() || C->isCopyOrMoveConstructor())
      continue;
    if (Args.size() < C->getMinRequiredArguments() ||
        (Args.size() > C->getNumParams() && !C->isVariadic()))
      continue;
    int Score = 0;
    for (const auto &[N, Arg] : enumerate(Args)) {
      if (N >= C->getNumParams())
        break;
      QualType Parameter = C->getParamDecl(N)->getType().getNonReferenceType();
      QualType Given = Arg->getType().getNonReferenceType();
      if (P.AST.hasSameUnqualifiedType(Parameter, Given))
        Score += 4;
      else if (P.TheShapes.of(Parameter) == P.TheShapes.of(Given))
        Score += P.TheShapes.pointee(Parameter) == P.TheShapes.pointee(Given)
                     ? 3
                     : 1;
    }
    if (Score > BestScore) {
      BestScore = Score;
      Best = C;
    }
  }
  return Best;
}

Ref NewObjects::evalInitList(const InitListExpr *E) {
  if (!E->isTransparent() && !E->isSemanticForm() && E->getSemanticForm())
    E = E->getSemanticForm();
  SourceLocation Loc = E->getBeginLoc();
  QualType T = E->getType();
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  if (!R || P.Types.roleOf(*R).Kind != TypeRole::Record) {
    if (E->getNumInits() == 0)
      return Ref::null();
    if (E->isTransparent() ||
        (E->getNumInits() == 1 && !T->isArrayType() && !R))
      return Exprs.eval(E->getInit(0));
    ValueIndex V = Out.newContainer(Loc);
    for (const Expr *Init : E->inits()) {
      Ref From = Access.oneOf(Exprs.eval(Init));
      Access.store(Ref::place(V, P.ElementMember, Keys.fresh()),
                   Access.load(From, Init->getType(), Loc), Loc);
    }
    return Ref::place(V, P.ElementMember);
  }
  ValueIndex Object = Out.newObject(R, Loc);
  unsigned N = 0;
  for (unsigned B = 0; B < R->getNumBases() && N < E->getNumInits(); ++B)
    Exprs.eval(E->getInit(N++));
  for (const FieldDecl *Field : R->fields()) {
    if (N >= E->getNumInits())
      break;
    if (compat::isUnnamedBitField(*Field))
      continue;
    const Expr *Init = E->getInit(N++);
    Ref From = Exprs.eval(Init);
    if (P.TheShapes.of(Field->getType()) != Shape::Nothing)
      Access.assign(Ref::place(Object, P.memberOf(Field)), From,
                    Field->getType(), Init->getExprLoc());
  }
  return Ref::object(Object);
}

//===----------------------------------------------------------------------===//
// Callables
//===----------------------------------------------------------------------===//

/// Adds the containers that \p S may add to.
static void filledIn(const Stmt *S, VariableSet &Vars) {
  SmallVector<const Stmt *, 32> Work{S};
  while (!Work.empty()) {
    const Stmt *Next = Work.pop_back_val();
    if (!Next)
      continue;
    append_range(Work, Next->children());
    const auto *Call = dyn_cast<CXXMemberCallExpr>(Next);
    const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
    const Expr *On = nullptr;
    if (Method && Method->getIdentifier() && isAddingMethod(Method->getName()))
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

Ref NewObjects::evalLambda(const LambdaExpr *E) {
  const CXXRecordDecl *R = E->getLambdaClass();
  SourceLocation Loc = E->getBeginLoc();
  ValueIndex Object = Out.newObject(R, Loc);
  if (const CXXMethodDecl *Operator = E->getCallOperator();
      Operator && !Operator->isDependentContext() && !R->isGenericLambda())
    Out[Object].Callees.push_back(P.indexOf(Operator));
  else if (const FunctionTemplateDecl *Generic =
               R->getDependentLambdaCallOperator())
    for (const FunctionDecl *Spec : Generic->specializations())
      if (Spec->hasBody() && Out[Object].Callees.empty())
        Out[Object].Callees.push_back(P.indexOf(Spec));
  VariableSet Changed;
  assignedIn(E->getBody(), Changed);
  filledIn(E->getBody(), Changed);
  auto Init = E->capture_init_begin();
  auto Field = R->field_begin();
  for (const LambdaCapture &Capture : E->captures()) {
    if (Init == E->capture_init_end() || Field == R->field_end())
      break;
    const Expr *From = *Init++;
    const FieldDecl *To = *Field++;
    if (!From || P.TheShapes.of(To->getType()) == Shape::Nothing)
      continue;
    Ref V = Exprs.eval(From);
    if (Capture.capturesVariable() && Capture.getCaptureKind() == LCK_ByRef &&
        Changed.count(Capture.getCapturedVar())) {
      Locals.mayModify(From, To->getType());
      Locals.mayHoldAny(cast<ValueDecl>(Capture.getCapturedVar()), To);
    }
    V = Vars.resolve(V);
    SourceLocation At = Capture.getLocation();
    Ref Slot = Ref::place(Object, P.memberOf(To));
    // Callables that call themselves.
    bool IsEmpty = V.Kind == Ref::Null || V.Kind == Ref::Nothing ||
                   V.Kind == Ref::Variable;
    if (IsEmpty && Capture.capturesVariable() &&
        Capture.getCaptureKind() == LCK_ByRef &&
        P.TheShapes.of(To->getType()) == Shape::Callable)
      Locals.captureBeforeItHolds(cast<ValueDecl>(Capture.getCapturedVar()),
                                  Slot);
    if (V.Kind == Ref::Place && P.TheShapes.of(To->getType()) == Shape::Many) {
      if (V.Key == 0)
        V.Key = Keys.fresh();
      Slot.Key = Keys.fresh();
    }
    Access.store(Slot, Access.load(V, From->getType(), At), At);
  }
  return Ref::object(Object);
}

Ref NewObjects::evalBind(const CallExpr *E) {
  SourceLocation Loc = E->getExprLoc();
  SmallVector<const Expr *, 2> Owned;
  SmallVector<ValueIndex, 2> Values;
  for (const Expr *A : E->arguments()) {
    Ref R = Exprs.eval(A);
    QualType T = A->getType();
    bool IsOwner = P.TheShapes.isOwner(T) || P.TheShapes.of(T) == Shape::Object;
    if (!IsOwner || R.Kind == Ref::Nothing)
      continue;
    ValueIndex V = Access.load(R, T, A->getExprLoc());
    if (V == None || P.recordOf(T) == None)
      continue;
    Owned.push_back(A);
    Values.push_back(V);
  }
  if (Owned.empty())
    return Ref();
  RecordIndex Index = addBindRecord(Owned, Loc);
  ValueIndex Object = Out.newOf(Index, Loc);
  for (const auto &[N, V] : enumerate(Values))
    Access.store(Ref::place(Object, P.memberOf(Index, N)), V, Loc);
  return Ref::object(Object);
}

RecordIndex NewObjects::addBindRecord(Arguments Args, SourceLocation Loc) {
  Record Bind;
  RecordIndex Index = P.S.Records.size();
  Bind.Name = Bind.Pattern = Bind.QualifiedName = "bind";
  Bind.Complete = true;
  Bind.IsInMainFile = P.SM.isInMainFile(P.SM.getExpansionLoc(Loc));
  Places ThePlaces(P.SM);
  Bind.Where = ThePlaces.of(Loc);
  Bind.Id = ("bind" + placeSuffix(Bind.Where) + "#" + Twine(Index)).str();
  std::vector<FieldAnchor> Anchors;
  for (const Expr *Arg : Args) {
    OwningField Field;
    Field.IsCapture = true;
    Field.StoresInSight = true;
    const Expr *Source = Arg->IgnoreImplicit()->IgnoreParens();
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
    Field.Type = Arg->getType().getAsString(P.AST.getPrintingPolicy());
    Hop H;
    H.Target = P.recordOf(Arg->getType());
    TypeRole Role;
    if (const CXXRecordDecl *R = Arg->getType()->getAsCXXRecordDecl())
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
    Anchor.Where = Arg->getBeginLoc();
    Field.Where = ThePlaces.of(Anchor.Where);
    Anchors.push_back(Anchor);
    Bind.Fields.push_back(std::move(Field));
  }
  P.S.Records.push_back(std::move(Bind));
  P.Result.Anchors.push_back(std::move(Anchors));
  return Index;
}

} // namespace ownership
