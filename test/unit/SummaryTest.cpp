//===- SummaryTest.cpp - Summaries: JSON and linking ----------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/Summary.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "gtest/gtest.h"

using namespace llvm;

namespace ownership {
namespace {

Summary parse(StringRef Text) {
  Expected<Summary> S = parseSummary(Text);
  if (!S) {
    ADD_FAILURE() << toString(S.takeError());
    return {};
  }
  return std::move(*S);
}

std::string errorOf(StringRef Text) {
  Expected<Summary> S = parseSummary(Text);
  return S ? "" : toString(S.takeError());
}

std::string text(const Summary &S) { return formatv("{0}", toJSON(S)).str(); }

/// The hop's target by name, which does not depend on numbering.
StringRef target(const Summary &S, RecordIndex R, unsigned Field = 0,
                 unsigned Hop = 0) {
  return S.Records[S.field(R, Field).Hops[Hop].Target].Id;
}

RecordIndex find(const Summary &S, StringRef Id) {
  auto It = find_if(S.Records, [&](const Record &R) { return R.Id == Id; });
  EXPECT_NE(It, S.Records.end()) << Id.str();
  return It - S.Records.begin();
}

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

TEST(Place, ValidFromLineOneOn) {
  EXPECT_FALSE(Place().isValid());
  EXPECT_FALSE((Place{"a.h", 0, 0}).isValid());
  EXPECT_TRUE((Place{"a.h", 1, 1}).isValid());
}

TEST(Place, OrderedByFileThenLineThenColumn) {
  std::vector<Place> Ascending{
      {"a.h", 9, 9}, {"b.h", 2, 7}, {"b.h", 10, 1}, {"b.h", 10, 2}};
  for (size_t I = 0; I < Ascending.size(); ++I)
    for (size_t J = 0; J < Ascending.size(); ++J) {
      EXPECT_EQ(Ascending[I] < Ascending[J], I < J);
      EXPECT_EQ(Ascending[I] == Ascending[J], I == J);
    }
}

TEST(Hop, EqualInAllParts) {
  Hop H{3,
        OwnerKind::Shared,
        {{Step::Shared, "shared_ptr", ""}},
        "std::weak_ptr"};
  Hop Same = H;
  EXPECT_TRUE(H == Same);
  Hop Target = H, Kind = H, Steps = H, Weak = H;
  Target.Target = 4;
  Kind.Kind = OwnerKind::Unique;
  Steps.Steps[0].Type = "other_ptr";
  Weak.Weak = "";
  for (const Hop &Other : {Target, Kind, Steps, Weak})
    EXPECT_FALSE(H == Other);
}

TEST(Summary, FieldNameIsThePatternsName) {
  Summary S = parse(R"({"version": 2, "records": [
    {"id": "c:@N@ns@S@Node", "name": "Node<int>", "pattern": "Node",
     "qualifiedName": "ns::Node", "fields": [{"name": "next"}]}]})");
  EXPECT_EQ(S.fieldName(0, 0), "Node::next");
}

TEST(Names, OfKindsAndReasons) {
  EXPECT_EQ(toString(OwnerKind::Value), "value");
  EXPECT_EQ(toString(OwnerKind::Unique), "unique");
  EXPECT_EQ(toString(OwnerKind::Shared), "shared");
  EXPECT_EQ(toString(OwnerKind::Callable), "callable");
  EXPECT_EQ(toString(FixedReason::None), "");
  EXPECT_EQ(toString(FixedReason::BaseClass), "base class");
  EXPECT_EQ(toString(FixedReason::SystemHeader), "system header");
}

//===----------------------------------------------------------------------===//
// Reading
//===----------------------------------------------------------------------===//

TEST(ParseSummary, Empty) {
  EXPECT_TRUE(parse(R"({"version": 2, "records": []})").Records.empty());
}

