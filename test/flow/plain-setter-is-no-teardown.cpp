// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// A setter may be given nothing, but that is no teardown.
//
//   Part -owner-> Owner -part-> Part

#include <memory>

class Part;
class Owner {
public:
  void setPart(std::shared_ptr<Part> p) { part = p; }

private:
  std::shared_ptr<Part> part;
};
class Part {
public:
  void setOwner(std::shared_ptr<Owner> o) { owner = o; }

private:
  std::shared_ptr<Owner> owner;
};
int main() {
  auto owner = std::make_shared<Owner>();
  auto part = std::make_shared<Part>();
  owner->setPart(part);
  part->setOwner(owner);
}
// CHECK: warning: '{{Part::owner|Owner::part}}' keeps its own owner alive:
