//===- TestedLocals.cpp - The test that gives a strong local its place ----===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Where the program asks whether the field is empty, it says where a variable
// for the object belongs: in the condition, or before a test that leaves.
//
//===----------------------------------------------------------------------===//

#include "rewrite/PointerExpr.h"
#include "rewrite/ScopeGuards.h"
#include "rewrite/StrongLocals.h"
#include "rewrite/UseContext.h"
#include "rewrite/Writes.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {

//===----------------------------------------------------------------------===//
// A variable in the condition
//===----------------------------------------------------------------------===//

/// The index of the first ancestor of \p U in its own function: another one
/// does not see the variable.
static size_t firstInFunction(const Use &U) {
  const std::vector<Ancestor> &Up = U.Ancestors;
  size_t First = Up.size();
  while (First > 0 &&
         (Up[First - 1].S ? !isa<LambdaExpr>(Up[First - 1].S)
                          : isa_and_nonnull<VarDecl>(Up[First - 1].D)))
    --First;
  return First;
}

/// The read that \p If tests first of all, if it reads \p F as \p Read does.
const Expr *StrongLocals::testOf(const IfStmt &If, const FieldDecl &F,
                                 StringRef Read) const {
  if (If.isConstexpr() || If.isConsteval() || If.getInit() ||
      If.getConditionVariable() || If.getBeginLoc().isMacroID())
    return nullptr;
  const Expr *E = If.getCond()->IgnoreImplicit();
  bool IsFirstOfMany = false;
  while (const auto *Op = dyn_cast<BinaryOperator>(E)) {
    if (Op->getOpcode() != BO_LAnd)
      return nullptr;
    IsFirstOfMany = true;
    E = Op->getLHS()->IgnoreImplicit();
  }
  if (IsFirstOfMany && !AST.getLangOpts().CPlusPlus17)
    return nullptr;
  const auto *Call = dyn_cast<CXXMemberCallExpr>(E);
  if (!Call || !isa_and_nonnull<CXXConversionDecl>(Call->getMethodDecl()))
    return nullptr;
  const auto *Member =
      dyn_cast<MemberExpr>(Call->getImplicitObjectArgument()->IgnoreImpCasts());
  return Member &&
                 Member->getMemberDecl()->getCanonicalDecl() ==
                     F.getCanonicalDecl() &&
                 Member->getBeginLoc() == If.getCond()->getBeginLoc() &&
                 !Member->getBeginLoc().isMacroID() &&
                 text(Member->getSourceRange()) == Read
             ? Member
             : nullptr;
}

/// \p S reads \p F in its own function.
static bool reads(const Stmt *S, const FieldDecl &F, const Expr *Except) {
  if (!S || S == Except || isa<LambdaExpr>(S))
    return false;
  const auto *Member = dyn_cast<MemberExpr>(S);
  if (Member &&
      Member->getMemberDecl()->getCanonicalDecl() == F.getCanonicalDecl())
    return true;
  return any_of(S->children(),
                [&](const Stmt *Child) { return reads(Child, F, Except); });
}

std::optional<StrongLocals::Local> StrongLocals::declaredByTest(UseContext &C,
                                                                const Read &R) {
  const std::vector<Ancestor> &Up = C.U.Ancestors;
  Function *F = functionOf(C.U);
  if (C.U.Kind != Use::Member || !R.IsSameObject || !F || F->HasLabels)
    return std::nullopt;
  // The outermost test serves the tests in it as well.
  for (size_t I = firstInFunction(C.U) + 1; I <= Up.size(); ++I) {
    const auto *If = dyn_cast_or_null<IfStmt>(Up[I - 1].S);
    const Stmt *Part = I < Up.size() ? Up[I].S : C.U.Node;
    if (!If || (Part != If->getCond() && Part != If->getThen()))
      continue;
    const Expr *Test = testOf(*If, *C.U.Field, R.Text);
    if (!Test)
      continue;
    bool HelpsReaders = reads(If->getThen(), *C.U.Field, Test) ||
                        reads(If->getCond(), *C.U.Field, Test);
    if (!HelpsReaders || isAfterGuard(C.U, I - 1, C.Types) ||
        mayWrite(If->getCond(), *C.U.Field, C.Facts) ||
        mayWrite(If->getThen(), *C.U.Field, C.Facts))
      continue;
    std::optional<std::string> Name =
        nameFor(C.U, R.Text, If->getBeginLoc(), If->getSourceRange());
    if (!Name)
      return std::nullopt;
    bool IsWholeCondition =
        !isa<BinaryOperator>(If->getCond()->IgnoreImplicit());
    std::string Text = *Name;
    if (C.U.Node == Test)
      Text = "auto " + *Name + " = " + lockText(C, R) +
             (IsWholeCondition ? "" : "; " + *Name);
    Local L;
    L.Edits.push_back({CharSourceRange::getTokenRange(R.Range), Text});
    return L;
  }
  return std::nullopt;
}

//===----------------------------------------------------------------------===//
// A variable before a test that leaves
//===----------------------------------------------------------------------===//

/// What follows \p S does not run.
static bool leaves(const Stmt *S) {
  if (const auto *Block = dyn_cast<CompoundStmt>(S))
    return !Block->body_empty() && leaves(Block->body_back());
  return isa<ReturnStmt, ContinueStmt, BreakStmt, CXXThrowExpr>(
      isa<Expr>(S) ? cast<Expr>(S)->IgnoreImplicit() : S);
}

