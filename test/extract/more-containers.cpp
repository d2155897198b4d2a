// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// The standard library's other containers, its adaptors and its futures.

#include <forward_list>
#include <future>
#include <map>
#include <memory>
#include <queue>
#include <set>
#include <stack>
#include <unordered_map>
#include <unordered_set>

struct InForwardList;
struct OwnerOfForwardList {
  std::forward_list<std::shared_ptr<InForwardList>> parts;
};
struct InForwardList {
  std::shared_ptr<OwnerOfForwardList> owner;
};
// CHECK: :[[@LINE-2]]:39: warning: 'InForwardList::owner' can keep its own owner alive: InForwardList -> owner -> OwnerOfForwardList -> parts -> InForwardList; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:39: note: 'InForwardList::owner' holds 'OwnerOfForwardList' directly
// CHECK: :[[@LINE-7]]:53: note: 'OwnerOfForwardList::parts' holds 'InForwardList' as element of forward_list

struct InMultiset;
struct OwnerOfMultiset {
  std::multiset<std::shared_ptr<InMultiset>> parts;
};
struct InMultiset {
  std::shared_ptr<OwnerOfMultiset> owner;
};
// CHECK: :[[@LINE-2]]:36: warning: 'InMultiset::owner' can keep its own owner alive: InMultiset -> owner -> OwnerOfMultiset -> parts -> InMultiset; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:36: note: 'InMultiset::owner' holds 'OwnerOfMultiset' directly
// CHECK: :[[@LINE-7]]:46: note: 'OwnerOfMultiset::parts' holds 'InMultiset' as element of multiset

struct InMultimap;
struct OwnerOfMultimap {
  std::multimap<int, std::shared_ptr<InMultimap>> parts;
};
struct InMultimap {
  std::shared_ptr<OwnerOfMultimap> owner;
};
// CHECK: :[[@LINE-2]]:36: warning: 'InMultimap::owner' can keep its own owner alive: InMultimap -> owner -> OwnerOfMultimap -> parts -> InMultimap; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:36: note: 'InMultimap::owner' holds 'OwnerOfMultimap' directly
// CHECK: :[[@LINE-7]]:51: note: 'OwnerOfMultimap::parts' holds 'InMultimap' as value of multimap

struct InHashSet;
struct OwnerOfHashSet {
  std::unordered_set<std::shared_ptr<InHashSet>> parts;
};
struct InHashSet {
  std::shared_ptr<OwnerOfHashSet> owner;
};
// CHECK: :[[@LINE-2]]:35: warning: 'InHashSet::owner' can keep its own owner alive: InHashSet -> owner -> OwnerOfHashSet -> parts -> InHashSet; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:35: note: 'InHashSet::owner' holds 'OwnerOfHashSet' directly
// CHECK: :[[@LINE-7]]:50: note: 'OwnerOfHashSet::parts' holds 'InHashSet' as element of unordered_set

struct InHashMultimap;
struct OwnerOfHashMultimap {
  std::unordered_multimap<int, std::shared_ptr<InHashMultimap>> parts;
};
struct InHashMultimap {
  std::shared_ptr<OwnerOfHashMultimap> owner;
};
// CHECK: :[[@LINE-2]]:40: warning: 'InHashMultimap::owner' can keep its own owner alive: InHashMultimap -> owner -> OwnerOfHashMultimap -> parts -> InHashMultimap; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:40: note: 'InHashMultimap::owner' holds 'OwnerOfHashMultimap' directly
// CHECK: :[[@LINE-7]]:65: note: 'OwnerOfHashMultimap::parts' holds 'InHashMultimap' as value of unordered_multimap

struct InStack;
struct OwnerOfStack {
  std::stack<std::shared_ptr<InStack>> parts;
};
struct InStack {
  std::shared_ptr<OwnerOfStack> owner;
};
// CHECK: :[[@LINE-2]]:33: warning: 'InStack::owner' can keep its own owner alive: InStack -> owner -> OwnerOfStack -> parts -> InStack; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:33: note: 'InStack::owner' holds 'OwnerOfStack' directly
// CHECK: :[[@LINE-7]]:40: note: 'OwnerOfStack::parts' holds 'InStack' as element of stack

struct InQueue;
struct OwnerOfQueue {
  std::queue<std::shared_ptr<InQueue>> parts;
};
struct InQueue {
  std::shared_ptr<OwnerOfQueue> owner;
};
// CHECK: :[[@LINE-2]]:33: warning: 'InQueue::owner' can keep its own owner alive: InQueue -> owner -> OwnerOfQueue -> parts -> InQueue; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:33: note: 'InQueue::owner' holds 'OwnerOfQueue' directly
// CHECK: :[[@LINE-7]]:40: note: 'OwnerOfQueue::parts' holds 'InQueue' as element of queue

struct InPriorityQueue;
struct OwnerOfPriorityQueue {
  std::priority_queue<std::shared_ptr<InPriorityQueue>> parts;
};
struct InPriorityQueue {
  std::shared_ptr<OwnerOfPriorityQueue> owner;
};
// CHECK: :[[@LINE-2]]:41: warning: 'InPriorityQueue::owner' can keep its own owner alive: InPriorityQueue -> owner -> OwnerOfPriorityQueue -> parts -> InPriorityQueue; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:41: note: 'InPriorityQueue::owner' holds 'OwnerOfPriorityQueue' directly
// CHECK: :[[@LINE-7]]:57: note: 'OwnerOfPriorityQueue::parts' holds 'InPriorityQueue' as element of priority_queue

struct InFuture;
struct OwnerOfFuture {
  std::future<std::shared_ptr<InFuture>> part;
};
struct InFuture {
  std::shared_ptr<OwnerOfFuture> owner;
};
// CHECK: :[[@LINE-2]]:34: warning: 'InFuture::owner' can keep its own owner alive: InFuture -> owner -> OwnerOfFuture -> part -> InFuture; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:34: note: 'InFuture::owner' holds 'OwnerOfFuture' directly
// CHECK: :[[@LINE-7]]:42: note: 'OwnerOfFuture::part' holds 'InFuture' as content of future

// Views and references own nothing.
struct Back;
struct Holder {
  std::initializer_list<std::shared_ptr<Back>> list;
  std::reference_wrapper<std::shared_ptr<Back>> reference;
  std::queue<std::weak_ptr<Back>> queue;
};
struct Back {
  std::shared_ptr<Holder> holder;
};
