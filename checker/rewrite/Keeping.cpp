//===- Keeping.cpp - Who keeps a pointer or reference that it gets --------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/Keeping.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/ParentMap.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

namespace {

/// Can a value of this type dangle? Anything that holds a pointer or a
/// reference outside the standard library's owning types can. With
/// \p PointersCount owning pointers count, too: they lead to an object.
class DanglingTypes {
public:
  DanglingTypes(OwnershipTypes &Types, bool PointersCount)
      : Types(Types), PointersCount(PointersCount) {}

  bool mayDangle(QualType T) {
    T = T.getCanonicalType();
    if (T->isVoidType() || T->isArithmeticType() || T->isEnumeralType() ||
        T->isNullPtrType())
      return false;
    if (const auto *Array = dyn_cast<ArrayType>(T.getTypePtr()))
      return mayDangle(Array->getElementType());
    const CXXRecordDecl *R = T->getAsCXXRecordDecl();
    if (!R || !R->hasDefinition() || R->isUnion())
      return true;
    R = R->getDefinition();
    switch (Types.roleOf(*R).Kind) {
    case TypeRole::SharedPointer:
      return PointersCount;
    case TypeRole::UniquePointer:
      return PointersCount || argumentsMayDangle(*R);
    case TypeRole::Container:
      return argumentsMayDangle(*R);
    case TypeRole::Callable:
      return true;
    case TypeRole::WeakPointer:
      return PointersCount;
    case TypeRole::OwnsNothing:
      return qualifiedName(*R) != "std::basic_string";
    case TypeRole::Record:
      break;
    }
    if (!Seen.insert(R).second)
      return false;
    return any_of(R->bases(),
                  [&](const CXXBaseSpecifier &B) {
                    return mayDangle(B.getType());
                  }) ||
           any_of(R->fields(),
                  [&](const FieldDecl *F) { return mayDangle(F->getType()); });
  }

private:
  OwnershipTypes &Types;
  bool PointersCount;
  SmallPtrSet<const CXXRecordDecl *, 8> Seen;

  bool argumentsMayDangle(const CXXRecordDecl &R) {
    const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(&R);
    return !Spec ||
           any_of(Spec->getTemplateArgs().asArray(),
                  [&](const TemplateArgument &A) { return mayDangle(A); });
  }
  bool mayDangle(const TemplateArgument &A) {
    if (A.getKind() == TemplateArgument::Pack)
      return any_of(A.pack_elements(),
                    [&](const TemplateArgument &P) { return mayDangle(P); });
    if (A.getKind() != TemplateArgument::Type)
      return false;
    // Comparators and allocators of the library refer to nothing.
    const CXXRecordDecl *R = A.getAsType()->getAsCXXRecordDecl();
    if (R && R->isInStdNamespace() && isEmpty(*R))
      return false;
    return mayDangle(A.getAsType());
  }
  /// One that nothing has instantiated yet is judged by its template.
  static bool isEmpty(const CXXRecordDecl &R) {
    const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(&R);
    const CXXRecordDecl *D = R.hasDefinition() || !Spec
                                 ? R.getDefinition()
                                 : Spec->getSpecializedTemplate()
                                       ->getTemplatedDecl()
                                       ->getDefinition();
    return D && D->isEmpty();
  }
};

} // namespace

bool Keeping::mayDangle(QualType T) {
  return DanglingTypes(Types, /*PointersCount=*/false).mayDangle(T);
}

bool Keeping::refersToNothing(QualType T) {
  return !DanglingTypes(Types, /*PointersCount=*/true).mayDangle(T);
}

//===----------------------------------------------------------------------===//
// Calls
//===----------------------------------------------------------------------===//

bool isOfLibrary(const FunctionDecl &F) {
  return F.isInStdNamespace() ||
         F.getASTContext().getSourceManager().isInSystemHeader(F.getLocation());
}

const FunctionDecl *calleeOf(const Expr &Call) {
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(&Call))
    return Construct->getConstructor();
  const auto *C = dyn_cast<CallExpr>(&Call);
  return C ? C->getDirectCallee() : nullptr;
}

std::optional<unsigned> parameterOf(const Expr &Call, const Expr *Arg) {
  ArrayRef<const Expr *> Args;
  unsigned Objects = 0;
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(&Call)) {
    Args = ArrayRef(Construct->getArgs(), Construct->getNumArgs());
  } else if (const auto *C = dyn_cast<CallExpr>(&Call)) {
    Args = ArrayRef(C->getArgs(), C->getNumArgs());
    const auto *Method = dyn_cast_or_null<CXXMethodDecl>(C->getDirectCallee());
    // An operator's call passes the object as its first argument.
    Objects = isa<CXXOperatorCallExpr>(C) && Method && Method->isInstance();
  }
  for (unsigned I = Objects; I < Args.size(); ++I)
    if (Args[I] == Arg)
      return I - Objects;
  return std::nullopt;
}

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

