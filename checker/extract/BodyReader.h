//===- BodyReader.h - Reads one function body -------------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_BODYREADER_H
#define OWNERSHIP_EXTRACT_BODYREADER_H

#include "extract/Bodies.h"
#include "extract/Shapes.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace ownership {

/// What an expression denotes (see Bodies.cpp).
struct Ref {
  /// Either is one of two places, as a branch decides; Key numbers it.
  enum KindTy { Nothing, Null, Object, Place, Variable, Either };
  KindTy Kind = Nothing;
  /// The object itself, or the one that the place belongs to.
  ValueIndex Value = None;
  MemberIndex Member = None;
  unsigned Key = 0;
  /// The place stands for each element in turn: a range-for's variable.
  bool IsEach = false;
  /// A copy of what the place held: stores into it do not reach the place.
  bool IsCopy = false;
  /// The place is a reference to another, who knows which.
  bool IsReference = false;
  const clang::ValueDecl *Var = nullptr;

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

class BodiesInSight;

/// The variables that \p S may rebind.
void assignedIn(const clang::Stmt *S,
                llvm::SmallPtrSetImpl<const clang::ValueDecl *> &Vars);

/// The containers that \p S may add to.
void filledIn(const clang::Stmt *S,
              llvm::SmallPtrSetImpl<const clang::ValueDecl *> &Vars);

/// Reads one function.
class BodyReader {
public:
  BodyReader(BodiesInSight &P, const clang::FunctionDecl &F, Function &Out);
  void read();

private:
  using Env = llvm::DenseMap<const clang::ValueDecl *, Ref>;

  BodiesInSight &P;
  const clang::FunctionDecl &F;
  Function &Out;
  const clang::CXXRecordDecl *Closure = nullptr;
  llvm::DenseMap<const clang::ValueDecl *, clang::FieldDecl *> CapturedVars;
  clang::FieldDecl *CapturedThis = nullptr;

  Env Vars;
  llvm::DenseMap<const clang::ValueDecl *, unsigned> Versions, NumberOf;
  unsigned CurrentContext = None;
  unsigned NextBranch = 1, NextKey = 1;
  unsigned LoopDepth = 0;
  /// Where the innermost loop stands.
  unsigned LoopContext = None;
  unsigned Depth = 0;
  ValueIndex ThisValue = None;
  bool IsDead = false;
  llvm::SmallVector<const clang::VarDecl *, 8> Locals;
  /// What each local was last said to keep; and what it had when it was moved
  /// from.
  using Keeps = llvm::DenseMap<const clang::ValueDecl *, ValueIndex>;
  Keeps Held;
  llvm::DenseMap<const clang::ValueDecl *,
                 llvm::SmallVector<const clang::FieldDecl *, 1>>
      HoldAny;
  llvm::DenseMap<const clang::ValueDecl *, Ref> MovedFrom;
  size_t LastEnd = 0;
  /// Where a `break` and a `continue` lead out of, as a size of Locals; and
  /// what variables are when a `break` leaves the innermost loop or switch.
  size_t BreakScope = 0, ContinueScope = 0, TryScope = 0;
  std::vector<Env> *AtBreaks = nullptr;
  /// The same for each `continue`, and its context.
  using Continued = std::vector<std::pair<Env, unsigned>>;
  Continued *AtContinues = nullptr;
  struct TwoPlaces {
    unsigned Branch;
    Ref First, Second;
  };
  std::vector<TwoPlaces> Eithers;
  /// The innermost loop's own variable, if it is only counted up.
  const clang::ValueDecl *Counter = nullptr;
  /// The place whose emptiness an expression tests: a pointer that is tested,
  /// an iterator that is compared with the end, an element that is counted.
  llvm::DenseMap<const clang::Expr *, Ref> Tested;
  /// Places that are empty, and in which context.
  llvm::DenseMap<std::pair<std::pair<ValueIndex, MemberIndex>, unsigned>,
                 unsigned>
      Empty;

  //===--------------------------------------------------------------------===//
  // Instructions
  //===--------------------------------------------------------------------===//

