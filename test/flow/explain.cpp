// RUN: %check_explain %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// What is judged and not reported is a remark, with its verdict and the reason.

#include <memory>
#include <vector>

// Possible: Widget -next-> Widget
struct Widget {
  std::shared_ptr<Widget> next;
};
void chain(std::vector<std::shared_ptr<Widget>> &v) {
  for (std::size_t i = 0; i + 1 < v.size(); ++i)
    v[i]->next = v[i + 1];
}
// CHECK: :[[@LINE-6]]:27: remark: Widget -> next -> Widget: possible, its fields run in one direction, as in a list or a tree [ownership-shared-ptr-cycle]
// CHECK-NEXT: std::shared_ptr<Widget> next;
// CHECK: :[[@LINE-4]]:16: note: here 'Widget::next' gets its 'Widget'

// Ruled out: Left -right-> Right -left-> Left
struct Right;
struct Left {
  std::shared_ptr<Right> right;
};
struct Right {
  std::shared_ptr<Left> left;
};
int main() {
  auto left = std::make_shared<Left>();
  auto right = std::make_shared<Right>();
  left->right = right;
  right->left = left;
  right->left.reset();
}
// CHECK: remark: {{.*}}: ruled out, it is taken apart where it is closed [ownership-shared-ptr-cycle]