TEST(ParseSummary, Defaults) {
  Summary S = parse(R"({"version": 2, "records": [
    {"id": "A", "fields": [
      {"name": "b", "hops": [
        {"target": "B"}, {"target": "B", "kind": "shared"},
        {"target": "B", "kind": "unique"}]}]},
    {"id": "B", "name": "Bee"}]})");
  ASSERT_EQ(S.Records.size(), 2u);
  const Record &A = S.Records[0];
  EXPECT_EQ(A.Id, "A");
  EXPECT_EQ(A.Name, "A");
  EXPECT_EQ(A.Pattern, "A");
  EXPECT_EQ(A.QualifiedName, "A");
  EXPECT_FALSE(A.Where.isValid());
  EXPECT_TRUE(A.Complete);
  const Record &B = S.Records[1];
  EXPECT_EQ(B.Name, "Bee");
  EXPECT_EQ(B.Pattern, "Bee");
  EXPECT_EQ(B.QualifiedName, "Bee");

  ASSERT_EQ(A.Fields.size(), 1u);
  const OwningField &F = A.Fields[0];
  EXPECT_FALSE(F.Where.isValid());
  EXPECT_EQ(F.Type, "");
  EXPECT_FALSE(F.IsBase);
  EXPECT_FALSE(F.Suppressed);
  EXPECT_FALSE(F.IsOpen);
  EXPECT_EQ(F.Fixed, FixedReason::None);
  EXPECT_EQ(F.Hops,
            (std::vector<Hop>{{1, OwnerKind::Value, {}, ""},
                              {1, OwnerKind::Shared, {}, "std::weak_ptr"},
                              {1, OwnerKind::Unique, {}, ""}}));
}

TEST(ParseSummary, EverythingSaid) {
  Summary S = parse(R"({"version": 2, "records": [
    {"id": "i", "name": "n", "pattern": "p", "qualifiedName": "q",
     "at": "a.h:3:8", "complete": true, "fields": [
      {"name": "f", "at": "b.h:4:5", "type": "T", "base": true,
       "suppressed": true, "open": true, "fixed": "base class", "hops": [
        {"target": "i", "kind": "shared", "weak": "my::Weak", "steps": [
          {"kind": "base", "type": "B"}, {"kind": "array", "part": "element"},
          {"kind": "container", "type": "map", "part": "value"},
          {"kind": "unique", "type": "unique_ptr"},
          {"kind": "shared", "type": "Ref"}]},
        {"target": "i", "kind": "callable"}]},
      {"name": "g", "fixed": "system header"}, {"name": "h", "fixed": ""}]}]})");
  ASSERT_EQ(S.Records.size(), 1u);
  const Record &R = S.Records[0];
  EXPECT_EQ(R.Id, "i");
  EXPECT_EQ(R.Name, "n");
  EXPECT_EQ(R.Pattern, "p");
  EXPECT_EQ(R.QualifiedName, "q");
  EXPECT_EQ(R.Where, (Place{"a.h", 3, 8}));
  ASSERT_EQ(R.Fields.size(), 3u);
  const OwningField &F = R.Fields[0];
  EXPECT_EQ(F.Name, "f");
  EXPECT_EQ(F.Where, (Place{"b.h", 4, 5}));
  EXPECT_EQ(F.Type, "T");
  EXPECT_TRUE(F.IsBase);
  EXPECT_TRUE(F.Suppressed);
  EXPECT_TRUE(F.IsOpen);
  EXPECT_EQ(F.Fixed, FixedReason::BaseClass);
  EXPECT_EQ(F.Hops, (std::vector<Hop>{{0,
                                       OwnerKind::Shared,
                                       {{Step::Base, "B", ""},
                                        {Step::Array, "", "element"},
                                        {Step::Container, "map", "value"},
                                        {Step::Unique, "unique_ptr", ""},
                                        {Step::Shared, "Ref", ""}},
                                       "my::Weak"},
                                      {0, OwnerKind::Callable, {}, ""}}));
  EXPECT_EQ(R.Fields[1].Fixed, FixedReason::SystemHeader);
  EXPECT_EQ(R.Fields[2].Fixed, FixedReason::None);
}

