//===- ExportedFixes.h - Findings that clang-tidy exported ---- -*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   fixes.yaml of each file --read--> findings with places --merge--> each once
//
// clang-tidy's --export-fixes tells a place as a path, as the file was opened,
// and an offset. Here it becomes a line of a file below a root, the same for
// everybody who has checked the project out.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_TOOLS_EXPORTEDFIXES_H
#define OWNERSHIP_TOOLS_EXPORTEDFIXES_H

#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <memory>
#include <string>
#include <vector>

namespace clang {
class SourceManager;
} // namespace clang

namespace ownership {

struct ReportPlace {
  /// Relative to the root, with slashes; absolute for files outside it.
  std::string Path;
  /// Both count from one, columns in bytes.
  unsigned Line = 0, Column = 0;
  clang::SourceLocation Location;

  bool isValid() const { return Location.isValid(); }
};

struct ReportNote {
  /// Invalid if the note has none.
  ReportPlace Where;
  std::string Text;
};

struct ReportedFinding {
  std::string Check;
  bool IsError = false; // warnings-as-errors
  ReportPlace Where;
  std::string Text;
  std::vector<ReportNote> Notes;
  /// How many findings before this one have the same entry.
  unsigned Alike = 0;

  /// The finding in one line that stays while the file is edited elsewhere:
  /// "src/a.h: Session -> server_ -> Server -> sessions_ -> Session [check]".
  std::string entry() const;
  /// A hash of the entry that tells findings of one entry apart by their order.
  std::string fingerprint() const;
};

/// The files that findings lie in.
class ReportedFiles {
public:
  /// \p Root is a real path.
  explicit ReportedFiles(std::string Root);
  ~ReportedFiles();

  /// Fails if the file cannot be read or is shorter. \p Path may be relative to
  /// \p BuildDirectory.
  llvm::Expected<ReportPlace>
  place(llvm::StringRef Path, llvm::StringRef BuildDirectory, unsigned Offset);
  const clang::SourceManager &sources() const;

private:
  struct State;
  std::unique_ptr<State> S;
};

struct ExportedFindings {
  /// By path and line. What several translation units have seen is here once.
  std::vector<ReportedFinding> Findings;
  /// The first error of each file that did not compile. It may have no line.
  std::vector<ReportNote> Unread;
};

/// Reads what clang-tidy, run-clang-tidy and clang-tidy-diff export: files, or
/// folders full of them; empty ones hold nothing. Findings of other checks are
/// left to those who show them already, remarks (the option Explain) to people.
llvm::Expected<ExportedFindings>
readExportedFixes(llvm::ArrayRef<std::string> Inputs, ReportedFiles &Files);

} // namespace ownership

#endif // OWNERSHIP_TOOLS_EXPORTEDFIXES_H
