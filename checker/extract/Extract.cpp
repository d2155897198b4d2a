//===- Extract.cpp - From an AST to a summary -----------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Four passes, the first cheap and over everything, the others over what the
// one before has left:
//
//   1. collect   every class in sight and what its fields lead to, as pointers
//                into the AST; and every function that has a body
//                (CollectRecords.cpp)
//   2. peel      classes that own nothing, then those that own only such, and
//                so on: they cannot lie on a cycle, whatever the functions do
//   3. describe  what is left: names, places, NOLINT comments
//                (DescribeRecords.cpp)
//   4. read      the functions' bodies, only if something is left
//                (BodyReader.cpp)
//
//===----------------------------------------------------------------------===//

#include "extract/Extract.h"
#include "extract/Bodies.h"
#include "extract/CollectRecords.h"
#include "extract/DescribeRecords.h"
#include "extract/Places.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Index/USRGeneration.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {

/// Marks the records that lie on no cycle because nothing that they own leads
/// on. A pointer may lead to any class derived from its pointee, and an open
/// field to anything. In time linear in the number of hops and bases.
static void peel(std::vector<RawRecord> &Records, ExtractFor Purpose) {
  // Node I is record I itself; node N + I is what a pointer to it may lead to.
  const unsigned N = Records.size();
  std::vector<unsigned> LiveHops(2 * N, 0);
  std::vector<SmallVector<unsigned, 2>> Holders(2 * N);
  auto AddHop = [&](unsigned From, unsigned To) {
    ++LiveHops[From];
    Holders[To].push_back(From);
  };
  for (const auto &[I, R] : enumerate(Records)) {
    AddHop(N + I, I);
    bool MayLeadOn = Purpose == ExtractFor::Linking &&
                     !R.Decl->isThisDeclarationADefinition();
    for (const RawField &F : R.Fields) {
      MayLeadOn |= F.IsOpen;
      for (const RawHop &H : F.Hops) {
        if (H.Kind == OwnerKind::Weak)
          continue;
        bool IsPointer =
            H.Kind == OwnerKind::Shared || H.Kind == OwnerKind::Unique;
        AddHop(I, IsPointer ? N + H.Target : H.Target);
        if (F.Base)
          AddHop(N + H.Target, N + I);
      }
    }
    if (MayLeadOn)
      ++LiveHops[I];
    // Other translation units may derive from it.
    const CXXRecordDecl *D = R.Decl;
    if (Purpose == ExtractFor::Linking && D->isThisDeclarationADefinition() &&
        !D->isDependentContext() && D->isPolymorphic() &&
        !D->isEffectivelyFinal())
      ++LiveHops[N + I];
  }
  std::vector<unsigned> Work;
  for (unsigned I = 0; I < 2 * N; ++I)
    if (LiveHops[I] == 0)
      Work.push_back(I);
  while (!Work.empty()) {
    unsigned I = Work.back();
    Work.pop_back();
    // A class that owns nothing stays if a pointer to it may lead on.
    if (I >= N)
      Records[I - N].IsPeeled = true;
    for (unsigned Holder : Holders[I])
      if (--LiveHops[Holder] == 0)
        Work.push_back(Holder);
  }
}

Extraction extract(ASTContext &AST, OwnershipTypes &Types, ExtractFor Purpose,
                   StringRef CheckName) {
  Declared InSight = collectRecords(AST, Types);
  peel(InSight.Records, Purpose);
  RecordsInSight Known;
  Extraction Result = describeRecords(AST, CheckName, InSight.Records, Known);
  if (!Result.S.Records.empty())
    readBodies(AST, Types, InSight.Functions, Known, Result);
  if (Purpose == ExtractFor::Linking) {
    Places ThePlaces(AST.getSourceManager());
    for (SourceLocation Loc : Result.Statements)
      Result.S.Statements.push_back(ThePlaces.of(Loc));
    nameFunctions(Result);
    // USRs tell neither lambdas nor local classes apart; places do.
    for (const auto &[F, D] : zip(Result.S.Functions, Result.Functions))
      if (D->isInLocalScopeForInstantiation() ||
          D->getParentFunctionOrMethod() || F.IsCallOperator)
        F.Id += placeSuffix(ThePlaces.of(D->getLocation()));
  }
  return Result;
}

void nameFunctions(Extraction &Result) {
  for (const auto &[F, D] : zip(Result.S.Functions, Result.Functions)) {
    SmallString<128> Usr;
    index::generateUSRForDecl(D, Usr);
    F.Id = Usr.str().str();
    F.Name = D->getNameAsString();
    if (const auto *M = dyn_cast<CXXMethodDecl>(D)) {
      if (M->getParent()->isLambda())
        F.Name = "lambda";
      else
        F.Name = M->getParent()->getNameAsString() + "::" + F.Name;
    }
  }
}

} // namespace ownership
