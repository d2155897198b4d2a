//===- Summary.cpp - Summaries: joining and JSON --------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/Summary.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/ADT/Twine.h"
#include <optional>
#include <tuple>

using namespace llvm;

namespace ownership {

bool operator==(const Place &L, const Place &R) {
  return std::tie(L.File, L.Line, L.Column) ==
         std::tie(R.File, R.Line, R.Column);
}

bool operator<(const Place &L, const Place &R) {
  return std::tie(L.File, L.Line, L.Column) <
         std::tie(R.File, R.Line, R.Column);
}

bool operator==(const Step &L, const Step &R) {
  return std::tie(L.Kind, L.Type, L.Part) == std::tie(R.Kind, R.Type, R.Part);
}

bool operator==(const Hop &L, const Hop &R) {
  return std::tie(L.Target, L.Kind, L.Steps, L.Weak) ==
         std::tie(R.Target, R.Kind, R.Steps, R.Weak);
}

StringRef toString(OwnerKind K) {
  switch (K) {
  case OwnerKind::Weak:
    return "weak";
  case OwnerKind::Value:
    return "value";
  case OwnerKind::Unique:
    return "unique";
  case OwnerKind::Shared:
    return "shared";
  case OwnerKind::Callable:
    return "callable";
  }
  return "";
}

StringRef toString(FixedReason R) {
  switch (R) {
  case FixedReason::None:
    return "";
  case FixedReason::BaseClass:
    return "base class";
  case FixedReason::SystemHeader:
    return "system header";
  }
  return "";
}

Summary link(ArrayRef<Summary> Parts) {
  Summary Linked;
  StringMap<RecordIndex> ById;
  for (const Summary &Part : Parts) {
    std::vector<RecordIndex> Renumbered;
    Renumbered.reserve(Part.Records.size());
    std::vector<RecordIndex> Taken;
    for (const Record &R : Part.Records) {
      auto [It, IsNew] = ById.try_emplace(R.Id, Linked.Records.size());
      if (IsNew)
        Linked.Records.push_back(R);
      else if (R.Complete && !Linked.Records[It->second].Complete)
        Linked.Records[It->second] = R;
      else {
        Renumbered.push_back(It->second);
        continue;
      }
      Renumbered.push_back(It->second);
      Taken.push_back(It->second);
    }
    for (RecordIndex R : Taken)
      for (OwningField &F : Linked.Records[R].Fields)
        for (Hop &H : F.Hops)
          H.Target = Renumbered[H.Target];
  }
  return Linked;
}

//===----------------------------------------------------------------------===//
// JSON
//===----------------------------------------------------------------------===//

namespace {

constexpr int FormatVersion = 1;

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
  if (F.IsCapture)
    O["capture"] = true;
  if (F.StoresInSight)
    O["storesInSight"] = true;
  if (F.Fixed != FixedReason::None)
    O["fixed"] = toString(F.Fixed);
  return O;
}

} // namespace

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
  return json::Object{{"version", FormatVersion},
                      {"records", std::move(Records)}};
}

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
  return S;
}

} // namespace ownership
