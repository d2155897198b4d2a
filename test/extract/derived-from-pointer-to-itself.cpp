// RUN: %tidy --quiet '--checks=-*,ownership-*' %s \
// RUN:   --config='{CheckOptions: {ownership-shared-ptr-cycle.MinimumVerdict: possible}}' \
// RUN:   -- %mock | FileCheck %s --implicit-check-not='{{(warning|error):|holds|closes}}'

// A composite that is a container of its own kind: there is a base class to
// point at, and no field.
//
//   Menu is a vector<shared_ptr<Menu>>

#include <memory>
#include <vector>

struct Menu : std::vector<std::shared_ptr<Menu>> {};
// CHECK: :[[@LINE-1]]:15: warning: 'Menu' through its base class 'std::vector<std::shared_ptr<Menu>>' can keep its own owner alive: Menu -> (base std::vector<std::shared_ptr<Menu>>) -> Menu [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-2]]:15: note: 'Menu' through its base class 'std::vector<std::shared_ptr<Menu>>' holds 'Menu' as element of vector
// CHECK: :[[@LINE-3]]:15: note: nothing in this cycle can be made weak: 'std::vector<std::shared_ptr<Menu>>' is a base class

struct WeakMenu : std::vector<std::weak_ptr<WeakMenu>> {};
