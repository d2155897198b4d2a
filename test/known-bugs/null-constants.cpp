// `= 0`, `= NULL` and `: f(0)` empty a shared pointer, as nullptr does; a weak
// one takes neither. No form knows them: the trial parse catches the conversion.
//
//     Child -> parent -> Parent -> kids -> Child
//
// XFAIL: *
// RUN: %prove_fix %s %t
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Child {
  std::shared_ptr<Parent> parent;
  Child() : parent(0) {}
};
int main() {
  auto parent = std::make_shared<Parent>();
  auto child = std::make_shared<Child>();
  child->parent = 0;
  child->parent = NULL;
  child->parent = parent;
  parent->kids.push_back(child);
}
