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

#include "extract/Bodies.h"
#include "LLVMCompat.h"
#include "extract/Places.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
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

namespace {

//===----------------------------------------------------------------------===//
// What types stand for
//===----------------------------------------------------------------------===//

enum class Shape {
  /// Numbers, strings, and the standard library's other classes.
  Nothing,
  /// A class of the user's.
  Object,
  /// A raw or smart pointer, weak or strong.
  Pointer,
  /// A container or wrapper, whose elements are its contents.
  Many,
  Callable
};

class Shapes {
public:
  explicit Shapes(OwnershipTypes &Types) : Types(Types) {}

  Shape of(QualType T) const {
    if (T.isNull())
      return Shape::Nothing;
    const clang::Type *C = T.getNonReferenceType().getCanonicalType().getTypePtr();
    if (isa<clang::PointerType>(C)) {
      QualType Pointee = C->getPointeeType();
      return Pointee->isVoidType() || of(Pointee) != Shape::Nothing
                 ? Shape::Pointer
                 : Shape::Nothing;
    }
    if (isa<clang::ArrayType>(C))
      return Shape::Many;
    if (const auto *A = dyn_cast<clang::AtomicType>(C))
      return of(A->getValueType());
    const CXXRecordDecl *R = C->getAsCXXRecordDecl();
    if (!R)
      return Shape::Nothing;
    switch (Types.roleOf(known(*R)).Kind) {
    case TypeRole::Record:
      return Shape::Object;
    case TypeRole::OwnsNothing:
      return Shape::Nothing;
    case TypeRole::WeakPointer:
    case TypeRole::SharedPointer:
    case TypeRole::UniquePointer:
      return Shape::Pointer;
    case TypeRole::Container:
      return Shape::Many;
    case TypeRole::Callable:
      return Shape::Callable;
    }
    return Shape::Nothing;
  }

  /// A class of the standard library, or one with a role of its own.
  bool isKnown(const CXXRecordDecl &R) const {
    return Types.roleOf(known(R)).Kind != TypeRole::Record;
  }

  TypeRole::KindTy roleOf(QualType T) const {
    const CXXRecordDecl *R =
        T.isNull() ? nullptr : T.getNonReferenceType()->getAsCXXRecordDecl();
    return R ? Types.roleOf(known(*R)).Kind : TypeRole::OwnsNothing;
  }

  /// A class derived from a pointer or a container is used like that.
  const CXXRecordDecl &known(const CXXRecordDecl &R) const {
    if (!R.hasDefinition() || Types.roleOf(R).Kind != TypeRole::Record)
      return R;
    for (const CXXBaseSpecifier &Base : R.getDefinition()->bases())
      if (const CXXRecordDecl *B = Base.getType()->getAsCXXRecordDecl()) {
        TypeRole::KindTy Role = Types.roleOf(*B).Kind;
        if (Role != TypeRole::Record && Role != TypeRole::OwnsNothing)
          return *B;
      }
    return R;
  }

  /// Keeps what is put into it: a smart pointer, a callable, a container of
  /// such or of objects. A container of raw or weak pointers does not.
  bool isOwner(QualType T, unsigned Depth = 0) const {
    if (T.isNull() || Depth > 8)
      return false;
    T = T.getNonReferenceType();
    if (const auto *A = dyn_cast<clang::ArrayType>(T.getCanonicalType()))
      return of(A->getElementType()) == Shape::Object ||
             isOwner(A->getElementType(), Depth + 1);
    switch (roleOf(T)) {
    case TypeRole::SharedPointer:
    case TypeRole::UniquePointer:
    case TypeRole::Callable:
      return true;
    case TypeRole::Container:
      break;
    default:
      return false;
    }
    const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(
        &known(*T->getAsCXXRecordDecl()));
    return Spec && any_of(Spec->getTemplateArgs().asArray(),
                          [&](const TemplateArgument &Arg) {
                            return isOwnerArgument(Arg, Depth + 1);
                          });
  }
  bool isOwnerArgument(const TemplateArgument &Arg, unsigned Depth) const {
    if (Arg.getKind() == TemplateArgument::Pack)
      return any_of(Arg.pack_elements(), [&](const TemplateArgument &Element) {
        return isOwnerArgument(Element, Depth);
      });
    return Arg.getKind() == TemplateArgument::Type &&
           (of(Arg.getAsType()) == Shape::Object ||
            isOwner(Arg.getAsType(), Depth));
  }

  /// The class that a pointer, or a container of pointers, leads to.
  const CXXRecordDecl *pointee(QualType T, unsigned Depth = 0) const {
    if (T.isNull() || Depth > 8)
      return nullptr;
    const clang::Type *C = T.getNonReferenceType().getCanonicalType().getTypePtr();
    if (isa<clang::PointerType>(C))
      return pointee(C->getPointeeType(), Depth + 1);
    if (const auto *A = dyn_cast<clang::ArrayType>(C))
      return pointee(A->getElementType(), Depth + 1);
    const CXXRecordDecl *R = C->getAsCXXRecordDecl();
    if (R)
      R = &known(*R);
    if (!R || Types.roleOf(*R).Kind == TypeRole::Record ||
        Types.roleOf(*R).Kind == TypeRole::Callable)
      return R;
    // The last argument of a known template that leads to a class: a map's
    // value rather than its key.
    const CXXRecordDecl *Found = nullptr;
    if (const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(R)) {
      unsigned Position = 0;
      for (const TemplateArgument &Arg : Spec->getTemplateArgs().asArray()) {
        if (Arg.getKind() != TemplateArgument::Type || ++Position > 2)
          continue;
        const CXXRecordDecl *Inner = pointee(Arg.getAsType(), Depth + 1);
        if (Inner && (Types.roleOf(*Inner).Kind == TypeRole::Record ||
                      Types.roleOf(*Inner).Kind == TypeRole::Callable))
          Found = Inner;
      }
    }
    return Found;
  }

private:
  OwnershipTypes &Types;
};

//===----------------------------------------------------------------------===//
// What expressions denote
//===----------------------------------------------------------------------===//

struct Ref {
  enum KindTy { Nothing, Null, Object, Place, Variable };
  KindTy Kind = Nothing;
  /// The object itself, or the one that the place belongs to.
  ValueIndex Value = None;
  MemberIndex Member = None;
  unsigned Key = 0;
  /// The place stands for each element in turn: a range-for's variable.
  bool IsEach = false;
  /// A copy of what the place held: stores into it do not reach the place.
  bool IsCopy = false;
  const ValueDecl *Var = nullptr;

