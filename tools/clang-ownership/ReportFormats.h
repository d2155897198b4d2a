//===- ReportFormats.h - Reports for people and for machines -- -*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each prints all findings. Paths are relative to the root, so that the hosts
// find them in a checkout.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_TOOLS_REPORTFORMATS_H
#define OWNERSHIP_TOOLS_REPORTFORMATS_H

#include "ExportedFixes.h"
#include "llvm/Support/raw_ostream.h"

namespace ownership {

/// As clang-tidy prints them, with the line of code below.
void writeText(llvm::raw_ostream &Out, llvm::ArrayRef<ReportedFinding> Findings,
               const clang::SourceManager &Sources);

/// Workflow commands of GitHub Actions, which become annotations.
void writeGitHub(llvm::raw_ostream &Out,
                 llvm::ArrayRef<ReportedFinding> Findings);

/// A Code Quality report of GitLab.
void writeGitLab(llvm::raw_ostream &Out,
                 llvm::ArrayRef<ReportedFinding> Findings);

/// SARIF 2.1.0. The notes are the steps of a code flow, and the related
/// locations.
void writeSarif(llvm::raw_ostream &Out,
                llvm::ArrayRef<ReportedFinding> Findings,
                const clang::SourceManager &Sources, llvm::StringRef Root);

} // namespace ownership

#endif // OWNERSHIP_TOOLS_REPORTFORMATS_H
