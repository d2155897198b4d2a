//===- BindForm.cpp - A lambda in place of a bind -------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   std::bind(&Counter::edge, shared_from_this(), std::placeholders::_1, 2)
//   [weakSelf = weak_from_this()](bool up) {
//     if (auto self = weakSelf.lock()) self->edge(up, 2);
//   }
//
// A bind swallows arguments that it has no placeholder for, evaluates what it
// keeps when it is made, and has no parameters. So the lambda's parameters come
// from the std::function that the bind is stored in, and what the bind keeps
// must be as good later as now: a literal, or a variable to capture.
//
//===----------------------------------------------------------------------===//

#include "rewrite/ClosureForms.h"
#include "rewrite/NonNull.h"
#include "rewrite/PointerExpr.h"
#include "rewrite/Spelling.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

/// The N of `std::placeholders::_N`; 0 for other expressions.
unsigned placeholderNumber(const Expr *E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(ignoreCopies(E));
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  unsigned Number = 0;
  const auto *Space =
      Var ? dyn_cast<NamespaceDecl>(Var->getDeclContext()) : nullptr;
  if (!Space || !Space->isInStdNamespace() || !Var->getIdentifier() ||
      !Var->getName().starts_with("_") ||
      Var->getName().drop_front().getAsInteger(10, Number))
    return 0;
  return Number;
}

bool isLiteral(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  if (const auto *Minus = dyn_cast<UnaryOperator>(E))
    return Minus->getOpcode() == UO_Minus && isLiteral(Minus->getSubExpr());
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  return isa<IntegerLiteral, FloatingLiteral, CharacterLiteral,
             CXXBoolLiteralExpr, clang::StringLiteral>(E) ||
         (Ref && isa<EnumConstantDecl>(Ref->getDecl()));
}

class BindPlanner {
public:
  BindPlanner(ASTContext &AST, const ProgramFacts &Facts, OwnershipTypes &Types,
              const ClosureSite &Site, SourceLocation Where,
              const StringSet<> &Taken)
      : AST(AST), Facts(Facts), Types(Types), Site(Site),
        Bind(*cast<CallExpr>(Site.Node)), Where(Where),
        Copy(AST, Facts, Types, Site, Plan) {
    Names = Copy.namesAround();
    for (const auto &Name : Taken)
      Names.insert(Name.getKey());
  }

  CapturePlan plan() {
    if (findParts() && findSignature() && nameCaptures() && nameParameters())
      write();
    return std::move(Plan);
  }

private:
  ASTContext &AST;
  const ProgramFacts &Facts;
  OwnershipTypes &Types;
  const ClosureSite &Site;
  const CallExpr &Bind;
  SourceLocation Where;
  CapturePlan Plan;
  WeakCopy Copy;
  StringSet<> Names;

  const FunctionDecl *Callee = nullptr;
  /// As written, without its `&`.
  std::string CalleeText;
  bool IsMember = false;
  /// Which argument of the bind becomes weak.
  unsigned Kept = 0;
  const FunctionProtoType *Signature = nullptr;
  std::string Pointer, WeakName;
  std::vector<std::string> Captures;
  std::vector<std::string> Parameters;
  /// Parallel to the arguments of the bind behind the callee.
  std::vector<std::string> Passed;

  bool refuse(Refusal Why) {
    Why.Where = Where;
    return Plan.refuse(std::move(Why));
  }

  /// The parameter that argument \p I of the bind becomes; null for the object.
  const ParmVarDecl *parameterOf(unsigned I) const {
    unsigned Index = I - (IsMember ? 2 : 1);
    return I < (IsMember ? 2u : 1u) || Index >= Callee->getNumParams()
               ? nullptr
               : Callee->getParamDecl(Index);
  }

