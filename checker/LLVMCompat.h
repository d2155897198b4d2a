//===- LLVMCompat.h - What differs between LLVM versions --------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every difference between the LLVM and Clang versions that the project builds
// against lives here. Nothing else may test LLVM_VERSION_MAJOR.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_LLVMCOMPAT_H
#define OWNERSHIP_LLVMCOMPAT_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/NestedNameSpecifier.h"
#include "clang/AST/Type.h"
#include "clang/AST/TypeLoc.h"
#include "clang/Basic/Module.h"
#include "llvm/ADT/FunctionExtras.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/xxhash.h"
#include <memory>

// ClangTidyModuleRegistry.h was merged into ClangTidyModule.h in 22 and warns
// there. It is a macro because the include needs clang-tidy's own headers,
// which only the clang-tidy module may use.
#if LLVM_VERSION_MAJOR >= 22
#define OWNERSHIP_TIDY_REGISTRY_HEADER "clang-tidy/ClangTidyModule.h"
#else
#define OWNERSHIP_TIDY_REGISTRY_HEADER "clang-tidy/ClangTidyModuleRegistry.h"
#endif

// What a checker of the static analyzer calls itself in dumps.
#if LLVM_VERSION_MAJOR >= 22
#define OWNERSHIP_CHECKER_TAG getDebugTag
#else
#define OWNERSHIP_CHECKER_TAG getTagDescription
#endif

