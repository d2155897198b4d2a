//===- UseForms.h - The forms of use that can be rewritten ------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every use of a field must be claimed by one form, or the field is not
// converted. "Rewrite what fails to build" is no way: of 358 measured forms 127
// still build with a weak field, many with another meaning.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_USEFORMS_H
#define OWNERSHIP_REWRITE_USEFORMS_H

#include "extract/OwnershipTypes.h"
#include "rewrite/PointerExpr.h"
#include "rewrite/Refusal.h"
#include "rewrite/Uses.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>
#include <string>

namespace ownership {

/// Replaces a range of whole tokens, never empty.
struct Edit {
  clang::CharSourceRange Range;
  std::string Text;

  bool operator==(const Edit &Other) const {
    return Range.getAsRange() == Other.Range.getAsRange() && Text == Other.Text;
  }
};

/// What a form makes of a use: edits (none if the text may stay as it is), or
/// the reason why the field cannot be converted.
struct Claim {
  llvm::SmallVector<Edit, 1> Edits;
  std::optional<Refusal> Refused;
};

class StrongLocals;

/// Asks the forms in turn. A use that none claims is refused. \p Locals are the
/// local variables that the forms may declare, if any.
Claim claimUse(const Use &U, const ProgramFacts &Facts, OwnershipTypes &Types,
               llvm::StringRef Lock, StrongLocals *Locals = nullptr);

} // namespace ownership

#endif // OWNERSHIP_REWRITE_USEFORMS_H
