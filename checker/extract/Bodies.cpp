//===- Bodies.cpp - From function bodies to instructions ------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A body is walked once, in the order in which it runs, with what each local
// variable stands for. Every expression denotes one of
//
//   an object      the pointee of any pointer, a referenced or a fresh object
//   a place        where an object holds others: a field, a container's
//                  element; an iterator and a reference to it are the same
//                  place
//   a variable     a local pointer, which a store merely rebinds
//   nothing        whatever owns nothing and leads nowhere
//
// so that smart pointers, raw pointers and references need no rules of their
// own, and containers, iterators, optional and variant are passed through. A
// load yields an object once; two loads of one place are two loads, whose
// result the analysis compares.
//
// Two other designs were weighed. A walk over clang's CFG knows every path, but
// pays for building it for each function, and the joins are those of the
// structured statements anyway. Matchers for the known shapes (a setter that
// gets `this`, ...) would need one for each pair of shapes.
//
//===----------------------------------------------------------------------===//

#include "LLVMCompat.h"
#include "extract/BodyReader.h"
#include "clang/Index/USRGeneration.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SaveAndRestore.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"

using namespace clang;
using namespace llvm;

namespace ownership {

bool mainFileIsSource(const ASTContext &AST) {
  const SourceManager &SM = AST.getSourceManager();
  OptionalFileEntryRef Main = SM.getFileEntryRefForID(SM.getMainFileID());
  if (!Main || AST.getLangOpts().IsHeaderFile)
    return false;
  StringRef Extension = sys::path::extension(Main->getName());
  static constexpr llvm::StringLiteral HeaderExtensions[] = {
      ".h", ".hh", ".hpp", ".hxx", ".inl", ".ipp", ".tpp", ".inc"};
  return !is_contained(HeaderExtensions, Extension);
}

//===----------------------------------------------------------------------===//
// BodiesInSight
//===----------------------------------------------------------------------===//

BodiesInSight::BodiesInSight(ASTContext &AST, OwnershipTypes &Types,
                             const RecordsInSight &Known, Extraction &Result)
    : AST(AST), SM(AST.getSourceManager()), Types(Types), TheShapes(Types),
      Known(Known), Result(Result), S(Result.S),
      IsSource(mainFileIsSource(AST)) {
  Member Element;
  Element.Name = "[]";
  Element.IsMany = Element.IsStrong = true;
  ElementMember = addMember(Element);
  Member Reference;
  Reference.Name = "*";
  Reference.IsRaw = true;
  RawReferenceMember = addMember(Reference);
  Reference.Name = "&";
  Reference.IsRaw = false;
  Reference.IsStrong = true;
  ReferenceMember = addMember(Reference);
}

void BodiesInSight::read(ArrayRef<const FunctionDecl *> Functions) {
  for (const FunctionDecl *F : Functions) {
    FunctionIndex I = indexOf(F);
    S.Functions[I].HasBody = true;
    if (const auto *M = dyn_cast<CXXMethodDecl>(F))
      addOverrider(M, I);
  }
  for (const FunctionDecl *F : Functions) {
    // Reading one may make the list grow.
    FunctionIndex I = indexOf(F);
    Function Out = S.Functions[I];
    BodyReader(*this, *F, Out).read();
    S.Functions[I] = std::move(Out);
  }
}

RecordIndex BodiesInSight::recordOf(const CXXRecordDecl *R) const {
  if (!R)
    return None;
  auto It = Known.Records.find(R->getCanonicalDecl());
  return It == Known.Records.end() ? None : It->second;
}

StatementIndex BodiesInSight::statement(SourceLocation Loc) {
  auto [It, IsNew] =
      StatementOf.try_emplace(Loc.getRawEncoding(), Result.Statements.size());
  if (IsNew)
    Result.Statements.push_back(Loc);
  return It->second;
}

MemberIndex BodiesInSight::memberOf(const FieldDecl *F) {
  auto [It, IsNew] = MemberOf.try_emplace(F, 0);
  if (!IsNew)
    return It->second;
  Member M;
  auto Owning = Known.Fields.find(F);
  if (Owning != Known.Fields.end())
    std::tie(M.Record, M.Field) = Owning->second;
  else
    M.Name = qualifiedName(*F);
  Shape Sh = TheShapes.of(F->getType());
  M.IsStrong = !F->getType()->isReferenceType() &&
               (Sh == Shape::Object || TheShapes.isOwner(F->getType()));
  M.IsRaw = Sh == Shape::Pointer && F->getType()->isPointerType();
  M.IsMany = Sh == Shape::Many;
  // A signal is a callable that holds many.
  if (Sh == Shape::Callable)
    if (const CXXRecordDecl *R = F->getType()->getAsCXXRecordDecl())
      M.IsMany = R->getName().contains("signal");
  return MemberOf[F] = addMember(std::move(M));
}

MemberIndex BodiesInSight::memberOf(RecordIndex R, unsigned Field) {
  auto [It, IsNew] = FieldMembers.try_emplace({R, Field}, 0);
  if (IsNew) {
    Member M;
    M.Record = R;
    M.Field = Field;
    M.IsStrong = true;
    It->second = addMember(std::move(M));
  }
  return It->second;
}

unsigned BodiesInSight::globalOf(const ValueDecl *D) {
  auto [It, IsNew] = Globals.try_emplace(D, S.Globals.size());
  if (IsNew) {
    SmallString<128> Usr;
    if (D)
      index::generateUSRForDecl(D, Usr);
    S.Globals.push_back(Usr.str().str());
  }
  return It->second;
}

FunctionIndex BodiesInSight::indexOf(const FunctionDecl *F) {
  auto [It, IsNew] =
      FunctionOf.try_emplace(F->getCanonicalDecl(), S.Functions.size());
  if (!IsNew)
    return It->second;
  Function &Fn = S.Functions.emplace_back();
  Result.Functions.push_back(F);
  Fn.IsConstructor = isa<CXXConstructorDecl>(F);
  Fn.IsDestructor = isa<CXXDestructorDecl>(F);
  if (const auto *M = dyn_cast<CXXMethodDecl>(F)) {
    Fn.Record = recordOf(M->getParent());
    Fn.IsCallOperator = M->getOverloadedOperator() == OO_Call;
  }
  Fn.CallersInSight = callersInSight(F);
  Fn.IsMain = F->isMain();
  return It->second;
}

bool BodiesInSight::isUserCode(const FunctionDecl *F) const {
  return F && !SM.isInSystemHeader(F->getLocation());
}

ArrayRef<FunctionIndex>
BodiesInSight::overriders(const CXXMethodDecl *M) const {
  auto It = Overriders.find(M->getCanonicalDecl());
  if (It == Overriders.end())
    return {};
  return It->second;
}

MemberIndex BodiesInSight::addMember(Member M) {
  S.Members.push_back(std::move(M));
  return S.Members.size() - 1;
}

bool BodiesInSight::callersInSight(const FunctionDecl *F) const {
  if (F->isMain() || !IsSource)
    return false;
  const auto *M = dyn_cast<CXXMethodDecl>(F);
  if (M && M->getParent()->isLambda())
    return false;
  if (F->getFormalLinkage() < Linkage::Module)
    return true;
  return M &&
         SM.isInMainFile(SM.getExpansionLoc(M->getParent()->getLocation()));
}

void BodiesInSight::addOverrider(const CXXMethodDecl *M, FunctionIndex I) {
  SmallVector<const CXXMethodDecl *, 4> Work(M->overridden_methods());
  SmallPtrSet<const CXXMethodDecl *, 4> Seen;
  while (!Work.empty()) {
    const CXXMethodDecl *Base = Work.pop_back_val()->getCanonicalDecl();
    if (!Seen.insert(Base).second)
      continue;
    Overriders[Base].push_back(I);
    Work.append(Base->begin_overridden_methods(),
                Base->end_overridden_methods());
  }
}

BodyReader::BodyReader(BodiesInSight &P, const FunctionDecl &F, Function &Out)
    : P(P), F(F), Out(Out) {}

//===----------------------------------------------------------------------===//
// Instructions
//===----------------------------------------------------------------------===//

Instruction BodyReader::make(Instruction::KindTy Kind, SourceLocation Loc) {
  Instruction I;
  I.Kind = Kind;
  I.Where = P.statement(Loc);
  I.Context = CurrentContext;
  I.IsInLoop = LoopDepth > 0;
  return I;
}

ValueIndex BodyReader::newObject(const CXXRecordDecl *R, SourceLocation Loc) {
  Instruction I = make(Instruction::New, Loc);
  I.Type = P.recordOf(R);
  I.IsExact = true;
  return push(std::move(I));
}

ValueIndex BodyReader::newContainer(SourceLocation Loc) {
  Instruction I = make(Instruction::New, Loc);
  I.IsExact = true;
  return push(std::move(I));
}

ValueIndex BodyReader::unknown(QualType T, SourceLocation Loc) {
  Instruction I = make(Instruction::Unknown, Loc);
  I.Type = P.recordOf(T);
  return push(std::move(I));
}

void BodyReader::store(const Ref &Place, ValueIndex V, SourceLocation Loc,
                       Storing How) {
  if (Place.Kind != Ref::Place || V == None || Place.IsCopy)
    return;
  Instruction I = make(Instruction::Store, Loc);
  I.Base = Place.Value;
  I.Member = Place.Member;
  I.Key = Place.Key;
  I.Value = V;
  I.IsReplacing = How == Storing::Replaced;
  I.IsMaybe = How == Storing::PerhapsAdded;
  push(std::move(I));
}

void BodyReader::releasePerhaps(const Ref &Place, SourceLocation Loc) {
  if (Place.Kind != Ref::Place || Place.IsCopy)
    return;
  Instruction I = make(Instruction::Release, Loc);
  I.Base = Place.Value;
  I.Member = Place.Member;
  I.IsWhole = I.IsMaybe = true;
  push(std::move(I));
}

void BodyReader::releaseAny(QualType T, SourceLocation Loc) {
  RecordIndex Type = P.recordOf(T);
  if (Type == None)
    return;
  Instruction I = make(Instruction::Release, Loc);
  I.Type = Type;
  I.IsMaybe = true;
  push(std::move(I));
}

void BodyReader::release(const Ref &Place, bool IsWhole, SourceLocation Loc,
                         ValueIndex Which, bool IsMoveOut, bool IsDrain) {
  if (Place.Kind != Ref::Place || Place.IsCopy)
    return;
  Instruction I = make(Instruction::Release, Loc);
  I.Base = Place.Value;
  I.Member = Place.Member;
  I.Key = Place.IsEach ? 0 : Place.Key;
  I.IsWhole = IsWhole;
  I.IsMoveOut = IsMoveOut;
  if (IsDrain)
    I.Context = LoopContext;
  I.Value = Which;
  push(std::move(I));
}

ValueIndex BodyReader::load(const Ref &R, QualType T, SourceLocation Loc) {
  switch (R.Kind) {
  case Ref::Nothing:
  case Ref::Null:
    return None;
  case Ref::Object:
    return R.Value;
  case Ref::Variable: {
    auto It = Vars.find(R.Var);
    return It == Vars.end() || It->second.Kind == Ref::Variable
               ? None
               : load(It->second, T, Loc);
  }
  case Ref::Place: {
    Instruction I = make(Instruction::Load, Loc);
    I.Base = R.Value;
    I.Member = R.Member;
    I.Key = R.Key;
    I.Type = P.recordOf(T);
    return push(std::move(I));
  }
  case Ref::Either: {
    const TwoPlaces E = Eithers[R.Key];
    ValueIndex First = load(E.First, T, Loc), Second = load(E.Second, T, Loc);
    return phi(E.Branch, First, Second, T, Loc);
  }
  }
  return None;
}

ValueIndex BodyReader::handle(const Ref &Place, SourceLocation Loc) {
  Instruction I = make(Instruction::Handle, Loc);
  I.Base = Place.Value;
  I.Member = Place.Member;
  I.Key = Place.Key;
  return push(std::move(I));
}

/// Whoever gets it can change what the pointer leads to.
bool BodyReader::isPointerReference(QualType T) const {
  if (T.isNull() || !T->isLValueReferenceType() ||
      T->getPointeeType().isConstQualified())
    return false;
  Shape Sh = P.TheShapes.of(T);
  return Sh == Shape::Pointer || Sh == Shape::Callable;
}

ValueIndex BodyReader::argument(const Ref &R, QualType T, SourceLocation Loc) {
  Ref Resolved = R;
  if (R.Kind == Ref::Variable)
    Resolved = Vars.lookup(R.Var);
  if (Resolved.Kind == Ref::Null)
    return push(make(Instruction::Null, Loc));
  if (Resolved.Kind == Ref::Place && P.TheShapes.of(T) == Shape::Many) {
    if (Resolved.Member == P.ElementMember && Resolved.Key == 0)
      return Resolved.Value;
    return handle(Resolved, Loc);
  }
  ValueIndex V = load(Resolved, T, Loc);
  // A single object that becomes a variant, an optional, a container.
  if (V != None && Resolved.Kind == Ref::Object &&
      P.TheShapes.of(T) == Shape::Many) {
    ValueIndex C = newContainer(Loc);
    store(Ref::place(C, P.ElementMember, freshKey()), V, Loc);
    return C;
  }
  return V;
}

/// Some pointer gets another value.
void BodyReader::assignSomewhere(const Ref &From, QualType T,
                                 SourceLocation Loc) {
  if (!P.TheShapes.isOwner(T))
    return;
  releaseAny(T, Loc);
  keepOutside(From, T, Loc, Storing::PerhapsAdded);
}

void BodyReader::assign(const Ref &To, const Ref &From, QualType T,
                        SourceLocation Loc) {
  if (To.Kind == Ref::Place && To.IsReference)
    assignSomewhere(From, T, Loc);
  switch (To.Kind) {
  case Ref::Either: {
    const TwoPlaces E = Eithers[To.Key];
    underArm(E.Branch, 0, [&] { assign(E.First, From, T, Loc); });
    underArm(E.Branch, 1, [&] { assign(E.Second, From, T, Loc); });
    return;
  }
  case Ref::Nothing:
  case Ref::Null:
  case Ref::Object:
    // `*p = x`, `(c ? a : b) = x`
    return assignSomewhere(From, T, Loc);
  case Ref::Variable: {
    Ref Value = From;
    if (P.TheShapes.of(T) != Shape::Many)
      Value = From.Kind == Ref::Null ? From : Ref::object(load(From, T, Loc));
    else if (Value.Kind == Ref::Variable)
      Value = Vars.lookup(Value.Var);
    Vars[To.Var] = Value;
    ++Versions[To.Var];
    return;
  }
  case Ref::Place:
    if (P.TheShapes.of(T) == Shape::Many && To.Key == 0)
      return assignElements(To, From, Loc);
    // A function, or a lambda without captures, owns nothing: as good as null.
    if (From.Kind == Ref::Null ||
        (P.TheShapes.of(T) == Shape::Callable &&
         (From.Kind == Ref::Nothing || ownsNothing(From)))) {
      release(To, /*IsWhole=*/To.Key == 0 || To.IsEach, Loc);
      if (From.Kind != Ref::Object)
        return;
    }
    if (From.Kind == Ref::Nothing)
      return releasePerhaps(To, Loc);
    store(To, load(From, T, Loc), Loc, storing(To, Storing::Replaced));
    return;
  }
}

void BodyReader::assignElements(const Ref &To, Ref From, SourceLocation Loc) {
  if (From.Kind == Ref::Variable)
    From = Vars.lookup(From.Var);
  if (From.Kind == Ref::Null)
    return release(To, /*IsWhole=*/true, Loc);
  releasePerhaps(To, Loc);
  if (From.Kind == Ref::Place) {
    // What a fresh container got is stored one by one when the analysis
    // looks it up; its element stands for them.
    Ref Element = From;
    if (Element.Key == 0)
      Element.Key = freshKey();
    Ref Slot = To;
    Slot.Key = freshKey();
    store(Slot, load(Element, QualType(), Loc), Loc);
    return;
  }
  if (From.Kind == Ref::Object) {
    Ref Slot = To;
    Slot.Key = freshKey();
    store(Slot, From.Value, Loc);
  }
}

void BodyReader::swapPointers(const Ref &L, const Ref &R, QualType T,
                              SourceLocation Loc) {
  ValueIndex A = load(L, T, Loc), B = load(R, T, Loc);
  auto Put = [&](const Ref &To, ValueIndex V) {
    if (V != None)
      assign(To, Ref::object(V), T, Loc);
    else if (To.Kind == Ref::Place)
      release(To, /*IsWhole=*/To.Key == 0 || To.IsEach, Loc, None,
              /*IsMoveOut=*/true);
    else
      assign(To, Ref::null(), T, Loc);
  };
  Put(L, B);
  Put(R, A);
}

ValueIndex BodyReader::copyOf(ValueIndex From, const CXXRecordDecl *R,
                              SourceLocation Loc) {
  ValueIndex Copy = newObject(R, Loc);
  forEachField(R, [&](const FieldDecl *Field, Shape Sh) {
    MemberIndex M = P.memberOf(Field);
    unsigned Key = Sh == Shape::Many ? freshKey() : 0;
    store(Ref::place(Copy, M, Key),
          load(Ref::place(From, M, Key), Field->getType(), Loc), Loc);
  });
  return Copy;
}

void BodyReader::assignObject(ValueIndex To, ValueIndex From,
                              const CXXRecordDecl *R, SourceLocation Loc) {
  if (To == None || From == None || !R)
    return;
  forEachField(R, [&](const FieldDecl *Field, Shape Sh) {
    MemberIndex M = P.memberOf(Field);
    unsigned Key = Sh == Shape::Many ? freshKey() : 0;
    ValueIndex V = load(Ref::place(From, M, Key), Field->getType(), Loc);
    release(Ref::place(To, M), /*IsWhole=*/true, Loc);
    store(Ref::place(To, M, Key), V, Loc);
  });
}

/// All fields of an object, those of its base classes included.
void BodyReader::forEachField(
    const CXXRecordDecl *R, function_ref<void(const FieldDecl *, Shape)> Each) {
  SmallVector<const CXXRecordDecl *, 4> Work{R};
  while (!Work.empty()) {
    const CXXRecordDecl *Class = Work.pop_back_val();
    if (!Class->hasDefinition() || P.TheShapes.isKnown(*Class))
      continue;
    for (const CXXBaseSpecifier &Base : Class->bases())
      if (const CXXRecordDecl *B = Base.getType()->getAsCXXRecordDecl())
        Work.push_back(B);
    for (const FieldDecl *Field : Class->fields())
      if (Shape Sh = P.TheShapes.of(Field->getType()); Sh != Shape::Nothing)
        Each(Field, Sh);
  }
}

unsigned BodyReader::keyOfName(StringRef Name) const {
  return (unsigned(xxh3_64bits(Name)) & (FirstLocalKey - 1)) | 1;
}

void BodyReader::assumeEmpty(const Ref &Place) {
  if (Place.Kind == Ref::Either) {
    const TwoPlaces E = Eithers[Place.Key];
    assumeEmpty(E.First);
    assumeEmpty(E.Second);
  } else if (Place.Kind == Ref::Place) {
    Empty[{{Place.Value, Place.Member}, Place.Key}] = CurrentContext;
  }
}

void BodyReader::assumeEmpty(const Expr *Condition, bool Is) {
  auto Strip = [](const Expr *E) {
    return E->IgnoreImplicit()->IgnoreParenImpCasts();
  };
  const Expr *E = Strip(Condition);
  if (const auto *Rewritten = dyn_cast<CXXRewrittenBinaryOperator>(E))
    E = Strip(Rewritten->getSemanticForm());
  if (const auto *Not = dyn_cast<UnaryOperator>(E);
      Not && Not->getOpcode() == UO_LNot)
    return assumeEmpty(Not->getSubExpr(), !Is);
  bool IsEqual = false;
  if (const auto *Op = dyn_cast<BinaryOperator>(E)) {
    if (Op->getOpcode() == (Is ? BO_LAnd : BO_LOr)) {
      assumeEmpty(Op->getLHS(), Is);
      return assumeEmpty(Op->getRHS(), Is);
    }
    // `m.count(k) == 0`
    if (!Op->isEqualityOp() ||
        !isa<IntegerLiteral>(Op->getRHS()->IgnoreParenImpCasts()))
      return;
    const auto *Number =
        cast<IntegerLiteral>(Op->getRHS()->IgnoreParenImpCasts());
    if (Number->getValue() != 0)
      return;
    IsEqual = Op->getOpcode() == BO_EQ;
    E = Strip(Op->getLHS());
  } else if (const auto *Op = dyn_cast<CXXOperatorCallExpr>(E)) {
    IsEqual = Op->getOperator() == OO_EqualEqual;
    if (!IsEqual && Op->getOperator() != OO_ExclaimEqual)
      return;
  }
  if (auto It = Tested.find(E); It != Tested.end() && Is == IsEqual) {
    const Ref Place = It->second;
    assumeEmpty(Place);
  }
}

BodyReader::Storing BodyReader::storing(const Ref &Place, Storing IfThere) {
  auto It = Empty.find({{Place.Value, Place.Member}, Place.Key});
  if (It == Empty.end())
    return IfThere;
  unsigned C = CurrentContext, In = It->second;
  Empty.erase(It);
  while (C != None && C != In)
    C = Out.Contexts[C].Outer;
  return C == In ? Storing::Added : IfThere;
}

/// The same for the same expression over the same values of its variables, else
/// fresh. Keys of literals are the same in every function, so that a caller
/// finds what its callee stored; others mean something in this one only.
unsigned BodyReader::keyOf(const Expr *Index) {
  SmallString<64> Text;
  raw_svector_ostream OS(Text);
  bool IsLocal = false;
  SmallVector<const Stmt *, 8> Work{Index};
  while (!Work.empty()) {
    const Stmt *S = Work.pop_back_val();
    if (!S)
      continue;
    if (const auto *U = dyn_cast<UnaryOperator>(S)) {
      if (U->isIncrementDecrementOp())
        return freshKey();
      OS << UnaryOperator::getOpcodeStr(U->getOpcode());
    } else if (const auto *B = dyn_cast<BinaryOperator>(S))
      OS << BinaryOperator::getOpcodeStr(B->getOpcode());
    else if (const auto *L = dyn_cast<clang::StringLiteral>(S))
      OS << '"' << L->getBytes() << '"';
    else if (const auto *L = dyn_cast<IntegerLiteral>(S))
      OS << '#' << L->getValue();
    else if (const auto *L = dyn_cast<CharacterLiteral>(S))
      OS << '#' << L->getValue();
    else if (const auto *D = dyn_cast<DeclRefExpr>(S)) {
      const ValueDecl *V = D->getDecl();
      if (isa<EnumConstantDecl>(V))
        OS << V->getName();
      else {
        IsLocal = true;
        OS << 'v' << NumberOf.try_emplace(V, NumberOf.size()).first->second
           << '.' << Versions.lookup(V);
      }
    } else if (isa<MemberExpr, CXXThisExpr>(S)) {
      IsLocal = true;
      if (const auto *M = dyn_cast<MemberExpr>(S))
        OS << '.' << M->getMemberDecl()->getDeclName();
    } else if (isa<CallExpr>(S) && !isa<CXXOperatorCallExpr>(S))
      return freshKey();
    OS << '(';
    for (const Stmt *Child : S->children())
      Work.push_back(Child);
  }
  unsigned Hash = unsigned(xxh3_64bits(Text));
  // Fresh keys count up from here; a hash is far from them.
  if (!IsLocal)
    return (Hash & (FirstLocalKey - 2)) | 2;
  const auto *Named = dyn_cast<DeclRefExpr>(Index->IgnoreParenImpCasts());
  if (Named && Counter && Named->getDecl() == Counter)
    return FirstCounterKey | (Hash & (FirstLocalKey - CounterKeyTurns));
  return (Hash & (FirstLocalKey - 1)) | 3 * FirstLocalKey;
}

//===----------------------------------------------------------------------===//
// Statements
//===----------------------------------------------------------------------===//

bool BodyReader::underArm(unsigned Branch, unsigned Arm,
                          function_ref<void()> Body, Context::LoopTy Kind) {
  Out.Contexts.push_back({CurrentContext, Branch, Arm, Kind});
  SaveAndRestore Inside(CurrentContext, unsigned(Out.Contexts.size() - 1));
  SaveAndRestore Alive(IsDead, false);
  Body();
  return IsDead;
}

/// The variables after a branch: where the arms differ, either.
void BodyReader::join(const Env &Other, SourceLocation Loc, unsigned Branch) {
  // In the order of the function's variables, so that the result is the same
  // in every run.
  SmallVector<const ValueDecl *, 8> Differ;
  for (auto &[Var, R] : Vars) {
    auto It = Other.find(Var);
    if (It != Other.end() && !(It->second == R))
      Differ.push_back(Var);
  }
  sort(Differ, [](const ValueDecl *L, const ValueDecl *R) {
    return L->getLocation() < R->getLocation();
  });
  for (const ValueDecl *Var : Differ) {
    Ref &Mine = Vars[Var];
    const Ref &Theirs = Other.find(Var)->second;
    if (Mine.Kind == Ref::Nothing) {
      Mine = Theirs;
      continue;
    }
    if (Theirs.Kind == Ref::Nothing)
      continue;
    if (Mine.Kind == Ref::Place && Theirs.Kind == Ref::Place &&
        Mine.Value == Theirs.Value && Mine.Member == Theirs.Member) {
      Mine.Key = freshKey();
      continue;
    }
    // What is in Vars now comes from the later arm.
    auto ValueOf = [&](const Ref &R) {
      return R.Kind == Ref::Null ? null(Loc) : load(R, Var->getType(), Loc);
    };
    ValueIndex A = ValueOf(Theirs), B = ValueOf(Mine);
    Mine = Ref::object(phi(Branch, A, B, Var->getType(), Loc));
  }
}

ValueIndex BodyReader::phi(unsigned Branch, ValueIndex First, ValueIndex Second,
                           QualType T, SourceLocation Loc) {
  if (First == None || Second == None || First == Second)
    return First == None ? Second : First;
  Instruction I = make(Instruction::Phi, Loc);
  I.Type = P.recordOf(T);
  I.Index = Branch;
  I.Operands = {First, Second};
  return push(std::move(I));
}

/// The variable that \p L declares and counts, and does nothing else to.
static const ValueDecl *counterOf(const ForStmt &L) {
  const auto *Step = dyn_cast_or_null<UnaryOperator>(L.getInc());
  const auto *Named =
      Step && Step->isIncrementDecrementOp()
          ? dyn_cast<DeclRefExpr>(Step->getSubExpr()->IgnoreParenImpCasts())
          : nullptr;
  if (!Named || !Named->getType()->isIntegerType())
    return nullptr;
  SmallPtrSet<const ValueDecl *, 8> Assigned;
  assignedIn(L.getBody(), Assigned);
  return Assigned.count(Named->getDecl()) ? nullptr : Named->getDecl();
}

/// Whether the condition holds at first: it is `true`, there is none, or it
/// compares the variable with a number.
static Context::LoopTy runsOnce(const Stmt *Init, const Expr *Cond,
                                const ASTContext &AST) {
  bool IsTrue = false;
  if (!Cond || (!Cond->isValueDependent() &&
                Cond->EvaluateAsBooleanCondition(IsTrue, AST) && IsTrue))
    return Context::LoopOnce;
  const auto *Declared = dyn_cast_or_null<DeclStmt>(Init);
  const auto *Compared = dyn_cast<BinaryOperator>(Cond->IgnoreParenImpCasts());
  if (!Declared || !Declared->isSingleDecl() || !Compared)
    return Context::Loop;
  const auto *Var = dyn_cast<VarDecl>(Declared->getSingleDecl());
  const auto *Named =
      dyn_cast<DeclRefExpr>(Compared->getLHS()->IgnoreParenImpCasts());
  Expr::EvalResult First, Bound;
  if (!Var || !Var->getInit() || !Named || Named->getDecl() != Var ||
      Var->getInit()->isValueDependent() ||
      Compared->getRHS()->isValueDependent() ||
      !Var->getInit()->EvaluateAsInt(First, AST) ||
      !Compared->getRHS()->EvaluateAsInt(Bound, AST))
    return Context::Loop;
  int64_t From = First.Val.getInt().getExtValue();
  int64_t To = Bound.Val.getInt().getExtValue();
  bool Holds = (Compared->getOpcode() == BO_LT && From < To) ||
               (Compared->getOpcode() == BO_LE && From <= To) ||
               (Compared->getOpcode() == BO_NE && From != To);
  return Holds ? Context::LoopOnce : Context::Loop;
}

void BodyReader::walk(const Stmt *S) {
  if (!S)
    return;
  if (const auto *E = dyn_cast<Expr>(S)) {
    eval(E);
    if (isa<CXXThrowExpr>(E->IgnoreParenImpCasts()->IgnoreImplicit())) {
      leaveScope(TryScope);
      push(make(Instruction::Throw, E->getExprLoc()));
      IsDead = true;
    }
    return;
  }
  switch (S->getStmtClass()) {
  case Stmt::CompoundStmtClass:
    return walkCompound(cast<CompoundStmt>(S));
  case Stmt::DeclStmtClass:
    for (const Decl *D : cast<DeclStmt>(S)->decls())
      if (const auto *V = dyn_cast<VarDecl>(D)) {
        walkVar(V);
        endStatement();
      }
    return;
  case Stmt::IfStmtClass:
    return walkIf(cast<IfStmt>(S));
  case Stmt::SwitchStmtClass:
    return walkSwitch(cast<SwitchStmt>(S));
  case Stmt::WhileStmtClass: {
    const auto *W = cast<WhileStmt>(S);
    size_t FirstLocal = Locals.size();
    walkLoop(S, runsOnce(nullptr, W->getCond(), P.AST), [&] {
      if (W->getConditionVariable())
        walkVar(W->getConditionVariable());
      eval(W->getCond());
      endStatement();
      walk(W->getBody());
      endStatement();
    });
    return endScope(FirstLocal);
  }
  case Stmt::DoStmtClass:
    return walkLoop(S, Context::LoopOnce, [&] {
      walk(cast<DoStmt>(S)->getBody());
      endStatement();
      eval(cast<DoStmt>(S)->getCond());
      endStatement();
    });
  case Stmt::ForStmtClass: {
    const auto *L = cast<ForStmt>(S);
    size_t FirstLocal = Locals.size();
    walk(L->getInit());
    endStatement();
    SaveAndRestore Counting(Counter, counterOf(*L));
    walkLoop(S, runsOnce(L->getInit(), L->getCond(), P.AST), [&] {
      if (L->getConditionVariable())
        walkVar(L->getConditionVariable());
      if (L->getCond())
        eval(L->getCond());
      endStatement();
      walk(L->getBody());
      endStatement();
      if (L->getInc())
        eval(L->getInc());
      endStatement();
    });
    return endScope(FirstLocal);
  }
  case Stmt::CXXForRangeStmtClass:
    return walkRangeFor(cast<CXXForRangeStmt>(S));
  case Stmt::CXXTryStmtClass:
    return walkTry(cast<CXXTryStmt>(S));
  case Stmt::ReturnStmtClass: {
    const auto *R = cast<ReturnStmt>(S);
    if (const Expr *E = R->getRetValue()) {
      Ref V = eval(E);
      QualType T = E->getType();
      ValueIndex Value = None;
      if (V.Kind == Ref::Place && isPointerReference(F.getReturnType()))
        Value = handle(V, E->getExprLoc());
      else
        Value = argument(V, F.getReturnType(), E->getExprLoc());
      if (Value == None)
        Value = load(V, T, E->getExprLoc());
      if (Value != None) {
        Instruction I = make(Instruction::Return, R->getReturnLoc());
        I.Value = Value;
        push(std::move(I));
      }
    }
    endStatement();
    IsDead = true;
    return;
  }
  case Stmt::BreakStmtClass:
    if (AtBreaks)
      AtBreaks->push_back(Vars);
    leaveScope(BreakScope);
    IsDead = true;
    return;
  case Stmt::ContinueStmtClass:
    if (AtContinues)
      AtContinues->push_back({Vars, CurrentContext});
    leaveScope(ContinueScope);
    IsDead = true;
    return;
  case Stmt::GotoStmtClass: {
    // Where it leads, anything may have changed.
    Instruction I = make(Instruction::Release, S->getBeginLoc());
    I.IsMaybe = true;
    push(std::move(I));
    IsDead = true;
    return;
  }
  case Stmt::CoreturnStmtClass:
    if (const Expr *E = cast<CoreturnStmt>(S)->getOperand())
      yield(eval(E), E->getType(), E->getExprLoc());
    IsDead = true;
    return;
  default:
    return evalChildren(S);
  }
}

/// A coroutine hands a value out.
void BodyReader::yield(const Ref &R, QualType T, SourceLocation Loc) {
  ValueIndex V = load(R, T, Loc);
  if (V == None)
    return;
  Instruction I = make(Instruction::Return, Loc);
  I.Value = V;
  push(std::move(I));
}

void BodyReader::walkCompound(const CompoundStmt *S) {
  size_t FirstLocal = Locals.size();
  SaveAndRestore Inside(CurrentContext);
  for (const Stmt *Child : S->body()) {
    walk(Child);
    endStatement();
  }
  destroyLocals(FirstLocal);
  endScope(FirstLocal);
}

/// The object that \p V keeps alive: what a pointer owns, or what it is itself.
ValueIndex BodyReader::keptBy(const VarDecl *V) const {
  auto It = Vars.find(V);
  if (It == Vars.end())
    return None;
  auto Moved = MovedFrom.find(V);
  if (Moved != MovedFrom.end() && Moved->second == It->second)
    return None;
  QualType T = V->getType();
  // A reference keeps a temporary that it was bound to.
  if (T->isReferenceType()) {
    const Expr *Init = isa<ParmVarDecl>(V) ? nullptr : V->getInit();
    if (const auto *Full = dyn_cast_or_null<ExprWithCleanups>(Init))
      Init = Full->getSubExpr();
    if (!isa_and_nonnull<MaterializeTemporaryExpr>(Init))
      return None;
  }
  T = T.getNonReferenceType();
  const Ref &R = It->second;
  switch (P.TheShapes.of(T)) {
  case Shape::Object:
  case Shape::Callable:
    return R.Kind == Ref::Object ? R.Value : None;
  case Shape::Pointer:
    return R.Kind == Ref::Object && P.TheShapes.isOwner(T) ? R.Value : None;
  case Shape::Many: {
    bool IsOwn = R.Kind == Ref::Place && R.Member == P.ElementMember &&
                 (Out.Body[R.Value].Kind == Instruction::New ||
                  Out.Body[R.Value].Kind == Instruction::Call);
    return IsOwn ? R.Value : None;
  }
  case Shape::Nothing:
    return None;
  }
  return None;
}

void BodyReader::hold(const ValueDecl *V, ValueIndex Object) {
  Instruction I;
  I.Kind = Instruction::Hold;
  I.Context = CurrentContext;
  I.IsInLoop = LoopDepth > 0;
  I.Index = NumberOf.try_emplace(V, NumberOf.size()).first->second;
  I.Value = Object;
  push(std::move(I));
}

void BodyReader::endStatement() {
  for (const VarDecl *V : Locals) {
    ValueIndex Kept = keptBy(V);
    auto [It, IsNew] = Held.try_emplace(V, None);
    if (It->second == Kept)
      continue;
    It->second = Kept;
    hold(V, Kept);
  }
  // Nothing was done.
  if (Out.Body.size() == LastEnd)
    return;
  Instruction I;
  I.Kind = Instruction::End;
  I.Context = CurrentContext;
  I.IsInLoop = LoopDepth > 0;
  push(std::move(I));
  LastEnd = Out.Body.size();
}

void BodyReader::leaveScope(size_t From) {
  for (size_t I = Locals.size(); I-- > From;)
    if (auto It = Held.find(Locals[I]); It != Held.end() && It->second != None)
      hold(Locals[I], None);
  Instruction I;
  I.Kind = Instruction::End;
  I.Context = CurrentContext;
  I.IsInLoop = LoopDepth > 0;
  push(std::move(I));
}

void BodyReader::assumeHeld() {
  for (const VarDecl *V : Locals)
    if (auto It = Held.find(V); It != Held.end())
      It->second = keptBy(V);
}

void BodyReader::endScope(size_t From) {
  for (size_t I = From; I < Locals.size(); ++I) {
    auto It = Held.find(Locals[I]);
    if (It == Held.end())
      continue;
    if (It->second != None)
      hold(Locals[I], None);
    Held.erase(It);
    for (const FieldDecl *By : HoldAny.lookup(Locals[I]))
      hold(By, None);
  }
  Locals.resize(From);
}

void BodyReader::walkIf(const IfStmt *S) {
  size_t FirstLocal = Locals.size();
  if (S->getInit())
    walk(S->getInit());
  if (S->getConditionVariable())
    walkVar(S->getConditionVariable());
  eval(S->getCond());
  endStatement();
  unsigned Branch = NextBranch++;
  Env Before = Vars;
  Keeps HeldBefore = Held;
  bool ThenEnds = underArm(Branch, 0, [&] {
    assumeEmpty(S->getCond(), true);
    walk(S->getThen());
    endStatement();
  });
  Env AfterThen = std::move(Vars);
  Vars = Before;
  Keeps AfterThenHeld = std::exchange(Held, std::move(HeldBefore));
  bool ElseEnds = false;
  if (S->getElse())
    ElseEnds = underArm(Branch, 1, [&] {
      assumeEmpty(S->getCond(), false);
      walk(S->getElse());
      endStatement();
    });
  endScope(FirstLocal);
  if (ThenEnds && ElseEnds) {
    IsDead = true;
    return;
  }
  // Who comes here has not been through the arm that ends. The enclosing
  // statement list goes on under the other arm.
  if (ThenEnds) {
    Out.Contexts.push_back({CurrentContext, Branch, 1});
    CurrentContext = Out.Contexts.size() - 1;
    assumeEmpty(S->getCond(), false);
    return;
  }
  if (ElseEnds) {
    Out.Contexts.push_back({CurrentContext, Branch, 0});
    CurrentContext = Out.Contexts.size() - 1;
    assumeEmpty(S->getCond(), true);
    Vars = std::move(AfterThen);
    Held = std::move(AfterThenHeld);
    return;
  }
  join(AfterThen, S->getEndLoc(), Branch);
  for (const auto &[V, Kept] : AfterThenHeld)
    Held.try_emplace(V, Kept);
  assumeHeld();
}

/// Nothing falls through to \p Label.
static bool isLeftBefore(CompoundStmt::const_body_iterator Label) {
  const Stmt *Last = *std::prev(Label);
  while (const auto *Case = dyn_cast<SwitchCase>(Last))
    Last = Case->getSubStmt();
  if (const auto *Block = dyn_cast<CompoundStmt>(Last);
      Block && !Block->body_empty())
    Last = Block->body_back();
  return isa<BreakStmt, ReturnStmt, ContinueStmt, GotoStmt>(Last) ||
         (isa<Expr>(Last) &&
          isa<CXXThrowExpr>(cast<Expr>(Last)->IgnoreImplicit()));
}

void BodyReader::walkSwitch(const SwitchStmt *S) {
  if (S->getInit())
    walk(S->getInit());
  if (S->getConditionVariable())
    walkVar(S->getConditionVariable());
  eval(S->getCond());
  const auto *Body = dyn_cast_or_null<CompoundStmt>(S->getBody());
  if (!Body)
    return walk(S->getBody());
  unsigned Branch = NextBranch++;
  unsigned Arm = ManyArms;
  Env Before = Vars, After = Vars;
  const Keeps HeldBefore = Held;
  bool HasArm = false;
  auto Statements = Body->body();
  SaveAndRestore Scope(BreakScope, Locals.size());
  SaveAndRestore NoBreaks(AtBreaks, static_cast<std::vector<Env> *>(nullptr));
  size_t FirstLocal = Locals.size();
  for (auto It = Statements.begin(); It != Statements.end();) {
    // One arm: from a label to a break. Falling through joins two.
    underArm(Branch, Arm++, [&] {
      // What stands before a further label may be skipped.
      auto Label =
          std::find_if(std::next(It), Statements.end(),
                       [](const Stmt *S) { return isa<SwitchCase>(S); });
      do {
        if (It == Label)
          Label =
              std::find_if(std::next(It), Statements.end(),
                           [](const Stmt *S) { return isa<SwitchCase>(S); });
        const Stmt *Child = *It++;
        while (const auto *Case = dyn_cast<SwitchCase>(Child))
          Child = Case->getSubStmt();
        auto Walk = [&] {
          walk(Child);
          endStatement();
        };
        if (Label != Statements.end() && !isLeftBefore(Label))
          underArm(NextBranch++, 0, Walk);
        else
          Walk();
      } while (It != Statements.end() && !IsDead);
    });
    endScope(FirstLocal);
    Held = HeldBefore;
    std::swap(After, Vars);
    if (HasArm)
      join(After, S->getEndLoc()), std::swap(After, Vars);
    HasArm = true;
    Vars = Before;
  }
  Vars = std::move(After);
  join(Before, S->getEndLoc());
  assumeHeld();
}

void assignedIn(const Stmt *S, SmallPtrSetImpl<const ValueDecl *> &Vars) {
  SmallVector<const Stmt *, 32> Work{S};
  while (!Work.empty()) {
    const Stmt *Next = Work.pop_back_val();
    if (!Next)
      continue;
    const Expr *Target = nullptr;
    if (const auto *B = dyn_cast<BinaryOperator>(Next)) {
      if (B->isAssignmentOp())
        Target = B->getLHS();
    } else if (const auto *U = dyn_cast<UnaryOperator>(Next)) {
      if (U->isIncrementDecrementOp())
        Target = U->getSubExpr();
    } else if (const auto *O = dyn_cast<CXXOperatorCallExpr>(Next)) {
      if (O->getNumArgs() >= 1 &&
          (O->isAssignmentOp() || O->getOperator() == OO_PlusPlus ||
           O->getOperator() == OO_MinusMinus))
        Target = O->getArg(0);
    } else if (const auto *M = dyn_cast<CXXMemberCallExpr>(Next)) {
      const CXXMethodDecl *Method = M->getMethodDecl();
      if (Method && Method->getDeclName().isIdentifier() &&
          (Method->getName() == "reset" || Method->getName() == "swap" ||
           Method->getName() == "release"))
        Target = M->getImplicitObjectArgument();
    }
    if (Target)
      if (const auto *D = dyn_cast<DeclRefExpr>(
              Target->IgnoreParenBaseCasts()->IgnoreParenImpCasts()))
        Vars.insert(D->getDecl());
    for (const Stmt *Child : Next->children())
      Work.push_back(Child);
  }
}

/// What the variables have when a turn of a loop ends, by whichever way.
void BodyReader::joinContinued(const Continued &Continues,
                               ArrayRef<const ValueDecl *> Changing,
                               SourceLocation Loc) {
  for (const ValueDecl *V : Changing) {
    auto ValueOf = [&](const Ref &R) {
      return R.Kind == Ref::Null ? null(Loc) : load(R, V->getType(), Loc);
    };
    for (const auto &[Vars, At] : reverse(Continues)) {
      const Ref Theirs = Vars.lookup(V), Mine = this->Vars.lookup(V);
      if (Theirs == Mine || Theirs.Kind == Ref::Nothing)
        continue;
      if (Mine.Kind == Ref::Nothing || At == None) {
        this->Vars[V] = Theirs;
        continue;
      }
      // Who came to the end did not take the arm that it stands in.
      const Context C = Out.Contexts[At];
      ValueIndex There = ValueOf(Theirs), Here = ValueOf(Mine);
      if (C.Arm >= ManyArms || C.Kind != Context::NoLoop)
        this->Vars[V] = Ref::object(phi(0, There, Here, V->getType(), Loc));
      else
        this->Vars[V] =
            Ref::object(phi(C.Branch, C.Arm ? Here : There,
                            C.Arm ? There : Here, V->getType(), Loc));
    }
  }
}

void BodyReader::walkLoop(const Stmt *Loop, Context::LoopTy Kind,
                          function_ref<void()> Body) {
  SmallPtrSet<const ValueDecl *, 8> Assigned;
  assignedIn(Loop, Assigned);
  SmallVector<const ValueDecl *, 8> Changing;
  for (const ValueDecl *V : Assigned) {
    ++Versions[V];
    auto It = Vars.find(V);
    if (It == Vars.end())
      continue;
    if (It->second.Kind == Ref::Place && !V->getType()->isReferenceType()) {
      // A container stays the same place; an iterator moves on.
      if (P.TheShapes.of(V->getType()) == Shape::Nothing)
        It->second.Key = freshKey();
      continue;
    }
    if (P.TheShapes.of(V->getType()) == Shape::Many)
      continue;
    Changing.push_back(V);
  }
  sort(Changing, [](const ValueDecl *L, const ValueDecl *R) {
    return L->getLocation() < R->getLocation();
  });
  SmallVector<std::pair<const ValueDecl *, ValueIndex>, 4> Phis;
  for (const ValueDecl *V : Changing) {
    Ref &R = Vars[V];
    if (R.Kind != Ref::Object && R.Kind != Ref::Null)
      continue;
    Instruction I = make(Instruction::Phi, Loop->getBeginLoc());
    I.Type = P.recordOf(V->getType());
    if (R.Kind == Ref::Object)
      I.Operands.push_back(R.Value);
    ValueIndex Phi = push(std::move(I));
    Phis.push_back({V, Phi});
    R = Ref::object(Phi);
  }
  Env Before = Vars;
  const Keeps HeldBefore = Held;
  std::vector<Env> Broken;
  Continued Continues;
  ++LoopDepth;
  {
    SaveAndRestore Outside(LoopContext, CurrentContext);
    SaveAndRestore Break(BreakScope, Locals.size());
    SaveAndRestore Continue(ContinueScope, Locals.size());
    SaveAndRestore Breaks(AtBreaks, &Broken);
    SaveAndRestore TurnsEnd(AtContinues, &Continues);
    SaveAndRestore Counting(
        Counter,
        isa<ForStmt>(Loop) ? Counter : static_cast<const ValueDecl *>(nullptr));
    underArm(
        NextBranch++, 0,
        [&] {
          Body();
          joinContinued(Continues, Changing, Loop->getEndLoc());
        },
        Kind);
  }
  --LoopDepth;
  for (const auto &[V, Phi] : Phis) {
    const Ref &R = Vars[V];
    if (R.Kind == Ref::Object && R.Value != Phi)
      Out.Body[Phi].Operands.push_back(R.Value);
  }
  // After the loop, what it began its last turn with, or left it with.
  for (auto &[V, R] : Before)
    Vars[V] = R;
  for (const auto &[V, Phi] : Phis) {
    SmallVector<ValueIndex, 2> Values{Phi};
    for (const Env &E : Broken)
      if (Ref R = E.lookup(V);
          R.Kind == Ref::Object && !is_contained(Values, R.Value))
        Values.push_back(R.Value);
    if (Values.size() == 1)
      continue;
    Instruction I = make(Instruction::Phi, Loop->getEndLoc());
    I.Type = P.recordOf(V->getType());
    I.Operands.append(Values.begin(), Values.end());
    Vars[V] = Ref::object(push(std::move(I)));
  }
  for (const auto &[V, Kept] : HeldBefore)
    Held.try_emplace(V, Kept);
  assumeHeld();
}

void BodyReader::walkRangeFor(const CXXForRangeStmt *S) {
  size_t FirstLocal = Locals.size();
  if (S->getInit())
    walk(S->getInit());
  Ref Range;
  if (const VarDecl *V = dyn_cast_or_null<VarDecl>(
          S->getRangeStmt() ? S->getRangeStmt()->getSingleDecl() : nullptr))
    if (V->getInit())
      Range = eval(V->getInit());
  if (Range.Kind == Ref::Variable) {
    Ref Held = Vars.lookup(Range.Var);
    Range = Held;
  }
  if (Range.Kind == Ref::Object)
    Range = Ref::place(Range.Value, P.ElementMember);
  walkLoop(S->getBody(), Context::ForEach, [&] {
    if (const VarDecl *V = S->getLoopVariable()) {
      Ref Element = Range;
      if (Element.Kind == Ref::Place) {
        Element.Key = freshKey();
        Element.IsEach = true;
      }
      bindVar(V, V->getType(), Element, V->getLocation());
      Locals.push_back(V);
      if (const auto *D = dyn_cast<DecompositionDecl>(V))
        for (const BindingDecl *B : D->bindings())
          Vars[B] = Element;
    }
    walk(S->getBody());
    endStatement();
    endScope(FirstLocal);
  });
}

void BodyReader::walkTry(const CXXTryStmt *S) {
  Env Before = Vars;
  bool TryEnds;
  {
    SaveAndRestore Scope(TryScope, Locals.size());
    TryEnds = underArm(
        NextBranch++, 0, [&] { walk(S->getTryBlock()); }, Context::Try);
  }
  Env After = Vars;
  unsigned Branch = NextBranch++;
  for (unsigned I = 0; I < S->getNumHandlers(); ++I) {
    Vars = Before;
    underArm(Branch, ManyArms + I,
             [&] { walk(S->getHandler(I)->getHandlerBlock()); });
  }
  Vars = std::move(After);
  assumeHeld();
  IsDead = TryEnds && S->getNumHandlers() == 0;
}

void BodyReader::bindVar(const ValueDecl *V, QualType T, Ref Init,
                         SourceLocation Loc) {
  if (T->isReferenceType()) {
    if (Init.Kind == Ref::Variable && !Vars.count(Init.Var))
      Vars[Init.Var] = Ref();
    Vars[V] = Init;
    return;
  }
  if (Init.Kind == Ref::Variable)
    Init = Vars.lookup(Init.Var);
  if (T->isPointerType() && Init.Kind == Ref::Place &&
      P.S.Members[Init.Member].IsMany &&
      P.TheShapes.of(T->getPointeeType()) == Shape::Many) {
    Vars[V] = Init;
    return;
  }
  switch (P.TheShapes.of(T)) {
  case Shape::Nothing:
    // Iterators and views.
    if (Init.Kind == Ref::Place || Init.Kind == Ref::Object)
      Vars[V] = Init;
    return;
  case Shape::Many:
    if (Init.Kind == Ref::Nothing || Init.Kind == Ref::Null)
      Vars[V] = Ref::place(newContainer(Loc), P.ElementMember);
    else if (Init.Kind == Ref::Object) {
      // One element, in an optional or a vector.
      ValueIndex C = newContainer(Loc);
      store(Ref::place(C, P.ElementMember, freshKey()), Init.Value, Loc);
      Vars[V] = Ref::place(C, P.ElementMember);
    } else
      Vars[V] = Init;
    return;
  case Shape::Object:
  case Shape::Pointer:
  case Shape::Callable: {
    if (Init.Kind == Ref::Null || Init.Kind == Ref::Nothing) {
      Vars[V] = Ref::null();
      return;
    }
    Vars[V] = Ref::object(load(Init, T, Loc));
    return;
  }
  }
}

void BodyReader::walkVar(const VarDecl *V) {
  if (V->hasGlobalStorage()) {
    if (V->getInit()) {
      Ref Init = eval(V->getInit());
      Shape Sh = P.TheShapes.of(V->getType());
      if (Sh == Shape::Pointer || Sh == Shape::Many || Sh == Shape::Callable) {
        Instruction I = make(Instruction::Global, V->getLocation());
        I.Index = P.globalOf(V->getCanonicalDecl());
        ValueIndex G = push(std::move(I));
        if (Init.Kind == Ref::Object)
          store(Ref::place(G, P.memberOfVariable(V->getType())), Init.Value,
                V->getLocation());
      }
    }
    return;
  }
  Ref Init;
  if (V->getInit())
    Init = eval(V->getInit());
  bindVar(V, V->getType(), Init, V->getLocation());
  if (const auto *D = dyn_cast<DecompositionDecl>(V)) {
    Ref Held = Vars.lookup(V);
    if (Held.Kind == Ref::Nothing)
      Held = Init;
    unsigned Index = 0;
    for (const BindingDecl *B : D->bindings()) {
      Ref Part = part(Held, Index++);
      if (const VarDecl *Holding = B->getHoldingVar()) {
        Vars[Holding] = Part;
        Vars[B] = Part;
      } else if (const auto *M = dyn_cast_or_null<MemberExpr>(
                     B->getBinding() ? B->getBinding()->IgnoreParenImpCasts()
                                     : nullptr)) {
        const auto *Field = dyn_cast<FieldDecl>(M->getMemberDecl());
        if (Field && !P.SM.isInSystemHeader(Field->getLocation()) &&
            Held.Kind == Ref::Object &&
            P.TheShapes.of(Field->getType()) != Shape::Nothing)
          Vars[B] = Ref::place(Held.Value, P.memberOf(Field));
        else
          Vars[B] = Part;
      } else
        Vars[B] = Part;
    }
  }
  Locals.push_back(V);
}

/// Runs the destructors of the locals that go out of scope.
void BodyReader::destroyLocals(size_t From) {
  for (size_t I = Locals.size(); I-- > From;) {
    const VarDecl *V = Locals[I];
    QualType T = V->getType();
    if (T->isReferenceType())
      continue;
    if (const CXXRecordDecl *R = T->getAsCXXRecordDecl();
        R && R->hasDefinition() && R->getDestructor() &&
        R->getDestructor()->isUserProvided() &&
        !P.SM.isInSystemHeader(R->getLocation()))
      dropAfter(V);
    bool IsUnique = P.TheShapes.roleOf(T) == TypeRole::UniquePointer;
    if (P.TheShapes.of(T) != Shape::Object && !IsUnique)
      continue;
    auto It = Vars.find(V);
    if (It == Vars.end() || It->second.Kind != Ref::Object)
      continue;
    if (IsUnique && runDeleter(T, It->second.Value, V->getLocation()))
      continue;
    const CXXRecordDecl *R = P.TheShapes.pointee(T);
    if (R && R->hasDefinition())
      destroy(P.AST.getCanonicalTagType(R), It->second.Value, V->getLocation());
  }
}

/// A destructor of the user's runs when the locals that were declared after its
/// object are gone.
void BodyReader::dropAfter(const VarDecl *V) {
  for (size_t I = Locals.size(); I-- > 0 && Locals[I] != V;)
    if (auto It = Held.find(Locals[I]);
        It != Held.end() && It->second != None) {
      hold(Locals[I], None);
      It->second = None;
    }
  Instruction I;
  I.Kind = Instruction::End;
  I.Context = CurrentContext;
  push(std::move(I));
}

/// A unique_ptr with a deleter of the user's own calls that.
bool BodyReader::runDeleter(QualType T, ValueIndex Object, SourceLocation Loc) {
  const auto *Spec = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T->getAsCXXRecordDecl());
  if (!Spec || Spec->getTemplateArgs().size() < 2 ||
      Spec->getTemplateArgs()[1].getKind() != TemplateArgument::Type)
    return false;
  const CXXRecordDecl *Deleter =
      Spec->getTemplateArgs()[1].getAsType()->getAsCXXRecordDecl();
  if (!Deleter || !Deleter->hasDefinition() || P.TheShapes.isKnown(*Deleter))
    return false;
  for (const CXXMethodDecl *M : Deleter->getDefinition()->methods()) {
    if (M->getOverloadedOperator() != OO_Call)
      continue;
    Instruction I = make(Instruction::Call, Loc);
    I.Operands.push_back(Object);
    const FunctionDecl *Definition = M;
    M->hasBody(Definition);
    I.Callees.push_back(P.indexOf(Definition));
    push(std::move(I));
    return true;
  }
  return false;
}

