//===- ReportTest.cpp - What a person reads -------------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "report/Report.h"
#include "llvm/ADT/STLExtras.h"
#include "gtest/gtest.h"

using namespace llvm;

namespace ownership {
namespace {

Summary parse(StringRef Records) {
  Expected<Summary> S =
      parseSummary(("{\"version\": 2, \"records\": [" + Records + "]}").str());
  if (!S) {
    ADD_FAILURE() << toString(S.takeError());
    return {};
  }
  return std::move(*S);
}

/// A hop of the class itself.
WitnessHop hop(RecordIndex Object, unsigned Field = 0, unsigned Hop = 0) {
  return {Object, Object, Field, Hop};
}

Finding finding(std::vector<Witness> Cycles, bool CanBeWeak = true) {
  Finding F;
  F.Level = Verdict::Likely;
  F.Field = {Cycles[0][0].Holder, Cycles[0][0].Field};
  F.CanBeWeak = CanBeWeak;
  F.Cycles = std::move(Cycles);
  return F;
}

using Texts = std::vector<std::string>;

Texts notes(const Report &R) {
  Texts Result;
  for (const Message &Note : R.Notes)
    Result.push_back(Note.Text);
  return Result;
}

const char Pair[] = R"(
  {"id": "A", "fields": [
    {"name": "b", "hops": [{"target": "B", "kind": "shared"}]}]},
  {"id": "B", "fields": [
    {"name": "as", "hops": [{"target": "A", "kind": "shared", "steps": [
      {"kind": "container", "type": "vector", "part": "element"},
      {"kind": "shared", "type": "shared_ptr"}]}]}]})";

TEST(Describe, NameOfTheCheck) {
  EXPECT_EQ(CheckName, "ownership-shared-ptr-cycle");
}

TEST(Describe, TwoHops) {
  Report R = describe(parse(Pair), finding({{hop(0), hop(1)}}));
  EXPECT_EQ(R.Warning.Text,
            "'A::b' can keep its own owner alive: A -> b -> B -> "
            "as -> A; make it a std::weak_ptr to break the "
            "cycle");
  EXPECT_EQ(notes(R), (Texts{"'A::b' holds 'B' directly",
                             "'B::as' holds 'A' as element of vector"}));
}

TEST(Describe, MessagesStandAtTheirFields) {
  Report R = describe(parse(Pair), finding({{hop(1), hop(0)}}));
  EXPECT_EQ(R.Warning.At.Record, 1u);
  EXPECT_EQ(R.Warning.At.Field, 0u);
  ASSERT_EQ(R.Notes.size(), 2u);
  EXPECT_EQ(R.Notes[0].At.Record, 1u);
  EXPECT_EQ(R.Notes[1].At.Record, 0u);
}

TEST(Describe, LoneLoop) {
  Summary S = parse(R"({"id": "Node", "fields": [
    {"name": "other", "hops": []},
    {"name": "next", "hops": [{"target": "Node", "kind": "shared"}]}]})");
  Report R = describe(S, finding({{hop(0, 1)}}));
  EXPECT_EQ(R.Warning.Text,
            "'Node::next' can keep its own owner alive: Node -> next -> Node; "
            "make it a std::weak_ptr to break the cycle");
  EXPECT_EQ(notes(R), Texts{"'Node::next' holds 'Node' directly"});
  EXPECT_EQ(R.Warning.At.Field, 1u);
  EXPECT_EQ(R.Notes[0].At.Field, 1u);
}

// The field is the only owner of the rest of the list.
TEST(Describe, NoAdviceForWhatIsOnlyPossible) {
  Finding F = finding({{hop(0), hop(1)}});
  F.Level = Verdict::Possible;
  Report R = describe(parse(Pair), F);
  EXPECT_EQ(R.Warning.Text,
            "'A::b' can keep its own owner alive: A -> b -> B -> as -> A");
  EXPECT_EQ(R.Notes.size(), 2u);
}

