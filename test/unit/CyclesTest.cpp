//===- CyclesTest.cpp - From a summary to findings ------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analyze/Cycles.h"
#include "report/Report.h"
#include "llvm/ADT/STLExtras.h"
#include "gtest/gtest.h"
#include <random>
#include <set>

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

std::vector<Finding> find(Summary S,
                          Verdict Minimum = Verdict::Possible) {
  AnalyzeOptions Options;
  Options.Minimum = Minimum;
  return findCycles(S, Options);
}

/// The fields at which findings are reported, in order.
std::vector<std::string> fields(const Summary &S,
                                const std::vector<Finding> &Findings) {
  std::vector<std::string> Result;
  for (const Finding &F : Findings)
    Result.push_back(S.fieldName(F.Field.Record, F.Field.Field));
  return Result;
}

std::vector<std::string> fields(const Summary &S) { return fields(S, find(S)); }

using Names = std::vector<std::string>;

/// \p Derived is \p Base or has it as a base class.
bool isSubobject(const Summary &S, RecordIndex Derived, RecordIndex Base) {
  if (Derived == Base)
    return true;
  return any_of(S.Records[Derived].Fields, [&](const OwningField &F) {
    return F.IsBase && any_of(F.Hops, [&](const Hop &H) {
             return H.Steps.empty() && isSubobject(S, H.Target, Base);
           });
  });
}

/// Checks what Cycles.h promises of every finding.
void expectWellFormed(const Summary &S, const std::vector<Finding> &Findings) {
  for (const Finding &F : Findings) {
    ASSERT_FALSE(F.Cycles.empty());
    for (const Witness &W : F.Cycles) {
      ASSERT_FALSE(W.empty());
      bool AnyShared = false;
      for (size_t I = 0; I < W.size(); ++I) {
        const Hop &H = S.field(W[I].Holder, W[I].Field).Hops[W[I].Hop];
        EXPECT_EQ(H.Target, W[(I + 1) % W.size()].Object);
        EXPECT_TRUE(isSubobject(S, W[I].Object, W[I].Holder));
        AnyShared |= H.Kind == OwnerKind::Shared;
      }
      EXPECT_TRUE(AnyShared);
      // The field to weaken is the first hop of every cycle.
      EXPECT_EQ(S.fieldName(W[0].Holder, W[0].Field),
                S.fieldName(F.Field.Record, F.Field.Field));
    }
    const WitnessHop &First = F.Cycles[0][0];
    EXPECT_EQ(First.Holder, F.Field.Record);
    EXPECT_EQ(First.Field, F.Field.Field);
    const OwningField &Field = S.field(First.Holder, First.Field);
    EXPECT_EQ(F.CanBeWeak, Field.Fixed == FixedReason::None &&
                               !Field.Hops[First.Hop].Weak.empty());
  }
}

constexpr StringLiteral Pair = R"(
  {"id": "Owner", "at": "a.h:1:8", "fields": [
    {"name": "part", "at": "a.h:2:25",
     "hops": [{"target": "Part", "kind": "shared"}]}]},
  {"id": "Part", "at": "a.h:5:8", "fields": [
    {"name": "whole", "at": "a.h:6:26",
     "hops": [{"target": "Owner", "kind": "shared"}]}]})";

constexpr StringLiteral LoneLoop = R"(
  {"id": "Item", "at": "b.h:1:8", "fields": [
    {"name": "more", "at": "b.h:2:25",
     "hops": [{"target": "Item", "kind": "shared"}]}]})";

TEST(Verdict, Names) {
  EXPECT_EQ(toString(Verdict::Possible), "possible");
  EXPECT_EQ(toString(Verdict::Likely), "likely");
  EXPECT_EQ(toString(Verdict::Confirmed), "confirmed");
  EXPECT_LT(Verdict::Possible, Verdict::Likely);
  EXPECT_LT(Verdict::Likely, Verdict::Confirmed);
}

TEST(FindCycles, Nothing) {
  EXPECT_TRUE(find(Summary()).empty());
  EXPECT_TRUE(find(parse(R"({"id": "A"}, {"id": "B"})")).empty());
}

