//===- Expressions.cpp - What an expression denotes -----------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Expressions are read inside out, and what they do is written in the order in
// which it runs. Here are those that any program has: names, members,
// operators that are built in. Calls (Calls.cpp) and what makes an object
// (NewObjects.cpp) have readers of their own, and what the library's functions
// do is told by their names (LibraryMethods.cpp, LibraryFunctions.cpp).
//
//===----------------------------------------------------------------------===//

#include "extract/Expressions.h"
#include "extract/BodyReader.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace llvm;

namespace ownership {

/// Deeper nesting than this is generated code, which says little.
static constexpr unsigned MaxDepth = 200;

ExpressionReader::ExpressionReader(BodyState &S, BodyReader &Body)
    : BodyPart(S), Calls(S, *this), Methods(S, *this), Functions(S, *this),
      Made(S, *this), Body(Body) {}

void ExpressionReader::enterMethod(ValueIndex This,
                                   const CXXRecordDecl &Class) {
  this->This = This;
  if (!Class.isLambda())
    return;
  Closure = &Class;
  Closure->getCaptureFields(CapturedVars, CapturedThis);
}

Ref ExpressionReader::eval(const Expr *E) {
  if (!E || Depth > MaxDepth || E->isTypeDependent())
    return Ref();
  SaveAndRestore Deeper(Depth, Depth + 1);
  return evalImpl(E);
}

Ref ExpressionReader::evalImpl(const Expr *E) {
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
      return Access.narrow(R, X->getType(), E->getExprLoc());
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
    return evalThis(E);
  if (isa<CXXNullPtrLiteralExpr, GNUNullExpr>(E))
    return Ref::null();
  if (isa<CXXScalarValueInitExpr, ImplicitValueInitExpr>(E))
    return P.TheShapes.of(E->getType()) == Shape::Pointer ? Ref::null() : Ref();
  if (const auto *X = dyn_cast<DeclRefExpr>(E))
    return evalVar(X->getDecl(), X);
  if (const auto *X = dyn_cast<MemberExpr>(E))
    return evalMember(X);
  if (const auto *X = dyn_cast<CXXOperatorCallExpr>(E))
    return Calls.evalOperatorCall(X);
  if (const auto *X = dyn_cast<CXXMemberCallExpr>(E))
    return Calls.evalMemberCall(X);
  if (const auto *X = dyn_cast<CXXRewrittenBinaryOperator>(E))
    return eval(X->getSemanticForm());
  if (const auto *X = dyn_cast<CallExpr>(E))
    return Calls.evalCall(X);
  if (const auto *X = dyn_cast<CXXConstructExpr>(E))
    return Made.evalConstruct(X);
  if (const auto *X = dyn_cast<CXXStdInitializerListExpr>(E))
    return eval(X->getSubExpr());
  if (const auto *X = dyn_cast<InitListExpr>(E))
    return Made.evalInitList(X);
  if (const auto *X = dyn_cast<LambdaExpr>(E))
    return Made.evalLambda(X);
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
    return Access.element(Base, Keys.of(X->getIdx()), E);
  }
  if (const auto *X = dyn_cast<CXXThrowExpr>(E)) {
    if (X->getSubExpr())
      Access.keepOutside(eval(X->getSubExpr()), X->getSubExpr()->getType(),
                         E->getExprLoc());
    return Ref();
  }
  if (const auto *X = dyn_cast<CoyieldExpr>(E)) {
    // `promise.yield_value(x)`
    if (const auto *Call =
            dyn_cast<CallExpr>(X->getOperand()->IgnoreImplicit()))
      for (const Expr *A : Call->arguments())
        Access.yield(eval(A), A->getType(), E->getExprLoc());
    return Ref();
  }
  if (const auto *X = dyn_cast<StmtExpr>(E)) {
    Body.walk(X->getSubStmt());
    return Ref();
  }
  // Never run.
  if (isa<UnaryExprOrTypeTraitExpr, CXXNoexceptExpr, CXXTypeidExpr>(E))
    return Ref();
  Body.walkChildren(E);
  return Ref();
}

Ref ExpressionReader::evalThis(const Expr *E) {
  if (This == None || !Closure)
    return Ref::object(This);
  if (!CapturedThis)
    return Ref();
  return Ref::object(Access.load(Ref::place(This, P.memberOf(CapturedThis)),
                                 CapturedThis->getType(), E->getExprLoc()));
}

Ref ExpressionReader::evalVar(const ValueDecl *D, const DeclRefExpr *E) {
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
    Ref R = Ref::place(This, M);
    if (P.TheShapes.of(Field->getType()) == Shape::Object)
      return Ref::object(Access.load(R, Field->getType(), E->getExprLoc()));
    return R;
  }
  // A reference, an iterator or a container is what it was bound to; a pointer
  // can be assigned to.
  if (const Ref *Bound = Vars.find(D)) {
    bool IsReference = D->getType()->isReferenceType();
    return IsReference || Bound->Kind == Ref::Place ? *Bound : Ref::variable(D);
  }
  const auto *Var = dyn_cast<VarDecl>(D);
  Shape Sh = Var ? P.TheShapes.of(Var->getType()) : Shape::Nothing;
  if (Sh == Shape::Nothing)
    return Ref();
  if (!Var->hasGlobalStorage())
    return Ref::variable(D);
  bool IsObject = Sh == Shape::Object;
  ValueIndex V = Out.global(Var->getCanonicalDecl(), E->getExprLoc(),
                            IsObject ? P.recordOf(Var->getType()) : None);
  return IsObject ? Ref::object(V)
                  : Ref::place(V, P.memberOfVariable(Var->getType()));
}

