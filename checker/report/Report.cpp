//===- Report.cpp - What a person reads -----------------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "report/Report.h"
#include "analyze/FieldDirection.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include <set>

using namespace llvm;

namespace ownership {

const StringLiteral CheckName = "ownership-shared-ptr-cycle";

namespace {

// What chainOf() and isConfirmed() look for in a warning.
constexpr StringLiteral Keeps = "keeps", CanKeep = "can keep";
constexpr StringLiteral Arrow = " -> ", BeforeChain = ": ";
constexpr StringLiteral BeforeAdvice = "; ", BeforeCondition = ", unless ";

std::string quoted(StringRef Text) { return ("'" + Text + "'").str(); }

class Writer {
public:
  Writer(const Summary &S, const Finding &F) : S(S), F(F) {
    // Two classes of one name in a cycle need their namespaces.
    for (const Witness &W : F.Cycles)
      for (const WitnessHop &H : W)
        ByName[S.Records[H.Object].Name].insert(
            S.Records[H.Object].QualifiedName);
  }

  Report write() const {
    const Witness &W = F.Cycles.front();
    Report R;
    R.Warning = {F.Field, claim(W) + BeforeChain.str() + chain(told(W)) +
                              (F.advisesWeak() ? advice(W.front()) : "") +
                              condition()};
    for (unsigned I = 0; I < W.size(); ++I) {
      if (isLeftOut(W, I)) {
        if (I == W.size() - TailShown - 1)
          R.Notes.push_back(
              {fieldOf(W[I]), Twine(W.size() - HeadShown - TailShown).str() +
                                  " more hops lie between, up to this one"});
        continue;
      }
      if (!isCallableObject(W[I].Holder))
        R.Notes.push_back({fieldOf(W[I]), holds(W[I])});
      // What a lambda captures, it gets where it is written.
      if (F.Evidence && I < F.Evidence->Stores.size() &&
          F.Evidence->Stores[I].isValid() && !field(W[I]).IsCapture)
        R.Notes.push_back(
            {fieldOf(W[I]), stores(W[I]), F.Evidence->Stores[I].Where});
    }
    if (F.advisesWeak())
      writeWhyThisField(R, W);
    if (!F.CanBeWeak)
      R.Notes.push_back({F.Field, whyNothingCanBeWeak(W)});
    else if (!F.Others.Losses.empty())
      R.Notes.push_back(losesWhatItHolds(W));
    writeOtherCycles(R);
    if (F.MoreInComponent)
      R.Notes.push_back(
          {F.Field, ("the " + Twine(F.ComponentRecords) +
                     " classes that this cycle is part of close more cycles "
                     "through their " +
                     Twine(F.ComponentFields) +
                     " owning fields; those are reported once these are fixed")
                        .str()});
    return R;
  }

  /// Session -> server_ -> Server -> sessions_ -> Session
  std::string chain(const Witness &W) const {
    std::string Text;
    for (unsigned I = 0; I < W.size(); ++I) {
      if (isLeftOut(W, I)) {
        if (I == HeadShown)
          Text += "... (" + utostr(W.size() - HeadShown - TailShown) +
                  " more)" + Arrow.str();
        continue;
      }
      Text += name(W[I].Object) + Arrow.str() + fieldInChain(field(W[I])) +
              Arrow.str();
    }
    return Text + name(W.front().Object);
  }

  Message trustedCaller() const {
    const Loss &L = F.Others.Trusted.front();
    const WitnessHop &H = F.Cycles.front().front();
    return {F.Field,
            "once it is weak, " + subject(H) +
                " no longer keeps this object alive, so the caller of '" +
                S.Functions[L.AtEndOf].Name + "' has to keep it",
            L.Store.Where};
  }

private:
  static constexpr unsigned HeadShown = 5, TailShown = 5;

  const Summary &S;
  const Finding &F;
  StringMap<std::set<std::string>> ByName;

  static FieldRef fieldOf(const WitnessHop &H) { return {H.Holder, H.Field}; }
  const OwningField &field(const WitnessHop &H) const {
    return S.field(H.Holder, H.Field);
  }
  const Hop &hop(const WitnessHop &H) const { return field(H).Hops[H.Hop]; }

  static bool isLeftOut(const Witness &W, unsigned I) {
    return W.size() > MaxHopsShown && I >= HeadShown &&
           I < W.size() - TailShown;
  }

  std::string name(RecordIndex R) const {
    const Record &Rec = S.Records[R];
    auto It = ByName.find(Rec.Name);
    if (It == ByName.end() || It->second.size() < 2)
      return Rec.Name;
    StringRef Namespace = Rec.QualifiedName;
    Namespace.consume_back(Rec.Pattern);
    return Namespace.str() + Rec.Name;
  }

  std::string fieldInChain(const OwningField &Field) const {
    return Field.IsBase ? "(base " + Field.Name + ")" : Field.Name;
  }

  /// A capture is told from the field that keeps the callable.
  Witness told(Witness W) const {
    if (field(W.front()).IsCapture && W.size() > 1)
      std::rotate(W.begin(), W.end() - 1, W.end());
    return W;
  }