TEST(FindCycles, TwoClasses) {
  Summary S = parse(Pair);
  std::vector<Finding> Findings = find(S);
  expectWellFormed(S, Findings);
  ASSERT_EQ(fields(S, Findings), Names{"Part::whole"});
  const Finding &F = Findings[0];
  EXPECT_EQ(F.Level, Verdict::Likely);
  EXPECT_TRUE(F.CanBeWeak);
  ASSERT_EQ(F.Cycles.size(), 1u);
  EXPECT_EQ(F.Cycles[0].size(), 2u);
  EXPECT_EQ(F.ComponentRecords, 2u);
  EXPECT_EQ(F.ComponentFields, 2u);
  EXPECT_FALSE(F.MoreInComponent);
}

TEST(FindCycles, LoneLoopIsOnlyPossible) {
  Summary S = parse(LoneLoop);
  std::vector<Finding> Findings = find(S);
  expectWellFormed(S, Findings);
  ASSERT_EQ(fields(S, Findings), Names{"Item::more"});
  EXPECT_EQ(Findings[0].Level, Verdict::Possible);
  EXPECT_EQ(Findings[0].Cycles[0].size(), 1u);
}

// Two fields of one class in opposite directions, as good as two classes.
TEST(FindCycles, PairOfLoopsIsLikely) {
  Summary S = parse(R"(
    {"id": "Node", "fields": [
      {"name": "next", "at": "a.h:2:25",
       "hops": [{"target": "Node", "kind": "shared"}]},
      {"name": "prev", "at": "a.h:3:25",
       "hops": [{"target": "Node", "kind": "shared"}]}]})");
  std::vector<Finding> Findings = find(S);
  expectWellFormed(S, Findings);
  ASSERT_EQ(fields(S, Findings), Names{"Node::prev"});
  EXPECT_EQ(Findings[0].Level, Verdict::Likely);
}

TEST(FindCycles, MinimumLeavesOutTheRest) {
  Summary S = parse((Pair + "," + LoneLoop).str());
  EXPECT_EQ(fields(S, find(S, Verdict::Possible)),
            (Names{"Part::whole", "Item::more"}));
  EXPECT_EQ(fields(S, find(S, Verdict::Likely)), Names{"Part::whole"});
  EXPECT_EQ(fields(S, find(S, Verdict::Confirmed)), Names());
}

TEST(FindCycles, IgnoredRecordsOwnNothing) {
  Summary S = parse(R"(
    {"id": "a", "name": "A", "qualifiedName": "ns::A", "fields": [
      {"name": "b", "hops": [{"target": "b", "kind": "shared"}]}]},
    {"id": "b", "name": "B", "qualifiedName": "ns::B", "fields": [
      {"name": "a", "hops": [{"target": "a", "kind": "shared"}]}]})");
  auto FindWithout = [&](StringRef Records) {
    AnalyzeOptions Options;
    Options.IgnoredRecords.emplace(Records);
    Summary Copy = S;
    return findCycles(Copy, Options).size();
  };
  EXPECT_EQ(FindWithout("^ns::A$"), 0u);
  EXPECT_EQ(FindWithout("^ns::"), 0u);
  EXPECT_EQ(FindWithout("^A$"), 1u);
  EXPECT_EQ(FindWithout("^ns::C$"), 1u);
}

TEST(FindCycles, IgnoredFieldsOwnNothing) {
  Summary S = parse(R"(
    {"id": "a", "name": "A<int>", "pattern": "A", "qualifiedName": "ns::A",
     "fields": [
      {"name": "b", "hops": [{"target": "b", "kind": "shared"}]},
      {"name": "c", "hops": [{"target": "b", "kind": "shared"}]}]},
    {"id": "b", "name": "B", "qualifiedName": "ns::B", "fields": [
      {"name": "a", "hops": [{"target": "a", "kind": "shared"}]}]})");
  auto FindWithout = [&](StringRef Fields) {
    AnalyzeOptions Options;
    Options.IgnoredFields.emplace(Fields);
    Summary Copy = S;
    return findCycles(Copy, Options).size();
  };
  EXPECT_EQ(FindWithout("^ns::B::a$"), 0u);
  EXPECT_EQ(FindWithout("^ns::A::[bc]$"), 0u);
  EXPECT_EQ(FindWithout("^ns::A::b$"), 1u);
  EXPECT_EQ(FindWithout("^A::"), 1u);
}

