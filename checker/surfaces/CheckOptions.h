//===- CheckOptions.h - What a user can set ---------------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The options of the check, listed once. clang-tidy's CheckOptions, the
// plugin's arguments and the analyzer's -analyzer-config are three spellings of
// this list.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_SURFACES_CHECKOPTIONS_H
#define OWNERSHIP_SURFACES_CHECKOPTIONS_H

#include "analyze/Cycles.h"
#include "extract/OwnershipTypes.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace ownership {

struct CheckOption {
  enum KindTy {
    /// Of entries that are separated by semicolons.
    List,
    /// A regular expression, or nothing.
    Pattern,
    /// The name of a verdict.
    Level,
    /// "true" or "false".
    Switch
  };
  KindTy Kind;
  llvm::StringLiteral Name;
  llvm::StringLiteral Default;
  /// One sentence.
  llvm::StringLiteral Meaning;
};

/// In the order of the documentation.
llvm::ArrayRef<CheckOption> checkOptions();
/// Null if there is none of that name.
const CheckOption *findOption(llvm::StringRef Name);

/// What the options say, in the terms of the core.
struct CheckSettings {
  OwnershipTypeLists Lists;
  AnalyzeOptions Analysis;
  bool Explain = false;
  bool OwnerMayBeGone = false;

  /// New for each AST.
  OwnershipTypes types() const;
};

/// Reads each option's value, as \p ValueOf gives it. A value that is wrong
/// goes to \p Reject with the reason and does not count: the default is used
/// (the other entries, in a list).
CheckSettings
readOptions(llvm::function_ref<std::string(const CheckOption &)> ValueOf,
            llvm::function_ref<void(const CheckOption &, llvm::StringRef Value,
                                    llvm::StringRef Problem)>
                Reject);

} // namespace ownership

#endif // OWNERSHIP_SURFACES_CHECKOPTIONS_H
