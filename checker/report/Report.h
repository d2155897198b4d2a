//===- Report.h - What a person reads ---------------------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every sentence about a finding, once, for all surfaces.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REPORT_REPORT_H
#define OWNERSHIP_REPORT_REPORT_H

#include "analyze/Cycles.h"
#include "model/Summary.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace ownership {

/// The check's name, which a NOLINT names too.
extern const llvm::StringLiteral CheckName;

/// A sentence and where it stands: at a statement, or else at a field.
struct Message {
  FieldRef At;
  std::string Text;
  StatementIndex Statement = None;
};

/// A finding in words: one warning, then its notes in order.
struct Report {
  Message Warning;
  std::vector<Message> Notes;
};

/// The text depends on the cycle alone, so the same cycle reads the same from
/// every translation unit. Cycles of more than MaxHopsShown hops are shortened
/// in the middle.
Report describe(const Summary &S, const Finding &F);

/// What the fix relies on: an unknown caller who keeps what it passes. Nothing
/// if there is none.
std::optional<Message> reliesOn(const Summary &S, const Finding &F);

/// For a host that can change one file at a time: why it is offered no fix that
/// changes several.
extern const llvm::StringLiteral FixInSeveralFiles;

/// A judged cycle with its verdict, its stores and the reason: what the option
/// Explain shows, whether or not the cycle is reported.
Report explain(const Summary &S, const JudgedCycle &C);

/// What stays of a warning's text while the cycle stays: "Session -> server_ ->
/// Server -> sessions_ -> Session". How sure the finding is, the advice and the
/// teardown may change with code elsewhere. The whole text if it has no chain.
llvm::StringRef chainOf(llvm::StringRef Warning);

/// Whether a warning's text says that the cycle is closed, not that it may be.
bool isConfirmed(llvm::StringRef Warning);

constexpr unsigned MaxHopsShown = 12;
/// A pattern field may close a cycle in each of many instantiations.
constexpr unsigned MaxInstantiationsShown = 8;

} // namespace ownership

#endif // OWNERSHIP_REPORT_REPORT_H
