//===- CaptureUses.cpp - What a body does with a captured pointer ---------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/CaptureUses.h"
#include "rewrite/PointerExpr.h"
#include "rewrite/UnclaimedUse.h"
#include "rewrite/Uses.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

/// How deep a reference is followed through the functions that pass it on.
constexpr unsigned MaxDepth = 4;

class BodyUses : public RecursiveASTVisitor<BodyUses> {
  using Base = RecursiveASTVisitor<BodyUses>;

public:
  BodyUses(const ValueDecl &Pointer, OwnershipTypes &Types, unsigned Depth)
      : Types(Types), Depth(Depth) {
    Tracked.insert(Pointer.getCanonicalDecl());
  }

  CaptureUses Result;

  bool TraverseStmt(Stmt *S) {
    if (!S)
      return true;
    Path.push_back({S, nullptr, nullptr});
    bool GoOn = Base::TraverseStmt(S);
    Path.pop_back();
    return GoOn;
  }
  bool TraverseDecl(Decl *D) {
    if (!D)
      return true;
    Path.push_back({nullptr, D, nullptr});
    bool GoOn = Base::TraverseDecl(D);
    Path.pop_back();
    return GoOn;
  }

  /// Only the semantic form says what the elements are copied into.
  bool TraverseInitListExpr(InitListExpr *List) {
    if (InitListExpr *Semantic = List->getSemanticForm())
      List = Semantic;
    for (Stmt *Element : List->children())
      TraverseStmt(Element);
    return true;
  }

  bool VisitDeclRefExpr(DeclRefExpr *E) {
    if (ClosuresHere.count(E->getDecl()) && !isCalledHere(Path.size() - 1))
      refuse(Refusal::CapturedByLastingLambda, E);
    if (!Tracked.count(E->getDecl()->getCanonicalDecl()))
      return true;
    Result.IsNamed = true;
    classify(*E);
    return true;
  }

  bool VisitLambdaExpr(LambdaExpr *L) {
    for (const LambdaCapture &C : L->captures()) {
      if (!C.capturesVariable() ||
          !Tracked.count(C.getCapturedVar()->getCanonicalDecl()))
        continue;
      Result.IsNamed = true;
      if (C.getCaptureKind() == LCK_ByRef) {
        if (!staysInTheCall())
          refuse(Refusal::CapturedByLastingLambda, L);
      } else if (L->isMutable()) {
        // Of a const variable its copy would be const as well.
        HasMutableCopy = true;
      }
    }
    return true;
  }

  void finish() {
    if (HasMutableCopy && Result.NeedsConst)
      refuse(Refusal::CopiedByMutableLambda, nullptr);
  }

private:
  OwnershipTypes &Types;
  unsigned Depth;
  std::vector<Ancestor> Path;
  /// The pointer, and local references to it.
  SmallPtrSet<const Decl *, 4> Tracked;
  /// Local lambdas that refer to it.
  SmallPtrSet<const Decl *, 2> ClosuresHere;
  bool HasMutableCopy = false;

  void refuse(Refusal Why, const Stmt *Where) {
    if (Result.Refused)
      return;
    if (Where)
      Why.Where = Where->getBeginLoc();
    Result.Refused = std::move(Why);
  }

  /// \p E, which is visited, as what its parent does with it.
  void refuseUnclaimed(const DeclRefExpr &E) {
    size_t At = skipNeutral(Path.size() - 1);
    refuse(unclaimedUse(cast<Expr>(Path[At].S),
                        At > 0 ? Path[At - 1] : Ancestor()),
           &E);
  }

  TypeRole::KindTy roleOf(QualType T) {
    const CXXRecordDecl *R = T.getNonReferenceType()->getAsCXXRecordDecl();
    return R ? Types.roleOf(*R).Kind : TypeRole::OwnsNothing;
  }

  const Stmt *parent(size_t Child) const {
    return Child > 0 ? Path[Child - 1].S : nullptr;
  }

  /// Past what changes neither the object nor who refers to it. \p At is the
  /// index of an expression in the path.
  size_t skipNeutral(size_t At) const {
    while (const auto *E = dyn_cast_or_null<Expr>(parent(At))) {
      const auto *Cast = dyn_cast<ImplicitCastExpr>(E);
      const auto *Cond = dyn_cast<ConditionalOperator>(E);
      bool IsNeutral =
          isa<ParenExpr, MaterializeTemporaryExpr, CXXBindTemporaryExpr>(E) ||
          (Cast && (Cast->getCastKind() == CK_NoOp ||
                    Cast->getCastKind() == CK_DerivedToBase ||
                    Cast->getCastKind() == CK_UncheckedDerivedToBase)) ||
          (Cond && Cond->getCond() != Path[At].S);
      if (!IsNeutral)
        break;
      --At;
    }
    return At;
  }