  static Ref object(ValueIndex V) {
    Ref R;
    R.Kind = V == None ? Nothing : Object;
    R.Value = V;
    return R;
  }
  static Ref place(ValueIndex Base, MemberIndex M, unsigned Key = 0) {
    Ref R;
    R.Kind = Base == None ? Nothing : Place;
    R.Value = Base;
    R.Member = M;
    R.Key = Key;
    return R;
  }
  static Ref null() {
    Ref R;
    R.Kind = Null;
    return R;
  }
  bool operator==(const Ref &O) const {
    return Kind == O.Kind && Value == O.Value && Member == O.Member &&
           Key == O.Key && Var == O.Var;
  }
};

/// What a member function of the standard library's owners does.
enum class MethodKind { Other, Add, Empty, RemoveSome, Element, Swap };

constexpr llvm::StringLiteral AddingMethods[] = {
    "push_back",    "push_front",    "emplace_back",     "emplace_front",
    "emplace",      "insert",        "push",             "add",
    "append",       "prepend",       "insert_or_assign", "try_emplace",
    "assign",       "insert_after",  "emplace_after",    "emplace_hint",
    "enqueue",      "connect",       "connect_extended", "set_value",
    "append_range", "prepend_range", "insert_range",     "push_range"};
constexpr llvm::StringLiteral EmptyingMethods[] = {"clear", "reset",
                                             "disconnect_all_slots"};
constexpr llvm::StringLiteral RemovingMethods[] = {
    "erase",   "pop_back", "pop_front", "pop",       "remove",
    "extract", "resize",   "takeFirst", "takeLast",  "remove_if",
    "take",    "takeAt",   "removeOne", "removeAll", "erase_after"};
constexpr llvm::StringLiteral ElementMethods[] = {
    "front",       "back",        "top",         "at",        "value",
    "get",         "find",        "begin",       "end",       "rbegin",
    "rend",        "cbegin",      "cend",        "crbegin",   "crend",
    "lower_bound", "upper_bound", "equal_range", "value_or",  "data",
    "first",       "last",        "constFirst",  "constLast", "load"};

MethodKind methodKind(StringRef Name) {
  if (is_contained(AddingMethods, Name))
    return MethodKind::Add;
  if (is_contained(EmptyingMethods, Name))
    return MethodKind::Empty;
  if (is_contained(RemovingMethods, Name))
    return MethodKind::RemoveSome;
  if (is_contained(ElementMethods, Name))
    return MethodKind::Element;
  return Name == "swap" ? MethodKind::Swap : MethodKind::Other;
}

class Program;

/// Reads one function.
class BodyReader {
public:
  BodyReader(Program &P, const FunctionDecl &F, Function &Out);
  void read();

private:
  using Env = DenseMap<const ValueDecl *, Ref>;

  Program &P;
  const FunctionDecl &F;
  Function &Out;
  const CXXRecordDecl *Closure = nullptr;
  DenseMap<const ValueDecl *, FieldDecl *> CapturedVars;
  FieldDecl *CapturedThis = nullptr;

  Env Vars;
  DenseMap<const ValueDecl *, unsigned> Versions, NumberOf;
  unsigned CurrentContext = None;
  unsigned NextBranch = 1, NextKey = 1;
  unsigned LoopDepth = 0;
  unsigned Depth = 0;
  ValueIndex ThisValue = None;
  bool IsDead = false;
  SmallVector<const VarDecl *, 8> Locals;
  DenseMap<std::pair<ValueIndex, MemberIndex>, unsigned> LastPushed;

  //===--------------------------------------------------------------------===//
  // Instructions
  //===--------------------------------------------------------------------===//

  Instruction make(Instruction::KindTy Kind, SourceLocation Loc);
  ValueIndex push(Instruction I) {
    Out.Body.push_back(std::move(I));
    return Out.Body.size() - 1;
  }
  ValueIndex newObject(const CXXRecordDecl *R, SourceLocation Loc);
  ValueIndex newContainer(SourceLocation Loc);
  ValueIndex unknown(QualType T, SourceLocation Loc);
  void store(const Ref &Place, ValueIndex V, SourceLocation Loc);
  void release(const Ref &Place, bool IsWhole, SourceLocation Loc,
               ValueIndex Which = None, bool IsMoveOut = false);
  /// The object that \p R leads to, or None.
  ValueIndex load(const Ref &R, QualType T, SourceLocation Loc);
  /// As an argument: a place that holds many goes as a handle.
  ValueIndex argument(const Ref &R, QualType T, SourceLocation Loc);
  void assign(const Ref &To, const Ref &From, QualType T, SourceLocation Loc);
  void assignElements(const Ref &To, const Ref &From, SourceLocation Loc);
  /// A lambda without captures that matter.
  bool ownsNothing(const Ref &R) const {
    return R.Kind == Ref::Object && Out.Body[R.Value].Kind == Instruction::New &&
           Out.Body[R.Value].Type == None && !Out.Body[R.Value].Callees.empty();
  }
  /// Memberwise, as an implicit operator= does.
  void assignObject(ValueIndex To, ValueIndex From, const CXXRecordDecl *R,
                    SourceLocation Loc);
  void forEachField(const CXXRecordDecl *R,
                    function_ref<void(const FieldDecl *, Shape)> Each);
  void swapPointers(const Ref &L, const Ref &R, QualType T, SourceLocation Loc);
  /// A copy of \p From, which shares what that holds by pointer.
  ValueIndex copyOf(ValueIndex From, const CXXRecordDecl *R,
                    SourceLocation Loc);
  unsigned freshKey() { return 0x40000000u + NextKey++; }
  unsigned keyOf(const Expr *Index);
  unsigned keyOfName(StringRef Name) const;

  //===--------------------------------------------------------------------===//
  // Expressions
  //===--------------------------------------------------------------------===//

  Ref eval(const Expr *E);
  Ref evalImpl(const Expr *E);
  Ref evalVar(const ValueDecl *D, const DeclRefExpr *E);
  Ref evalMember(const MemberExpr *E);
  Ref deref(Ref R, const Expr *E, QualType Pointer);
  Ref element(Ref R, unsigned Key, const Expr *E);
  Ref part(Ref R, unsigned Index);
  unsigned keyOfPart(unsigned Index) const {
    return keyOfName(("#" + Twine(Index)).str());
  }
  Ref evalOperatorCall(const CXXOperatorCallExpr *E);
  bool assignTie(const Expr *To, Ref From, SourceLocation Loc);
  Ref evalMemberCall(const CXXMemberCallExpr *E);
  Ref evalOwnerMethod(const CXXMemberCallExpr *E, const CXXMethodDecl *M,
                      Ref Object, QualType ObjectType);
  Ref evalCall(const CallExpr *E);
  Ref evalLibraryCall(const CallExpr *E, const FunctionDecl *Callee);
  Ref evalConstruct(const CXXConstructExpr *E);
  Ref evalInitList(const InitListExpr *E);
  Ref evalLambda(const LambdaExpr *E);
  Ref evalBind(const CallExpr *E);
  Ref evalConditional(const AbstractConditionalOperator *E);
  Ref evalBinary(const BinaryOperator *E);
  Ref evalUnary(const UnaryOperator *E);
  Ref makeObject(const CXXRecordDecl *R, ArrayRef<const Expr *> Args,
                 SourceLocation Loc);
  void callConstructor(const CXXConstructorDecl *C, ValueIndex Object,
                       ArrayRef<const Expr *> Args, SourceLocation Loc);
  Ref emitCall(const FunctionDecl *Callee, ValueIndex This,
               ArrayRef<const Expr *> Args, QualType Result,
               SourceLocation Loc, bool IsVirtual);
  ValueIndex evalArgument(const Expr *E, QualType Parameter);
  ValueIndex invoke(const Ref &Callable, ArrayRef<Ref> Args,
                    SourceLocation Loc);
  void escape(const Ref &R, QualType T, SourceLocation Loc);
  ValueIndex thisValue(SourceLocation Loc);
  void evalChildren(const Stmt *S);
  void addTo(const Ref &Place, ArrayRef<const Expr *> Args, StringRef Method,
             QualType Container, SourceLocation Loc);

  //===--------------------------------------------------------------------===//
  // Statements
  //===--------------------------------------------------------------------===//

  void walk(const Stmt *S);
  void walkCompound(const CompoundStmt *S);
  void walkIf(const IfStmt *S);
  void walkSwitch(const SwitchStmt *S);
  void walkLoop(const Stmt *Loop, function_ref<void()> Body);
  void walkRangeFor(const CXXForRangeStmt *S);
  void walkTry(const CXXTryStmt *S);
  void walkVar(const VarDecl *V);
  void bindVar(const ValueDecl *V, QualType T, Ref Init, SourceLocation Loc);
  void walkInitializers(const CXXConstructorDecl *C);
  void destroyLocals(size_t From);
  bool runDeleter(QualType T, ValueIndex Object, SourceLocation Loc);
  void destroy(QualType T, ValueIndex Object, SourceLocation Loc,
               unsigned Nesting = 0);
  /// Runs \p Body under one arm of a branch and tells whether it ends there.
  bool underArm(unsigned Branch, unsigned Arm, function_ref<void()> Body);
  void join(const Env &Other, SourceLocation Loc, unsigned Branch = 0);
  /// \p First if arm 0 of \p Branch ran, \p Second if arm 1.
  ValueIndex phi(unsigned Branch, ValueIndex First, ValueIndex Second,
                 QualType T, SourceLocation Loc);
};

/// What all bodies share.
class Program {
public:
  Program(ASTContext &AST, OwnershipTypes &Types, const RecordsInSight &Known,
          Extraction &Result)
      : AST(AST), SM(AST.getSourceManager()), Types(Types), TheShapes(Types),
        Known(Known), Result(Result), S(Result.S),
        IsSource(mainFileIsSource(AST)) {
    ownership::Member Element;
    Element.Name = "[]";
    Element.IsMany = Element.IsStrong = true;
    ElementMember = addMember(Element);
  }

