//===- TrialParse.cpp - Does the converted program still compile ----------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Edited files are remapped rather than laid over the file system: the file
// manager then knows a file by its inode, so that a header that is reached by
// two spellings of its path, or by a link, is one header with one new text.
//
// What the trial says is compared with what it says of the original, because a
// trial can fail for reasons of its own: a file that changed on disk since, or
// a setting that was not carried over. Then the fix is refused too, but in
// other words. The comparison costs a second parse, and is made only if the
// first one had anything to say.
//
// An editor parses with a preamble: the headers at the top of the main file,
// precompiled once for many edits below them. A fix that changes nothing up
// there is tried with the same preamble, or each keystroke would cost what the
// preamble was made to save.
//
//===----------------------------------------------------------------------===//

#include "rewrite/TrialParse.h"
#include "LLVMCompat.h"
#include "extract/InSight.h"
#include "rewrite/ReadFiles.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/HeaderSearch.h"
#include "clang/Lex/Lexer.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "clang/Serialization/ASTReader.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include <map>

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

class ParseOnly : public ASTFrontendAction {
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &,
                                                 StringRef) override {
    return std::make_unique<ASTConsumer>();
  }
};

/// The header of which the precompiled \p File was made, if it tells.
std::string sourceOf(const std::string &File,
                     IntrusiveRefCntPtr<vfs::FileSystem> Files) {
  IgnoringDiagConsumer Nobody;
  auto Compiler = compat::makeCompiler<CompilerInstance>(
      std::make_shared<CompilerInvocation>(), std::move(Files), Nobody);
  return ASTReader::getOriginalSourceFile(File, Compiler->getFileManager(),
                                          Compiler->getPCHContainerReader(),
                                          Compiler->getDiagnostics());
}

} // namespace

ParseSettings parseSettings(const Preprocessor &PP) {
  const SourceManager &SM = PP.getSourceManager();
  FileManager &Files = SM.getFileManager();
  auto Invocation = std::make_shared<CompilerInvocation>();
  compat::languageOf(*Invocation) = PP.getLangOpts();
  Invocation->getTargetOpts() = PP.getTargetInfo().getTargetOpts();
  Invocation->getHeaderSearchOpts() =
      PP.getHeaderSearchInfo().getHeaderSearchOpts();
  Invocation->getFileSystemOpts() = Files.getFileSystemOpts();

  // What was remapped already is so in the source manager.
  PreprocessorOptions &Macros = Invocation->getPreprocessorOpts();
  Macros = PP.getPreprocessorOpts();
  Macros.clearRemappedFiles();
  Macros.RetainRemappedFileBuffers = true;
  // The original was parsed with it; and not all that is compared is known
  // here.
  Macros.DisablePCHOrModuleValidation = DisableValidationForModuleKind::PCH;

  const DiagnosticOptions &Said = PP.getDiagnostics().getDiagnosticOptions();
  DiagnosticOptions &Diagnostics = Invocation->getDiagnosticOpts();
  // The user's own choice comes later and wins.
  Diagnostics.Warnings = {"all", "extra"};
  // A warning stays one, to be compared, whatever the build makes of it.
  copy_if(Said.Warnings, std::back_inserter(Diagnostics.Warnings),
          [](StringRef Flag) {
            return Flag != "error" && !Flag.starts_with("error=");
          });
  Diagnostics.IgnoreWarnings = Said.IgnoreWarnings;
  Diagnostics.Pedantic = Said.Pedantic;
  Diagnostics.PedanticErrors = Said.PedanticErrors;
  // Or the number of warnings is printed.
  Diagnostics.ShowCarets = false;
  // One error is enough; its notes still come.
  Diagnostics.ErrorLimit = 1;

  if (OptionalFileEntryRef Main = SM.getFileEntryRefForID(SM.getMainFileID()))
    Invocation->getFrontendOpts().Inputs.emplace_back(
        Main->getName(),
        InputKind(PP.getLangOpts().ObjC ? Language::ObjCXX : Language::CXX));
  return {Invocation, &Files.getVirtualFileSystem()};
}

/// Gathers what the compiler says, and finds for each place the original one.
class TrialParse::Listener : public DiagnosticConsumer {
public:
  Outcome Result;

