// A thread keeps the child longer than the function that starts it.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <chrono>
#include <memory>
#include <thread>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
};
static void start() {
  auto whole = std::make_shared<Parent>();
  auto part = std::make_shared<Child>();
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: 'Child::parent' has to own: nothing else keeps what it gets here
  part->parent = whole;
  whole->kids.push_back(part);
  std::thread([part] { part->parent->kids.front(); }).detach();
}
int main() {
  start();
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
}
// CHECK: {{^}}+  std::vector<std::weak_ptr<Child>> kids;
