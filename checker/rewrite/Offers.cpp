//===- Offers.cpp - Which conversions are offered -------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rewrite/Offers.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include <numeric>

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

class OfferJudge {
public:
  OfferJudge(const ASTContext &AST, const ParseSettings &Settings)
      : Trial(AST, Settings) {}

  void judge(const Offer &O) {
    std::vector<unsigned> Kept(O.Members.size());
    std::iota(Kept.begin(), Kept.end(), 0);
    Conversion Fix = tryOf(O, Kept);
    if (Fix.Refused && Kept.size() > 1) {
      // Without those that stand in the way of the others.
      Kept.clear();
      for (unsigned I = 0; I < O.Members.size(); ++I) {
        Kept.push_back(I);
        Conversion WithThis = tryOf(O, Kept);
        if (!WithThis.Refused) {
          Fix = std::move(WithThis);
          continue;
        }
        Kept.pop_back();
        WithThis.Refused->IsWithOthers |= !Kept.empty();
        refuse(O.Members[I], *WithThis.Refused);
      }
    } else if (Fix.Refused) {
      refuse(O.Members.front(), *Fix.Refused);
      Kept.clear();
    }
    if (Kept.empty() || Fix.Hints.empty())
      return;

    size_t Before = Together.size();
    append_range(Together, Fix.Hints);
    std::optional<Refusal> Bad = Before ? Trial.judge(Together) : std::nullopt;
    if (Bad) {
      Bad->IsWithOthers = true;
      Together.resize(Before, FixItHint());
    }
    for (unsigned I : Kept) {
      const Offered &Member = O.Members[I], &First = O.Members[Kept.front()];
      if (Bad)
        refuse(Member, *Bad);
      else if (I == Kept.front())
        *Member.Result = Fix;
      else
        refuse(Member, {Refusal::ConvertedTogether, First.Name});
    }
  }

private:
  TrialParse Trial;
  /// Of all offers that are kept.
  std::vector<FixItHint> Together;

  Conversion tryOf(const Offer &O, ArrayRef<unsigned> Members) {
    Conversion Fix = O.Build(Members);
    if (!Fix.Refused && !Fix.Hints.empty())
      Fix.Refused = Trial.judge(Fix.Hints);
    return Fix;
  }

  static void refuse(const Offered &O, Refusal Why) {
    if (Why.Where.isInvalid())
      Why.Where = O.Where;
    *O.Result = O.Refuse(std::move(Why));
  }
};

/// By its own edits or those of another.
bool isFixed(const Conversion &C) {
  return !C.Hints.empty() ||
         (C.Refused && C.Refused->Reason == Refusal::ConvertedTogether);
}

/// The classes whose objects the finding's cycles keep alive.
DenseSet<RecordIndex> keptClasses(const Summary &S, const Finding &F) {
  DenseSet<RecordIndex> Result;
  for (const Witness &Cycle : F.Cycles)
    for (size_t I = 0; I < Cycle.size(); ++I) {
      const WitnessHop &W = Cycle[I];
      if (S.field(W.Holder, W.Field).Hops[W.Hop].Kind == OwnerKind::Shared)
        Result.insert(Cycle[(I + 1) % Cycle.size()].Object);
    }
  return Result;
}

} // namespace

void keepWhatCompiles(ArrayRef<Offer> Offers, const ASTContext &AST,
                      const ParseSettings &Settings) {
  OfferJudge Judge(AST, Settings);
  for (const Offer &O : Offers)
    Judge.judge(O);
}

void holdBackHalves(ArrayRef<Offer> Offers, ArrayRef<Conversion> Results,
                    ArrayRef<Finding> Findings, const Extraction &Extracted) {
  const Summary &S = Extracted.S;
  std::vector<DenseSet<RecordIndex>> Kept;
  for (const Finding &F : Findings)
    Kept.push_back(keptClasses(S, F));
  /// Findings that leave their objects alive, in the order they are known.
  std::vector<size_t> Left;
  for (size_t I = 0; I < Findings.size(); ++I) {
    if (Findings[I].Level > Verdict::Possible && !isFixed(Results[I]))
      Left.push_back(I);
  }
  for (size_t Next = 0; Next < Left.size(); ++Next) {
    const FieldRef &Other = Findings[Left[Next]].Field;
    const Refusal Why(Refusal::OtherKeepsAlive,
                      S.fieldName(Other.Record, Other.Field),
                      Extracted.anchor(Other.Record, Other.Field).Where);
    for (const Offer &O : Offers) {
      auto IndexOf = [&](const Offered &Member) {
        return static_cast<size_t>(Member.Result - Results.data());
      };
      if (none_of(O.Members, [&](const Offered &Member) {
            size_t I = IndexOf(Member);
            return isFixed(*Member.Result) &&
                   any_of(Kept[Left[Next]],
                          [&](RecordIndex R) { return Kept[I].contains(R); });
          }))
        continue;
      // What one of them needs is among the edits of all.
      for (const Offered &Member : O.Members) {
        if (!isFixed(*Member.Result))
          continue;
        *Member.Result = Member.Refuse(Why);
        Left.push_back(IndexOf(Member));
      }
    }
  }
}

} // namespace ownership