TEST(FindCycles, SuppressedAndIncomplete) {
  EXPECT_TRUE(find(parse(R"(
    {"id": "A", "fields": [{"name": "b", "suppressed": true,
      "hops": [{"target": "B", "kind": "shared"}]}]},
    {"id": "B", "fields": [
      {"name": "a", "hops": [{"target": "A", "kind": "shared"}]}]})"))
                  .empty());
  EXPECT_TRUE(find(parse(R"(
    {"id": "A", "fields": [
      {"name": "b", "hops": [{"target": "B", "kind": "shared"}]}]})"))
                  .empty());
}

TEST(FindCycles, OnlySharedHopsCloseCycles) {
  for (StringRef Kind : {"value", "unique", "callable"}) {
    std::string Records = (R"({"id": "A", "fields": [{"name": "b", "hops": [
        {"target": "B", "kind": ")" +
                           Kind + R"("}]}]},
      {"id": "B", "fields": [{"name": "a", "hops": [
        {"target": "A", "kind": ")" +
                           Kind + R"("}]}]})")
                              .str();
    EXPECT_TRUE(find(parse(Records)).empty()) << Kind.str();
  }
}

TEST(FindCycles, ObjectsOfInheritedFields) {
  Summary S = parse(R"(
    {"id": "Base", "fields": [
      {"name": "hub", "at": "a.h:9:1",
       "hops": [{"target": "Hub", "kind": "shared"}]}]},
    {"id": "Derived", "fields": [
      {"name": "Base", "base": true, "fixed": "base class",
       "hops": [{"target": "Base"}]}]},
    {"id": "Hub", "fields": [
      {"name": "derived", "at": "a.h:3:1",
       "hops": [{"target": "Derived", "kind": "shared"}]}]})");
  std::vector<Finding> Findings = find(S);
  expectWellFormed(S, Findings);
  ASSERT_EQ(fields(S, Findings), Names{"Base::hub"});
  const Witness &W = Findings[0].Cycles[0];
  ASSERT_EQ(W.size(), 2u);
  EXPECT_EQ(S.Records[W[0].Object].Id, "Derived");
  EXPECT_EQ(S.Records[W[0].Holder].Id, "Base");
  EXPECT_EQ(S.Records[W[1].Object].Id, "Hub");
  // Three classes, but the base class subobject is no field.
  EXPECT_EQ(Findings[0].ComponentRecords, 3u);
  EXPECT_EQ(Findings[0].ComponentFields, 2u);
}

// Node --scene--> Scene (: Node) --document--> Document --node--> Node
//
// That the scene is a node itself does not make this a list of nodes: three
// distinct classes hold each other.
TEST(FindCycles, LongCycleThroughALoneLoopIsLikely) {
  Summary S = parse(R"(
    {"id": "Node", "fields": [
      {"name": "scene", "at": "a.h:2:1",
       "hops": [{"target": "Scene", "kind": "shared"}]}]},
    {"id": "Scene", "fields": [
      {"name": "Node", "base": true, "fixed": "base class",
       "hops": [{"target": "Node"}]},
      {"name": "document", "at": "a.h:5:1",
       "hops": [{"target": "Document", "kind": "shared"}]}]},
    {"id": "Document", "fields": [
      {"name": "node", "at": "a.h:8:1",
       "hops": [{"target": "Node", "kind": "shared"}]}]})");
  std::vector<Finding> Findings = find(S, Verdict::Likely);
  expectWellFormed(S, Findings);
  ASSERT_EQ(Findings.size(), 1u);
  EXPECT_TRUE(any_of(Findings[0].Cycles,
                     [](const Witness &W) { return W.size() == 3; }));
}