  bool findParts() {
    const FunctionDecl *Binder = Bind.getDirectCallee();
    if (!Binder || !Binder->isInStdNamespace() || Binder->getName() != "bind" ||
        Bind.getNumArgs() < 2 || textOf(Bind.getSourceRange(), AST).empty())
      return refuse(Refusal::NotPlainBind);
    for (unsigned I = 1; I < Bind.getNumArgs(); ++I)
      if (Bind.getArg(I)->getBeginLoc() == Where)
        Kept = I;
    const Expr *Target = Bind.getArg(0)->IgnoreParenCasts();
    if (const auto *Address = dyn_cast<UnaryOperator>(Target))
      if (Address->getOpcode() == UO_AddrOf)
        Target = Address->getSubExpr()->IgnoreParenCasts();
    const auto *Ref = dyn_cast<DeclRefExpr>(Target);
    Callee = Ref ? dyn_cast<FunctionDecl>(Ref->getDecl()) : nullptr;
    if (!Callee || !Callee->getIdentifier() || Kept == 0 ||
        Callee->getPrimaryTemplate() || Callee->isVariadic())
      return refuse(Refusal::BindCallsOther);
    auto Overloads = Callee->getDeclContext()->getRedeclContext()->lookup(
        Callee->getDeclName());
    if (any_of(Overloads, [&](const NamedDecl *D) {
          return D->getCanonicalDecl() != Callee->getCanonicalDecl();
        }))
      return refuse({Refusal::BindCallsOverloaded, Callee->getName()});
    const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
    IsMember = Method && !Method->isStatic();
    CalleeText = IsMember ? Callee->getName().str()
                          : textOf(Target->getSourceRange(), AST).str();
    if (!Copy.takesPointer(Bind.getArg(Kept)->getType(), Where))
      return false;
    if (Bind.getNumArgs() != Callee->getNumParams() + (IsMember ? 2 : 1))
      return refuse({Refusal::BindLeavesArguments, Callee->getName()});
    if (IsMember && Kept != 1)
      return refuse(Refusal::BindKeepsArgument);
    return !IsMember || findsMember(*Method);
  }

  /// `self->name` finds \p Method.
  bool findsMember(const CXXMethodDecl &Method) {
    const auto *Spec = cast<ClassTemplateSpecializationDecl>(
        Copy.Pointer->getAsCXXRecordDecl());
    const CXXRecordDecl *Class =
        Spec->getTemplateArgs()[0].getAsType()->getAsCXXRecordDecl();
    while (Class && Class->hasDefinition()) {
      if (declaresSameEntity(Class, Method.getParent()))
        return true;
      if (!Class->lookup(Method.getDeclName()).empty() ||
          Class->getNumBases() == 0)
        break;
      const CXXRecordDecl *Next = nullptr;
      for (const CXXBaseSpecifier &B : Class->bases()) {
        const CXXRecordDecl *Base = B.getType()->getAsCXXRecordDecl();
        if (Base && Base->hasDefinition() &&
            (declaresSameEntity(Base, Method.getParent()) ||
             Base->isDerivedFrom(Method.getParent())))
          Next = Base;
      }
      Class = Next;
    }
    return refuse({Refusal::BindFindsOther, Callee->getName()});
  }

  /// Of the std::function that the bind is converted to or assigned to.
  bool findSignature() {
    for (const Ancestor &A : reverse(Site.Around)) {
      const auto *E = dyn_cast_or_null<Expr>(A.S);
      if (!E)
        break;
      if (isa<ImplicitCastExpr, MaterializeTemporaryExpr, CXXBindTemporaryExpr,
              ExprWithCleanups, ParenExpr>(E))
        continue;
      const auto *Construct = dyn_cast<CXXConstructExpr>(E);
      const auto *Assign = dyn_cast<CXXOperatorCallExpr>(E);
      QualType T = Construct ? Construct->getType()
                   : Assign && Assign->getOperator() == OO_Equal
                       ? Assign->getArg(0)->getType()
                       : QualType();
      const CXXRecordDecl *R = T.isNull() ? nullptr : T->getAsCXXRecordDecl();
      const auto *Spec = dyn_cast_or_null<ClassTemplateSpecializationDecl>(R);
      if (Spec && Types.roleOf(*Spec).Kind == TypeRole::Callable &&
          Spec->getTemplateArgs().size() > 0 &&
          Spec->getTemplateArgs()[0].getKind() == TemplateArgument::Type)
        Signature =
            Spec->getTemplateArgs()[0].getAsType()->getAs<FunctionProtoType>();
      break;
    }
    return Signature || refuse(Refusal::BindNotStored);
  }