TEST(Describe, AdviceNamesTheHopsOwnCounterpart) {
  Summary S = parse(R"({"id": "A", "fields": [{"name": "a", "hops": [
    {"target": "A", "kind": "shared", "weak": "x::Weak"},
    {"target": "A", "kind": "shared", "weak": "y::Weak"}]}]})");
  StringRef Chain =
      "'A::a' can keep its own owner alive: A -> a -> A; make it a ";
  EXPECT_EQ(describe(S, finding({{hop(0, 0, 0)}})).Warning.Text,
            (Chain + "x::Weak to break the cycle").str());
  EXPECT_EQ(describe(S, finding({{hop(0, 0, 1)}})).Warning.Text,
            (Chain + "y::Weak to break the cycle").str());
}

TEST(Describe, NoAdviceWhereNothingCanBeWeak) {
  Summary S = parse(R"({"id": "A", "fields": [{"name": "a", "hops": [
    {"target": "A", "kind": "shared", "weak": "", "steps": [
      {"kind": "shared", "type": "Ref"}]}]}]})");
  Report R = describe(S, finding({{hop(0)}}, /*CanBeWeak=*/false));
  EXPECT_EQ(R.Warning.Text, "'A::a' can keep its own owner alive: A -> a -> A");
  EXPECT_EQ(notes(R),
            (Texts{"'A::a' holds 'A' directly",
                   "nothing in this cycle can be made weak: 'Ref' has "
                   "no weak counterpart"}));
}

/// A ring of hops that cannot be weak, each for the reason given as JSON.
std::string whyNot(ArrayRef<StringRef> Fields) {
  std::string Records;
  Witness W;
  for (const auto &[I, Field] : enumerate(Fields)) {
    Records += (I ? "," : "") + ("{\"id\": \"R" + Twine(I) +
                                 "\", \"fields\": [{\"name\": \"f\", " + Field +
                                 "\"hops\": [{\"target\": \"R" +
                                 Twine((I + 1) % Fields.size()) + "\", ")
                                    .str();
    Records += "\"kind\": \"shared\"}]}]}";
    W.push_back(hop(I));
  }
  return describe(parse(Records), finding({W}, false)).Notes.back().Text;
}

TEST(Describe, ReasonsAgainstWeakening) {
  StringRef Start = "nothing in this cycle can be made weak: ";
  StringRef System = "\"fixed\": \"system header\", ";
  StringRef Base = "\"fixed\": \"base class\", ";
  EXPECT_EQ(whyNot({System}),
            (Start + "'R0::f' is declared in a system header").str());
  EXPECT_EQ(whyNot({Base}), (Start + "'f' is a base class").str());
  EXPECT_EQ(whyNot({System, System}),
            (Start + "'R0::f' is declared in a system header; "
                     "'R1::f' is declared in a system header")
                .str());
}

TEST(Describe, EachReasonOnce) {
  EXPECT_EQ(
      whyNot({"\"fixed\": \"base class\", ", "\"fixed\": \"base class\", "}),
      "nothing in this cycle can be made weak: 'f' is a base class");
}

TEST(Describe, AtMostFourReasons) {
  StringRef System = "\"fixed\": \"system header\", ";
  std::string Text = whyNot({System, System, System, System, System, System});
  EXPECT_EQ(StringRef(Text).count("system header"), 4u);
  EXPECT_EQ(StringRef(Text).count("'R4::f'"), 0u);
}

TEST(Describe, InnermostPointerIsTheReason) {
  Summary S = parse(R"({"id": "A", "fields": [{"name": "a", "hops": [
    {"target": "A", "kind": "shared", "weak": "", "steps": [
      {"kind": "shared", "type": "Outer"},
      {"kind": "container", "type": "vector", "part": "element"},
      {"kind": "shared", "type": "Inner"},
      {"kind": "unique", "type": "unique_ptr"}]}]}]})");
  EXPECT_EQ(describe(S, finding({{hop(0)}}, false)).Notes.back().Text,
            "nothing in this cycle can be made weak: 'Inner' has no weak "
            "counterpart");
}

TEST(Describe, ReasonsAreForSharedHopsOnly) {
  Summary S = parse(R"(
    {"id": "A", "fields": [{"name": "b", "hops": [
      {"target": "B", "kind": "unique"}]}]},
    {"id": "B", "fields": [{"name": "a", "fixed": "system header", "hops": [
      {"target": "A", "kind": "shared"}]}]})");
  EXPECT_EQ(describe(S, finding({{hop(0), hop(1)}}, false)).Notes.back().Text,
            "nothing in this cycle can be made weak: 'B::a' is declared in a "
            "system header");
}

