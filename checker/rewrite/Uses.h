//===- Uses.h - Every place where a field is used ---------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One walk over the AST gathers, for the fields to convert, every use with what
// it stands in, and what the rules of conversion ask about the rest: who calls
// a function with which arguments, which local variables are modified, which
// functions a destructor may reach. It runs only when there is a finding.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_USES_H
#define OWNERSHIP_REWRITE_USES_H

#include "extract/OwnershipTypes.h"
#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/Expr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/Stmt.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>
#include <string>
#include <vector>

namespace ownership {

/// What a use stands in: exactly one of the three.
struct Ancestor {
  const clang::Stmt *S = nullptr;
  const clang::Decl *D = nullptr;
  const clang::CXXCtorInitializer *Init = nullptr;
};

/// How a pointer that is no plain field is written, for a member of it to be
/// called: the replacement of Range is Before, the call, and After.
struct Spelling {
  clang::CharSourceRange Range;
  std::string Before, After;
};

struct Use {
  enum KindTy {
    /// A MemberExpr: `f`, `x->f`.
    Member,
    /// A constructor initializer: `: f(x)`.
    Initializer,
    /// The value that an aggregate initialization gives the field.
    Aggregate,
    /// A call of a function that returns a shared pointer by const reference,
    /// or
    /// its object by reference. It is a use of no field yet: see
    /// ProgramFacts::ReferenceCalls.
    Call,
    /// Anything that no rewrite understands: `&C::f`, offsetof, a structured
    /// binding, ...
    Other
  };
  KindTy Kind = Other;
  /// In a template, the field of the pattern.
  const clang::FieldDecl *Field = nullptr;
  /// The token that names the field. For an aggregate without designators, the
  /// initializer's start; for a call, its start.
  clang::SourceLocation Where;
  /// The MemberExpr, the call, or the value given by an initializer.
  const clang::Expr *Node = nullptr;
  /// Outermost first; the last one is the parent of Node.
  std::vector<Ancestor> Ancestors;
  /// The innermost function around, if any; for a lambda, its call operator.
  const clang::FunctionDecl *Function = nullptr;
  /// Stands in a template's instantiation, not in code as written.
  bool InInstantiation = false;
  /// For a pointer inside a container, the tokens to replace; for a field, the
  /// name is enough.
  std::optional<Spelling> Element;
};

class ProgramFacts {
public:
  /// The user's word: where a field is dereferenced, its object may have ended.
  bool OwnerMayBeGone = false;
  std::vector<Use> Uses;
  /// Calls of functions that return a const reference to a pointer of one of
  /// the fields' types, or a reference to what such a pointer points to, by
  /// canonical callee. If the reference is to a field or its object, they use
  /// it.
  llvm::DenseMap<const clang::FunctionDecl *, std::vector<Use>> ReferenceCalls;
  /// Uses that may give a field another value. A constructor that does so to
  /// its own object is none.
  llvm::DenseSet<const clang::Expr *> Writes;
  /// The canonical fields of these uses.
  llvm::DenseSet<const clang::FieldDecl *> WrittenFields;
  /// Canonical functions that may run one of these uses, or code that is not in
  /// sight.
  llvm::DenseSet<const clang::FunctionDecl *> Writers;
  /// Classes of which the standard library may create objects in other ways
  /// than by make_shared.
  llvm::DenseSet<const clang::CXXRecordDecl *> MadeByLibrary;
  /// Functions that are named without being called: anybody may call them.
  llvm::DenseSet<const clang::FunctionDecl *> AddressTaken;
  /// Variables that are assigned, moved from, or handed out to be modified.
  llvm::DenseSet<const clang::VarDecl *> Modified;
  /// How often a variable is named, and where for the last time.
  llvm::DenseMap<const clang::VarDecl *, unsigned> Mentions;
  llvm::DenseMap<const clang::VarDecl *, clang::SourceLocation> LastMention;
  /// Canonical functions that a destructor may reach.
  llvm::DenseSet<const clang::FunctionDecl *> ReachableFromDestructors;
  /// They may reach anything: a destructor calls what is not in sight.
  bool DestructorsMayReachAnything = false;
  /// A pointer that shares the ownership of another object, or has a deleter of
  /// its own, is made here.
  clang::SourceLocation UnusualPointer;
  /// A const_cast of a shared pointer: const says nothing any more.
  clang::SourceLocation ConstCast;
  /// With a preamble: a template of the user's is used whose functions were not
  /// read, so that they may use the fields by name.
  bool UsesUnreadTemplate = false;
  /// Offsets, per file, at which the AST knows what an identifier of one of the
  /// fields' names means.
  llvm::DenseSet<clang::SourceLocation> KnownNames;
  /// Tokens with a field's name, and structured bindings, that mean something
  /// else in some instantiation of a template.
  llvm::DenseSet<clang::SourceLocation> OtherInInstantiation;
};

/// Gathers the facts about \p Fields (canonical declarations; of templates,
/// those of the pattern).
ProgramFacts gatherFacts(clang::ASTContext &AST,
                         const llvm::DenseSet<const clang::FieldDecl *> &Fields,
                         OwnershipTypes &Types);

} // namespace ownership

#endif // OWNERSHIP_REWRITE_USES_H
