// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// A class that holds its own kind through two fields that run in opposite
// directions. The one that leads back is to weaken; the other one must own.

#include <memory>
#include <vector>

// Widget -parent-> Widget -children-> Widget
struct Widget {
  std::vector<std::shared_ptr<Widget>> children;
  std::shared_ptr<Widget> parent;
};
// CHECK: :[[@LINE-2]]:27: warning: 'Widget::parent' can keep its own owner alive: Widget -> parent -> Widget -> children -> Widget; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:27: note: 'Widget::parent' holds 'Widget' directly
// CHECK: :[[@LINE-5]]:40: note: 'Widget::children' holds 'Widget' as element of vector

// TwoWay -previous-> TwoWay -next-> TwoWay
struct TwoWay {
  std::shared_ptr<TwoWay> next, previous;
};
// CHECK: :[[@LINE-2]]:33: warning: 'TwoWay::previous' can keep its own owner alive: TwoWay -> previous -> TwoWay -> next -> TwoWay; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:33: note: 'TwoWay::previous' holds 'TwoWay' directly
// CHECK: :[[@LINE-4]]:27: note: 'TwoWay::next' holds 'TwoWay' directly

// Category -super-> Category -subs-> Category
struct Category {
  std::shared_ptr<Category> super;
  std::vector<std::shared_ptr<Category>> subs;
};
// CHECK: :[[@LINE-3]]:29: warning: 'Category::super' can keep its own owner alive: Category -> super -> Category -> subs -> Category; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-4]]:29: note: 'Category::super' holds 'Category' directly
// CHECK: :[[@LINE-4]]:42: note: 'Category::subs' holds 'Category' as element of vector

// Both ways weak.
struct Directory {
  std::weak_ptr<Directory> parent;
  std::weak_ptr<Directory> root;
};
