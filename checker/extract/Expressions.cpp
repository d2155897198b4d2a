//===- Expressions.cpp - What an expression denotes and does --------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LLVMCompat.h"
#include "extract/BodyReader.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace clang;
using namespace llvm;

namespace ownership {

/// Deeper nesting than this is generated code, which says little.
static constexpr unsigned MaxDepth = 200;

Ref BodyReader::eval(const Expr *E) {
  if (!E || Depth > MaxDepth || E->isTypeDependent())
    return Ref();
  SaveAndRestore Deeper(Depth, Depth + 1);
  return evalImpl(E);
}

Ref BodyReader::evalImpl(const Expr *E) {
  E = E->IgnoreParens();
  if (const auto *X = dyn_cast<FullExpr>(E))
    return eval(X->getSubExpr());
  if (const auto *X = dyn_cast<MaterializeTemporaryExpr>(E))
    return eval(X->getSubExpr());
  if (const auto *X = dyn_cast<CXXBindTemporaryExpr>(E))
    return eval(X->getSubExpr());
  if (const auto *X = dyn_cast<CastExpr>(E)) {
    if (X->getCastKind() == CK_NullToPointer)
      return Ref::null();
    Ref R = eval(X->getSubExpr());
    if (X->getCastKind() == CK_BaseToDerived || X->getCastKind() == CK_Dynamic)
      return narrow(R, X->getType(), E->getExprLoc());
    return R;
  }
  if (const auto *X = dyn_cast<CXXDefaultArgExpr>(E))
    return eval(X->getExpr());
  if (const auto *X = dyn_cast<CXXDefaultInitExpr>(E))
    return eval(X->getExpr());
  if (const auto *X = dyn_cast<SubstNonTypeTemplateParmExpr>(E))
    return eval(X->getReplacement());
  if (const auto *X = dyn_cast<OpaqueValueExpr>(E))
    return eval(X->getSourceExpr());
  if (isa<CXXThisExpr>(E))
    return Ref::object(thisValue(E->getExprLoc()));
  if (isa<CXXNullPtrLiteralExpr, GNUNullExpr>(E))
    return Ref::null();
  if (isa<CXXScalarValueInitExpr, ImplicitValueInitExpr>(E))
    return P.TheShapes.of(E->getType()) == Shape::Pointer ? Ref::null() : Ref();
  if (const auto *X = dyn_cast<DeclRefExpr>(E))
    return evalVar(X->getDecl(), X);
  if (const auto *X = dyn_cast<MemberExpr>(E))
    return evalMember(X);
  if (const auto *X = dyn_cast<CXXOperatorCallExpr>(E))
    return evalOperatorCall(X);
  if (const auto *X = dyn_cast<CXXMemberCallExpr>(E))
    return evalMemberCall(X);
  if (const auto *X = dyn_cast<CXXRewrittenBinaryOperator>(E))
    return eval(X->getSemanticForm());
  if (const auto *X = dyn_cast<CallExpr>(E))
    return evalCall(X);
  if (const auto *X = dyn_cast<CXXConstructExpr>(E))
    return evalConstruct(X);
  if (const auto *X = dyn_cast<CXXStdInitializerListExpr>(E))
    return eval(X->getSubExpr());
  if (const auto *X = dyn_cast<InitListExpr>(E))
    return evalInitList(X);
  if (const auto *X = dyn_cast<LambdaExpr>(E))
    return evalLambda(X);
  if (const auto *X = dyn_cast<CXXNewExpr>(E)) {
    for (const Stmt *Arg : X->placement_arguments())
      eval(cast<Expr>(Arg));
    if (X->getInitializer())
      return eval(X->getInitializer());
    return Ref();
  }
  if (const auto *X = dyn_cast<AbstractConditionalOperator>(E))
    return evalConditional(X);
  if (const auto *X = dyn_cast<BinaryOperator>(E))
    return evalBinary(X);
  if (const auto *X = dyn_cast<UnaryOperator>(E))
    return evalUnary(X);
  if (const auto *X = dyn_cast<ArraySubscriptExpr>(E)) {
    Ref Base = eval(X->getBase());
    eval(X->getIdx());
    return element(Base, keyOf(X->getIdx()), E);
  }
  if (const auto *X = dyn_cast<CXXThrowExpr>(E)) {
    if (X->getSubExpr())
      keepOutside(eval(X->getSubExpr()), X->getSubExpr()->getType(),
                  E->getExprLoc());
    return Ref();
  }
  if (const auto *X = dyn_cast<CoyieldExpr>(E)) {
    // `promise.yield_value(x)`
    if (const auto *Call =
            dyn_cast<CallExpr>(X->getOperand()->IgnoreImplicit()))
      for (const Expr *A : Call->arguments())
        yield(eval(A), A->getType(), E->getExprLoc());
    return Ref();
  }
  if (const auto *X = dyn_cast<StmtExpr>(E)) {
    walk(X->getSubStmt());
    return Ref();
  }
  // Never run.
  if (isa<UnaryExprOrTypeTraitExpr, CXXNoexceptExpr, CXXTypeidExpr>(E))
    return Ref();
  evalChildren(E);
  return Ref();
}

void BodyReader::evalChildren(const Stmt *S) {
  for (const Stmt *Child : S->children())
    if (Child)
      walk(Child);
}

ValueIndex BodyReader::thisValue(SourceLocation Loc) {
  if (ThisValue == None)
    return None;
  if (!Closure)
    return ThisValue;
  if (!CapturedThis)
    return None;
  return load(Ref::place(ThisValue, P.memberOf(CapturedThis)),
              CapturedThis->getType(), Loc);
}

Ref BodyReader::evalVar(const ValueDecl *D, const DeclRefExpr *E) {
  // A function that is not called here may be called wherever its address goes.
  if (const auto *Named = dyn_cast<FunctionDecl>(D)) {
    const FunctionDecl *Definition = Named;
    if (P.isUserCode(Named) && Named->hasBody(Definition))
      P.S.Functions[P.indexOf(Definition)].IsAddressTaken = true;
    return Ref();
  }
  auto Captured = CapturedVars.find(D);
  if (Captured != CapturedVars.end()) {
    const FieldDecl *Field = Captured->second;
    MemberIndex M = P.memberOf(Field);
    Ref R = Ref::place(ThisValue, M);
    if (P.TheShapes.of(Field->getType()) == Shape::Object)
      return Ref::object(load(R, Field->getType(), E->getExprLoc()));
    return R;
  }
  auto It = Vars.find(D);
  if (It != Vars.end()) {
    const Ref &R = It->second;
    // A reference, an iterator or a container is what it was bound to; a
    // pointer can be assigned to.
    bool IsReference = D->getType()->isReferenceType();
    if (IsReference || (R.Kind == Ref::Place && !R.IsEach))
      return R;
    if (R.Kind == Ref::Place)
      return R;
    Ref Variable;
    Variable.Kind = Ref::Variable;
    Variable.Var = D;
    return Variable;
  }
  const auto *Var = dyn_cast<VarDecl>(D);
  if (!Var)
    return Ref();
  if (Var->hasGlobalStorage()) {
    Shape Sh = P.TheShapes.of(Var->getType());
    if (Sh == Shape::Nothing)
      return Ref();
    Instruction I = make(Instruction::Global, E->getExprLoc());
    I.Index = P.globalOf(Var->getCanonicalDecl());
    I.Type = Sh == Shape::Object ? P.recordOf(Var->getType()) : None;
    ValueIndex V = push(std::move(I));
    return Sh == Shape::Object
               ? Ref::object(V)
               : Ref::place(V, P.memberOfVariable(Var->getType()));
  }
  if (P.TheShapes.of(Var->getType()) == Shape::Nothing)
    return Ref();
  Ref Variable;
  Variable.Kind = Ref::Variable;
  Variable.Var = D;
  return Variable;
}

Ref BodyReader::evalMember(const MemberExpr *E) {
  Ref Base = eval(E->getBase());
  const auto *Field = dyn_cast<FieldDecl>(E->getMemberDecl());
  if (!Field) {
    // A static member is a global.
    if (const auto *Var = dyn_cast<VarDecl>(E->getMemberDecl()))
      if (P.TheShapes.of(Var->getType()) != Shape::Nothing) {
        Instruction I = make(Instruction::Global, E->getExprLoc());
        I.Index = P.globalOf(Var->getCanonicalDecl());
        return Ref::place(push(std::move(I)),
                          P.memberOfVariable(Var->getType()));
      }
    return Ref();
  }
  // first and second of a map's element are the element; those of a pair of
  // our own are two.
  if (P.SM.isInSystemHeader(Field->getLocation()))
    return part(Base, Field->getName() == "second");
  if (Field->isAnonymousStructOrUnion())
    return Base;
  QualType T = Field->getType();
  Shape Sh = P.TheShapes.of(T);
  if (Sh == Shape::Nothing)
    return Ref();
  ValueIndex Object = load(Base, E->getBase()->getType(), E->getExprLoc());
  if (Object == None)
    return Ref();
  Ref R = Ref::place(Object, P.memberOf(Field));
  if (Sh == Shape::Object)
    return Ref::object(load(R, T, E->getExprLoc()));
  R.IsReference = T->isReferenceType();
  return R;
}

/// What a cast has found to be of a derived class.
Ref BodyReader::narrow(Ref R, QualType T, SourceLocation Loc) {
  RecordIndex Type = P.recordOf(T);
  ValueIndex V = Type == None ? None : load(R, T, Loc);
  if (V == None)
    return R;
  Instruction I = make(Instruction::Cast, Loc);
  I.Value = V;
  I.Type = Type;
  return Ref::object(push(std::move(I)));
}

/// What a pointer of type \p Pointer leads to, for the expression \p E.
Ref BodyReader::deref(Ref R, const Expr *E, QualType Pointer) {
  QualType Pointee = E->getType();
  if (Pointee->isPointerType())
    Pointee = Pointee->getPointeeType();
  switch (P.TheShapes.of(Pointee)) {
  case Shape::Callable: {
    // A callable on the heap is an object that holds its target.
    RecordIndex Record = P.recordOf(Pointee->getAsCXXRecordDecl());
    if (Record == None || P.S.Records[Record].Fields.empty() ||
        P.TheShapes.of(Pointer) != Shape::Pointer)
      return R;
    ValueIndex Object = load(R, Pointee, E->getExprLoc());
    return Ref::place(Object, P.memberOf(Record, 0));
  }
  case Shape::Object:
    return Ref::object(load(R, Pointee, E->getExprLoc()));
  case Shape::Many: {
    // A container on the heap is an object of its own; an iterator is already
    // the place that it leads to.
    bool IsPlace = R.Kind == Ref::Place && P.S.Members[R.Member].IsMany;
    if (IsPlace || P.TheShapes.of(Pointer) != Shape::Pointer)
      return R;
    return Ref::place(load(R, Pointee, E->getExprLoc()), P.ElementMember);
  }
  case Shape::Pointer:
    // `*p`, where p points to a pointer: not p itself.
    if (R.Kind == Ref::Variable && Pointer->isPointerType())
      return Vars.lookup(R.Var);
    return R;
  default:
    return R;
  }
}

/// Part \p Index of a pair or tuple that lives in a variable.
Ref BodyReader::part(Ref R, unsigned Index) {
  if (R.Kind == Ref::Variable)
    R = Vars.lookup(R.Var);
  if (R.Kind == Ref::Place && R.Member == P.ElementMember && R.Key == 0)
    R.Key = keyOfPart(Index);
  return R;
}

Ref BodyReader::element(Ref R, unsigned Key, const Expr *E) {
  if (R.Kind == Ref::Variable)
    R = Vars.lookup(R.Var);
  if (R.Kind == Ref::Object)
    R = Ref::place(R.Value, P.ElementMember);
  if (R.Kind != Ref::Place)
    return R;
  R.IsEach = false;
  R.Key = Key;
  if (P.TheShapes.of(E->getType()) == Shape::Object)
    return Ref::object(load(R, E->getType(), E->getExprLoc()));
  return R;
}

Ref BodyReader::emitCall(const FunctionDecl *Callee, ValueIndex This,
                         ArrayRef<const Expr *> Args, QualType Result,
                         SourceLocation Loc, bool IsVirtual) {
  Instruction I = make(Instruction::Call, Loc);
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
    Ref R = eval(Arg);
    if (N < 32 && P.TheShapes.isOwner(Arg->getType()))
      I.OwningOperands |= 1u << N;
    bool IsOut = !Parameter.isNull() && Parameter->isLValueReferenceType() &&
                 !Parameter->getPointeeType().isConstQualified() &&
                 P.TheShapes.of(Parameter) == Shape::Pointer && !IsLambda;
    // A pointer that the callee may change is passed as a place of its own.
    if (IsOut && R.Kind == Ref::Variable) {
      ValueIndex V = newContainer(Arg->getExprLoc());
      store(Ref::place(V, P.referenceMember(Parameter)),
            load(R, Arg->getType(), Arg->getExprLoc()), Arg->getExprLoc());
      Boxes.push_back({R.Var, V, Arg->getType()});
      I.Operands.push_back(V);
    } else if (IsOut && R.Kind == Ref::Place) {
      I.Operands.push_back(handle(R, Arg->getExprLoc()));
    } else
      I.Operands.push_back(argument(R, Arg->getType(), Arg->getExprLoc()));
  }
  if (P.isUserCode(Callee) || IsLambda) {
    const FunctionDecl *Definition = Callee;
    Callee->hasBody(Definition);
    I.Callees.push_back(P.indexOf(Definition));
    if (IsVirtual && M)
      append_range(I.Callees, P.overriders(M));
  }
  I.Type = P.recordOf(Result);
  // The context and place are those after the arguments.
  ValueIndex V = push(std::move(I));
  for (const Box &B : Boxes) {
    Vars[B.Var] = Ref::object(
        load(Ref::place(B.Value, P.referenceMember(B.T)), B.T, Loc));
    ++Versions[B.Var];
  }
  if (Result.isNull())
    return Ref();
  if (isPointerReference(Callee->getReturnType()))
    return Ref::place(V, P.referenceMember(Result));
  switch (P.TheShapes.of(Result)) {
  case Shape::Nothing:
    return Ref();
  case Shape::Many:
    return Ref::place(V, P.ElementMember);
  default:
    return Ref::object(V);
  }
}

