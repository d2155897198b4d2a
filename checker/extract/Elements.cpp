//===- Elements.cpp - Which element a store goes to -----------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Two stores into one container go to one element or to two, and an element
// that is assigned to was there before or not: that decides whether the first
// value is still held. Neither needs the values of indices. The key of an index
// is a hash of its text with the versions of its variables, so that one
// expression means one element until a variable in it changes; and a place is
// known to be empty under the arm of a branch whose condition has asked that.
//
//===----------------------------------------------------------------------===//

#include "extract/Elements.h"
#include "LLVMCompat.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"

using namespace clang;
using namespace llvm;

namespace ownership {

unsigned ElementKeys::of(const Expr *Index) {
  SmallString<64> Text;
  raw_svector_ostream OS(Text);
  bool IsLocal = false;
  SmallVector<const Stmt *, 8> Work{Index};
  while (!Work.empty()) {
    const Stmt *S = Work.pop_back_val();
    if (!S)
      continue;
    if (const auto *U = dyn_cast<UnaryOperator>(S)) {
      if (U->isIncrementDecrementOp())
        return fresh();
      OS << UnaryOperator::getOpcodeStr(U->getOpcode());
    } else if (const auto *B = dyn_cast<BinaryOperator>(S))
      OS << BinaryOperator::getOpcodeStr(B->getOpcode());
    else if (const auto *L = dyn_cast<clang::StringLiteral>(S))
      OS << '"' << L->getBytes() << '"';
    else if (const auto *L = dyn_cast<IntegerLiteral>(S))
      OS << '#' << L->getValue();
    else if (const auto *L = dyn_cast<CharacterLiteral>(S))
      OS << '#' << L->getValue();
    else if (const auto *D = dyn_cast<DeclRefExpr>(S)) {
      const ValueDecl *V = D->getDecl();
      if (isa<EnumConstantDecl>(V))
        OS << V->getName();
      else {
        IsLocal = true;
        OS << 'v' << Vars.number(V) << '.' << Vars.version(V);
      }
    } else if (isa<MemberExpr, CXXThisExpr>(S)) {
      IsLocal = true;
      if (const auto *M = dyn_cast<MemberExpr>(S))
        OS << '.' << M->getMemberDecl()->getDeclName();
    } else if (isa<CallExpr>(S) && !isa<CXXOperatorCallExpr>(S))
      return fresh();
    OS << '(';
    for (const Stmt *Child : S->children())
      Work.push_back(Child);
  }
  unsigned Hash = unsigned(compat::hash(Text));
  // Fresh keys count up from here; a hash is far from them.
  if (!IsLocal)
    return (Hash & (FirstLocalKey - 2)) | 2;
  const auto *Named = dyn_cast<DeclRefExpr>(Index->IgnoreParenImpCasts());
  if (Named && Counter && Named->getDecl() == Counter)
    return FirstCounterKey | (Hash & (FirstLocalKey - CounterKeyTurns));
  return (Hash & (FirstLocalKey - 1)) | 3 * FirstLocalKey;
}

unsigned ElementKeys::ofName(StringRef Name) {
  return (unsigned(compat::hash(Name)) & (FirstLocalKey - 1)) | 1;
}

unsigned ElementKeys::ofPart(unsigned Index) {
  return ofName(("#" + Twine(Index)).str());
}

/// Calls \p Found with each expression whose test comes out one way where
/// \p Condition is \p Is, and with whether that way is "empty".
static void forEachTest(const Expr *Condition, bool Is,
                        function_ref<void(const Expr *E, bool IsEmpty)> Found) {
  auto Strip = [](const Expr *E) {
    return E->IgnoreImplicit()->IgnoreParenImpCasts();
  };
  const Expr *E = Strip(Condition);
  if (const auto *Rewritten = dyn_cast<CXXRewrittenBinaryOperator>(E))
    E = Strip(Rewritten->getSemanticForm());
  if (const auto *Not = dyn_cast<UnaryOperator>(E);
      Not && Not->getOpcode() == UO_LNot)
    return forEachTest(Not->getSubExpr(), !Is, Found);
  bool IsEqual = false;
  if (const auto *Op = dyn_cast<BinaryOperator>(E)) {
    if (Op->getOpcode() == (Is ? BO_LAnd : BO_LOr)) {
      forEachTest(Op->getLHS(), Is, Found);
      return forEachTest(Op->getRHS(), Is, Found);
    }
    // `m.count(k) == 0`
    const auto *Number =
        dyn_cast<IntegerLiteral>(Op->getRHS()->IgnoreParenImpCasts());
    if (!Op->isEqualityOp() || !Number || Number->getValue() != 0)
      return;
    IsEqual = Op->getOpcode() == BO_EQ;
    E = Strip(Op->getLHS());
  } else if (const auto *Op = dyn_cast<CXXOperatorCallExpr>(E)) {
    IsEqual = Op->getOperator() == OO_EqualEqual;
    if (!IsEqual && Op->getOperator() != OO_ExclaimEqual)
      return;
  }
  Found(E, Is == IsEqual);
}

void EmptyPlaces::forEachPointer(
    const Expr *Condition, bool Is,
    function_ref<void(const Ref &Pointer, bool IsNull)> Found) const {
  forEachTest(Condition, Is, [&](const Expr *E, bool IsEmpty) {
    if (auto It = PointersTestedBy.find(E); It != PointersTestedBy.end())
      Found(It->second.first, IsEmpty != It->second.second);
  });
}

void EmptyPlaces::assume(const Expr *Condition, bool Is) {
  forEachTest(Condition, Is, [&](const Expr *E, bool IsEmpty) {
    if (auto It = TestedBy.find(E); It != TestedBy.end() && IsEmpty)
      for (const Ref &Place : It->second)
        Empty[{{Place.Value, Place.Member}, Place.Key}] = Out.context();
  });
}

Storing EmptyPlaces::storing(const Ref &Place, Storing IfThere) {
  auto It = Empty.find({{Place.Value, Place.Member}, Place.Key});
  if (It == Empty.end())
    return IfThere;
  unsigned C = Out.context(), In = It->second;
  Empty.erase(It);
  while (C != None && C != In)
    C = Out.context(C).Outer;
  return C == In ? Storing::Added : IfThere;
}

} // namespace ownership
