//===- TrialParse.h - Does the converted program still compile --*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The forms know what they rewrite, but a program may always hold what none of
// them thought of. So no fix leaves before the compiler itself has read the
// converted text, in memory, just as it has read the original. What this
// catches is a bug of a form; the user meets a missing fix and not a broken
// build.
//
// Plugins that register themselves for every compilation run inside the trial
// too: one that offers fixes must see to it that it does not call itself.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_TRIALPARSE_H
#define OWNERSHIP_REWRITE_TRIALPARSE_H

#include "rewrite/Refusal.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceLocation.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/IntrusiveRefCntPtr.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ownership {

/// How a main file is parsed: language, target, macros, header search and
/// warnings, and the files that it reads.
struct ParseSettings {
  std::shared_ptr<clang::CompilerInvocation> Invocation;
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files;
};

/// Those of the parse that \p PP serves.
ParseSettings parseSettings(const clang::Preprocessor &PP);

class TrialParse {
public:
  /// \p Settings are those that \p AST was parsed with.
  TrialParse(const clang::ASTContext &AST, const ParseSettings &Settings)
      : AST(AST), SM(AST.getSourceManager()), Settings(Settings) {}

  /// Nothing if the program with \p Hints applied compiles, and without
  /// warnings of -Wall and -Wextra that it does not have now; else the reason
  /// and where it shows in the original text.
  std::optional<Refusal> judge(llvm::ArrayRef<clang::FixItHint> Hints);

private:
  const clang::ASTContext &AST;
  const clang::SourceManager &SM;
  const ParseSettings &Settings;

  /// Replaces the bytes of a file between two offsets.
  struct Piece {
    unsigned Begin, End;
    std::string Text;
  };
  /// By file, in the order of the text, each once.
  using Pieces = llvm::DenseMap<const clang::FileEntry *, std::vector<Piece>>;

  /// What the compiler says, with places of the original text.
  struct Complaint {
    unsigned ID = 0;
    std::string Message;
    clang::SourceLocation Where;
  };
  struct Outcome {
    std::optional<Complaint> Error;
    std::vector<Complaint> Warnings;
  };
  class Listener;

  /// The program as it is, with the preamble that it came with or all anew;
  /// parsed when first needed.
  std::optional<Outcome> BeforeWithPreamble, BeforeInFull;

  std::optional<Pieces> collect(llvm::ArrayRef<clang::FixItHint> Hints) const;
  /// Where there is a preamble: it, or what it was made of, would change.
  bool editsPreamble(const Pieces &Edits) const;
  Outcome parse(const Pieces &Edits, bool KeepsPreamble) const;
  static std::optional<Complaint> newWarning(const Outcome &Before,
                                             const Outcome &After);
};

} // namespace ownership

#endif // OWNERSHIP_REWRITE_TRIALPARSE_H
