//===- Baseline.cpp - Findings that a project has accepted ----------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Baseline.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/LineIterator.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace ownership {

Expected<Baseline> Baseline::read(StringRef File) {
  auto Buffer = MemoryBuffer::getFile(File, /*IsText=*/true);
  if (!Buffer)
    return createFileError(File, Buffer.getError());
  Baseline B;
  for (line_iterator L(**Buffer, /*SkipBlanks=*/true, '#'); !L.is_at_end(); ++L)
    if (StringRef Entry = L->trim(); !Entry.empty())
      B.Lines[Entry.str()].push_back(L.line_number());
  for (auto &[Entry, Numbers] : B.Lines)
    std::reverse(Numbers.begin(), Numbers.end());
  return B;
}

bool Baseline::accepts(const ReportedFinding &F) {
  auto It = Lines.find(F.entry());
  if (It == Lines.end() || It->second.empty())
    return false;
  It->second.pop_back();
  return true;
}

std::vector<Baseline::Line> Baseline::unused() const {
  std::vector<Line> Unused;
  for (const auto &[Entry, Numbers] : Lines)
    for (unsigned Number : Numbers)
      Unused.push_back({Number, Entry});
  sort(Unused,
       [](const Line &A, const Line &B) { return A.Number < B.Number; });
  return Unused;
}

Error writeBaseline(StringRef File, ArrayRef<ReportedFinding> Findings) {
  std::vector<std::string> Entries;
  for (const ReportedFinding &F : Findings)
    Entries.push_back(F.entry());
  sort(Entries);
  std::error_code EC;
  raw_fd_ostream Out(File, EC, sys::fs::OF_Text);
  if (EC)
    return createFileError(File, EC);
  Out << "# Findings of clang-ownership that are not reported, one a line.\n";
  for (const std::string &Entry : Entries)
    Out << Entry << '\n';
  Out.close();
  if (Out.has_error()) {
    EC = Out.error();
    Out.clear_error();
    return createFileError(File, EC);
  }
  return Error::success();
}

} // namespace ownership