std::string held(StringRef Hop) {
  Summary S = parse(("{\"id\": \"A\", \"fields\": [{\"name\": \"a\", \"hops\": "
                     "[{\"target\": \"A\", " +
                     Hop + "}]}]}")
                        .str());
  std::string Note = describe(S, finding({{hop(0)}})).Notes[0].Text;
  StringRef Text = Note;
  EXPECT_TRUE(Text.consume_front("'A::a' holds 'A' ")) << Text.str();
  return Text.str();
}

TEST(Describe, MannerOfHolding) {
  EXPECT_EQ(held(R"("kind": "value")"), "by value");
  EXPECT_EQ(held(R"("kind": "shared")"), "directly");
  EXPECT_EQ(held(R"("kind": "shared", "steps": [
    {"kind": "shared", "type": "shared_ptr"}])"),
            "directly");
  EXPECT_EQ(held(R"("kind": "unique", "steps": [
    {"kind": "unique", "type": "unique_ptr"}])"),
            "by unique_ptr");
  EXPECT_EQ(held(R"("kind": "value", "steps": [
    {"kind": "array", "part": "element"}])"),
            "as element of array");
}

TEST(Describe, MannerOfHoldingThroughLayers) {
  EXPECT_EQ(held(R"("kind": "shared", "steps": [
    {"kind": "container", "type": "map", "part": "value"},
    {"kind": "container", "type": "vector", "part": "element"},
    {"kind": "shared", "type": "shared_ptr"}])"),
            "as value of map, element of vector");
  EXPECT_EQ(held(R"("kind": "unique", "steps": [
    {"kind": "unique", "type": "unique_ptr"},
    {"kind": "array", "part": "element"}])"),
            "by unique_ptr, as element of array");
  EXPECT_EQ(held(R"("kind": "shared", "steps": [
    {"kind": "array", "part": "element"},
    {"kind": "unique", "type": "unique_ptr"},
    {"kind": "shared", "type": "shared_ptr"},
    {"kind": "container", "type": "pair", "part": "second"}])"),
            "as element of array, by unique_ptr, as second of pair");
}

TEST(Describe, InheritedField) {
  Summary S = parse(R"(
    {"id": "Base<D>", "pattern": "Base", "fields": [
      {"name": "hub", "hops": [{"target": "H", "kind": "shared"}]}]},
    {"id": "D", "fields": [
      {"name": "Base<D>", "base": true, "hops": [{"target": "Base<D>"}]}]},
    {"id": "H", "fields": [
      {"name": "d", "hops": [{"target": "D", "kind": "shared"}]}]})");
  Report R = describe(S, finding({{{1, 0, 0, 0}, hop(2)}}));
  EXPECT_EQ(R.Warning.Text,
            "'Base::hub' can keep its own owner alive: D -> hub "
            "-> H -> d -> D; make it a std::weak_ptr to break "
            "the cycle");
  EXPECT_EQ(notes(R),
            (Texts{"'Base::hub', which 'D' has through base 'Base<D>', "
                   "holds 'H' directly",
                   "'H::d' holds 'D' directly"}));
}

TEST(Describe, BaseClassThatHolds) {
  Summary S = parse(R"(
    {"id": "Group", "fields": [{"name": "std::vector<X>", "base": true,
      "fixed": "base class", "hops": [
        {"target": "M", "kind": "shared", "steps": [
          {"kind": "container", "type": "vector", "part": "element"}]}]}]},
    {"id": "M", "fields": [
      {"name": "group", "hops": [{"target": "Group", "kind": "shared"}]}]})");
  Report R = describe(S, finding({{hop(1), hop(0)}}));
  EXPECT_EQ(R.Warning.Text,
            "'M::group' can keep its own owner alive: M -> group -> Group -> "
            "(base std::vector<X>) -> M; make it a std::weak_ptr to break the "
            "cycle");
  EXPECT_EQ(R.Notes[1].Text, "'Group' through its base class 'std::vector<X>' "
                             "holds 'M' as element of vector");
}

//===----------------------------------------------------------------------===//
// Names
//===----------------------------------------------------------------------===//

