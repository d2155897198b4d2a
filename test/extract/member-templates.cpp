// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// A class template inside a class, and inside a class template.

#include <memory>
#include <vector>

// Registry -entries-> Registry::Entry<int> -registry-> Registry
struct Registry {
  template <typename T> struct Entry {
    std::shared_ptr<Registry> registry;
    T value;
  };
  std::vector<std::shared_ptr<Entry<int>>> entries;
};
template struct Registry::Entry<int>;
// CHECK: :[[@LINE-6]]:31: warning: 'Registry::Entry::registry' can keep its own owner alive: Registry::Entry<int> -> registry -> Registry -> entries -> Registry::Entry<int>; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-7]]:31: note: 'Registry::Entry::registry' holds 'Registry' directly
// CHECK: :[[@LINE-5]]:44: note: 'Registry::entries' holds 'Registry::Entry<int>' as element of vector

// Pool<T> -slots-> Pool<T>::Slot<U> -pool-> Pool<T>
template <typename T> struct Pool {
  template <typename U> struct Slot {
    std::shared_ptr<Pool> pool;
  };
  std::vector<std::shared_ptr<Slot<char>>> slots;
};
Pool<int> pool;
Pool<int>::Slot<char> slot;
// CHECK: :[[@LINE-6]]:27: warning: 'Pool::Slot::pool' can keep its own owner alive: Pool<int>::Slot<char> -> pool -> Pool<int> -> slots -> Pool<int>::Slot<char>; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-7]]:27: note: 'Pool::Slot::pool' holds 'Pool<int>' directly
// CHECK: :[[@LINE-6]]:44: note: 'Pool::slots' holds 'Pool<int>::Slot<char>' as element of vector

struct Directory {
  template <typename T> struct Entry {
    std::weak_ptr<Directory> directory;
    T value;
  };
  std::vector<std::shared_ptr<Entry<int>>> entries;
};
template struct Directory::Entry<int>;