  Listener(const SourceManager &SM, const Pieces &Edits, FilesOf Which)
      : SM(SM), Edits(Edits) {
    for (FileID File : readFiles(SM, Which))
      if (const FileEntry *Entry = SM.getFileEntryForID(File))
        Originals.try_emplace(Entry->getUniqueID(), File);
  }

  void HandleDiagnostic(DiagnosticsEngine::Level Level,
                        const Diagnostic &Info) override {
    if (Level == DiagnosticsEngine::Note) {
      // An error inside the library: who uses it so?
      if (Last && Last->Where.isInvalid())
        Last->Where = original(Info);
      return;
    }
    Last = nullptr;
    if (Level >= DiagnosticsEngine::Error) {
      if (!Result.Error)
        Last = &Result.Error.emplace(Complaint());
    } else if (Level == DiagnosticsEngine::Warning) {
      Last = &Result.Warnings.emplace_back();
    }
    if (!Last)
      return;
    SmallString<128> Message;
    Info.FormatDiagnostic(Message);
    *Last = {Info.getID(), Message.str().str(), original(Info)};
  }

private:
  const SourceManager &SM;
  const Pieces &Edits;
  std::map<sys::fs::UniqueID, FileID> Originals;
  Complaint *Last = nullptr;

  SourceLocation original(const Diagnostic &Info) const {
    if (!Info.hasSourceManager() || Info.getLocation().isInvalid())
      return {};
    const SourceManager &Trial = Info.getSourceManager();
    SourceLocation Where = Trial.getFileLoc(Info.getLocation());
    if (Trial.isInSystemHeader(Where))
      return {};
    auto [TrialFile, Offset] = Trial.getDecomposedLoc(Where);
    const FileEntry *Entry = Trial.getFileEntryForID(TrialFile);
    auto Known = Entry ? Originals.find(Entry->getUniqueID()) : Originals.end();
    if (Known == Originals.end())
      return {};
    auto Edited = Edits.find(SM.getFileEntryForID(Known->second));
    if (Edited != Edits.end())
      Offset = originalOffset(Edited->second, Offset);
    return SM.getComposedLoc(Known->second, Offset);
  }

  static unsigned originalOffset(ArrayRef<Piece> Pieces, unsigned Offset) {
    unsigned Removed = 0, Added = 0;
    for (const Piece &P : Pieces) {
      unsigned Begin = P.Begin - Removed + Added;
      if (Offset < Begin)
        break;
      if (Offset < Begin + P.Text.size())
        return P.Begin;
      Removed += P.End - P.Begin;
      Added += P.Text.size();
    }
    return Offset + Removed - Added;
  }
};

/// Nothing if two edits want different things of one text.
std::optional<TrialParse::Pieces>
TrialParse::collect(ArrayRef<FixItHint> Hints) const {
  Pieces Result;
  for (const FixItHint &Hint : Hints) {
    CharSourceRange Range =
        Lexer::makeFileCharRange(Hint.RemoveRange, SM, AST.getLangOpts());
    auto [File, Begin] = SM.getDecomposedLoc(Range.getBegin());
    const FileEntry *Entry = SM.getFileEntryForID(File);
    if (Range.isInvalid() || !Entry)
      return std::nullopt;
    Result[Entry].push_back(
        {Begin, SM.getFileOffset(Range.getEnd()), Hint.CodeToInsert});
  }
  for (auto &Each : Result) {
    std::vector<Piece> &List = Each.second;
    auto Key = [](const Piece &P) { return std::tie(P.Begin, P.End, P.Text); };
    sort(List, [&](auto &L, auto &R) { return Key(L) < Key(R); });
    // Two fields may need the same edit, an include for instance.
    List.erase(std::unique(List.begin(), List.end(),
                           [&](auto &L, auto &R) { return Key(L) == Key(R); }),
               List.end());
    for (size_t I = 1; I < List.size(); ++I)
      if (List[I].Begin < List[I - 1].End)
        return std::nullopt;
  }
  return Result;
}

bool TrialParse::editsPreamble(const Pieces &Edits) const {
  const unsigned Length =
      Settings.Invocation->getPreprocessorOpts().PrecompiledPreambleBytes.first;
  const FileEntry *Main = SM.getFileEntryForID(SM.getMainFileID());
  return any_of(Edits, [&](const auto &Each) {
    return Each.first != Main || Each.second.front().Begin < Length;
  });
}

