// RUN: %check_default %s -- %mock | FileCheck %s --implicit-check-not=warning:
//
// Looks safe: nothing leads to the object that is being constructed. But the
// constructor links two others.
//
//   Left -right-> Right -left-> Left

#include <memory>

struct Right;
struct Left {
  std::shared_ptr<Right> right;
};
struct Right {
  std::shared_ptr<Left> left;
};
struct Link {
  Link(std::shared_ptr<Left> x, std::shared_ptr<Right> y) {
    x->right = y;
    y->left = x;
  }
};
// CHECK: warning: '{{Left::right|Right::left}}' keeps its own owner alive: {{.*}}; make it a std::weak_ptr
// CHECK-DAG: :[[@LINE-5]]:14: note: here 'Left::right' gets its 'Right'
// CHECK-DAG: :[[@LINE-5]]:13: note: here 'Right::left' gets its 'Left'

// The constructor keeps both, and links them one way.
class Wheel;
class Car {
  std::shared_ptr<Wheel> wheel;
  friend struct Axle;
};
class Wheel {
  std::shared_ptr<Car> car;
  friend struct Axle;
};
struct Axle {
  Axle(std::shared_ptr<Car> x, std::shared_ptr<Wheel> y) : car(x), wheel(y) {
    car->wheel = wheel;
  }
  std::shared_ptr<Car> car;
  std::shared_ptr<Wheel> wheel;
};
