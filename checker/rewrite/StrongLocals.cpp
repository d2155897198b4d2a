//===- StrongLocals.cpp - Local variables that hold the lock --------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/StrongLocals.h"
#include "rewrite/Forms.h"
#include "rewrite/PointerExpr.h"
#include "rewrite/ScopeGuards.h"
#include "rewrite/Writes.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

/// The variable or `this` that \p E is, or null.
const VarDecl *plainVariable(const Expr *E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
  return Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
}

bool containsLabel(const Stmt *S) {
  return S && (isa<LabelStmt, IndirectGotoStmt, CoroutineBodyStmt>(S) ||
               any_of(S->children(), containsLabel));
}

/// Calls \p Each for the tokens in [\p Begin, \p End).
template <typename Fn>
void eachToken(SourceLocation Begin, SourceLocation End, const ASTContext &AST,
               Fn Each) {
  const SourceManager &SM = AST.getSourceManager();
  auto [File, Offset] = SM.getDecomposedLoc(Begin);
  if (File != SM.getFileID(End))
    return;
  StringRef Text = SM.getBufferData(File);
  Lexer Lex(SM.getLocForStartOfFile(File), AST.getLangOpts(), Text.begin(),
            Text.begin() + Offset, Text.end());
  Token T;
  while (!Lex.LexFromRawLexer(T) && T.getLocation() < End)
    Each(T);
}

/// Of \p Parent only a part runs, and \p Child is not sure to.
bool mayBeSkipped(const Stmt *Parent, const Stmt *Child) {
  if (const auto *Cond = dyn_cast<AbstractConditionalOperator>(Parent))
    return Cond->getCond() != Child;
  const auto *Op = dyn_cast<BinaryOperator>(Parent);
  return Op && Op->isLogicalOp() && Op->getRHS() == Child;
}

} // namespace

//===----------------------------------------------------------------------===//
// Names
//===----------------------------------------------------------------------===//

std::string StrongLocals::text(SourceRange Tokens) const {
  return Lexer::getSourceText(CharSourceRange::getTokenRange(Tokens),
                              AST.getSourceManager(), AST.getLangOpts())
      .str();
}

std::optional<StrongLocals::Read>
StrongLocals::readOf(const Use &U, const ProgramFacts &Facts) const {
  const Expr *Base = nullptr;
  bool IsArrow = false;
  if (const auto *Member = dyn_cast<MemberExpr>(U.Node)) {
    Base = Member->getBase();
    IsArrow = Member->isArrow();
  } else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(U.Node)) {
    const auto *Callee =
        dyn_cast<MemberExpr>(Call->getCallee()->IgnoreParens());
    if (!Callee || Call->getNumArgs() != 0)
      return std::nullopt;
    Base = Callee->getBase();
    IsArrow = Callee->isArrow();
  } else {
    return std::nullopt;
  }
  Read R;
  R.Range = U.Node->getSourceRange();
  if (R.Range.getBegin().isMacroID() || R.Range.getEnd().isMacroID())
    return std::nullopt;
  R.Text = text(R.Range);
  Base = Base->IgnoreParenImpCasts();
  if (isa<CXXThisExpr>(Base)) {
    R.IsAlwaysValid = R.IsSameObject = true;
    return R;
  }
  // `x->f` of a smart pointer.
  if (const auto *Op = dyn_cast<CXXOperatorCallExpr>(Base)) {
    if (Op->getOperator() != OO_Arrow)
      return std::nullopt;
    Base = Op->getArg(0);
    IsArrow = true;
  }
  const VarDecl *Var = plainVariable(Base);
  if (!Var || !Var->hasLocalStorage() ||
      Facts.Modified.contains(Var->getCanonicalDecl()))
    return std::nullopt;
  R.IsAlwaysValid = !IsArrow;
  // What a reference to a pointer refers to may change.
  R.IsSameObject = !IsArrow || !Var->getType()->isReferenceType();
  return R;
}

