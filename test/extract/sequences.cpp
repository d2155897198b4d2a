// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// A container of shared pointers owns what they point at. The single pointer
// that leads back is the one to weaken.

#include <deque>
#include <list>
#include <memory>
#include <set>
#include <vector>

struct InVector;
struct OwnerOfVector {
  std::vector<std::shared_ptr<InVector>> parts;
};
struct InVector {
  std::shared_ptr<OwnerOfVector> owner;
};
// CHECK: :[[@LINE-2]]:34: warning: 'InVector::owner' can keep its own owner alive: InVector -> owner -> OwnerOfVector -> parts -> InVector; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:34: note: 'InVector::owner' holds 'OwnerOfVector' directly
// CHECK: :[[@LINE-7]]:42: note: 'OwnerOfVector::parts' holds 'InVector' as element of vector

struct InDeque;
struct OwnerOfDeque {
  std::deque<std::shared_ptr<InDeque>> parts;
};
struct InDeque {
  std::shared_ptr<OwnerOfDeque> owner;
};
// CHECK: :[[@LINE-2]]:33: warning: 'InDeque::owner' can keep its own owner alive: InDeque -> owner -> OwnerOfDeque -> parts -> InDeque; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:33: note: 'InDeque::owner' holds 'OwnerOfDeque' directly
// CHECK: :[[@LINE-7]]:40: note: 'OwnerOfDeque::parts' holds 'InDeque' as element of deque

struct InList;
struct OwnerOfList {
  std::list<std::shared_ptr<InList>> parts;
};
struct InList {
  std::shared_ptr<OwnerOfList> owner;
};
// CHECK: :[[@LINE-2]]:32: warning: 'InList::owner' can keep its own owner alive: InList -> owner -> OwnerOfList -> parts -> InList; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:32: note: 'InList::owner' holds 'OwnerOfList' directly
// CHECK: :[[@LINE-7]]:38: note: 'OwnerOfList::parts' holds 'InList' as element of list

struct InSet;
struct OwnerOfSet {
  std::set<std::shared_ptr<InSet>> parts;
};
struct InSet {
  std::shared_ptr<OwnerOfSet> owner;
};
// CHECK: :[[@LINE-2]]:31: warning: 'InSet::owner' can keep its own owner alive: InSet -> owner -> OwnerOfSet -> parts -> InSet; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:31: note: 'InSet::owner' holds 'OwnerOfSet' directly
// CHECK: :[[@LINE-7]]:36: note: 'OwnerOfSet::parts' holds 'InSet' as element of set

// A container of weak or raw pointers owns nothing.
struct Observer;
struct Subject {
  std::vector<std::weak_ptr<Observer>> observers;
  std::list<Observer *> watchers;
  std::deque<std::vector<std::weak_ptr<Observer>>> queues;
};
struct Observer {
  std::shared_ptr<Subject> subject;
};
