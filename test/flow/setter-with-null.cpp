// RUN: %check_explain %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// A setter that is given nothing empties the field.
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
  part->setOwner(nullptr);
}
// CHECK: remark: {{.*}}: ruled out, it is taken apart where it is closed
