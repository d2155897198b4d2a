// RUN: %check_tidy %s -- %mock | FileCheck %s \
// RUN:   --implicit-check-not='{{(warning|error):|holds|closes}}'

// Functions without an ordinary name.

#include <memory>

struct Class {
  Class() {
    struct InConstructor;
    struct Holder {
      std::shared_ptr<InConstructor> one;
    };
    struct InConstructor {
      std::shared_ptr<Holder> other;
    };
  }
  ~Class();
  Class operator+(Class);
  operator int() const {
    struct InConversion;
    struct Holder {
      std::shared_ptr<InConversion> one;
    };
    struct InConversion {
      std::shared_ptr<Holder> other;
    };
    return 0;
  }
};
Class::~Class() {
  struct InDestructor;
  struct Holder {
    std::shared_ptr<InDestructor> one;
  };
  struct InDestructor {
    std::shared_ptr<Holder> other;
  };
}
Class Class::operator+(Class) {
  struct InOperator;
  struct Holder {
    std::shared_ptr<InOperator> one;
  };
  struct InOperator {
    std::shared_ptr<Holder> other;
  };
  return {};
}
int operator""_literal(unsigned long long) {
  struct InLiteral;
  struct Holder {
    std::shared_ptr<InLiteral> one;
  };
  struct InLiteral {
    std::shared_ptr<Holder> other;
  };
  return 0;
}
struct Initialized {
  int value;
  Initialized()
      : value([] {
          struct InMemberInitializer;
          struct Holder {
            std::shared_ptr<InMemberInitializer> one;
          };
          struct InMemberInitializer {
            std::shared_ptr<Holder> other;
          };
          return 0;
        }()) {}
};
// CHECK: :[[@LINE-59]]:31: warning: 'InConstructor::other' can keep its own owner alive: InConstructor -> other -> Holder -> one -> InConstructor; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-60]]:31: note: 'InConstructor::other' holds 'Holder' directly
// CHECK: :[[@LINE-64]]:38: note: 'Holder::one' holds 'InConstructor' directly
// CHECK: :[[@LINE-51]]:31: warning: 'InConversion::other' can keep its own owner alive: InConversion -> other -> Holder -> one -> InConversion; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-52]]:31: note: 'InConversion::other' holds 'Holder' directly
// CHECK: :[[@LINE-56]]:37: note: 'Holder::one' holds 'InConversion' directly
// CHECK: :[[@LINE-43]]:29: warning: 'InDestructor::other' can keep its own owner alive: InDestructor -> other -> Holder -> one -> InDestructor; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-44]]:29: note: 'InDestructor::other' holds 'Holder' directly
// CHECK: :[[@LINE-48]]:35: note: 'Holder::one' holds 'InDestructor' directly
// CHECK: :[[@LINE-37]]:29: warning: 'InOperator::other' can keep its own owner alive: InOperator -> other -> Holder -> one -> InOperator; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-38]]:29: note: 'InOperator::other' holds 'Holder' directly
// CHECK: :[[@LINE-42]]:33: note: 'Holder::one' holds 'InOperator' directly
// CHECK: :[[@LINE-30]]:29: warning: 'InLiteral::other' can keep its own owner alive: InLiteral -> other -> Holder -> one -> InLiteral; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-31]]:29: note: 'InLiteral::other' holds 'Holder' directly
// CHECK: :[[@LINE-35]]:32: note: 'Holder::one' holds 'InLiteral' directly
// CHECK: :[[@LINE-20]]:37: warning: 'InMemberInitializer::other' can keep its own owner alive: InMemberInitializer -> other -> Holder -> one -> InMemberInitializer; make it a std::weak_ptr to break the cycle [ownership-shared-ptr-cycle]
// CHECK: :[[@LINE-21]]:37: note: 'InMemberInitializer::other' holds 'Holder' directly
// CHECK: :[[@LINE-25]]:50: note: 'Holder::one' holds 'InMemberInitializer' directly
