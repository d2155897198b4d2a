//===- Ref.h - What an expression denotes -----------------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every expression denotes one of
//
//   an object      the pointee of any pointer, a referenced or a fresh object
//   a place        where an object holds others: a field, a container's
//                  element; an iterator and a reference to it are the same
//                  place
//   a variable     a local pointer, which a store merely rebinds
//   nothing        whatever owns nothing and leads nowhere
//
// so that smart pointers, raw pointers and references need no rules of their
// own, and containers, iterators, optional and variant are passed through.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_REF_H
#define OWNERSHIP_EXTRACT_REF_H

#include "model/Summary.h"

namespace clang {
class ValueDecl;
} // namespace clang

namespace ownership {

struct Ref {
  /// Either is one of two places, as a branch decides; Choice numbers it.
  enum KindTy { Nothing, Null, Object, Place, Variable, Either };
  KindTy Kind = Nothing;
  /// The object itself, or the one that the place belongs to.
  ValueIndex Value = None;
  MemberIndex Member = None;
  unsigned Key = 0;
  unsigned Choice = 0;
  /// The place stands for each element in turn: a range-for's variable.
  bool IsEach = false;
  /// A copy of what the place held: stores into it do not reach the place.
  bool IsCopy = false;
  /// A parameter that is passed by value: what is taken out of it stays in what
  /// the caller has.
  bool IsByValue = false;
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
  static Ref variable(const clang::ValueDecl *Var) {
    Ref R;
    R.Kind = Variable;
    R.Var = Var;
    return R;
  }
  static Ref either(unsigned Choice) {
    Ref R;
    R.Kind = Either;
    R.Choice = Choice;
    return R;
  }
  /// The same place at another element.
  Ref at(unsigned NewKey) const {
    Ref R = *this;
    R.Key = NewKey;
    return R;
  }
  /// A place that stands for all that it holds, or for each in turn.
  bool isWhole() const { return Key == 0 || IsEach; }

  bool operator==(const Ref &O) const {
    return Kind == O.Kind && Value == O.Value && Member == O.Member &&
           Key == O.Key && Choice == O.Choice && Var == O.Var;
  }
};

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_REF_H