  void classify(const DeclRefExpr &E) {
    size_t At = skipNeutral(Path.size() - 1);
    const bool IsConst = E.getType().isConstQualified();
    // `std::move` of a const pointer is a copy.
    if (const auto *Call = dyn_cast_or_null<CallExpr>(parent(At)))
      if (Call->isCallToStdMove() && Call->getArg(0) == Path[At].S) {
        if (!IsConst)
          return refuse(Refusal::CaptureMovedOut, &E);
        Result.NeedsConst = true;
        At = skipNeutral(At - 1);
      }
    const auto *Value = cast<Expr>(Path[At].S);

    if (const Decl *D = At > 0 ? Path[At - 1].D : nullptr) {
      const auto *Var = dyn_cast<VarDecl>(D);
      if (Var && Var->isInitCapture())
        return refuse(Refusal::CapturedByLastingLambda, &E);
      // A reference is another name for it.
      if (Var && Var->getInit() && Var->isLocalVarDecl() &&
          !Var->isStaticLocal() && Var->getType()->isReferenceType() &&
          Var->getInit()->IgnoreParenImpCasts() == &E) {
        Result.NeedsConst = true;
        Tracked.insert(Var->getCanonicalDecl());
        return;
      }
      return refuseUnclaimed(E);
    }

    const Stmt *P = parent(At);
    if (const auto *Op = dyn_cast_or_null<CXXOperatorCallExpr>(P)) {
      classifyOperator(*Op, *Value, E);
    } else if (const auto *Rewritten =
                   dyn_cast_or_null<CXXRewrittenBinaryOperator>(P)) {
      // `self != nullptr` since C++20.
      if (!Rewritten->isComparisonOp() ||
          !E.getType()->getAsCXXRecordDecl()->isInStdNamespace())
        return refuseUnclaimed(E);
      Result.IsTested |= nullPointerLiteral(Rewritten->getLHS()) ||
                         nullPointerLiteral(Rewritten->getRHS());
    } else if (const auto *Member = dyn_cast_or_null<MemberExpr>(P)) {
      classifyMember(*Member, E);
    } else if (const auto *Construct = dyn_cast_or_null<CXXConstructExpr>(P)) {
      TypeRole::KindTy Role = roleOf(Construct->getType());
      if (Role == TypeRole::SharedPointer || Role == TypeRole::WeakPointer)
        return;
      classifyArgument(Construct->getConstructor(),
                       ArrayRef(Construct->getArgs(), Construct->getNumArgs()),
                       *Value, E, Construct->getType());
    } else if (const auto *Call = dyn_cast_or_null<CallExpr>(P)) {
      if (Call->getCallee() == Value || Call->isTypeDependent())
        return refuseUnclaimed(E);
      classifyArgument(Call->getDirectCallee(),
                       ArrayRef(Call->getArgs(), Call->getNumArgs()), *Value, E,
                       Call->getType());
    } else if (isa_and_nonnull<LambdaExpr>(P)) {
      // A capture of a lambda inside, told by its kind.
    } else if (const auto *Cast = dyn_cast_or_null<CastExpr>(P);
               Cast && Cast->getCastKind() == CK_ToVoid) {
      // `(void)self;`
    } else if (isa_and_nonnull<ReturnStmt>(P)) {
      refuse(Refusal::ReferenceReturned, &E);
    } else {
      refuseUnclaimed(E);
    }
  }

