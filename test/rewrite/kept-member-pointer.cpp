// A constructor keeps a pointer into the owner in another member.
//
//     Child -> parent -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <string>
#include <vector>

struct Child;
struct Parent {
  std::string name;
  std::vector<std::shared_ptr<Child>> kids;
};
class Child {
  std::shared_ptr<Parent> parent;
  const char *text;

public:
  explicit Child(const std::shared_ptr<Parent> &p) : parent(p), text("") {}
  explicit Child(const Child &other)
      : parent(other.parent),
        // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent': what is read here is stored in a member, and a weak pointer does not keep the object alive for that long
        text(parent->name.c_str()) {}
  const char *name() const { return text; }
};
int main() {
  auto whole = std::make_shared<Parent>();
  whole->kids.push_back(std::make_shared<Child>(whole));
}