/// The read in `!f`, `f == nullptr`, or what an `||` begins with; null for
/// other conditions.
static const MemberExpr *readIfEmpty(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  const auto *Op = dyn_cast<BinaryOperator>(E);
  if (Op && Op->getOpcode() == BO_LOr)
    return readIfEmpty(Op->getLHS());
  const Expr *Tested = nullptr;
  if (const auto *Not = dyn_cast<UnaryOperator>(E);
      Not && Not->getOpcode() == UO_LNot) {
    const auto *Call =
        dyn_cast<CXXMemberCallExpr>(Not->getSubExpr()->IgnoreImplicit());
    if (Call && isa_and_nonnull<CXXConversionDecl>(Call->getMethodDecl()))
      Tested = Call->getImplicitObjectArgument();
  } else if (const auto *Equal = dyn_cast<CXXOperatorCallExpr>(E);
             Equal && Equal->getOperator() == OO_EqualEqual &&
             nullPointerLiteral(Equal->getArg(1))) {
    Tested = Equal->getArg(0);
  }
  return Tested ? dyn_cast<MemberExpr>(Tested->IgnoreParenImpCasts()) : nullptr;
}

std::optional<StrongLocals::Local>
StrongLocals::declaredByGuard(UseContext &C, const Read &R) {
  const std::vector<Ancestor> &Up = C.U.Ancestors;
  if (C.U.Kind != Use::Member || !R.IsSameObject)
    return std::nullopt;
  // From the outside: what is locked there is locked for all that is inside.
  for (size_t I = firstInFunction(C.U) + 1; I < Up.size(); ++I) {
    const auto *Block = dyn_cast_or_null<CompoundStmt>(Up[I - 1].S);
    if (!Block || (I > 1 && isa_and_nonnull<SwitchStmt>(Up[I - 2].S)))
      continue;
    const Stmt *Part = Up[I].S;
    for (const Stmt *const *At = Block->body_begin(); At != Block->body_end();
         ++At) {
      const auto *If = dyn_cast<IfStmt>(*At);
      if (If && serves(*If, {At + 1, Block->body_end()}, C, R, I)) {
        Use Test = C.U;
        Test.Ancestors.resize(I);
        Test.Ancestors.push_back({If});
        if (!isAfterGuard(Test, I, C.Types))
          return declaredAt(C, R, *If, *Block);
      }
      if (*At == Part)
        break;
    }
  }
  return std::nullopt;
}

/// Nothing that may write the field runs in the ancestor \p I of the use before
/// that.
static bool isReadFirst(const UseContext &C, size_t I) {
  const std::vector<Ancestor> &Up = C.U.Ancestors;
  SmallVector<const Stmt *, 8> Path;
  for (; I < Up.size(); ++I)
    if (Up[I].S)
      Path.push_back(Up[I].S);
  Path.push_back(C.U.Node);
  for (const auto &[Parent, Child] : zip(Path, drop_begin(Path))) {
    if (!isa<Expr, DeclStmt, ReturnStmt>(Parent) || isa<LambdaExpr>(Parent))
      return false;
    for (const Stmt *Other : Parent->children())
      if (Other != Child && mayWrite(Other, *C.U.Field, C.Facts, Child))
        return false;
  }
  return true;
}

/// \p If leaves the block if the field is empty, and the ancestor \p Part of
/// the use, which is \p If itself or one of \p Rest behind it, reads what that
/// has tested.
bool StrongLocals::serves(const IfStmt &If, ArrayRef<const Stmt *> Rest,
                          UseContext &C, const Read &R, size_t Part) const {
  const FieldDecl &Field = *C.U.Field;
  if (If.isConstexpr() || If.isConsteval() || If.getInit() ||
      If.getConditionVariable() || If.getElse() || !leaves(If.getThen()) ||
      mayWrite(If.getCond(), Field, C.Facts))
    return false;
  const MemberExpr *Test = readIfEmpty(If.getCond());
  if (!Test ||
      Test->getMemberDecl()->getCanonicalDecl() != Field.getCanonicalDecl() ||
      Test->getBeginLoc().isMacroID() || text(Test->getSourceRange()) != R.Text)
    return false;
  if (reads(If.getThen(), Field, Test) &&
      mayWrite(If.getThen(), Field, C.Facts))
    return false;
  // Until the field may get another value, and in that statement, before it
  // does.
  const Stmt *const *Write =
      find_if(Rest, [&](const Stmt *S) { return mayWrite(S, Field, C.Facts); });
  const Stmt *S = C.U.Ancestors[Part].S;
  bool IsServed = S == &If || is_contained(ArrayRef(Rest.begin(), Write), S) ||
                  (Write != Rest.end() && S == *Write && isReadFirst(C, Part));
  return IsServed &&
         any_of(ArrayRef(Rest.begin(), Write + (Write != Rest.end())),
                [&](const Stmt *S) { return reads(S, Field, Test); });
}

std::optional<StrongLocals::Local>
StrongLocals::declaredByAnyTest(UseContext &C, const Read &R) {
  // What a constructor writes to its own object is not noted.
  if (isa_and_nonnull<CXXConstructorDecl>(C.U.Function))
    return std::nullopt;
  if (std::optional<Local> L = declaredByGuard(C, R))
    return L;
  return declaredByTest(C, R);
}

} // namespace ownership