// Node --parent, unique or shared--> Node --next, unique--> Node
//
// Of a field that may hold in two ways, the shared one closes the pair.
TEST(FindCycles, PairWithAFieldOfTwoKinds) {
  Summary S = parse(R"(
    {"id": "Node", "fields": [
      {"name": "parent", "at": "a.h:2:1", "hops": [
        {"target": "Node", "kind": "unique"},
        {"target": "Node", "kind": "shared"}]},
      {"name": "next", "at": "a.h:3:1", "hops": [
        {"target": "Node", "kind": "unique"}]}]})");
  std::vector<Finding> Findings = find(S);
  expectWellFormed(S, Findings);
  ASSERT_EQ(fields(S, Findings), Names{"Node::parent"});
  EXPECT_TRUE(Findings[0].CanBeWeak);
}

// A field of two hops is one field.
TEST(FindCycles, ComponentCountsFieldsNotHops) {
  Summary S = parse(R"(
    {"id": "A", "fields": [
      {"name": "bc", "hops": [{"target": "B", "kind": "shared"},
                              {"target": "C", "kind": "shared"}]}]},
    {"id": "B", "fields": [
      {"name": "a", "hops": [{"target": "A", "kind": "unique"}]}]},
    {"id": "C", "fields": [
      {"name": "a", "hops": [{"target": "A", "kind": "unique"}]}]})");
  std::vector<Finding> Findings = find(S);
  ASSERT_EQ(fields(S, Findings), Names{"A::bc"});
  EXPECT_EQ(Findings[0].ComponentRecords, 3u);
  EXPECT_EQ(Findings[0].ComponentFields, 3u);
}

TEST(FindCycles, InstantiationsShareAFinding) {
  Summary S = parse(R"(
    {"id": "Box<B>", "qualifiedName": "Box", "pattern": "Box", "fields": [
      {"name": "v", "at": "box.h:2:3",
       "hops": [{"target": "B", "kind": "shared"}]}]},
    {"id": "B", "fields": [{"name": "box", "hops": [{"target": "Box<B>"}]}]},
    {"id": "Box<A>", "qualifiedName": "Box", "pattern": "Box", "fields": [
      {"name": "v", "at": "box.h:2:3",
       "hops": [{"target": "A", "kind": "shared"}]}]},
    {"id": "A", "fields": [{"name": "box", "hops": [{"target": "Box<A>"}]}]})");
  std::vector<Finding> Findings = find(S);
  expectWellFormed(S, Findings);
  ASSERT_EQ(Findings.size(), 1u);
  ASSERT_EQ(Findings[0].Cycles.size(), 2u);
  EXPECT_EQ(S.Records[Findings[0].Cycles[0][0].Object].Id, "Box<A>");
  EXPECT_EQ(S.Records[Findings[0].Cycles[1][0].Object].Id, "Box<B>");
}

// One place, two fields: what a macro expands to, for instance.
TEST(FindCycles, FieldsOfOnePlaceAndTwoClassesAreTwo) {
  Summary S = parse(R"(
    {"id": "A", "fields": [{"name": "v", "at": "m.h:2:3",
      "hops": [{"target": "X", "kind": "shared"}]}]},
    {"id": "X", "fields": [{"name": "a", "hops": [{"target": "A"}]}]},
    {"id": "B", "fields": [{"name": "v", "at": "m.h:2:3",
      "hops": [{"target": "Y", "kind": "shared"}]}]},
    {"id": "Y", "fields": [{"name": "b", "hops": [{"target": "B"}]}]})");
  EXPECT_EQ(fields(S), (Names{"A::v", "B::v"}));
}

TEST(FindCycles, OrderedByPlace) {
  Summary S = parse(R"(
    {"id": "A", "fields": [{"name": "v", "at": "b.h:2:3",
      "hops": [{"target": "A", "kind": "shared"}]}]},
    {"id": "B", "fields": [{"name": "v", "at": "a.h:20:3",
      "hops": [{"target": "B", "kind": "shared"}]}]},
    {"id": "C", "fields": [{"name": "v", "at": "a.h:3:30",
      "hops": [{"target": "C", "kind": "shared"}]}]},
    {"id": "D", "fields": [{"name": "v", "at": "a.h:3:4",
      "hops": [{"target": "D", "kind": "shared"}]}]})");
  EXPECT_EQ(fields(S), (Names{"D::v", "C::v", "B::v", "A::v"}));
}

//===----------------------------------------------------------------------===//
// Order of records
//===----------------------------------------------------------------------===//

