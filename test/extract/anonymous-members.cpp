// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// The members of an anonymous struct or union are the holder's own. A field of
// unnamed type has a class of its own in between.

#include <memory>

// HolderOfUnion -one-> InUnion -holder-> HolderOfUnion
struct InUnion;
struct HolderOfUnion {
  union {
    int number;
    std::shared_ptr<InUnion> one;
  };
  HolderOfUnion();
  ~HolderOfUnion();
};
struct InUnion {
  std::shared_ptr<HolderOfUnion> holder;
};
// CHECK: :[[@LINE-2]]:34: warning: 'InUnion::holder' can keep its own owner alive: InUnion -> holder -> HolderOfUnion -> one -> InUnion; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:34: note: 'InUnion::holder' holds 'HolderOfUnion' directly
// CHECK: :[[@LINE-10]]:30: note: 'HolderOfUnion::one' holds 'InUnion' directly

// HolderOfStruct -one-> InStruct -holder-> HolderOfStruct
struct InStruct;
struct HolderOfStruct {
  struct {
    struct {
      std::shared_ptr<InStruct> one;
    };
  };
};
struct InStruct {
  std::shared_ptr<HolderOfStruct> holder;
};
// CHECK: :[[@LINE-2]]:35: warning: 'InStruct::holder' can keep its own owner alive: InStruct -> holder -> HolderOfStruct -> one -> InStruct; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:35: note: 'InStruct::holder' holds 'HolderOfStruct' directly
// CHECK: :[[@LINE-9]]:33: note: 'HolderOfStruct::one' holds 'InStruct' directly

// Car -axle-> (unnamed) -wheel-> Wheel -car-> Car
struct Wheel;
struct Car {
  struct {
    std::shared_ptr<Wheel> wheel;
  } axle;
};
struct Wheel {
  std::shared_ptr<Car> car;
};
// CHECK: :[[@LINE-2]]:24: warning: 'Wheel::car' can keep its own owner alive: Wheel -> car -> Car -> axle -> Car::(unnamed struct) -> wheel -> Wheel; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-3]]:24: note: 'Wheel::car' holds 'Car' directly
// CHECK: :[[@LINE-7]]:5: note: 'Car::axle' holds 'Car::(unnamed struct)' by value
// CHECK: :[[@LINE-9]]:28: note: 'Car::(unnamed struct)::wheel' holds 'Wheel' directly

// A named union, and a weak one.
struct Part;
union Weak {
  int number;
  std::weak_ptr<Part> weak;
  Weak();
  ~Weak();
};
struct Whole {
  Weak weak;
  union {
    Part *raw;
    int number;
  };
};
struct Part {
  std::shared_ptr<Whole> whole;
};