/// A function's body, with a constructor's initializers.
struct Keeping::Body {
  const FunctionDecl &F;
  /// The question is what outlives a call of F: its result is another question,
  /// and its variables all end with it.
  bool IsCallee;
  ParentMap Parents;
  SmallPtrSet<const VarDecl *, 8> Followed;

  Body(const FunctionDecl &F, bool IsCallee)
      : F(F), IsCallee(IsCallee), Parents(F.getBody()) {
    if (const auto *Ctor = dyn_cast<CXXConstructorDecl>(&F))
      for (const CXXCtorInitializer *Init : Ctor->inits())
        Parents.addStmt(Init->getInit());
  }

  /// The initializer that \p Root is the value of.
  const CXXCtorInitializer *initializer(const Expr *Root) const {
    if (const auto *Ctor = dyn_cast<CXXConstructorDecl>(&F))
      for (const CXXCtorInitializer *Init : Ctor->inits())
        if (Init->getInit() == Root)
          return Init;
    return nullptr;
  }

  bool isInLambda(const Stmt *S) const {
    while ((S = Parents.getParent(S)))
      if (isa<LambdaExpr>(S))
        return true;
    return false;
  }

  void findUses(const Stmt *S, const VarDecl &Var,
                SmallVectorImpl<const DeclRefExpr *> &Found) const {
    if (!S)
      return;
    if (const auto *Ref = dyn_cast<DeclRefExpr>(S)) {
      const ValueDecl *D = Ref->getDecl();
      if (const auto *Binding = dyn_cast<BindingDecl>(D))
        D = cast_or_null<ValueDecl>(Binding->getDecomposedDecl());
      if (D == &Var)
        Found.push_back(Ref);
    }
    for (const Stmt *Child : S->children())
      findUses(Child, Var, Found);
  }
};

bool Keeping::keepsArgument(const FunctionDecl &F, unsigned Index) {
  if (isOfLibrary(F)) {
    // A container of pointers keeps the pointer that it copies.
    const auto *Method = dyn_cast<CXXMethodDecl>(&F);
    // What runs on in a thread has what the thread was given.
    std::string Name = isa<CXXConstructorDecl>(F)
                           ? Method->getParent()->getNameAsString()
                           : F.getNameAsString();
    if (Name == "thread" || Name == "jthread" || Name == "async")
      return Index < F.getNumParams() &&
             mayDangle(F.getParamDecl(Index)->getType().getNonReferenceType());
    return Method && !isa<CXXConstructorDecl>(Method) && !Method->isConst() &&
           Index < F.getNumParams() &&
           mayDangle(F.getParamDecl(Index)->getType().getNonReferenceType());
  }
  const FunctionDecl *Defined = F.getDefinition();
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  if (!Defined || !Defined->hasBody() || Defined->hasSkippedBody() ||
      (Method && Method->isVirtual()) || Index >= Defined->getNumParams())
    return true;
  const ParmVarDecl *Param = Defined->getParamDecl(Index);
  if (refersToNothing(Param->getType()))
    return false;
  // Recursion adds nothing to what the other uses say.
  auto [Known, IsNew] = KeptParameters.try_emplace(Param, false);
  if (!IsNew)
    return Known->second;
  Body In(*Defined, /*IsCallee=*/true);
  bool Result = isKept(*Param, In);
  KeptParameters[Param] = Result;
  return Result;
}