ValueIndex BodyReader::invoke(const Ref &Callable, ArrayRef<Ref> Args,
                              SourceLocation Loc) {
  ValueIndex C = load(Callable, QualType(), Loc);
  if (C == None)
    return None;
  Instruction I = make(Instruction::Call, Loc);
  I.Base = C;
  for (const Ref &A : Args)
    I.Operands.push_back(load(A, QualType(), Loc));
  return push(std::move(I));
}

void BodyReader::escape(const Ref &R, QualType T, SourceLocation Loc) {
  ValueIndex V = argument(R, T, Loc);
  if (V == None)
    return;
  Instruction I = make(Instruction::Escape, Loc);
  I.Value = V;
  push(std::move(I));
}

/// Keeps \p R where no variable in sight does: an exception, a thread.
void BodyReader::keepOutside(const Ref &R, QualType T, SourceLocation Loc,
                             Storing How) {
  ValueIndex V = argument(R, T, Loc);
  if (V == None)
    return;
  Instruction I = make(Instruction::Global, Loc);
  I.Index = P.globalOf(nullptr);
  store(Ref::place(push(std::move(I)), P.ElementMember, freshKey()), V, Loc,
        How);
}

/// Who is given a reference to a local pointer may change it out of sight.
void BodyReader::mayModify(const Expr *Arg, QualType Parameter) {
  if (!Parameter->isLValueReferenceType() ||
      Parameter->getPointeeType().isConstQualified())
    return;
  if (const auto *D = dyn_cast<DeclRefExpr>(Arg->IgnoreParenImpCasts()))
    if (auto It = Vars.find(D->getDecl()); It != Vars.end())
      MovedFrom[D->getDecl()] = It->second;
}

