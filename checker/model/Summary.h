//===- Summary.h - What a translation unit says about ownership -*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The value that travels through the whole pipeline:
//
//   source --extract--> Summary --link--> Summary --analyze--> Findings
//
// A Summary is plain data: no AST, no SourceManager, no options. Several
// translation units' summaries link into one of the same type, so whatever
// analyses one analyses the whole program.
//
// Its JSON form, which tests write by hand:
//
//   {"version": 2, "records": [
//     {"id": "Session", "at": "session.h:3:8", "fields": [
//       {"name": "server_", "at": "session.h:4:27",
//        "type": "std::shared_ptr<Server>",
//        "hops": [{"target": "Server", "kind": "shared"}]}]},
//     ...]}
//
// What functions do follows under "functions" (Effects.h), with the "members",
// "globals" and "statements" that their instructions refer to by number.
//
// `name` defaults to `id`, `pattern` and `qualifiedName` to `name`, `kind` to
// "value", `weak` of a shared hop to "std::weak_ptr".
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_MODEL_SUMMARY_H
#define OWNERSHIP_MODEL_SUMMARY_H

#include "model/Effects.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"
#include <string>
#include <vector>

namespace ownership {

/// Where something is declared. Line and column count from 1; line 0 is
/// nowhere. The file is absolute and without dot segments when it comes from a
/// translation unit, so the same header gives the same place in each.
struct Place {
  std::string File;
  unsigned Line = 0;
  unsigned Column = 0;

  bool isValid() const { return Line != 0; }
};
bool operator==(const Place &L, const Place &R);
bool operator<(const Place &L, const Place &R);

/// How an object keeps another one alive, weaker kinds first. Weak keeps
/// nothing alive; it is told because a weak way back shows that the way forth
/// owns.
enum class OwnerKind { Weak, Value, Unique, Shared, Callable };
llvm::StringRef toString(OwnerKind K);

/// One layer of type between a field and what it keeps alive: the vector and
/// the shared_ptr of `std::vector<std::shared_ptr<T>>`, outermost first.
struct Step {
  enum KindTy { Base, Array, Container, Unique, Shared };
  KindTy Kind = Container;
  /// The layer's name without namespace and arguments: "vector". Empty for an
  /// array.
  std::string Type;
  /// Which part of a container: "element", "key", "value", ... Empty for
  /// pointers.
  std::string Part;
};
bool operator==(const Step &L, const Step &R);

/// holder -> field -> target. The holder and the field are those that contain
/// the hop.
struct Hop {
  RecordIndex Target = 0;
  /// The strongest kind among the steps: a hop through any shared pointer is
  /// shared, because that is where a cycle can close.
  OwnerKind Kind = OwnerKind::Value;
  std::vector<Step> Steps;
  /// The weak counterpart of the hop's innermost shared pointer
  /// ("std::weak_ptr"). Empty if it has none, or if the hop is not shared.
  std::string Weak;
  /// No type says so: a store puts such an object there.
  bool IsStored = false;
};
bool operator==(const Hop &L, const Hop &R);

/// Why a declaration cannot become weak, whatever its type.
enum class FixedReason { None, BaseClass, SystemHeader };
llvm::StringRef toString(FixedReason R);

/// A data member through which an object keeps others alive, or a base class
/// subobject, which does so in the same way.
struct OwningField {
  std::string Name;
  Place Where;
  /// As written, for messages.
  std::string Type;
  bool IsBase = false;
  /// A NOLINT for the check stands at the field: its hops are accepted.
  bool Suppressed = false;
  /// No type says what it owns, only stores do: std::function, std::any,
  /// shared_ptr<void>.
  bool IsOpen = false;
  /// For an open field that is a shared_ptr<void>: its weak counterpart.
  std::string OpenWeak;
  /// The layers around what is open, as of a hop.
  std::vector<Step> OpenSteps;
  /// What a lambda or a bind keeps, not a declared member.
  bool IsCapture = false;
  /// Every store into it is in sight, if the whole program is not: the class
  /// belongs to a main file, or the field is private and all that may name it
  /// have their bodies here.
  bool StoresInSight = false;
  FixedReason Fixed = FixedReason::None;
  std::vector<Hop> Hops;

  /// The declaration can become weak where it holds \p H.
  bool canBeWeak(const Hop &H) const {
    return Fixed == FixedReason::None && !H.Weak.empty();
  }
};

/// A class, or one instantiation of a class template.
struct Record {
  /// The same in every translation unit (a USR when it comes from one).
  std::string Id;
  /// For messages: enclosing classes and template arguments, no namespaces.
  std::string Name;
  /// Name without template arguments: the class as it is written down.
  std::string Pattern;
  /// For options and for grouping instantiations: namespaces and enclosing
  /// classes, no template arguments.
  std::string QualifiedName;
  Place Where;
  /// A definition was in sight. Otherwise there are no fields.
  bool Complete = false;
  /// Defined in a translation unit's main file.
  bool IsInMainFile = false;
  std::vector<OwningField> Fields;
};

/// What one translation unit, or a linked program, says about ownership.
struct Summary {
  std::vector<Record> Records;
  std::vector<Member> Members;
  std::vector<Function> Functions;
  /// What tells variables that outlive every call apart.
  std::vector<std::string> Globals;
  /// Where the functions' instructions stand. Empty if the summary still has
  /// its AST, which knows.
  std::vector<Place> Statements;

  const OwningField &field(RecordIndex R, unsigned Field) const {
    return Records[R].Fields[Field];
  }
  /// The name that people use for a field: `Class::field`, without namespace
  /// and template arguments.
  std::string fieldName(RecordIndex R, unsigned Field) const {
    return Records[R].Pattern + "::" + field(R, Field).Name;
  }
};

/// \p Derived is \p Base or has it as a base class.
bool isBaseOf(const Summary &S, RecordIndex Base, RecordIndex Derived);

/// Joins the summaries of several translation units. A record with several
/// definitions is described by the first one that is complete, and has the
/// fields that any of them has; a function takes the first one that has a body.
/// The result does not depend on anything but the order of \p Parts.
Summary link(llvm::ArrayRef<Summary> Parts);

llvm::json::Value toJSON(const Summary &S);
/// Reads the JSON form. A missing or ill-typed member, an unknown version or
/// an id that is defined twice gives an error that says where.
llvm::Expected<Summary> parseSummary(llvm::StringRef Text);

} // namespace ownership

#endif // OWNERSHIP_MODEL_SUMMARY_H