  void read(ArrayRef<const FunctionDecl *> Functions) {
    for (const FunctionDecl *F : Functions) {
      FunctionIndex I = indexOf(F);
      S.Functions[I].HasBody = true;
      if (const auto *M = dyn_cast<CXXMethodDecl>(F))
        addOverrider(M, I);
    }
    for (const FunctionDecl *F : Functions) {
      FunctionIndex I = indexOf(F);
      Function Out = S.Functions[I];
      BodyReader(*this, *F, Out).read();
      S.Functions[I] = std::move(Out);
    }
  }

  ASTContext &AST;
  const SourceManager &SM;
  OwnershipTypes &Types;
  Shapes TheShapes;
  const RecordsInSight &Known;
  Extraction &Result;
  Summary &S;
  bool IsSource;
  MemberIndex ElementMember = None;

  RecordIndex recordOf(const CXXRecordDecl *R) const {
    if (!R)
      return None;
    auto It = Known.Records.find(R->getCanonicalDecl());
    return It == Known.Records.end() ? None : It->second;
  }
  RecordIndex recordOf(QualType T) const {
    return recordOf(TheShapes.pointee(T));
  }

  StatementIndex statement(SourceLocation Loc) {
    auto [It, IsNew] =
        StatementOf.try_emplace(Loc.getRawEncoding(), Result.Statements.size());
    if (IsNew)
      Result.Statements.push_back(Loc);
    return It->second;
  }

  MemberIndex memberOf(const FieldDecl *F) {
    auto [It, IsNew] = MemberOf.try_emplace(F, 0);
    if (!IsNew)
      return It->second;
    ownership::Member M;
    auto Owning = Known.Fields.find(F);
    if (Owning != Known.Fields.end())
      std::tie(M.Record, M.Field) = Owning->second;
    else
      M.Name = F->getNameAsString();
    Shape Sh = TheShapes.of(F->getType());
    M.IsStrong = !F->getType()->isReferenceType() &&
                 (Sh == Shape::Object || TheShapes.isOwner(F->getType()));
    M.IsMany = Sh == Shape::Many;
    // A vector of callbacks, a signal.
    if (Sh == Shape::Callable)
      if (const CXXRecordDecl *R = F->getType()->getAsCXXRecordDecl())
        M.IsMany = R->getName().contains("signal");
    return MemberOf[F] = addMember(M);
  }

  MemberIndex memberOf(RecordIndex R, unsigned Field) {
    ownership::Member M;
    M.Record = R;
    M.Field = Field;
    M.IsStrong = true;
    auto [It, IsNew] = FieldMembers.try_emplace({R, Field}, 0);
    if (IsNew)
      It->second = addMember(M);
    return It->second;
  }

  MemberIndex globalMember() { return ElementMember; }

  unsigned globalOf(const ValueDecl *D) {
    auto [It, IsNew] = Globals.try_emplace(D, S.Globals.size());
    if (IsNew) {
      SmallString<128> Usr;
      index::generateUSRForDecl(D, Usr);
      S.Globals.push_back(Usr.str().str());
    }
    return It->second;
  }

  FunctionIndex indexOf(const FunctionDecl *F) {
    auto [It, IsNew] =
        FunctionOf.try_emplace(F->getCanonicalDecl(), S.Functions.size());
    if (!IsNew)
      return It->second;
    Function &Fn = S.Functions.emplace_back();
    Result.Functions.push_back(F);
    Fn.IsConstructor = isa<CXXConstructorDecl>(F);
    Fn.IsDestructor = isa<CXXDestructorDecl>(F);
    const auto *M = dyn_cast<CXXMethodDecl>(F);
    if (M) {
      Fn.Record = recordOf(M->getParent());
      Fn.IsCallOperator = M->getOverloadedOperator() == OO_Call;
    }
    Fn.CallersInSight = callersInSight(F);
    return It->second;
  }

  bool isUserCode(const FunctionDecl *F) const {
    return F && !SM.isInSystemHeader(F->getLocation());
  }

  ArrayRef<FunctionIndex> overriders(const CXXMethodDecl *M) const {
    auto It = Overriders.find(M->getCanonicalDecl());
    if (It == Overriders.end())
      return {};
    return It->second;
  }

private:
  DenseMap<unsigned, StatementIndex> StatementOf;
  DenseMap<const FieldDecl *, MemberIndex> MemberOf;
  DenseMap<std::pair<RecordIndex, unsigned>, MemberIndex> FieldMembers;
  DenseMap<const FunctionDecl *, FunctionIndex> FunctionOf;
  DenseMap<const ValueDecl *, unsigned> Globals;
  DenseMap<const CXXMethodDecl *, SmallVector<FunctionIndex, 2>> Overriders;

  MemberIndex addMember(ownership::Member M) {
    S.Members.push_back(std::move(M));
    return S.Members.size() - 1;
  }

  bool callersInSight(const FunctionDecl *F) const {
    if (F->isMain() || !IsSource)
      return false;
    const auto *M = dyn_cast<CXXMethodDecl>(F);
    if (M && M->getParent()->isLambda())
      return false;
    if (F->getFormalLinkage() < Linkage::Module)
      return true;
    return M && SM.isInMainFile(SM.getExpansionLoc(M->getParent()->getLocation()));
  }

