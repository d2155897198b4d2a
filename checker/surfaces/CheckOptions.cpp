//===- CheckOptions.cpp - What a user can set -----------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "surfaces/CheckOptions.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/YAMLTraits.h"

using namespace llvm;

namespace ownership {
namespace {

constexpr CheckOption Options[] = {
    {CheckOption::List, "SharedPointers", "",
     "More shared pointers: 'name=weak.lock', separated by semicolons."},
    {CheckOption::List, "UniquePointers", "", "More pointers with one owner."},
    {CheckOption::List, "Containers", "",
     "More templates that own their arguments."},
    {CheckOption::List, "Callables", "",
     "More templates that own what their target captured."},
    {CheckOption::Pattern, "IgnoredRecords", "",
     "Regular expression: classes whose fields do not count."},
    {CheckOption::Pattern, "IgnoredFields", "",
     "Regular expression: fields that do not count."},
    {CheckOption::Level, "MinimumVerdict", "likely",
     "'possible', 'likely' or 'confirmed'."},
    {CheckOption::Switch, "Explain", "false",
     "Also tell of the cycles that are not reported, and why."},
    {CheckOption::Switch, "OwnerMayBeGone", "false",
     "A fix guards each dereference by a test."},
};

/// In the words that clang-tidy uses for its own options.
std::string problemWithVerdict(StringRef Value) {
  std::string Lower = Value.lower();
  if (verdictOf(Lower))
    return "did you mean '" + Lower + "'?";
  return "expected 'possible', 'likely' or 'confirmed'";
}

} // namespace

ArrayRef<CheckOption> checkOptions() { return Options; }

const CheckOption *findOption(StringRef Name) {
  const auto *It =
      find_if(Options, [&](const CheckOption &O) { return O.Name == Name; });
  return It == std::end(Options) ? nullptr : It;
}

OwnershipTypes CheckSettings::types() const {
  OwnershipTypes Types;
  // What is wrong with them was said when the options were read.
  consumeError(Types.addSharedPointers(Lists.SharedPointers));
  consumeError(Types.add(TypeRole::UniquePointer, Lists.UniquePointers));
  consumeError(Types.add(TypeRole::Container, Lists.Containers));
  consumeError(Types.add(TypeRole::Callable, Lists.Callables));
  return Types;
}

CheckSettings readOptions(
    function_ref<std::string(const CheckOption &)> ValueOf,
    function_ref<void(const CheckOption &, StringRef Value, StringRef Problem)>
        Reject) {
  CheckSettings Result;
  OwnershipTypes Types;
  auto List = [&](StringRef Name, std::string &To, auto Add) {
    const CheckOption &O = *findOption(Name);
    To = ValueOf(O);
    if (Error E = Add(To)) {
      std::string Problem = toString(std::move(E));
      Reject(O, To, join(split(Problem, '\n'), ", "));
    }
  };
  auto ListOf = [&](StringRef Name, std::string &To, TypeRole::KindTy Kind) {
    List(Name, To, [&](StringRef Text) { return Types.add(Kind, Text); });
  };
  List("SharedPointers", Result.Lists.SharedPointers,
       [&](StringRef Text) { return Types.addSharedPointers(Text); });
  ListOf("UniquePointers", Result.Lists.UniquePointers,
         TypeRole::UniquePointer);
  ListOf("Containers", Result.Lists.Containers, TypeRole::Container);
  ListOf("Callables", Result.Lists.Callables, TypeRole::Callable);

  auto Pattern = [&](StringRef Name, std::optional<Regex> &To) {
    const CheckOption &O = *findOption(Name);
    std::string Value = ValueOf(O), Problem;
    if (Value.empty())
      return;
    Regex R(Value);
    if (R.isValid(Problem))
      To = std::move(R);
    else
      Reject(O, Value, Problem);
  };
  Pattern("IgnoredRecords", Result.Analysis.IgnoredRecords);
  Pattern("IgnoredFields", Result.Analysis.IgnoredFields);

  const CheckOption &Minimum = *findOption("MinimumVerdict");
  std::string Level = ValueOf(Minimum);
  if (std::optional<Verdict> V = verdictOf(Level))
    Result.Analysis.Minimum = *V;
  else
    Reject(Minimum, Level, problemWithVerdict(Level));

  auto Switch = [&](StringRef Name, bool &To) {
    const CheckOption &O = *findOption(Name);
    std::string Value = ValueOf(O);
    if (std::optional<bool> On = yaml::parseBool(Value))
      To = *On;
    else if (Value == "0" || Value == "1")
      To = Value == "1";
    else
      Reject(O, Value, "expected a bool");
  };
  Switch("Explain", Result.Explain);
  Switch("OwnerMayBeGone", Result.OwnerMayBeGone);
  return Result;
}

} // namespace ownership