/// Null, or the end of a container.
static bool isEmptyOrEnd(const Expr *E) {
  E = E->IgnoreUnlessSpelledInSource();
  if (isa<CXXNullPtrLiteralExpr, GNUNullExpr>(E))
    return true;
  const auto *Call = dyn_cast<CallExpr>(E);
  const auto *Callee =
      Call ? dyn_cast_or_null<NamedDecl>(Call->getCalleeDecl()) : nullptr;
  return Callee && Callee->getIdentifier() &&
         (Callee->getName() == "end" || Callee->getName() == "cend");
}

/// What stores into \p V, a local variable, is not followed: from here on it
/// may hold any object of its class. \p By tells this from what is known of it.
void BodyReader::mayHoldAny(const ValueDecl *V, const FieldDecl *By) {
  Instruction I = make(Instruction::Unknown, V->getLocation());
  I.Type = P.recordOf(V->getType());
  I.IsWhole = true;
  if (I.Type == None)
    return;
  hold(By, push(std::move(I)));
  HoldAny[V].push_back(By);
}

Ref BodyReader::evalOperatorCall(const CXXOperatorCallExpr *E) {
  const FunctionDecl *Callee = E->getDirectCallee();
  SourceLocation Loc = E->getOperatorLoc();
  if (!Callee) {
    evalChildren(E);
    return Ref();
  }
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
      return deref(eval(E->getArg(0)), E, First);
    break;
  case OO_Subscript:
    if (!IsUser && E->getNumArgs() == 2) {
      Ref Base = eval(E->getArg(0));
      unsigned Key = keyOf(E->getArg(1));
      Ref Index = eval(E->getArg(1));
      // A map's key is kept, too.
      if ((P.TheShapes.isOwner(E->getArg(1)->getType()) ||
           P.TheShapes.of(E->getArg(1)->getType()) == Shape::Object) &&
          Index.Kind != Ref::Nothing) {
        Ref Slot = Base.Kind == Ref::Variable ? Vars.lookup(Base.Var) : Base;
        if (Slot.Kind == Ref::Object)
          Slot = Ref::place(Slot.Value, P.ElementMember);
        Slot.Key = freshKey();
        store(Slot, load(Index, E->getArg(1)->getType(), Loc), Loc);
      }
      return element(Base, Key, E);
    }
    break;
  case OO_Equal:
    if (!IsUser && E->getNumArgs() == 2) {
      Ref From = eval(E->getArg(1));
      if (assignTie(E->getArg(0), From, Loc))
        return Ref();
      Ref To = eval(E->getArg(0));
      // An iterator goes elsewhere.
      if (FirstShape == Shape::Nothing) {
        const auto *D =
            dyn_cast<DeclRefExpr>(E->getArg(0)->IgnoreParenImpCasts());
        if (D && To.Kind == Ref::Place && From.Kind == Ref::Place) {
          Vars[D->getDecl()] = From;
          ++Versions[D->getDecl()];
        }
        return To;
      }
      // A raw or weak pointer in a std::any owns nothing.
      if (FirstShape == Shape::Callable &&
          !P.TheShapes.mayOwn(E->getArg(1)->getType()))
        From = Ref();
      if (FirstShape == Shape::Object && To.Kind == Ref::Object) {
        assignObject(To.Value, load(From, E->getArg(1)->getType(), Loc),
                     First->getAsCXXRecordDecl(), Loc);
        return To;
      }
      // Weak pointers own nothing, but say which object is meant.
      assign(To, From, First, Loc);
      return To;
    }
    break;
  case OO_PlusPlus:
  case OO_MinusMinus:
    if (!IsUser && E->getNumArgs() >= 1) {
      Ref R = eval(E->getArg(0));
      if (const auto *D =
              dyn_cast<DeclRefExpr>(E->getArg(0)->IgnoreParenImpCasts())) {
        ++Versions[D->getDecl()];
        auto It = Vars.find(D->getDecl());
        if (It != Vars.end() && It->second.Kind == Ref::Place)
          It->second.Key = freshKey();
      }
      return R;
    }
    break;
  case OO_Call: {
    ValueIndex Object = None;
    Ref R = eval(E->getArg(0));
    ArrayRef<const Expr *> Args =
        ArrayRef(E->getArgs(), E->getNumArgs()).drop_front();
    Object = load(R, First, Loc);
    if (Method && (P.isUserCode(Callee) || Method->getParent()->isLambda())) {
      Ref Result = emitCall(Callee, Object, Args, E->getType(), Loc,
                            Method->isVirtual());
      if (Method->getParent()->isLambda())
        for (const auto &[Parameter, Arg] : zip(Method->parameters(), Args))
          mayModify(Arg, Parameter->getType());
      return Result;
    }
    SmallVector<Ref, 4> Values;
    for (const Expr *A : Args)
      Values.push_back(eval(A));
    ValueIndex Result = invoke(R, Values, Loc);
    switch (P.TheShapes.of(E->getType())) {
    case Shape::Nothing:
      return Ref();
    case Shape::Many:
      return Ref::place(Result, P.ElementMember);
    default:
      return Ref::object(Result);
    }
  }
  case OO_PlusEqual:
  case OO_LessLess:
    if (!IsUser && FirstShape == Shape::Many && E->getNumArgs() == 2) {
      Ref To = eval(E->getArg(0));
      if (To.Kind == Ref::Variable)
        To = Vars.lookup(To.Var);
      addTo(To, ArrayRef(E->getArgs(), 2).drop_front(), "push", First, Loc);
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
      This = load(eval(Args[0]), First, Loc);
      Args = Args.drop_front();
    }
    return emitCall(Callee, This, Args, E->getType(), Loc,
                    Method && Method->isVirtual());
  }
  Ref Result;
  for (const Expr *A : E->arguments()) {
    Ref R = eval(A);
    if (E->isComparisonOp() && E->getNumArgs() == 2 &&
        isEmptyOrEnd(E->getArg(A == E->getArg(0) ? 1 : 0)))
      Tested[E] = R;
    // Iterator arithmetic stays within its container.
    if (Result.Kind == Ref::Nothing && R.Kind == Ref::Place &&
        P.TheShapes.of(E->getType()) == Shape::Nothing &&
        E->getType()->isRecordType()) {
      Result = R;
      Result.Key = freshKey();
    }
  }
  return Result;
}

