//===- OwnershipTypes.cpp - Tables of names -------------------------------===//
//
// Part of clang-ownership, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "extract/OwnershipTypes.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace llvm;

namespace ownership {
namespace {

struct SharedName {
  llvm::StringLiteral Name, Weak, Lock;
};

// Sources: [util.smartptr], Boost.SmartPtr and Qt Core reference. A pointer
// that counts inside its pointee has no weak counterpart unless listed.
constexpr SharedName SharedNames[] = {
    {"std::shared_ptr", "std::weak_ptr", "lock"},
    {"std::experimental::shared_ptr", "std::experimental::weak_ptr", "lock"},
    {"boost::shared_ptr", "boost::weak_ptr", "lock"},
    {"boost::shared_array", "", ""},
    {"boost::local_shared_ptr", "", ""},
    {"boost::intrusive_ptr", "", ""},
    {"QSharedPointer", "QWeakPointer", "toStrongRef"},
    {"QExplicitlySharedDataPointer", "", ""},
};

constexpr llvm::StringLiteral UniqueNames[] = {"std::unique_ptr",
                                               "std::auto_ptr",
                                               "std::indirect",
                                               "std::polymorphic",
                                               "boost::scoped_ptr",
                                               "boost::scoped_array",
                                               "boost::movelib::unique_ptr",
                                               "QScopedPointer",
                                               "QScopedArrayPointer"};

constexpr llvm::StringLiteral ContainerNames[] = {
    // Containers and adaptors.
    "std::array", "std::vector", "std::inplace_vector", "std::deque",
    "std::list", "std::forward_list", "std::set", "std::multiset", "std::map",
    "std::multimap", "std::unordered_set", "std::unordered_multiset",
    "std::unordered_map", "std::unordered_multimap", "std::flat_map",
    "std::flat_set", "std::flat_multimap", "std::flat_multiset", "std::hive",
    "std::stack", "std::queue", "std::priority_queue",
    // Wrappers.
    "std::pair", "std::tuple", "std::optional", "std::variant", "std::expected",
    "std::atomic", "std::future", "std::shared_future", "std::promise",
    "std::experimental::optional", "std::experimental::propagate_const",
    // Boost.
    "boost::array", "boost::optional", "boost::variant", "boost::tuple",
    "boost::tuples::tuple", "boost::compressed_pair", "boost::circular_buffer",
    "boost::container::vector", "boost::container::small_vector",
    "boost::container::static_vector", "boost::container::stable_vector",
    "boost::container::deque", "boost::container::list",
    "boost::container::slist", "boost::container::map",
    "boost::container::multimap", "boost::container::set",
    "boost::container::multiset", "boost::container::flat_map",
    "boost::container::flat_multimap", "boost::container::flat_set",
    "boost::container::flat_multiset", "boost::unordered_map",
    "boost::unordered_set", "boost::unordered_multimap",
    "boost::unordered_multiset", "boost::unordered::unordered_map",
    "boost::unordered::unordered_set", "boost::unordered::unordered_multimap",
    "boost::unordered::unordered_multiset",
    "boost::unordered::unordered_flat_map",
    "boost::unordered::unordered_flat_set",
    "boost::unordered::unordered_node_map",
    "boost::unordered::unordered_node_set", "boost::variant2::variant",
    "boost::multi_index::multi_index_container", "boost::bimaps::bimap",
    "boost::ptr_vector", "boost::ptr_list", "boost::ptr_map",
    // Qt.
    "QList", "QVector", "QVarLengthArray", "QLinkedList", "QQueue", "QStack",
    "QSet", "QMap", "QMultiMap", "QHash", "QMultiHash", "QPair", "QFuture",
    "QPromise",
    // Other libraries of containers that many projects share.
    "absl::flat_hash_map", "absl::flat_hash_set", "absl::node_hash_map",
    "absl::node_hash_set", "absl::btree_map", "absl::btree_set",
    "absl::InlinedVector", "absl::FixedArray", "absl::optional",
    "absl::variant", "absl::StatusOr", "folly::F14FastMap", "folly::F14NodeMap",
    "folly::F14ValueMap", "folly::F14VectorMap", "folly::F14FastSet",
    "folly::Optional", "folly::Synchronized", "folly::small_vector",
    "folly::fbvector", "tbb::concurrent_vector", "tbb::concurrent_queue",
    "tbb::concurrent_hash_map", "tbb::concurrent_unordered_map",
    "tsl::robin_map", "tsl::robin_set", "tsl::ordered_map",
    "robin_hood::unordered_map", "ankerl::unordered_dense::map",
    "llvm::SmallVector", "llvm::DenseMap", "llvm::StringMap", "eastl::vector",
    "eastl::map", "eastl::hash_map"};

constexpr llvm::StringLiteral CallableNames[] = {"std::function",
                                                 "std::move_only_function",
                                                 "std::copyable_function",
                                                 "std::packaged_task",
                                                 "boost::function",
                                                 "boost::signals2::signal",
                                                 "absl::AnyInvocable",
                                                 "folly::Function",
                                                 "fu2::function",
                                                 "fu2::unique_function",
                                                 "std::any",
                                                 "boost::any",
                                                 "std::experimental::any"};

StringRef unqualified(StringRef QualifiedName) {
  size_t Colon = QualifiedName.rfind("::");
  return Colon == StringRef::npos ? QualifiedName
                                  : QualifiedName.drop_front(Colon + 2);
}

bool isStandard(StringRef QualifiedName) {
  return QualifiedName.starts_with("std::") ||
         QualifiedName.starts_with("__gnu_cxx::");
}

/// A name as people write it in a configuration: identifiers joined by `::`.
bool isQualifiedName(StringRef Name) {
  SmallVector<StringRef, 4> Parts;
  Name.split(Parts, "::");
  return all_of(Parts, [](StringRef Part) {
    return !Part.empty() && !isDigit(Part.front()) &&
           all_of(Part, [](char C) { return isAlnum(C) || C == '_'; });
  });
}

/// Calls \p Each for the trimmed entries of a semicolon-separated list. A wrong
/// entry does not keep the others from counting.
Error forEachEntry(StringRef List, function_ref<Error(StringRef)> Each) {
  SmallVector<StringRef, 8> Entries;
  List.split(Entries, ';');
  Error Problems = Error::success();
  for (StringRef Entry : Entries)
    if (Entry = Entry.trim(); !Entry.empty())
      Problems = joinErrors(std::move(Problems), Each(Entry));
  return Problems;
}

} // namespace

OwnershipTypes::OwnershipTypes() {
  Nothing.Kind = TypeRole::OwnsNothing;
  auto Add = [&](TypeRole::KindTy Kind, StringRef QualifiedName) -> TypeRole & {
    TypeRole &Role = ByName[QualifiedName];
    Role.Kind = Kind;
    Role.Name = unqualified(QualifiedName).str();
    return Role;
  };
  for (const SharedName &N : SharedNames) {
    TypeRole &Role = Add(TypeRole::SharedPointer, N.Name);
    Role.Weak = N.Weak.str();
    Role.Lock = N.Lock.str();
    if (!N.Weak.empty())
      Add(TypeRole::WeakPointer, N.Weak);
  }
  for (StringRef Name : UniqueNames)
    Add(TypeRole::UniquePointer, Name);
  for (StringRef Name : ContainerNames)
    Add(TypeRole::Container, Name);
  for (StringRef Name : CallableNames)
    Add(TypeRole::Callable, Name);
}

Error OwnershipTypes::addOne(TypeRole Role, StringRef QualifiedName) {
  QualifiedName.consume_front("::");
  if (QualifiedName.empty())
    return createStringError(inconvertibleErrorCode(), "a name is missing");
  if (!isQualifiedName(QualifiedName))
    return createStringError(inconvertibleErrorCode(),
                             "'" + QualifiedName + "' is not a name");
  if (isStandard(QualifiedName))
    return createStringError(inconvertibleErrorCode(),
                             "'" + QualifiedName +
                                 "' belongs to the standard library");
  Role.Name = unqualified(QualifiedName).str();
  Role.IsConfigured = true;
  ByName[QualifiedName] = std::move(Role);
  return Error::success();
}

Error OwnershipTypes::add(TypeRole::KindTy Kind, StringRef List) {
  return forEachEntry(List, [&](StringRef Entry) {
    TypeRole Role;
    Role.Kind = Kind;
    return addOne(std::move(Role), Entry);
  });
}

Error OwnershipTypes::addSharedPointers(StringRef List) {
  return forEachEntry(List, [&](StringRef Entry) -> Error {
    auto [Name, Counterpart] = Entry.split('=');
    auto [Weak, Lock] = Counterpart.split('.');
    Weak = Weak.trim();
    Weak.consume_front("::");
    Lock = Lock.trim();
    TypeRole Role;
    Role.Kind = TypeRole::SharedPointer;
    if (Entry.contains('=')) {
      Role.Weak = Weak.str();
      Role.Lock = Counterpart.contains('.') ? Lock.str() : "lock";
      if (!isQualifiedName(Role.Lock))
        return createStringError(inconvertibleErrorCode(),
                                 "'" + Role.Lock + "' is not a name");
      TypeRole WeakRole;
      WeakRole.Kind = TypeRole::WeakPointer;
      // A standard weak pointer may serve a pointer of one's own.
      if (!isQualifiedName(Weak))
        return createStringError(inconvertibleErrorCode(),
                                 "'" + Weak + "' is not a name");
      if (!isStandard(Weak))
        if (Error E = addOne(std::move(WeakRole), Weak))
          return E;
    }
    return addOne(std::move(Role), Name.trim());
  });
}

const TypeRole &OwnershipTypes::roleOf(const CXXRecordDecl &R) {
  const NamedDecl *Key = R.getCanonicalDecl();
  if (const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(&R))
    Key = Spec->getSpecializedTemplate()->getCanonicalDecl();
  const TypeRole *&Role = Known[Key];
  if (Role)
    return *Role;
  if (!Key->getIdentifier())
    return *(Role = &Ordinary);
  std::string Name = qualifiedName(*Key);
  auto It = ByName.find(Name);
  if (It != ByName.end())
    Role = &It->second;
  else
    Role = isStandard(Name) ? &Nothing : &Ordinary;
  return *Role;
}

StringRef partOfContainer(StringRef Name, unsigned Index, bool IsConfigured) {
  if (Name == "pair" || Name == "QPair" || Name == "compressed_pair")
    return Index == 0 ? "first" : "second";
  if (Name == "tuple")
    return "member";
  if (Name == "variant")
    return "alternative";
  if (Name == "expected")
    return Index == 0 ? "content" : "error";
  static constexpr llvm::StringLiteral HoldOne[] = {
      "optional", "atomic",          "future",   "shared_future",
      "promise",  "propagate_const", "StatusOr", "Synchronized",
      "Optional", "QFuture",         "QPromise"};
  if (is_contained(HoldOne, Name))
    return "content";
  if (Name == "StringMap")
    return Index == 0 ? "value" : "policy";
  if (Name.ends_with_insensitive("map") || Name.ends_with_insensitive("hash"))
    return Index == 0 ? "key" : Index == 1 ? "value" : "policy";
  return Index == 0 || IsConfigured ? "element" : "policy";
}

std::string qualifiedName(const NamedDecl &D) {
  SmallVector<StringRef, 8> Parts;
  for (const Decl *Cur = &D; Cur && !isa<TranslationUnitDecl>(Cur);
       Cur = cast_or_null<Decl>(Cur->getDeclContext())) {
    if (const auto *NS = dyn_cast<NamespaceDecl>(Cur))
      if (NS->isInline() || NS->isAnonymousNamespace())
        continue;
    if (const auto *Named = dyn_cast<NamedDecl>(Cur))
      if (const IdentifierInfo *Id = Named->getIdentifier())
        Parts.push_back(Id->getName());
  }
  std::reverse(Parts.begin(), Parts.end());
  return join(Parts, "::");
}

} // namespace ownership