/// The same summary with its records and fields in another order.
Summary permuted(const Summary &S, unsigned Seed) {
  std::mt19937 Random(Seed);
  auto Shuffle = [&](auto &Sequence) {
    for (size_t I = Sequence.size(); I > 1; --I)
      std::swap(Sequence[I - 1], Sequence[Random() % I]);
  };
  std::vector<RecordIndex> Order;
  for (RecordIndex R = 0; R < S.Records.size(); ++R)
    Order.push_back(R);
  Shuffle(Order);
  std::vector<RecordIndex> NewIndex(S.Records.size());
  Summary Result;
  for (const auto &[New, Old] : enumerate(Order)) {
    NewIndex[Old] = New;
    Result.Records.push_back(S.Records[Old]);
    Shuffle(Result.Records.back().Fields);
  }
  for (Record &R : Result.Records)
    for (OwningField &F : R.Fields)
      for (Hop &H : F.Hops)
        H.Target = NewIndex[H.Target];
  return Result;
}

std::string words(const Summary &S) {
  std::string Text;
  auto Add = [&](const Message &M) {
    const Place &P = S.field(M.At.Record, M.At.Field).Where;
    Text += P.File + ":" + std::to_string(P.Line) + ": " + M.Text + "\n";
  };
  for (const Finding &F : find(S)) {
    Report R = describe(S, F);
    Add(R.Warning);
    for (const Message &Note : R.Notes)
      Add(Note);
    Text += toString(F.Level).str() + " " + std::to_string(F.ComponentRecords) +
            " " + std::to_string(F.ComponentFields) + "\n";
  }
  return Text;
}

/// Records with shared fields, unique fields, containers, base classes and
/// instantiations, at random.
Summary randomSummary(unsigned Seed) {
  std::mt19937 Random(Seed);
  auto Below = [&](unsigned N) { return unsigned(Random() % N); };
  Summary S;
  unsigned N = 3 + Below(8);
  bool IsPatternInSystemHeader = Below(4) == 0;
  for (unsigned I = 0; I < N; ++I) {
    Record R;
    R.Id = R.Name = R.Pattern = R.QualifiedName = "R" + std::to_string(I);
    // Some are instantiations of one pattern, and declare their fields at the
    // same places.
    bool IsInstantiation = Below(3) == 0;
    if (IsInstantiation) {
      R.Name = "P<" + R.Id + ">";
      R.Pattern = R.QualifiedName = "P";
    }
    R.Complete = R.IsInMainFile = true;
    unsigned NumFields = Below(4);
    for (unsigned J = 0; J < NumFields; ++J) {
      OwningField F;
      static constexpr const char *FieldNames[] = {"parent", "next", "peer",
                                                   "items", "x"};
      F.Name = FieldNames[IsInstantiation ? J : Below(5)] + std::to_string(J);
      F.Where = {"a.h", IsInstantiation ? 500 + J : 10 * I + J + 1, 1};
      if (IsInstantiation ? IsPatternInSystemHeader : Below(8) == 0)
        F.Fixed = FixedReason::SystemHeader;
      unsigned NumHops = 1 + (Below(4) == 0);
      Hop H;
      H.Kind = Below(3) ? OwnerKind::Shared : OwnerKind::Unique;
      if (IsInstantiation)
        H.Kind = J == 1 ? OwnerKind::Unique : OwnerKind::Shared;
      if (IsInstantiation ? J == 2 : Below(3) == 0)
        H.Steps = {{Step::Container, "vector", "element"}};
      if (H.Kind == OwnerKind::Shared && (IsInstantiation ? J == 0 : Below(6)))
        H.Weak = "std::weak_ptr";
      for (unsigned K = 0; K < NumHops; ++K) {
        H.Target = Below(N);
        F.Hops.push_back(H);
      }
      R.Fields.push_back(std::move(F));
    }
    if (I > 0 && Below(3) == 0) {
      OwningField F;
      F.IsBase = true;
      F.Fixed = FixedReason::BaseClass;
      F.Where = {"a.h", 10 * I + 1, 99};
      Hop H;
      H.Target = Below(I);
      F.Name = S.Records[H.Target].Name;
      F.Hops.push_back(std::move(H));
      R.Fields.push_back(std::move(F));
    }
    S.Records.push_back(std::move(R));
  }
  return S;
}