void BodyReader::destroy(QualType T, ValueIndex Object, SourceLocation Loc,
                         unsigned Nesting) {
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  if (!R || !R->hasDefinition() || Nesting > 3 ||
      R->getDefinition()->hasTrivialDestructor())
    return;
  R = R->getDefinition();
  const CXXDestructorDecl *D = R->getDestructor();
  if (D && D->isUserProvided()) {
    Instruction I = make(Instruction::Call, Loc);
    I.Base = Object;
    const FunctionDecl *Definition = D;
    D->hasBody(Definition);
    I.Callees.push_back(P.indexOf(Definition));
    push(std::move(I));
    return;
  }
  for (const FieldDecl *Field : R->fields()) {
    QualType FT = Field->getType();
    bool IsUnique = P.TheShapes.roleOf(FT) == TypeRole::UniquePointer;
    if (P.TheShapes.of(FT) != Shape::Object && !IsUnique)
      continue;
    const CXXRecordDecl *FR = P.TheShapes.pointee(FT);
    if (!FR || !FR->hasDefinition() ||
        FR->getDefinition()->hasTrivialDestructor() ||
        P.SM.isInSystemHeader(FR->getLocation()))
      continue;
    ValueIndex Inner = load(Ref::place(Object, P.memberOf(Field)), FT, Loc);
    destroy(P.AST.getCanonicalTagType(FR), Inner, Loc, Nesting + 1);
  }
}

