// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// Cycles that have nothing in common are reported each for itself, in the order
// of their places.

#include <memory>
#include <vector>

// PearTree -pears-> Pear -tree-> PearTree
struct Pear;
struct PearTree {
  std::vector<std::shared_ptr<Pear>> pears;
};
struct Pear {
  std::shared_ptr<PearTree> tree;
};
// CHECK: :[[@LINE-2]]:29: warning: 'Pear::tree' can keep its own owner alive: Pear -> tree -> PearTree -> pears -> Pear; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:29: note: 'Pear::tree' holds 'PearTree' directly
// CHECK: :[[@LINE-7]]:38: note: 'PearTree::pears' holds 'Pear' as element of vector

// Shoal -herrings-> Herring -shoal-> Shoal
struct Herring;
struct Shoal {
  std::vector<std::shared_ptr<Herring>> herrings;
};
struct Herring {
  std::shared_ptr<Shoal> shoal;
};
// CHECK: :[[@LINE-2]]:26: warning: 'Herring::shoal' can keep its own owner alive: Herring -> shoal -> Shoal -> herrings -> Herring; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:26: note: 'Herring::shoal' holds 'Shoal' directly
// CHECK: :[[@LINE-7]]:41: note: 'Shoal::herrings' holds 'Herring' as element of vector

// One leads to the other, which does not lead back.
struct Harbour {
  std::shared_ptr<Shoal> shoal;
  std::shared_ptr<PearTree> tree;
};