TEST(ParseSummary, SharedPointerWithoutWeakCounterpart) {
  Summary S = parse(R"({"version": 2, "records": [{"id": "A", "fields": [
    {"name": "a", "hops": [{"target": "A", "kind": "shared", "weak": ""}]}]}]})");
  EXPECT_EQ(S.field(0, 0).Hops[0].Weak, "");
}

TEST(ParseSummary, FileOfAPlaceMayContainColons) {
  Summary S = parse(R"({"version": 2, "records": [
    {"id": "A", "at": "C:/x::y.h:12:3"}]})");
  EXPECT_EQ(S.Records[0].Where, (Place{"C:/x::y.h", 12, 3}));
}

TEST(ParseSummary, TargetMayComeLater) {
  Summary S = parse(R"({"version": 2, "records": [
    {"id": "A", "fields": [{"name": "c", "hops": [{"target": "C"}]}]},
    {"id": "B"}, {"id": "C"}]})");
  EXPECT_EQ(S.field(0, 0).Hops[0].Target, 2u);
}

TEST(ParseSummary, TargetThatNothingDescribesIsIncomplete) {
  Summary S = parse(R"({"version": 2, "records": [
    {"id": "A", "fields": [
      {"name": "x", "hops": [{"target": "X"}]},
      {"name": "y", "hops": [{"target": "Y"}, {"target": "X"}]}]},
    {"id": "B"}]})");
  ASSERT_EQ(S.Records.size(), 4u);
  EXPECT_EQ(S.Records[2].Id, "X");
  EXPECT_EQ(S.Records[2].Name, "X");
  EXPECT_EQ(S.Records[2].Pattern, "X");
  EXPECT_EQ(S.Records[2].QualifiedName, "X");
  EXPECT_FALSE(S.Records[2].Complete);
  EXPECT_TRUE(S.Records[2].Fields.empty());
  EXPECT_EQ(S.Records[3].Id, "Y");
  EXPECT_EQ(S.field(0, 1).Hops[0].Target, 3u);
  EXPECT_EQ(S.field(0, 1).Hops[1].Target, 2u);
}

//===----------------------------------------------------------------------===//
// Errors
//===----------------------------------------------------------------------===//

TEST(ParseSummaryError, NotJSON) {
  EXPECT_EQ(errorOf(""), "[1:0, byte=0]: Unexpected EOF");
  EXPECT_EQ(errorOf("{\"version\": 2"),
            "[1:13, byte=13]: Expected , or } after object property");
}

TEST(ParseSummaryError, Envelope) {
  EXPECT_EQ(errorOf("[]"), "expected object when parsing summary");
  EXPECT_EQ(errorOf("{}"), "missing value at summary.version");
  EXPECT_EQ(errorOf(R"({"version": "1", "records": []})"),
            "expected integer at summary.version");
  EXPECT_EQ(errorOf(R"({"version": 3, "records": []})"),
            "unknown version at summary.version");
  EXPECT_EQ(errorOf(R"({"version": 0, "records": []})"),
            "unknown version at summary.version");
  EXPECT_EQ(errorOf(R"({"version": 2})"), "missing value at summary.records");
  EXPECT_EQ(errorOf(R"({"version": 2, "records": {}})"),
            "expected array at summary.records");
}

// A newer version may have anything else in any form.
TEST(ParseSummaryError, VersionIsReadFirst) {
  EXPECT_EQ(errorOf(R"({"version": 3, "records": 7})"),
            "unknown version at summary.version");
}

std::string errorOfRecord(StringRef Record) {
  return errorOf(
      ("{\"version\": 2, \"records\": [{\"id\": \"A\"}, " + Record + "]}")
          .str());
}

