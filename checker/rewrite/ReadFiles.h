//===- ReadFiles.h - The files of a translation unit ------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_REWRITE_READFILES_H
#define OWNERSHIP_REWRITE_READFILES_H

#include "clang/Basic/SourceLocation.h"
#include <vector>

namespace clang {
class SourceManager;
}

namespace ownership {

enum class FilesOf {
  /// Every file that was read for the main file.
  TranslationUnit,
  /// Without those behind a precompiled header, which need not be loaded then.
  ThisParse
};

/// The files that were read, each once.
std::vector<clang::FileID> readFiles(const clang::SourceManager &SM,
                                     FilesOf Which = FilesOf::TranslationUnit);

} // namespace ownership

#endif // OWNERSHIP_REWRITE_READFILES_H