Ref BodyReader::evalMemberCall(const CXXMemberCallExpr *E) {
  const Expr *ObjectExpr = E->getImplicitObjectArgument();
  const CXXMethodDecl *M = E->getMethodDecl();
  if (!M) {
    evalChildren(E);
    return Ref();
  }
  SourceLocation Loc = E->getExprLoc();
  // The pointers of libstdc++ inherit what they do.
  QualType ObjectType = ObjectExpr->IgnoreParenBaseCasts()->getType();
  if (ObjectType->isPointerType())
    ObjectType = ObjectType->getPointeeType();
  StringRef Name = M->getDeclName().isIdentifier() ? M->getName() : StringRef();

  if (Name == "shared_from_this" || Name == "weak_from_this" ||
      Name == "sharedFromThis") {
    if (E->getNumArgs() == 0) {
      Ref R = eval(ObjectExpr);
      return Ref::object(load(R, ObjectType, Loc));
    }
  }
  TypeRole::KindTy Role = P.TheShapes.roleOf(ObjectType);
  bool IsOwn = Role == TypeRole::Record && P.isUserCode(M);
  if (!IsOwn && Role != TypeRole::Record)
    return evalOwnerMethod(E, M, eval(ObjectExpr), ObjectType);

  Ref R = eval(ObjectExpr);
  if (isa<CXXConversionDecl>(M) && !M->hasBody())
    return R;
  ValueIndex This = load(R, ObjectType, Loc);
  bool IsVirtual = false;
  if (const auto *Callee = dyn_cast<MemberExpr>(E->getCallee()->IgnoreParens()))
    IsVirtual =
        M->isVirtual() && Callee->performsVirtualDispatch(P.AST.getLangOpts());
  Ref Result = emitCall(M, This, ArrayRef(E->getArgs(), E->getNumArgs()),
                        E->getType(), Loc, IsVirtual);
  return Result;
}

