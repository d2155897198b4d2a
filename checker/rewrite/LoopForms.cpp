//===- LoopForms.cpp - What is given the elements one by one -------- --===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A range-based loop and a lambda in an algorithm have a variable that names an
// element. The element is locked once, under the variable's name, and the body
// stays as it is:
//
//     for (auto &p : v)            for (auto &weakP : v) {
//       p->run();                    auto p = weakP.lock();
//                                    p->run();
//                                  }
//
// Where the body writes to the element, the variable stays a name for it, and
// its uses are rewritten one by one.
//
//===----------------------------------------------------------------------===//

#include "rewrite/ContainerForms.h"
#include "rewrite/Patterns.h"
#include "rewrite/VariableUses.h"
#include "rewrite/WeakType.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Lex/Lexer.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

/// The last token of \p S, with its semicolon; invalid if it is not found.
SourceLocation lastToken(const Stmt *S, const ASTContext &AST) {
  if (const auto *If = dyn_cast<IfStmt>(S))
    return lastToken(If->getElse() ? If->getElse() : If->getThen(), AST);
  if (const auto *For = dyn_cast<ForStmt>(S))
    return lastToken(For->getBody(), AST);
  if (const auto *For = dyn_cast<CXXForRangeStmt>(S))
    return lastToken(For->getBody(), AST);
  if (const auto *While = dyn_cast<WhileStmt>(S))
    return lastToken(While->getBody(), AST);
  if (const auto *Switch = dyn_cast<SwitchStmt>(S))
    return lastToken(Switch->getBody(), AST);
  if (const auto *Label = dyn_cast<LabelStmt>(S))
    return lastToken(Label->getSubStmt(), AST);
  if (const auto *Attributed = dyn_cast<AttributedStmt>(S))
    return lastToken(Attributed->getSubStmt(), AST);
  SourceLocation End = S->getEndLoc();
  if (End.isMacroID())
    return SourceLocation();
  if (isa<CompoundStmt, DeclStmt, NullStmt, CXXTryStmt>(S))
    return End;
  std::optional<Token> Next =
      Lexer::findNextToken(End, AST.getSourceManager(), AST.getLangOpts());
  return Next && Next->is(tok::semi) ? Next->getLocation() : SourceLocation();
}

/// The white space before \p Where on its line.
std::string indentationAt(SourceLocation Where, const SourceManager &SM) {
  StringRef Text = SM.getBufferData(SM.getFileID(Where));
  size_t Offset = SM.getFileOffset(Where);
  size_t Line = Text.rfind('\n', Offset ? Offset - 1 : 0);
  Line = Line == StringRef::npos ? 0 : Line + 1;
  StringRef Rest = Text.substr(Line);
  return Rest.take_front(Rest.find_first_not_of(" \t")).str();
}

/// `auto`, `const auto`: nothing but that is written.
bool isAuto(StringRef Declaration) {
  SmallVector<StringRef, 4> Words;
  Declaration.split(Words, ' ', -1, /*KeepEmpty=*/false);
  return is_contained(Words, "auto") && all_of(Words, [](StringRef Word) {
           return Word == "auto" || Word == "const";
         });
}

std::vector<Use> typedUses(const ValueDecl &Var, const Use &Origin) {
  std::vector<Use> Uses = usesOfVariable(Var, Origin);
  erase_if(Uses, [](const Use &U) { return isInPattern(U); });
  return Uses;
}

} // namespace

/// A name like \p Wanted that means nothing yet where \p U stands.
std::string ContainerForms::freshName(const Use &U, StringRef Wanted) const {
  std::string Around;
  for (const Ancestor &A : U.Ancestors)
    if (const auto *F = dyn_cast_or_null<FunctionDecl>(A.D)) {
      Around = textOf(F->getSourceRange());
      break;
    }
  for (unsigned N = 1;; ++N) {
    std::string Name = N == 1 ? Wanted.str() : Wanted.str() + utostr(N);
    auto Known = AST.Idents.find(Name);
    bool IsMacro =
        Known != AST.Idents.end() && Known->second->hasMacroDefinition();
    if (!IsMacro && Around.find(Name) == std::string::npos)
      return Name;
  }
}

static std::string weakName(StringRef Name) {
  std::string Result = "weak" + Name.str();
  Result[4] = toUpper(Result[4]);
  return Result;
}

/// What is written before a variable's name, without references and comments.
std::string ContainerForms::declarationText(SourceLocation Begin,
                                            SourceLocation Name) const {
  SourceLocation Last;
  for (SourceLocation At = Begin; At.isValid() && At != Name;) {
    Token T;
    if (Lexer::getRawToken(At, T, AST.getSourceManager(), AST.getLangOpts()))
      return "";
    if (!T.isOneOf(tok::amp, tok::ampamp))
      Last = At;
    std::optional<Token> Next =
        Lexer::findNextToken(At, AST.getSourceManager(), AST.getLangOpts());
    At = Next ? Next->getLocation() : SourceLocation();
  }
  return Last.isValid() ? textOf({Begin, Last}) : "";
}

