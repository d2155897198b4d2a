// A walk that goes on until there are no more, and releases a field of each.
//
//   List -> head -> Node -next-> Node -prev-> Node
//
// RUN: %check_default %s -- -std=c++17 -DHOW=0 | count 0
// RUN: %check_default %s -- -std=c++17 -DHOW=1 | count 0
// RUN: %check_default %s -- -std=c++17 -DHOW=2 | count 0
// RUN: %check_default %s -- -std=c++17 -DHOW=3 | count 0
// RUN: %check_default %s -- -std=c++17 -DHOW=4 | count 0
// RUN: %check_default %s -- -std=c++17 -DHOW=5 | count 0
// RUN: %check_default %s -- -std=c++17 -DHOW=6 | count 0
// RUN: %clangxx_lsan -std=c++17 -DHOW=0 %s -o %t0 && %lsan_env %t0
// RUN: %clangxx_lsan -std=c++17 -DHOW=5 %s -o %t5 && %lsan_env %t5
// Who looks for one, by comparing or by leaving the loop, leaves the others;
// so does who stops at a number:
// RUN: %check_default %s -- -std=c++17 -DHOW=10 | FileCheck %s
// RUN: %check_default %s -- -std=c++17 -DHOW=11 | FileCheck %s
// RUN: %check_default %s -- -std=c++17 -DHOW=12 | FileCheck %s
// RUN: %check_default %s -- -std=c++17 -DHOW=13 | FileCheck %s
// RUN: %clangxx_lsan -std=c++17 -DHOW=10 %s -o %t10 && not %lsan_env %t10
// RUN: %clangxx_lsan -std=c++17 -DHOW=11 %s -o %t11 && not %lsan_env %t11
// RUN: %clangxx_lsan -std=c++17 -DHOW=12 %s -o %t12 && not %lsan_env %t12
// RUN: %clangxx_lsan -std=c++17 -DHOW=13 %s -o %t13 && not %lsan_env %t13

#include <memory>

struct Node {
  int id = 0;
  std::shared_ptr<Node> next;
  std::shared_ptr<Node> prev;
  // CHECK: :[[# @LINE - 1]]:{{[0-9]+}}: warning: 'Node::prev' keeps its own owner alive
};
class List {
public:
  void append(int id) {
    auto node = std::make_shared<Node>();
    node->id = id;
    if (tail) {
      tail->next = node;
      node->prev = tail;
    } else
      head = node;
    tail = node;
  }
  ~List() { clear(2); }
  void clear([[maybe_unused]] int id) {
#if HOW == 0
    for (auto n = head; n; n = n->next)
      n->prev.reset();
#elif HOW == 1
    for (Node *n = head.get(); n != nullptr; n = n->next.get())
      n->prev = nullptr;
#elif HOW == 2
    auto n = tail;
    while (n) {
      auto before = n->prev;
      n->next.reset();
      n->prev.reset();
      n = before;
    }
#elif HOW == 3
    while (head) {
      auto after = head->next;
      head->prev.reset();
      head->next.reset();
      head = after;
    }
#elif HOW == 4
    auto n = head;
    do {
      auto after = std::move(n->next);
      n->next = nullptr;
      n = after;
    } while (n);
#elif HOW == 5
    while (head)
      unlink(head);
#elif HOW == 6
    for (auto n = head; n; n = n->next)
      forget(n);
#elif HOW == 10
    for (auto n = head; n; n = n->next)
      if (n->id == id)
        n->prev.reset();
#elif HOW == 11
    for (auto n = head; n; n = n->next)
      if (n->id > 1) {
        n->prev.reset();
        break;
      }
#elif HOW == 12
    int left = 1;
    for (auto n = head; left > 0; n = n->next, --left)
      n->next->prev.reset();
#elif HOW == 13
    for (auto n = head; n; n = n->next)
      forgetIf(n, id);
#endif
  }

private:
  static void forget(const std::shared_ptr<Node> &n) { n->prev.reset(); }
  static void forgetIf(const std::shared_ptr<Node> &n, int id) {
    if (n->id == id)
      n->prev.reset();
  }
  void unlink(std::shared_ptr<Node> n) {
    (n->prev ? n->prev->next : head) = n->next;
    (n->next ? n->next->prev : tail) = n->prev;
    n->prev.reset();
    n->next.reset();
  }
  std::shared_ptr<Node> head, tail;
};
int main() {
  List list;
  for (int id = 0; id < 4; ++id)
    list.append(id);
}
