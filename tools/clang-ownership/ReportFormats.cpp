//===- ReportFormats.cpp - Reports for people and for machines ------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ReportFormats.h"
#include "report/RuleWording.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/JSON.h"

using namespace llvm;

namespace ownership {
namespace {

std::string shown(const ReportPlace &P) {
  return (P.Path + ":" + Twine(P.Line) + ":" + Twine(P.Column)).str();
}

/// The line, and a caret below the column.
void writeCode(raw_ostream &Out, const ReportPlace &P,
               const clang::SourceManager &Sources) {
  auto [File, Offset] = Sources.getDecomposedLoc(P.Location);
  StringRef Text = Sources.getBufferData(File);
  size_t Begin = Offset - (P.Column - 1);
  StringRef Line = Text.slice(
      Begin, std::min(Text.find_first_of("\r\n", Begin), Text.size()));
  Out << format("%5u", P.Line) << " | " << Line << "\n      | ";
  for (char C : Line.take_front(P.Column - 1))
    if (C == '\t')
      Out << '\t';
    else if ((C & 0xC0) != 0x80) // one column for all bytes of a character
      Out << ' ';
  Out << "^\n";
}

/// What a workflow command's text cannot hold as it is, and what its
/// properties cannot hold either.
std::string escaped(StringRef Text, bool IsProperty) {
  std::string Escaped;
  for (char C : Text)
    if (C == '%' || C == '\r' || C == '\n' ||
        (IsProperty && (C == ':' || C == ',')))
      raw_string_ostream(Escaped) << '%' << format("%02X", C);
    else
      Escaped += C;
  return Escaped;
}

} // namespace

void writeText(raw_ostream &Out, ArrayRef<ReportedFinding> Findings,
               const clang::SourceManager &Sources) {
  for (const ReportedFinding &F : Findings) {
    Out << shown(F.Where) << (F.IsError ? ": error: " : ": warning: ") << F.Text
        << " [" << F.Check << "]\n";
    writeCode(Out, F.Where, Sources);
    for (const ReportNote &N : F.Notes) {
      if (!N.Where.isValid()) {
        Out << "note: " << N.Text << '\n';
        continue;
      }
      Out << shown(N.Where) << ": note: " << N.Text << '\n';
      writeCode(Out, N.Where, Sources);
    }
  }
}

void writeGitHub(raw_ostream &Out, ArrayRef<ReportedFinding> Findings) {
  for (const ReportedFinding &F : Findings) {
    std::string Text = F.Text + " [" + F.Check + "]";
    for (const ReportNote &N : F.Notes)
      Text += "\n" + (N.Where.isValid() ? shown(N.Where) + ": " : "") + N.Text;
    Out << (F.IsError ? "::error " : "::warning ")
        << "file=" << escaped(F.Where.Path, /*IsProperty=*/true)
        << ",line=" << F.Where.Line << ",col=" << F.Where.Column
        << ",title=" << escaped(RuleTitle, /*IsProperty=*/true)
        << "::" << escaped(Text, /*IsProperty=*/false) << '\n';
  }
}

void writeGitLab(raw_ostream &Out, ArrayRef<ReportedFinding> Findings) {
  json::Array Issues;
  for (const ReportedFinding &F : Findings)
    Issues.push_back(json::Object{
        {"description", json::fixUTF8(F.Text)},
        {"check_name", F.Check},
        {"fingerprint", F.fingerprint()},
        {"severity", F.IsError ? "critical" : "major"},
        {"location",
         json::Object{{"path", json::fixUTF8(F.Where.Path)},
                      {"lines", json::Object{{"begin", F.Where.Line}}}}}});
  Out << formatv("{0:2}\n", json::Value(std::move(Issues)));
}

} // namespace ownership
