//===- SummaryJson.cpp - Summaries as JSON --------------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/Summary.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/ADT/Twine.h"
#include <map>
#include <optional>
#include <tuple>

using namespace llvm;

namespace ownership {

namespace {

constexpr int FormatVersion = 2;

StringRef toString(Step::KindTy K) {
  switch (K) {
  case Step::Base:
    return "base";
  case Step::Array:
    return "array";
  case Step::Container:
    return "container";
  case Step::Unique:
    return "unique";
  case Step::Shared:
    return "shared";
  }
  return "";
}

std::optional<Step::KindTy> stepKind(StringRef Text) {
  return StringSwitch<std::optional<Step::KindTy>>(Text)
      .Case("base", Step::Base)
      .Case("array", Step::Array)
      .Case("container", Step::Container)
      .Case("unique", Step::Unique)
      .Case("shared", Step::Shared)
      .Default(std::nullopt);
}

std::optional<OwnerKind> ownerKind(StringRef Text) {
  return StringSwitch<std::optional<OwnerKind>>(Text)
      .Case("weak", OwnerKind::Weak)
      .Case("value", OwnerKind::Value)
      .Case("unique", OwnerKind::Unique)
      .Case("shared", OwnerKind::Shared)
      .Case("callable", OwnerKind::Callable)
      .Default(std::nullopt);
}

std::optional<FixedReason> fixedReason(StringRef Text) {
  return StringSwitch<std::optional<FixedReason>>(Text)
      .Case("", FixedReason::None)
      .Case("base class", FixedReason::BaseClass)
      .Case("system header", FixedReason::SystemHeader)
      .Default(std::nullopt);
}

json::Value toJSON(const Place &P) {
  return (Twine(P.File) + ":" + Twine(P.Line) + ":" + Twine(P.Column)).str();
}

json::Value toJSON(const Step &S) {
  json::Object O{{"kind", toString(S.Kind)}};
  if (!S.Type.empty())
    O["type"] = S.Type;
  if (!S.Part.empty())
    O["part"] = S.Part;
  return O;
}

} // namespace

// These two are found through their argument's namespace, which an unnamed one
// inside it is not part of.

// A place is one string, "file:line:column", because that is how people read
// and write it. The file may contain colons itself.
static bool fromJSON(const json::Value &V, Place &P, json::Path Path) {
  std::optional<StringRef> Text = V.getAsString();
  if (!Text) {
    Path.report("expected \"file:line:column\"");
    return false;
  }
  auto [FileAndLine, Column] = Text->rsplit(':');
  auto [File, Line] = FileAndLine.rsplit(':');
  if (Line.getAsInteger(10, P.Line) || Column.getAsInteger(10, P.Column)) {
    Path.report("expected \"file:line:column\"");
    return false;
  }
  P.File = File.str();
  return true;
}

static bool fromJSON(const json::Value &V, Step &S, json::Path Path) {
  json::ObjectMapper O(V, Path);
  std::string Kind;
  if (!O || !O.map("kind", Kind) || !O.mapOptional("type", S.Type) ||
      !O.mapOptional("part", S.Part))
    return false;
  if (std::optional<Step::KindTy> K = stepKind(Kind)) {
    S.Kind = *K;
    return true;
  }
  Path.field("kind").report("unknown kind of step");
  return false;
}

namespace {

// In JSON a hop names its target; in memory it has the target's index.
struct NamedHop {
  Hop Value;
  std::string Target;
};

bool fromJSON(const json::Value &V, NamedHop &H, json::Path Path) {
  json::ObjectMapper O(V, Path);
  std::string Kind = "value";
  if (!O || !O.map("target", H.Target) || !O.mapOptional("kind", Kind) ||
      !O.mapOptional("steps", H.Value.Steps))
    return false;
  std::optional<OwnerKind> K = ownerKind(Kind);
  if (!K) {
    Path.field("kind").report("unknown kind of owner");
    return false;
  }
  H.Value.Kind = *K;
  H.Value.Weak = *K == OwnerKind::Shared ? "std::weak_ptr" : "";
  return O.mapOptional("weak", H.Value.Weak);
}

struct NamedField {
  OwningField Value;
  std::vector<NamedHop> Hops;
};

bool fromJSON(const json::Value &V, NamedField &F, json::Path Path) {
  json::ObjectMapper O(V, Path);
  std::string Fixed;
  if (!O || !O.map("name", F.Value.Name) ||
      !O.mapOptional("at", F.Value.Where) ||
      !O.mapOptional("type", F.Value.Type) ||
      !O.mapOptional("base", F.Value.IsBase) ||
      !O.mapOptional("suppressed", F.Value.Suppressed) ||
      !O.mapOptional("open", F.Value.IsOpen) ||
      !O.mapOptional("openWeak", F.Value.OpenWeak) ||
      !O.mapOptional("openSteps", F.Value.OpenSteps) ||
      !O.mapOptional("capture", F.Value.IsCapture) ||
      !O.mapOptional("storesInSight", F.Value.StoresInSight) ||
      !O.mapOptional("fixed", Fixed) || !O.mapOptional("hops", F.Hops))
    return false;
  if (std::optional<FixedReason> R = fixedReason(Fixed)) {
    F.Value.Fixed = *R;
    return true;
  }
  Path.field("fixed").report("unknown reason");
  return false;
}

struct NamedRecord {
  Record Value;
  std::vector<NamedField> Fields;
};

bool fromJSON(const json::Value &V, NamedRecord &R, json::Path Path) {
  json::ObjectMapper O(V, Path);
  R.Value.Complete = R.Value.IsInMainFile = true;
  if (!O || !O.map("id", R.Value.Id))
    return false;
  R.Value.Name = R.Value.Id;
  if (!O.mapOptional("name", R.Value.Name))
    return false;
  R.Value.Pattern = R.Value.QualifiedName = R.Value.Name;
  return O.mapOptional("pattern", R.Value.Pattern) &&
         O.mapOptional("qualifiedName", R.Value.QualifiedName) &&
         O.mapOptional("at", R.Value.Where) &&
         O.mapOptional("complete", R.Value.Complete) &&
         O.mapOptional("inMainFile", R.Value.IsInMainFile) &&
         O.mapOptional("fields", R.Fields);
}

json::Object toJSON(const OwningField &F, ArrayRef<Record> Records) {
  json::Array Hops;
  for (const Hop &H : F.Hops) {
    json::Object O{{"target", Records[H.Target].Id},
                   {"kind", toString(H.Kind)}};
    if (!H.Steps.empty()) {
      json::Array Steps;
      for (const Step &S : H.Steps)
        Steps.push_back(toJSON(S));
      O["steps"] = std::move(Steps);
    }
    if (H.Kind == OwnerKind::Shared)
      O["weak"] = H.Weak;
    Hops.push_back(std::move(O));
  }
  json::Object O{{"name", F.Name}, {"hops", std::move(Hops)}};
  if (F.Where.isValid())
    O["at"] = toJSON(F.Where);
  if (!F.Type.empty())
    O["type"] = F.Type;
  if (F.IsBase)
    O["base"] = true;
  if (F.Suppressed)
    O["suppressed"] = true;
  if (F.IsOpen)
    O["open"] = true;
  if (!F.OpenWeak.empty())
    O["openWeak"] = F.OpenWeak;
  if (!F.OpenSteps.empty()) {
    json::Array Steps;
    for (const Step &S : F.OpenSteps)
      Steps.push_back(toJSON(S));
    O["openSteps"] = std::move(Steps);
  }
  if (F.IsCapture)
    O["capture"] = true;
  if (F.StoresInSight)
    O["storesInSight"] = true;
  if (F.Fixed != FixedReason::None)
    O["fixed"] = toString(F.Fixed);
  return O;
}

constexpr llvm::StringLiteral InstructionNames[] = {
    "this",   "parameter", "global",  "new",   "load",    "handle", "phi",
    "cast",   "null",      "unknown", "store", "release", "call",   "return",
    "escape", "hold",      "end",     "throw", "test"};

json::Object toJSON(const Member &M, const Summary &S) {
  json::Object O;
  if (M.isOwning()) {
    O["record"] = S.Records[M.Record].Id;
    O["field"] = S.field(M.Record, M.Field).Name;
  } else
    O["name"] = M.Name;
  if (M.IsMany)
    O["many"] = true;
  if (M.IsStrong)
    O["strong"] = true;
  if (M.IsRaw)
    O["raw"] = true;
  return O;
}

json::Object toJSON(const Instruction &I, ArrayRef<Record> Records) {
  json::Object O{{"kind", toString(I.Kind)}};
  auto Put = [&](StringRef Name, unsigned Index, unsigned Default = None) {
    if (Index != Default)
      O[Name] = Index;
  };
  auto PutFlag = [&](StringRef Name, bool Value) {
    if (Value)
      O[Name] = true;
  };
  Put("at", I.Where);
  Put("context", I.Context);
  Put("base", I.Base);
  Put("value", I.Value);
  Put("member", I.Member);
  Put("key", I.Key, 0);
  Put("index", I.Index, 0);
  Put("owning", I.OwningOperands, 0);
  Put("visited", I.Visited, 0);
  if (I.Type != None)
    O["type"] = Records[I.Type].Id;
  PutFlag("loop", I.IsInLoop);
  PutFlag("whole", I.IsWhole);
  PutFlag("moveOut", I.IsMoveOut);
  PutFlag("sweep", I.IsSweep);
  PutFlag("forOne", I.IsForOne);
  PutFlag("maybe", I.IsMaybe);
  PutFlag("replacing", I.IsReplacing);
  PutFlag("exact", I.IsExact);
  auto PutAll = [&](StringRef Name, ArrayRef<unsigned> Indices) {
    if (Indices.empty())
      return;
    json::Array A;
    // None among the operands is an argument that leads to no object.
    for (unsigned N : Indices)
      A.push_back(N == None ? json::Value(-1) : json::Value(int64_t(N)));
    O[Name] = std::move(A);
  };
  PutAll("operands", I.Operands);
  PutAll("callees", I.Callees);
  return O;
}

json::Object toJSON(const Function &F, ArrayRef<Record> Records) {
  json::Object O{{"id", F.Id}, {"name", F.Name}};
  if (F.Record != None)
    O["record"] = Records[F.Record].Id;
  auto PutFlag = [&](StringRef Name, bool Value) {
    if (Value)
      O[Name] = true;
  };
  PutFlag("constructor", F.IsConstructor);
  PutFlag("destructor", F.IsDestructor);
  PutFlag("callOperator", F.IsCallOperator);
  PutFlag("main", F.IsMain);
  PutFlag("addressTaken", F.IsAddressTaken);
  PutFlag("callersInSight", F.CallersInSight);
  PutFlag("declaredHere", F.IsDeclaredHere);
  if (!F.HasBody)
    return O;
  json::Array Body, Contexts;
  for (const Instruction &I : F.Body)
    Body.push_back(toJSON(I, Records));
  for (const Context &C : F.Contexts)
    Contexts.push_back(json::Array{
        C.Outer == None ? json::Value(-1) : json::Value(int64_t(C.Outer)),
        C.Branch, C.Arm, int(C.Kind)});
  O["body"] = std::move(Body);
  if (!F.Contexts.empty())
    O["contexts"] = std::move(Contexts);
  return O;
}

} // namespace

StringRef toString(Instruction::KindTy K) { return InstructionNames[K]; }

std::optional<Instruction::KindTy> instructionKind(StringRef Text) {
  for (const auto &[I, Name] : enumerate(InstructionNames))
    if (Name == Text)
      return Instruction::KindTy(I);
  return std::nullopt;
}

json::Value toJSON(const Summary &S) {
  json::Array Records;
  for (const Record &R : S.Records) {
    json::Object O{{"id", R.Id},
                   {"name", R.Name},
                   {"pattern", R.Pattern},
                   {"qualifiedName", R.QualifiedName}};
    if (R.Where.isValid())
      O["at"] = toJSON(R.Where);
    if (!R.Complete)
      O["complete"] = false;
    if (!R.IsInMainFile)
      O["inMainFile"] = false;
    if (!R.Fields.empty()) {
      json::Array Fields;
      for (const OwningField &F : R.Fields)
        Fields.push_back(toJSON(F, S.Records));
      O["fields"] = std::move(Fields);
    }
    Records.push_back(std::move(O));
  }
  json::Object Result{{"version", FormatVersion},
                      {"records", std::move(Records)}};
  if (S.Functions.empty())
    return Result;
  json::Array Members, Functions, Statements;
  for (const Member &M : S.Members)
    Members.push_back(toJSON(M, S));
  for (const Function &F : S.Functions)
    Functions.push_back(toJSON(F, S.Records));
  for (const Place &P : S.Statements)
    Statements.push_back(toJSON(P));
  Result["members"] = std::move(Members);
  Result["globals"] = json::Array(S.Globals);
  Result["functions"] = std::move(Functions);
  Result["statements"] = std::move(Statements);
  return Result;
}

namespace {

/// Reads what functions do, once the records are known.
class FunctionParser {
public:
  FunctionParser(Summary &S, const StringMap<RecordIndex> &ById)
      : S(S), ById(ById) {}

