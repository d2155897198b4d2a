// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// One field that holds two classes.
//
//   Table -entries-> Key -table-> Table
//   Table -entries-> Value -table-> Table

#include <map>
#include <memory>
#include <utility>

struct Key;
struct Value;
struct Table {
  std::map<std::shared_ptr<Key>, std::shared_ptr<Value>> entries;
};
struct Key {
  std::shared_ptr<Table> table;
};
struct Value {
  std::shared_ptr<Table> table;
};
// CHECK: :[[@LINE-5]]:26: warning: 'Key::table' can keep its own owner alive: Key -> table -> Table -> entries -> Key; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-6]]:26: note: 'Key::table' holds 'Table' directly
// CHECK: :[[@LINE-10]]:58: note: 'Table::entries' holds 'Key' as key of map
// CHECK: :[[@LINE-5]]:26: warning: 'Value::table' can keep its own owner alive: Value -> table -> Table -> entries -> Value; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-6]]:26: note: 'Value::table' holds 'Table' directly
// CHECK: :[[@LINE-13]]:58: note: 'Table::entries' holds 'Value' as value of map

// Of two parts, one leads back.
struct Here;
struct There;
struct Both {
  std::pair<std::shared_ptr<Here>, std::shared_ptr<There>> pair;
};
struct Here {
  std::weak_ptr<Both> both;
};
struct There {};
