//===- LibraryMakers.cpp - Whose objects a library makes ------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/LibraryMakers.h"
#include "rewrite/Keeping.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

bool isPointerClass(const ClassTemplateSpecializationDecl &Class,
                    OwnershipTypes &Types) {
  switch (Types.roleOf(Class).Kind) {
  case TypeRole::SharedPointer:
  case TypeRole::UniquePointer:
  case TypeRole::WeakPointer:
    return true;
  case TypeRole::OwnsNothing: {
    // enable_shared_from_this, and the bases that libraries derive
    // their pointers from.
    StringRef Name = Class.getName();
    return Name.contains("_ptr") || Name == "enable_shared_from_this";
  }
  default:
    return false;
  }
}

} // namespace

const CXXRecordDecl *classMadeBy(const FunctionDecl &Callee) {
  const TemplateArgumentList *Args = Callee.getTemplateSpecializationArgs();
  if (!Args || Args->size() == 0 || !Callee.getIdentifier() ||
      Args->get(0).getKind() != TemplateArgument::Type)
    return nullptr;
  StringRef Name = Callee.getName();
  if (Name != "make_shared" && Name != "make_unique")
    return nullptr;
  return Args->get(0).getAsType()->getAsCXXRecordDecl();
}

SmallVector<const CXXRecordDecl *, 2>
classesMadeByLibrary(const FunctionDecl &Callee, OwnershipTypes &Types) {
  if (!isOfLibrary(Callee))
    return {};
  static constexpr llvm::StringLiteral Harmless[] = {"static_pointer_cast",
                                                     "dynamic_pointer_cast",
                                                     "const_pointer_cast",
                                                     "move",
                                                     "forward",
                                                     "get"};
  if (Callee.getIdentifier() && is_contained(Harmless, Callee.getName()))
    return {};
  const auto *Method = dyn_cast<CXXMethodDecl>(&Callee);
  const auto *Class =
      Method ? dyn_cast<ClassTemplateSpecializationDecl>(Method->getParent())
             : nullptr;
  // A pointer's class takes objects that somebody else has made.
  if (Class && isPointerClass(*Class, Types))
    return {};
  SmallVector<const CXXRecordDecl *, 2> Result;
  auto Note = [&](const TemplateArgumentList &Args) {
    for (const TemplateArgument &Arg : Args.asArray())
      if (Arg.getKind() == TemplateArgument::Type)
        if (const CXXRecordDecl *R =
                Arg.getAsType().getNonReferenceType()->getAsCXXRecordDecl())
          Result.push_back(R);
  };
  if (const auto *Args = Callee.getTemplateSpecializationArgs())
    Note(*Args);
  if (Class)
    Note(Class->getTemplateArgs());
  return Result;
}

} // namespace ownership