StrongLocals::Function *StrongLocals::functionOf(const Use &U) {
  const FunctionDecl *Outermost = nullptr;
  for (const Ancestor &A : U.Ancestors)
    if (A.D && (Outermost = dyn_cast<FunctionDecl>(A.D)))
      break;
  if (!Outermost || !Outermost->hasBody())
    return nullptr;
  SourceLocation Begin = Outermost->getBeginLoc(), End = Outermost->getEndLoc();
  if (Begin.isMacroID() || End.isMacroID())
    return nullptr;
  bool IsNew = !Functions.count(Begin);
  Function &F = Functions[Begin];
  if (IsNew) {
    F.HasLabels = containsLabel(Outermost->getBody());
    eachToken(Begin, End, AST, [&](const Token &T) {
      if (T.is(tok::raw_identifier))
        F.Words.insert(T.getRawIdentifier());
    });
  }
  return &F;
}

std::optional<std::string> StrongLocals::nameFor(const Use &U, StringRef Read,
                                                 SourceLocation Statement,
                                                 SourceRange Scope) {
  Function *F = functionOf(U);
  if (!F)
    return std::nullopt;
  for (const Declared &D : F->Locals)
    if (D.Statement == Statement && D.Read == Read)
      return D.Name;
  auto IsFree = [&](StringRef Name) {
    const IdentifierInfo &Id = AST.Idents.get(Name);
    return !F->Words.contains(Name) && !Id.isKeyword(AST.getLangOpts()) &&
           !Id.hadMacroDefinition() && !isDigit(Name.front()) &&
           none_of(F->Locals, [&](const Declared &D) {
             return D.Name == Name && D.Scope.getBegin() <= Scope.getEnd() &&
                    Scope.getBegin() <= D.Scope.getEnd();
           });
  };
  StringRef Plain = U.Field->getName();
  Plain.consume_front("m_");
  Plain = Plain.trim('_');
  std::string Name = Plain.str();
  std::string Locked = "locked";
  if (!Plain.empty()) {
    Locked += toUpper(Plain.front());
    Locked += Plain.drop_front();
  }
  if (Name.empty() || !IsFree(Name))
    Name = Locked;
  for (unsigned N = 2; !IsFree(Name); ++N)
    Name = Locked + std::to_string(N);
  F->Locals.push_back({Statement, Scope, Read.str(), Name});
  return Name;
}

std::string StrongLocals::lockText(const UseContext &C, const Read &R) const {
  return C.U.Kind == Use::Call ? R.Text : R.Text + "." + C.Lock.str() + "()";
}

//===----------------------------------------------------------------------===//
// A variable before the statement
//===----------------------------------------------------------------------===//

/// The statement at \p Statement of the use's ancestors stands in a block, runs
/// once, and reads the field before anything could give it another value.
bool StrongLocals::mayDeclareBefore(UseContext &C, const Read &R,
                                    size_t Statement) const {
  const std::vector<Ancestor> &Up = C.U.Ancestors;
  const auto *Block = Statement > 0
                          ? dyn_cast_or_null<CompoundStmt>(Up[Statement - 1].S)
                          : nullptr;
  // A declaration in a switch's block may be jumped over.
  if (!Block ||
      (Statement > 1 && isa_and_nonnull<SwitchStmt>(Up[Statement - 2].S)))
    return false;
  if (isAfterGuard(C.U, Statement, C.Types))
    return false;
  // On the way from the statement to the use: what else runs there?
  SmallVector<const Stmt *, 16> Path;
  for (size_t I = Statement; I < Up.size(); ++I)
    if (Up[I].S)
      Path.push_back(Up[I].S);
  Path.push_back(C.U.Node);
  for (size_t I = 0; I + 1 < Path.size(); ++I) {
    const Stmt *Parent = Path[I], *Child = Path[I + 1];
    if (isa<LambdaExpr>(Parent) ||
        (mayBeSkipped(Parent, Child) && !R.IsAlwaysValid))
      return false;
    if (isa<Expr, DeclStmt>(Parent)) {
      for (const Stmt *Other : Parent->children())
        if (Other != Child && mayWrite(Other, *C.U.Field, C.Facts, Child))
          return false;
    } else if (const auto *Range = dyn_cast<CXXForRangeStmt>(Parent)) {
      if (Range->getInit() && Range->getInit() != Child &&
          mayWrite(Range->getInit(), *C.U.Field, C.Facts))
        return false;
    } else if (const auto *If = dyn_cast<IfStmt>(Parent)) {
      if (If->getInit() && If->getInit() != Child &&
          mayWrite(If->getInit(), *C.U.Field, C.Facts))
        return false;
    }
  }
  return true;
}