void BodyReader::walkInitializers(const CXXConstructorDecl *C) {
  for (const CXXCtorInitializer *Init : C->inits()) {
    const Expr *E = Init->getInit();
    if (!E)
      continue;
    SourceLocation Loc = Init->getSourceLocation();
    if (Loc.isInvalid())
      Loc = E->getExprLoc();
    if (!Init->isAnyMemberInitializer()) {
      // A base class or another constructor: the same object.
      const Expr *Inner = E->IgnoreImplicit()->IgnoreParens();
      if (const auto *Construct = dyn_cast<CXXConstructExpr>(Inner)) {
        ArrayRef<const Expr *> Args(Construct->getArgs(),
                                    Construct->getNumArgs());
        if (P.isUserCode(Construct->getConstructor()))
          callConstructor(Construct->getConstructor(), ThisValue, Args, Loc);
        else
          for (const Expr *A : Args)
            eval(A);
      } else if (const auto *Inherited =
                     dyn_cast<CXXInheritedCtorInitExpr>(Inner)) {
        Instruction I = make(Instruction::Call, Loc);
        I.Base = ThisValue;
        for (const ParmVarDecl *Parameter : F.parameters())
          I.Operands.push_back(
              load(Vars.lookup(Parameter), Parameter->getType(), Loc));
        const FunctionDecl *Definition = Inherited->getConstructor();
        Definition->hasBody(Definition);
        I.Callees.push_back(P.indexOf(Definition));
        push(std::move(I));
      }
      continue;
    }
    const FieldDecl *Field = Init->getAnyMember();
    if (!Field)
      continue;
    Ref From = eval(E);
    if (P.TheShapes.of(Field->getType()) == Shape::Nothing)
      continue;
    // An empty field is no release.
    if (From.Kind == Ref::Null || From.Kind == Ref::Nothing)
      continue;
    Ref To = Ref::place(ThisValue, P.memberOf(Field));
    assign(To, From, Field->getType(), Loc);
    endStatement();
  }
}

