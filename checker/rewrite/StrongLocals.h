//===- StrongLocals.h - Local variables that hold the lock ------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Where something that is read through the field is used for longer than a full
// expression, a local strong pointer keeps the object for a block:
//
//     for (auto &x : f->items())        auto p = f.lock();
//                                       for (auto &x : p->items())
//
//     if (f)                            if (auto p = f.lock())
//       f->run();                         p->run();
//
//     if (!f)                           auto p = f.lock();
//       return;                         if (!p)
//     f->run();                           return;
//                                       p->run();
//
// The variable holds what the field held when the statement began. So the
// rewrite is exact only if nothing gives the field another value before it is
// read, if nothing that is derived from the object leaves the block, and if
// nothing declared before the variable needs the object to be there: a scope
// guard on a member is undone after the variable has ended, and with it,
// perhaps, the last reference to the guard's object.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_STRONGLOCALS_H
#define OWNERSHIP_REWRITE_STRONGLOCALS_H

#include "rewrite/UseForms.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringSet.h"
#include <map>

namespace ownership {

class UseContext;

/// The local variables that the conversions of one translation unit declare. It
/// gives each a name that means nothing else in its function.
class StrongLocals {
public:
  explicit StrongLocals(const clang::ASTContext &AST) : AST(AST) {}

  struct Local {
    /// For the declaration and this use. Other uses may ask for the same.
    llvm::SmallVector<Edit, 2> Edits;
  };

  /// A variable for what \p C reads, which is kept by the declaration or walked
  /// by the loop at \p KeptAt in the use's ancestors. Declared before the
  /// statement, or around it by a test of the field.
  std::optional<Local> around(UseContext &C, size_t KeptAt);

  /// The variable of an `if` around \p C or before it that tests the field, if
  /// there is one.
  std::optional<Local> tested(UseContext &C);

  /// The same, or of a new `if` around the statement that \p C is all about.
  std::optional<Local> guarded(UseContext &C);

  /// The variable that takes what \p Move moves out of the field, before the
  /// `return` that has nothing else to return.
  std::optional<Local> takenBeforeReturn(UseContext &C,
                                         const clang::CallExpr &Move);

private:
  /// How the use names its pointer: `f`, `this->f`, `x.f`, `x->f`, `x.get()`.
  struct Read {
    clang::SourceRange Range;
    std::string Text;
    /// It reads no object that might not be there.
    bool IsAlwaysValid = false;
    /// It reads one and the same object throughout the function.
    bool IsSameObject = false;
  };
  struct Declared {
    clang::SourceLocation Statement;
    clang::SourceRange Scope;
    std::string Read;
    std::string Name;
  };
  struct Function {
    llvm::StringSet<> Words;
    bool HasLabels = false;
    std::vector<Declared> Locals;
  };

  const clang::ASTContext &AST;
  std::map<clang::SourceLocation, Function> Functions;

  std::optional<Read> readOf(const Use &U, const ProgramFacts &Facts) const;
  Function *functionOf(const Use &U);
  std::optional<std::string> nameFor(const Use &U, llvm::StringRef Read,
                                     clang::SourceLocation Statement,
                                     clang::SourceRange Scope);
  std::optional<Local> declaredBefore(UseContext &C, const Read &R,
                                      size_t KeptAt);
  std::optional<Local> declaredAt(UseContext &C, const Read &R,
                                  const clang::Stmt &S,
                                  const clang::CompoundStmt &Block,
                                  llvm::StringRef Then = "");
  std::optional<Local> declaredByTest(UseContext &C, const Read &R);
  std::optional<Local> declaredByGuard(UseContext &C, const Read &R);
  std::optional<Local> declaredByAnyTest(UseContext &C, const Read &R);
  bool serves(const clang::IfStmt &If, llvm::ArrayRef<const clang::Stmt *> Rest,
              UseContext &C, const Read &R, size_t Part) const;
  bool mayDeclareBefore(UseContext &C, const Read &R, size_t Statement) const;
  const clang::Expr *testOf(const clang::IfStmt &If, const clang::FieldDecl &F,
                            llvm::StringRef Read) const;
  std::string text(clang::SourceRange Tokens) const;
  std::string lockText(const UseContext &C, const Read &R) const;
};

} // namespace ownership

#endif // OWNERSHIP_REWRITE_STRONGLOCALS_H