TEST(FindCycles, OrderOfRecordsDoesNotMatter) {
  unsigned NumFindings = 0;
  for (unsigned Seed = 0; Seed < 300; ++Seed) {
    Summary S = randomSummary(Seed);
    std::string Expected = words(S);
    NumFindings += find(S).size();
    for (unsigned Order = 1; Order <= 5; ++Order)
      ASSERT_EQ(words(permuted(S, Order)), Expected) << "seed " << Seed;
  }
  // There was something to compare.
  EXPECT_GT(NumFindings, 300u);
}

TEST(FindCycles, FindingsAreWellFormed) {
  for (unsigned Seed = 0; Seed < 300; ++Seed) {
    Summary S = randomSummary(Seed);
    std::vector<Finding> Findings = find(S);
    SCOPED_TRACE(Seed);
    expectWellFormed(S, Findings);
    // One finding for one field.
    std::vector<std::string> Fields;
    for (const Finding &F : Findings)
      Fields.push_back(
          std::to_string(S.field(F.Field.Record, F.Field.Field).Where.Line) +
          S.fieldName(F.Field.Record, F.Field.Field));
    EXPECT_EQ(std::set<std::string>(Fields.begin(), Fields.end()).size(),
              Fields.size());
    EXPECT_TRUE(is_sorted(Findings, [&](const Finding &L, const Finding &R) {
      return S.field(L.Field.Record, L.Field.Field).Where <
             S.field(R.Field.Record, R.Field.Field).Where;
    }));
    if (HasFailure())
      return;
  }
}

// When the fields of all findings are weak, as advised, no cycle that is likely
// is left.
TEST(FindCycles, AdviceLeavesNoLikelyCycle) {
  unsigned NumWeak = 0;
  for (unsigned Seed = 0; Seed < 300; ++Seed) {
    Summary S = randomSummary(Seed);
    for (Record &R : S.Records)
      for (OwningField &F : R.Fields) {
        if (!F.IsBase)
          F.Fixed = FixedReason::None;
        for (Hop &H : F.Hops)
          if (H.Kind == OwnerKind::Shared)
            H.Weak = "std::weak_ptr";
      }
    std::set<std::pair<std::string, unsigned>> Weak;
    bool IsAll = true;
    for (const Finding &F : find(S, Verdict::Likely)) {
      ASSERT_TRUE(F.CanBeWeak) << "seed " << Seed;
      IsAll &= !F.MoreInComponent;
      Weak.insert({S.fieldName(F.Field.Record, F.Field.Field),
                   S.field(F.Field.Record, F.Field.Field).Where.Line});
    }
    if (!IsAll)
      continue;
    NumWeak += Weak.size();
    for (RecordIndex R = 0; R < S.Records.size(); ++R)
      for (unsigned I = 0; I < S.Records[R].Fields.size(); ++I)
        if (Weak.count({S.fieldName(R, I), S.field(R, I).Where.Line}))
          S.Records[R].Fields[I].Suppressed = true;
    ASSERT_EQ(fields(S, find(S, Verdict::Likely)), Names()) << "seed " << Seed;
  }
  EXPECT_GT(NumWeak, 300u);
}

//===----------------------------------------------------------------------===//
// Large components
//===----------------------------------------------------------------------===//

Summary records(unsigned N) {
  Summary S;
  for (unsigned I = 0; I < N; ++I) {
    Record R;
    R.Id = R.Name = R.Pattern = R.QualifiedName = "R" + std::to_string(I);
    R.Complete = R.IsInMainFile = true;
    S.Records.push_back(std::move(R));
  }
  return S;
}

void addField(Summary &S, RecordIndex From, RecordIndex To, unsigned Line) {
  Hop H;
  H.Target = To;
  H.Kind = OwnerKind::Shared;
  H.Weak = "std::weak_ptr";
  OwningField F;
  F.Name = "f" + std::to_string(To);
  F.Where = {"a.h", Line, 1};
  F.Hops.push_back(std::move(H));
  S.Records[From].Fields.push_back(std::move(F));
}