  /// What the bind keeps besides, and the name of what becomes weak.
  bool nameCaptures() {
    const Expr *E = ignoreCopies(Bind.getArg(Kept));
    if (const Expr *Moved = movedFrom(E))
      E = Moved->IgnoreParenImpCasts();
    const auto *Ref = dyn_cast<DeclRefExpr>(E);
    Pointer = Ref ? Ref->getDecl()->getNameAsString() : "self";
    WeakName = weakNameFor(Pointer, Names);
    Passed.resize(Bind.getNumArgs());
    bool UsesThis = false;
    for (unsigned I = 1; I < Bind.getNumArgs(); ++I) {
      const Expr *Argument = Bind.getArg(I);
      const ParmVarDecl *Parameter = parameterOf(I);
      if (I != Kept && placeholderNumber(Argument) != 0)
        continue;
      // A bind passes what it keeps as its own variable, not as a constant.
      QualType T = Parameter ? Parameter->getType() : QualType();
      if (Parameter && T->isReferenceType() &&
          !T.getNonReferenceType().isConstQualified())
        return refuse({Refusal::BindArgumentMayChange, Callee->getName()});
      if (I == Kept)
        continue;
      const auto *Other = dyn_cast<DeclRefExpr>(ignoreCopies(Argument));
      const auto *Var = Other ? dyn_cast<VarDecl>(Other->getDecl()) : nullptr;
      if (isLiteral(Argument)) {
        Passed[I] = textOf(Argument->getSourceRange(), AST).str();
      } else if (isa<CXXThisExpr>(Argument->IgnoreParenImpCasts())) {
        Passed[I] = "this";
        UsesThis = true;
      } else if (Var && Var->isLocalVarDeclOrParm() && !Var->isStaticLocal() &&
                 !Var->getType().getNonReferenceType()->isArrayType() &&
                 !isUnwrapped(Var->getType()) && Var->getIdentifier()) {
        Passed[I] = Var->getName().str();
        if (!is_contained(Captures, Passed[I]))
          Captures.push_back(Passed[I]);
      }
      if (Passed[I].empty())
        return Plan.refuse(
            {Refusal::BindArgumentIsLater, Argument->getBeginLoc()});
      if (Passed[I] == Pointer)
        return refuse(Refusal::BindKeepsTwice);
    }
    if (UsesThis)
      Captures.push_back("this");
    return true;
  }

  /// A bind or a reference_wrapper, which a bind passes as something else.
  static bool isUnwrapped(QualType T) {
    const CXXRecordDecl *R = T.getNonReferenceType()->getAsCXXRecordDecl();
    return R && R->isInStdNamespace() && R->getIdentifier() &&
           (R->getName() == "reference_wrapper" ||
            R->getName().contains("Bind") || R->getName().contains("bind"));
  }