  void addOverrider(const CXXMethodDecl *M, FunctionIndex I) {
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
};

BodyReader::BodyReader(Program &P, const FunctionDecl &F, Function &Out)
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

void BodyReader::store(const Ref &Place, ValueIndex V, SourceLocation Loc) {
  if (Place.Kind != Ref::Place || V == None || Place.IsCopy)
    return;
  Instruction I = make(Instruction::Store, Loc);
  I.Base = Place.Value;
  I.Member = Place.Member;
  I.Key = Place.Key;
  I.Value = V;
  push(std::move(I));
}

void BodyReader::release(const Ref &Place, bool IsWhole, SourceLocation Loc,
                         ValueIndex Which, bool IsMoveOut) {
  if (Place.Kind != Ref::Place || Place.IsCopy)
    return;
  Instruction I = make(Instruction::Release, Loc);
  I.Base = Place.Value;
  I.Member = Place.Member;
  I.Key = Place.IsEach ? 0 : Place.Key;
  I.IsWhole = IsWhole;
  I.IsMoveOut = IsMoveOut;
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
  }
  return None;
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
    Instruction I = make(Instruction::Handle, Loc);
    I.Base = Resolved.Value;
    I.Member = Resolved.Member;
    I.Key = Resolved.Key;
    return push(std::move(I));
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

void BodyReader::assign(const Ref &To, const Ref &From, QualType T,
                        SourceLocation Loc) {
  switch (To.Kind) {
  case Ref::Nothing:
  case Ref::Null:
  case Ref::Object:
    return;
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
      return;
    store(To, load(From, T, Loc), Loc);
    return;
  }
}

void BodyReader::assignElements(const Ref &To, const Ref &From,
                                SourceLocation Loc) {
  if (From.Kind == Ref::Null)
    return release(To, /*IsWhole=*/true, Loc);
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
  return (unsigned(xxh3_64bits(Name)) & 0x3fffffff) | 1;
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
  return IsLocal ? (Hash & 0x3fffffffu) | 0xc0000000u : (Hash & 0x3fffffffu) | 1;
}

//===----------------------------------------------------------------------===//
// Expressions
//===----------------------------------------------------------------------===//

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
    return eval(X->getSubExpr());
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
    return Sh == Shape::Object ? Ref::object(V)
                               : Ref::place(V, P.globalMember());
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
        return Ref::place(push(std::move(I)), P.globalMember());
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
  return R;
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

ValueIndex BodyReader::evalArgument(const Expr *E, QualType Parameter) {
  return argument(eval(E), E->getType(), E->getExprLoc());
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
  for (const auto &[N, Arg] : enumerate(Args)) {
    QualType Parameter =
        N < Callee->getNumParams() ? Callee->getParamDecl(N)->getType()
                                   : QualType();
    Ref R = eval(Arg);
    if (N < 32 && P.TheShapes.isOwner(Arg->getType()))
      I.OwningOperands |= 1u << N;
    bool IsOut = !Parameter.isNull() && Parameter->isLValueReferenceType() &&
                 !Parameter->getPointeeType().isConstQualified() &&
                 P.TheShapes.of(Parameter) == Shape::Pointer;
    // A pointer that the callee may change is passed as a place of its own.
    if (IsOut && R.Kind == Ref::Variable) {
      ValueIndex V = newContainer(Arg->getExprLoc());
      store(Ref::place(V, P.ElementMember),
            load(R, Arg->getType(), Arg->getExprLoc()), Arg->getExprLoc());
      Boxes.push_back({R.Var, V, Arg->getType()});
      I.Operands.push_back(V);
    } else if (IsOut && R.Kind == Ref::Place) {
      Instruction H = make(Instruction::Handle, Arg->getExprLoc());
      H.Base = R.Value;
      H.Member = R.Member;
      H.Key = R.Key;
      I.Operands.push_back(push(std::move(H)));
    } else
      I.Operands.push_back(argument(R, Arg->getType(), Arg->getExprLoc()));
  }
  const auto *M = dyn_cast<CXXMethodDecl>(Callee);
  if (P.isUserCode(Callee) ||
      (M && M->getParent()->isLambda())) {
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
    Vars[B.Var] = Ref::object(load(Ref::place(B.Value, P.ElementMember), B.T, Loc));
    ++Versions[B.Var];
  }
  if (Result.isNull())
    return Ref();
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

/// Stores \p Args into the container or wrapper \p Place.
void BodyReader::addTo(const Ref &Place, ArrayRef<const Expr *> Args,
                       StringRef Method, QualType Container,
                       SourceLocation Loc) {
  Ref Slot = Place;
  unsigned Key = freshKey();
  StringRef End = Method.ends_with("front") ? "front" : "back";
  if (Method.contains("push") || Method.contains("emplace_"))
    Key = keyOfName(End);
  Slot.Key = Key;
  Slot.IsEach = false;
  // An element that is a class of the user's is built from the arguments.
  bool IsEmplace = Method.contains("emplace");
  const CXXRecordDecl *Element = P.TheShapes.pointee(Container);
  bool ElementByValue = false;
  if (const auto *Spec = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
          Container.getNonReferenceType()->getAsCXXRecordDecl()))
    for (const TemplateArgument &A : Spec->getTemplateArgs().asArray())
      if (A.getKind() == TemplateArgument::Type &&
          A.getAsType()->getAsCXXRecordDecl() == Element)
        ElementByValue = true;
  if (IsEmplace && ElementByValue && Element &&
      P.TheShapes.roleOf(P.AST.getCanonicalTagType(Element)) == TypeRole::Record) {
    bool IsSame = Args.size() == 1 &&
                  Args[0]->getType()->getAsCXXRecordDecl() == Element;
    if (!IsSame) {
      Ref Object = makeObject(Element, Args, Loc);
      store(Slot, load(Object, QualType(), Loc), Loc);
      return;
    }
  }
  bool HasKeyArgument = Args.size() == 2 && !IsEmplace;
  for (const auto &[N, Arg] : enumerate(Args)) {
    Ref R = eval(Arg);
    if (R.Kind == Ref::Nothing || R.Kind == Ref::Null)
      continue;
    // A place within the same container says where, not what.
    if (R.Kind == Ref::Place && R.Value == Place.Value &&
        R.Member == Place.Member && HasKeyArgument && N == 0)
      continue;
    Shape Sh = P.TheShapes.of(Arg->getType());
    if (Sh == Shape::Nothing && R.Kind != Ref::Place)
      continue;
    if (R.Kind == Ref::Variable)
      R = Vars.lookup(R.Var);
    if (R.Kind == Ref::Place && R.Key == 0 && P.S.Members[R.Member].IsMany)
      R.Key = freshKey();
    store(Slot, load(R, Arg->getType(), Arg->getExprLoc()), Loc);
  }
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
      if (FirstShape == Shape::Nothing && To.Kind == Ref::Nothing)
        return To;
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
    if (Method && (P.isUserCode(Callee) || Method->getParent()->isLambda()))
      return emitCall(Callee, Object, Args, E->getType(), Loc,
                      Method->isVirtual());
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

/// std::tie(a, b) = pair: each part goes to its own place.
bool BodyReader::assignTie(const Expr *To, Ref From, SourceLocation Loc) {
  const auto *Tie = dyn_cast<CallExpr>(To->IgnoreImplicit());
  const FunctionDecl *Callee = Tie ? Tie->getDirectCallee() : nullptr;
  if (!Callee || !Callee->getIdentifier() || Callee->getName() != "tie" ||
      !Callee->isInStdNamespace())
    return false;
  for (const auto &[N, Arg] : enumerate(Tie->arguments())) {
    QualType T = Arg->getType();
    if (P.TheShapes.of(T) != Shape::Nothing)
      assign(eval(Arg), Ref::object(load(part(From, N), T, Loc)), T, Loc);
  }
  return true;
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
  const CXXRecordDecl *Parent = M->getParent();
  TypeRole::KindTy Role = P.TheShapes.roleOf(ObjectType);
  bool IsOwn = Role == TypeRole::Record && P.isUserCode(M);
  if (!IsOwn && Role != TypeRole::Record)
    return evalOwnerMethod(E, M, eval(ObjectExpr), ObjectType);
  (void)Parent;

  Ref R = eval(ObjectExpr);
  if (isa<CXXConversionDecl>(M) && !M->hasBody())
    return R;
  ValueIndex This = load(R, ObjectType, Loc);
  bool IsVirtual = false;
  if (const auto *Callee =
          dyn_cast<MemberExpr>(E->getCallee()->IgnoreParens()))
    IsVirtual = M->isVirtual() &&
                Callee->performsVirtualDispatch(P.AST.getLangOpts());
  Ref Result = emitCall(M, This, ArrayRef(E->getArgs(), E->getNumArgs()),
                        E->getType(), Loc, IsVirtual);
  return Result;
}

/// A member function of a pointer, container, callable or another class of the
/// standard library.
Ref BodyReader::evalOwnerMethod(const CXXMemberCallExpr *E,
                                const CXXMethodDecl *M, Ref Object,
                                QualType ObjectType) {
  SourceLocation Loc = E->getExprLoc();
  StringRef Name = M->getDeclName().isIdentifier() ? M->getName() : StringRef();
  ArrayRef<const Expr *> Args(E->getArgs(), E->getNumArgs());
  while (!Args.empty() && isa<CXXDefaultArgExpr>(Args.back()))
    Args = Args.drop_back();
  TypeRole::KindTy Role = P.TheShapes.roleOf(ObjectType);

  // A callable or container on the heap: the pointer's own methods come first.
  if (Role == TypeRole::SharedPointer || Role == TypeRole::UniquePointer ||
      Role == TypeRole::WeakPointer) {
    if (Name == "reset") {
      Ref From = Args.empty() ? Ref::null() : eval(Args[0]);
      assign(Object, From, ObjectType, Loc);
      return Ref();
    }
    if (Name == "swap" && Args.size() == 1) {
      Ref Other = eval(Args[0]);
      swapPointers(Object, Other, ObjectType, Loc);
      return Ref();
    }
    if (Name == "get" || Name == "lock" || Name == "toStrongRef" ||
        Name == "data" || Name == "promote")
      return Ref::object(load(Object, ObjectType, Loc));
    if (Name == "release") {
      Ref R = Ref::object(load(Object, ObjectType, Loc));
      release(Object, /*IsWhole=*/true, Loc);
      return R;
    }
    for (const Expr *A : Args)
      eval(A);
    return Ref();
  }

  if (Object.Kind == Ref::Variable && Role != TypeRole::Callable) {
    Ref Held = Vars.lookup(Object.Var);
    if (Held.Kind == Ref::Object)
      Held = Ref::place(Held.Value, P.ElementMember);
    Object = Held;
  } else if (Object.Kind == Ref::Object && Role == TypeRole::Container)
    Object = Ref::place(Object.Value, P.ElementMember);

  switch (methodKind(Name)) {
  case MethodKind::Add: {
    if (Name == "assign")
      release(Object, /*IsWhole=*/true, Loc);
    addTo(Object, Args, Name, ObjectType, Loc);
    Ref R = Object;
    // The key of what was just added, for the iterator or reference.
    if (R.Kind == Ref::Place && (Name == "emplace_back" || Name == "push_back"))
      R.Key = keyOfName("back");
    else if (R.Kind == Ref::Place) {
      if (!Args.empty() && Args.size() > 1)
        R.Key = keyOf(Args[0]);
      else if (!Args.empty() && Name == "try_emplace")
        R.Key = keyOf(Args[0]);
    }
    if (P.TheShapes.of(E->getType()) == Shape::Object)
      return Ref::object(load(R, E->getType(), Loc));
    return R;
  }
  case MethodKind::Empty:
    for (const Expr *A : Args)
      eval(A);
    assign(Object, Ref::null(), ObjectType, Loc);
    return Ref();
  case MethodKind::RemoveSome: {
    ValueIndex Which = None;
    unsigned Key = 0;
    for (const Expr *A : Args) {
      Ref R = eval(A);
      if (R.Kind == Ref::Place && R.Key)
        Key = R.Key;
      if (R.Kind == Ref::Object || R.Kind == Ref::Variable)
        Which = load(R, A->getType(), Loc);
    }
    if (!Args.empty() && Key == 0 && Which == None && Name == "erase")
      Key = keyOf(Args[0]);
    Ref Slot = Object;
    Slot.Key = Key;
    // erase(begin(), end()), resize(0)
    bool IsWhole = false;
    if (Args.size() == 2 && Name == "erase") {
      auto Calls = [](const Expr *A, StringRef What) {
        const auto *C =
            dyn_cast<CXXMemberCallExpr>(A->IgnoreImplicit()->IgnoreParens());
        return C && C->getMethodDecl() &&
               C->getMethodDecl()->getDeclName().isIdentifier() &&
               C->getMethodDecl()->getName() == What;
      };
      const Expr *From = Args[0];
      if (const auto *C = dyn_cast<CXXConstructExpr>(From->IgnoreImplicit()))
        if (C->getNumArgs() == 1)
          From = C->getArg(0);
      IsWhole = Calls(From, "begin") || Calls(From, "cbegin");
    }
    if (Name == "resize" && Args.size() == 1) {
      Expr::EvalResult Size;
      IsWhole = Args[0]->EvaluateAsInt(Size, P.AST) && Size.Val.getInt() == 0;
    }
    // A loop that pops takes out all, one by one.
    bool IsDrain = LoopDepth > 0 && Name.starts_with("pop");
    IsWhole |= IsDrain;
    if (IsWhole)
      Slot.Key = 0;
    Ref Element = Object;
    Element.Key = keyOfName(Name);
    release(Slot, IsWhole, Loc, Which, /*IsMoveOut=*/IsDrain);
    return Element.Kind == Ref::Place ? Element : Ref();
  }
  case MethodKind::Swap: {
    if (Args.size() != 1)
      break;
    Ref Other = eval(Args[0]);
    if (Other.Kind == Ref::Variable)
      Other = Vars.lookup(Other.Var);
    if (Other.Kind == Ref::Object && Role == TypeRole::Container)
      Other = Ref::place(Other.Value, P.ElementMember);
    if (Role == TypeRole::Callable) {
      swapPointers(Object, Other, ObjectType, Loc);
      return Ref();
    }
    Ref OldObject = Object, OldOther = Other;
    OldObject.Key = OldOther.Key = freshKey();
    ValueIndex A = load(OldObject, ObjectType, Loc);
    ValueIndex B = load(OldOther, ObjectType, Loc);
    release(Object, /*IsWhole=*/true, Loc, None, /*IsMoveOut=*/true);
    release(Other, /*IsWhole=*/true, Loc, None, /*IsMoveOut=*/true);
    Ref To = Object;
    To.Key = freshKey();
    store(To, B, Loc);
    To = Other;
    To.Key = freshKey();
    store(To, A, Loc);
    return Ref();
  }
  case MethodKind::Element: {
    for (const Expr *A : Args)
      eval(A);
    if (Object.Kind != Ref::Place)
      return Object;
    unsigned Key = Args.empty() ? keyOfName(Name) : keyOf(Args[0]);
    if (Name == "get" || Name == "value" || Name == "load" ||
        Name == "value_or" || Name == "data")
      Key = Object.Key;
    else if (Name == "begin" || Name == "end" || Name == "rbegin" ||
             Name == "rend" || Name == "cbegin" || Name == "cend")
      Key = freshKey();
    return element(Object, Key, E);
  }
  case MethodKind::Other:
    break;
  }
  for (const Expr *A : Args) {
    Ref R = eval(A);
    (void)R;
  }
  if (isa<CXXConversionDecl>(M))
    return Object;
  return Ref();
}

Ref BodyReader::evalCall(const CallExpr *E) {
  const FunctionDecl *Callee = E->getDirectCallee();
  SourceLocation Loc = E->getExprLoc();
  if (!Callee) {
    // A function pointer, or a pointer to member.
    Ref R = eval(E->getCallee());
    (void)R;
    for (const Expr *A : E->arguments())
      escape(eval(A), A->getType(), Loc);
    return Ref();
  }
  if (!P.isUserCode(Callee))
    return evalLibraryCall(E, Callee);
  ArrayRef<const Expr *> Args(E->getArgs(), E->getNumArgs());
  return emitCall(Callee, None, Args, E->getType(), Loc, false);
}

Ref BodyReader::evalLibraryCall(const CallExpr *E, const FunctionDecl *Callee) {
  SourceLocation Loc = E->getExprLoc();
  StringRef Name = Callee->getDeclName().isIdentifier() ? Callee->getName()
                                                        : StringRef();
  ArrayRef<const Expr *> Args(E->getArgs(), E->getNumArgs());

  if (Name == "make_shared" || Name == "make_unique" ||
      Name == "allocate_shared" || Name == "make_shared_noinit" ||
      Name == "create") {
    QualType Result = E->getType();
    const CXXRecordDecl *R = P.TheShapes.pointee(Result);
    if (Name == "allocate_shared" && !Args.empty())
      Args = Args.drop_front();
    const auto *Pointer = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
        Result->getAsCXXRecordDecl());
    bool IsContainer =
        Pointer && Pointer->getTemplateArgs().size() > 0 &&
        Pointer->getTemplateArgs()[0].getKind() == TemplateArgument::Type &&
        P.TheShapes.of(Pointer->getTemplateArgs()[0].getAsType()) ==
            Shape::Many;
    if (IsContainer) {
      ValueIndex C = newContainer(Loc);
      for (const Expr *A : Args)
        assignElements(Ref::place(C, P.ElementMember), eval(A), Loc);
      return Ref::object(C);
    }
    if (R && P.TheShapes.roleOf(Result) != TypeRole::OwnsNothing)
      return makeObject(R, Args, Loc);
  }
  if (Name == "move" && Args.size() == 1) {
    Ref R = eval(Args[0]);
    // What is moved out of a field is released; who moves a local ends its
    // life, which is nothing to us.
    if (R.Kind == Ref::Place) {
      if (P.TheShapes.of(Args[0]->getType()) == Shape::Many && R.Key == 0) {
        Ref Element = R;
        Element.Key = freshKey();
        ValueIndex C = newContainer(Loc);
        ValueIndex V = load(Element, Args[0]->getType(), Loc);
        release(R, /*IsWhole=*/true, Loc, None, /*IsMoveOut=*/true);
        store(Ref::place(C, P.ElementMember, freshKey()), V, Loc);
        return Ref::place(C, P.ElementMember);
      }
      ValueIndex V = load(R, Args[0]->getType(), Loc);
      bool IsDrain =
          LoopDepth > 0 &&
          (R.Key == keyOfName("front") || R.Key == keyOfName("back") ||
           R.Key == keyOfName("top"));
      release(R, /*IsWhole=*/R.Key == 0 || R.IsEach || IsDrain, Loc, None,
              /*IsMoveOut=*/true);
      return Ref::object(V);
    }
    return R;
  }
  if (Args.size() >= 1 &&
      (Name == "forward" || Name == "ref" || Name == "cref" ||
       Name == "as_const" || Name == "addressof" || Name == "__addressof" ||
       Name.ends_with("pointer_cast") || Name == "get" || Name == "get_if" ||
       Name == "any_cast" || Name == "qobject_cast" || Name == "begin" ||
       Name == "end" || Name == "next" || Name == "prev" ||
       Name == "make_optional" || Name == "atomic_load" ||
       Name == "move_if_noexcept" || Name == "to_address" ||
       Name == "back_inserter" || Name == "front_inserter" ||
       Name == "inserter" || Name == "make_move_iterator")) {
    Ref R = eval(Args[0]);
    for (const Expr *A : Args.drop_front())
      eval(A);
    if (Name == "get")
      if (const TemplateArgumentList *T =
              Callee->getTemplateSpecializationArgs();
          T && T->size() > 0 && T->get(0).getKind() == TemplateArgument::Integral)
        R = part(R, T->get(0).getAsIntegral().getZExtValue());
    if (Name == "get" || Name == "get_if" || Name == "any_cast") {
      if (P.TheShapes.of(E->getType()) == Shape::Object)
        return Ref::object(load(R, E->getType(), Loc));
    }
    return R;
  }
  if ((Name == "find" || Name == "find_if" || Name == "find_if_not" ||
       Name == "remove" || Name == "remove_if" || Name == "partition" ||
       Name == "unique") &&
      Args.size() >= 2) {
    Ref R = eval(Args[0]);
    eval(Args[1]);
    Ref What;
    for (const Expr *A : Args.drop_front(2))
      What = eval(A);
    if (R.Kind == Ref::Place)
      R.Key = freshKey();
    return R;
  }
  if (Name == "exchange" && Args.size() == 2) {
    Ref To = eval(Args[0]);
    QualType T = Args[0]->getType();
    Ref From = eval(Args[1]);
    Ref Old;
    if (P.TheShapes.of(T) == Shape::Many && To.Kind == Ref::Place) {
      Ref Element = To;
      Element.Key = freshKey();
      ValueIndex C = newContainer(Loc);
      ValueIndex V = load(Element, T, Loc);
      release(To, /*IsWhole=*/true, Loc, None, /*IsMoveOut=*/true);
      store(Ref::place(C, P.ElementMember, freshKey()), V, Loc);
      return Ref::place(C, P.ElementMember);
    }
    Old = Ref::object(load(To, T, Loc));
    if (From.Kind == Ref::Null || From.Kind == Ref::Nothing) {
      release(To, /*IsWhole=*/To.Key == 0 || To.IsEach, Loc, None,
              /*IsMoveOut=*/true);
      return Old;
    }
    assign(To, From.Kind == Ref::Nothing ? Ref::null() : From, T, Loc);
    return Old;
  }
  if (Name == "swap" && Args.size() == 2) {
    Ref L = eval(Args[0]), R = eval(Args[1]);
    QualType T = Args[0]->getType();
    if (P.TheShapes.of(T) != Shape::Many) {
      swapPointers(L, R, T, Loc);
    } else {
      release(L, /*IsWhole=*/true, Loc, None, /*IsMoveOut=*/true);
      release(R, /*IsWhole=*/true, Loc, None, /*IsMoveOut=*/true);
    }
    return Ref();
  }
  if (Name == "atomic_store" && Args.size() == 2) {
    Ref To = eval(Args[0]);
    assign(To, eval(Args[1]), Args[1]->getType(), Loc);
    return Ref();
  }
  if (Name == "bind" || Name == "bind_front" || Name == "bind_back")
    return evalBind(E);
  if (Name == "make_pair" || Name == "make_tuple" || Name == "make_any" ||
      Name == "tie" || Name == "forward_as_tuple") {
    ValueIndex C = newContainer(Loc);
    for (const auto &[N, A] : enumerate(Args)) {
      Ref R = eval(A);
      store(Ref::place(C, P.ElementMember, keyOfPart(N)),
            load(R, A->getType(), Loc), Loc);
    }
    return Ref::place(C, P.ElementMember);
  }

  // Everything else: it may call the callables that it gets, with elements of
  // the places that it gets.
  SmallVector<Ref, 4> Places;
  SmallVector<std::pair<Ref, QualType>, 2> Callables;
  for (const Expr *A : Args) {
    Ref R = eval(A);
    if (R.Kind == Ref::Variable)
      R = Vars.lookup(R.Var);
    const CXXRecordDecl *Record = A->getType()->getAsCXXRecordDecl();
    if (Record && Record->isLambda())
      Callables.push_back({R, A->getType()});
    else if (R.Kind == Ref::Place) {
      R.Key = freshKey();
      Places.push_back(R);
    } else if (R.Kind == Ref::Object && !Callee->isInStdNamespace())
      escape(R, A->getType(), Loc);
  }
  for (const auto &[C, T] : Callables) {
    if (!Callee->isInStdNamespace()) {
      escape(C, T, Loc);
      continue;
    }
    SmallVector<Ref, 2> Parameters;
    if (!Places.empty())
      Parameters.assign(2, Places.front());
    ++LoopDepth;
    ValueIndex Made = invoke(C, Parameters, Loc);
    if (Name.starts_with("generate") || Name.starts_with("transform")) {
      // What it returns goes where the algorithm writes.
      Ref To = Places.empty() ? Ref() : Places[Name.starts_with("g") ? 0 : Places.size() - 1];
      store(To, Made, Loc);
    }
    --LoopDepth;
  }
  return Ref();
}

/// std::bind keeps copies of its arguments: an object like a lambda's.
Ref BodyReader::evalBind(const CallExpr *E) {
  SourceLocation Loc = E->getExprLoc();
  struct Kept {
    const Expr *Arg;
    ValueIndex Value;
  };
  SmallVector<Kept, 2> Owned;
  for (const Expr *A : E->arguments()) {
    Ref R = eval(A);
    QualType T = A->getType();
    bool IsOwner = P.TheShapes.isOwner(T) ||
                   P.TheShapes.of(T) == Shape::Object;
    if (!IsOwner || R.Kind == Ref::Nothing)
      continue;
    ValueIndex V = load(R, T, A->getExprLoc());
    if (V != None && P.recordOf(T) != None)
      Owned.push_back({A, V});
  }
  if (Owned.empty())
    return Ref();

  Record Bind;
  RecordIndex Index = P.S.Records.size();
  Bind.Name = Bind.Pattern = Bind.QualifiedName = "bind";
  Bind.Complete = true;
  Bind.IsInMainFile = P.SM.isInMainFile(P.SM.getExpansionLoc(Loc));
  Bind.Where = Places(P.SM).of(Loc);
  Bind.Id = ("bind@" + Twine(Bind.Where.File) + ":" + Twine(Bind.Where.Line) +
             ":" + Twine(Bind.Where.Column) + "#" + Twine(Index))
                .str();
  std::vector<FieldAnchor> Anchors;
  for (const Kept &K : Owned) {
    OwningField Field;
    Field.IsCapture = true;
    Field.StoresInSight = true;
    const Expr *Source = K.Arg->IgnoreImplicit()->IgnoreParens();
    if (const auto *C = dyn_cast<CXXConstructExpr>(Source))
      if (C->getNumArgs() == 1)
        Source = C->getArg(0)->IgnoreImplicit()->IgnoreParens();
    if (const auto *D = dyn_cast<DeclRefExpr>(Source))
      Field.Name = D->getDecl()->getNameAsString();
    else if (const auto *C = dyn_cast<CXXMemberCallExpr>(Source)) {
      if (const CXXMethodDecl *M = C->getMethodDecl())
        Field.Name = M->getNameAsString() + "()";
    } else
      Field.Name = "argument";
    Field.Type = K.Arg->getType().getAsString(P.AST.getPrintingPolicy());
    Hop H;
    H.Target = P.recordOf(K.Arg->getType());
    TypeRole Role;
    if (const CXXRecordDecl *R = K.Arg->getType()->getAsCXXRecordDecl())
      Role = P.Types.roleOf(*R);
    H.Kind = Role.Kind == TypeRole::SharedPointer   ? OwnerKind::Shared
             : Role.Kind == TypeRole::UniquePointer ? OwnerKind::Unique
                                                    : OwnerKind::Value;
    if (H.Kind == OwnerKind::Shared) {
      H.Steps.push_back({Step::Shared, Role.Name, ""});
      H.Weak = Role.Weak;
    }
    Field.Hops.push_back(std::move(H));
    FieldAnchor Anchor;
    Anchor.Where = K.Arg->getBeginLoc();
    Field.Where = Places(P.SM).of(Anchor.Where);
    Anchors.push_back(Anchor);
    Bind.Fields.push_back(std::move(Field));
  }
  P.S.Records.push_back(std::move(Bind));
  P.Result.Anchors.push_back(std::move(Anchors));

  Instruction I = make(Instruction::New, Loc);
  I.Type = Index;
  I.IsExact = true;
  ValueIndex Object = push(std::move(I));
  for (const auto &[N, K] : enumerate(Owned))
    store(Ref::place(Object, P.memberOf(Index, N)), K.Value, Loc);
  return Ref::object(Object);
}

void BodyReader::callConstructor(const CXXConstructorDecl *C,
                                 ValueIndex Object,
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
    if (Record != None && Args.size() == 1 && !P.S.Records[Record].Fields.empty())
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
    if (Args.empty() && R->getIdentifier() && R->getName() == "initializer_list")
      return Ref::null();
    // Iterators, views, references: what they were made from. A thread keeps
    // and runs its callable.
    Ref Result;
    for (const Expr *A : Args) {
      Ref From = eval(A);
      const CXXRecordDecl *Record =
          A->getType().getNonReferenceType()->getAsCXXRecordDecl();
      if (R->getName() == "thread" || R->getName() == "jthread") {
        if (Record && Record->isLambda())
          invoke(From, {}, Loc);
        escape(From, A->getType(), Loc);
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
  if (E->isTransparent() || (E->isSemanticForm() == false && E->getSemanticForm()))
    E = E->isTransparent() ? E : E->getSemanticForm();
  SourceLocation Loc = E->getBeginLoc();
  QualType T = E->getType();
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  if (!R || P.Types.roleOf(*R).Kind != TypeRole::Record) {
    if (E->getNumInits() == 0)
      return Ref::null();
    if (E->isTransparent() || (E->getNumInits() == 1 && !T->isArrayType() && !R))
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
      Operator && !Operator->isDependentContext() &&
      !R->isGenericLambda())
    Out.Body[Object].Callees.push_back(P.indexOf(Operator));
  else if (const FunctionTemplateDecl *Generic = R->getDependentLambdaCallOperator())
    for (const FunctionDecl *Spec : Generic->specializations())
      if (Spec->hasBody() && Out.Body[Object].Callees.empty())
        Out.Body[Object].Callees.push_back(P.indexOf(Spec));
  auto Init = E->capture_init_begin();
  auto Field = R->field_begin();
  for (const LambdaCapture &Capture : E->captures()) {
    if (Init == E->capture_init_end() || Field == R->field_end())
      break;
    const Expr *From = *Init++;
    const FieldDecl *To = *Field++;
    (void)Capture;
    if (!From || P.TheShapes.of(To->getType()) == Shape::Nothing)
      continue;
    Ref V = eval(From);
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
  if (False.Kind == Ref::Null || False.Kind == Ref::Nothing)
    return True;
  if (True.Kind == Ref::Null || True.Kind == Ref::Nothing)
    return False;
  SourceLocation Loc = E->getExprLoc();
  ValueIndex A = load(True, E->getType(), Loc);
  ValueIndex B = load(False, E->getType(), Loc);
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

//===----------------------------------------------------------------------===//
// Statements
//===----------------------------------------------------------------------===//

bool BodyReader::underArm(unsigned Branch, unsigned Arm,
                          function_ref<void()> Body) {
  Out.Contexts.push_back({CurrentContext, Branch, Arm});
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
    if (Mine.Kind == Ref::Null || Mine.Kind == Ref::Nothing) {
      Mine = Theirs;
      continue;
    }
    if (Theirs.Kind == Ref::Null || Theirs.Kind == Ref::Nothing)
      continue;
    if (Mine.Kind == Ref::Place && Theirs.Kind == Ref::Place &&
        Mine.Value == Theirs.Value && Mine.Member == Theirs.Member) {
      Mine.Key = freshKey();
      continue;
    }
    // What is in Vars now comes from the later arm.
    ValueIndex A = load(Theirs, Var->getType(), Loc);
    ValueIndex B = load(Mine, Var->getType(), Loc);
    Mine = Ref::object(phi(Branch, A, B, Var->getType(), Loc));
  }
}

ValueIndex BodyReader::phi(unsigned Branch, ValueIndex First,
                           ValueIndex Second, QualType T, SourceLocation Loc) {
  if (First == None || Second == None || First == Second)
    return First == None ? Second : First;
  Instruction I = make(Instruction::Phi, Loc);
  I.Type = P.recordOf(T);
  I.Index = Branch;
  I.Operands = {First, Second};
  return push(std::move(I));
}

void BodyReader::walk(const Stmt *S) {
  if (!S)
    return;
  if (const auto *E = dyn_cast<Expr>(S)) {
    eval(E);
    return;
  }
  switch (S->getStmtClass()) {
  case Stmt::CompoundStmtClass:
    return walkCompound(cast<CompoundStmt>(S));
  case Stmt::DeclStmtClass:
    for (const Decl *D : cast<DeclStmt>(S)->decls())
      if (const auto *V = dyn_cast<VarDecl>(D))
        walkVar(V);
    return;
  case Stmt::IfStmtClass:
    return walkIf(cast<IfStmt>(S));
  case Stmt::SwitchStmtClass:
    return walkSwitch(cast<SwitchStmt>(S));
  case Stmt::WhileStmtClass: {
    const auto *W = cast<WhileStmt>(S);
    return walkLoop(S, [&] {
      if (W->getConditionVariable())
        walkVar(W->getConditionVariable());
      eval(W->getCond());
      walk(W->getBody());
    });
  }
  case Stmt::DoStmtClass:
    return walkLoop(S, [&] {
      walk(cast<DoStmt>(S)->getBody());
      eval(cast<DoStmt>(S)->getCond());
    });
  case Stmt::ForStmtClass: {
    const auto *L = cast<ForStmt>(S);
    walk(L->getInit());
    return walkLoop(S, [&] {
      if (L->getConditionVariable())
        walkVar(L->getConditionVariable());
      if (L->getCond())
        eval(L->getCond());
      walk(L->getBody());
      if (L->getInc())
        eval(L->getInc());
    });
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
      ValueIndex Value = argument(V, F.getReturnType(), E->getExprLoc());
      if (Value == None)
        Value = load(V, T, E->getExprLoc());
      if (Value != None) {
        Instruction I = make(Instruction::Return, R->getReturnLoc());
        I.Value = Value;
        push(std::move(I));
      }
    }
    IsDead = true;
    return;
  }
  case Stmt::BreakStmtClass:
  case Stmt::ContinueStmtClass:
  case Stmt::GotoStmtClass:
    IsDead = true;
    return;
  case Stmt::CoreturnStmtClass:
    evalChildren(S);
    IsDead = true;
    return;
  default:
    return evalChildren(S);
  }
}

void BodyReader::walkCompound(const CompoundStmt *S) {
  size_t FirstLocal = Locals.size();
  SaveAndRestore Inside(CurrentContext);
  for (const Stmt *Child : S->body()) {
    walk(Child);
    if (isa<Expr>(Child) && isa<CXXThrowExpr>(
            cast<Expr>(Child)->IgnoreParenImpCasts()->IgnoreImplicit()))
      IsDead = true;
  }
  destroyLocals(FirstLocal);
  Locals.resize(FirstLocal);
}

void BodyReader::walkIf(const IfStmt *S) {
  if (S->getInit())
    walk(S->getInit());
  if (S->getConditionVariable())
    walkVar(S->getConditionVariable());
  eval(S->getCond());
  unsigned Branch = NextBranch++;
  Env Before = Vars;
  bool ThenEnds = underArm(Branch, 0, [&] { walk(S->getThen()); });
  Env AfterThen = std::move(Vars);
  Vars = Before;
  bool ElseEnds = false;
  if (S->getElse())
    ElseEnds = underArm(Branch, 1, [&] { walk(S->getElse()); });
  if (ThenEnds && ElseEnds) {
    IsDead = true;
    return;
  }
  // Who comes here has not been through the arm that ends. The enclosing
  // statement list goes on under the other arm.
  if (ThenEnds) {
    Out.Contexts.push_back({CurrentContext, Branch, 1});
    CurrentContext = Out.Contexts.size() - 1;
    return;
  }
  if (ElseEnds) {
    Out.Contexts.push_back({CurrentContext, Branch, 0});
    CurrentContext = Out.Contexts.size() - 1;
    Vars = std::move(AfterThen);
    return;
  }
  join(AfterThen, S->getEndLoc(), Branch);
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
  unsigned Arm = 0;
  Env Before = Vars, After = Vars;
  bool HasArm = false;
  auto Statements = Body->body();
  for (auto It = Statements.begin(); It != Statements.end();) {
    // One arm: from a label to a break. Falling through joins two.
    bool Ends = underArm(Branch, Arm++, [&] {
      do {
        const Stmt *Child = *It++;
        while (const auto *Case = dyn_cast<SwitchCase>(Child))
          Child = Case->getSubStmt();
        walk(Child);
      } while (It != Statements.end() && !IsDead);
    });
    (void)Ends;
    std::swap(After, Vars);
    if (HasArm)
      join(After, S->getEndLoc()), std::swap(After, Vars);
    HasArm = true;
    Vars = Before;
  }
  Vars = std::move(After);
  join(Before, S->getEndLoc());
}

namespace {
/// The variables that a loop body may rebind.
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
      if (const auto *D = dyn_cast<DeclRefExpr>(Target->IgnoreParenBaseCasts()
                                                    ->IgnoreParenImpCasts()))
        Vars.insert(D->getDecl());
    for (const Stmt *Child : Next->children())
      Work.push_back(Child);
  }
}
} // namespace

void BodyReader::walkLoop(const Stmt *Loop, function_ref<void()> Body) {
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
  unsigned Branch = NextBranch++;
  ++LoopDepth;
  bool Ends = underArm(Branch, 0, Body);
  (void)Ends;
  --LoopDepth;
  for (const auto &[V, Phi] : Phis) {
    const Ref &R = Vars[V];
    if (R.Kind == Ref::Object && R.Value != Phi)
      Out.Body[Phi].Operands.push_back(R.Value);
  }
  // After the loop, what it began its last turn with.
  for (auto &[V, R] : Before)
    Vars[V] = R;
}

void BodyReader::walkRangeFor(const CXXForRangeStmt *S) {
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
  walkLoop(S->getBody(), [&] {
    if (const VarDecl *V = S->getLoopVariable()) {
      Ref Element = Range;
      if (Element.Kind == Ref::Place) {
        Element.Key = freshKey();
        Element.IsEach = true;
      }
      bindVar(V, V->getType(), Element, V->getLocation());
      if (const auto *D = dyn_cast<DecompositionDecl>(V))
        for (const BindingDecl *B : D->bindings())
          Vars[B] = Element;
    }
    walk(S->getBody());
  });
}

void BodyReader::walkTry(const CXXTryStmt *S) {
  Env Before = Vars;
  walk(S->getTryBlock());
  bool TryEnds = IsDead;
  Env After = Vars;
  unsigned Branch = NextBranch++;
  for (unsigned I = 0; I < S->getNumHandlers(); ++I) {
    Vars = Before;
    underArm(Branch, I, [&] { walk(S->getHandler(I)->getHandlerBlock()); });
  }
  Vars = std::move(After);
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
          store(Ref::place(G, P.globalMember()), Init.Value, V->getLocation());
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
                     B->getBinding()
                         ? B->getBinding()->IgnoreParenImpCasts()
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
      destroy(P.AST.getCanonicalTagType(R), It->second.Value,
              V->getLocation());
  }
}

/// A unique_ptr with a deleter of the user's own calls that.
bool BodyReader::runDeleter(QualType T, ValueIndex Object, SourceLocation Loc) {
  const auto *Spec =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(T->getAsCXXRecordDecl());
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
    ValueIndex Inner =
        load(Ref::place(Object, P.memberOf(Field)), FT, Loc);
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
    Ref R = Sh == Shape::Many || IsOut ? Ref::place(V, P.ElementMember)
                                       : Ref::object(V);
    if (IsOut)
      Out.Body[V].Type = P.recordOf(T);
    Vars[Parameter] = R;
  }
  if (const auto *C = dyn_cast<CXXConstructorDecl>(&F))
    walkInitializers(C);
  walk(F.getBody());
}

} // namespace

void nameFunctions(Extraction &Result) {
  for (const auto &[F, D] : zip(Result.S.Functions, Result.Functions)) {
    SmallString<128> Usr;
    index::generateUSRForDecl(D, Usr);
    F.Id = Usr.str().str();
    F.Name = D->getNameAsString();
    if (const auto *M = dyn_cast<CXXMethodDecl>(D)) {
      if (M->getParent()->isLambda())
        F.Name = "lambda";
      else
        F.Name = M->getParent()->getNameAsString() + "::" + F.Name;
    }
  }
}

void readBodies(ASTContext &AST, OwnershipTypes &Types,
                ArrayRef<const FunctionDecl *> Functions,
                const RecordsInSight &Known, Extraction &Result) {
  Program(AST, Types, Known, Result).read(Functions);
}

} // namespace ownership