/// A class of the pointee's hierarchy, or the pointer itself.
bool Keeping::leadsToObject(QualType T) const {
  T = T.getNonReferenceType();
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  if (!R)
    R = T->getPointeeCXXRecordDecl();
  const auto *Spec = dyn_cast_or_null<ClassTemplateSpecializationDecl>(Pointer);
  if (!R || !Spec || Spec->getTemplateArgs().size() == 0 ||
      Spec->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
    return true;
  const CXXRecordDecl *Pointee =
      Spec->getTemplateArgs()[0].getAsType()->getAsCXXRecordDecl();
  auto IsDerived = [](const CXXRecordDecl &From, const CXXRecordDecl &To) {
    return From.hasDefinition() && From.isDerivedFrom(&To);
  };
  return !Pointee || R->getCanonicalDecl() == Pointee->getCanonicalDecl() ||
         R->getCanonicalDecl() == Pointer->getCanonicalDecl() ||
         IsDerived(*R, *Pointee) || IsDerived(*Pointee, *R);
}

bool Keeping::keepsArgument(const FunctionDecl &F, unsigned Index,
                            const Expr &Arg) {
  bool IsTrusted = Pointer && !F.hasBody() && !isOfLibrary(F) &&
                   !leadsToObject(Arg.getType());
  return !IsTrusted && keepsArgument(F, Index);
}

bool Keeping::leavesItsVariables(const Expr &Value, const FunctionDecl &F) {
  Body In(F, /*IsCallee=*/false);
  return isKept(&Value, In);
}

bool Keeping::leavesItsVariables(const VarDecl &Var, const FunctionDecl &F) {
  Body In(F, /*IsCallee=*/false);
  return isKept(Var, In);
}

bool Keeping::isKept(const VarDecl &Var, Body &In) {
  if (!In.Followed.insert(&Var).second)
    return false;
  SmallVector<const DeclRefExpr *, 8> Found;
  In.findUses(In.F.getBody(), Var, Found);
  if (const auto *Ctor = dyn_cast<CXXConstructorDecl>(&In.F))
    for (const CXXCtorInitializer *Init : Ctor->inits())
      In.findUses(Init->getInit(), Var, Found);
  return any_of(Found, [&](const DeclRefExpr *Ref) { return isKept(Ref, In); });
}

/// \p To is assigned a value that may dangle.
bool Keeping::isKeptInAssignment(const Expr *To, Body &In) {
  if (!mayDangle(To->getType()))
    return false;
  const auto *Ref = dyn_cast<DeclRefExpr>(To->IgnoreParenImpCasts());
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!In.IsCallee || !Var || !Var->hasLocalStorage() ||
      Var->getType()->isReferenceType())
    return true;
  return isKept(*Var, In);
}

bool Keeping::isKept(const Expr *E, Body &In) {
  while (true) {
    if (E->isPRValue() && !mayDangle(E->getType()))
      return false;
    const Stmt *Parent = In.Parents.getParent(E);
    if (!Parent) {
      const CXXCtorInitializer *Init = In.initializer(E);
      return !Init || mayDangle(Init->isAnyMemberInitializer()
                                    ? Init->getAnyMember()->getType()
                                    : E->getType());
    }
    if (const auto *Decls = dyn_cast<DeclStmt>(Parent)) {
      for (const Decl *D : Decls->decls()) {
        const auto *Var = dyn_cast<VarDecl>(D);
        if (!Var || Var->getInit() != E)
          continue;
        if (!mayDangle(Var->getType()))
          return false;
        return !Var->hasLocalStorage() || isKept(*Var, In);
      }
      return true;
    }
    if (isa<ReturnStmt>(Parent)) {
      if (In.isInLambda(Parent))
        return true;
      return !In.IsCallee && mayDangle(In.F.getReturnType());
    }
    if (isa<CoreturnStmt>(Parent))
      return true;
    const auto *P = dyn_cast<Expr>(Parent);
    // The end of a full expression.
    if (!P)
      return false;
    if (const auto *Op = dyn_cast<BinaryOperator>(P)) {
      if (Op->isAssignmentOp() && Op->getRHS() == E)
        return isKeptInAssignment(Op->getLHS(), In);
      if (Op->isCommaOp() && Op->getLHS() == E)
        return false;
    } else if (isa<CallExpr, CXXConstructExpr>(P)) {
      const auto *Op = dyn_cast<CXXOperatorCallExpr>(P);
      if (Op && Op->isAssignmentOp() && Op->getNumArgs() == 2 &&
          Op->getArg(1) == E && isKeptInAssignment(Op->getArg(0), In))
        return true;
      const FunctionDecl *Callee = calleeOf(*P);
      std::optional<unsigned> Index = parameterOf(*P, E);
      // An object that is made of it is followed by its type.
      bool IsInObject =
          isa<CXXConstructExpr>(P) && mayDangle(P->getType()) && Callee;
      if (Index && !IsInObject &&
          (!Callee || keepsArgument(*Callee, *Index, *E)))
        return true;
    } else if (!isa<UnaryOperator, ParenExpr, CastExpr, MemberExpr,
                    ArraySubscriptExpr, MaterializeTemporaryExpr, FullExpr,
                    CXXBindTemporaryExpr, InitListExpr, ConditionalOperator,
                    CXXNewExpr, LambdaExpr, CXXStdInitializerListExpr,
                    CXXRewrittenBinaryOperator>(P)) {
      return true;
    }
    E = P;
  }
}

} // namespace ownership
