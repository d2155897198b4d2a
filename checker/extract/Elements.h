//===- Elements.h - Which element a store goes to ---------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_ELEMENTS_H
#define OWNERSHIP_EXTRACT_ELEMENTS_H

#include "extract/Bindings.h"
#include "extract/BodyWriter.h"

namespace clang {
class Expr;
} // namespace clang

namespace ownership {

/// Numbers the elements of a container: which one an index means.
class ElementKeys {
public:
  explicit ElementKeys(Bindings &Vars) : Vars(Vars) {}

  /// An element that no other key means.
  unsigned fresh() { return FirstLocalKey + NextKey++; }
  /// The same for the same expression over the same values of its variables,
  /// else fresh. Keys of literals are the same in every function, so that a
  /// caller finds what its callee stored; others mean something in this one
  /// only.
  unsigned of(const clang::Expr *Index);
  static unsigned ofName(llvm::StringRef Name);
  /// Of a pair or a tuple.
  static unsigned ofPart(unsigned Index);

  /// The innermost loop's own variable, if it is only counted up.
  const clang::ValueDecl *Counter = nullptr;

private:
  Bindings &Vars;
  unsigned NextKey = 1;
};

/// How a value comes into a place that holds many.
enum class Storing { Added, Replaced, PerhapsAdded };

/// Knows which places are empty, because the code has asked.
class EmptyPlaces {
public:
  explicit EmptyPlaces(BodyWriter &Out) : Out(Out) {}

  using Places = llvm::SmallVector<Ref, 1>;
  /// \p E tests whether \p Tested are empty: a pointer that is tested, an
  /// iterator that is compared with the end, an element that is counted.
  void test(const clang::Expr *E, Places Tested) {
    TestedBy[E] = std::move(Tested);
  }
  /// \p E tests whether \p Pointer, to one object, is null: it is not where
  /// the test comes out true, or, if \p IsNegated, it is.
  void testPointer(const clang::Expr *E, const Ref &Pointer,
                   bool IsNegated = false) {
    PointersTestedBy[E] = {Pointer, IsNegated};
  }
  /// Tells \p Found of each pointer that is null, or is not, where
  /// \p Condition is \p Is.
  void forEachPointer(
      const clang::Expr *Condition, bool Is,
      llvm::function_ref<void(const Ref &Pointer, bool IsNull)> Found) const;
  /// From here on, what \p Condition finds empty if it is \p Is is empty.
  void assume(const clang::Expr *Condition, bool Is);
  /// How a new value comes to \p Place: it is added if nothing is there, else
  /// as \p IfThere says. Something is there from then on.
  Storing storing(const Ref &Place, Storing IfThere);

private:
  BodyWriter &Out;
  llvm::DenseMap<const clang::Expr *, Places> TestedBy;
  llvm::DenseMap<const clang::Expr *, std::pair<Ref, bool>> PointersTestedBy;
  /// Places that are empty, and in which context.
  llvm::DenseMap<std::pair<std::pair<ValueIndex, MemberIndex>, unsigned>,
                 unsigned>
      Empty;
};

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_ELEMENTS_H