TEST(FindCycles, RingOf100000) {
  constexpr unsigned N = 100000;
  Summary S = records(N);
  for (unsigned I = 0; I < N; ++I)
    addField(S, I, (I + 1) % N, I + 1);
  std::vector<Finding> Findings = find(S);
  expectWellFormed(S, Findings);
  // The last of equals.
  ASSERT_EQ(fields(S, Findings), Names{"R99999::f0"});
  EXPECT_EQ(Findings[0].Level, Verdict::Likely);
  ASSERT_EQ(Findings[0].Cycles.size(), 1u);
  EXPECT_EQ(Findings[0].Cycles[0].size(), N);
  EXPECT_EQ(Findings[0].ComponentRecords, N);
  EXPECT_EQ(Findings[0].ComponentFields, N);
  EXPECT_FALSE(Findings[0].MoreInComponent);
  EXPECT_EQ(describe(S, Findings[0]).Notes.size(), 11u);
}

TEST(FindCycles, ChainOf100000) {
  constexpr unsigned N = 100000;
  Summary S = records(N);
  for (unsigned I = 0; I + 1 < N; ++I)
    addField(S, I, I + 1, I + 1);
  EXPECT_TRUE(find(S).empty());
}

TEST(FindCycles, Pairs50000) {
  constexpr unsigned N = 100000;
  Summary S = records(N);
  for (unsigned I = 0; I < N; ++I)
    addField(S, I, I ^ 1, I + 1);
  std::vector<Finding> Findings = find(S);
  ASSERT_EQ(Findings.size(), N / 2);
  for (unsigned I = 0; I < N / 2; ++I)
    ASSERT_EQ(Findings[I].Field.Record, 2 * I + 1);
}

TEST(FindCycles, CompleteGraphOf300) {
  constexpr unsigned N = 300;
  Summary S = records(N);
  unsigned Line = 0;
  for (unsigned I = 0; I < N; ++I)
    for (unsigned J = 0; J < N; ++J)
      if (I != J)
        addField(S, I, J, ++Line);
  std::vector<Finding> Findings = find(S);
  expectWellFormed(S, Findings);
  ASSERT_EQ(Findings.size(), MaxFindingsPerComponent);
  std::set<std::string> Fields;
  for (const Finding &F : Findings) {
    EXPECT_EQ(F.Level, Verdict::Likely);
    ASSERT_EQ(F.Cycles.size(), 1u);
    EXPECT_EQ(F.Cycles[0].size(), 2u);
    EXPECT_EQ(F.ComponentRecords, N);
    EXPECT_EQ(F.ComponentFields, N * (N - 1));
    // Set on the last one only.
    EXPECT_EQ(F.MoreInComponent, &F == &Findings.back());
    Fields.insert(S.fieldName(F.Field.Record, F.Field.Field));
  }
  EXPECT_EQ(Fields.size(), MaxFindingsPerComponent);
}

TEST(FindCycles, ExactlyTheLimitSaysNothingOfMore) {
  // A hub with eight spokes, and one with nine.
  for (unsigned Spokes :
       {MaxFindingsPerComponent, MaxFindingsPerComponent + 1}) {
    Summary S = records(Spokes + 1);
    for (unsigned I = 1; I <= Spokes; ++I) {
      addField(S, 0, I, I);
      addField(S, I, 0, 100 + I);
    }
    std::vector<Finding> Findings = find(S);
    ASSERT_EQ(Findings.size(), MaxFindingsPerComponent);
    EXPECT_EQ(Findings.back().MoreInComponent,
              Spokes > MaxFindingsPerComponent);
  }
}

TEST(FindCycles, LoneLoopsCountForTheLimit) {
  Summary S = records(1);
  for (unsigned I = 0; I < MaxFindingsPerComponent + 1; ++I) {
    addField(S, 0, 0, I + 1);
    S.Records[0].Fields.back().Name = "x" + std::to_string(I);
  }
  std::vector<Finding> Findings = find(S);
  ASSERT_EQ(Findings.size(), MaxFindingsPerComponent);
  EXPECT_TRUE(Findings.back().MoreInComponent);
}

} // namespace
} // namespace ownership
