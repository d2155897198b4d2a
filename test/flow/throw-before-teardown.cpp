// The function closes the cycle and opens it again, but not where it throws: so
// the cycle is not ruled out.
//
//   Left -right-> Right -left-> Left
//
// RUN: %check_explain %s -- -std=c++17 | FileCheck %s

#include <memory>

struct Right;
struct Left {
  std::shared_ptr<Right> right;
};
struct Right {
  std::shared_ptr<Left> left;
};
int main(int argc, char **) {
  try {
    auto left = std::make_shared<Left>();
    left->right = std::make_shared<Right>();
    left->right->left = left;
    if (argc == 1)
      throw 1;
    left->right.reset();
  } catch (int) {
  }
}
// CHECK: {{warning: .*|remark: .*: possible,}}