namespace ownership::compat {

/// The template name and its arguments inside \p Loc, without the sugar of
/// qualifiers that versions before 22 wrap around it. Null if \p Loc does not
/// write a template specialization.
inline clang::TemplateSpecializationTypeLoc
templateSpecialization(clang::TypeLoc Loc) {
  Loc = Loc.getUnqualifiedLoc();
#if LLVM_VERSION_MAJOR < 22
  if (auto Elaborated = Loc.getAs<clang::ElaboratedTypeLoc>())
    Loc = Elaborated.getNamedTypeLoc();
#endif
  return Loc.getAs<clang::TemplateSpecializationTypeLoc>();
}

/// The alias that \p Loc names, without qualifiers. Null if it names none.
inline clang::TypedefTypeLoc aliasName(clang::TypeLoc Loc) {
  Loc = Loc.getUnqualifiedLoc();
#if LLVM_VERSION_MAJOR < 22
  if (auto Elaborated = Loc.getAs<clang::ElaboratedTypeLoc>())
    Loc = Elaborated.getNamedTypeLoc();
#endif
  return Loc.getAs<clang::TypedefTypeLoc>();
}

/// The type that \p R declares, without qualifiers.
inline clang::QualType typeOf(const clang::ASTContext &AST,
                              const clang::RecordDecl *R) {
#if LLVM_VERSION_MAJOR >= 22
  return AST.getCanonicalTagType(R);
#else
  return AST.getRecordType(R);
#endif
}

inline bool isPure(const clang::FunctionDecl &F) {
#if LLVM_VERSION_MAJOR >= 18
  return F.isPureVirtual();
#else
  return F.isPure();
#endif
}

inline bool isUnnamedBitField(const clang::FieldDecl &F) {
#if LLVM_VERSION_MAJOR >= 19
  return F.isUnnamedBitField();
#else
  return F.isUnnamedBitfield();
#endif
}

/// Of C++20, and not of a module map.
inline bool isNamedModule(const clang::Module &M) {
#if LLVM_VERSION_MAJOR >= 17
  return M.isNamedModule();
#else
  return M.isModulePurview();
#endif
}

/// The same in every run.
inline uint64_t hash(llvm::StringRef Text) {
#if LLVM_VERSION_MAJOR >= 17
  return llvm::xxh3_64bits(Text);
#else
  return llvm::xxHash64(Text);
#endif
}

// CompilerInstance.h brings llvm::Type into sight, which is ambiguous in files
// that open both namespaces. So these two are templates, and who calls them
// includes what they need.

/// The language options of \p Invocation, to be set.
template <typename CompilerInvocationT>
clang::LangOptions &languageOf(CompilerInvocationT &Invocation) {
#if LLVM_VERSION_MAJOR >= 18
  return Invocation.getLangOpts();
#else
  return *Invocation.getLangOpts();
#endif
}

/// A compiler that reads \p Files and talks to \p Listener alone.
template <typename CompilerInstanceT, typename CompilerInvocationT,
          typename FilesT, typename ListenerT>
std::unique_ptr<CompilerInstanceT>
makeCompiler(std::shared_ptr<CompilerInvocationT> Invocation, FilesT Files,
             ListenerT &Listener) {
#if LLVM_VERSION_MAJOR >= 22
  auto Compiler = std::make_unique<CompilerInstanceT>(std::move(Invocation));
  Compiler->setVirtualFileSystem(std::move(Files));
  Compiler->createDiagnostics(&Listener, /*ShouldOwnClient=*/false);
  Compiler->createFileManager();
#else
  auto Compiler = std::make_unique<CompilerInstanceT>();
  Compiler->setInvocation(std::move(Invocation));
  Compiler->createDiagnostics(&Listener, /*ShouldOwnClient=*/false);
  Compiler->createFileManager(std::move(Files));
#endif
  return Compiler;
}

/// Diagnostics that nobody reads. \p Options must outlive them.
template <typename EngineT, typename IDsT, typename OptionsT, typename ClientT>
std::unique_ptr<EngineT> makeSilentDiagnostics(OptionsT &Options) {
  llvm::IntrusiveRefCntPtr<IDsT> IDs(new IDsT);
#if LLVM_VERSION_MAJOR >= 21
  return std::make_unique<EngineT>(IDs, Options, new ClientT);
#else
  Options.Retain(); // the caller's, and not to be deleted
  return std::make_unique<EngineT>(IDs, &Options, new ClientT);
#endif
}

/// Where \p Result stands.
template <typename ResultT, typename RangeT>
ResultT withLocation(ResultT Result, RangeT Range) {
#if LLVM_VERSION_MAJOR >= 22
  return Result.addLocations({Range});
#else
  return Result.setLocations({Range});
#endif
}

/// What clangd calls to set the options of clang-tidy for a file, as its
/// providers are returned.
template <typename OptionsT>
using TidyProvider =
#if LLVM_VERSION_MAJOR >= 22
    llvm::unique_function<void(OptionsT &, llvm::StringRef) const>;
#else
    llvm::function_ref<void(OptionsT &, llvm::StringRef)>;
#endif

/// A path of the static analyzer that ends at \p End. A template for the same
/// reason.
template <typename PathT, typename LocationT, typename LinesT>
std::unique_ptr<PathT>
makePathDiagnostic(llvm::StringRef Checker, const clang::Decl *Issue,
                   llvm::StringRef BugType, llvm::StringRef Description,
                   llvm::StringRef Category, LocationT End, LinesT Lines) {
  return std::make_unique<PathT>(Checker, Issue, BugType, Description,
                                 Description, Category, End, Issue,
#if LLVM_VERSION_MAJOR >= 18
                                 /*AnalysisEntryPoint=*/Issue,
#endif
                                 std::move(Lines));
}

/// The namespace that the qualifier of a template's specialization names,
/// itself or by an alias; null if there is none.
inline const clang::NamespaceDecl *qualifyingNamespace(clang::TypeLoc Loc) {
#if LLVM_VERSION_MAJOR >= 22
  clang::NestedNameSpecifier Qualifier =
      templateSpecialization(Loc).getQualifierLoc().getNestedNameSpecifier();
  if (Qualifier.getKind() != clang::NestedNameSpecifier::Kind::Namespace)
    return nullptr;
  const clang::NamespaceBaseDecl *Named =
      Qualifier.getAsNamespaceAndPrefix().Namespace;
  if (const auto *Alias = llvm::dyn_cast<clang::NamespaceAliasDecl>(Named))
    return Alias->getNamespace();
  return llvm::dyn_cast<clang::NamespaceDecl>(Named);
#else
  auto Elaborated = Loc.getUnqualifiedLoc().getAs<clang::ElaboratedTypeLoc>();
  const clang::NestedNameSpecifier *Qualifier =
      Elaborated ? Elaborated.getQualifierLoc().getNestedNameSpecifier()
                 : nullptr;
  if (!Qualifier)
    return nullptr;
  if (const clang::NamespaceAliasDecl *Alias = Qualifier->getAsNamespaceAlias())
    return Alias->getNamespace();
  return Qualifier->getAsNamespace();
#endif
}

} // namespace ownership::compat

#endif // OWNERSHIP_LLVMCOMPAT_H