  void classifyOperator(const CXXOperatorCallExpr &Op, const Expr &Value,
                        const DeclRefExpr &E) {
    const bool IsObject = Op.getArg(0) == &Value;
    const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Op.getDirectCallee());
    switch (Op.getOperator()) {
    case OO_Arrow:
      return;
    case OO_Star:
      if (Op.getNumArgs() == 1)
        return;
      break;
    case OO_Equal:
      // `other = self` copies.
      if (!IsObject && Method &&
          (roleOf(Op.getArg(0)->getType()) == TypeRole::SharedPointer ||
           roleOf(Op.getArg(0)->getType()) == TypeRole::WeakPointer))
        return;
      if (IsObject)
        return refuse(Refusal::CaptureChanged, &E);
      break;
    case OO_EqualEqual:
    case OO_ExclaimEqual: {
      const Expr *Other = Op.getArg(IsObject ? 1 : 0);
      if (nullPointerLiteral(Other))
        Result.IsTested = true;
      if (isOfPointersLibrary(Op.getDirectCallee(), E))
        return;
      break;
    }
    default:
      break;
    }
    if (isOfPointersLibrary(Op.getDirectCallee(), E))
      return;
    SmallVector<const Expr *, 2> Arguments(Op.arguments());
    if (Method)
      Arguments.erase(Arguments.begin());
    if (Method && IsObject)
      return refuseUnclaimed(E);
    classifyArgument(Op.getDirectCallee(), Arguments, Value, E, Op.getType());
  }

  void classifyMember(const MemberExpr &Member, const DeclRefExpr &E) {
    const auto *Method = dyn_cast<CXXMethodDecl>(Member.getMemberDecl());
    if (!Method)
      return refuseUnclaimed(E);
    if (isa<CXXConversionDecl>(Method)) {
      Result.IsTested = true;
      return;
    }
    StringRef Name = Method->getIdentifier() ? Method->getName() : "";
    if (Name == "use_count" || Name == "unique")
      return refuse({Refusal::OwnersCounted, Name}, &E);
    if (!Method->isConst())
      return refuse(Refusal::CaptureChanged, &E);
  }

  /// It is an argument by reference, or it would be copied first.
  void classifyArgument(const FunctionDecl *Callee, ArrayRef<const Expr *> Args,
                        const Expr &Value, const DeclRefExpr &E,
                        QualType Returned) {
    auto It = find(Args, &Value);
    if (It == Args.end())
      return refuseUnclaimed(E);
    const unsigned Index = It - Args.begin();
    const bool TakesConst = Callee && Index < Callee->getNumParams() &&
                            Callee->getParamDecl(Index)
                                ->getType()
                                .getNonReferenceType()
                                .isConstQualified();
    if (!E.getType().isConstQualified()) {
      if (!TakesConst)
        return refuse(aboutFunction(Refusal::PassedByReference, Callee), &E);
    } else if (!TakesConst || !Callee->isInStdNamespace()) {
      // Another overload, or another instantiation, might be chosen.
      Result.NeedsConst |= !TakesConst || isOverloaded(*Callee);
    }
    if (mayKeep(Callee, Index, Returned))
      refuse(aboutFunction(Refusal::ReferenceArgumentKept, Callee), &E);
  }

  static bool isOverloaded(const FunctionDecl &F) {
    if (!F.getDeclName() || F.getPrimaryTemplate())
      return true;
    auto Found =
        F.getDeclContext()->getRedeclContext()->lookup(F.getDeclName());
    return any_of(Found, [&](const NamedDecl *D) {
      return D->getCanonicalDecl() != F.getCanonicalDecl();
    });
  }

  bool isOfPointersLibrary(const FunctionDecl *F, const DeclRefExpr &E) const {
    const CXXRecordDecl *R =
        E.getType().getNonReferenceType()->getAsCXXRecordDecl();
    return F && R && F->getEnclosingNamespaceContext() &&
           R->getEnclosingNamespaceContext()->Equals(
               F->getEnclosingNamespaceContext());
  }

  /// A value of type \p T may be, or refer to, a reference to a pointer.
  bool mayReferToPointer(QualType T) {
    T = T.getCanonicalType();
    if (T->isReferenceType() || T->isPointerType())
      return roleOf(T->getPointeeType()) == TypeRole::SharedPointer;
    const auto *Spec = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
        T->getAsCXXRecordDecl());
    if (!Spec)
      return false;
    auto Refers = [&](const TemplateArgument &A) {
      if (A.getKind() == TemplateArgument::Pack)
        return any_of(A.pack_elements(), [&](const TemplateArgument &P) {
          return P.getKind() == TemplateArgument::Type &&
                 mayReferToPointer(P.getAsType());
        });
      return A.getKind() == TemplateArgument::Type &&
             mayReferToPointer(A.getAsType());
    };
    return (Spec->getIdentifier() && Spec->getName() == "reference_wrapper") ||
           any_of(Spec->getTemplateArgs().asArray(), Refers);
  }

  /// \p Callee may keep what its parameter \p Index refers to.
  bool mayKeep(const FunctionDecl *Callee, unsigned Index, QualType Returned) {
    const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
    if (Method) {
      TypeRole::KindTy Role = Types.roleOf(*Method->getParent()).Kind;
      // They keep copies, and hand on what they are called with.
      if (Role == TypeRole::Container || Role == TypeRole::Callable)
        return false;
    }
    if (mayReferToPointer(Returned))
      return true;
    if (!Callee)
      return false;
    const FunctionDecl *Definition = nullptr;
    if (Callee->isInStdNamespace() || !Callee->hasBody(Definition)) {
      if (!Method || !isa<CXXConstructorDecl>(Method) ||
          Callee->isInStdNamespace())
        return false;
      const CXXRecordDecl *Class = Method->getParent()->getDefinition();
      return !Class || any_of(Class->fields(), [&](const FieldDecl *F) {
        return mayReferToPointer(F->getType());
      });
    }
    if (Index >= Definition->getNumParams() || Depth >= MaxDepth)
      return true;
    BodyUses Inside(*Definition->getParamDecl(Index), Types, Depth + 1);
    Inside.TraverseDecl(const_cast<FunctionDecl *>(Definition));
    return Inside.Result.Refused.has_value();
  }

  //===--------------------------------------------------------------------===//
  // Lambdas inside that refer to it
  //===--------------------------------------------------------------------===//

  /// The lambda at the end of the path ends with the call.
  bool staysInTheCall() {
    size_t At = Path.size() - 1;
    while (const auto *E = dyn_cast_or_null<Expr>(parent(At))) {
      const auto *Copy = dyn_cast<CXXConstructExpr>(E);
      if (!isa<ImplicitCastExpr, ParenExpr, MaterializeTemporaryExpr,
               CXXBindTemporaryExpr, ExprWithCleanups>(E) &&
          !(Copy && Copy->getType()->getAsCXXRecordDecl()->isLambda()))
        break;
      --At;
    }
    if (isCalledHere(At))
      return true;
    const auto *Var =
        At > 0 ? dyn_cast_or_null<VarDecl>(Path[At - 1].D) : nullptr;
    const CXXRecordDecl *R =
        Var ? Var->getType()->getAsCXXRecordDecl() : nullptr;
    if (!R || !R->isLambda() || !Var->isLocalVarDecl() || Var->isStaticLocal())
      return false;
    ClosuresHere.insert(Var);
    return true;
  }

  /// The closure at \p At in the path is called, or handed to an algorithm.
  bool isCalledHere(size_t At) const {
    const Stmt *Closure = Path[At].S;
    while (isa_and_nonnull<ImplicitCastExpr, ParenExpr>(parent(At)))
      Closure = Path[--At].S;
    if (const auto *Op = dyn_cast_or_null<CXXOperatorCallExpr>(parent(At)))
      return Op->getOperator() == OO_Call && Op->getArg(0) == Closure;
    // The algorithms take it by value.
    if (const auto *Copy = dyn_cast_or_null<CXXConstructExpr>(parent(At)))
      if (Copy->getType()->getAsCXXRecordDecl()->isLambda())
        --At;
    const auto *Call = dyn_cast_or_null<CallExpr>(parent(At));
    const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
    if (!Callee || !Callee->isInStdNamespace() || !Callee->getIdentifier() ||
        isa<CXXMethodDecl>(Callee))
      return false;
    static constexpr llvm::StringLiteral Algorithms[] = {
        "for_each",    "for_each_n",  "any_of",
        "all_of",      "none_of",     "find_if",
        "find_if_not", "count_if",    "remove_if",
        "erase_if",    "copy_if",     "replace_if",
        "transform",   "sort",        "stable_sort",
        "partition",   "accumulate",  "stable_partition",
        "generate",    "generate_n",  "max_element",
        "min_element", "lower_bound", "upper_bound",
        "visit",       "invoke",      "apply",
        "call_once"};
    return is_contained(Algorithms, Callee->getName());
  }
};

} // namespace

CaptureUses usesInBody(const LambdaExpr &Lambda, const ValueDecl &Captured,
                       OwnershipTypes &Types) {
  BodyUses Uses(Captured, Types, 0);
  Uses.TraverseStmt(Lambda.getBody());
  Uses.finish();
  return Uses.Result;
}

} // namespace ownership