  bool parse(const json::Object &O, json::Path Path) {
    const json::Array *Functions = O.getArray("functions");
    if (!Functions)
      return true;
    if (const json::Array *Members = O.getArray("members"))
      for (const auto &[I, V] : enumerate(*Members))
        if (!parseMember(V, Path.field("members").index(I)))
          return false;
    if (const json::Array *Globals = O.getArray("globals"))
      for (const json::Value &V : *Globals)
        S.Globals.push_back(V.getAsString().value_or("").str());
    if (const json::Array *Statements = O.getArray("statements"))
      for (const auto &[I, V] : enumerate(*Statements)) {
        Place P;
        if (!fromJSON(V, P, Path.field("statements").index(I)))
          return false;
        S.Statements.push_back(std::move(P));
      }
    NumFunctions = Functions->size();
    for (const auto &[I, V] : enumerate(*Functions))
      if (!parseFunction(V, Path.field("functions").index(I)))
        return false;
    return true;
  }

private:
  Summary &S;
  const StringMap<RecordIndex> &ById;
  unsigned NumFunctions = 0;

  bool recordOf(const json::Object &O, StringRef Name, RecordIndex &R,
                json::Path Path) {
    std::optional<StringRef> Id = O.getString(Name);
    if (!Id)
      return true;
    auto It = ById.find(*Id);
    if (It == ById.end()) {
      Path.field(Name).report("unknown record");
      return false;
    }
    R = It->second;
    return true;
  }

