// A virtual getter: its overriders return references, too.
//
//     Child -> parent_ -> Parent -> kids -> Child
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Child;
struct Parent {
  std::vector<std::shared_ptr<Child>> kids;
};
struct Part {
  virtual ~Part() = default;
  virtual const std::shared_ptr<Parent> &parent() const = 0;
};
class Child : public Part {
  std::shared_ptr<Parent> parent_;

public:
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'parent_': a reference to it is returned, and 'parent' cannot be changed to return a copy
  const std::shared_ptr<Parent> &parent() const override { return parent_; }
};
