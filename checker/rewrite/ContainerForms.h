//===- ContainerForms.h - Fields that hold pointers ---------- -*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A field like `std::vector<std::shared_ptr<T>>` is not the pointer; it leads
// to pointers. From a use of the field the walk goes outwards, and at each step
// the expression denotes something else:
//
//     v            the container         v.size(), v.clear()   ends here
//     v.begin()    a cursor              ++it, it != v.end()   ends here
//     v[i], *it    the pointer           the forms of UseForms.h
//     auto it = .. a variable            its uses are walked in the same way
//
// What is compared with, passed along with or stored beside something that
// changes its type must change too: such expressions are noted, and at the end
// the walk must have come to each of them from another use.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_CONTAINERFORMS_H
#define OWNERSHIP_REWRITE_CONTAINERFORMS_H

#include "rewrite/Declaration.h"
#include "rewrite/HeldTypes.h"
#include "rewrite/LockedLocal.h"
#include "rewrite/UseContext.h"
#include "clang/AST/TypeLoc.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <map>
#include <set>

namespace ownership {

/// Claims the uses of one field that holds pointers.
class ContainerForms {
public:
  ContainerForms(clang::ASTContext &AST, const ProgramFacts &Facts,
                 OwnershipTypes &Types, const FieldShape &Shape,
                 bool AllInSight)
      : AST(AST), Facts(Facts), Types(Types), Role(*Shape.Pointer),
        AllInSight(AllInSight), Held(Types),
        Aliases(Shape.Aliases.begin(), Shape.Aliases.end()),
        AliasNames(Shape.AliasNames.begin(), Shape.AliasNames.end()) {}

  /// As claimUse does for a pointer.
  Claim claim(const Use &U);

  /// What only shows when all uses are claimed: edits that several uses share,
  /// or a refusal.
  Claim finish();

private:
  clang::ASTContext &AST;
  const ProgramFacts &Facts;
  OwnershipTypes &Types;
  const TypeRole &Role;
  /// Whoever may use the field's class is in this translation unit.
  bool AllInSight;
  HeldTypes Held;
  /// The type of the pointers that the present use leads to.
  clang::QualType Pointer;

  /// Expressions and variables that the walk came to, which change their type.
  llvm::DenseSet<const clang::Expr *> Changed;
  llvm::DenseSet<const clang::ValueDecl *> Followed;
  llvm::DenseSet<const clang::CallExpr *> ClaimedCalls;
  /// Aliases that change, and the places that are changed with them.
  llvm::SmallPtrSet<const clang::TypedefNameDecl *, 2> Aliases;
  llvm::DenseSet<clang::SourceLocation> AliasNames;
  /// Expressions and variables that must be among them, and where that shows.
  std::vector<std::pair<const clang::Expr *, clang::SourceLocation>> MustChange;
  std::vector<std::pair<const clang::ValueDecl *, clang::SourceLocation>>
      MustFollow;
  /// What to write behind a token, in order. Several variables may be declared
  /// at one token, and several loops may end at one; the instantiations of a
  /// template say the same again.
  struct Insertion {
    clang::SourceLocation Cause;
    std::string Text;
    bool IsEnd = false;
    bool operator<(const Insertion &O) const {
      // The loop that begins later is the inner one, and ends first.
      if (IsEnd && O.IsEnd && Cause != O.Cause)
        return O.Cause < Cause;
      return std::tie(Cause, Text) < std::tie(O.Cause, O.Text);
    }
  };
  std::map<clang::SourceLocation, std::set<Insertion>> Behind;

  // ContainerForms.cpp: the walk. A step returns whether there is another one.
  void walk(const Use &U, Claim &Result);
  void pass(UseContext &C);
  bool stepFromPointer(UseContext &C);
  bool stepFromContainer(UseContext &C);
  bool stepFromCursor(UseContext &C);
  bool isDiscarded(const UseContext &C) const;
  Denotes denote(const clang::Expr *E) const;
  Denotes denote(clang::QualType T) const { return Held.denote(T, Pointer); }
  void mustChange(const clang::Expr *E);
  bool isChanged(const clang::Expr *E) const;

  // MemberForms.cpp: members of the library's containers.
  bool stepIntoMember(UseContext &C, const clang::MemberExpr &Member);

  // VariableForms.cpp: variables of deduced type.
  bool stepIntoVariable(UseContext &C, const clang::VarDecl &Var);
  void follow(const clang::ValueDecl &Var, const Use &Origin, Claim &Result);
  void followUses(llvm::ArrayRef<Use> Uses, Claim &Result);

  // BoundaryForms.cpp: functions that take or return the container.
  bool claimArgument(UseContext &C, const clang::CallExpr &Call);
  bool claimResult(UseContext &C);
  bool refuseToChange(UseContext &C, const clang::FunctionDecl &F);
  void claimWrittenType(UseContext &C, clang::TypeLoc Written,
                        const clang::FunctionDecl &F);
  clang::SourceLocation unchangedAliasName() const;

  // StoredElements.cpp: values on their way into the container.
  enum class Null {
    /// `{}` does for nullptr.
    Braces,
    /// The argument can be left out.
    Nothing,
    /// The type must be written.
    Typed
  };
  bool claimStoringCall(UseContext &C, const clang::CallExpr &Call,
                        llvm::StringRef Name);
  bool claimElements(UseContext &C, const clang::Expr *Value, Null Empty);
  bool claimNull(UseContext &C, const clang::Expr *Literal, enum Null Empty);
  bool claimContainerAssignment(UseContext &C,
                                const clang::CXXOperatorCallExpr &Op);

  // LoopForms.cpp: range-based loops, and lambdas that are given elements.
  bool claimRangeFor(UseContext &C, const clang::CXXForRangeStmt &For);
  void claimLoopVariable(UseContext &C, const clang::CXXForRangeStmt &For,
                         const clang::ValueDecl &Var, bool IsReference,
                         llvm::StringRef Declared);
  bool lockBehind(const clang::Stmt *Body, clang::SourceLocation Before,
                  const llvm::Twine &Declaration);
  bool claimLambda(UseContext &C, const clang::LambdaExpr &Lambda);
  void claimParameter(UseContext &C, const clang::ParmVarDecl &Param,
                      const clang::ParmVarDecl &Written,
                      const clang::Stmt &Body, llvm::StringRef Declared);
  std::string freshName(const Use &U, llvm::StringRef Wanted) const;
  std::string declarationText(clang::SourceLocation Begin,
                              clang::SourceLocation Name) const;
  std::string textOf(clang::SourceRange Tokens) const;
  /// The innermost function around, or everything.
  const clang::DeclContext &contextOf(const UseContext &C) const;

  // Algorithms.cpp: functions of the standard library.
  bool claimLibraryCall(UseContext &C, const clang::CallExpr &Call);
  bool claimSearchByValue(UseContext &C, clang::SourceLocation Name,
                          llvm::StringRef NewName, const clang::Expr *Value);
};

} // namespace ownership

#endif // OWNERSHIP_REWRITE_CONTAINERFORMS_H