Ref BodyReader::evalCall(const CallExpr *E) {
  const FunctionDecl *Callee = E->getDirectCallee();
  SourceLocation Loc = E->getExprLoc();
  if (!Callee) {
    // A function pointer, or a pointer to member.
    eval(E->getCallee());
    for (const Expr *A : E->arguments())
      escape(eval(A), A->getType(), Loc);
    return Ref();
  }
  if (!P.isUserCode(Callee))
    return evalLibraryCall(E, Callee);
  ArrayRef<const Expr *> Args(E->getArgs(), E->getNumArgs());
  return emitCall(Callee, None, Args, E->getType(), Loc, false);
}

void BodyReader::callConstructor(const CXXConstructorDecl *C, ValueIndex Object,
                                 ArrayRef<const Expr *> Args,
                                 SourceLocation Loc) {
  emitCall(C, Object, Args, QualType(), Loc, false);
}

/// A new object of class \p R from \p Args, where no construction expression
/// tells the constructor: inside make_shared, emplace and their like.
Ref BodyReader::makeObject(const CXXRecordDecl *R, ArrayRef<const Expr *> Args,
                           SourceLocation Loc) {
  if (!R->hasDefinition())
    return Ref::object(newObject(R, Loc));
  R = R->getDefinition();
  if (P.Types.roleOf(*R).Kind == TypeRole::Callable) {
    ValueIndex Object = newObject(R, Loc);
    RecordIndex Record = P.recordOf(R);
    if (Record != None && Args.size() == 1 &&
        !P.S.Records[Record].Fields.empty())
      store(Ref::place(Object, P.memberOf(Record, 0)),
            load(eval(Args[0]), Args[0]->getType(), Loc), Loc);
    return Ref::object(Object);
  }
  // What is moved from is gone: the same object, for us.
  if (Args.size() == 1 &&
      Args[0]->getType().getNonReferenceType()->getAsCXXRecordDecl() == R) {
    Ref Copied = eval(Args[0]);
    ValueIndex V = load(Copied, Args[0]->getType(), Loc);
    if (V != None)
      return Ref::object(Args[0]->isLValue() ? copyOf(V, R, Loc) : V);
  }
  // The best match by number and class of the arguments; overload resolution
  // proper has happened inside the library, out of reach.
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
  ValueIndex Object = newObject(R, Loc);
  if (Best) {
    callConstructor(Best, Object, Args, Loc);
    return Ref::object(Object);
  }
  // An aggregate, by parentheses (C++20).
  auto Field = R->field_begin();
  for (const Expr *A : Args) {
    Ref V = eval(A);
    if (Field == R->field_end())
      continue;
    assign(Ref::place(Object, P.memberOf(*Field)), V, Field->getType(), Loc);
    ++Field;
  }
  return Ref::object(Object);
}

