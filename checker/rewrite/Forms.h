//===- Forms.h - The forms of use of a plain field --------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each returns whether it recognises the use; it has then claimed or refused
// it. UseForms.cpp lists them.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_FORMS_H
#define OWNERSHIP_REWRITE_FORMS_H

#include "rewrite/UseContext.h"

namespace ownership {

// Reads.cpp: the object, or whether there is one.
bool claimDereference(UseContext &C);
bool claimTest(UseContext &C);
bool claimComparison(UseContext &C);
bool claimMember(UseContext &C);
bool claimReference(UseContext &C);

// Arguments.cpp: a strong copy, or who takes the pointer.
bool claimCopy(UseContext &C);
bool claimArgument(UseContext &C);

// Stores.cpp: another value for the field.
bool claimInitializer(UseContext &C);
bool claimAggregate(UseContext &C);
bool claimAssignment(UseContext &C);
bool claimTie(UseContext &C);
bool claimReset(UseContext &C);

// Moves.cpp: the value is taken out of the field.
bool claimMove(UseContext &C);
bool claimExchange(UseContext &C);
bool claimSwap(UseContext &C);

// Getters.cpp: the field itself is returned, or its object.
bool claimGetter(UseContext &C);
bool claimObjectGetter(UseContext &C);

/// Claims a store of \p Stored, whose text stays as it is except that a moved
/// variable is copied: there is nothing to move into.
bool claimStored(UseContext &C, const clang::Expr *Stored);

/// A shared pointer, by value.
bool isSharedPointer(const UseContext &C, clang::QualType T);

/// \p E is the field, of whichever object.
bool isSameField(const UseContext &C, const clang::Expr *E);

/// \p F is in the namespace of the field's pointer.
bool isOfPointersLibrary(const UseContext &C, const clang::FunctionDecl &F);

} // namespace ownership

#endif // OWNERSHIP_REWRITE_FORMS_H