void BodyReader::read() {
  const auto *M = dyn_cast<CXXMethodDecl>(&F);
  SourceLocation Loc = F.getLocation();
  if (M && !M->isStatic()) {
    Instruction I = make(Instruction::This, Loc);
    I.Type = P.recordOf(M->getParent());
    ThisValue = push(std::move(I));
    if (M->getParent()->isLambda()) {
      Closure = M->getParent();
      Closure->getCaptureFields(CapturedVars, CapturedThis);
    }
  }
  for (const auto &[N, Parameter] : enumerate(F.parameters())) {
    QualType T = Parameter->getType();
    Shape Sh = P.TheShapes.of(T);
    if (Sh == Shape::Nothing)
      continue;
    Instruction I = make(Instruction::Parameter, Parameter->getLocation());
    I.Index = N;
    I.Type = P.recordOf(T);
    ValueIndex V = push(std::move(I));
    bool IsOut = T->isLValueReferenceType() &&
                 !T->getPointeeType().isConstQualified() &&
                 Sh == Shape::Pointer && !(M && M->getParent()->isLambda());
    Ref R = Sh == Shape::Many ? Ref::place(V, P.ElementMember)
            : IsOut           ? Ref::place(V, P.referenceMember(T))
                              : Ref::object(V);
    if (IsOut)
      Out.Body[V].Type = P.recordOf(T);
    Vars[Parameter] = R;
    Locals.push_back(Parameter);
  }
  if (const auto *C = dyn_cast<CXXConstructorDecl>(&F))
    walkInitializers(C);
  walk(F.getBody());
}

void readBodies(ASTContext &AST, OwnershipTypes &Types,
                ArrayRef<const FunctionDecl *> Functions,
                const RecordsInSight &Known, Extraction &Result) {
  BodiesInSight(AST, Types, Known, Result).read(Functions);
}

} // namespace ownership
