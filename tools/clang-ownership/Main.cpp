//===- Main.cpp - The clang-ownership driver ------------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   clang-ownership summary [-p build] a.cpp b.cpp   sources -> JSON summary
//   clang-ownership analyze a.json b.json            summaries -> findings
//   clang-ownership report fixes.yaml                clang-tidy's -> a report
//
// The two halves of the pipeline, cut where it holds nothing but plain data,
// and what a machine that checks changes wants to know.
//
//===----------------------------------------------------------------------===//

#include "ReportCommand.h"
#include "analyze/Cycles.h"
#include "extract/Extract.h"
#include "model/Summary.h"
#include "report/Report.h"
#include "clang/Frontend/ASTUnit.h"
#include "clang/Tooling/ArgumentsAdjusters.h"
#include "clang/Tooling/CommonOptionsParser.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace ownership {
namespace {

constexpr StringLiteral Usage =
    "usage: clang-ownership summary [-p build] file.cpp...\n"
    "       clang-ownership analyze [--level=possible|likely|confirmed]\n"
    "                               [--explain] summary.json...\n"
    "       clang-ownership report [options] fixes.yaml|directory...\n"
    "--explain also prints the cycles that are not reported, and why.\n"
    "'clang-ownership report --help' tells the options of report.\n";

int fail(Error E) {
  errs() << "error: " << toString(std::move(E)) << '\n';
  return 1;
}

int runSummary(int Argc, const char **Argv) {
  static cl::OptionCategory Category("clang-ownership summary");
  auto Parser = clang::tooling::CommonOptionsParser::create(
      Argc, Argv, Category, cl::OneOrMore,
      "Prints what the sources say about ownership.");
  if (!Parser)
    return fail(Parser.takeError());
  clang::tooling::ClangTool Tool(Parser->getCompilations(),
                                 Parser->getSourcePathList());
  Tool.appendArgumentsAdjuster(clang::tooling::getInsertArgumentAdjuster(
      "-resource-dir=" OWNERSHIP_RESOURCE_DIR,
      clang::tooling::ArgumentInsertPosition::BEGIN));
  std::vector<std::unique_ptr<clang::ASTUnit>> Units;
  int Status = Tool.buildASTs(Units);

  std::vector<Summary> Parts;
  for (const auto &Unit : Units) {
    // What could be parsed is summarized all the same.
    if (Unit->getDiagnostics().hasUncompilableErrorOccurred())
      Status = 1;
    OwnershipTypes Types;
    Parts.push_back(
        extract(Unit->getASTContext(), Types, ExtractFor::Linking, CheckName)
            .S);
  }
  outs() << formatv("{0:2}\n", toJSON(link(Parts)));
  return Status;
}

void print(const Summary &S, const Message &M, StringRef Kind) {
  const Place &P = M.Statement < S.Statements.size()
                       ? S.Statements[M.Statement]
                       : S.field(M.At.Record, M.At.Field).Where;
  if (P.isValid())
    outs() << P.File << ':' << P.Line << ':' << P.Column << ": ";
  outs() << Kind << ": " << M.Text;
  if (Kind == "warning")
    outs() << " [" << CheckName << "]";
  outs() << '\n';
}

int runAnalyze(int Argc, const char **Argv) {
  std::vector<Summary> Parts;
  AnalyzeOptions Options;
  bool Explain = false;
  for (int I = 1; I < Argc; ++I) {
    StringRef Argument = Argv[I];
    if (Argument == "--explain") {
      Explain = true;
      continue;
    }
    if (Argument.consume_front("--level=")) {
      std::optional<Verdict> Level = verdictOf(Argument);
      if (!Level)
        return fail(createStringError(inconvertibleErrorCode(),
                                      "unknown level '" + Argument + "'"));
      Options.Minimum = *Level;
      continue;
    }
    auto File = MemoryBuffer::getFileOrSTDIN(Argv[I]);
    if (!File)
      return fail(createFileError(Argv[I], File.getError()));
    Expected<Summary> S = parseSummary((*File)->getBuffer());
    if (!S)
      return fail(createFileError(Argv[I], S.takeError()));
    Parts.push_back(std::move(*S));
  }
  Summary S = link(Parts);
  std::vector<JudgedCycle> Silent;
  auto Print = [&](const Report &R, StringRef Kind) {
    print(S, R.Warning, Kind);
    for (const Message &Note : R.Notes)
      print(S, Note, "note");
  };
  for (const Finding &F : findCycles(S, Options, &Silent))
    Print(describe(S, F), "warning");
  if (Explain)
    for (const JudgedCycle &C : Silent)
      Print(explain(S, C), "remark");
  return 0;
}

} // namespace
} // namespace ownership

int main(int Argc, const char **Argv) {
  InitLLVM Init(Argc, Argv);
  StringRef Command = Argc > 1 ? Argv[1] : "";
  // The command's own arguments start after its name.
  if (Command == "summary")
    return ownership::runSummary(Argc - 1, Argv + 1);
  if (Command == "analyze" && Argc > 2)
    return ownership::runAnalyze(Argc - 1, Argv + 1);
  if (Command == "report")
    return ownership::runReport(ArrayRef<const char *>(Argv + 2, Argv + Argc));
  errs() << ownership::Usage;
  return 2;
}
