//===- Captures.cpp - Making a capture weak -------------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   captures --> the expressions that create the closures
//            --> one plan each (ClosureForms.h); in a template, one that all
//                instances agree on
//            --> plans that share a token are joined into one conversion
//
//===----------------------------------------------------------------------===//

#include "rewrite/Captures.h"
#include "extract/InSight.h"
#include "rewrite/ClosureForms.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

/// Finds the closures by the places where they are written, in a template as
/// often as it has instances.
class SiteFinder : public RecursiveASTVisitor<SiteFinder> {
  using Base = RecursiveASTVisitor<SiteFinder>;

public:
  SiteFinder(const SourceManager &SM, ArrayRef<CaptureRequest> Requests)
      : SM(SM) {
    for (const CaptureRequest &R : Requests)
      (R.Field ? Lambdas : Binds)[placeOf(R)];
  }

  bool shouldVisitTemplateInstantiations() const { return true; }

  /// The closures that \p Request may be of; a lambda may itself stand as the
  /// argument of a bind, at the same place.
  ArrayRef<ClosureSite> sitesOf(const CaptureRequest &Request) const {
    return (Request.Field ? Lambdas : Binds).at(placeOf(Request));
  }

  /// Of the lambda's class, or of the bind's argument.
  static SourceLocation placeOf(const CaptureRequest &Request) {
    return Request.Field ? Request.Field->getParent()->getLocation()
                         : Request.Where;
  }

  bool TraverseStmt(Stmt *S) {
    if (!S)
      return true;
    Path.push_back({S, nullptr, nullptr});
    bool GoOn = Base::TraverseStmt(S);
    Path.pop_back();
    return GoOn;
  }

  bool TraverseDecl(Decl *D) {
    if (!D ||
        (D->getDeclContext() && D->getDeclContext()->isFileContext() &&
         SM.isInSystemHeader(D->getLocation()) && !isa<TranslationUnitDecl>(D)))
      return true;
    Path.push_back({nullptr, D, nullptr});
    bool GoOn = Base::TraverseDecl(D);
    Path.pop_back();
    return GoOn;
  }

  bool VisitLambdaExpr(LambdaExpr *L) {
    add(Lambdas, L->getLambdaClass()->getLocation(), *L);
    // The instances of a generic lambda's body are nobody's children.
    if (FunctionTemplateDecl *Template =
            L->getCallOperator()->getDescribedFunctionTemplate())
      for (FunctionDecl *Spec : Template->specializations())
        TraverseDecl(Spec);
    return true;
  }

  bool VisitCallExpr(CallExpr *Call) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (Callee && isBind(*Callee))
      for (const Expr *Argument : Call->arguments())
        add(Binds, Argument->getBeginLoc(), *Call);
    return true;
  }

private:
  using SiteMap = std::map<SourceLocation, std::vector<ClosureSite>>;

  const SourceManager &SM;
  /// With an entry for each place that is asked for.
  SiteMap Lambdas, Binds;
  std::vector<Ancestor> Path;

  /// A library's, and not a function of the user's with such a name.
  static bool isBind(const FunctionDecl &F) {
    if (!F.getIdentifier() || !F.getName().starts_with("bind") ||
        isa<CXXMethodDecl>(F))
      return false;
    if (F.isInStdNamespace())
      return true;
    const auto *Space = dyn_cast<NamespaceDecl>(
        F.getDeclContext()->getEnclosingNamespaceContext());
    return Space && Space->getIdentifier() && Space->getName() == "boost";
  }

  void add(SiteMap &Sites, SourceLocation Place, const Expr &Node) {
    auto Asked = Sites.find(Place);
    if (Asked == Sites.end())
      return;
    ClosureSite Site;
    Site.Node = &Node;
    Site.Around.assign(Path.begin(), std::prev(Path.end()));
    for (size_t I = 0; I < Site.Around.size(); ++I) {
      const Ancestor &A = Site.Around[I];
      if (const auto *DC = dyn_cast_or_null<DeclContext>(A.D))
        Site.IsPattern |= DC->isDependentContext();
      // The body of a generic lambda, as written.
      const auto *L = dyn_cast_or_null<LambdaExpr>(A.S);
      Site.IsPattern |= L && L->isGenericLambda() &&
                        I + 1 < Site.Around.size() &&
                        Site.Around[I + 1].S == L->getBody();
    }
    Asked->second.push_back(std::move(Site));
  }
};