/// Puts \p Declaration at the beginning of \p Body, which gets braces behind
/// the token \p Before if it has none. False if there is no place for them.
bool ContainerForms::lockBehind(const Stmt *Body, SourceLocation Before,
                                const Twine &Declaration) {
  const SourceManager &SM = AST.getSourceManager();
  const auto *Block = dyn_cast<CompoundStmt>(Body);
  SourceLocation At = Block ? Block->getLBracLoc() : Before;
  SourceLocation First =
      Block ? (Block->body_empty() ? SourceLocation()
                                   : Block->body_front()->getBeginLoc())
            : Body->getBeginLoc();
  SourceLocation Last = Block ? Block->getRBracLoc() : lastToken(Body, AST);
  if (At.isInvalid() || At.isMacroID() || First.isMacroID() ||
      Last.isInvalid() || Last.isMacroID())
    return false;
  bool OwnLine = First.isValid() && SM.getSpellingLineNumber(First) !=
                                        SM.getSpellingLineNumber(At);
  std::string Space = OwnLine ? "\n" + indentationAt(First, SM) : " ";
  Behind[At].insert(
      {Before, ((Block ? "" : " {") + Space + Declaration).str()});
  if (!Block)
    Behind[Last].insert(
        {Before, OwnLine ? "\n" + indentationAt(Before, SM) + "}" : " }",
         /*IsEnd=*/true});
  return true;
}

//===----------------------------------------------------------------------===//
// Range-based loops
//===----------------------------------------------------------------------===//

bool ContainerForms::claimRangeFor(UseContext &C, const CXXForRangeStmt &For) {
  const VarDecl &Var = *For.getLoopVariable();
  bool IsReference = Var.getType()->isReferenceType();
  if (Var.getLocation().isMacroID() || Var.getBeginLoc().isMacroID() ||
      For.getRParenLoc().isMacroID())
    return C.refuse(Refusal::InMacro), false;
  std::string Declared = declarationText(Var.getBeginLoc(), Var.getLocation());
  if (const auto *Decomposed = dyn_cast<DecompositionDecl>(&Var)) {
    for (const BindingDecl *Binding : Decomposed->bindings()) {
      Denotes D = denote(Binding->getType());
      if (D == Denotes::Pointer)
        claimLoopVariable(C, For, *Binding, IsReference, Declared);
      else if (D == Denotes::Cursor || (D == Denotes::Container && IsReference))
        follow(*Binding, C.U, C.Result);
      else if (D == Denotes::Container)
        C.refuse(Refusal::ElementsCopied);
    }
    return false;
  }
  if (Held.roleOf(Var.getType()) == TypeRole::SharedPointer) {
    claimLoopVariable(C, For, Var, IsReference, Declared);
    return false;
  }
  if (!isAuto(Declared))
    return C.refuse({Refusal::VariableOfWrittenType, Var.getName()}), false;
  if (!IsReference && denote(Var.getType()) != Denotes::Cursor)
    return C.refuse(Refusal::ElementsCopied), false;
  follow(Var, C.U, C.Result);
  return false;
}

/// The body of \p For writes to an element by the field's name, and a copy in
/// the variable's place would not see it.
static bool writesElements(const CXXForRangeStmt &For, const FieldDecl *Field,
                           const ProgramFacts &Facts) {
  return any_of(Facts.Uses, [&](const Use &U) {
    if (U.Field != Field)
      return false;
    bool Writes = false, IsInside = false;
    for (const Ancestor &A : U.Ancestors) {
      IsInside |= A.S && A.S == For.getBody();
      if (const auto *Op = dyn_cast_or_null<CXXOperatorCallExpr>(A.S))
        Writes |= IsInside && Op->isAssignmentOp();
      else if (const auto *Member = dyn_cast_or_null<MemberExpr>(A.S)) {
        std::string Name = Member->getMemberNameInfo().getAsString();
        Writes |= IsInside && (Name == "reset" || Name == "swap");
      }
    }
    return Writes;
  });
}

/// \p Var names the pointer in each turn of the loop.
void ContainerForms::claimLoopVariable(UseContext &C,
                                       const CXXForRangeStmt &For,
                                       const ValueDecl &Var, bool IsReference,
                                       StringRef Declared) {
  LocalFate Fate = LockedLocals(Facts, Types)
                       .judge(typedUses(Var, C.U), For.getBody(), !IsReference);
  bool Deduced = isAuto(Declared);
  if (Fate.Kind == LocalFate::Modified && Deduced)
    return follow(Var, C.U, C.Result);
  if (Fate.Kind != LocalFate::Stands) {
    C.refuse(*Fate.Why);
    return;
  }
  if (!Fate.IsUsed && Deduced)
    return;
  if (C.refuseInDestructor())
    return;
  bool IsCoroutine = any_of(C.U.Ancestors, [](const Ancestor &A) {
    return isa_and_nonnull<CoroutineBodyStmt>(A.S);
  });
  if (IsCoroutine || (IsReference && writesElements(For, C.U.Field, Facts))) {
    C.refuse(
        {IsCoroutine ? Refusal::LoopInCoroutine : Refusal::LoopChangesElements,
         For.getBeginLoc()});
    return;
  }
  std::string Name = Var.getNameAsString();
  std::string Weak = freshName(C.U, weakName(Name));
  bool IsBinding = isa<BindingDecl>(Var);
  if (!lockBehind(For.getBody(), For.getRParenLoc(),
                  Declared + " " + Name + " = " + Weak + "." + Role.Lock +
                      "();")) {
    C.refuse({Refusal::NoPlaceForLocal, For.getBeginLoc()});
    return;
  }
  if (IsBinding || (Deduced && IsReference))
    C.Result.Edits.push_back(
        {CharSourceRange::getTokenRange(Var.getLocation()), Weak});
  else
    C.Result.Edits.push_back(
        {CharSourceRange::getTokenRange(Var.getBeginLoc(), Var.getLocation()),
         "const auto &" + Weak});
}

