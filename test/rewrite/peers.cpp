// Two objects that hold each other and nothing else.
//
//     Left -> right -> Right -> left -> Left
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>

struct Right;
struct Left {
  std::shared_ptr<Right> right;
  int value = 1;
};
struct Right {
  std::shared_ptr<Left> left;
  int value = 2;
};

// CHECK: {{^}}+  std::weak_ptr<{{Left|Right}}>
// CHECK: .lock()->value

int main() {
  auto left = std::make_shared<Left>();
  auto right = std::make_shared<Right>();
  left->right = right;
  right->left = left;
  std::cout << left->right->value << right->left->value << '\n';
}