std::optional<StrongLocals::Local>
StrongLocals::declaredBefore(UseContext &C, const Read &R, size_t KeptAt) {
  const std::vector<Ancestor> &Up = C.U.Ancestors;
  size_t Statement = KeptAt;
  if (Up[KeptAt].D) {
    if (KeptAt < 2 || !isa_and_nonnull<DeclStmt>(Up[KeptAt - 1].S))
      return std::nullopt;
    Statement = KeptAt - 1;
    // `if (T *p = f.get())`, `for (auto i = f->begin(); ...)`: these run once.
    const Stmt *Decls = Up[Statement].S;
    const Stmt *Around = Up[Statement - 1].S;
    const auto *If = dyn_cast_or_null<IfStmt>(Around);
    const auto *For = dyn_cast_or_null<ForStmt>(Around);
    const auto *Range = dyn_cast_or_null<CXXForRangeStmt>(Around);
    if ((If && !If->isConstexpr()) || (For && For->getInit() == Decls) ||
        (Range && Range->getInit() == Decls))
      --Statement;
  }
  if (!mayDeclareBefore(C, R, Statement))
    return std::nullopt;
  return declaredAt(C, R, *C.U.Ancestors[Statement].S,
                    *cast<CompoundStmt>(C.U.Ancestors[Statement - 1].S));
}

/// Before \p S, which stands in \p Block; \p Then runs in between.
std::optional<StrongLocals::Local>
StrongLocals::declaredAt(UseContext &C, const Read &R, const Stmt &S,
                         const CompoundStmt &Block, StringRef Then) {
  Function *F = functionOf(C.U);
  SourceLocation Begin = S.getBeginLoc();
  if (!F || F->HasLabels || Begin.isMacroID() ||
      Block.getLBracLoc().isMacroID())
    return std::nullopt;
  // Nothing may stand between the statement and the end of the one before it.
  tok::TokenKind Before = tok::unknown;
  eachToken(Block.getLBracLoc(), Begin, AST,
            [&](const Token &T) { Before = T.getKind(); });
  if (Before != tok::l_brace && Before != tok::semi && Before != tok::r_brace)
    return std::nullopt;

  std::optional<std::string> Name =
      nameFor(C.U, R.Text, Begin, Block.getSourceRange());
  if (!Name)
    return std::nullopt;
  StringRef Indent =
      Lexer::getIndentationForLine(Begin, AST.getSourceManager());
  bool IsFirstOfLine = AST.getSourceManager().getSpellingColumnNumber(Begin) ==
                       Indent.size() + 1;
  std::string NewLine = IsFirstOfLine ? "\n" + Indent.str() : " ";
  Local L;
  L.Edits.push_back({CharSourceRange::getTokenRange(Begin),
                     "auto " + *Name + " = " + lockText(C, R) + ";" + NewLine +
                         (Then.empty() ? "" : Then.str() + NewLine) +
                         text(Begin)});
  L.Edits.push_back({CharSourceRange::getTokenRange(R.Range), *Name});
  return L;
}

//===----------------------------------------------------------------------===//
// What a use asks for
//===----------------------------------------------------------------------===//

std::optional<StrongLocals::Local> StrongLocals::tested(UseContext &C) {
  std::optional<Read> R = readOf(C.U, C.Facts);
  return R ? declaredByAnyTest(C, *R) : std::nullopt;
}

