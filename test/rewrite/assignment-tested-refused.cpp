// What is assigned and tested has no name that could be tested again; and a
// condition of two parts has no place for a statement.
//
//     Child -> parent  -> Parent -> kids  -> Child
//     Note  -> subject -> Parent -> notes -> Note
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

struct Child;
struct Note;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
  std::vector<std::shared_ptr<Note>> notes;
};
std::shared_ptr<Parent> find(const std::shared_ptr<Parent> &p) { return p; }
struct Child {
  std::shared_ptr<Parent> parent;
  void join(const std::shared_ptr<Parent> &p) {
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': the value of this assignment to it is used
    if ((parent = find(p)))
      std::cout << "joined\n";
  }
};
struct Note {
  std::shared_ptr<Parent> subject;
  void about(const std::shared_ptr<Parent> &p, int n) {
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'subject': the value of this assignment to it is used
    if (n && (subject = p))
      std::cout << "about\n";
  }
};
int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  child->join(parent);
  parent->kids.push_back(child);
  auto note = std::make_shared<Note>();
  note->about(parent, 1);
  parent->notes.push_back(note);
}
