//===- BodyWriter.h - Where an instruction stands ---------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_BODYWRITER_H
#define OWNERSHIP_EXTRACT_BODYWRITER_H

#include "extract/BodiesInSight.h"
#include "extract/Walks.h"
#include "llvm/Support/SaveAndRestore.h"

namespace ownership {

/// Writes a function's instructions, in the order in which they run, under the
/// branches and loops that the reading is in.
class BodyWriter {
public:
  BodyWriter(BodiesInSight &P, Function &F) : P(P), F(F) {}

  Instruction make(Instruction::KindTy Kind, clang::SourceLocation Loc) {
    Instruction I = makeNowhere(Kind);
    I.Where = P.statement(Loc);
    return I;
  }
  /// Of what stands at no place in the source.
  Instruction makeNowhere(Instruction::KindTy Kind) const {
    Instruction I;
    I.Kind = Kind;
    I.Context = CurrentContext;
    I.IsInLoop = isInLoop();
    return I;
  }
  ValueIndex push(Instruction I) {
    F.Body.push_back(std::move(I));
    return F.Body.size() - 1;
  }
  Instruction &operator[](ValueIndex V) { return F.Body[V]; }
  const Instruction &operator[](ValueIndex V) const { return F.Body[V]; }
  size_t size() const { return F.Body.size(); }

  ValueIndex newObject(const clang::CXXRecordDecl *R,
                       clang::SourceLocation Loc) {
    return newOf(P.recordOf(R), Loc);
  }
  /// An object of the class, or None for what is no record: a container.
  ValueIndex newOf(RecordIndex Type, clang::SourceLocation Loc) {
    Instruction I = make(Instruction::New, Loc);
    I.Type = Type;
    I.IsExact = true;
    return push(std::move(I));
  }
  ValueIndex newContainer(clang::SourceLocation Loc) {
    return newOf(None, Loc);
  }
  ValueIndex null(clang::SourceLocation Loc) {
    return push(make(Instruction::Null, Loc));
  }
  /// The variable of static storage \p Var, or all that keeps objects without
  /// one.
  ValueIndex global(const clang::ValueDecl *Var, clang::SourceLocation Loc,
                    RecordIndex Type = None) {
    Instruction I = make(Instruction::Global, Loc);
    I.Index = P.globalOf(Var);
    I.Type = Type;
    return push(std::move(I));
  }
  /// \p First if arm 0 of \p Branch ran, \p Second if arm 1.
  ValueIndex phi(unsigned Branch, ValueIndex First, ValueIndex Second,
                 clang::QualType T, clang::SourceLocation Loc) {
    if (First == None || Second == None || First == Second)
      return First == None ? Second : First;
    Instruction I = make(Instruction::Phi, Loc);
    I.Type = P.recordOf(T);
    I.Index = Branch;
    I.Operands = {First, Second};
    return push(std::move(I));
  }
  /// To the caller, unless it is None.
  void giveBack(ValueIndex V, clang::SourceLocation Loc) {
    if (V == None)
      return;
    Instruction I = make(Instruction::Return, Loc);
    I.Value = V;
    push(std::move(I));
  }
  /// The whole body is read.
  void finish(const Walks &Walking) { Walking.mark(F); }
  /// The statement ends, or what runs behind it begins.
  void end() { push(makeNowhere(Instruction::End)); }

  //===--------------------------------------------------------------------===//
  // Branches and loops
  //===--------------------------------------------------------------------===//

  unsigned newBranch() { return NextBranch++; }
  /// Runs \p Body under one arm of a branch and tells whether it ends there.
  bool underArm(unsigned Branch, unsigned Arm, llvm::function_ref<void()> Body,
                Context::LoopTy Kind = Context::NoLoop) {
    F.Contexts.push_back({CurrentContext, Branch, Arm, Kind});
    llvm::SaveAndRestore Inside(CurrentContext,
                                unsigned(F.Contexts.size() - 1));
    llvm::SaveAndRestore Alive(IsDead, false);
    Body();
    return IsDead;
  }
  /// What follows in the enclosing block runs under this arm.
  void goOnUnder(unsigned Branch, unsigned Arm) {
    F.Contexts.push_back({CurrentContext, Branch, Arm});
    CurrentContext = F.Contexts.size() - 1;
  }
  void inBlock(llvm::function_ref<void()> Body) {
    llvm::SaveAndRestore Inside(CurrentContext);
    Body();
  }
  void inLoop(Context::LoopTy Kind, llvm::function_ref<void()> Body) {
    llvm::SaveAndRestore Outside(LoopContext, CurrentContext);
    repeatedly([&] { underArm(newBranch(), 0, Body, Kind); });
  }
  /// The library does \p Body for some elements.
  void repeatedly(llvm::function_ref<void()> Body) {
    ++LoopDepth;
    Body();
    --LoopDepth;
  }
  bool isInLoop() const { return LoopDepth > 0; }

  unsigned context() const { return CurrentContext; }
  const Context &context(unsigned C) const { return F.Contexts[C]; }
  /// The context that the innermost loop stands in.
  unsigned loopContext() const { return LoopContext; }

  /// Nothing runs here: the way to it ends in a `return`, `throw` or their
  /// like.
  bool IsDead = false;

private:
  BodiesInSight &P;
  Function &F;
  unsigned CurrentContext = None, LoopContext = None;
  unsigned LoopDepth = 0;
  unsigned NextBranch = 1;
};

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_BODYWRITER_H
