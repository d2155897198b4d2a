// RUN: %tidy --quiet '--checks=-*,ownership-*' %s \
// RUN:   --config='{CheckOptions: {ownership-shared-ptr-cycle.MinimumVerdict: possible}}' \
// RUN:   -- %mock | FileCheck %s --check-prefixes=POSSIBLE,LIKELY,CONFIRMED \
// RUN:   --implicit-check-not=warning:
// RUN: %check_default %s -- %mock \
// RUN:   | FileCheck %s --check-prefixes=LIKELY,CONFIRMED \
// RUN:   --implicit-check-not=warning:
// RUN: %tidy --quiet '--checks=-*,ownership-*' %s \
// RUN:   --config='{CheckOptions: {ownership-shared-ptr-cycle.MinimumVerdict: confirmed}}' \
// RUN:   -- %mock | FileCheck %s --check-prefix=CONFIRMED \
// RUN:   --implicit-check-not=warning:

// One cycle of each level: what is confirmed "keeps", the rest "can keep".

#include <memory>
#include <vector>

//   Left -right-> Right -left-> Left
struct Right;
struct Left {
  std::shared_ptr<Right> right;
};
struct Right {
  std::shared_ptr<Left> left;
};
void link() {
  auto left = std::make_shared<Left>();
  auto right = std::make_shared<Right>();
  left->right = right;
  right->left = left;
}
// CONFIRMED: warning: '{{Left::right|Right::left}}' keeps its own owner alive

//   Part -owner-> Owner -part-> Part, and nothing is stored
struct Part;
struct Owner {
  std::shared_ptr<Part> part;
};
struct Part {
  std::shared_ptr<Owner> owner;
};
// LIKELY: warning: 'Part::owner' can keep its own owner alive

//   Item -next-> Item
struct Item {
  std::shared_ptr<Item> next;
};
void chain(std::vector<std::shared_ptr<Item>> &v) {
  for (std::size_t i = 0; i + 1 < v.size(); ++i)
    v[i]->next = v[i + 1];
}
// POSSIBLE: warning: 'Item::next' can keep its own owner alive
