// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// What a container's comparator holds lives as long as the container.
//
//   People -sorted-> ByAge (the comparator) -people-> People

#include <memory>
#include <set>

struct People;
struct ByAge {
  std::shared_ptr<People> people;
  bool operator()(int, int) const;
};
struct People {
  std::set<int, ByAge> sorted;
};
// CHECK: :[[@LINE-6]]:27: warning: 'ByAge::people' can keep its own owner alive: ByAge -> people -> People -> sorted -> ByAge; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-7]]:27: note: 'ByAge::people' holds 'People' directly
// CHECK: :[[@LINE-4]]:24: note: 'People::sorted' holds 'ByAge' as policy of set

struct Crowd;
struct ByName {
  const Crowd *crowd;
  bool operator()(int, int) const;
};
struct Crowd {
  std::set<int, ByName> sorted;
  std::shared_ptr<ByName> order;
};