static bool isPlainValue(QualType T) {
  const CXXRecordDecl *R = T.getNonReferenceType()->getAsCXXRecordDecl();
  return T.getNonReferenceType()->isArithmeticType() ||
         (R && R->isInStdNamespace() && R->getIdentifier() &&
          (R->getName() == "basic_string" ||
           R->getName() == "basic_string_view"));
}

Ref ExpressionReader::evalMember(const MemberExpr *E) {
  Ref Base = eval(E->getBase());
  const auto *Field = dyn_cast<FieldDecl>(E->getMemberDecl());
  if (!Field) {
    // A static member is a global.
    if (const auto *Var = dyn_cast<VarDecl>(E->getMemberDecl()))
      if (P.TheShapes.of(Var->getType()) != Shape::Nothing)
        return Ref::place(Out.global(Var->getCanonicalDecl(), E->getExprLoc()),
                          P.memberOfVariable(Var->getType()));
    return Ref();
  }
  // first and second of a map's element are the element; those of a pair of
  // our own are two. A number or a text among them is no object.
  if (P.SM.isInSystemHeader(Field->getLocation()))
    return isPlainValue(Field->getType())
               ? Ref()
               : Access.part(Base, Field->getName() == "second");
  if (Field->isAnonymousStructOrUnion())
    return Base;
  QualType T = Field->getType();
  Shape Sh = P.TheShapes.of(T);
  if (Sh == Shape::Nothing)
    return Ref();
  ValueIndex Object =
      Access.load(Base, E->getBase()->getType(), E->getExprLoc());
  if (Object == None)
    return Ref();
  Ref R = Ref::place(Object, P.memberOf(Field));
  if (Sh == Shape::Object)
    return Ref::object(Access.load(R, T, E->getExprLoc()));
  R.IsReference = T->isReferenceType();
  return R;
}

Ref ExpressionReader::evalConditional(const AbstractConditionalOperator *E) {
  eval(E->getCond());
  unsigned Branch = Out.newBranch();
  Ref True, False;
  Out.underArm(Branch, 0, [&] { True = eval(E->getTrueExpr()); });
  Out.underArm(Branch, 1, [&] { False = eval(E->getFalseExpr()); });
  Out.IsDead = false;
  if (True == False)
    return True;
  if (False.Kind == Ref::Nothing)
    return True;
  if (True.Kind == Ref::Nothing)
    return False;
  SourceLocation Loc = E->getExprLoc();
  // `auto &slot = c ? left : right`
  if (E->isGLValue() && True.Kind == Ref::Place && False.Kind == Ref::Place &&
      P.TheShapes.of(E->getType()) == Shape::Pointer)
    return Access.either(Branch, True, False);
  ValueIndex A = Access.loadOrNull(True, E->getType(), Loc);
  ValueIndex B = Access.loadOrNull(False, E->getType(), Loc);
  return Ref::object(Out.phi(Branch, A, B, E->getType(), Loc));
}

Ref ExpressionReader::evalBinary(const BinaryOperator *E) {
  if (E->getOpcode() == BO_Comma) {
    eval(E->getLHS());
    return eval(E->getRHS());
  }
  if (E->getOpcode() == BO_Assign) {
    Ref From = eval(E->getRHS());
    Ref To = eval(E->getLHS());
    if (const auto *D =
            dyn_cast<DeclRefExpr>(E->getLHS()->IgnoreParenImpCasts()))
      Vars.changed(D->getDecl());
    if (P.TheShapes.of(E->getLHS()->getType()) != Shape::Nothing)
      Access.assign(To, From, E->getLHS()->getType(), E->getOperatorLoc());
    return To;
  }
  if (E->isLogicalOp()) {
    eval(E->getLHS());
    unsigned Branch = Out.newBranch();
    Out.underArm(Branch, 0, [&] { eval(E->getRHS()); });
    Out.IsDead = false;
    return Ref();
  }
  if (E->isAssignmentOp())
    if (const auto *D =
            dyn_cast<DeclRefExpr>(E->getLHS()->IgnoreParenImpCasts()))
      Vars.changed(D->getDecl());
  Ref L = eval(E->getLHS());
  eval(E->getRHS());
  // Pointer arithmetic stays in its array.
  if (E->getType()->isPointerType() && L.Kind == Ref::Place) {
    L.Key = Keys.fresh();
    return L;
  }
  return Ref();
}

void ExpressionReader::stepOver(const Expr *E) {
  const auto *D = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
  if (!D)
    return;
  Vars.changed(D->getDecl());
  if (Ref *Bound = Vars.find(D->getDecl()); Bound && Bound->Kind == Ref::Place)
    Bound->Key = Keys.fresh();
}

Ref ExpressionReader::evalUnary(const UnaryOperator *E) {
  Ref R = eval(E->getSubExpr());
  if (E->isIncrementDecrementOp()) {
    stepOver(E->getSubExpr());
    return R;
  }
  switch (E->getOpcode()) {
  case UO_AddrOf:
    return R;
  case UO_Deref:
    return Access.deref(R, E, E->getSubExpr()->getType());
  default:
    return Ref();
  }
}

} // namespace ownership
