// Between the store into the field and the one that keeps the object something
// out of sight is called. It may throw, and then nothing would keep it; but a
// function is taken to run to its end, unless its caller catches what it throws.
//
//   Part -owner-> Whole -parts-> Part
//
// RUN: %check_default %s -- %mock | FileCheck %s
// RUN: %check_default %s -- %mock -DCATCH | FileCheck %s --check-prefix=CATCH

#include <memory>
#include <vector>

void unseen();
struct Whole;
struct Part {
  std::shared_ptr<Whole> owner;
};
struct Whole {
  std::vector<std::shared_ptr<Part>> parts;
};
struct Registry {
  std::vector<std::shared_ptr<Whole>> all;
  std::shared_ptr<Part> first;
  void make() {
    auto whole = std::make_shared<Whole>();
    auto part = std::make_shared<Part>();
    part->owner = whole;
    first = part;
    whole->parts.push_back(part);
    unseen();
    all.push_back(whole);
  }
};
int main() {
  Registry registry;
#ifdef CATCH
  try {
    registry.make();
  } catch (...) {
  }
#else
  registry.make();
#endif
}
// CHECK: warning: 'Part::owner' keeps its own owner alive: {{.*}}; make it a std::weak_ptr
// CATCH: note: 'Part::owner' has to own: nothing else keeps what it gets here