TrialParse::Outcome TrialParse::parse(const Pieces &Edits,
                                      bool KeepsPreamble) const {
  auto Invocation = std::make_shared<CompilerInvocation>(*Settings.Invocation);
  PreprocessorOptions &Macros = Invocation->getPreprocessorOpts();
  if (!KeepsPreamble && Macros.PrecompiledPreambleBytes.first) {
    Macros.PrecompiledPreambleBytes = {0, false};
    Macros.ImplicitPCHInclude.clear();
    Macros.UsePredefines = true;
  }
  std::vector<std::unique_ptr<MemoryBuffer>> Buffers;
  bool IsPrecompiledEdited = false;
  const FilesOf Which = KeepsPreamble && hasPreamble(SM)
                            ? FilesOf::ThisParse
                            : FilesOf::TranslationUnit;
  for (FileID File : readFiles(SM, Which)) {
    OptionalFileEntryRef Entry = SM.getFileEntryRefForID(File);
    if (!Entry)
      continue;
    auto Edited = Edits.find(&Entry->getFileEntry());
    // The main file too: an editor may show another text than the disk holds.
    if (Edited == Edits.end() && File != SM.getMainFileID() &&
        !SM.isFileOverridden(&Entry->getFileEntry()))
      continue;
    StringRef Rest = SM.getBufferData(File);
    std::string Text;
    if (Edited != Edits.end()) {
      IsPrecompiledEdited |= SM.isLoadedFileID(File);
      size_t At = 0;
      for (const Piece &P : Edited->second) {
        Text += Rest.slice(At, P.Begin);
        Text += P.Text;
        At = P.End;
      }
      Rest = Rest.drop_front(At);
    }
    Text += Rest;
    Buffers.push_back(MemoryBuffer::getMemBufferCopy(Text, Entry->getName()));
    Macros.addRemappedFile(Entry->getName(), Buffers.back().get());
  }
  if (IsPrecompiledEdited) {
    Macros.Includes.insert(Macros.Includes.begin(),
                           sourceOf(Macros.ImplicitPCHInclude, Settings.Files));
    Macros.ImplicitPCHInclude.clear();
  }

  Listener Said(SM, Edits, Which);
  auto Compiler =
      compat::makeCompiler<CompilerInstance>(Invocation, Settings.Files, Said);
  Compiler->setVerboseOutputStream(nulls());
  ParseOnly Action;
  bool Succeeded = Compiler->ExecuteAction(Action);
  if (!Succeeded && !Said.Result.Error)
    Said.Result.Error = Complaint{0, "the compiler gives no reason", {}};
  return Said.Result;
}

/// One of a kind that the original has less often.
std::optional<TrialParse::Complaint>
TrialParse::newWarning(const Outcome &Before, const Outcome &After) {
  std::map<unsigned, unsigned> Allowed;
  for (const Complaint &C : Before.Warnings)
    ++Allowed[C.ID];
  for (const Complaint &C : After.Warnings)
    if (Allowed[C.ID]-- == 0)
      return C;
  return std::nullopt;
}

std::optional<Refusal> TrialParse::judge(ArrayRef<FixItHint> Hints) {
  std::optional<Pieces> Edits = collect(Hints);
  if (!Edits)
    return Refusal(Refusal::OverlappingEdits);
  const bool KeepsPreamble = !editsPreamble(*Edits);
  Outcome After = parse(*Edits, KeepsPreamble);
  if (!After.Error && After.Warnings.empty())
    return std::nullopt;
  std::optional<Outcome> &Before =
      KeepsPreamble ? BeforeWithPreamble : BeforeInFull;
  if (!Before)
    Before = parse(Pieces(), KeepsPreamble);
  if (Before->Error)
    return Refusal(Refusal::NotParsedAgain, Before->Error->Message,
                   Before->Error->Where);
  if (After.Error)
    return Refusal(Refusal::WouldNotCompile, After.Error->Message,
                   After.Error->Where);
  if (std::optional<Complaint> New = newWarning(*Before, After))
    return Refusal(Refusal::WouldWarn, New->Message, New->Where);
  return std::nullopt;
}

} // namespace ownership
