//===- Link.cpp - Joining summaries ---------------------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "model/Summary.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include <map>
#include <tuple>

using namespace llvm;

namespace ownership {

namespace {

/// Joins summaries into one, and renumbers on the way.
class Linker {
public:
  Summary run(ArrayRef<Summary> Parts) {
    std::vector<std::vector<RecordIndex>> Records;
    for (const Summary &Part : Parts)
      Records.push_back(linkRecords(Part));
    // A member is known by its field's name, so all records come first.
    for (const auto &[I, R] : enumerate(Linked.Records))
      for (const auto &[N, F] : enumerate(R.Fields))
        FieldOf[{unsigned(I), F.Name}] = N;
    for (const auto &[I, Part] : enumerate(Parts))
      linkFunctions(Part, Records[I]);
    return std::move(Linked);
  }

private:
  Summary Linked;
  StringMap<RecordIndex> RecordById;
  StringMap<FunctionIndex> FunctionById;
  StringMap<unsigned> GlobalById;
  std::map<std::pair<RecordIndex, std::string>, unsigned> FieldOf;
  std::map<std::tuple<RecordIndex, unsigned, std::string>, MemberIndex>
      MemberOf;

  std::vector<RecordIndex> linkRecords(const Summary &Part) {
    std::vector<RecordIndex> Renumbered;
    Renumbered.reserve(Part.Records.size());
    for (const Record &R : Part.Records) {
      auto [It, IsNew] = RecordById.try_emplace(R.Id, Linked.Records.size());
      Renumbered.push_back(It->second);
      if (IsNew || (R.Complete && !Linked.Records[It->second].Complete)) {
        Record Header = R;
        Header.Fields.clear();
        if (IsNew)
          Linked.Records.push_back(std::move(Header));
        else
          Linked.Records[It->second] = std::move(Header);
      }
    }
    // A translation unit leaves out what leads nowhere as far as it can see, so
    // the fields are those that any of them tells.
    for (const auto &[I, R] : enumerate(Part.Records))
      for (const OwningField &F : R.Fields) {
        OwningField Here = F;
        for (Hop &H : Here.Hops)
          H.Target = Renumbered[H.Target];
        auto &Fields = Linked.Records[Renumbered[I]].Fields;
        auto Same = find_if(Fields, [&](const OwningField &Other) {
          return Other.Name == F.Name && Other.IsBase == F.IsBase;
        });
        if (Same == Fields.end()) {
          Fields.push_back(std::move(Here));
          continue;
        }
        for (Hop &H : Here.Hops)
          if (!is_contained(Same->Hops, H))
            Same->Hops.push_back(std::move(H));
      }
    return Renumbered;
  }

  MemberIndex linkMember(const Summary &Part, Member M,
                         ArrayRef<RecordIndex> Records) {
    if (M.isOwning()) {
      std::string Name = Part.field(M.Record, M.Field).Name;
      RecordIndex R = Records[M.Record];
      auto It = FieldOf.find({R, Name});
      // Another translation unit knows better that it lies on no cycle.
      if (It == FieldOf.end()) {
        M.Record = M.Field = None;
        M.Name = Linked.Records[R].Id + "::" + Name;
      } else {
        M.Record = R;
        M.Field = It->second;
      }
    }
    auto [It, IsNew] = MemberOf.try_emplace({M.Record, M.Field, M.Name},
                                            Linked.Members.size());
    if (IsNew)
      Linked.Members.push_back(std::move(M));
    return It->second;
  }

  void linkFunctions(const Summary &Part, ArrayRef<RecordIndex> Records) {
    std::vector<MemberIndex> Members;
    for (const Member &M : Part.Members)
      Members.push_back(linkMember(Part, M, Records));
    std::vector<unsigned> Globals;
    for (const std::string &G : Part.Globals) {
      auto [It, IsNew] = GlobalById.try_emplace(G, Linked.Globals.size());
      if (IsNew)
        Linked.Globals.push_back(G);
      Globals.push_back(It->second);
    }
    StatementIndex FirstStatement = Linked.Statements.size();
    Linked.Statements.insert(Linked.Statements.end(), Part.Statements.begin(),
                             Part.Statements.end());
    std::vector<FunctionIndex> Functions, Taken;
    for (const Function &F : Part.Functions) {
      auto [It, IsNew] =
          FunctionById.try_emplace(F.Id, Linked.Functions.size());
      Functions.push_back(It->second);
      if (IsNew)
        Linked.Functions.push_back(F);
      else if (F.HasBody && !Linked.Functions[It->second].HasBody)
        Linked.Functions[It->second] = F;
      else
        continue;
      Taken.push_back(It->second);
    }
    auto Renumber = [](unsigned &Index, ArrayRef<unsigned> Numbers) {
      if (Index != None)
        Index = Numbers[Index];
    };
    for (FunctionIndex T : Taken) {
      Function &F = Linked.Functions[T];
      Renumber(F.Record, Records);
      for (Instruction &I : F.Body) {
        Renumber(I.Type, Records);
        Renumber(I.Member, Members);
        if (I.Kind == Instruction::Global)
          Renumber(I.Index, Globals);
        for (FunctionIndex &Callee : I.Callees)
          Callee = Functions[Callee];
        if (I.Where != None)
          I.Where += FirstStatement;
      }
    }
  }
};

} // namespace

Summary link(ArrayRef<Summary> Parts) {
  // One alone is linked already.
  return Parts.size() == 1 ? Parts.front() : Linker().run(Parts);
}

} // namespace ownership