  std::string claim(const Witness &W) const {
    StringRef Verb = F.Level == Verdict::Confirmed ? Keeps : CanKeep;
    const WitnessHop &First = W.front();
    if (!field(First).IsCapture)
      return (subject(First) + " " + Verb + " its own owner alive").str();
    std::string Captured = quoted(field(First).Name);
    if (W.size() > 1 && isCallableObject(W.back().Holder)) {
      // A std::function on the heap has no name; who holds it has.
      std::string Holder = holderOf(W.back().Holder);
      return (Twine(Holder.empty() ? "a function on the heap" : Holder) + " " +
              Verb + " itself alive by capturing " + Captured)
          .str();
    }
    return (subject(told(W).front()) + " " + Verb +
            " its own owner alive by capturing " + Captured)
        .str();
  }

  bool isCallableObject(RecordIndex R) const {
    const auto &Fields = S.Records[R].Fields;
    return Fields.size() == 1 && Fields[0].IsOpen && !Fields[0].Where.isValid();
  }

  /// "the function that 'Copy::step_' holds"
  std::string holderOf(RecordIndex Target) const {
    for (const auto &[R, Rec] : enumerate(S.Records))
      for (const auto &[N, Field] : enumerate(Rec.Fields))
        if (!Field.IsBase && !Field.IsCapture &&
            any_of(Field.Hops, [&](const Hop &H) {
              return H.Target == Target && H.Kind == OwnerKind::Shared;
            }))
          return "the function that " + quoted(S.fieldName(R, N)) + " holds";
    return "";
  }

  /// ", unless 'Session::close' runs"
  std::string condition() const {
    if (!F.Evidence || F.Evidence->Why != Reason::TeardownNotCalled)
      return "";
    return BeforeCondition.str() +
           quoted(S.Functions[F.Evidence->Release.In].Name) + " runs";
  }

  std::string stores(const WitnessHop &H) const {
    return "here " + subject(H) + " gets its " + quoted(name(hop(H).Target));
  }

  std::string advice(const WitnessHop &H) const {
    StringRef Weak = hop(H).Weak;
    if (field(H).IsCapture)
      return (BeforeAdvice + "capture a " + Weak + " to break the cycle").str();
    bool IsVowel = StringRef("aeiou").contains(toLower(Weak.front()));
    return (BeforeAdvice + "make it " + StringRef(IsVowel ? "an " : "a ") +
            Weak + " to break the cycle")
        .str();
  }

  /// How the hop holds, outermost layer first: "as value of map, element of
  /// vector", "by unique_ptr, as element of array".
  static std::string manner(const Hop &H) {
    std::string Text;
    bool AfterPart = false;
    for (const Step &St : H.Steps) {
      if (St.Kind == Step::Shared || St.Kind == Step::Base)
        continue;
      bool IsPart = St.Kind != Step::Unique;
      if (!Text.empty())
        Text += ", ";
      if (!IsPart)
        Text += "by " + St.Type;
      else
        Text += (AfterPart ? "" : "as ") + St.Part + " of " +
                (St.Kind == Step::Array ? "array" : St.Type);
      AfterPart = IsPart;
    }
    if (!Text.empty())
      return Text;
    return H.Kind == OwnerKind::Value ? "by value" : "directly";
  }

  /// 'Class::field', as people write it.
  std::string subject(const WitnessHop &H) const {
    if (field(H).IsBase)
      return quoted(name(H.Holder)) + " through its base class " +
             quoted(field(H).Name);
    if (field(H).IsCapture)
      return "the capture " + quoted(field(H).Name);
    return quoted(S.fieldName(H.Holder, H.Field));
  }

  std::string holds(const WitnessHop &H) const {
    std::string Subject = subject(H);
    if (H.Holder != H.Object)
      Subject += ", which " + quoted(name(H.Object)) + " has through base " +
                 quoted(S.Records[H.Holder].Name) + ",";
    if (field(H).IsCapture)
      return "the " + S.Records[H.Holder].Pattern + " captures " +
             quoted(field(H).Name) + ", which holds " +
             quoted(name(hop(H).Target)) + " " + manner(hop(H));
    return Subject + " holds " + quoted(name(hop(H).Target)) + " " +
           manner(hop(H));
  }

  /// Why this field and no other of the cycle, if there is a reason to tell.
  void writeWhyThisField(Report &R, const Witness &W) const {
    for (const Loss &L : F.MustOwn) {
      const Member &M = S.Members[L.Field];
      PatternField Owner(S, M.Record, M.Field);
      if (none_of(W, [&](const WitnessHop &H) {
            return PatternField(S, H.Holder, H.Field) == Owner;
          }))
        continue;
      R.Notes.push_back({FieldRef{M.Record, M.Field},
                         quoted(S.fieldName(M.Record, M.Field)) +
                             " has to own: nothing else keeps what it gets "
                             "here",
                         L.Store.Where});
      return;
    }
    const WitnessHop &Last = W.back();
    if (F.Evidence && W.size() > 1 && isContainer(hop(Last)) &&
        !isContainer(hop(W.front())) && !field(Last).IsCapture &&
        !field(Last).IsBase)
      R.Notes.push_back(
          {F.Field, subject(W.front()) + " is the way back: " + subject(Last) +
                        " keeps the " + quoted(name(W.front().Object))});
  }

