// Each finding has its notes behind it, and its own fix.
//
//     Shop -stock-> Item -shop-> Shop
//     Item -label-> Label -item-> Item
//
// RUN: %every_surface %s %t -- %mock | FileCheck %s
#include <memory>
#include <vector>

struct Shop;
struct Label;
struct Item {
  // CHECK: two-cycles.cpp:[[#@LINE+1]]:25: warning: 'Item::shop' keeps its own owner alive: Item -> shop -> Shop -> stock -> Item;
  std::shared_ptr<Shop> shop;
  std::shared_ptr<Label> label;
};
struct Label {
  // CHECK: two-cycles.cpp:[[#@LINE+1]]:25: warning: 'Label::item' keeps its own owner alive: Label -> item -> Item -> label -> Label;
  std::shared_ptr<Item> item;
};
struct Shop : std::enable_shared_from_this<Shop> {
  std::vector<std::shared_ptr<Item>> stock;
  void offer() {
    auto item = std::make_shared<Item>();
    stock.push_back(item);
    item->shop = shared_from_this();
    item->label = std::make_shared<Label>();
    item->label->item = item;
  }
};
// CHECK:      fixed:
// CHECK-NEXT: -std::shared_ptr<Shop> shop;
// CHECK-NEXT: +std::weak_ptr<Shop> shop;
// CHECK-NEXT: -std::shared_ptr<Item> item;
// CHECK-NEXT: +std::weak_ptr<Item> item;