  bool nameParameters() {
    std::vector<unsigned> ArgumentOf(Signature->getNumParams(), 0);
    for (unsigned I = 1; I < Bind.getNumArgs(); ++I) {
      unsigned Number = I == Kept ? 0 : placeholderNumber(Bind.getArg(I));
      if (Number == 0)
        continue;
      if (Number > ArgumentOf.size() || ArgumentOf[Number - 1] != 0)
        return refuse(Refusal::BindPlaceholders);
      ArgumentOf[Number - 1] = I;
    }
    StringSet<> Used;
    Used.insert(Pointer);
    Used.insert(WeakName);
    for (const std::string &Name : Captures)
      Used.insert(Name);
    if (!IsMember)
      for (const auto &Name :
           identifiersIn(Bind.getArg(0)->getSourceRange(), AST))
        Used.insert(Name.getKey());
    for (unsigned P = 0; P < ArgumentOf.size(); ++P) {
      unsigned I = ArgumentOf[P];
      QualType T =
          I == 0 ? Signature->getParamType(P) : parameterOf(I)->getType();
      std::string Type = spellType(T, Copy.context(), AST);
      if (Type.empty() || T->isPointerType() != (Type.back() == '*') ||
          T->isFunctionPointerType() || T->isMemberPointerType())
        return refuse({Refusal::BindTypeNotSpellable, Callee->getName()});
      if (I == 0) {
        Parameters.push_back(Type);
        continue;
      }
      std::string Name = parameterOf(I)->getName().str();
      if (Name.empty() || !Used.insert(Name).second) {
        Name = "argument" + utostr(P + 1);
        if (!Used.insert(Name).second)
          return refuse(Refusal::BindNameTaken);
      }
      StringRef Space = Type.back() == '&' || Type.back() == '*' ? "" : " ";
      Parameters.push_back((Type + Space + Name).str());
      // A class by value, and what is given away, goes on as it came.
      bool IsMoved = T->isRValueReferenceType() || T->isRecordType();
      Passed[I] = IsMoved ? "std::move(" + Name + ")" : Name;
    }
    return true;
  }

  void write() {
    const bool ReturnsNothing = Signature->getReturnType()->isVoidType();
    const bool NeverNull =
        IsMember || isNeverNull(*Bind.getArg(Kept), Site.Around, Facts);
    const bool IsGuarded = ReturnsNothing && NeverNull;
    if (!IsGuarded && Facts.DestructorsMayReachAnything) {
      refuse(Refusal::ReachedFromDestructor);
      return;
    }
    std::string Weak;
    if (AST.getLangOpts().CPlusPlus14)
      Weak = Copy.make(*Bind.getArg(Kept));
    else if (Copy.declareBefore(WeakName, *Bind.getArg(Kept)))
      Weak = WeakName;
    if (Weak.empty())
      return;
    Captures.insert(Captures.begin(), AST.getLangOpts().CPlusPlus14
                                          ? WeakName + " = " + Weak
                                          : WeakName);

    std::string Locked = WeakName + "." + Copy.Role->Lock + "()";
    std::string Object = IsGuarded ? Pointer : Locked;
    Passed[Kept] = Object;
    ArrayRef<std::string> Arguments(Passed);
    std::string Call = (IsMember ? Object + "->" : "") + CalleeText + "(" +
                       join(Arguments.drop_front(IsMember ? 2 : 1), ", ") + ")";
    std::string Body =
        IsGuarded        ? "if (auto " + Pointer + " = " + Locked + ") " + Call
        : ReturnsNothing ? Call
                         : "return " + Call;
    std::string Result =
        needsResultType() ? " -> " + spellResult() : std::string();
    if (needsResultType() && Result == " -> ") {
      refuse({Refusal::BindTypeNotSpellable, Callee->getName()});
      return;
    }
    Plan.Edits.push_back({CharSourceRange::getTokenRange(Bind.getSourceRange()),
                          "[" + join(Captures, ", ") + "](" +
                              join(Parameters, ", ") + ")" + Result + " { " +
                              Body + "; }"});
  }

  /// A lambda's own result would be a copy.
  bool needsResultType() const {
    return !Signature->getReturnType()->isVoidType() &&
           Callee->getReturnType()->isReferenceType();
  }
  std::string spellResult() const {
    return spellType(Callee->getReturnType(), Copy.context(), AST);
  }
};

} // namespace

CapturePlan planBind(ASTContext &AST, const ProgramFacts &Facts,
                     OwnershipTypes &Types, const ClosureSite &Site,
                     SourceLocation Where, const StringSet<> &Taken) {
  return BindPlanner(AST, Facts, Types, Site, Where, Taken).plan();
}

} // namespace ownership