  Instruction make(Instruction::KindTy Kind, clang::SourceLocation Loc);
  ValueIndex push(Instruction I) {
    Out.Body.push_back(std::move(I));
    return Out.Body.size() - 1;
  }
  ValueIndex newObject(const clang::CXXRecordDecl *R,
                       clang::SourceLocation Loc);
  ValueIndex newContainer(clang::SourceLocation Loc);
  ValueIndex unknown(clang::QualType T, clang::SourceLocation Loc);
  /// How a value comes into a place that holds many.
  enum class Storing { Added, Replaced, PerhapsAdded };
  void store(const Ref &Place, ValueIndex V, clang::SourceLocation Loc,
             Storing How = Storing::Added);
  /// The place may be emptied, which matters to who asks what is kept.
  void releasePerhaps(const Ref &Place, clang::SourceLocation Loc);
  /// Some pointer of type \p T, who knows which, may be emptied or changed.
  void releaseAny(clang::QualType T, clang::SourceLocation Loc);
  void release(const Ref &Place, bool IsWhole, clang::SourceLocation Loc,
               ValueIndex Which = None, bool IsMoveOut = false,
               bool IsDrain = false);
  /// The object that \p R leads to, or None.
  ValueIndex load(const Ref &R, clang::QualType T, clang::SourceLocation Loc);
  ValueIndex handle(const Ref &Place, clang::SourceLocation Loc);
  ValueIndex null(clang::SourceLocation Loc) {
    return push(make(Instruction::Null, Loc));
  }
  bool isPointerReference(clang::QualType T) const;
  /// As an argument: a place that holds many goes as a handle.
  ValueIndex argument(const Ref &R, clang::QualType T,
                      clang::SourceLocation Loc);
  void assign(const Ref &To, const Ref &From, clang::QualType T,
              clang::SourceLocation Loc);
  void assignElements(const Ref &To, Ref From, clang::SourceLocation Loc);
  /// A lambda without captures that matter.
  bool ownsNothing(const Ref &R) const {
    return R.Kind == Ref::Object &&
           Out.Body[R.Value].Kind == Instruction::New &&
           Out.Body[R.Value].Type == None && !Out.Body[R.Value].Callees.empty();
  }
  /// Memberwise, as an implicit operator= does.
  void assignObject(ValueIndex To, ValueIndex From,
                    const clang::CXXRecordDecl *R, clang::SourceLocation Loc);
  void
  forEachField(const clang::CXXRecordDecl *R,
               llvm::function_ref<void(const clang::FieldDecl *, Shape)> Each);
  void swapPointers(const Ref &L, const Ref &R, clang::QualType T,
                    clang::SourceLocation Loc);
  /// A copy of \p From, which shares what that holds by pointer.
  ValueIndex copyOf(ValueIndex From, const clang::CXXRecordDecl *R,
                    clang::SourceLocation Loc);
  unsigned freshKey() { return FirstLocalKey + NextKey++; }
  unsigned keyOf(const clang::Expr *Index);
  unsigned keyOfName(llvm::StringRef Name) const;

  //===--------------------------------------------------------------------===//
  // Expressions
  //===--------------------------------------------------------------------===//