  /// Where the field holds the last reference.
  Message losesWhatItHolds(const Witness &W) const {
    const Loss &L = F.Others.Losses.front();
    std::string When;
    if (L.AtEndOf != None)
      When = "when '" + S.Functions[L.AtEndOf].Name + "' returns, ";
    return {
        F.Field,
        When + subject(W.front()) +
            " is the only owner of what it gets here, so a weak pointer would "
            "lose it",
        L.Store.Where};
  }

  std::string whyNothingCanBeWeak(const Witness &W) const {
    std::string Text = "nothing in this cycle can be made weak: ";
    SmallVector<std::string, 4> Reasons;
    for (const WitnessHop &H : W) {
      if (hop(H).Kind != OwnerKind::Shared || field(H).canBeWeak(hop(H)))
        continue;
      std::string Reason = reasonAgainst(H);
      if (!is_contained(Reasons, Reason) && Reasons.size() < 4)
        Reasons.push_back(std::move(Reason));
    }
    return Text + join(Reasons, "; ");
  }

  std::string reasonAgainst(const WitnessHop &H) const {
    switch (field(H).Fixed) {
    case FixedReason::SystemHeader:
      return quoted(S.fieldName(H.Holder, H.Field)) +
             " is declared in a system header";
    case FixedReason::BaseClass:
      return quoted(field(H).Name) + " is a base class";
    case FixedReason::None:
      break;
    }
    const auto &Steps = hop(H).Steps;
    auto Pointer = find_if(
        reverse(Steps), [](const Step &St) { return St.Kind == Step::Shared; });
    return quoted(Pointer == Steps.rend() ? "this pointer" : Pointer->Type) +
           " has no weak counterpart";
  }

  void writeOtherCycles(Report &R) const {
    std::set<std::string> Told{chain(F.Cycles.front())};
    unsigned Untold = F.MoreInstantiations;
    for (const Witness &W : drop_begin(F.Cycles)) {
      std::string Chain = chain(W);
      if (!Told.insert(Chain).second)
        continue;
      if (Told.size() > MaxInstantiationsShown + 1)
        ++Untold;
      else
        R.Notes.push_back({F.Field, "the same field closes " + Chain});
    }
    if (Untold)
      R.Notes.push_back(
          {F.Field, "and in " + utostr(Untold) + " more instantiations"});
  }
};

std::string reasonOf(const Summary &S, const JudgedCycle &C) {
  switch (C.Why) {
  case Reason::ClosedAndLost:
    return "these statements close it on the same objects, and nothing else "
           "leads to them";
  case Reason::Closed:
    return "these statements close it on the same objects, and nothing in "
           "sight takes it apart";
  case Reason::MayBeClosed:
    return "these statements close it if they meet the same objects";
  case Reason::StoreMayClose:
    return "what is stored here may lead back to the holder";
  case Reason::FarFetched:
    return "a store may close it, but far from sight";
  case Reason::TeardownNotCalled:
    return quoted(S.Functions[C.Release.In].Name) +
           " takes it apart, but nothing in sight calls that";
  case Reason::TakenApart:
    return quoted(S.Functions[C.Release.In].Name) + " takes it apart";
  case Reason::Released:
    return "it is taken apart where it is closed";
  case Reason::OneDirection:
    return "its fields run in one direction, as in a list or a tree";
  case Reason::TypesOnly:
    return "only types say so";
  }
  return "";
}

} // namespace

Report explain(const Summary &S, const JudgedCycle &C) {
  Finding F;
  F.Level = C.Level;
  F.Cycles = {C.Hops};
  F.Field = {C.Hops.front().Holder, C.Hops.front().Field};
  F.Evidence = C;
  Report R = Writer(S, F).write();
  R.Warning.Text = Writer(S, F).chain(C.Hops) + ": " + toString(C.Level).str() +
                   ", " + reasonOf(S, C);
  return R;
}

Report describe(const Summary &S, const Finding &F) {
  return Writer(S, F).write();
}

const StringLiteral FixInSeveralFiles =
    "the fix changes several files: apply it with clang-tidy --fix";

std::optional<Message> reliesOn(const Summary &S, const Finding &F) {
  if (F.Others.Trusted.empty())
    return std::nullopt;
  return Writer(S, F).trustedCaller();
}

StringRef chainOf(StringRef Warning) {
  size_t FirstArrow = Warning.find(Arrow);
  if (FirstArrow == StringRef::npos)
    return Warning;
  size_t Colon = Warning.take_front(FirstArrow).rfind(BeforeChain);
  if (Colon == StringRef::npos)
    return Warning;
  StringRef Chain = Warning.drop_front(Colon + BeforeChain.size());
  return Chain.take_front(
      std::min(Chain.find(BeforeAdvice), Chain.find(BeforeCondition)));
}

bool isConfirmed(StringRef Warning) {
  return Warning.take_front(Warning.find(Arrow))
             .find((" " + CanKeep + " ").str()) == StringRef::npos;
}

} // namespace ownership