bool isSame(const CharSourceRange &A, const CharSourceRange &B) {
  return A.getBegin() == B.getBegin() && A.getEnd() == B.getEnd();
}

bool agree(const CapturePlan &A, const CapturePlan &B) {
  auto IsSameEdit = [](const auto &Pair) {
    const auto &[X, Y] = Pair;
    return isSame(X.Range, Y.Range) && X.Text == Y.Text;
  };
  auto IsSameAddition = [](const auto &Pair) {
    const auto &[X, Y] = Pair;
    return isSame(X.Range, Y.Range) && X.Before == Y.Before &&
           X.After == Y.After;
  };
  return A.Edits.size() == B.Edits.size() &&
         A.Additions.size() == B.Additions.size() &&
         all_of(zip(A.Edits, B.Edits), IsSameEdit) &&
         all_of(zip(A.Additions, B.Additions), IsSameAddition);
}

class CaptureConverter {
public:
  CaptureConverter(ASTContext &AST, const ProgramFacts &Facts,
                   OwnershipTypes &Types, ArrayRef<CaptureRequest> Requests)
      : AST(AST), SM(AST.getSourceManager()), Facts(Facts), Types(Types),
        Requests(Requests), Finder(SM, Requests) {}

  std::vector<CaptureConversion> run() {
    for (Decl *D : declsInSight(AST))
      Finder.TraverseDecl(D);
    for (const CaptureRequest &R : Requests) {
      Plans.push_back(plan(R));
      if (!Plans.back().Refused && !Plans.back().NewVariable.empty())
        NewVariables.insert(Plans.back().NewVariable);
    }
    std::vector<CaptureConversion> Result;
    DenseSet<unsigned> Done;
    for (unsigned I = 0; I < Requests.size(); ++I) {
      if (Done.contains(I))
        continue;
      SmallVector<unsigned, 1> Group = groupOf(I);
      Done.insert(Group.begin(), Group.end());
      Result.push_back({Group, convert(Group)});
    }
    return Result;
  }

private:
  ASTContext &AST;
  const SourceManager &SM;
  const ProgramFacts &Facts;
  OwnershipTypes &Types;
  ArrayRef<CaptureRequest> Requests;
  SiteFinder Finder;
  /// Parallel to Requests.
  std::vector<CapturePlan> Plans;
  StringSet<> NewVariables;

  CapturePlan plan(const CaptureRequest &Request) {
    CapturePlan Result;
    SourceLocation Place = SiteFinder::placeOf(Request);
    if (Facts.UnusualPointer.isValid()) {
      Result.refuse({Refusal::UnusualPointer, Facts.UnusualPointer});
      return Result;
    }
    if (SM.isInSystemHeader(Place)) {
      Result.refuse({Refusal::InSystemHeader, Request.Where});
      return Result;
    }
    const ClosureSite *Pattern = nullptr;
    std::vector<const ClosureSite *> Instances;
    for (const ClosureSite &Site : Finder.sitesOf(Request)) {
      if (Site.IsPattern)
        Pattern = &Site;
      else
        Instances.push_back(&Site);
    }
    if (Instances.empty() || Place.isMacroID()) {
      Result.refuse(
          {Place.isMacroID() ? Refusal::InMacro : Refusal::ClosureNotFound,
           Request.Where});
      return Result;
    }
    for (const ClosureSite *Site : Instances) {
      CapturePlan Plan =
          Request.Field
              ? planLambda(AST, Facts, Types, *Site, Pattern,
                           Request.Field->getFieldIndex(), NewVariables)
              : planBind(AST, Facts, Types, *Site, Request.Where, NewVariables);
      if (!Plan.Refused && Site != Instances.front() && !agree(Plan, Result))
        Plan.refuse({Refusal::InstancesDiffer, Request.Where});
      Result = std::move(Plan);
      if (Result.Refused)
        break;
    }
    return Result;
  }

