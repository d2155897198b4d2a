//===- ExportedFixes.cpp - Findings that clang-tidy exported --------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ExportedFixes.h"
#include "LLVMCompat.h"
#include "report/Report.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Tooling/DiagnosticsYaml.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MD5.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"
#include <map>
#include <set>
#include <tuple>

using namespace llvm;
using clang::tooling::Diagnostic;
using clang::tooling::DiagnosticMessage;
using clang::tooling::TranslationUnitDiagnostics;

namespace ownership {

std::string ReportedFinding::entry() const {
  return (Where.Path + ": " + chainOf(Text) + " [" + Check + "]").str();
}

std::string ReportedFinding::fingerprint() const {
  MD5 Hash;
  Hash.update(entry());
  Hash.update("#" + utostr(Alike));
  MD5::MD5Result Digest;
  Hash.final(Digest);
  return Digest.digest().str().str();
}

//===----------------------------------------------------------------------===//
// Places
//===----------------------------------------------------------------------===//

struct ReportedFiles::State {
  std::string Root;
  clang::DiagnosticOptions Options;
  std::unique_ptr<clang::DiagnosticsEngine> Diagnostics =
      compat::makeSilentDiagnostics<
          clang::DiagnosticsEngine, clang::DiagnosticIDs,
          clang::DiagnosticOptions, clang::IgnoringDiagConsumer>(Options);
  clang::FileManager Files{clang::FileSystemOptions()};
  clang::SourceManager Sources{*Diagnostics, Files};
  StringMap<clang::FileID> Opened; // by the path that was asked for

  Expected<clang::FileID> open(StringRef Path);
  std::string shown(StringRef RealPath) const;
};

ReportedFiles::ReportedFiles(std::string Root) : S(new State) {
  S->Root = std::move(Root);
}
ReportedFiles::~ReportedFiles() = default;

const clang::SourceManager &ReportedFiles::sources() const {
  return S->Sources;
}

Expected<clang::FileID> ReportedFiles::State::open(StringRef Path) {
  auto [It, IsNew] = Opened.try_emplace(Path);
  if (!IsNew)
    return It->second;
  SmallString<256> Real;
  if (std::error_code EC = sys::fs::real_path(Path, Real))
    return createFileError(Path, EC);
  Expected<clang::FileEntryRef> Entry = Files.getFileRef(Real);
  if (!Entry)
    return createFileError(Path, Entry.takeError());
  clang::FileID File = Sources.getOrCreateFileID(*Entry, clang::SrcMgr::C_User);
  if (!Sources.getBufferOrNone(File))
    return createFileError(Path, std::make_error_code(std::errc::io_error));
  return It->second = File;
}

std::string ReportedFiles::State::shown(StringRef RealPath) const {
  StringRef Path = RealPath;
  if (Path.consume_front(Root) &&
      (Root == "/" || Path.consume_front(sys::path::get_separator())))
    return sys::path::convert_to_slash(Path);
  return sys::path::convert_to_slash(RealPath);
}

Expected<ReportPlace> ReportedFiles::place(StringRef Path,
                                           StringRef BuildDirectory,
                                           unsigned Offset) {
  SmallString<256> Absolute = Path;
  if (!sys::path::is_absolute(Path) && !BuildDirectory.empty()) {
    Absolute = BuildDirectory;
    sys::path::append(Absolute, Path);
  }
  Expected<clang::FileID> File = S->open(Absolute);
  if (!File)
    return File.takeError();
  if (Offset > S->Sources.getBufferData(*File).size())
    return createFileError(
        Path, createStringError(std::make_error_code(std::errc::invalid_seek),
                                "has changed since clang-tidy read it"));
  ReportPlace P;
  P.Path = S->shown(S->Sources.getFileEntryRefForID(*File)->getName());
  P.Line = S->Sources.getLineNumber(*File, Offset);
  P.Column = S->Sources.getColumnNumber(*File, Offset);
  P.Location = S->Sources.getComposedLoc(*File, Offset);
  return P;
}

//===----------------------------------------------------------------------===//
// Reading
//===----------------------------------------------------------------------===//

namespace {

/// What one finding is recognized by in several translation units.
using FindingKey = std::tuple<std::string, unsigned, unsigned, std::string>;

class Collector {
public:
  explicit Collector(ReportedFiles &Files) : Files(Files) {}

  Error read(StringRef Input);
  ExportedFindings take();

private:
  ReportedFiles &Files;
  std::map<FindingKey, ReportedFinding> Found;
  std::map<std::string, ReportNote> Unread;