TEST(ParseSummaryError, Record) {
  EXPECT_EQ(errorOfRecord("7"), "expected object at summary.records[1]");
  EXPECT_EQ(errorOfRecord("{}"), "missing value at summary.records[1].id");
  EXPECT_EQ(errorOfRecord(R"({"id": 7})"),
            "expected string at summary.records[1].id");
  EXPECT_EQ(errorOfRecord(R"({"id": "A"})"),
            "defined twice at summary.records[1].id");
  EXPECT_EQ(errorOfRecord(R"({"id": "B", "name": 7})"),
            "expected string at summary.records[1].name");
  EXPECT_EQ(errorOfRecord(R"({"id": "B", "pattern": []})"),
            "expected string at summary.records[1].pattern");
  EXPECT_EQ(errorOfRecord(R"({"id": "B", "qualifiedName": {}})"),
            "expected string at summary.records[1].qualifiedName");
  EXPECT_EQ(errorOfRecord(R"({"id": "B", "complete": "no"})"),
            "expected boolean at summary.records[1].complete");
  EXPECT_EQ(errorOfRecord(R"({"id": "B", "fields": "f"})"),
            "expected array at summary.records[1].fields");
}

TEST(ParseSummaryError, Place) {
  for (StringRef At : {"7", "\"\"", "\"a.h\"", "\"a.h:3\"", "\"3:4\"",
                       "\"a.h:x:4\"", "\"a.h:3:y\"", "\"a.h:3:\"",
                       "\"a.h:-3:4\"", "\"a.h:3:99999999999\"", "null"})
    EXPECT_EQ(errorOfRecord(("{\"id\": \"B\", \"at\": " + At + "}").str()),
              "expected \"file:line:column\" at summary.records[1].at")
        << At.str();
}

std::string errorOfField(StringRef Field) {
  return errorOfRecord(
      ("{\"id\": \"B\", \"fields\": [{\"name\": \"f\"}, " + Field + "]}")
          .str());
}

TEST(ParseSummaryError, Field) {
  StringRef At = "summary.records[1].fields[1]";
  EXPECT_EQ(errorOfField("null"), ("expected object at " + At).str());
  EXPECT_EQ(errorOfField("{}"), ("missing value at " + At + ".name").str());
  EXPECT_EQ(errorOfField(R"({"name": 1})"),
            ("expected string at " + At + ".name").str());
  EXPECT_EQ(errorOfField(R"({"name": "f", "at": "f"})"),
            ("expected \"file:line:column\" at " + At + ".at").str());
  EXPECT_EQ(errorOfField(R"({"name": "f", "type": 1})"),
            ("expected string at " + At + ".type").str());
  EXPECT_EQ(errorOfField(R"({"name": "f", "base": 1})"),
            ("expected boolean at " + At + ".base").str());
  EXPECT_EQ(errorOfField(R"({"name": "f", "suppressed": 1})"),
            ("expected boolean at " + At + ".suppressed").str());
  EXPECT_EQ(errorOfField(R"({"name": "f", "open": 1})"),
            ("expected boolean at " + At + ".open").str());
  EXPECT_EQ(errorOfField(R"({"name": "f", "fixed": "by glue"})"),
            ("unknown reason at " + At + ".fixed").str());
  EXPECT_EQ(errorOfField(R"({"name": "f", "fixed": true})"),
            ("expected string at " + At + ".fixed").str());
  EXPECT_EQ(errorOfField(R"({"name": "f", "hops": {}})"),
            ("expected array at " + At + ".hops").str());
}

std::string errorOfHop(StringRef Hop) {
  return errorOfField(
      ("{\"name\": \"g\", \"hops\": [{\"target\": \"A\"}, " + Hop + "]}")
          .str());
}

TEST(ParseSummaryError, Hop) {
  StringRef At = "summary.records[1].fields[1].hops[1]";
  EXPECT_EQ(errorOfHop("\"A\""), ("expected object at " + At).str());
  EXPECT_EQ(errorOfHop("{}"), ("missing value at " + At + ".target").str());
  EXPECT_EQ(errorOfHop(R"({"target": 0})"),
            ("expected string at " + At + ".target").str());
  EXPECT_EQ(errorOfHop(R"({"target": "A", "kind": "strong"})"),
            ("unknown kind of owner at " + At + ".kind").str());
  EXPECT_EQ(errorOfHop(R"({"target": "A", "kind": 2})"),
            ("expected string at " + At + ".kind").str());
  EXPECT_EQ(errorOfHop(R"({"target": "A", "kind": "shared", "weak": 2})"),
            ("expected string at " + At + ".weak").str());
  EXPECT_EQ(errorOfHop(R"({"target": "A", "steps": "shared"})"),
            ("expected array at " + At + ".steps").str());
}

