//===- OwnershipTypes.h - Which types own what ------------------*- C++ -*-===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The one place that knows names of types: which templates are shared, unique
// or weak pointers, containers and callables. The rest asks for a role.
//
// A container owns all its type arguments. That needs no list of which argument
// is an allocator or a comparator: such a policy is held by value as well, and
// nearly always owns nothing.
//
//===----------------------------------------------------------------------===//

#ifndef OWNERSHIP_EXTRACT_OWNERSHIPTYPES_H
#define OWNERSHIP_EXTRACT_OWNERSHIPTYPES_H

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>

namespace clang {
class CXXRecordDecl;
class NamedDecl;
} // namespace clang

namespace ownership {

/// What a class is for the question of who keeps whom alive.
struct TypeRole {
  enum KindTy {
    /// An ordinary class: its fields and bases say what it owns.
    Record,
    /// Owns nothing, whatever its fields: classes of the standard library that
    /// are not listed.
    OwnsNothing,
    WeakPointer,
    SharedPointer,
    UniquePointer,
    Container,
    Callable
  };
  KindTy Kind = Record;
  /// Name without namespace: "shared_ptr".
  std::string Name;
  bool IsConfigured = false;
  /// For a shared pointer: its weak counterpart, and the member function that
  /// makes a shared pointer of that. Empty if there is none.
  std::string Weak;
  std::string Lock;
};

/// What the user adds to the built-in lists. Each is a semicolon-separated list
/// of qualified names, as clang-tidy options are. An entry of SharedPointers
/// may go on `=weak_name` and `.lock_name`, for instance
/// `osg::ref_ptr=osg::observer_ptr` or `my::Ref=my::WeakRef.promote`; the lock
/// function defaults to `lock`.
struct OwnershipTypeLists {
  std::string SharedPointers;
  std::string UniquePointers;
  std::string Containers;
  std::string Callables;
};

/// Answers what role a class plays. Remembers the answer by declaration, so one
/// object serves one AST.
class OwnershipTypes {
public:
  /// The built-in names only.
  OwnershipTypes();

  /// Adds one list. A malformed entry gives an error that quotes it, and so
  /// does an entry for a `std` name: what those mean is not for
  /// configuration.
  llvm::Error addSharedPointers(llvm::StringRef List);
  llvm::Error add(TypeRole::KindTy Kind, llvm::StringRef List);

  /// Never null. The reference lives as long as this object.
  const TypeRole &roleOf(const clang::CXXRecordDecl &R);

private:
  llvm::StringMap<TypeRole> ByName;
  llvm::DenseMap<const clang::NamedDecl *, const TypeRole *> Known;
  TypeRole Ordinary, Nothing;

  llvm::Error addOne(TypeRole Role, llvm::StringRef QualifiedName);
};

/// Which part of a container its type argument \p Index is: "key" and "value"
/// of a map, "element" of most. Behind those, a known container's arguments are
/// policies like its allocator.
llvm::StringRef partOfContainer(llvm::StringRef Name, unsigned Index,
                                bool IsConfigured = false);

/// Namespaces and enclosing classes joined by `::`, without inline and
/// anonymous namespaces and without template arguments.
std::string qualifiedName(const clang::NamedDecl &D);

} // namespace ownership

#endif // OWNERSHIP_EXTRACT_OWNERSHIPTYPES_H
