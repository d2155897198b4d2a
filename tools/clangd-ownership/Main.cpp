//===- Main.cpp - clangd that knows our check -----------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The whole of clangd, as its own main() would start it. Our check is in the
// registry of clang-tidy's checks because it is linked in, so .clangd and
// .clang-tidy know it by name. Two functions of clangd stand between that and a
// finding in an editor where nothing is configured, and the linker lets us
// stand around them (--wrap):
//
//   isFastTidyCheck       clangd drops checks whose speed it was not told
//   provideDefaultChecks  says which checks run
//
// Their declarations are in headers that no package installs, so they are
// repeated here. The linker finds a function by its name and parameters; should
// a version rename one, our wrapper is never called, and the tests tell.
//
//===----------------------------------------------------------------------===//

#include "LLVMCompat.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "report/Report.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Process.h"
#include <optional>
#include <vector>

using namespace llvm;

using TidyProvider =
    ownership::compat::TidyProvider<clang::tidy::ClangTidyOptions>;

namespace clang::clangd {
int clangdMain(int argc, char *argv[]);
}

namespace ownership {

/// Whether \p Checks, a list of globs in which later ones win, leaves it to us
/// whether our check runs. Who names it has decided, and so has who wants no
/// checks at all. But a project that lists the checks it likes was written
/// before it knew of ours, and whoever starts this program wants it.
static bool saysNothingOfUs(StringRef Checks) {
  bool WantsChecks = true;
  for (StringRef Glob : split(Checks, ',')) {
    Glob = Glob.trim();
    bool IsNegative = Glob.consume_front("-");
    if (Glob.starts_with("ownership"))
      return false;
    if (!IsNegative && !Glob.empty())
      WantsChecks = true;
    else if (Glob == "*")
      WantsChecks = false;
  }
  return WantsChecks;
}

/// What \p Checks says of us, and nothing else of it.
static std::string onlyOfUs(StringRef Checks) {
  if (saysNothingOfUs(Checks))
    return "-*," + CheckName.str();
  std::string Ours = "-*";
  for (StringRef Glob : split(Checks, ',')) {
    Glob = Glob.trim();
    if (Glob.ltrim('-').starts_with("ownership"))
      Ours += ("," + Glob).str();
  }
  return Ours;
}

/// The editor wants no clang-tidy (--clang-tidy=0), as Qt Creator does, which
/// runs it by itself. Without its checks ours is still what this program was
/// started for.
static bool WantsNoOthers = false;

// The names that --wrap gives: what clangd calls comes to "wrap", and what it
// would have called is "real".
#define IS_FAST "_ZN5clang6clangd15isFastTidyCheckEN4llvm9StringRefE"
#define DEFAULT_CHECKS "_ZN5clang6clangd20provideDefaultChecksEv"

std::optional<bool> realIsFast(StringRef Check) asm("__real_" IS_FAST);
std::optional<bool> isFast(StringRef Check) asm("__wrap_" IS_FAST);
TidyProvider realDefaultChecks() asm("__real_" DEFAULT_CHECKS);
TidyProvider defaultChecks() asm("__wrap_" DEFAULT_CHECKS);

/// Where there is no cycle ours costs next to nothing, which is what clangd
/// calls fast.
std::optional<bool> isFast(StringRef Check) {
  if (Check == CheckName)
    return true;
  return realIsFast(Check);
}

/// Called after .clang-tidy and .clangd were read, to fill in what they left
/// open.
TidyProvider defaultChecks() {
  // Older versions take a reference to a function, which must stay.
  static const auto Provide = [](clang::tidy::ClangTidyOptions &Options,
                                 StringRef File) {
    realDefaultChecks()(Options, File);
    if (WantsNoOthers)
      Options.Checks = onlyOfUs(Options.Checks.value_or(""));
    else if (Options.Checks && saysNothingOfUs(*Options.Checks))
      Options.Checks->append(("," + CheckName).str());
  };
  return Provide;
}

} // namespace ownership

/// clangd looks for the compiler's own headers beside itself, and we need not
/// be where it is installed. Those of the version that we are linked to will
/// do.
static bool needsResourceDir(ArrayRef<char *> Arguments) {
  auto Says = [](StringRef Argument) {
    return Argument.contains("resource-dir");
  };
  return none_of(Arguments, Says) &&
         !Says(sys::Process::GetEnv("CLANGD_FLAGS").value_or("")) &&
         sys::fs::exists(OWNERSHIP_RESOURCE_DIR);
}

/// Whether \p Argument switches clang-tidy off; clangd would not ask us for
/// anything then.
static bool isNoClangTidy(StringRef Argument) {
  return is_contained({"clang-tidy=0", "clang-tidy=false"},
                      Argument.ltrim('-'));
}

int main(int argc, char *argv[]) {
  std::vector<char *> Arguments(argv, argv + argc);
  auto Rest = remove_if(Arguments, isNoClangTidy);
  ownership::WantsNoOthers = Rest != Arguments.end();
  Arguments.erase(Rest, Arguments.end());
  char ResourceDir[] = "--resource-dir=" OWNERSHIP_RESOURCE_DIR;
  if (needsResourceDir(Arguments))
    Arguments.push_back(ResourceDir);
  int Count = Arguments.size();
  Arguments.push_back(nullptr);
  return clang::clangd::clangdMain(Count, Arguments.data());
}
