// A function template uses the field of what its argument is, and all of its
// instances are in this file.
//
//     Component -> entity -> Entity -> components -> Component
//
// RUN: %prove_fix %s %t | FileCheck %s
#include <iostream>
#include <memory>
#include <vector>

struct Entity;
struct Component {
  virtual ~Component() = default;
  std::shared_ptr<Entity> entity;
};
struct Entity : std::enable_shared_from_this<Entity> {
  int id = 4;
  std::vector<std::shared_ptr<Component>> components;
  template <typename C> C &add() {
    auto c = std::make_shared<C>();
    c->entity = shared_from_this();
    components.push_back(c);
    std::cout << c->entity->id << '\n';
    return *c;
  }
};
struct Position : Component {};
struct Speed : Component {};

// CHECK: {{^}}-  std::shared_ptr<Entity> entity;
// CHECK-NEXT: {{^}}+  std::weak_ptr<Entity> entity;
// CHECK: {{^}}-    std::cout << c->entity->id << '\n';
// CHECK-NEXT: {{^}}+    std::cout << c->entity.lock()->id << '\n';

int main() {
  auto entity = std::make_shared<Entity>();
  entity->add<Position>();
  entity->add<Speed>();
}