TEST(ParseSummaryError, Step) {
  auto ErrorOf = [](StringRef Step) {
    return errorOfHop(("{\"target\": \"A\", \"steps\": [" + Step + "]}").str());
  };
  StringRef At = "summary.records[1].fields[1].hops[1].steps[0]";
  EXPECT_EQ(ErrorOf("1"), ("expected object at " + At).str());
  EXPECT_EQ(ErrorOf("{}"), ("missing value at " + At + ".kind").str());
  EXPECT_EQ(ErrorOf(R"({"kind": 1})"),
            ("expected string at " + At + ".kind").str());
  EXPECT_EQ(ErrorOf(R"({"kind": "value"})"),
            ("unknown kind of step at " + At + ".kind").str());
  EXPECT_EQ(ErrorOf(R"({"kind": "array", "type": 1})"),
            ("expected string at " + At + ".type").str());
  EXPECT_EQ(ErrorOf(R"({"kind": "array", "part": 1})"),
            ("expected string at " + At + ".part").str());
}

TEST(ParseSummaryError, Test) {
  auto ErrorOf = [](StringRef Arm) {
    return errorOf((R"({"version": 2, "records": [], "functions": [{"id": "f",
        "body": [{"kind": "null"}, {"kind": "test", "value": 0, "index": 1,
                                    "key": )" +
                    Arm + "}]}]}")
                       .str());
  };
  EXPECT_EQ(ErrorOf("0"), "");
  EXPECT_EQ(ErrorOf("1"), "");
  EXPECT_EQ(ErrorOf("2"),
            "a test needs one of two arms at summary.functions[0].body[1]");
}

//===----------------------------------------------------------------------===//
// Writing
//===----------------------------------------------------------------------===//

TEST(ToJSON, RoundTrip) {
  for (
      StringRef Text :
      {R"({"version": 2, "records": []})",
       R"({"version": 2, "records": [{"id": "A"}, {"id": "B", "complete": false}]})",
       R"({"version": 2, "records": [
             {"id": "A", "name": "A<int>", "pattern": "A", "qualifiedName": "n::A",
              "at": "C:/a.h:1:2", "fields": [
               {"name": "b", "at": "a.h:3:4", "type": "T", "base": true,
                "suppressed": true, "open": true, "fixed": "system header",
                "hops": [
                  {"target": "B", "kind": "shared", "weak": "", "steps": [
                    {"kind": "base", "type": "B"},
                    {"kind": "array", "part": "element"},
                    {"kind": "container", "type": "map", "part": "key"},
                    {"kind": "unique", "type": "unique_ptr"},
                    {"kind": "shared", "type": "Ref"}]},
                  {"target": "A", "kind": "shared", "weak": "my::Weak"},
                  {"target": "C", "kind": "unique"},
                  {"target": "B", "kind": "callable"},
                  {"target": "B"}]},
               {"name": "empty", "fixed": "base class"}]},
             {"id": "B"}]})"}) {
    Summary S = parse(Text);
    Summary Again = parse(text(S));
    EXPECT_EQ(text(S), text(Again));
    ASSERT_EQ(S.Records.size(), Again.Records.size());
    for (size_t R = 0; R < S.Records.size(); ++R) {
      const Record &Rec = S.Records[R], &RecAgain = Again.Records[R];
      EXPECT_EQ(Rec.Id, RecAgain.Id);
      EXPECT_EQ(Rec.Name, RecAgain.Name);
      EXPECT_EQ(Rec.Pattern, RecAgain.Pattern);
      EXPECT_EQ(Rec.QualifiedName, RecAgain.QualifiedName);
      EXPECT_EQ(Rec.Where, RecAgain.Where);
      EXPECT_EQ(Rec.Complete, RecAgain.Complete);
      ASSERT_EQ(Rec.Fields.size(), RecAgain.Fields.size());
      for (size_t I = 0; I < Rec.Fields.size(); ++I) {
        const OwningField &F = Rec.Fields[I], &FAgain = RecAgain.Fields[I];
        EXPECT_EQ(F.Name, FAgain.Name);
        EXPECT_EQ(F.Where, FAgain.Where);
        EXPECT_EQ(F.Type, FAgain.Type);
        EXPECT_EQ(F.IsBase, FAgain.IsBase);
        EXPECT_EQ(F.Suppressed, FAgain.Suppressed);
        EXPECT_EQ(F.IsOpen, FAgain.IsOpen);
        EXPECT_EQ(F.Fixed, FAgain.Fixed);
        EXPECT_EQ(F.Hops, FAgain.Hops);
      }
    }
  }
}

