// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// Maps own their keys and their values.

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>

struct InValue;
struct OwnerByValue {
  std::map<std::string, std::shared_ptr<InValue>> parts;
};
struct InValue {
  std::shared_ptr<OwnerByValue> owner;
};
// CHECK: :[[@LINE-2]]:33: warning: 'InValue::owner' can keep its own owner alive: InValue -> owner -> OwnerByValue -> parts -> InValue; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:33: note: 'InValue::owner' holds 'OwnerByValue' directly
// CHECK: :[[@LINE-7]]:51: note: 'OwnerByValue::parts' holds 'InValue' as value of map

struct AsKey;
struct OwnerByKey {
  std::map<std::shared_ptr<AsKey>, int> parts;
};
struct AsKey {
  std::shared_ptr<OwnerByKey> owner;
};
// CHECK: :[[@LINE-2]]:31: warning: 'AsKey::owner' can keep its own owner alive: AsKey -> owner -> OwnerByKey -> parts -> AsKey; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:31: note: 'AsKey::owner' holds 'OwnerByKey' directly
// CHECK: :[[@LINE-7]]:41: note: 'OwnerByKey::parts' holds 'AsKey' as key of map

struct InHash;
struct OwnerByHash {
  std::unordered_map<int, std::shared_ptr<InHash>> parts;
};
struct InHash {
  std::shared_ptr<OwnerByHash> owner;
};
// CHECK: :[[@LINE-2]]:32: warning: 'InHash::owner' can keep its own owner alive: InHash -> owner -> OwnerByHash -> parts -> InHash; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:32: note: 'InHash::owner' holds 'OwnerByHash' directly
// CHECK: :[[@LINE-7]]:52: note: 'OwnerByHash::parts' holds 'InHash' as value of unordered_map

struct AsHashKey;
struct OwnerByHashKey {
  std::unordered_map<std::shared_ptr<AsHashKey>, int> parts;
};
struct AsHashKey {
  std::shared_ptr<OwnerByHashKey> owner;
};
// CHECK: :[[@LINE-2]]:35: warning: 'AsHashKey::owner' can keep its own owner alive: AsHashKey -> owner -> OwnerByHashKey -> parts -> AsHashKey; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:35: note: 'AsHashKey::owner' holds 'OwnerByHashKey' directly
// CHECK: :[[@LINE-7]]:55: note: 'OwnerByHashKey::parts' holds 'AsHashKey' as key of unordered_map

struct InPairKey;
struct OwnerByPairKey {
  std::map<std::pair<int, std::shared_ptr<InPairKey>>, int> parts;
};
struct InPairKey {
  std::shared_ptr<OwnerByPairKey> owner;
};
// CHECK: :[[@LINE-2]]:35: warning: 'InPairKey::owner' can keep its own owner alive: InPairKey -> owner -> OwnerByPairKey -> parts -> InPairKey; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:35: note: 'InPairKey::owner' holds 'OwnerByPairKey' directly
// CHECK: :[[@LINE-7]]:61: note: 'OwnerByPairKey::parts' holds 'InPairKey' as key of map, second of pair

// Neither a weak value nor a raw key.
struct Cached;
struct Cache {
  std::map<std::string, std::weak_ptr<Cached>> byName;
  std::map<Cached *, int> hits;
};
struct Cached {
  std::shared_ptr<Cache> cache;
};
