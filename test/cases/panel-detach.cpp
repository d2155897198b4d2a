// RUN: %judge_case %s %t

#include <functional>
#include <iostream>
#include <memory>
#include <vector>
struct Widget {
  std::string id;
  std::shared_ptr<Widget> parent;
  std::vector<std::shared_ptr<Widget>> children;
};
std::shared_ptr<Widget> add(const std::shared_ptr<Widget> &p, std::string id) {
  auto w = std::make_shared<Widget>();
  w->id = std::move(id);
  w->parent = p;
  p->children.push_back(w);
  return w;
}
int main() {
  auto root = std::make_shared<Widget>();
  root->id = "root";
  auto panel = add(root, "panel");
  add(panel, "button");
  std::function<int(const Widget &)> count = [&](const Widget &w) {
    int n = 1;
    for (auto &c : w.children)
      n += count(*c);
    return n;
  };
  std::cout << count(*root) << "\n";
  std::function<void(Widget &)> detach = [&](Widget &w) {
    for (auto &c : w.children)
      detach(*c);
    w.parent.reset();
  };
  detach(*root);
}