  bool parseMember(const json::Value &V, json::Path Path) {
    const json::Object *O = V.getAsObject();
    Member M;
    if (!O || !recordOf(*O, "record", M.Record, Path)) {
      if (!O)
        Path.report("expected object");
      return false;
    }
    StringRef Field = O->getString("field").value_or("");
    if (M.isOwning()) {
      const auto &Fields = S.Records[M.Record].Fields;
      auto It = find_if(Fields,
                        [&](const OwningField &F) { return F.Name == Field; });
      if (It == Fields.end()) {
        Path.field("field").report("unknown field");
        return false;
      }
      M.Field = It - Fields.begin();
    }
    M.Name = O->getString("name").value_or("").str();
    M.IsMany = O->getBoolean("many").value_or(false);
    M.IsStrong = O->getBoolean("strong").value_or(M.isOwning());
    M.IsRaw = O->getBoolean("raw").value_or(false);
    S.Members.push_back(std::move(M));
    return true;
  }

  /// An index below \p Limit, or the default where there is none.
  bool index(const json::Object &O, StringRef Name, unsigned &Index,
             unsigned Limit, json::Path Path) {
    const json::Value *V = O.get(Name);
    if (!V)
      return true;
    std::optional<int64_t> N = V->getAsInteger();
    if (!N || *N < 0 || *N >= int64_t(Limit)) {
      Path.field(Name).report("no such number");
      return false;
    }
    Index = *N;
    return true;
  }

