// A dependent name means the field in one instance and another member in the
// next one; or in none that is here.
//
//     Component -> entity -> Entity -> components -> Component
//     Item -> box -> Box -> items -> Item
//
// RUN: %prove_fix --expect-none %s %t | FileCheck %s
#include <memory>
#include <vector>

struct Entity;
struct Component {
  std::shared_ptr<Entity> entity;
};
struct Entity {
  std::vector<std::shared_ptr<Component>> components;
  int id = 4;
};
struct Other {
  std::shared_ptr<Entity> entity;
};
template <typename C> int idOf(const C &c) {
  // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'entity': whether this is a use of it depends on the template's arguments
  return c.entity->id;
}

struct Box;
struct Item {
  std::shared_ptr<Box> box;
};
struct Box {
  std::vector<std::shared_ptr<Item>> items;
  int id = 5;
};
template <typename I> int boxOf(const I &item) {
  // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: note: no fix is offered for 'box': it is used in a template that this file does not instantiate
  return item.box->id;
}

int main() {
  auto entity = std::make_shared<Entity>();
  auto component = std::make_shared<Component>();
  entity->components.push_back(component);
  component->entity = entity;
  auto box = std::make_shared<Box>();
  auto item = std::make_shared<Item>();
  box->items.push_back(item);
  item->box = box;
  return idOf(*component) + idOf(Other{entity});
}
