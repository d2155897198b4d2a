//===- ReportCommand.cpp - clang-ownership report -------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ReportCommand.h"
#include "Baseline.h"
#include "ReportFormats.h"
#include "report/RuleWording.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"
#include <optional>

using namespace llvm;

namespace ownership {
namespace {

constexpr int NothingFound = 0, Found = 1, Unusable = 2;

constexpr StringLiteral Usage =
    R"(usage: clang-ownership report [options] fixes.yaml|directory...

Reads what clang-tidy, run-clang-tidy or clang-tidy-diff wrote for
--export-fixes, and reports each ownership cycle once.

  --format=FORMAT        text (default), github, gitlab or sarif
  --root=DIR             paths are told relative to DIR (default: here)
  --baseline=FILE        do not report what FILE accepts
  --write-baseline=FILE  accept all that is found, and report nothing
  --partial              not all files were looked at: what FILE accepts may
                         still be there

Exit status: 0 nothing to report, 1 findings, 2 wrong use or unreadable input.
)";

enum class Format { Text, GitHub, GitLab, Sarif };

struct ReportOptions {
  Format As = Format::Text;
  std::string Root = ".";
  std::string BaselineFile, NewBaseline;
  bool IsPartial = false;
  std::vector<std::string> Inputs;
};

int fail(const Twine &Text) {
  errs() << "error: " << Text << '\n';
  return Unusable;
}

int fail(Error E) { return fail(toString(std::move(E))); }

Expected<ReportOptions> parse(ArrayRef<const char *> Arguments) {
  ReportOptions O;
  auto Wrong = [](const Twine &Text) {
    return createStringError(inconvertibleErrorCode(),
                             Text + "; see clang-ownership report --help");
  };
  for (StringRef A : Arguments) {
    if (A == "--partial") {
      O.IsPartial = true;
    } else if (A.consume_front("--format=")) {
      auto As = StringSwitch<std::optional<Format>>(A)
                    .Case("text", Format::Text)
                    .Case("github", Format::GitHub)
                    .Case("gitlab", Format::GitLab)
                    .Case("sarif", Format::Sarif)
                    .Default(std::nullopt);
      if (!As)
        return Wrong("unknown format '" + A + "'");
      O.As = *As;
    } else if (A.consume_front("--root=")) {
      O.Root = A.str();
    } else if (A.consume_front("--baseline=")) {
      O.BaselineFile = A.str();
    } else if (A.consume_front("--write-baseline=")) {
      O.NewBaseline = A.str();
    } else if (A.starts_with("-") && A != "-") {
      return Wrong("unknown option '" + A + "'");
    } else {
      O.Inputs.push_back(A.str());
    }
  }
  if (O.Inputs.empty())
    return Wrong("no exported fixes were named");
  return O;
}

/// Takes out what the baseline accepts, and names what it accepts in vain.
Error applyBaseline(const ReportOptions &O,
                    std::vector<ReportedFinding> &Findings) {
  Expected<Baseline> Accepted = Baseline::read(O.BaselineFile);
  if (!Accepted)
    return Accepted.takeError();
  erase_if(Findings,
           [&](const ReportedFinding &F) { return Accepted->accepts(F); });
  if (!O.IsPartial)
    for (const Baseline::Line &L : Accepted->unused())
      errs() << O.BaselineFile << ':' << L.Number << ": "
             << describeStale(L.Entry) << '\n';
  return Error::success();
}

void write(const ReportOptions &O, ArrayRef<ReportedFinding> Findings,
           const ReportedFiles &Files, StringRef Root) {
  switch (O.As) {
  case Format::Text:
    return writeText(outs(), Findings, Files.sources());
  case Format::GitHub:
    return writeGitHub(outs(), Findings);
  case Format::GitLab:
    return writeGitLab(outs(), Findings);
  case Format::Sarif:
    return writeSarif(outs(), Findings, Files.sources(), Root);
  }
}

} // namespace

int runReport(ArrayRef<const char *> Arguments) {
  if (any_of(Arguments, [](StringRef A) { return A == "--help"; })) {
    outs() << Usage;
    return NothingFound;
  }
  Expected<ReportOptions> O = parse(Arguments);
  if (!O)
    return fail(O.takeError());
  SmallString<256> Root;
  if (std::error_code EC = sys::fs::real_path(O->Root, Root))
    return fail(createFileError(O->Root, EC));
  ReportedFiles Files(Root.str().str());
  Expected<ExportedFindings> All = readExportedFixes(O->Inputs, Files);
  if (!All)
    return fail(All.takeError());
  for (const ReportNote &N : All->Unread)
    errs() << N.Where.Path
           << (N.Where.isValid() ? ":" + utostr(N.Where.Line) : "") << ": "
           << describeUnread(N.Text) << '\n';
  if (!O->NewBaseline.empty()) {
    if (Error E = writeBaseline(O->NewBaseline, All->Findings))
      return fail(std::move(E));
    return NothingFound;
  }
  if (!O->BaselineFile.empty())
    if (Error E = applyBaseline(*O, All->Findings))
      return fail(std::move(E));
  write(*O, All->Findings, Files, Root);
  return All->Findings.empty() ? NothingFound : Found;
}

} // namespace ownership
