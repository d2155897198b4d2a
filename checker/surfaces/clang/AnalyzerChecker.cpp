//===- AnalyzerChecker.cpp - The cycle as a path --------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   clang++ --analyze -fplugin=OwnershipClang.so
//           -Xclang -analyzer-checker=ownership a.cpp
//
// The analyzer's checker `ownership.SharedPtrCycle`. What clang-tidy tells in
// notes are steps of a path here, in the same order: a step for each hop and
// for each statement that closes it, and the warning at the end. So HTML
// reports number and link them, and plist and SARIF carry them to whoever reads
// those.
//
// Paths usually come out of the analyzer's own exploration. Ours is found
// already, so it is handed to the consumers as it is; a BugReport without an
// exploded graph could carry unordered notes only.
//
//===----------------------------------------------------------------------===//

#include "LLVMCompat.h"
#include "report/Report.h"
#include "surfaces/Diagnose.h"
#include "clang/StaticAnalyzer/Core/BugReporter/BugReporter.h"
#include "clang/StaticAnalyzer/Core/Checker.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/AnalysisManager.h"
#include "clang/StaticAnalyzer/Frontend/CheckerRegistry.h"

using namespace clang;
using namespace clang::ento;
using llvm::StringRef;

namespace ownership {
namespace {

constexpr llvm::StringLiteral CheckerName = "ownership.SharedPtrCycle";

class SharedPtrCycleChecker : public Checker<check::EndOfTranslationUnit> {
public:
  CheckSettings Settings;

  void checkEndOfTranslationUnit(const TranslationUnitDecl *,
                                 AnalysisManager &Manager,
                                 BugReporter &) const {
    ASTContext &AST = Manager.getASTContext();
    for (const Diagnosis &D :
         diagnose(AST, Manager.getPreprocessor(), Settings))
      // A remark is no defect, and the analyzer shows nothing else.
      if (!D.IsRemark)
        for (const auto &Consumer : Manager.getPathDiagnosticConsumers())
          Consumer->HandlePathDiagnostic(path(D, AST));
  }

  // These two are overridden for the sake of the vtable: inherited, it would
  // refer to functions that other versions of LLVM lack, and the dynamic linker
  // would refuse the plugin in its own words before VersionGuard can speak.
  StringRef OWNERSHIP_CHECKER_TAG() const override { return CheckerName; }
  void printState(llvm::raw_ostream &, ProgramStateRef, const char *,
                  const char *) const override {}

private:
  static std::unique_ptr<PathDiagnostic> path(const Diagnosis &D,
                                              const ASTContext &AST) {
    const SourceManager &SM = AST.getSourceManager();
    // Inside a macro the consumers cannot show a place.
    auto At = [&](SourceLocation Where) {
      return PathDiagnosticLocation(SM.getFileLoc(Where), SM);
    };
    PathDiagnosticLocation End = At(D.Where);
    auto Path = compat::makePathDiagnostic<PathDiagnostic>(
        CheckerName, AST.getTranslationUnitDecl(), "Ownership cycle", D.Text,
        categories::MemoryError, End, std::make_unique<FilesToLineNumsMap>());
    auto Step = [&](PathDiagnosticLocation Where, StringRef Text) {
      Path->getActivePath().push_back(
          std::make_shared<PathDiagnosticEventPiece>(Where, Text));
    };
    for (const Diagnosis::Note &N : D.Notes)
      if (N.Where.isValid())
        Step(At(N.Where), N.Text);
    auto Last = std::make_shared<PathDiagnosticEventPiece>(End, D.Text);
    // The analyzer's apply-fixits changes the first file that it meets, and no
    // other: half a conversion.
    if (D.isFixInOneFile(SM))
      for (const FixItHint &Hint : D.Hints)
        Last->addFixit(Hint);
    else
      Step(End, FixInSeveralFiles);
    Path->setEndOfPath(std::move(Last));
    return Path;
  }
};

void registerChecker(CheckerManager &Manager) {
  auto *Checker = Manager.registerChecker<SharedPtrCycleChecker>();
  const AnalyzerOptions &Options = Manager.getAnalyzerOptions();
  Checker->Settings = readOptions(
      [&](const CheckOption &O) {
        if (O.Kind == CheckOption::Switch)
          return std::string(Options.getCheckerBooleanOption(Checker, O.Name)
                                 ? "true"
                                 : "false");
        return Options.getCheckerStringOption(Checker, O.Name).str();
      },
      [&](const CheckOption &O, StringRef, StringRef Problem) {
        // Clang's sentence goes on from "that expects".
        Manager.reportInvalidCheckerOptionValue(
            Checker, O.Name, ("a valid value (" + Problem + ")").str());
      });
}

} // namespace
} // namespace ownership

/// The analyzer compares it with its own, and loads no other.
extern "C" const char clang_analyzerAPIVersionString[] =
    CLANG_ANALYZER_API_VERSION_STRING;

extern "C" void clang_registerCheckers(CheckerRegistry &Registry) {
  using namespace ownership;
  Registry.addChecker(
      registerChecker, [](const CheckerManager &) { return true; }, CheckerName,
      "Finds objects that keep each other alive through shared pointers",
      /*DocsUri=*/"", /*IsHidden=*/false);
  for (const CheckOption &O : checkOptions())
    Registry.addCheckerOption(O.Kind == CheckOption::Switch ? "bool" : "string",
                              CheckerName, O.Name, O.Default, O.Meaning,
                              "released");
}