  bool overlaps(const CharSourceRange &A, const CharSourceRange &B) const {
    auto EndOf = [&](const CharSourceRange &R) {
      return R.isTokenRange() ? Lexer::getLocForEndOfToken(R.getEnd(), 0, SM,
                                                           AST.getLangOpts())
                              : R.getEnd();
    };
    return SM.isBeforeInTranslationUnit(A.getBegin(), EndOf(B)) &&
           SM.isBeforeInTranslationUnit(B.getBegin(), EndOf(A));
  }

  /// An addition of one is where the other has one.
  bool sharesToken(const CapturePlan &A, const CapturePlan &B) const {
    return any_of(A.Additions, [&](const Addition &X) {
      return any_of(B.Additions, [&](const Addition &Y) {
        return isSame(X.Range, Y.Range);
      });
    });
  }

  bool isConverted(unsigned I) const { return !Plans[I].Refused; }

  /// All that hang together with \p I by shared tokens.
  SmallVector<unsigned, 1> groupOf(unsigned I) const {
    SmallVector<unsigned, 1> Group = {I};
    for (size_t Next = 0; isConverted(I) && Next < Group.size(); ++Next)
      for (unsigned J = 0; J < Plans.size(); ++J)
        if (isConverted(J) && !is_contained(Group, J) &&
            sharesToken(Plans[Group[Next]], Plans[J]))
          Group.push_back(J);
    sort(Group);
    return Group;
  }

  Conversion convert(SmallVector<unsigned, 1> Group) const {
    const unsigned I = Group.front();
    if (!isConverted(I))
      return refused(Requests[I], *Plans[I].Refused);

    // The locks stand in the order of the captures.
    sort(Group, [&](unsigned A, unsigned B) {
      SourceLocation L = Requests[A].Where, R = Requests[B].Where;
      return L == R ? A < B : SM.isBeforeInTranslationUnit(L, R);
    });
    std::map<SourceLocation, Addition> Additions;
    std::vector<Edit> Edits;
    for (unsigned J : Group) {
      Edits.insert(Edits.end(), Plans[J].Edits.begin(), Plans[J].Edits.end());
      for (const Addition &A : Plans[J].Additions) {
        auto [It, IsNew] = Additions.try_emplace(A.Range.getBegin(), A);
        if (!IsNew) {
          It->second.Before += A.Before;
          It->second.After += A.After;
        }
      }
    }
    for (const auto &[Where, A] : Additions) {
      StringRef Text = Lexer::getSourceText(A.Range, SM, AST.getLangOpts());
      Edits.push_back({A.Range, A.Before + Text.str() + A.After});
    }
    for (size_t A = 0; A < Edits.size(); ++A)
      for (size_t B = 0; B < A; ++B)
        if (overlaps(Edits[A].Range, Edits[B].Range))
          return refused(Requests[I], {Refusal::OverlappingEdits,
                                       Edits[A].Range.getBegin()});
    Conversion Result;
    for (const Edit &E : Edits)
      Result.Hints.push_back(FixItHint::CreateReplacement(E.Range, E.Text));
    return Result;
  }
};

} // namespace

Conversion refused(const CaptureRequest &Request, Refusal Why) {
  Why.Of = Request.Name;
  Why.OfCapture = true;
  Conversion Result;
  Result.Refused = std::move(Why);
  return Result;
}

std::vector<CaptureConversion>
convertCaptures(ASTContext &AST, const ProgramFacts &Facts,
                OwnershipTypes &Types, ArrayRef<CaptureRequest> Requests) {
  return CaptureConverter(AST, Facts, Types, Requests).run();
}

} // namespace ownership