TEST(Describe, InstantiationsByNameFieldsByPattern) {
  Summary S = parse(R"({"id": "c:N", "name": "Node<int>", "pattern": "Node",
    "qualifiedName": "ns::Node", "fields": [
      {"name": "next", "hops": [{"target": "c:N", "kind": "shared"}]}]})");
  Report R = describe(S, finding({{hop(0)}}));
  EXPECT_EQ(R.Warning.Text, "'Node::next' can keep its own owner alive: "
                            "Node<int> -> next -> Node<int>; make it a "
                            "std::weak_ptr to break the cycle");
  EXPECT_EQ(notes(R), Texts{"'Node::next' holds 'Node<int>' directly"});
}

std::string chainOfTwo(StringRef Name, StringRef Pattern) {
  std::string Common =
      ("\"name\": \"" + Name + "\", \"pattern\": \"" + Pattern + "\"").str();
  Summary S = parse(
      (R"({"id": "1", "qualifiedName": "a::)" + Pattern + "\", " + Common +
       R"(, "fields": [{"name": "f", "hops": [{"target": "2", "kind": "shared"}]}]},
       {"id": "2", "qualifiedName": "b::)" +
       Pattern + "\", " + Common +
       R"(, "fields": [{"name": "f", "hops": [{"target": "1", "kind": "shared"}]}]})")
          .str());
  Report R = describe(S, finding({{hop(0), hop(1)}}, false));
  return StringRef(R.Warning.Text).split("alive: ").second.str();
}

TEST(Describe, SameNameTwiceShowsNamespaces) {
  EXPECT_EQ(chainOfTwo("X", "X"), "a::X -> f -> b::X -> f -> a::X");
  EXPECT_EQ(chainOfTwo("X<int>", "X"),
            "a::X<int> -> f -> b::X<int> -> f -> a::X<int>");
  EXPECT_EQ(chainOfTwo("Outer::X", "Outer::X"),
            "a::Outer::X -> f -> b::Outer::X -> f -> a::Outer::X");
  EXPECT_EQ(
      chainOfTwo("O<int>::X<int>", "O::X"),
      "a::O<int>::X<int> -> f -> b::O<int>::X<int> -> f -> a::O<int>::X<int>");
}

TEST(Describe, SameNameInNotesToo) {
  Summary S = parse(R"(
    {"id": "1", "name": "X", "qualifiedName": "a::X", "fields": [
      {"name": "f", "hops": [{"target": "2", "kind": "shared"}]}]},
    {"id": "2", "name": "X", "qualifiedName": "b::X", "fields": [
      {"name": "g", "hops": [{"target": "1", "kind": "shared"}]}]})");
  EXPECT_EQ(
      notes(describe(S, finding({{hop(0), hop(1)}}))),
      (Texts{"'X::f' holds 'b::X' directly", "'X::g' holds 'a::X' directly"}));
}

TEST(Describe, SameNameElsewhereDoesNotMatter) {
  Summary S = parse(R"(
    {"id": "1", "name": "X", "qualifiedName": "a::X", "fields": [
      {"name": "f", "hops": [{"target": "1", "kind": "shared"}]}]},
    {"id": "2", "name": "X", "qualifiedName": "b::X"})");
  EXPECT_EQ(describe(S, finding({{hop(0)}})).Warning.Text,
            "'X::f' can keep its own owner alive: X -> f -> X; make it a "
            "std::weak_ptr to break the cycle");
}

//===----------------------------------------------------------------------===//
// Much to say
//===----------------------------------------------------------------------===//

Report ring(unsigned N) {
  Summary S;
  Witness W;
  for (unsigned I = 0; I < N; ++I) {
    Record R;
    R.Id = R.Name = R.Pattern = R.QualifiedName = "R" + std::to_string(I);
    OwningField F;
    F.Name = "f";
    Hop H;
    H.Target = (I + 1) % N;
    H.Kind = OwnerKind::Shared;
    H.Weak = "W";
    F.Hops.push_back(std::move(H));
    R.Fields.push_back(std::move(F));
    S.Records.push_back(std::move(R));
    W.push_back(hop(I));
  }
  return describe(S, finding({W}));
}

TEST(Describe, UpToMaxHopsShownNothingIsLeftOut) {
  Report R = ring(MaxHopsShown);
  EXPECT_EQ(R.Notes.size(), MaxHopsShown);
  EXPECT_EQ(StringRef(R.Warning.Text).count(" -> f -> "), MaxHopsShown);
  EXPECT_FALSE(StringRef(R.Warning.Text).contains("..."));
}

