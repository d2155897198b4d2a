//===- ObjectAccess.h - How objects are reached and kept --------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_OBJECTACCESS_H
#define OWNERSHIP_EXTRACT_OBJECTACCESS_H

#include "extract/Elements.h"
#include "extract/Sweeps.h"

namespace ownership {

/// Writes what is done to the objects and places that expressions denote.
class ObjectAccess {
public:
  ObjectAccess(BodiesInSight &P, BodyWriter &Out, Bindings &Vars,
               ElementKeys &Keys, EmptyPlaces &Empty)
      : P(P), Out(Out), Vars(Vars), Keys(Keys), Empty(Empty) {}

  //===--------------------------------------------------------------------===//
  // From one to the next
  //===--------------------------------------------------------------------===//

  /// The object that \p R leads to, or None.
  ValueIndex load(const Ref &R, clang::QualType T, clang::SourceLocation Loc);
  /// The same, but a null pointer is a value, too.
  ValueIndex loadOrNull(const Ref &R, clang::QualType T,
                        clang::SourceLocation Loc);
  /// The place itself, for a callee to fill or empty.
  ValueIndex handle(const Ref &Place, clang::SourceLocation Loc);
  /// As an argument: a place that holds many goes as a handle.
  ValueIndex argument(const Ref &R, clang::QualType T,
                      clang::SourceLocation Loc);
  /// What a pointer of type \p Pointer leads to, for the expression \p E.
  Ref deref(const Ref &R, const clang::Expr *E, clang::QualType Pointer);
  Ref element(Ref R, unsigned Key, const clang::Expr *E);
  /// If \p R is all that a place holds: one of that, who knows which.
  Ref oneOf(const Ref &R);
  /// Part \p Index of a pair or tuple that lives in a variable.
  Ref part(Ref R, unsigned Index);
  /// What a cast has found to be of a derived class.
  Ref narrow(const Ref &R, clang::QualType T, clang::SourceLocation Loc);
  /// \p First if arm 0 of \p Branch ran, \p Second if arm 1.
  Ref either(unsigned Branch, const Ref &First, const Ref &Second);
  /// The container's element that \p R is or was found in, if it is one.
  Ref elementOf(const Ref &R) const;
  /// An object that was made here, and got nothing.
  bool isFreshAndEmpty(ValueIndex V) const;
  /// The places that \p R may be.
  EmptyPlaces::Places places(const Ref &R) const;
  /// Anonymous, and holds what \p R leads to.
  Ref containerOf(ValueIndex V, clang::SourceLocation Loc);

  /// \p Arm of \p Branch is taken only where \p Pointer is null, or only where
  /// it is not.
  void test(const Ref &Pointer, bool IsNull, unsigned Branch, unsigned Arm,
            clang::SourceLocation Loc);
  /// \p V may be null for all that is known, or emptied: the result of a cast
  /// or a lock, an object that was moved.
  void doubt(ValueIndex V, clang::SourceLocation Loc);

  //===--------------------------------------------------------------------===//
  // Who holds what
  //===--------------------------------------------------------------------===//

  void store(const Ref &Place, ValueIndex V, clang::SourceLocation Loc,
             Storing How = Storing::Added);
  void release(const Ref &Place, bool IsWhole, clang::SourceLocation Loc,
               ValueIndex Which = None, bool IsMoveOut = false,
               bool IsDrain = false, Sweep Kind = Sweep::No);
  /// The place may be emptied, which matters to who asks what is kept.
  void releasePerhaps(const Ref &Place, clang::SourceLocation Loc);
  /// All of it goes on elsewhere.
  void moveOut(const Ref &Place, clang::SourceLocation Loc) {
    release(Place, /*IsWhole=*/true, Loc, None, /*IsMoveOut=*/true);
  }
  /// The elements of \p Place, which is empty then, in a container of their
  /// own.
  Ref takeElements(const Ref &Place, clang::QualType T,
                   clang::SourceLocation Loc);
  void assign(const Ref &To, const Ref &From, clang::QualType T,
              clang::SourceLocation Loc);
  void assignElements(const Ref &To, Ref From, clang::SourceLocation Loc);
  /// Memberwise, as an implicit operator= does.
  void assignObject(ValueIndex To, ValueIndex From,
                    const clang::CXXRecordDecl *R, clang::SourceLocation Loc);
  /// A copy of \p From, which shares what that holds by pointer.
  ValueIndex copyOf(ValueIndex From, const clang::CXXRecordDecl *R,
                    clang::SourceLocation Loc);
  void swapPointers(const Ref &L, const Ref &R, clang::QualType T,
                    clang::SourceLocation Loc);
  /// Of containers with elements of class \p T.
  void swapElements(const Ref &L, const Ref &R, clang::QualType T,
                    clang::SourceLocation Loc);

  //===--------------------------------------------------------------------===//
  // Out of sight
  //===--------------------------------------------------------------------===//

  /// Keeps \p R where no variable in sight does: an exception, a thread.
  void keepOutside(const Ref &R, clang::QualType T, clang::SourceLocation Loc,
                   Storing How = Storing::Added);
  void escape(const Ref &R, clang::QualType T, clang::SourceLocation Loc);
  /// A coroutine hands a value out.
  void yield(const Ref &R, clang::QualType T, clang::SourceLocation Loc);

private:
  BodiesInSight &P;
  BodyWriter &Out;
  Bindings &Vars;
  ElementKeys &Keys;
  EmptyPlaces &Empty;
  struct TwoPlaces {
    unsigned Branch;
    Ref First, Second;
  };
  std::vector<TwoPlaces> Choices;

  void assignSomewhere(const Ref &From, clang::QualType T,
                       clang::SourceLocation Loc);
  /// Some pointer of type \p T, who knows which, may be emptied or changed.
  void releaseAny(clang::QualType T, clang::SourceLocation Loc);
  /// A lambda without captures that matter.
  bool ownsNothing(const Ref &R) {
    return R.Kind == Ref::Object && Out[R.Value].Kind == Instruction::New &&
           Out[R.Value].Type == None && !Out[R.Value].Callees.empty();
  }
  void
  forEachField(const clang::CXXRecordDecl *R,
               llvm::function_ref<void(const clang::FieldDecl *, Shape)> Each);
};

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_OBJECTACCESS_H