  Error readFile(StringRef File);
  Error add(const Diagnostic &D, StringRef MainFile);
  Expected<ReportNote> told(const DiagnosticMessage &M, const Diagnostic &D);
  void merge(ReportedFinding F);
};

Error Collector::read(StringRef Input) {
  if (!sys::fs::is_directory(Input))
    return readFile(Input);
  std::error_code EC;
  std::set<std::string> Inside; // sorted, so that every run is the same
  for (sys::fs::directory_iterator I(Input, EC), End; I != End && !EC;
       I.increment(EC))
    if (StringRef(I->path()).ends_with_insensitive(".yaml"))
      Inside.insert(I->path());
  if (EC)
    return createFileError(Input, EC);
  for (const std::string &File : Inside)
    if (Error E = readFile(File))
      return E;
  return Error::success();
}

Error Collector::readFile(StringRef File) {
  auto Buffer = MemoryBuffer::getFileOrSTDIN(File);
  if (!Buffer)
    return createFileError(File, Buffer.getError());
  // Nothing found: the scripts make the file all the same.
  if ((*Buffer)->getBuffer().trim().empty())
    return Error::success();
  std::string Problem;
  yaml::Input In(
      **Buffer, nullptr,
      [](const SMDiagnostic &D, void *Text) {
        auto &Problem = *static_cast<std::string *>(Text);
        if (Problem.empty())
          Problem =
              "line " + utostr(D.getLineNo()) + ": " + D.getMessage().str();
      },
      &Problem);
  TranslationUnitDiagnostics Unit;
  In >> Unit;
  if (std::error_code EC = In.error())
    return createFileError(
        File, createStringError(EC, "these are no exported fixes: %s",
                                Problem.c_str()));
  for (const Diagnostic &D : Unit.Diagnostics)
    if (Error E = add(D, Unit.MainSourceFile))
      return E;
  return Error::success();
}

/// Our messages are one line each. Who merges exported files breaks long ones,
/// as YAML allows, and LLVM's reader of old joins them with the line break.
static std::string onOneLine(StringRef Text) {
  SmallVector<StringRef, 4> Lines;
  Text.split(Lines, '\n');
  for (StringRef &Line : Lines)
    Line = Line.trim();
  return join(Lines, " ");
}

Expected<ReportNote> Collector::told(const DiagnosticMessage &M,
                                     const Diagnostic &D) {
  ReportNote N;
  N.Text = onOneLine(M.Message);
  if (M.FilePath.empty())
    return N;
  Expected<ReportPlace> Where =
      Files.place(M.FilePath, D.BuildDirectory, M.FileOffset);
  if (!Where)
    return Where.takeError();
  N.Where = std::move(*Where);
  return N;
}

Error Collector::add(const Diagnostic &D, StringRef MainFile) {
  bool IsOurs = D.DiagnosticName == CheckName;
  bool DidNotCompile = D.DiagnosticName == "clang-diagnostic-error";
  if ((!IsOurs && !DidNotCompile) || D.DiagLevel == Diagnostic::Remark)
    return Error::success();
  Expected<ReportNote> Main = told(D.Message, D);
  if (!Main)
    return Main.takeError();
  if (DidNotCompile) {
    // Wrong flags have no place.
    if (!Main->Where.isValid())
      Main->Where.Path = MainFile.str();
    std::string Path = Main->Where.Path;
    Unread.try_emplace(std::move(Path), std::move(*Main));
    return Error::success();
  }
  ReportedFinding F;
  F.Check = D.DiagnosticName;
  F.IsError = D.DiagLevel == Diagnostic::Error;
  F.Where = std::move(Main->Where);
  F.Text = std::move(Main->Text);
  for (const DiagnosticMessage &M : D.Notes) {
    Expected<ReportNote> N = told(M, D);
    if (!N)
      return N.takeError();
    F.Notes.push_back(std::move(*N));
  }
  merge(std::move(F));
  return Error::success();
}

/// Of several that tell of one cycle, the one that knows most stays.
void Collector::merge(ReportedFinding F) {
  FindingKey Key{F.Where.Path, F.Where.Line, F.Where.Column,
                 F.Check + " " + chainOf(F.Text).str()};
  auto Knowledge = [](const ReportedFinding &F) {
    return std::make_tuple(F.IsError, isConfirmed(F.Text), F.Notes.size(),
                           F.Text);
  };
  auto [It, IsNew] = Found.try_emplace(std::move(Key), F);
  if (!IsNew && Knowledge(It->second) < Knowledge(F))
    It->second = std::move(F);
}

ExportedFindings Collector::take() {
  ExportedFindings All;
  StringMap<unsigned> Seen;
  for (auto &[Key, F] : Found) {
    F.Alike = Seen[F.entry()]++;
    All.Findings.push_back(std::move(F));
  }
  for (auto &[Path, N] : Unread)
    All.Unread.push_back(std::move(N));
  return All;
}

} // namespace

Expected<ExportedFindings> readExportedFixes(ArrayRef<std::string> Inputs,
                                             ReportedFiles &Files) {
  Collector C(Files);
  for (const std::string &Input : Inputs)
    if (Error E = C.read(Input))
      return std::move(E);
  return C.take();
}

} // namespace ownership