TEST(Describe, LongCyclesAreShortenedInTheMiddle) {
  Report R = ring(15);
  EXPECT_EQ(
      R.Warning.Text,
      "'R0::f' can keep its own owner alive: R0 -> f -> R1 -> f -> R2 -> "
      "f -> R3 -> f -> R4 -> f -> ... (5 more) -> R10 -> f -> R11 -> f -> "
      "R12 -> f -> R13 -> f -> R14 -> f -> R0; make it a W to break the "
      "cycle");
  EXPECT_EQ(
      notes(R),
      (Texts{"'R0::f' holds 'R1' directly", "'R1::f' holds 'R2' directly",
             "'R2::f' holds 'R3' directly", "'R3::f' holds 'R4' directly",
             "'R4::f' holds 'R5' directly",
             "5 more hops lie between, up to this one",
             "'R10::f' holds 'R11' directly", "'R11::f' holds 'R12' directly",
             "'R12::f' holds 'R13' directly", "'R13::f' holds 'R14' directly",
             "'R14::f' holds 'R0' directly"}));
  // "This one" is the last hop that is left out.
  EXPECT_EQ(R.Notes[5].At.Record, 9u);
}

TEST(Describe, JustTooLong) {
  Report R = ring(MaxHopsShown + 1);
  EXPECT_EQ(R.Notes.size(), 11u);
  EXPECT_EQ(R.Notes[5].Text, "3 more hops lie between, up to this one");
  EXPECT_TRUE(StringRef(R.Warning.Text).contains(" -> ... (3 more) -> "));
}

Report instantiations(unsigned N) {
  Summary S;
  std::vector<Witness> Cycles;
  for (unsigned I = 0; I < N; ++I) {
    Record R;
    R.Id = R.Name = "P<" + std::to_string(I) + ">";
    R.Pattern = R.QualifiedName = "P";
    OwningField F;
    F.Name = "f";
    Hop H;
    H.Target = I;
    H.Kind = OwnerKind::Shared;
    H.Weak = "W";
    F.Hops.push_back(std::move(H));
    R.Fields.push_back(std::move(F));
    S.Records.push_back(std::move(R));
    Cycles.push_back({hop(I)});
  }
  return describe(S, finding(std::move(Cycles)));
}

TEST(Describe, OtherInstantiationsAreNotes) {
  Report R = instantiations(3);
  EXPECT_EQ(R.Warning.Text, "'P::f' can keep its own owner alive: P<0> -> f -> "
                            "P<0>; make it a W to break the cycle");
  EXPECT_EQ(notes(R), (Texts{"'P::f' holds 'P<0>' directly",
                             "the same field closes P<1> -> f -> P<1>",
                             "the same field closes P<2> -> f -> P<2>"}));
  // They stand at the field that the warning stands at.
  EXPECT_EQ(R.Notes[2].At.Record, 0u);
}

TEST(Describe, ManyInstantiationsAreCounted) {
  // The first is the witness.
  Report R = instantiations(1 + MaxInstantiationsShown);
  EXPECT_EQ(R.Notes.size(), 1 + MaxInstantiationsShown);
  EXPECT_EQ(R.Notes.back().Text, "the same field closes P<8> -> f -> P<8>");

  R = instantiations(4 + MaxInstantiationsShown);
  EXPECT_EQ(R.Notes.size(), 2 + MaxInstantiationsShown);
  EXPECT_EQ(R.Notes.back().Text, "and in 3 more instantiations");
}

TEST(Describe, MoreInTheComponent) {
  Finding F = finding({{hop(0), hop(1)}});
  F.ComponentRecords = 20;
  F.ComponentFields = 45;
  EXPECT_EQ(describe(parse(Pair), F).Notes.size(), 2u);
  F.MoreInComponent = true;
  Report R = describe(parse(Pair), F);
  ASSERT_EQ(R.Notes.size(), 3u);
  EXPECT_EQ(
      R.Notes[2].Text,
      "the 20 classes that this cycle is part of close more cycles through "
      "their 45 owning fields; those are reported once these are fixed");
  EXPECT_EQ(R.Notes[2].At.Record, 0u);
}

} // namespace
} // namespace ownership
