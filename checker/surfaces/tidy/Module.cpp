//===- Module.cpp - The clang-tidy module ---------------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LLVMCompat.h"
#include OWNERSHIP_TIDY_REGISTRY_HEADER
#include "report/Report.h"
#include "surfaces/tidy/SharedPtrCycleCheck.h"

namespace ownership {
namespace {

class OwnershipModule : public clang::tidy::ClangTidyModule {
public:
  void
  addCheckFactories(clang::tidy::ClangTidyCheckFactories &Factories) override {
    Factories.registerCheck<SharedPtrCycleCheck>(CheckName);
  }
};

clang::tidy::ClangTidyModuleRegistry::Add<OwnershipModule>
    Register("ownership-module", "Finds objects that keep each other alive.");

} // namespace
} // namespace ownership