  Ref eval(const clang::Expr *E);
  Ref evalImpl(const clang::Expr *E);
  Ref evalVar(const clang::ValueDecl *D, const clang::DeclRefExpr *E);
  Ref evalMember(const clang::MemberExpr *E);
  Ref deref(Ref R, const clang::Expr *E, clang::QualType Pointer);
  Ref element(Ref R, unsigned Key, const clang::Expr *E);
  Ref narrow(Ref R, clang::QualType T, clang::SourceLocation Loc);
  Ref part(Ref R, unsigned Index);
  unsigned keyOfPart(unsigned Index) const {
    return keyOfName(("#" + llvm::Twine(Index)).str());
  }
  void keepOutside(const Ref &R, clang::QualType T, clang::SourceLocation Loc,
                   Storing How = Storing::Added);
  void assignSomewhere(const Ref &From, clang::QualType T,
                       clang::SourceLocation Loc);
  void mayModify(const clang::Expr *Arg, clang::QualType Parameter);
  Ref evalOperatorCall(const clang::CXXOperatorCallExpr *E);
  bool assignTie(const clang::Expr *To, Ref From, clang::SourceLocation Loc);
  Ref evalMemberCall(const clang::CXXMemberCallExpr *E);
  Ref evalOwnerMethod(const clang::CXXMemberCallExpr *E,
                      const clang::CXXMethodDecl *M, Ref Object,
                      clang::QualType ObjectType);
  Ref evalCall(const clang::CallExpr *E);
  Ref evalLibraryCall(const clang::CallExpr *E,
                      const clang::FunctionDecl *Callee);
  Ref evalConstruct(const clang::CXXConstructExpr *E);
  Ref evalInitList(const clang::InitListExpr *E);
  Ref evalLambda(const clang::LambdaExpr *E);
  Ref evalBind(const clang::CallExpr *E);
  Ref evalConditional(const clang::AbstractConditionalOperator *E);
  Ref evalBinary(const clang::BinaryOperator *E);
  Ref evalUnary(const clang::UnaryOperator *E);
  Ref makeObject(const clang::CXXRecordDecl *R,
                 llvm::ArrayRef<const clang::Expr *> Args,
                 clang::SourceLocation Loc);
  void callConstructor(const clang::CXXConstructorDecl *C, ValueIndex Object,
                       llvm::ArrayRef<const clang::Expr *> Args,
                       clang::SourceLocation Loc);
  Ref emitCall(const clang::FunctionDecl *Callee, ValueIndex This,
               llvm::ArrayRef<const clang::Expr *> Args, clang::QualType Result,
               clang::SourceLocation Loc, bool IsVirtual);
  ValueIndex invoke(const Ref &Callable, llvm::ArrayRef<Ref> Args,
                    clang::SourceLocation Loc);
  void escape(const Ref &R, clang::QualType T, clang::SourceLocation Loc);
  ValueIndex thisValue(clang::SourceLocation Loc);
  void evalChildren(const clang::Stmt *S);
  /// How a new value comes to \p Place: it is added if nothing is there, else
  /// as \p IfThere says.
  Storing storing(const Ref &Place, Storing IfThere);
  /// From here on, what \p Condition finds empty if it is \p Is is empty.
  void assumeEmpty(const clang::Expr *Condition, bool Is);
  void assumeEmpty(const Ref &Place);
  void addTo(const Ref &Place, llvm::ArrayRef<const clang::Expr *> Args,
             llvm::StringRef Method, clang::QualType Container,
             clang::SourceLocation Loc);

  //===--------------------------------------------------------------------===//
  // Statements
  //===--------------------------------------------------------------------===//

  void walk(const clang::Stmt *S);
  void yield(const Ref &R, clang::QualType T, clang::SourceLocation Loc);
  void walkCompound(const clang::CompoundStmt *S);
  void walkIf(const clang::IfStmt *S);
  void walkSwitch(const clang::SwitchStmt *S);
  void walkLoop(const clang::Stmt *Loop, Context::LoopTy Kind,
                llvm::function_ref<void()> Body);
  void joinContinued(const Continued &Continues,
                     llvm::ArrayRef<const clang::ValueDecl *> Changing,
                     clang::SourceLocation Loc);
  void walkRangeFor(const clang::CXXForRangeStmt *S);
  void walkTry(const clang::CXXTryStmt *S);
  void walkVar(const clang::VarDecl *V);
  void bindVar(const clang::ValueDecl *V, clang::QualType T, Ref Init,
               clang::SourceLocation Loc);
  void walkInitializers(const clang::CXXConstructorDecl *C);
  /// Says what the locals keep after a statement, and that it ends.
  void endStatement();
  ValueIndex keptBy(const clang::VarDecl *V) const;
  void hold(const clang::ValueDecl *V, ValueIndex Object);
  void mayHoldAny(const clang::ValueDecl *V, const clang::FieldDecl *By);
  /// Locals from \p From on go out of scope.
  void endScope(size_t From);
  /// The same on a way out that the statements behind do not take.
  void leaveScope(size_t From);
  /// What the locals keep now was said under the arms that are joined here.
  void assumeHeld();
  void destroyLocals(size_t From);
  void dropAfter(const clang::VarDecl *V);
  bool runDeleter(clang::QualType T, ValueIndex Object,
                  clang::SourceLocation Loc);
  void destroy(clang::QualType T, ValueIndex Object, clang::SourceLocation Loc,
               unsigned Nesting = 0);
  /// Runs \p Body under one arm of a branch and tells whether it ends there.
  bool underArm(unsigned Branch, unsigned Arm, llvm::function_ref<void()> Body,
                Context::LoopTy Kind = Context::NoLoop);
  void join(const Env &Other, clang::SourceLocation Loc, unsigned Branch = 0);
  /// \p First if arm 0 of \p Branch ran, \p Second if arm 1.
  ValueIndex phi(unsigned Branch, ValueIndex First, ValueIndex Second,
                 clang::QualType T, clang::SourceLocation Loc);
};

/// What all bodies of a translation unit share: the numbers of what they name.
class BodiesInSight {
public:
  BodiesInSight(clang::ASTContext &AST, OwnershipTypes &Types,
                const RecordsInSight &Known, Extraction &Result);