  template <typename List>
  bool indices(const json::Object &O, StringRef Name, List &Result,
               unsigned Limit, json::Path Path) {
    const json::Array *A = O.getArray(Name);
    if (!A)
      return true;
    for (const json::Value &V : *A) {
      std::optional<int64_t> N = V.getAsInteger();
      if (!N || *N < -1 || *N >= int64_t(Limit)) {
        Path.field(Name).report("no such number");
        return false;
      }
      Result.push_back(*N < 0 ? None : unsigned(*N));
    }
    return true;
  }

  bool parseFunction(const json::Value &V, json::Path Path) {
    const json::Object *O = V.getAsObject();
    if (!O || !O->getString("id")) {
      Path.report("expected a function with an id");
      return false;
    }
    Function F;
    F.Id = O->getString("id")->str();
    F.Name = O->getString("name").value_or(F.Id).str();
    F.IsConstructor = O->getBoolean("constructor").value_or(false);
    F.IsDestructor = O->getBoolean("destructor").value_or(false);
    F.IsCallOperator = O->getBoolean("callOperator").value_or(false);
    F.IsMain = O->getBoolean("main").value_or(false);
    F.IsAddressTaken = O->getBoolean("addressTaken").value_or(false);
    F.CallersInSight = O->getBoolean("callersInSight").value_or(false);
    F.IsDeclaredHere = O->getBoolean("declaredHere").value_or(false);
    if (!recordOf(*O, "record", F.Record, Path))
      return false;
    if (const json::Array *Contexts = O->getArray("contexts"))
      for (const auto &[I, C] : enumerate(*Contexts)) {
        const json::Array *Parts = C.getAsArray();
        if (!Parts || Parts->size() != 4 ||
            !all_of(*Parts,
                    [](const json::Value &V) {
                      return V.getAsInteger().has_value();
                    }) ||
            *(*Parts)[0].getAsInteger() >= int64_t(I) ||
            *(*Parts)[3].getAsInteger() < 0 ||
            *(*Parts)[3].getAsInteger() > Context::Try) {
          Path.field("contexts")
              .index(I)
              .report("expected [outer, branch, arm, loop], the outer one "
                      "before");
          return false;
        }
        int64_t Outer = *(*Parts)[0].getAsInteger();
        F.Contexts.push_back({Outer < 0 ? None : unsigned(Outer),
                              unsigned(*(*Parts)[1].getAsInteger()),
                              unsigned(*(*Parts)[2].getAsInteger()),
                              Context::LoopTy(*(*Parts)[3].getAsInteger())});
      }
    if (const json::Array *Body = O->getArray("body")) {
      F.HasBody = true;
      for (const auto &[I, Item] : enumerate(*Body))
        if (!parseInstruction(Item, F, Body->size(),
                              Path.field("body").index(I)))
          return false;
    }
    S.Functions.push_back(std::move(F));
    return true;
  }

