// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// A unique pointer and a value own as well; one shared hop closes the cycle,
// and it is the one that can be weak.

#include <memory>
#include <vector>

// Car -engine-> Engine -car-> Car
struct Engine;
struct Car {
  std::unique_ptr<Engine> engine;
};
struct Engine {
  std::shared_ptr<Car> car;
};
// CHECK: :[[@LINE-2]]:24: warning: 'Engine::car' can keep its own owner alive: Engine -> car -> Car -> engine -> Engine; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:24: note: 'Engine::car' holds 'Car' directly
// CHECK: :[[@LINE-7]]:27: note: 'Car::engine' holds 'Engine' by unique_ptr

// Axle -wheel-> Wheel -axle-> Axle
struct Axle;
struct Wheel {
  std::shared_ptr<Axle> axle;
};
struct Axle {
  Wheel wheel;
};
// CHECK: :[[@LINE-5]]:25: warning: 'Wheel::axle' can keep its own owner alive: Wheel -> axle -> Axle -> wheel -> Wheel; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-6]]:25: note: 'Wheel::axle' holds 'Axle' directly
// CHECK: :[[@LINE-4]]:9: note: 'Axle::wheel' holds 'Wheel' by value

// Reactor -shell-> Shell -cores-> Core -reactor-> Reactor
struct Reactor;
struct Core {
  std::shared_ptr<Reactor> reactor;
};
struct Shell {
  std::vector<std::unique_ptr<Core>> cores;
};
struct Reactor {
  Shell shell;
};
// CHECK: :[[@LINE-8]]:28: warning: 'Core::reactor' can keep its own owner alive: Core -> reactor -> Reactor -> shell -> Shell -> cores -> Core; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-9]]:28: note: 'Core::reactor' holds 'Reactor' directly
// CHECK: :[[@LINE-4]]:9: note: 'Reactor::shell' holds 'Shell' by value
// CHECK: :[[@LINE-8]]:38: note: 'Shell::cores' holds 'Core' as element of vector, by unique_ptr

// Plant -pumps-> Pump -plant-> Plant
struct Pump;
struct Plant {
  std::unique_ptr<Pump[]> pumps;
};
struct Pump {
  std::shared_ptr<Plant> plant;
};
// CHECK: :[[@LINE-2]]:26: warning: 'Pump::plant' can keep its own owner alive: Pump -> plant -> Plant -> pumps -> Pump; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:26: note: 'Pump::plant' holds 'Plant' directly
// CHECK: :[[@LINE-7]]:27: note: 'Plant::pumps' holds 'Pump' by unique_ptr, as element of array

// Unique pointers alone make no cycle that lives: each has one owner, and the
// first of them must be owned from elsewhere.
struct Right;
struct Left {
  std::unique_ptr<Right> right;
};
struct Right {
  std::unique_ptr<Left> left;
};

// A part with a raw pointer or a reference to its owner.
struct Owner;
struct Part {
  Owner &owner;
  Owner *again;
};
struct Owner {
  Part part;
  std::shared_ptr<Part> shared;
};
