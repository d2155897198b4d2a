//===- FieldDirection.cpp - Names and shapes of fields --------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analyze/FieldDirection.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace ownership {

static constexpr StringLiteral UpWords[] = {
    "parent",   "parents", "owner",   "prev",       "previous", "pred",
    "up",       "outer",   "back",    "enclosing",  "observer", "delegate",
    "session",  "context", "manager", "container",  "host",     "creator",
    "upstream", "root",    "backref", "predecessor"};

static constexpr StringLiteral DownWords[] = {
    "child",   "children", "kid",   "kids",  "next",  "succ",   "successor",
    "first",   "head",     "left",  "right", "items", "nodes",  "entries",
    "members", "elements", "parts", "sub",   "inner", "nested", "downstream"};

static FieldDirection directionOfWord(StringRef LowerCaseWord) {
  if (is_contained(UpWords, LowerCaseWord))
    return FieldDirection::Up;
  if (is_contained(DownWords, LowerCaseWord))
    return FieldDirection::Down;
  return FieldDirection::Unknown;
}

FieldDirection directionOfName(StringRef FieldName) {
  // The first word that says anything decides: `parent_items` leads up.
  std::string Word;
  FieldDirection Direction = FieldDirection::Unknown;
  auto EndWord = [&] {
    if (Direction == FieldDirection::Unknown)
      Direction = directionOfWord(Word);
    Word.clear();
  };
  for (char C : FieldName) {
    if (!isAlpha(C)) {
      EndWord();
      continue;
    }
    if (toUpper(C) == C)
      EndWord();
    Word.push_back(toLower(C));
  }
  EndWord();
  return Direction;
}

bool isContainer(const Hop &H) {
  return any_of(H.Steps, [](const Step &S) {
    return (S.Kind == Step::Container || S.Kind == Step::Array) &&
           (S.Part.empty() || S.Part == "element" || S.Part == "key" ||
            S.Part == "value");
  });
}

FieldDirection directionOf(const OwningField &F, const Hop &H) {
  FieldDirection Named = directionOfName(F.Name);
  if (Named == FieldDirection::Unknown && isContainer(H))
    return FieldDirection::Down;
  return Named;
}

} // namespace ownership
