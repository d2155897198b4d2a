//===- RuleWording.h - The check as a rule, in words ---------- -*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What reports for machines and their readers say beside the findings.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REPORT_RULEWORDING_H
#define OWNERSHIP_REPORT_RULEWORDING_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace ownership {

/// The check, as lists of rules and titles name it.
extern const llvm::StringLiteral RuleName, RuleTitle, RuleDescription;

/// The check's page, as Markdown, and where more is to be read.
extern const llvm::StringLiteral RulePage, RuleLink;

/// An accepted finding that no longer occurs.
std::string describeStale(llvm::StringRef Entry);

/// A file that did not compile: \p Reason is the compiler's.
std::string describeUnread(llvm::StringRef Reason);

} // namespace ownership

#endif // OWNERSHIP_REPORT_RULEWORDING_H
