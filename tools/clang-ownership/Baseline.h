//===- Baseline.h - Findings that a project has accepted ------ -*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A text file, one finding a line, sorted, so that a review shows what was
// accepted and what went away:
//
//   # comments and empty lines do not count
//   src/a.h: Session -> server_ -> Server -> sessions_ -> Session [check]
//
// A line accepts one finding: where two are alike, it stands twice.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_TOOLS_BASELINE_H
#define OWNERSHIP_TOOLS_BASELINE_H

#include "ExportedFixes.h"
#include <map>

namespace ownership {

class Baseline {
public:
  static llvm::Expected<Baseline> read(llvm::StringRef File);

  /// Uses up the line that accepts \p F, if there is one.
  bool accepts(const ReportedFinding &F);

  struct Line {
    unsigned Number;
    std::string Entry;
  };
  /// The lines that nothing has used up, in their order.
  std::vector<Line> unused() const;

private:
  std::map<std::string, std::vector<unsigned>> Lines; // by entry, last first
};

llvm::Error writeBaseline(llvm::StringRef File,
                          llvm::ArrayRef<ReportedFinding> Findings);

} // namespace ownership

#endif // OWNERSHIP_TOOLS_BASELINE_H
