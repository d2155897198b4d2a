// A getter that returns a reference to the field: what is assigned to that is
// stored, here on the same objects.
//
//   Left -right-> Right -left-> Left
//
// RUN: %check_default %s -- %mock | FileCheck %s

#include <memory>

class Right;
class Left {
public:
  std::shared_ptr<Right> &partner() { return right; }

private:
  std::shared_ptr<Right> right;
};
class Right {
public:
  std::shared_ptr<Left> &partner() { return left; }

private:
  std::shared_ptr<Left> left;
};
void link(const std::shared_ptr<Left> &l, const std::shared_ptr<Right> &r) {
  l->partner() = r;
  r->partner() = l;
}
// CHECK: warning: '{{Left::right|Right::left}}' keeps its own owner alive