TEST(ToJSON, WhatSaysNothingIsLeftOut) {
  Summary S = parse(R"({"version": 2, "records": [{"id": "A", "fields": [
    {"name": "a", "hops": [{"target": "A"}]}]}]})");
  EXPECT_EQ(text(S),
            R"({"records":[{"fields":[{"hops":[{"kind":"value","target":"A"}],)"
            R"("name":"a"}],"id":"A","name":"A","pattern":"A",)"
            R"("qualifiedName":"A"}],"version":2})");
}

TEST(ToJSON, MissingWeakCounterpartIsWritten) {
  Summary S = parse(R"({"version": 2, "records": [{"id": "A", "fields": [
    {"name": "a", "hops": [{"target": "A", "kind": "shared", "weak": ""}]}]}]})");
  EXPECT_NE(text(S).find(R"("weak":"")"), std::string::npos);
}

//===----------------------------------------------------------------------===//
// Linking
//===----------------------------------------------------------------------===//

TEST(Link, NothingAndOne) {
  EXPECT_TRUE(link({}).Records.empty());
  Summary S = parse(R"({"version": 2, "records": [
    {"id": "A", "fields": [{"name": "b", "hops": [{"target": "B"}]}]}]})");
  EXPECT_EQ(text(link({S})), text(S));
}

TEST(Link, IncompleteThenComplete) {
  Summary Declares = parse(R"({"version": 2, "records": [
    {"id": "A", "name": "poor", "complete": false}]})");
  Summary Defines = parse(R"({"version": 2, "records": [
    {"id": "X"},
    {"id": "A", "name": "rich", "at": "a.h:1:8", "fields": [
      {"name": "x", "hops": [{"target": "X"}]}]}]})");
  Summary S = link({Declares, Defines});
  ASSERT_EQ(S.Records.size(), 2u);
  EXPECT_EQ(S.Records[0].Name, "rich");
  EXPECT_TRUE(S.Records[0].Complete);
  EXPECT_EQ(S.Records[0].Where, (Place{"a.h", 1, 8}));
  EXPECT_EQ(target(S, 0), "X");
  EXPECT_EQ(text(link({Defines, Declares})), text(Defines));
}

// A translation unit leaves out the fields that lead nowhere as far as it sees.
TEST(Link, FieldsOfEveryDefinitionCount) {
  Summary One = parse(R"({"version": 2, "records": [
    {"id": "A", "fields": [{"name": "one", "hops": [{"target": "B"}]}]}]})");
  Summary Two = parse(R"({"version": 2, "records": [
    {"id": "C"},
    {"id": "A", "fields": [{"name": "two", "hops": [{"target": "C"}]}]}]})");
  for (const Summary &S : {link({One, Two}), link({Two, One})}) {
    RecordIndex A = find(S, "A");
    ASSERT_EQ(S.Records[A].Fields.size(), 2u);
    for (const OwningField &F : S.Records[A].Fields) {
      ASSERT_EQ(F.Hops.size(), 1u);
      EXPECT_EQ(S.Records[F.Hops[0].Target].Id, F.Name == "one" ? "B" : "C");
    }
    EXPECT_EQ(S.Records.size(), 3u);
  }
}

