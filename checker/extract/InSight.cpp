//===- InSight.cpp - What is read of a translation unit -------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "extract/InSight.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {

bool hasPreamble(const SourceManager &SM) {
  return SM.getPreambleFileID().isValid();
}

std::vector<Decl *> declsInSight(const ASTContext &AST) {
  const TranslationUnitDecl *TU = AST.getTranslationUnitDecl();
  if (!hasPreamble(AST.getSourceManager()))
    return std::vector<Decl *>(TU->decls_begin(), TU->decls_end());
  std::vector<Decl *> Result;
  copy_if(TU->noload_decls(), std::back_inserter(Result),
          [](const Decl *D) { return !D->isFromASTFile(); });
  return Result;
}

} // namespace ownership
