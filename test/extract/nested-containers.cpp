// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// Containers in containers, as deep as they go.
//
//   Owner -index-> Deep -owner-> Owner

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

struct Deep;
struct Owner {
  std::map<std::string,
           std::vector<std::optional<std::pair<int, std::shared_ptr<Deep>>>>>
      index;
};
struct Deep {
  std::shared_ptr<Owner> owner;
};
// CHECK: :[[@LINE-2]]:26: warning: 'Deep::owner' can keep its own owner alive: Deep -> owner -> Owner -> index -> Deep; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:26: note: 'Deep::owner' holds 'Owner' directly
// CHECK: :[[@LINE-7]]:7: note: 'Owner::index' holds 'Deep' as value of map, element of vector, content of optional, second of pair

struct Shallow;
struct Keeper {
  std::map<std::string,
           std::vector<std::optional<std::pair<int, std::weak_ptr<Shallow>>>>>
      index;
};
struct Shallow {
  std::shared_ptr<Keeper> keeper;
};