std::optional<StrongLocals::Local> StrongLocals::guarded(UseContext &C) {
  std::optional<Read> R = readOf(C.U, C.Facts);
  if (!R)
    return std::nullopt;
  if (std::optional<Local> L = declaredByAnyTest(C, *R))
    return L;
  const std::vector<Ancestor> &Up = C.U.Ancestors;
  size_t Block = Up.size();
  while (Block > 0 && isa_and_nonnull<Expr>(Up[Block - 1].S))
    --Block;
  // Nobody needs the value of an expression that stands in a block.
  if (Block == 0 || Block == Up.size() ||
      !isa_and_nonnull<CompoundStmt>(Up[Block - 1].S) || !R->IsAlwaysValid ||
      !R->IsSameObject)
    return std::nullopt;
  Function *F = functionOf(C.U);
  const Stmt *Statement = Up[Block].S;
  SourceLocation Begin = Statement->getBeginLoc();
  if (!F || F->HasLabels || Begin.isMacroID() ||
      mayWrite(Statement, *C.U.Field, C.Facts) ||
      any_of(ArrayRef(Up).drop_front(Block), [](const Ancestor &A) {
        return isa_and_nonnull<LambdaExpr, StmtExpr>(A.S);
      }))
    return std::nullopt;
  std::optional<std::string> Name =
      nameFor(C.U, R->Text, Begin, Statement->getSourceRange());
  if (!Name)
    return std::nullopt;
  std::string If = "if (auto " + *Name + " = " + lockText(C, *R) + ") ";
  Local L;
  if (R->Range.getBegin() == Begin) {
    L.Edits.push_back({CharSourceRange::getTokenRange(R->Range), If + *Name});
  } else {
    L.Edits.push_back(
        {CharSourceRange::getTokenRange(Begin), If + text(Begin)});
    L.Edits.push_back({CharSourceRange::getTokenRange(R->Range), *Name});
  }
  return L;
}

std::optional<StrongLocals::Local>
StrongLocals::takenBeforeReturn(UseContext &C, const CallExpr &Move) {
  const std::vector<Ancestor> &Up = C.U.Ancestors;
  size_t I = Up.size();
  while (I > 0 && isa_and_nonnull<Expr>(Up[I - 1].S))
    --I;
  const auto *Return =
      I > 1 ? dyn_cast_or_null<ReturnStmt>(Up[I - 1].S) : nullptr;
  const auto *Block =
      Return ? dyn_cast_or_null<CompoundStmt>(Up[I - 2].S) : nullptr;
  std::optional<Read> R = readOf(C.U, C.Facts);
  if (!Block || !R || ignoreCopies(Return->getRetValue()) != &Move ||
      isAfterGuard(C.U, I - 1, C.Types))
    return std::nullopt;
  std::optional<Local> L =
      declaredAt(C, *R, *Return, *Block, R->Text + ".reset();");
  if (L)
    L->Edits.back().Range =
        CharSourceRange::getTokenRange(Move.getSourceRange());
  return L;
}

std::optional<StrongLocals::Local> StrongLocals::around(UseContext &C,
                                                        size_t KeptAt) {
  std::optional<Read> R = readOf(C.U, C.Facts);
  if (!R || !C.U.Function || !C.U.Function->hasBody())
    return std::nullopt;
  // Strong copies keep the object themselves: what is derived from it?
  const Expr *Derived = C.Value;
  for (size_t I = C.Outer; I > KeptAt + 1; --I)
    if (const auto *E = dyn_cast_or_null<Expr>(C.U.Ancestors[I - 1].S);
        E && isSharedPointer(C, Derived->getType()))
      Derived = E;
  if (Keeping(C.Types, C.pointerClass())
          .leavesItsVariables(*Derived, *C.U.Function))
    return std::nullopt;
  if (std::optional<Local> L = declaredByAnyTest(C, *R))
    return L;
  return declaredBefore(C, *R, KeptAt);
}

} // namespace ownership
