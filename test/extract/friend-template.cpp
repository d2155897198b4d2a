// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// Class templates whose first declaration is a friend, and a friend class that
// is first named there.

#include <memory>

// List<T> -head-> List<T>::Node -list-> List<T>
class Cursor {
  template <typename T> friend class List;
};
template <typename T> class List {
  struct Node {
    std::shared_ptr<List> list;
  };
  std::shared_ptr<Node> head;
};
template class List<int>;
// CHECK: :[[@LINE-5]]:27: warning: 'List::Node::list' can keep its own owner alive: List<int>::Node -> list -> List<int> -> head -> List<int>::Node; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-6]]:27: note: 'List::Node::list' holds 'List<int>' directly
// CHECK: :[[@LINE-5]]:25: note: 'List::head' holds 'List<int>::Node' directly

// Store<T> -item-> Store<T>::Item -store-> Store<T>
template <typename T> class Key {
  template <typename U> friend class Store;
};
Key<int> key;
template <typename T> class Store {
  struct Item {
    std::shared_ptr<Store> store;
  };
  std::shared_ptr<Item> item;
};
template class Store<int>;
// CHECK: :[[@LINE-3]]:25: warning: 'Store::item' can keep its own owner alive: Store<int> -> item -> Store<int>::Item -> store -> Store<int>; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-4]]:25: note: 'Store::item' holds 'Store<int>::Item' directly
// CHECK: :[[@LINE-7]]:28: note: 'Store::Item::store' holds 'Store<int>' directly