//===----------------------------------------------------------------------===//
// Lambdas
//===----------------------------------------------------------------------===//

/// \p Lambda is called with elements of the container.
bool ContainerForms::claimLambda(UseContext &C, const LambdaExpr &Lambda) {
  const CXXMethodDecl *Written = Lambda.getCallOperator();
  const FunctionDecl *Typed = Written;
  if (FunctionTemplateDecl *Template =
          Written->getDescribedFunctionTemplate()) {
    // The instantiation for the elements must be the only one.
    Typed = nullptr;
    for (const FunctionDecl *Spec : Template->specializations()) {
      if (Typed)
        return C.refuse({Refusal::LambdaOfSeveralTypes, Lambda.getBeginLoc()});
      Typed = Spec;
    }
  }
  if (!Typed || !Typed->getBody() ||
      Typed->getNumParams() != Written->getNumParams())
    return C.refuse({Refusal::LambdaTakesOther, Lambda.getBeginLoc()});
  bool TakesElement = false;
  for (unsigned I = 0; I < Typed->getNumParams(); ++I) {
    const ParmVarDecl &Param = *Typed->getParamDecl(I);
    const ParmVarDecl &Parameter = *Written->getParamDecl(I);
    std::string Declared =
        declarationText(Parameter.getBeginLoc(), Parameter.getLocation());
    bool IsReference = Param.getType()->isReferenceType();
    switch (denote(Param.getType())) {
    case Denotes::Unrelated:
      if (Held.roleOf(Param.getType()) == TypeRole::SharedPointer)
        return C.refuse({Refusal::LambdaConverts, Param.getLocation()});
      continue;
    case Denotes::Pointer:
      claimParameter(C, Param, Parameter, *Typed->getBody(), Declared);
      break;
    case Denotes::Container:
      if (!isAuto(Declared) || !IsReference)
        return C.refuse({Refusal::VariableOfWrittenType, Parameter.getName(),
                         Parameter.getLocation()});
      follow(Param, C.U, C.Result);
      break;
    case Denotes::Cursor:
      return C.refuse({Refusal::LambdaTakesOther, Param.getLocation()});
    }
    TakesElement = true;
  }
  return TakesElement ||
         C.refuse({Refusal::LambdaConverts, Lambda.getBeginLoc()});
}

void ContainerForms::claimParameter(UseContext &C, const ParmVarDecl &Param,
                                    const ParmVarDecl &Written,
                                    const Stmt &Body, StringRef Declared) {
  bool IsReference = Param.getType()->isReferenceType();
  LocalFate Fate = LockedLocals(Facts, Types)
                       .judge(typedUses(Param, C.U), &Body, !IsReference);
  bool Deduced = isAuto(Declared);
  if (Fate.Kind == LocalFate::Modified && Deduced && IsReference)
    return follow(Param, C.U, C.Result);
  if (Fate.Kind != LocalFate::Stands) {
    C.refuse(*Fate.Why);
    return;
  }
  if (C.refuseInDestructor())
    return;
  if (!Deduced) {
    TypeLoc Type = Written.getTypeSourceInfo()->getTypeLoc();
    if (auto Reference = Type.getAs<ReferenceTypeLoc>())
      Type = Reference.getPointeeLoc();
    WrittenPointers Found = findPointers(Type, Types);
    if (Found.At.size() == 1)
      weakenPointer(Found.At.front(), Role, contextOf(C), AST, C.Result);
    if (Found.At.size() != 1 || C.Result.Refused) {
      C.refuse({Refusal::TypeCannotChange, Written.getName(),
                Written.getLocation()});
      return;
    }
  }
  if (!Fate.IsUsed)
    return;
  std::string Name = Written.getNameAsString();
  std::string Weak = freshName(C.U, weakName(Name));
  std::string Constant = Declared.contains("const") ? "const auto " : "auto ";
  if (Written.getLocation().isMacroID() ||
      !lockBehind(&Body, Written.getLocation(),
                  Constant + Name + " = " + Weak + "." + Role.Lock + "();")) {
    C.refuse({Refusal::NoPlaceForLocal, Written.getLocation()});
    return;
  }
  C.Result.Edits.push_back(
      {CharSourceRange::getTokenRange(Written.getLocation()), Weak});
}

} // namespace ownership
