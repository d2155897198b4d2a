//===- CompilerPlugin.cpp - Warnings while compiling ----------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   clang++ -fplugin=OwnershipClang.so
//           -fplugin-arg-ownership-MinimumVerdict=confirmed -c a.cpp
//
// A frontend action behind the main one: it runs in every compilation that has
// loaded the plugin, without being asked for, and also inside a clangd that has
// it preloaded. Where it must keep silent:
//
// - under `clang --analyze`, where AnalyzerChecker.cpp speaks;
// - while a precompiled header, a module or an editor's preamble is built: who
//   uses it sees the same declarations again, and more of the program;
// - while code is completed, which nobody reads warnings of;
// - where the bodies of functions are skipped, as while clangd makes its index
//   in the background: what is stored, and what is taken apart, is not in
//   sight;
// - inside the parse that tries a fix (rewrite/TrialParse.h), which would never
//   end.
//
// Clang applies -w and -Werror to its own warnings only, so both are done here.
//
//===----------------------------------------------------------------------===//

#include "report/Report.h"
#include "surfaces/Diagnose.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/AST/ASTContext.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendPluginRegistry.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/SaveAndRestore.h"
#include "llvm/Support/raw_ostream.h"

using namespace clang;
// CompilerInstance.h brings llvm::Type into sight.
using llvm::ArrayRef;
using llvm::StringRef;

namespace ownership {
namespace {

/// What the arguments say of errors, beyond the compiler's own flags.
enum class Errors { AsCompiler, Always, Never };

class CycleConsumer : public ASTConsumer {
public:
  CycleConsumer(const Preprocessor &PP, CheckSettings Settings,
                Errors MakeErrors)
      : PP(PP), Settings(std::move(Settings)), MakeErrors(MakeErrors) {}

  void HandleTranslationUnit(ASTContext &AST) override {
    static thread_local bool IsInside = false;
    if (IsInside)
      return;
    llvm::SaveAndRestore<bool> Inside(IsInside, true);
    DiagnosticsEngine &Engine = AST.getDiagnostics();
    if (Engine.getIgnoreAllWarnings())
      return;
    for (const Diagnosis &D : diagnose(AST, PP, Settings))
      show(Engine, D);
  }

private:
  const Preprocessor &PP;
  const CheckSettings Settings;
  const Errors MakeErrors;

  bool isError(const DiagnosticsEngine &Engine) const {
    return MakeErrors == Errors::Always ||
           (MakeErrors == Errors::AsCompiler && Engine.getWarningsAsErrors());
  }

  void show(DiagnosticsEngine &Engine, const Diagnosis &D) const {
    DiagnosticsEngine::Level Level = DiagnosticsEngine::Warning;
    if (D.IsRemark)
      Level = DiagnosticsEngine::Remark;
    else if (isError(Engine))
      Level = DiagnosticsEngine::Error;
    {
      DiagnosticBuilder Builder =
          Engine.Report(D.Where, Engine.getCustomDiagID(Level, "%0 [%1]"));
      Builder << D.Text << CheckName;
      for (const FixItHint &Hint : D.Hints)
        Builder << Hint;
    }
    unsigned Note = Engine.getCustomDiagID(DiagnosticsEngine::Note, "%0");
    for (const Diagnosis::Note &N : D.Notes)
      Engine.Report(N.Where, Note) << N.Text;
  }
};

void printHelp() {
  llvm::outs() << "Arguments of the plugin, each given as "
                  "-fplugin-arg-ownership-<name>[=<value>];\n"
                  "a list may be given piece by piece:\n";
  for (const CheckOption &O : checkOptions())
    llvm::outs() << "  " << llvm::left_justify(O.Name, 16) << O.Meaning << '\n';
  llvm::outs() << "  Werror          The findings are errors.\n"
                  "  Wno-error       The findings are never errors, whatever "
                  "-Werror says.\n";
}

class CompilerPlugin : public PluginASTAction {
protected:
  ActionType getActionType() override { return AddAfterMainAction; }

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 StringRef) override {
    if (isSilent(CI))
      return std::make_unique<ASTConsumer>();
    return std::make_unique<CycleConsumer>(CI.getPreprocessor(),
                                           std::move(Settings), MakeErrors);
  }

  bool ParseArgs(const CompilerInstance &CI,
                 const std::vector<std::string> &Arguments) override {
    DiagnosticsEngine &Engine = CI.getDiagnostics();
    unsigned Wrong = Engine.getCustomDiagID(
        DiagnosticsEngine::Error,
        "invalid argument '-fplugin-arg-ownership-%0': %1");
    llvm::StringMap<std::string> Values;
    bool IsGood = true;
    auto Complain = [&](StringRef Argument, StringRef Problem) {
      Engine.Report(Wrong) << Argument << Problem;
      IsGood = false;
    };
    for (StringRef Argument : Arguments) {
      auto [Name, Value] = Argument.split('=');
      const CheckOption *Option = findOption(Name);
      if (Option && Argument.contains('=')) {
        // Build systems and shells have their own use for a semicolon, so a
        // list may be given piece by piece.
        std::string &Known = Values[Name];
        if (Option->Kind == CheckOption::List && !Known.empty())
          Known += ';';
        else
          Known.clear();
        Known += Value;
      } else if (Option && Option->Kind == CheckOption::Switch)
        Values[Name] = "true";
      else if (Option)
        Complain(Argument, "expected a value, as in '" + Name.str() + "=...'");
      else if (Argument == "Werror")
        MakeErrors = Errors::Always;
      else if (Argument == "Wno-error")
        MakeErrors = Errors::Never;
      else if (Argument == "help")
        printHelp();
      else
        Complain(Argument,
                 "no such argument; '-fplugin-arg-ownership-help' lists them");
    }
    Settings = readOptions(
        [&](const CheckOption &O) {
          auto It = Values.find(O.Name);
          return It == Values.end() ? O.Default.str() : It->second;
        },
        [&](const CheckOption &O, StringRef Value, StringRef Problem) {
          Complain((O.Name + "=" + Value).str(), Problem);
        });
    return IsGood;
  }

private:
  CheckSettings Settings;
  Errors MakeErrors = Errors::AsCompiler;

  static bool isSilent(CompilerInstance &CI) {
    switch (CI.getFrontendOpts().ProgramAction) {
    case frontend::RunAnalysis:
    case frontend::GeneratePCH:
    case frontend::GenerateModule:
    case frontend::GenerateModuleInterface:
    case frontend::GenerateHeaderUnit:
      return true;
    default:
      return CI.getPreprocessorOpts().GeneratePreamble ||
             CI.getFrontendOpts().SkipFunctionBodies ||
             CI.getPreprocessor().isCodeCompletionEnabled();
    }
  }
};

FrontendPluginRegistry::Add<CompilerPlugin>
    Register("ownership", "Finds objects that keep each other alive.");

} // namespace
} // namespace ownership