  void read(llvm::ArrayRef<const clang::FunctionDecl *> Functions);

  clang::ASTContext &AST;
  const clang::SourceManager &SM;
  OwnershipTypes &Types;
  Shapes TheShapes;
  const RecordsInSight &Known;
  Extraction &Result;
  Summary &S;
  /// The elements of a container that is no field, and what a variable of
  /// static storage leads to.
  MemberIndex ElementMember = None;
  /// What a pointer that is passed by reference holds: a smart one, a raw one.
  MemberIndex ReferenceMember = None, RawReferenceMember = None;
  /// What a variable of static storage leads to its object by.
  MemberIndex memberOfVariable(clang::QualType T) const {
    return T->isPointerType() && TheShapes.of(T) == Shape::Pointer
               ? RawReferenceMember
               : ElementMember;
  }
  MemberIndex referenceMember(clang::QualType T) const {
    return TheShapes.isOwner(T) ? ReferenceMember : RawReferenceMember;
  }

  /// None if it lies on no cycle.
  RecordIndex recordOf(const clang::CXXRecordDecl *R) const;
  /// The record that a pointer or container leads to.
  RecordIndex recordOf(clang::QualType T) const {
    return recordOf(TheShapes.pointee(T));
  }
  StatementIndex statement(clang::SourceLocation Loc);
  MemberIndex memberOf(const clang::FieldDecl *F);
  /// Of a field that no declaration stands for: a bind's argument, the target
  /// of a callable on the heap.
  MemberIndex memberOf(RecordIndex R, unsigned Field);
  /// Null stands for all that keeps objects without a variable.
  unsigned globalOf(const clang::ValueDecl *D);
  FunctionIndex indexOf(const clang::FunctionDecl *F);
  bool isUserCode(const clang::FunctionDecl *F) const;
  /// Functions with bodies that override \p M, at any distance.
  llvm::ArrayRef<FunctionIndex> overriders(const clang::CXXMethodDecl *M) const;

private:
  bool IsSource;
  llvm::DenseMap<unsigned, StatementIndex> StatementOf;
  llvm::DenseMap<const clang::FieldDecl *, MemberIndex> MemberOf;
  llvm::DenseMap<std::pair<RecordIndex, unsigned>, MemberIndex> FieldMembers;
  llvm::DenseMap<const clang::FunctionDecl *, FunctionIndex> FunctionOf;
  llvm::DenseMap<const clang::ValueDecl *, unsigned> Globals;
  llvm::DenseMap<const clang::CXXMethodDecl *,
                 llvm::SmallVector<FunctionIndex, 2>>
      Overriders;

  MemberIndex addMember(Member M);
  bool callersInSight(const clang::FunctionDecl *F) const;
  void addOverrider(const clang::CXXMethodDecl *M, FunctionIndex I);
};

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_BODYREADER_H
