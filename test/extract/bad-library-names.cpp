// RUN: %check_tidy %s -- %mock 2>&1 | FileCheck %s \
// RUN:   --implicit-check-not='PLEASE submit' --implicit-check-not='error:'

// Functions of a system header that have names of the standard library and
// take nothing, as curses has an erase().

# 1 "curses.h" 1 3
extern "C" int erase(void);
extern "C" int erase_if(void);
extern "C" int move(void);
extern "C" int swap(void);
extern "C" int find(void);
extern "C" int get(void);
extern "C" int exchange(void);
extern "C" int invoke(void);
extern "C" int bind(void);
extern "C" int create(void);
extern "C" int copy(void);
# 20 "bad-library-names.cpp" 2

#include <memory>

// Node -next-> Node
struct Node {
  std::shared_ptr<Node> next;
};
// CHECK: warning: 'Node::next'

void closeCycle() {
  auto node = std::make_shared<Node>();
  node->next = node;
  erase(), erase_if(), ::move(), ::swap(), find(), get(), exchange(), invoke(),
      bind(), create(), copy();
}