Ref BodyReader::evalConstruct(const CXXConstructExpr *E) {
  const CXXConstructorDecl *C = E->getConstructor();
  const CXXRecordDecl *R = C->getParent();
  SourceLocation Loc = E->getExprLoc();
  ArrayRef<const Expr *> Args(E->getArgs(), E->getNumArgs());
  while (!Args.empty() && isa<CXXDefaultArgExpr>(Args.back()) &&
         P.TheShapes.isKnown(*R))
    Args = Args.drop_back();
  TypeRole::KindTy Role = P.Types.roleOf(P.TheShapes.known(*R)).Kind;
  switch (Role) {
  case TypeRole::Record: {
    if (C->isCopyOrMoveConstructor() && !Args.empty() &&
        (C->isImplicit() || C->isDefaulted() || R->isLambda())) {
      Ref From = eval(Args[0]);
      ValueIndex V = load(From, Args[0]->getType(), Loc);
      if (V != None)
        return Ref::object(C->isCopyConstructor() && Args[0]->isLValue()
                               ? copyOf(V, R, Loc)
                               : V);
    }
    ValueIndex Object = newObject(R, Loc);
    callConstructor(C, Object, Args, Loc);
    return Ref::object(Object);
  }
  case TypeRole::SharedPointer:
  case TypeRole::UniquePointer:
  case TypeRole::WeakPointer:
  case TypeRole::Callable:
    if (Args.empty())
      return Ref::null();
    {
      Ref First = eval(Args[0]);
      for (const Expr *A : Args.drop_front())
        eval(A);
      if (Role == TypeRole::Callable && !P.TheShapes.mayOwn(Args[0]->getType()))
        return Ref();
      if (Role == TypeRole::SharedPointer && Args.size() >= 2) {
        // An alias owns its first argument, whatever it points to.
        if (P.TheShapes.roleOf(Args[0]->getType()) == TypeRole::SharedPointer) {
          ValueIndex Owner = load(First, Args[0]->getType(), Loc);
          if (Owner == None)
            return Ref();
          ValueIndex Alias = newContainer(Loc);
          store(Ref::place(Alias, P.ElementMember), Owner, Loc);
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
  case TypeRole::Container: {
    if (Args.empty())
      return Ref::null();
    if (C->isCopyOrMoveConstructor() || Args.size() == 1) {
      Ref From = eval(Args[0]);
      if (From.Kind == Ref::Variable) {
        Ref Held = Vars.lookup(From.Var);
        if (Held.Kind != Ref::Nothing)
          From = Held;
      }
      if (From.Kind == Ref::Place && C->isCopyConstructor())
        From.IsCopy = true;
      return From;
    }
    // Several arguments: a pair, a tuple, a range.
    ValueIndex V = newContainer(Loc);
    for (const auto &[N, A] : enumerate(Args)) {
      Ref From = eval(A);
      if (From.Kind == Ref::Variable)
        From = Vars.lookup(From.Var);
      if (From.Kind == Ref::Place && From.Key == 0 &&
          P.S.Members[From.Member].IsMany)
        From.Key = freshKey();
      store(Ref::place(V, P.ElementMember, keyOfPart(N)),
            load(From, A->getType(), Loc), Loc);
    }
    return Ref::place(V, P.ElementMember);
  }
  case TypeRole::OwnsNothing: {
    if (Args.empty() && R->getIdentifier() &&
        R->getName() == "initializer_list")
      return Ref::null();
    // Iterators, views, references: what they were made from. A thread keeps
    // and runs its callable.
    Ref Result;
    for (const Expr *A : Args) {
      Ref From = eval(A);
      const CXXRecordDecl *Record =
          A->getType().getNonReferenceType()->getAsCXXRecordDecl();
      if (R->getName() == "thread" || R->getName() == "jthread") {
        const auto *Named = dyn_cast<DeclRefExpr>(A->IgnoreParenImpCasts());
        const auto *Run =
            Named ? dyn_cast<FunctionDecl>(Named->getDecl()) : nullptr;
        if (Run && A == Args.front() && P.isUserCode(Run) &&
            !isa<CXXMethodDecl>(Run)) {
          emitCall(Run, None, Args.drop_front(), QualType(), Loc,
                   /*IsVirtual=*/false);
          return Ref();
        }
        if (Record && Record->isLambda())
          invoke(From, {}, Loc);
        escape(From, A->getType(), Loc);
        Result = From;
        continue;
      }
      if (Result.Kind == Ref::Nothing)
        Result = From;
    }
    if (Result.Kind == Ref::Object || Result.Kind == Ref::Place)
      return Result;
    return Ref();
  }
  }
  return Ref();
}

Ref BodyReader::evalInitList(const InitListExpr *E) {
  if (E->isTransparent() ||
      (E->isSemanticForm() == false && E->getSemanticForm()))
    E = E->isTransparent() ? E : E->getSemanticForm();
  SourceLocation Loc = E->getBeginLoc();
  QualType T = E->getType();
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  if (!R || P.Types.roleOf(*R).Kind != TypeRole::Record) {
    if (E->getNumInits() == 0)
      return Ref::null();
    if (E->isTransparent() ||
        (E->getNumInits() == 1 && !T->isArrayType() && !R))
      return eval(E->getInit(0));
    ValueIndex V = newContainer(Loc);
    for (const Expr *Init : E->inits()) {
      Ref From = eval(Init);
      if (From.Kind == Ref::Variable)
        From = Vars.lookup(From.Var);
      if (From.Kind == Ref::Place && From.Key == 0 &&
          P.S.Members[From.Member].IsMany)
        From.Key = freshKey();
      store(Ref::place(V, P.ElementMember, freshKey()),
            load(From, Init->getType(), Loc), Loc);
    }
    return Ref::place(V, P.ElementMember);
  }
  ValueIndex Object = newObject(R, Loc);
  unsigned N = 0;
  if (const auto *D = dyn_cast<CXXRecordDecl>(R))
    for (unsigned B = 0; B < D->getNumBases() && N < E->getNumInits(); ++B)
      eval(E->getInit(N++));
  for (const FieldDecl *Field : R->fields()) {
    if (N >= E->getNumInits())
      break;
    if (Field->isUnnamedBitField())
      continue;
    const Expr *Init = E->getInit(N++);
    Ref From = eval(Init);
    if (P.TheShapes.of(Field->getType()) != Shape::Nothing)
      assign(Ref::place(Object, P.memberOf(Field)), From, Field->getType(),
             Init->getExprLoc());
  }
  return Ref::object(Object);
}

Ref BodyReader::evalLambda(const LambdaExpr *E) {
  const CXXRecordDecl *R = E->getLambdaClass();
  SourceLocation Loc = E->getBeginLoc();
  ValueIndex Object = newObject(R, Loc);
  if (const CXXMethodDecl *Operator = E->getCallOperator();
      Operator && !Operator->isDependentContext() && !R->isGenericLambda())
    Out.Body[Object].Callees.push_back(P.indexOf(Operator));
  else if (const FunctionTemplateDecl *Generic =
               R->getDependentLambdaCallOperator())
    for (const FunctionDecl *Spec : Generic->specializations())
      if (Spec->hasBody() && Out.Body[Object].Callees.empty())
        Out.Body[Object].Callees.push_back(P.indexOf(Spec));
  SmallPtrSet<const ValueDecl *, 8> Changed;
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
    Ref V = eval(From);
    if (Capture.capturesVariable() && Capture.getCaptureKind() == LCK_ByRef &&
        Changed.count(Capture.getCapturedVar())) {
      mayModify(From, To->getType());
      mayHoldAny(cast<ValueDecl>(Capture.getCapturedVar()), To);
    }
    if (V.Kind == Ref::Variable)
      V = Vars.lookup(V.Var);
    SourceLocation At = Capture.getLocation();
    Ref Slot = Ref::place(Object, P.memberOf(To));
    if (V.Kind == Ref::Place && P.TheShapes.of(To->getType()) == Shape::Many) {
      if (V.Key == 0)
        V.Key = freshKey();
      Slot.Key = freshKey();
    }
    store(Slot, load(V, From->getType(), At), At);
  }
  return Ref::object(Object);
}

Ref BodyReader::evalConditional(const AbstractConditionalOperator *E) {
  eval(E->getCond());
  unsigned Branch = NextBranch++;
  Ref True, False;
  underArm(Branch, 0, [&] { True = eval(E->getTrueExpr()); });
  underArm(Branch, 1, [&] { False = eval(E->getFalseExpr()); });
  IsDead = false;
  if (True == False)
    return True;
  if (False.Kind == Ref::Nothing)
    return True;
  if (True.Kind == Ref::Nothing)
    return False;
  SourceLocation Loc = E->getExprLoc();
  // `auto &slot = c ? left : right`
  if (E->isGLValue() && True.Kind == Ref::Place && False.Kind == Ref::Place &&
      P.TheShapes.of(E->getType()) == Shape::Pointer) {
    Ref R;
    R.Kind = Ref::Either;
    R.Key = Eithers.size();
    Eithers.push_back({Branch, True, False});
    return R;
  }
  auto ValueOf = [&](const Ref &R) {
    return R.Kind == Ref::Null ? null(Loc) : load(R, E->getType(), Loc);
  };
  ValueIndex A = ValueOf(True), B = ValueOf(False);
  return Ref::object(phi(Branch, A, B, E->getType(), Loc));
}

Ref BodyReader::evalBinary(const BinaryOperator *E) {
  if (E->getOpcode() == BO_Comma) {
    eval(E->getLHS());
    return eval(E->getRHS());
  }
  if (E->getOpcode() == BO_Assign) {
    Ref From = eval(E->getRHS());
    Ref To = eval(E->getLHS());
    if (const auto *D =
            dyn_cast<DeclRefExpr>(E->getLHS()->IgnoreParenImpCasts()))
      ++Versions[D->getDecl()];
    if (P.TheShapes.of(E->getLHS()->getType()) != Shape::Nothing)
      assign(To, From, E->getLHS()->getType(), E->getOperatorLoc());
    return To;
  }
  if (E->isLogicalOp()) {
    eval(E->getLHS());
    unsigned Branch = NextBranch++;
    underArm(Branch, 0, [&] { eval(E->getRHS()); });
    IsDead = false;
    return Ref();
  }
  if (E->isAssignmentOp())
    if (const auto *D =
            dyn_cast<DeclRefExpr>(E->getLHS()->IgnoreParenImpCasts()))
      ++Versions[D->getDecl()];
  Ref L = eval(E->getLHS());
  eval(E->getRHS());
  // Pointer arithmetic stays in its array.
  if (E->getType()->isPointerType() && L.Kind == Ref::Place) {
    L.Key = freshKey();
    return L;
  }
  return Ref();
}

Ref BodyReader::evalUnary(const UnaryOperator *E) {
  Ref R = eval(E->getSubExpr());
  if (E->isIncrementDecrementOp()) {
    if (const auto *D =
            dyn_cast<DeclRefExpr>(E->getSubExpr()->IgnoreParenImpCasts())) {
      ++Versions[D->getDecl()];
      auto It = Vars.find(D->getDecl());
      if (It != Vars.end() && It->second.Kind == Ref::Place)
        It->second.Key = freshKey();
    }
    return R;
  }
  switch (E->getOpcode()) {
  case UO_AddrOf:
    return R;
  case UO_Deref:
    return deref(R, E, E->getSubExpr()->getType());
  default:
    return Ref();
  }
}

} // namespace ownership