  bool parseInstruction(const json::Value &V, Function &F, unsigned Size,
                        json::Path Path) {
    const json::Object *O = V.getAsObject();
    std::optional<Instruction::KindTy> Kind =
        instructionKind(O ? O->getString("kind").value_or("") : "");
    if (!Kind) {
      Path.report("unknown kind of instruction");
      return false;
    }
    Instruction I;
    I.Kind = *Kind;
    I.IsInLoop = O->getBoolean("loop").value_or(false);
    I.IsWhole = O->getBoolean("whole").value_or(false);
    I.IsMoveOut = O->getBoolean("moveOut").value_or(false);
    I.IsSweep = O->getBoolean("sweep").value_or(false);
    I.IsForOne = O->getBoolean("forOne").value_or(false);
    I.IsMaybe = O->getBoolean("maybe").value_or(false);
    I.IsReplacing = O->getBoolean("replacing").value_or(false);
    I.IsExact = O->getBoolean("exact").value_or(false);
    // Only a Phi looks ahead.
    unsigned Before = F.Body.size();
    unsigned IndexLimit =
        *Kind == Instruction::Global ? S.Globals.size() : 0x10000u;
    if (!index(*O, "at", I.Where, S.Statements.size(), Path) ||
        !index(*O, "context", I.Context, F.Contexts.size(), Path) ||
        !index(*O, "base", I.Base, Before, Path) ||
        !index(*O, "value", I.Value, Before, Path) ||
        !index(*O, "member", I.Member, S.Members.size(), Path) ||
        !index(*O, "key", I.Key, None, Path) ||
        !index(*O, "index", I.Index, IndexLimit, Path) ||
        !index(*O, "owning", I.OwningOperands, None, Path) ||
        !index(*O, "visited", I.Visited, None, Path) ||
        !recordOf(*O, "type", I.Type, Path) ||
        !indices(*O, "operands", I.Operands,
                 *Kind == Instruction::Phi ? Size : Before, Path) ||
        !indices(*O, "callees", I.Callees, NumFunctions, Path))
      return false;
    bool NeedsPlace =
        *Kind == Instruction::Load || *Kind == Instruction::Handle ||
        *Kind == Instruction::Store || *Kind == Instruction::Release;
    bool IsAnyPlace = *Kind == Instruction::Release && I.Base == None;
    if (NeedsPlace && !IsAnyPlace && (I.Base == None || I.Member == None)) {
      Path.report("a place needs base and member");
      return false;
    }
    if (*Kind == Instruction::Test && I.Key >= ManyArms) {
      Path.report("a test needs one of two arms");
      return false;
    }
    F.Body.push_back(std::move(I));
    return true;
  }
};

} // namespace

Expected<Summary> parseSummary(StringRef Text) {
  Expected<json::Value> V = json::parse(Text);
  if (!V)
    return V.takeError();

  json::Path::Root Root("summary");
  json::Path Path(Root);
  json::ObjectMapper O(*V, Path);
  int Version = 0;
  std::vector<NamedRecord> Named;
  if (!O || !O.map("version", Version))
    return Root.getError();
  if (Version != FormatVersion) {
    Path.field("version").report("unknown version");
    return Root.getError();
  }
  if (!O.map("records", Named))
    return Root.getError();

  Summary S;
  StringMap<RecordIndex> ById;
  for (const auto &[I, R] : enumerate(Named)) {
    if (!ById.try_emplace(R.Value.Id, I).second) {
      Path.field("records").index(I).field("id").report("defined twice");
      return Root.getError();
    }
    S.Records.push_back(std::move(R.Value));
  }
  for (const auto &[I, R] : enumerate(Named)) {
    for (NamedField &F : R.Fields) {
      for (NamedHop &H : F.Hops) {
        // A target that nothing describes is a class without a definition in
        // sight.
        auto [It, IsNew] = ById.try_emplace(H.Target, S.Records.size());
        if (IsNew) {
          Record Unknown;
          Unknown.Id = Unknown.Name = Unknown.Pattern = Unknown.QualifiedName =
              H.Target;
          S.Records.push_back(std::move(Unknown));
        }
        H.Value.Target = It->second;
        F.Value.Hops.push_back(std::move(H.Value));
      }
      S.Records[I].Fields.push_back(std::move(F.Value));
    }
  }
  if (!FunctionParser(S, ById).parse(*V->getAsObject(), Path))
    return Root.getError();
  return S;
}

} // namespace ownership