// A field that both tell is one field, with the hops of both.
TEST(Link, OneFieldOfTwoDefinitions) {
  Summary One = parse(R"({"version": 2, "records": [
    {"id": "A", "fields": [{"name": "f", "hops": [{"target": "B"}]}]}]})");
  Summary Two = parse(R"({"version": 2, "records": [
    {"id": "C"},
    {"id": "A", "fields": [{"name": "f", "hops": [
      {"target": "B"}, {"target": "C"}]}]}]})");
  Summary S = link({One, Two});
  RecordIndex A = find(S, "A");
  ASSERT_EQ(S.Records[A].Fields.size(), 1u);
  ASSERT_EQ(S.field(A, 0).Hops.size(), 2u);
  EXPECT_EQ(S.Records[S.field(A, 0).Hops[0].Target].Id, "B");
  EXPECT_EQ(S.Records[S.field(A, 0).Hops[1].Target].Id, "C");
}

TEST(Link, HopsAreRenumbered) {
  Summary One = parse(R"({"version": 2, "records": [
    {"id": "Z"}, {"id": "Y"},
    {"id": "A", "fields": [
      {"name": "b", "hops": [{"target": "B"}, {"target": "Y"}]},
      {"name": "a", "hops": [{"target": "A"}]}]}]})");
  Summary Two = parse(R"({"version": 2, "records": [
    {"id": "B", "fields": [
      {"name": "c", "hops": [{"target": "C"}]},
      {"name": "a", "hops": [{"target": "Z"}, {"target": "A"}]}]},
    {"id": "C", "fields": [{"name": "b", "hops": [{"target": "B"}]}]}]})");
  for (const Summary &S : {link({One, Two}), link({Two, One})}) {
    ASSERT_EQ(S.Records.size(), 5u);
    RecordIndex A = find(S, "A"), B = find(S, "B"), C = find(S, "C");
    EXPECT_EQ(target(S, A, 0, 0), "B");
    EXPECT_EQ(target(S, A, 0, 1), "Y");
    EXPECT_EQ(target(S, A, 1, 0), "A");
    EXPECT_EQ(target(S, B, 0, 0), "C");
    EXPECT_EQ(target(S, B, 1, 0), "Z");
    EXPECT_EQ(target(S, B, 1, 1), "A");
    EXPECT_EQ(target(S, C, 0, 0), "B");
    for (StringRef Id : {"A", "B", "C", "Y", "Z"})
      EXPECT_TRUE(S.Records[find(S, Id)].Complete) << Id.str();
  }
}

TEST(Link, OneAfterTheOtherIsTheSameAsAllAtOnce) {
  Summary One = parse(R"({"version": 2, "records": [
    {"id": "A", "fields": [{"name": "b", "hops": [{"target": "B"}]}]}]})");
  Summary Two = parse(R"({"version": 2, "records": [
    {"id": "C", "fields": [{"name": "a", "hops": [{"target": "A"}]}]}]})");
  Summary Three = parse(R"({"version": 2, "records": [
    {"id": "B", "fields": [{"name": "c", "hops": [{"target": "C"}]}]}]})");
  std::string AtOnce = text(link({One, Two, Three}));
  EXPECT_EQ(text(link({link({One, Two}), Three})), AtOnce);
  EXPECT_EQ(text(link({One, link({Two, Three})})), AtOnce);
}

TEST(Link, TheSameTwiceIsTheSame) {
  Summary S = parse(R"({"version": 2, "records": [
    {"id": "A", "fields": [{"name": "b", "hops": [{"target": "B"}]}]},
    {"id": "C", "fields": [{"name": "a", "hops": [{"target": "A"}]}]}]})");
  EXPECT_EQ(text(link({S, S, S})), text(S));
}

} // namespace
} // namespace ownership
