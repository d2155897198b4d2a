// Parent -children-> Child -parent-> Parent
#include "family.h"

void Parent::add(std::shared_ptr<Child> child) {
  child->parent = shared_from_this();
  children.push_back(std::move(child));
}

int main() {
  auto parent = std::make_shared<Parent>();
  parent->add(std::make_shared<Child>());
}
